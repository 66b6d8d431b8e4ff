import type { Page, Range } from '../grammar/page.ts'
import { accordingTo } from './according-to.ts'
import { colonAttributions } from './colon.ts'
import { colonQuotations } from './colon-quote.ts'
import type { Draft } from './draft.ts'
import { hedges } from './hedge.ts'
import type { AttributionModel } from './learned/model.ts'
import { revise } from './learned/revise.ts'
import { nounAttributions } from './noun.ts'
import { quoteOnly } from './quote-only.ts'
import { isSpeech, resumed } from './quoted.ts'
import { settle } from './settle.ts'
import { signatures } from './signature.ts'
import { verbAttributions } from './verb.ts'

export type { Draft } from './draft.ts'
export { openAttributionModel } from './learned/model.ts'

/**
 * Finds who said what: the rules' drafts, revised by the learned model where there is one, and whole quotations without any cue,
 * which go to whoever spoke last.
 * @returns drafts in text order of their cue
 */
export function findAttributions(page: Page, model: AttributionModel | null): Draft[] {
  const ruled = draftByRules(page)
  const drafts = model ? revise(page, ruled, model) : ruled
  return [...drafts, ...quoteOnly(page, drafts, takenBy(page, drafts))].sort(byPlace)
}

/** What the rules find alone: what they contend for is settled, quotations that go on are joined to their speaker. */
export function draftByRules(page: Page): Draft[] {
  const found = [
    ...verbAttributions(page),
    ...accordingTo(page),
    ...nounAttributions(page),
    ...hedges(page),
    ...colonAttributions(page),
    ...signatures(page),
    ...colonQuotations(page),
  ]
  const drafts = settle(page, found).sort((a, b) => a.at - b.at)
  const taken = takenBy(page, drafts)
  for (const item of drafts) {
    const { from, quotation } = afterSentence(page, item)
    if (quotation < 0) continue
    item.content = tidy([...item.content, ...resumed(page, from, taken, quotation)])
  }
  return drafts.sort(byPlace)
}

function byPlace(a: Draft, b: Draft): number {
  return a.at - b.at || a.content[0]!.first - b.content[0]!.first
}

/** The quotations that drafts hold. */
function takenBy(page: Page, drafts: readonly Draft[]): Set<number> {
  const taken = new Set<number>()
  for (const item of drafts) {
    const cue = item.cue[0] ? page.quotationOf[item.cue[0].first]! : -1
    for (const range of item.content) mark(page, range, taken, cue)
  }
  return taken
}

/** Marks the quotations that a range holds wholly or begins with, but not the one that the cue itself stands in. */
function mark(page: Page, range: Range, taken: Set<number>, own: number): void {
  for (let i = range.first; i < range.end; i++) {
    const of = page.quotationOf[i]!
    if (of >= 0) {
      if (of !== own) taken.add(of)
      i = page.quotations[of]!.end - 1
    }
  }
}

/** Where the sentence of the attribution ends, and the last quotation of its content (-1 when it holds no speech). */
function afterSentence(page: Page, item: Draft): { from: number; quotation: number } {
  let end = 0
  for (const range of [...item.source, ...item.cue, ...item.content]) end = Math.max(end, range.end)
  let quotation = -1
  const own = item.cue[0] ? page.quotationOf[item.cue[0].first]! : -1
  for (const range of item.content) {
    for (let i = range.first; i < range.end; i++) {
      const of = page.quotationOf[i]!
      if (of < 0) continue
      if (of !== own && isSpeech(page, of)) quotation = of
      i = page.quotations[of]!.end - 1
    }
  }
  const last = Math.min(end, page.tokens.length) - 1
  const from = last < 0 ? 0 : Math.max(end, page.sentences[page.sentenceOf[last]!]!.endToken)
  return { from, quotation }
}

function tidy(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.first - b.first)
  const out: Range[] = []
  for (const range of sorted) {
    const before = out.at(-1)
    if (before && range.first < before.end) {
      if (range.end > before.end) out[out.length - 1] = { first: before.first, end: range.end }
    } else out.push(range)
  }
  return out
}
