import type { Sentence, Token } from '../../model/index.ts'
import { paragraphStarts } from './paragraphs.ts'

/** No sentence is longer: what a broken layout runs together is cut, so that reading stays linear. */
const LONGEST = 400

const CLOSERS = /^["'”’»)\]]+$/
const OPENS_MORE = /^["'”’»)\]]*\s*\p{Ll}/u

/**
 * Sentences out of a tokeniser's proposed boundaries. Paragraphs always part. A boundary is dropped where what follows goes on in
 * lower case ("“Is it true?” asked …"), and moved behind closing marks that it left over.
 * @param boundaries token indices before which a new sentence is proposed, ascending
 */
export function splitSentences(text: string, tokens: readonly Token[], boundaries: readonly number[]): Sentence[] {
  const starts = paragraphStarts(text)
  const proposed = new Set<number>()
  for (const boundary of boundaries) {
    let at = boundary
    while (at < tokens.length && isCloser(text, tokens, at)) at += 1
    proposed.add(at)
  }
  const sentences: Sentence[] = []
  let paragraph = -1
  let first = 0
  const close = (end: number): void => {
    if (end > first)
      sentences.push({ start: tokens[first]!.start, end: tokens[end - 1]!.end, firstToken: first, endToken: end, paragraph })
    first = end
  }
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens[i]!.start
    let moved = paragraph
    while (moved + 1 < starts.length && starts[moved + 1]! <= start) moved += 1
    if (moved !== paragraph) {
      close(i)
      paragraph = moved
    } else if (i - first >= LONGEST || (proposed.has(i) && !OPENS_MORE.test(text.slice(start, start + 8)))) close(i)
  }
  close(tokens.length)
  return sentences
}

/** A closing mark that belongs to the sentence before: it follows without a space, or is a straight mark before a space. */
function isCloser(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  const before = tokens[at - 1]
  if (!before || !CLOSERS.test(text.slice(token.start, token.end))) return false
  return before.end === token.start
}
