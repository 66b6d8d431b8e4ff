import { createHash } from 'node:crypto'
import { following, nearest, type Pointed } from './anchor.ts'
import { number } from './numbering.ts'
import type { AnnotatedAttribution, AnnotatedDocument, Range } from './standoff.ts'
import { covers, EVIDENCE, faults, MODALITIES, ROLES } from './standoff.ts'
import { digest, type OpenText } from './texts.ts'

const QUOTATION = { d: 'direct', i: 'indirect', m: 'mixed', n: 'none' } as const
const SPLIT_SEED = 'sitrep attribution 1'

/** The part of the corpus a document is in: of 256 by a seeded digest of its id, 166 train, 26 dev, 64 test. */
export function splitOf(id: string): AnnotatedDocument['split'] {
  const byte = createHash('sha256').update(`${SPLIT_SEED}\n${id}`).digest()[0] ?? 0
  return byte < 166 ? 'train' : byte < 192 ? 'dev' : 'test'
}

/**
 * Compiles one draft against its text. A line is an attribution, `source | cue | content | labels`, or
 * `f | words | role` for a figure, or `e | words | kind | N` for evidence of the N-th attribution. Labels: d, i, m or n for
 * the quotation (i when unsaid), a modality (with `@words` that show it), `neg`, `relay=N`. Pointers are explained at
 * `following`; contents and figures are each looked for from the start of the one before (a line that begins with `^` from
 * the start of the text), cues beside the content, sources beside the cue. `#` begins a comment. Throws, with the document
 * and line, on what does not resolve.
 */
export function compile(draft: string, open: OpenText): AnnotatedDocument {
  const pointed: Pointed = { text: open.text, words: number(open.text) }
  const attributions: Writable[] = []
  const evidence: { kind: string; span: Range; of: number }[] = []
  const figures: AnnotatedDocument['figures'][number][] = []
  let content = 0
  let figure = 0
  for (const [index, raw] of draft.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim()
    if (line === '') continue
    try {
      const [first = '', second = '', third = '', fourth = ''] = line
        .replace(/^\^/, '')
        .split('|')
        .map((field) => field.trim())
      if (line.startsWith('^')) [content, figure] = [0, 0]
      if (first === 'f') {
        const span = one(second, following(second, pointed, figure))
        figure = span[0]
        figures.push({ span, role: member(ROLES, third) })
      } else if (first === 'e') {
        const of = Number(fourth)
        const target = attributions[of - 1]
        if (!target) throw new Error(`evidence for attribution ${fourth}, which is not there`)
        evidence.push({ span: one(second, nearest(second, pointed, target.content, [])), kind: third, of })
      } else {
        const found = attribution(`a${attributions.length + 1}`, [first, second, third], fourth, pointed, content)
        content = found.content[0]?.[0] ?? content
        attributions.push(found)
      }
    } catch (error) {
      throw new Error(`${open.id}, line ${index + 1}: ${(error as Error).message}`, { cause: error })
    }
  }
  for (const { of, kind, span } of evidence) {
    const target = attributions[of - 1]
    if (target) target.evidence = [...target.evidence, { kind: member(EVIDENCE, kind), span }]
  }
  for (const a of attributions) a.parent = parentOf(a, attributions)
  const { id, file, url, licence, text } = open
  const document: AnnotatedDocument = { id, file, url, licence, sha256: digest(text), split: splitOf(id), attributions, figures }
  const wrong = faults(document, text)
  if (wrong.length > 0) throw new Error(`${id}: ${wrong.join('; ')}`)
  return document
}

type Writable = { -readonly [K in keyof AnnotatedAttribution]: AnnotatedAttribution[K] }

function attribution(
  id: string,
  pointers: readonly [string, string, string],
  labels: string,
  pointed: Pointed,
  from: number,
): Writable {
  const content = following(pointers[2], pointed, from)
  const cue = nearest(pointers[1], pointed, content, content)
  const source = nearest(pointers[0], pointed, cue.length > 0 ? cue : content, [...content, ...cue])
  const result: Writable = {
    id,
    source,
    cue,
    content,
    quotation: 'indirect',
    modality: 'asserted',
    modalityCue: [],
    polarity: 'affirmed',
    parent: null,
    relay: null,
    evidence: [],
  }
  for (const label of labels.split(/\s+/).filter((name) => name !== '')) {
    const [name = '', at] = label.split('@')
    if (label === 'neg') result.polarity = 'negated'
    else if (label.startsWith('relay=')) result.relay = `a${label.slice(6)}`
    else if (Object.hasOwn(QUOTATION, label)) result.quotation = QUOTATION[label as keyof typeof QUOTATION]
    else {
      result.modality = member(MODALITIES, name)
      result.modalityCue = at === undefined ? [] : nearest(at.replaceAll('_', ' '), pointed, [...content, ...cue], [])
    }
  }
  return result
}

/** The attribution with the shortest content that holds this one's cue (its source, where there is no cue) and content. */
function parentOf(a: AnnotatedAttribution, all: readonly AnnotatedAttribution[]): string | null {
  const size = (ranges: readonly Range[]): number => ranges.reduce((sum, [start, end]) => sum + end - start, 0)
  const inner = [...(a.cue.length > 0 ? a.cue : a.source), ...a.content]
  const holders = all.filter((b) => b !== a && covers(b.content, inner))
  return holders.sort((b, c) => size(b.content) - size(c.content))[0]?.id ?? null
}

function one(pointer: string, [range, ...more]: readonly Range[]): Range {
  if (!range || more.length > 0) throw new Error(`"${pointer}" is not one span`)
  return range
}

function member<T extends string>(names: readonly T[], name: string): T {
  const found = names.find((n) => n === name)
  if (found === undefined) throw new Error(`"${name}" is none of ${names.join(', ')}`)
  return found
}
