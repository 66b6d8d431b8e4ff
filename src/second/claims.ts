import { type Attribution, type Cells, type Claim, overlaps } from '../model/index.ts'
import { AnsweredClaim, type Quote } from './answer.ts'
import { locateAll } from './locate.ts'
import type { Shown } from './windows.ts'

/** What a model said that stands in the text. */
export type HeardClaim = Pick<Claim, 'content' | 'chain' | 'modality' | 'polarity' | 'modalityCues' | 'quotation'>

/** Why a claim of an answer was not kept. Plain words: they end up in the note. */
export type DropReason =
  | 'not in the shape asked for'
  | 'quotes words that are not there'
  | 'roles overlap'
  | 'given twice'
  | 'too many'

export interface Sifted {
  readonly claims: readonly HeardClaim[]
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>
}

/** No page of news holds more. */
const MOST_CLAIMS = 200
const MOST_QUOTES = 8
const MOST_LINKS = 6

/**
 * Keeps of an answer what stands in the text: every quotation of a claim must be found where it says, else the whole claim goes.
 * @param answered unchecked, as the server gave it
 */
export function sift(text: string, answered: readonly unknown[], window: readonly Shown[]): Sifted {
  const sentences = new Map(window.map((sentence) => [sentence.n, sentence]))
  const claims: HeardClaim[] = []
  const dropped: Partial<Record<DropReason, number>> = {}
  const seen = new Set<string>()
  const drop = (reason: DropReason, count = 1): void => {
    dropped[reason] = (dropped[reason] ?? 0) + count
  }
  if (answered.length > MOST_CLAIMS) drop('too many', answered.length - MOST_CLAIMS)
  for (const given of answered.slice(0, MOST_CLAIMS)) {
    const heard = heardClaim(text, given, sentences)
    if (typeof heard === 'string') {
      drop(heard)
      continue
    }
    const key = JSON.stringify([heard.content, heard.chain.map(({ source, cue }) => [source, cue])])
    if (seen.has(key)) drop('given twice')
    else claims.push(heard)
    seen.add(key)
  }
  return { claims, dropped }
}

function heardClaim(text: string, given: unknown, sentences: ReadonlyMap<number, Shown>): HeardClaim | DropReason {
  const parsed = AnsweredClaim.safeParse(given)
  if (!parsed.success) return 'not in the shape asked for'
  const { content: words, chain: links, modality, polarity, quotation, modalityCues: shownBy } = parsed.data
  const lists = [words, shownBy, ...links.flatMap((link) => [link.source, link.cue])]
  // What the text says in its own voice was not asked for, and a link that names neither source nor cue says nothing.
  if (words.length === 0 || links.length === 0 || links.length > MOST_LINKS || lists.some((list) => list.length > MOST_QUOTES))
    return 'not in the shape asked for'
  if (links.some((link) => link.source.length + link.cue.length === 0)) return 'not in the shape asked for'
  const find = (quotes: readonly Quote[]): Cells | null => locateAll(text, quotes, sentences)
  const content = find(words)
  const modalityCues = find(shownBy)
  if (content === null || modalityCues === null) return 'quotes words that are not there'
  const chain: Attribution[] = []
  for (const { source: who, cue: by, speaker, cueKind } of links) {
    const source = find(who)
    const cue = find(by)
    if (source === null || cue === null) return 'quotes words that are not there'
    if (cross(content, source) || cross(content, cue) || cross(source, cue)) return 'roles overlap'
    chain.push({ source, cue, cueKind, speaker: source.length === 0 ? 'unstated' : speaker, entity: null })
  }
  return { content, chain, modality, polarity, modalityCues, quotation }
}

function cross(some: Cells, others: Cells): boolean {
  return some.some((cell) => others.some((other) => overlaps(cell, other)))
}
