import type { Page } from '../grammar/page.ts'
import { type Draft, draft } from './draft.ts'
import { isSpeech } from './quoted.ts'

/**
 * Whole-sentence quotations that no cue holds ("“…,” said the mayor." and a paragraph later "“We had no choice.”"): the speaker of the
 * nearest attribution before them, at most one paragraph away, is taken for theirs.
 */
export function quoteOnly(page: Page, drafts: readonly Draft[], taken: ReadonlySet<number>): Draft[] {
  const out: Draft[] = []
  page.quotations.forEach((quotation, index) => {
    if (taken.has(index) || !isSpeech(page, index) || quotation.end - quotation.first < 6) return
    if (!standsAlone(page, quotation.first, quotation.end)) return
    const speaker = before(page, drafts, quotation.first)
    if (!speaker) return
    out.push(
      draft({
        source: [],
        cue: [],
        content: [{ first: quotation.first, end: quotation.end }],
        cueKind: 'quoteOnly',
        rule: 'quote-only',
        family: 'say',
        lemma: '',
        antecedent: speaker.source[0] ? (speaker.antecedent ?? speaker.source[0]) : null,
      }),
    )
  })
  return out
}

function standsAlone(page: Page, first: number, end: number): boolean {
  const starts = first === 0 || page.sentenceOf[first - 1] !== page.sentenceOf[first]
  const ends = end >= page.tokens.length || page.sentenceOf[end] !== page.sentenceOf[end - 1]
  return starts && ends
}

/** The last draft with a source before a token, at most one paragraph up. Drafts are sorted by `at`. */
function before(page: Page, drafts: readonly Draft[], at: number): Draft | null {
  let low = 0
  let high = drafts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (drafts[middle]!.at < at) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0; i--) {
    const item = drafts[i]!
    if (page.paragraphOf[item.at]! < page.paragraphOf[at]! - 1) return null
    if (item.source.length > 0) return item
  }
  return null
}
