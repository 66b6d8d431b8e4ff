import type { Cell } from './span.ts'

export type PlaceKind =
  | 'country'
  | 'region'
  | 'district'
  | 'city'
  | 'base'
  | 'port'
  | 'airfield'
  | 'river'
  | 'water'
  | 'mountain'
  | 'area'
  | 'front'
  | 'site'
  | 'continent'
export type Precision = 'point' | 'town' | 'district' | 'region' | 'country' | 'continent'
/** How the surface met the gazetteer. `fuzzy` is always shown to the reader as "resolved from a misspelling". */
export type MatchKind = 'exact' | 'alternate' | 'fuzzy' | 'unresolved'
export type PlaceRole = 'where' | 'from' | 'to' | 'based' | 'unstated'

/** A gazetteer entry that a toponym may mean. */
export interface PlaceEntry {
  /** `gn:2013348` for GeoNames, `ne:UKR-326` for Natural Earth, `sr:far-east` for our own list. */
  readonly id: string
  readonly name: string
  readonly kind: PlaceKind
  readonly latitude: number
  readonly longitude: number
  readonly precision: Precision
  /** ISO 3166-1 alpha-2; null for seas and the like. */
  readonly country: string | null
  /** From wide to narrow: ["Russia", "Primorskiy Kray"]. */
  readonly admin: readonly string[]
}

/** A mention of a place in the text. */
export interface Toponym {
  readonly id: string
  readonly cell: Cell
  readonly place: PlaceEntry | null
  readonly match: MatchKind
  /** What else it could have been, likeliest first, so that a person can switch. */
  readonly runnersUp: readonly PlaceEntry[]
  readonly role: PlaceRole
  /** True when the name stands for a government or body ("Moscow said"): an actor, not a location. */
  readonly metonym: boolean
  /** True for an adjective or people's name ("North Korean"): a party, not a location. */
  readonly demonym: boolean
}
