import type { PlaceEntry, PlaceKind, Precision } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'
import type { Candidate } from './candidates.ts'

/** Nouns behind or before a name that say which thing of that name is meant, and what it then is. */
const NOUNS: readonly (readonly [word: RegExp, kind: PlaceKind, what: string])[] = [
  [/^(?:port|harbou?r|docks?|dockyard|shipyard)$/, 'port', 'port'],
  [/^(?:airports?|airfields?|aerodrome|airstrip)$/, 'airfield', 'airport'],
  [/^(?:airbase|garrison|barracks)$/, 'base', 'base'],
  [/^(?:front|frontlines?)$/, 'front', 'front'],
  [/^sector$/, 'front', 'sector'],
  [/^(?:coast|coastline|shoreline|shores?|seaboard)$/, 'area', 'coast'],
]
const BASE_BEFORE = /^(?:air|naval|military|army|navy|submarine|missile|rocket|drone)$/
/** "front page", "port city", "base camp": the noun belongs to the next one. */
const NOT_BEFORE = /^(?:page|door|runner|desk|row|seat|office|city|town|camp|rate|rates|guard|guards|road)$/
const WIDE: ReadonlySet<PlaceKind> = new Set(['country', 'region', 'water', 'area', 'city', 'district', 'river'])
const TOWNS: ReadonlySet<PlaceKind> = new Set(['city', 'district', 'region'])

/**
 * What stands in the text may be the port, airfield, base, sector or coast that has its name from a place: "Chongjin port", "the port of
 * Odesa", "Engels air base", "the Kharkiv sector", "the Black Sea coast", "off the coast of Yemen". Such an entry keeps the coordinates of its
 * name-giver, says so in its path, and is an entry of its own (`gn:2044757:port`).
 * @returns the entry itself where nothing says that something else is meant
 */
export function derived(all: readonly Lexeme[], candidate: Candidate, entry: PlaceEntry): PlaceEntry {
  const found = after(all, candidate, entry.kind) ?? before(all, candidate, entry.kind)
  if (!found) return entry
  const { kind, what } = found
  const precision: Precision = kind === 'front' || kind === 'area' ? 'region' : entry.precision
  return {
    ...entry,
    id: `${entry.id}:${what}`,
    name: what === 'coast' && entry.kind === 'country' ? `coast of ${entry.name}` : `${entry.name} ${what}`,
    kind,
    precision,
    admin: [...entry.admin, entry.name],
  }
}

type Found = { readonly kind: PlaceKind; readonly what: string }

function after(all: readonly Lexeme[], candidate: Candidate, kind: PlaceKind): Found | null {
  let i = candidate.next
  if (all[i]?.lower === "'s") i += 1
  if (/^(?:international|domestic|main|sea|commercial|container)$/.test(all[i]?.lower ?? '')) i += 1
  const word = all[i]
  if (word?.kind !== 'word' || word.broken) return null
  const next = all[i + 1]
  if (BASE_BEFORE.test(word.lower) && next?.lower === 'base' && !next.broken)
    return TOWNS.has(kind) ? { kind: 'base', what: 'base' } : null
  if (word.lower === 'naval' && next?.lower === 'station') return TOWNS.has(kind) ? { kind: 'base', what: 'base' } : null
  if (next && !next.broken && NOT_BEFORE.test(next.lower)) return null
  const line = word.lower === 'front' && (next?.lower === 'line' || next?.lower === 'lines')
  return allowed(line ? 'front' : word.lower, kind)
}

function before(all: readonly Lexeme[], candidate: Candidate, kind: PlaceKind): Found | null {
  if (all[candidate.first - 1]?.lower !== 'of' || all[candidate.first]!.broken) return null
  const word = all[candidate.first - 2]
  if (word?.kind !== 'word') return null
  return /^(?:port|harbou?r|coast|coastline|shores?|airport)$/.test(word.lower) ? allowed(word.lower, kind) : null
}

function allowed(word: string, kind: PlaceKind): Found | null {
  const row = NOUNS.find(([form]) => form.test(word))
  if (!row) return null
  const [, made, what] = row
  if (!(what === 'coast' || made === 'front' ? WIDE : TOWNS).has(kind)) return null
  return { kind: made, what }
}
