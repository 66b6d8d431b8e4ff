import type { Page, Range } from '../grammar/page.ts'
import { phraseRight } from '../grammar/subjects.ts'
import { contentBefore, hasFiniteVerb, sentenceStop, trimEnd } from './content.ts'
import { type Draft, draft } from './draft.ts'

/** "According to X, …", "…, according to X", "in the words of X", "per X", "in X's view". */
export function accordingTo(page: Page): Draft[] {
  const out: Draft[] = []
  for (let i = 0; i < page.tokens.length; i++) {
    const cueEnd = cueAt(page, i)
    if (cueEnd === 0) continue
    const found = readAt(page, i, cueEnd)
    if (found) out.push(found)
  }
  return out
}

function cueAt(page: Page, i: number): number {
  const [a, b, c] = [page.words[i], page.words[i + 1], page.words[i + 2]]
  if (a === 'according' && b === 'to') return i + 2
  if (a === 'per' && (page.words[i - 1] === ',' || atSentenceStart(page, i)) && page.tokens[i + 1]?.upos !== 'NUM') return i + 1
  if (
    a === 'in' &&
    b === 'the' &&
    /^(?:words|view|opinion|eyes|judgment|judgement|account)$/.test(c ?? '') &&
    page.words[i + 3] === 'of'
  )
    return i + 4
  if (a === 'citing' || a === 'quoting') return 0
  return 0
}

function atSentenceStart(page: Page, i: number): boolean {
  return page.sentences[page.sentenceOf[i]!]!.firstToken === i
}

function readAt(page: Page, at: number, cueEnd: number): Draft | null {
  const sentence = page.sentences[page.sentenceOf[at]!]!
  const cue = [{ first: at, end: cueEnd }]
  const parts = { cue, cueKind: 'accordingTo' as const, family: 'according' as const, lemma: 'according' }
  const opening = isOpening(page, at, sentence.firstToken)
  const comma = opening ? contentComma(page, cueEnd, sentence.endToken) : -1
  if (opening && comma > 0) {
    const stop = sentenceStop(page, comma + 1)
    if (stop <= comma + 1) return null
    const content: Range[] = [{ first: comma + 1, end: stop }]
    if (at > sentence.firstToken && !/^(?:but|and|however|,|yet|also)$/.test(page.words[sentence.firstToken]!)) {
      const lead = trimEnd(page, sentence.firstToken, at)
      if (lead > sentence.firstToken + 1) content.unshift({ first: sentence.firstToken, end: lead })
    }
    const source = sourceTo(page, cueEnd, comma) ?? { first: cueEnd, end: comma }
    const { own, links } = splitCited(page, source)
    return draft({ ...parts, source: [own], links, content, rule: 'according-to-before' })
  }
  const stop = sentenceStop(page, at)
  const source = phraseRight(page, cueEnd, Math.max(stop, cueEnd), true)
  if (!source) return null
  const end = trimEnd(page, source.first, source.end)
  const content = contentBefore(page, at)
  if (!content) return null
  const ranges = [content]
  // "The fire, according to the brigade, began at noon": the rest of the clause goes on behind the source
  if (page.words[source.end] === ',' && source.end + 1 < stop && !hasFiniteVerb(page, content))
    ranges.push({ first: source.end + 1, end: stop })
  return draft({ ...parts, source: [{ first: source.first, end }], content: ranges, rule: 'according-to-after' })
}

/** True when only an adverbial or a conjunction stands before: the content follows. */
function isOpening(page: Page, at: number, first: number): boolean {
  if (at === first) return true
  if (page.quotationOf[at - 1]! >= 0 && page.quotationOf[at]! < 0) return false
  return at - first <= 8 && !hasFiniteVerb(page, { first, end: at }) && (page.words[at - 1] === ',' || at - first <= 2)
}

/** The comma that parts source from content; appositions to the source are passed over. */
function contentComma(page: Page, from: number, end: number): number {
  let fallback = -1
  for (let k = from; k < end; k++) {
    if (page.words[k] !== ',' || page.quotationOf[k] !== page.quotationOf[from]) continue
    let next = k + 1
    while (next < end && page.words[next] !== ',') next += 1
    if (hasFiniteVerb(page, { first: k + 1, end: next }) && !/^(?:who|which|whose)$/.test(page.words[k + 1] ?? '')) return k
    if (fallback < 0) fallback = k
  }
  return fallback
}

/** "According to the agency, quoting state radio,": whom the source cites is a link of its own. */
function splitCited(page: Page, source: Range): { own: Range; links: Draft['links'] } {
  for (let k = source.first + 1; k < source.end; k++) {
    if (page.words[k - 1] !== ',' || !/^(?:citing|quoting)$/.test(page.words[k]!)) continue
    const cited = phraseRight(page, k + 1, source.end, true)
    if (cited) return { own: { first: source.first, end: k - 1 }, links: [{ source: cited, cue: { first: k, end: k + 1 } }] }
  }
  return { own: source, links: [] }
}

function sourceTo(page: Page, from: number, comma: number): Range | null {
  const end = trimEnd(page, from, comma)
  return end > from ? { first: from, end } : null
}
