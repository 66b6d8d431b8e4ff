import type { Span } from '../../model/index.ts'

/**
 * The smallest piece that number and time rules look at. Unlike the tokens of a Reading these are never split or joined by a
 * language model, so that "122-mm" or "1,500" comes apart in the same way whatever tokeniser the reader uses.
 */
export interface Lexeme extends Span {
  readonly kind: 'word' | 'digits' | 'sign'
  /** As written. */
  readonly text: string
  /** Lower case; curly apostrophes and the various dashes made plain. */
  readonly lower: string
  /** White space stands before it. */
  readonly spaced: boolean
  /** A line break stands before it. */
  readonly broken: boolean
}

const PIECE = /\p{L}[\p{L}\p{M}]*(?:['’](?!s(?!\p{L}))\p{L}+)*|['’]s(?![\p{L}\d])|\d+|[^\s]/giu
const DASHES = /[‐‑‒–—−]/u

/**
 * Cuts a text into words, runs of digits and single signs. Linear in the length of the text.
 * A possessive comes off its word ("year's" → "year", "'s"), other apostrophes stay ("o'clock"), digits never join with letters ("5kg" → "5", "kg").
 */
export function lexemes(text: string): Lexeme[] {
  const out: Lexeme[] = []
  let last = 0
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0]
    const start = match.index
    const code = piece.charCodeAt(0)
    const digit = code >= 48 && code <= 57
    const word = !digit && /^['’]?\p{L}/u.test(piece)
    let lower = piece
    if (word) lower = piece.toLowerCase().replaceAll('’', "'")
    else if (!digit) lower = DASHES.test(piece) ? '-' : piece === '’' || piece === '‘' ? "'" : piece
    let broken = false
    for (let i = last; i < start; i++) if (text.charCodeAt(i) === 10) broken = true
    out.push({
      start,
      end: start + piece.length,
      kind: digit ? 'digits' : word ? 'word' : 'sign',
      text: piece,
      lower,
      spaced: start > last,
      broken,
    })
    last = start + piece.length
  }
  return out
}
