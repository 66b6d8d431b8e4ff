import { byNumber } from './numbering.ts'
import type { Range } from './standoff.ts'

/** A text with its words, in which pointers are resolved. */
export interface Pointed {
  readonly text: string
  readonly words: readonly Range[]
}

/** How far apart the first and the last words of one span may stand. */
const FARTHEST = 4000
const NUMBERS = /^w(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/

/**
 * The ranges a pointer means: word numbers ("w12-15,18"), or the words themselves, a long span by its first and last
 * ones ("The crane .. to fall"), pieces joined by " + "; "-" is none. Words are looked for from `from` on, each piece
 * after the one before. Throws where they are not found.
 */
export function following(pointer: string, { text, words }: Pointed, from: number): Range[] {
  if (pointer === '-') return []
  if (NUMBERS.test(pointer)) return byNumber(pointer.slice(1), words)
  const ranges: Range[] = []
  let cursor = from
  for (const piece of pointer.split(' + ')) {
    const range = span(piece, text, cursor)
    if (!range) throw new Error(`"${piece}" is not found from character ${cursor} on`)
    ranges.push(range)
    cursor = range[1]
  }
  return ranges
}

/** The same for a pointer whose words stand near `near`: the nearest place before or after that meets none of `taken`. */
export function nearest(pointer: string, pointed: Pointed, near: readonly Range[], taken: readonly Range[]): Range[] {
  if (pointer === '-') return []
  if (NUMBERS.test(pointer)) return byNumber(pointer.slice(1), pointed.words)
  const ranges = pointer.split(' + ').map((piece) => {
    let best: { range: Range; far: number } | null = null
    for (let at = 0; ; ) {
      const range = span(piece, pointed.text, at)
      if (!range) break
      at = range[0] + 1
      if (taken.some(([start, end]) => start < range[1] && range[0] < end)) continue
      const far = Math.min(
        ...near.map(([start, end]) => (range[1] <= start ? start - range[1] : range[0] >= end ? range[0] - end : 0)),
      )
      if (!best || far < best.far) best = { range, far }
    }
    if (!best) throw new Error(`"${piece}" is not found`)
    return best.range
  })
  return ranges.sort((a, b) => a[0] - b[0])
}

function span(piece: string, text: string, from: number): Range | null {
  const [first = '', ...others] = piece.split(' .. ')
  const last = others.at(-1)
  const start = find(first, text, from)
  if (!start) return null
  if (last === undefined) return start
  const end = find(last, text, start[1])
  return end && end[1] - start[0] <= FARTHEST ? [start[0], end[1]] : null
}

/** The next place where the words stand as whole words, whatever white space is between them. */
function find(phrase: string, text: string, from: number): Range | null {
  const source = phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+')
  const pattern = new RegExp(`(?<![\\p{L}\\d](?=[\\p{L}\\d]))${source}(?!(?<=[\\p{L}\\d])[\\p{L}\\d])`, 'gu')
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match ? [match.index, match.index + match[0].length] : null
}
