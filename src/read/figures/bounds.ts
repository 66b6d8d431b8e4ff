import type { Bound } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'

export interface Hedge {
  readonly bound: Bound
  /** Lexemes that the hedge takes up. */
  readonly length: number
  /** "more than" leaves the number itself out, "at least" keeps it. */
  readonly open: boolean
}

type Row = readonly [phrase: string, bound: Bound, open?: boolean]

const BEFORE: readonly Row[] = [
  ['as many as', 'atMost'],
  ['as much as', 'atMost'],
  ['as high as', 'atMost'],
  ['up to', 'atMost'],
  ['upto', 'atMost'],
  ['at most', 'atMost'],
  ['at the most', 'atMost'],
  ['a maximum of', 'atMost'],
  ['maximum of', 'atMost'],
  ['no more than', 'atMost'],
  ['not more than', 'atMost'],
  ['less than or equal to', 'atMost'],
  ['equal to or less than', 'atMost'],
  ['less or equal than', 'atMost'],
  ['less or equal to', 'atMost'],
  ['at most or equal to', 'atMost'],
  ['less than', 'atMost', true],
  ['fewer than', 'atMost', true],
  ['lower than', 'atMost', true],
  ['smaller than', 'atMost', true],
  ['under', 'atMost', true],
  ['below', 'atMost', true],
  ['at least', 'atLeast'],
  ['at the very least', 'atLeast'],
  ['at least or equal to', 'atLeast'],
  ['greater or equal than', 'atLeast'],
  ['greater or equal to', 'atLeast'],
  ['more or equal than', 'atLeast'],
  ['greater than or equal to', 'atLeast'],
  ['more than or equal to', 'atLeast'],
  ['a minimum of', 'atLeast'],
  ['minimum of', 'atLeast'],
  ['no fewer than', 'atLeast'],
  ['no less than', 'atLeast'],
  ['not less than', 'atLeast'],
  ['not fewer than', 'atLeast'],
  ['as few as', 'atLeast'],
  ['as little as', 'atLeast'],
  ['upwards of', 'atLeast'],
  ['upward of', 'atLeast'],
  ['in excess of', 'atLeast', true],
  ['more than', 'atLeast', true],
  ['greater than', 'atLeast', true],
  ['larger than', 'atLeast', true],
  ['higher than', 'atLeast', true],
  ['well over', 'atLeast', true],
  ['well above', 'atLeast', true],
  ['over', 'atLeast', true],
  ['above', 'atLeast', true],
  ['exceeding', 'atLeast', true],
  ['exceeded', 'atLeast', true],
  ['exceeds', 'atLeast', true],
  ['exceed', 'atLeast', true],
  ['surpassed', 'atLeast', true],
  ['topped', 'atLeast', true],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['approx .', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['circa', 'about'],
  ['some', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['close to', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['an average of', 'about'],
  ['on average', 'about'],
  ['in the region of', 'about'],
  ['somewhere around', 'about'],
  ['in the order of', 'about'],
  ['on the order of', 'about'],
  ['exactly', 'exact'],
  ['precisely', 'exact'],
  ['~', 'about'],
  ['≈', 'about'],
  ['> =', 'atLeast'],
  ['≥', 'atLeast'],
  ['< =', 'atMost'],
  ['≤', 'atMost'],
  ['>', 'atLeast', true],
  ['<', 'atMost', true],
]

const AFTER: readonly Row[] = [
  ['or more', 'atLeast'],
  ['or so', 'about'],
  ['or thereabouts', 'about'],
  ['or fewer', 'atMost'],
  ['or less', 'atMost'],
  ['and above', 'atLeast'],
  ['and over', 'atLeast'],
  ['and up', 'atLeast'],
  ['or higher', 'atLeast'],
  ['- plus', 'atLeast'],
  ['plus', 'atLeast'],
  ['+', 'atLeast'],
  ['- odd', 'about'],
  ['odd', 'about'],
  ['at least', 'atLeast'],
  ['at most', 'atMost'],
  ['at the most', 'atMost'],
]

interface Node {
  readonly next: Map<string, Node>
  row: Row | null
}

function trie(rows: readonly Row[], backwards: boolean): Node {
  const root: Node = { next: new Map(), row: null }
  for (const row of rows) {
    const words = row[0].split(' ')
    if (backwards) words.reverse()
    let node = root
    for (const word of words) {
      const next = node.next.get(word) ?? { next: new Map(), row: null }
      node.next.set(word, next)
      node = next
    }
    node.row = row
  }
  return root
}

const BACKWARD = trie(BEFORE, true)
const FORWARD = trie(AFTER, false)

/** The longest hedge that ends just before lexeme `at`. */
export function hedgeBefore(all: readonly Lexeme[], at: number): Hedge | null {
  let node: Node | undefined = BACKWARD
  let found: Hedge | null = null
  // "=<30": a slip of the pen that could mean either
  if (/^[<>]$/.test(all[at - 1]?.lower ?? '') && all[at - 2]?.lower === '=' && !all[at - 1]!.spaced) return null
  for (let i = at - 1; i >= 0 && node; i--) {
    node = node.next.get(all[i]!.lower)
    if (node?.row) found = { bound: node.row[1], length: at - i, open: node.row[2] === true }
    if (all[i]!.broken) break
  }
  return found
}

/** The longest hedge that begins at lexeme `at`. */
export function hedgeAfter(all: readonly Lexeme[], at: number): Hedge | null {
  let node: Node | undefined = FORWARD
  let found: Hedge | null = null
  for (let i = at; i < all.length && node; i++) {
    if (all[i]!.broken) break
    node = node.next.get(all[i]!.lower)
    if (node?.row) found = { bound: node.row[1], length: i - at + 1, open: node.row[2] === true }
  }
  if (!found) return null
  const first = all[at]!
  const after = all[at + found.length]
  if (first.lower === '+' && (first.spaced || after?.kind === 'digits')) return null
  if (first.lower === 'plus' && !(after === undefined || after.kind === 'word')) return null
  if (first.lower === 'odd' && !first.spaced) return null
  return found
}
