import type { Page, Range } from '../grammar/page.ts'

/** Words between quotation marks from which a quotation counts as speech rather than as a quoted word. */
const SPEECH_WORDS = 4

/** True when a quotation is an utterance: long enough, or with the punctuation of a sentence inside. */
export function isSpeech(page: Page, index: number): boolean {
  const quotation = page.quotations[index]!
  const last = page.words[quotation.end - (quotation.open ? 1 : 2)] ?? ''
  return quotation.end - quotation.first - 2 >= SPEECH_WORDS || /^[.,!?]$/.test(last)
}

/**
 * Quotations that go on after an attributed one without a new cue: the next in the paragraph once the cue's sentence has ended, and
 * the paragraphs that take up an open quotation.
 * @param from first token behind the attribution's own sentence
 * @param taken quotations that another cue holds; those found are added
 */
export function resumed(page: Page, from: number, taken: Set<number>, lastQuotation: number): Range[] {
  const out: Range[] = []
  let at = from
  let last = lastQuotation
  if (at < page.tokens.length && at > 0 && page.paragraphOf[at] === page.paragraphOf[at - 1]) {
    while (at < page.tokens.length) {
      const index = page.quotationOf[at]!
      if (index < 0 || page.quotations[index]!.first !== at || taken.has(index) || !isSpeech(page, index)) break
      const quotation = page.quotations[index]!
      if (!endsSentence(page, quotation.end)) break
      taken.add(index)
      out.push({ first: quotation.first, end: quotation.end })
      last = index
      at = quotation.end
      if (page.paragraphOf[at] !== page.paragraphOf[at - 1]) break
    }
  }
  while (last >= 0 && page.quotations[last]!.open && page.quotations[last + 1]?.resumes && !taken.has(last + 1)) {
    last += 1
    taken.add(last)
    out.push({ first: page.quotations[last]!.first, end: page.quotations[last]!.end })
  }
  return out
}

/** True when no words of the same sentence follow: the quotation stands by itself. */
function endsSentence(page: Page, end: number): boolean {
  return (
    end >= page.tokens.length ||
    page.sentenceOf[end] !== page.sentenceOf[end - 1] ||
    page.paragraphOf[end] !== page.paragraphOf[end - 1]
  )
}
