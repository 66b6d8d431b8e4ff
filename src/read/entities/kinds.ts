import type { EntityKind } from '../../model/index.ts'
import { COUNTRY_WORDS } from '../lexicon/countries.ts'
import { BODY_NOUNS, PERSON_NOUNS } from '../lexicon/nouns.ts'
import { ACRONYM_BODIES, BODY_NAME_WORDS, OUTLET_WORDS, OUTLETS, WEAPON_NOUNS } from '../lexicon/titles.ts'

/**
 * Kind of a named thing by its own words and by how it is introduced.
 * @param words lower-case words of the name
 * @param titled a title stood before it
 * @param describedAs lemma of the head of an apposition or of the noun before it; null without
 */
export function kindOfName(words: readonly string[], acronym: boolean, titled: boolean, describedAs: string | null): EntityKind {
  const joined = words.join(' ')
  const last = words.at(-1) ?? ''
  const country = COUNTRY_WORDS.get(joined)
  if (country) return country.people ? 'group' : 'place'
  if (OUTLETS.has(joined) || (words.length > 1 && OUTLET_WORDS.has(last) && !titled)) return 'outlet'
  if (titled) return 'person'
  if (words.some((word) => BODY_NAME_WORDS.has(word)) || (words.length === 1 && ACRONYM_BODIES.has(words[0]!)))
    return 'organisation'
  if (WEAPON_NOUNS.has(last)) return 'weapon'
  if (describedAs !== null) {
    if (PERSON_NOUNS.has(describedAs)) return 'person'
    if (BODY_NOUNS.has(describedAs)) return 'organisation'
    if (WEAPON_NOUNS.has(describedAs)) return 'weapon'
    if (/^(?:city|town|village|region|province|district|port|base|island|river|capital|county|state|suburb)$/.test(describedAs))
      return 'place'
  }
  if (acronym) return 'organisation'
  if (words.some((word) => COUNTRY_WORDS.get(word)?.people)) return 'organisation'
  return 'other'
}
