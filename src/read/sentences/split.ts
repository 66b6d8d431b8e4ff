import type { Sentence, Token } from '../../model/index.ts'
import { paragraphStarts } from './paragraphs.ts'

/** No sentence is longer: what a broken layout runs together is cut, so that reading stays linear. */
const LONGEST = 400

/** Tokens within which a bracket keeps a sentence together ("(D., Ohio)"). */
const LONGEST_PARENTHESIS = 16

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
  let opened = -1
  let paragraph = -1
  let first = 0
  const close = (end: number): void => {
    if (end > first)
      sentences.push({ start: tokens[first]!.start, end: tokens[end - 1]!.end, firstToken: first, endToken: end, paragraph })
    first = end
  }
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens[i]!.start
    const mark = text[start]
    if (mark === '(') opened = i
    else if (mark === ')' || i - opened > LONGEST_PARENTHESIS) opened = -1
    let moved = paragraph
    while (moved + 1 < starts.length && starts[moved + 1]! <= start) moved += 1
    if (moved !== paragraph) {
      close(i)
      opened = -1
      paragraph = moved
    } else if (
      i - first >= LONGEST ||
      (proposed.has(i) && opened < 0 && !behindAbbreviation(text, start) && !OPENS_MORE.test(text.slice(start, start + 8)))
    )
      close(i)
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

const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Del|St|Hon|Fr|Msgr|No|vs|Supt|Insp|Pres|Amb|Ald|Atty)\.\s+$/

/** "the Rev. | Peter Wherry": what stands before is a title, not the end of a sentence. */
function behindAbbreviation(text: string, start: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(0, start - 12), start))
}

/** "… back from the U.S. | “We were lucky,” …": a quotation with a capital behind a full stop, whatever the full stop was. */
function _opensSpeech(text: string, tokens: readonly Token[], i: number): boolean {
  const { start } = tokens[i]!
  const before = tokens[i - 1]
  if (!before || before.end === start || text[before.end - 1] !== '.') return false
  return /^["“][\p{Lu}]/u.test(text.slice(start, start + 2))
}
