import type { Lexeme } from '../numbers/index.ts'

const VERBS: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3, quadruple: 4, quintuple: 5, halve: 0.5 }
const FOLD: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}

/**
 * Reads at lexeme `at` the factor by which something changed: "doubled", "trebling", "a fivefold rise". The bare forms ("double")
 * are adjectives as often as verbs and are read only where an auxiliary or "to" stands before them.
 */
export function readMultiple(all: readonly Lexeme[], at: number): { readonly factor: number; readonly next: number } | null {
  const word = all[at]!
  if (word.kind !== 'word') return null
  const fold = /^(two|three|four|five|six|seven|eight|nine|ten)fold$/.exec(word.lower)
  if (fold) return { factor: FOLD[fold[1]!]!, next: at + 1 }
  const bare = /^(doubl|tripl|trebl|quadrupl|quintupl|halv)(e[ds]?|ing)$/.exec(word.lower)
  if (!bare) return null
  const factor = VERBS[`${bare[1]}e`]!
  if (bare[2] === 'e' && !/^(?:to|will|would|could|may|might|can|should|must|than|nearly|almost)$/.test(all[at - 1]?.lower ?? ''))
    return null
  if (bare[2] === 'es' && !/^(?:to|in|every|since|from|its|the)$/.test(all[at + 1]?.lower ?? '')) return null
  return { factor, next: at + 1 }
}
