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
import { type Candidate, findCandidates } from './candidates.ts'
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
 * governments called by their seat ("Moscow said") are marked: they are parties, not locations. A misspelling is resolved only where
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
  let before: { end: number; role: PlaceRole } | null = null
  return named.map(({ candidate, match }, index) => {
    const order = ranked[index]!
    const best = order[0]!
    const given = candidate.demonym ? 'unstated' : roleOf(text, all, candidate, before)
    const metonym = !candidate.demonym && isMetonym(text, all, tokens, candidate, best, gazetteer, given)
    const next = named[index + 1]?.candidate
    const owner = all[candidate.next]?.lower === "'s" && !(next && !next.demonym && next.first === candidate.next + 1)
    const role: PlaceRole = metonym || (owner && given !== 'where') ? 'unstated' : given
    if (!candidate.demonym) before = { end: candidate.end, role: given }
    return {
      id: `p${index + 1}`,
      cell: cellAt(text, candidate.start, candidate.end),
      place: gazetteer.entry(best),
      match,
      runnersUp: order.slice(1, 4).map((entry) => gazetteer.entry(entry)),
      role,
      metonym,
      demonym: candidate.demonym,
    }
  })
}

function matchOf(candidate: Candidate): MatchKind {
  return candidate.demonym || candidate.abbreviation || !candidate.meanings.some((meaning) => meaning.main)
    ? 'alternate'
    : 'exact'
}
