import type { Page } from '../grammar/page.ts'
import type { Building, Register } from './register.ts'

/** Sentences that a pronoun looks back over. */
const REACH = 4

/**
 * Whom a speaking pronoun stands for: walking back over sentences, the first fitting mention of each, since subjects come first.
 * @returns index into the register, or null when nothing fits
 */
export function resolvePronoun(page: Page, register: Register, at: number): number | null {
  const word = page.words[at]!
  const accepts = ACCEPTS.get(word)
  if (!accepts) return null
  const here = page.sentenceOf[at]!
  let best: { index: number; score: number } | null = null
  for (let i = register.all.length - 1, seen = 0; i >= 0 && seen < 120; i--, seen++) {
    const building = register.all[i]!
    if (!accepts(building)) continue
    for (let k = building.mentions.length - 1; k >= 0; k--) {
      const mention = building.mentions[k]!
      const distance = here - page.sentenceOf[mention.at]!
      if (distance > REACH) break
      if (mention.at >= at) continue
      const offset = mention.at - page.sentences[page.sentenceOf[mention.at]!]!.firstToken
      const speaks = mention.form === 'pronoun' || page.verbOf[mention.at + 1] !== -1 ? 4 : 0
      const score = -distance * 30 - Math.min(offset, 25) + speaks
      if (!best || score > best.score) best = { index: i, score }
    }
  }
  return best?.index ?? null
}

const person =
  (gender: 'male' | 'female') =>
  (building: Building): boolean =>
    building.kind === 'person' && !building.plural && (building.gender === null || building.gender === gender)
const body = (building: Building): boolean =>
  !building.plural &&
  (building.kind === 'organisation' || building.kind === 'outlet' || (building.kind === 'place' && !building.described))
const many = (building: Building): boolean => building.plural || building.kind === 'group' || building.kind === 'organisation'

const ACCEPTS: ReadonlyMap<string, (building: Building) => boolean> = new Map(
  Object.entries({
    he: person('male'),
    she: person('female'),
    his: person('male'),
    her: person('female'),
    it: body,
    its: body,
    they: many,
    their: many,
  }),
)
