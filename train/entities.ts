import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeContainer } from '../src/read/syntax/container.ts'
import { bestPath, memoryFeatures, memoryOf, NAME_TAGS, nameFeatures } from '../src/read/syntax/entities.ts'
import { LEVELS } from '../src/read/syntax/linear.ts'
import { NameForms } from '../src/read/syntax/names.ts'
import { createTokenParser } from '../src/read/syntax/parse-tokens.ts'
import { chance } from './chance.ts'
import { readGzip, readTrees } from './conllu.ts'
import { guessedSentences } from './guessed-tags.ts'
import { gumNames } from './gum-names.ts'
import { type Chain, type ChainPlan, type Lesson, trainChain } from './name-chain.ts'
import { nameList } from './name-lists.ts'
import { packLinear } from './pack-linear.ts'

/** A sentence with a name tag a word. */
export interface NamedSentence {
  readonly document: string
  readonly forms: readonly string[]
  readonly tags: readonly string[]
}

/** The sentences of an IOB2 file (id, form, tag in columns); tags that are no tags count as O. */
export function readNames(iob2: string): NamedSentence[] {
  const out: NamedSentence[] = []
  let document = ''
  let forms: string[] = []
  let tags: string[] = []
  for (const line of `${iob2}\n\n`.split('\n')) {
    if (line.startsWith('# newdoc')) document = line.replace(/^.*=\s*/, '')
    else if (line.startsWith('# sent_id')) document = line.replace(/^.*=\s*/, '').replace(/-\d+$/, '')
    else if (line.startsWith('#')) continue
    else if (line.trim() === '') {
      if (forms.length > 0) out.push({ document, forms, tags })
      forms = []
      tags = []
    } else {
      const [, form, tag] = line.split('\t')
      forms.push(form!)
      // The corpus writes its fourth kind in two ways.
      const known = tag!.replace(/^([BI])-O$/, '$1-OTH')
      tags.push(NAME_TAGS.includes(known as (typeof NAME_TAGS)[number]) ? known : 'O')
    }
  }
  return out
}

const CLASSES = NAME_TAGS.length
/** Corpora by number: the shipped weights are those of the first. */
const UNER = 0
const GUM = 1
/** Share of sentences that the second look is hidden from, so that the same weights serve the first. */
const FIRST_LOOK = 0.3

/**
 * Trains the entity tagger on UNER-EWT, with GUM beside it, and writes `entities.bin`. What a text's words are taken for elsewhere is learned
 * from what models of the other half of the texts take them for. The same data and seed give the same bytes.
 */
