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

/** What was cut last: figures, times and places each ask for the same text. */
let last: { readonly text: string; readonly pieces: readonly Lexeme[] } = { text: '', pieces: [] }

/**
 * Cuts a text into words, runs of digits and single signs. Linear in the length of the text.
 * A possessive comes off its word ("year's" → "year", "'s"), other apostrophes stay ("o'clock"), digits never join with letters ("5kg" → "5", "kg").
 */
export function lexemes(text: string): readonly Lexeme[] {
  if (last.text !== text) last = { text, pieces: cut(text) }
  return last.pieces
}

function cut(text: string): Lexeme[] {
  const out: Lexeme[] = []
  const pattern = new RegExp(PIECE)
  let past = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13)) {
      at++
      continue
    }
    let start = at
    let end = plainEnd(text, at, code)
    const plain = end > at
    if (!plain) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match) break
      start = match.index
      end = start + match[0].length
    }
    const piece = text.slice(start, end)
    const digit = isDigit(piece.charCodeAt(0))
    const word = plain ? isLetter(code) : /^['’]?\p{L}/u.test(piece)
    let lower = piece
    if (word) lower = plain ? piece.toLowerCase() : piece.toLowerCase().replaceAll('’', "'")
    else if (!plain) lower = DASHES.test(piece) ? '-' : piece === '’' || piece === '‘' ? "'" : piece
    let broken = false
    for (let i = past; i < start; i++) if (text.charCodeAt(i) === 10) broken = true
    out.push({ start, end, kind: digit ? 'digits' : word ? 'word' : 'sign', text: piece, lower, spaced: start > past, broken })
    at = past = end
  }
  return out
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Where a piece ends that is plain ASCII to its end and has no apostrophe beside it; the pattern cuts all others. @returns `at` for those */
function plainEnd(text: string, at: number, first: number): number {
  let end = at + 1
  if (isLetter(first)) {
    while (isLetter(text.charCodeAt(end))) end++
    const next = text.charCodeAt(end)
    return next === 39 || next > 127 ? at : end
  }
  if (isDigit(first)) {
    while (isDigit(text.charCodeAt(end))) end++
    return end
  }
  return first > 32 && first < 127 && first !== 39 ? end : at
}
