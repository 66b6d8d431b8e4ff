import { plainOf } from './forms.ts'

/** One rule of the lemmatiser: words of this fine tag with this ending (a leading "^" means the whole word) lose `strip` letters and gain `add`. */
export type LemmaRule = readonly [xpos: string, ending: string, strip: number, add: string]

/** Longest ending that a rule speaks of. */
export const LONGEST_ENDING = 6
const CACHED = 20_000

/** Finds dictionary forms by the longest ending that training has a rule for; without one the lower-cased form stands. */
export class Lemmatiser {
  private readonly rules = new Map<string, Map<string, { strip: number; add: string }>>()
  private readonly cache = new Map<string, string>()

  constructor(rules: readonly LemmaRule[]) {
    for (const [xpos, ending, strip, add] of rules) {
      const group = this.rules.get(xpos) ?? new Map<string, { strip: number; add: string }>()
      this.rules.set(xpos, group.set(ending, { strip, add }))
    }
  }

  /** @param form as written; curly marks are straightened */
  lemma(form: string, xpos: string): string {
    const word = (/[\d‐‑‒]/.test(form) ? form : plainOf(form)).toLowerCase()
    const group = this.rules.get(xpos)
    if (!group || word.length > 40) return word
    const key = `${xpos} ${word}`
    const known = this.cache.get(key)
    if (known !== undefined) return known
    const lemma = apply(group, word)
    if (this.cache.size >= CACHED) this.cache.clear()
    this.cache.set(key, lemma)
    return lemma
  }
}

function apply(group: ReadonlyMap<string, { strip: number; add: string }>, word: string): string {
  let rule = group.get(`^${word}`)
  for (let k = Math.min(LONGEST_ENDING, word.length - 1); !rule && k >= 0; k--) rule = group.get(word.slice(word.length - k))
  if (!rule || rule.strip > word.length || (rule.strip === word.length && rule.add === '')) return word
  return word.slice(0, word.length - rule.strip) + rule.add
}