export function trainEntities(plan: {
  data: string
  models: string
  chain: ChainPlan
  /** Trainings from different seeds whose mean is kept: one alone leans on the order it met the sentences in. */
  runs: number
  /** Weights nearer to nothing are dropped. */
  floor: number
  say: (line: string) => void
}): void {
  const path = join(plan.data, 'ner', 'uner-ewt-train.iob2.gz')
  if (!existsSync(path)) throw new Error(`no entity annotation at ${path}: name the data folder as argument or in SITREP_DATA`)
  const [ewt, gum] = ['en_ewt-train', 'en_gumfree-train'].map((name) =>
    readTrees(readGzip(join(plan.data, 'treebanks', `${name}.conllu.gz`))),
  )
  const guessed = guessedSentences([...ewt!, ...gum!], plan.chain.seed)
  const list = nameList(readFileSync(join(plan.models, 'gazetteer.bin')))
  const parse = createTokenParser(readFileSync(join(plan.models, 'syntax.bin')))
  const forms = new NameForms()
  const out = new Int32Array(96)
  const sentences = [
    ...readNames(readGzip(path)).map((sentence) => ({ ...sentence, corpus: UNER })),
    ...gumNames(gum!).map((sentence) => ({ ...sentence, corpus: GUM })),
  ].map(({ document, forms: words, tags, corpus }) => {
    const first = forms.size
    const upos = guessed.get(words.join(' ')) ?? parse([...words]).map((token) => token.upos)
    words.forEach((word, i) => {
      forms.addTagged(word, upos[i]!)
    })
    forms.lookUp(list, first, forms.size)
    const features = words.map((_, i) => out.slice(0, nameFeatures(forms, first, forms.size, first + i, out)))
    const classes = Uint8Array.from(tags, (tag) => NAME_TAGS.indexOf(tag as (typeof NAME_TAGS)[number]))
    return { document: `${corpus} ${document}`, first, features, tags: classes, corpus }
  })
  const documents = [...new Set(sentences.map(({ document }) => document))]
  const half = new Map(documents.map((document, i) => [document, i % 2]))
  const looks = new Uint8Array(forms.size)
  for (const side of [0, 1]) {
    const chain = trainChain(
      sentences.filter(({ document }) => half.get(document) !== side),
      { ...plan.chain, seed: plan.chain.seed + 1 + side },
    )
    for (const sentence of sentences) if (half.get(sentence.document) === side) look(chain, sentence, looks)
    plan.say(`entities: half ${side + 1} of 2 read by the other`)
  }
  const random = chance(plan.chain.seed)
  const lessons: Lesson[] = []
  let from = 0
  while (from < sentences.length) {
    let to = from
    while (to < sentences.length && sentences[to]!.document === sentences[from]!.document) to++
    const text = sentences.slice(from, to)
    const last = text[text.length - 1]!
    const memory = memoryOf(forms, looks, last.first + last.tags.length, text[0]!.first)
    for (const { first, features, tags, corpus } of text) {
      const hidden = random() < FIRST_LOOK
      lessons.push({
        corpus,
        tags,
        features: hidden
          ? features
          : features.map((own, i) =>
              Int32Array.from([...own, ...out.slice(0, memoryFeatures(forms, memory, looks, first + i, out))]),
            ),
      })
    }
    from = to
  }
  const chains = Array.from({ length: plan.runs }, (_, run) => {
    plan.say(`entities: run ${run + 1} of ${plan.runs}`)
    return trainChain(lessons, { ...plan.chain, seed: plan.chain.seed + 10 * run })
  })
  const rows: { hash: number; weights: Float32Array }[] = []
  for (const chain of chains) {
    let at = 0
    chain.each(UNER, (hash, weights) => {
      rows[at] ??= { hash, weights: new Float32Array(CLASSES) }
      for (let c = 0; c < CLASSES; c++) rows[at]!.weights[c]! += weights[c]! / chains.length
      at++
    })
  }
  const top = rows.reduce((most, { weights }) => weights.reduce((m, weight) => Math.max(m, Math.abs(weight)), most), 0)
  const unit = top / LEVELS[127]!
  const packed = packLinear(CLASSES, rows, unit, Math.max((LEVELS[1]! * unit) / 2, plan.floor))
  const moves = new DataView(new ArrayBuffer(2 * CLASSES ** 2))
  chains[0]!.moves.forEach((_, i) => {
    const weight = chains.reduce((sum, chain) => sum + chain.moves[i]!, 0) / chains.length
    moves.setInt16(2 * i, Math.max(-0x8000, Math.min(0x7fff, Math.round(weight / unit))), true)
  })
  plan.say(`entities: ${packed.features} features, ${packed.bytes.length} bytes; ${list.words.hashes.length} listed names`)
  writeFileSync(
    join(plan.models, 'entities.bin'),
    writeContainer('entities', {}, [
      ['names', packed.bytes],
      ['moves', new Uint8Array(moves.buffer)],
      ['lists', list.words.write()],
    ]),
  )
}

/** Sets what a model takes the words of a sentence for, at first look. */
function look(chain: Chain, { first, features, corpus }: Lesson & { readonly first: number }, tags: Uint8Array): void {
  const scores = new Float64Array(features.length * CLASSES)
  features.forEach((word, i) => {
    chain.score(word, corpus, scores, i * CLASSES)
  })
  const own = new Uint8Array(features.length)
  bestPath(scores, chain.moves, 0, features.length, own)
  tags.set(own, first)
}
