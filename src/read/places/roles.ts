import type { PlaceRole, Token } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'
import type { Candidate } from './candidates.ts'
import type { Gazetteer } from './gazetteer.ts'
import { ACTS, BASED, DIRECTIONS, FROM, TO, WHERE } from './words.ts'

/** What the place is to what is told, by the preposition before it; later names of a list take the role of the first. */
export function roleOf(
  text: string,
  all: readonly Lexeme[],
  candidate: Candidate,
  before: { readonly end: number; readonly role: PlaceRole } | null,
): PlaceRole {
  let i = candidate.first - 1
  while (i >= 0 && candidate.first - i < 5 && /^(?:the|an|a)$/.test(all[i]!.lower)) i -= 1
  while (
    i >= 0 &&
    candidate.first - i < 5 &&
    DIRECTIONS.has(all[i]!.lower) &&
    /^(?:in|at|near|from|to|into|the|of|across|towards|toward)$/.test(all[i - 1]?.lower ?? '')
  )
    i -= 1
  while (i >= 0 && candidate.first - i < 5 && /^(?:the|city|town|village|port|province|region|of)$/.test(all[i]!.lower) && i > 0)
    i -= 1
  const word = all[i]?.lower ?? ''
  const sooner = all[i - 1]?.lower ?? ''
  if (BASED.has(word) || (/^(?:in|at|near|on|out)$/.test(word) && BASED.has(sooner))) return 'based'
  if (FROM.has(word) || (word === 'of' && sooner === 'out')) return 'from'
  if (TO.has(word) && word !== 'for') return 'to'
  if (word === 'for' && /^(?:left|bound|headed|heading|leave|leaving|sailed|departed)$/.test(sooner)) return 'to'
  if (WHERE.has(word)) {
    for (let j = i - 1; j >= 0 && i - j < 4; j--) if (BASED.has(all[j]!.lower)) return 'based'
    return 'where'
  }
  if (
    before &&
    before.role !== 'unstated' &&
    /^(?:,|,? (?:and|or)|, \p{L}[\p{L} ]{0,30},)\s?(?:the )?$/u.test(text.slice(before.end, candidate.start))
  )
    return before.role
  if (before && before.role !== 'unstated' && /^['’]s (?:the )?$/.test(text.slice(before.end, candidate.start)))
    return before.role
  const after = all[candidate.next]
  if (after?.lower === '-' && !after.spaced && all[candidate.next + 1]?.lower === 'based') return 'based'
  return 'unstated'
}

/**
 * True when a country, a capital or a house of government stands for those who govern: subject of a verb of saying or dealing,
 * or one side of what is between two of them. Where something happened there, or went there, it is a place.
 */
export function isMetonym(
  text: string,
  all: readonly Lexeme[],
  tokens: readonly Token[],
  candidate: Candidate,
  entry: number,
  gazetteer: Gazetteer,
  role: PlaceRole,
): boolean {
  const kind = gazetteer.kind(entry)
  if (kind !== 'country' && !gazetteer.isSeat(entry)) return false
  const before = all[candidate.first - 1]?.lower ?? ''
  const sooner = all[candidate.first - 2]?.lower ?? ''
  const dealing =
    /^(?:ties|relations|relationship|talks|agreement|agreements|treaty|pact|deal|partnership|alliance|cooperation|tensions|trade|negotiations|rivalry|dialogue|friendship|between|war|border)$/
  if (
    /^(?:with|between)$/.test(before) &&
    (dealing.test(sooner) || before === 'between') &&
    sooner !== 'border' &&
    sooner !== 'war'
  )
    return true
  if (
    before === 'and' &&
    /\b(?:between|both)\s+(?:the )?\p{Lu}[\p{L} .-]{1,40} and $/u.test(
      text.slice(Math.max(0, candidate.start - 70), candidate.start),
    )
  )
    return true
  if (role !== 'unstated' || /^(?:of|in|at|near|from|to|on|for|by|against)$/.test(before)) return false
  const possessive = all[candidate.next]?.lower === "'s"
  if (possessive) return false
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= candidate.end) low = middle + 1
    else high = middle
  }
  for (let i = low; i < tokens.length && i - low < 5; i++) {
    const token = tokens[i]!
    if (token.upos === 'VERB') return ACTS.test(token.lemma)
    if (token.upos !== 'ADV' && token.upos !== 'AUX' && token.upos !== 'PART') return false
  }
  return false
}
