import {
  cellAt,
  type EntityKind,
  type MatchKind,
  type PlaceRole,
  type Sentence,
  type Span,
  type Token,
  type Toponym,
} from '../../model/index.ts'
import { findBorders } from './borders.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { derived } from './derived.ts'
import { resolveMisspelling } from './fuzzy.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isMetonym, roleOf } from './roles.ts'
import { weigh } from './weigh.ts'
import { isPlace } from './witness.ts'

export { type Gazetteer, openGazetteer } from './gazetteer.ts'

/** What else the reader knows of the text. */
export interface PlaceContext {
  /** Names that are somebody's or something's: a town's name inside a person's is no place. */
  readonly entities: readonly (Span & { readonly kind: EntityKind })[]
  /** Countries (ISO 3166-1 alpha-2) that the situation is about: they weigh as if the report named them. */
  readonly countries: readonly string[]
}

export const NO_PLACE_CONTEXT: PlaceContext = Object.freeze({ entities: [], countries: [] })

/**
 * Finds the places that a text names and says which they are: the gazetteer's longest names, freed of persons and common words,
 * weighed by the countries and regions that the whole text names, with the runners-up kept. Demonyms ("North Korean") and
 * governments called by their seat ("Moscow said") are marked: they are parties, not locations. Ports, airfields, bases, fronts and coasts
 * that have their name from a town or country are entries of their own; borders stand on their own cell ("along the [border]"). A misspelling is resolved only where
 * one place is near certain, and marked `fuzzy`. Ids are `p1`, `p2`, … in text order.
 * @returns nothing without a gazetteer
 */
export function findPlaces(
  text: string,
  tokens: readonly Token[],
  _sentences: readonly Sentence[],
  gazetteer: Gazetteer | null,
  context: PlaceContext = NO_PLACE_CONTEXT,
): Toponym[] {
  if (!gazetteer) return []
  const { all, candidates } = findCandidates(text, gazetteer)
  const kept = isPlace(text, all, tokens, candidates, gazetteer, context)
  const misspelt = resolveMisspelling(text, all, kept, gazetteer, context)
  const named = [
    ...kept.map((candidate) => ({ candidate, match: matchOf(candidate) })),
    ...misspelt.map((candidate) => ({ candidate, match: 'fuzzy' as MatchKind })),
  ].sort((a, b) => a.candidate.start - b.candidate.start)
  const ranked = weigh(
    text,
    all,
    named.map((item) => item.candidate),
    gazetteer,
    context,
  )
  const resolved = named.map(({ candidate }, index) => ({
    first: candidate.first,
    next: candidate.next,
    entry: ranked[index]![0]!,
    demonym: candidate.demonym,
  }))
  const borders = findBorders(text, all, resolved, gazetteer, (first) =>
    roleOf(text, all, { first, next: first, start: 0, end: 0 }, null),
  )
  const sides = new Set(borders.flatMap((border) => border.named))
  let before: { end: number; role: PlaceRole } | null = null
  const found = named.map(({ candidate, match }, index): Omit<Toponym, 'id'> => {
    const order = ranked[index]!
    const best = order[0]!
    const given = candidate.demonym || sides.has(index) ? 'unstated' : roleOf(text, all, candidate, before)
    const metonym = !candidate.demonym && !sides.has(index) && isMetonym(text, all, tokens, candidate, best, gazetteer, given)
    const next = named[index + 1]?.candidate
    const owner = all[candidate.next]?.lower === "'s" && !(next && !next.demonym && next.first === candidate.next + 1)
    const place = metonym || candidate.demonym ? gazetteer.entry(best) : derived(all, candidate, gazetteer.entry(best))
    const role: PlaceRole = metonym || (owner && given !== 'where' && place.kind !== 'area') ? 'unstated' : given
    if (!candidate.demonym) before = { end: candidate.end, role: given }
    return {
      cell: cellAt(text, candidate.start, candidate.end),
      place,
      match,
      runnersUp: order.slice(1, 4).map((entry) => gazetteer.entry(entry)),
      role,
      metonym,
      demonym: candidate.demonym,
    }
  })
  // "Khan Younis and Rafah were evacuated": what is said of the last holds for all
  for (let i = found.length - 2; i >= 0; i--) {
    const [here, next] = [found[i]!, found[i + 1]!]
    const joined = /^(?:,| and|, and) (?:the )?$/.test(text.slice(here.cell.end, next.cell.start))
    if (joined && next.role === 'where' && here.role === 'unstated' && !here.metonym && !here.demonym && !sides.has(i))
      found[i] = { ...here, role: 'where' }
  }
  return [...found, ...borders.map(({ toponym }) => toponym)]
    .sort((a, b) => a.cell.start - b.cell.start)
    .map((toponym, index) => ({ id: `p${index + 1}`, ...toponym }))
}

function matchOf(candidate: Candidate): MatchKind {
  return candidate.demonym || candidate.abbreviation || !candidate.meanings.some((meaning) => meaning.main)
    ? 'alternate'
    : 'exact'
}
