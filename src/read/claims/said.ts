import type { Cell, TimeExpression } from '../../model/index.ts'
import type { Draft } from '../attribution/draft.ts'
import type { Page } from '../grammar/page.ts'

const NEAR = 4

/**
 * The time at which the attributed words were said: one that stands in the sentence of the cue, outside the content, and hangs on the
 * cue or on the source ("officials said [on Tuesday]", "[On Friday] the ministry denied …", "in a statement [on Monday]").
 * @param content cells of the claim, in text order
 * @returns null when the text does not date the saying
 */
export function saidAt(
  page: Page,
  item: Draft,
  content: readonly Cell[],
  times: readonly TimeExpression[],
): TimeExpression | null {
  const anchor = item.cue[0]?.first ?? item.source[0]?.first
  if (anchor === undefined) return null
  const sentence = page.sentences[page.sentenceOf[anchor]!]!
  const own = [...item.cue, ...item.source]
  let best: { time: TimeExpression; distance: number } | null = null
  for (let i = firstFrom(times, sentence.start); i < times.length && times[i]!.cell.start < sentence.end; i++) {
    const time = times[i]!
    if (time.kind === 'duration' || time.kind === 'repeated') continue
    if (content.some((cell) => cell.start < time.cell.end && time.cell.start < cell.end)) continue
    const first = tokenAt(page, time.cell.start, sentence.firstToken, sentence.endToken)
    if (first < 0) continue
    const distance = Math.min(
      ...own.map((range) =>
        first >= range.end ? first - range.end : first < range.first ? Math.max(0, range.first - first - 1) : 0,
      ),
    )
    if (!hangsOn(page, first, own) && distance > NEAR) continue
    if (best === null || distance < best.distance) best = { time, distance }
  }
  return best?.time ?? null
}

function hangsOn(page: Page, token: number, own: readonly { readonly first: number; readonly end: number }[]): boolean {
  const { tree } = page
  if (!tree) return false
  for (let i = token, steps = 0; i >= 0 && steps < 6; steps++, i = tree.head[i]!) {
    if (own.some((range) => range.first <= i && i < range.end)) return true
    if (i !== token && page.verbOf[i]! >= 0) return false
  }
  return false
}

function tokenAt(page: Page, offset: number, first: number, end: number): number {
  for (let i = first; i < end; i++) if (page.tokens[i]!.end > offset) return i
  return -1
}

function firstFrom(times: readonly TimeExpression[], offset: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.cell.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
