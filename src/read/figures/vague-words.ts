import type { Lexeme } from '../numbers/index.ts'
import { VAGUE_BY_WORD, type VagueRow } from './vague.ts'

export interface VagueFound {
  readonly row: VagueRow
  readonly first: number
  readonly next: number
}

const PLURALS = new Set(['dozens', 'scores', 'hundreds', 'thousands', 'millions', 'billions', 'trillions'])
const MULTIPLES = new Set(['tens', 'hundreds'])
const LEADS = new Set(['several', 'few', 'couple'])
const SCALED = new Set(['dozen', 'hundred', 'thousand', 'million', 'billion'])
const NOT_SCORES_BEFORE = new Set([
  'test',
  'exam',
  'the',
  'his',
  'her',
  'their',
  'he',
  'she',
  'who',
  'settle',
  'top',
  'high',
  'low',
  'it',
])

/** Reads a vague quantity at lexeme `at`: "dozens", "tens of thousands", "several hundred", "a few", "a couple of". */
export function readVague(all: readonly Lexeme[], at: number): VagueFound | null {
  const first = all[at]!
  if (first.kind !== 'word') return null
  let i = at
  if (first.lower === 'a') i += 1
  const word = all[i]?.lower ?? ''
  const found = (name: string, next: number): VagueFound | null => {
    const row = VAGUE_BY_WORD.get(name)
    return row ? { row, first: at, next } : null
  }
  if (i === at && PLURALS.has(word)) {
    if (all[i + 1]?.lower === 'of' && MULTIPLES.has(word)) {
      const big = all[i + 2]?.lower ?? ''
      const both = found(`${word} of ${big}`, i + 3)
      if (both) return both
    }
    if (word === 'scores') {
      const after = all[i + 1]?.lower
      if (
        after !== 'of' &&
        after !== 'more' &&
        !/^(?:killed|injured|wounded|dead|missing|hurt|arrested|were|have)$/.test(after ?? '')
      )
        return null
      if (NOT_SCORES_BEFORE.has(all[at - 1]?.lower ?? '')) return null
    }
    return found(word, i + 1)
  }
  if (i === at && word === 'tens' && all[i + 1]?.lower === 'of') {
    const big = all[i + 2]?.lower ?? ''
    return found(`tens of ${big}`, i + 3) ?? found('tens', i + 1)
  }
  if (i > at && word === 'handful') return found('a handful', i + 1)
  if (!LEADS.has(word) || (i === at) !== (word === 'several')) return null
  const name = word === 'several' ? 'several' : `a ${word}`
  const of = word === 'couple' && all[i + 1]?.lower === 'of' ? 1 : 0
  const scaled = all[i + 1 + of]
  if (scaled && SCALED.has(scaled.lower)) {
    const both = found(`${name}${of ? ' of' : ''} ${scaled.lower}`, i + 2 + of)
    if (both) return both
  }
  return found(name, i + 1)
}
