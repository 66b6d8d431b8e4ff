import type { Range } from './standoff.ts'

const TOKEN = /\d+(?:[.,:]\d+)*|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\d]*|\S/gu
const SENTENCE_END = /^[.!?]$/

/**
 * Cuts a text into the numbered words that an annotator points at: runs of letters or digits, and single other
 * characters. Only drafts know these numbers; what is kept is character offsets.
 */
export function number(text: string): Range[] {
  return [...text.matchAll(TOKEN)].map((match) => [match.index, match.index + match[0].length] as const)
}

/** The text with each word's number after it, a line for about each sentence: what the annotator reads. */
export function numbered(text: string): string {
  let out = ''
  let last = 0
  for (const [index, [start, end]] of number(text).entries()) {
    const gap = text.slice(last, start)
    if (gap.includes('\n')) out += '\n'
    else if (gap !== '') out += ' '
    const word = text.slice(start, end)
    out += `${word}/${index}`
    if (SENTENCE_END.test(word)) out += '\n'
    last = end
  }
  return out
}

/** Turns "12-15,18" (a pointer less its "w") into character ranges, end exclusive. Throws on a number that the text does not have. */
export function byNumber(pointer: string, words: readonly Range[]): Range[] {
  return pointer.split(',').map((part) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part)
    const first = words[Number(match?.[1])]
    const last = words[Number(match?.[2] ?? match?.[1])]
    if (!first || !last || last[0] < first[0]) throw new Error(`"${part}" does not point at words 0 to ${words.length - 1}`)
    return [first[0], last[1]] as const
  })
}
