import { type Cell, type Cells, cellAt } from '../model/index.ts'
import type { Quote } from './answer.ts'
import type { Shown } from './windows.ts'

const WORD = /[\p{L}\p{N}]/u

/**
 * Finds a quotation in the sentence that it names. Exact: no case, spelling or nearness is forgiven, and no word is cut.
 * @returns null where the sentence was not shown, or does not hold the words so often
 */
export function locate(text: string, quote: Quote, sentences: ReadonlyMap<number, Shown>): Cell | null {
  const sentence = sentences.get(quote.sentence)
  const words = quote.text.trim()
  if (sentence === undefined || words === '' || quote.occurrence < 1 || words.length > sentence.text.length) return null
  let found = -1
  for (let k = 0; k < quote.occurrence; k++) {
    found = occurrenceFrom(sentence.text, words, found + 1)
    if (found < 0) return null
  }
  const start = sentence.at[found]
  const end = sentence.at[found + words.length - 1]
  return start === undefined || end === undefined ? null : cellAt(text, start, end + 1)
}

/** Where whole words stand next: "said" is not found in "saidest", half a character never. */
function occurrenceFrom(text: string, words: string, from: number): number {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (!cuts(text, at) && !cuts(text, end)) return at
  }
  return -1
}

function cuts(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = text.codePointAt(at - 1) ?? 0
  if (before > 0xffff) return true
  const low = text.charCodeAt(at - 1)
  const char = low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at)
  return WORD.test(char) && WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** All quotations of one role, in text order; null where one is not found or two overlap. */
export function locateAll(text: string, quotes: readonly Quote[], sentences: ReadonlyMap<number, Shown>): Cells | null {
  const cells: Cell[] = []
  for (const quote of quotes) {
    const cell = locate(text, quote, sentences)
    if (cell === null) return null
    cells.push(cell)
  }
  cells.sort((a, b) => a.start - b.start || a.end - b.end)
  return cells.some((cell, i) => i > 0 && cell.start < (cells[i - 1]?.end ?? 0)) ? null : cells
}
