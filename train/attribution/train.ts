import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AttributionHeader, AttributionModel } from '../../src/read/attribution/learned/model.ts'
import { writeContainer } from '../../src/read/syntax/container.ts'
import { createSyntax, type Syntax } from '../../src/read/syntax/index.ts'
import { LEVELS } from '../../src/read/syntax/linear.ts'
import { parseStandoff } from '../corpus/standoff.ts'
import { digest, readOpenTexts } from '../corpus/texts.ts'
import { packLinear } from '../pack-linear.ts'
import { learnCues, learnRoles } from './learn.ts'
import { knownHeads, layOut, lessonsOf, type Taught } from './lessons.ts'
import { Sparse } from './sparse.ts'

export interface AttributionPlan {
  readonly seed: number
  /** Least probability of a cue's head, and of one within what somebody is said to say. */
  readonly threshold: number
  readonly inner: number
  readonly say: (line: string) => void
}

/** Chosen by cross-validation on our own corpus; the same for every corpus that the method is tried on. */
const CUES = { rounds: 8, rate: 0.05, decay: 0.15, drop: 0.4 }
/** So many learners of cues, each with other features left out, give the mean of their weights (bagging; Breiman 1996). */
const LEARNERS = 4
const ROLES = { rounds: 8, rate: 0.05, decay: 0.15 }

/** Learns the attribution tagger and linker from annotated documents: a model to use at once. */
export function learnAttribution(
  syntax: Syntax,
  documents: readonly Taught[],
  plan: AttributionPlan,
): AttributionModel & { readonly cues: Sparse; readonly words: Sparse; readonly steps: Sparse } {
  const laid = documents.map(({ text }) => layOut(syntax, text))
  const known = knownHeads(laid, documents)
  const lessons = laid.map((each, i) => lessonsOf(each, documents[i]!, known))
  const cues = new Sparse(1, CUES.rate)
  for (let k = 0; k < LEARNERS; k++) {
    const one = learnCues(
      lessons.map((lesson) => lesson.cues),
      { ...CUES, ...plan, seed: plan.seed + k },
    )
    cues.take(one, 1 / LEARNERS)
  }
  const { words, steps } = learnRoles(
    lessons.flatMap((lesson) => lesson.roles),
    { ...ROLES, drop: 0, ...plan },
  )
  return { cues, words, steps, unit: 1, known, threshold: plan.threshold, inner: plan.inner }
}

/** The bytes of `attribution.bin`. */
function packAttribution(model: ReturnType<typeof learnAttribution>, say: (line: string) => void): Uint8Array {
  const { cues, words, steps, known, threshold, inner } = model
  const unit = Math.max(...[cues, words, steps].map(heaviest)) / LEVELS[127]!
  const packed = ([name, model]: readonly [string, Sparse]) => {
    const rows: { hash: number; weights: Float32Array }[] = []
    model.each((hash, weights) => rows.push({ hash, weights: weights.slice() }))
    const { bytes, features } = packLinear(model.classes, rows, unit, LEVELS[1]! * unit * LEAST)
    say(`attribution ${name}: ${features} features, ${bytes.length} bytes`)
    return [name, bytes] as const
  }
  const sections = (
    [
      ['cues', cues],
      ['words', words],
      ['steps', steps],
    ] as const
  ).map(packed)
  const header: AttributionHeader = { unit, threshold, inner, known: [...known].sort((a, b) => a - b) }
  return writeContainer('attribution', header, sections)
}

/** Weights below this many steps of the levels are dropped: they tell nothing. */
const LEAST = 4

function heaviest(model: Sparse): number {
  let top = 0
  model.each((_, weights) => {
    for (const weight of weights) top = Math.max(top, Math.abs(weight))
  })
  return top
}

/** The documents of our own corpus with their texts; those whose text is missing or changed are left out. */
export function readOwnCorpus(data: string, corpus: string): (Taught & { readonly split: 'train' | 'dev' | 'test' })[] {
  const texts = readOpenTexts(data)
  return parseStandoff(readFileSync(corpus, 'utf8')).flatMap((document) => {
    const text = texts.get(document.id)?.text
    return text !== undefined && digest(text) === document.sha256 ? [{ ...document, text }] : []
  })
}

/** Trains on the train and dev splits of our own corpus and writes `attribution.bin`. The same data and seed give the same bytes. */
export function trainAttribution(plan: { data: string; corpus: string; models: string } & AttributionPlan): void {
  if (!existsSync(plan.corpus)) throw new Error(`no attribution corpus at ${plan.corpus}`)
  const documents = readOwnCorpus(plan.data, plan.corpus).filter(({ split }) => split !== 'test')
  if (documents.length === 0)
    throw new Error(`no text of the attribution corpus below ${plan.data}: name the data folder as argument or in SITREP_DATA`)
  const syntax = createSyntax(readFileSync(join(plan.models, 'syntax.bin')))
  const cues = documents.reduce((sum, document) => sum + document.attributions.length, 0)
  plan.say(`attribution: ${documents.length} documents, ${cues} attributions`)
  writeFileSync(join(plan.models, 'attribution.bin'), packAttribution(learnAttribution(syntax, documents, plan), plan.say))
}
