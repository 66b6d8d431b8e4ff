import type { Event } from './claim.ts'
import type { Cell } from './span.ts'

export type Bound = 'exact' | 'about' | 'atLeast' | 'atMost' | 'between'

/** What sort of number it is. Only `count`, `measure`, `money` and `percent` answer "how many" or "how much". */
export type FigureKind = 'count' | 'measure' | 'money' | 'percent' | 'ratio' | 'ordinal' | 'age' | 'calibre' | 'designation'

/** Whether the figure is the whole so far, an addition to it, or a rate, share or remainder of it. */
export type FigureRole = 'total' | 'increment' | 'rate' | 'share' | 'remaining' | 'unstated'

/**
 * A quantity in the text as an interval with its meaning.
 * `low`, `best`, `high` are null where the text leaves them open: "at least 1,500" has no high.
 */
export interface Figure {
  readonly id: string
  /** The whole expression, hedge and unit included: "as many as eight million 122-mm and 152-mm shells" → "as many as eight million". */
  readonly cell: Cell
  readonly kind: FigureKind
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly approximate: boolean
  /** Set when a vague word gave the interval ("dozens"): the row of the published table. */
  readonly vague: string | null
  /** Unit of a measure, ISO 4217 code of money, `%` of a share; null for plain counts. */
  readonly unit: string | null
  /** What is counted: the noun phrase; null when the text does not say. */
  readonly of: Cell | null
  /** Lemma of the head of `of`, lower case: "North Korean troops" → "troop". */
  readonly ofHead: string | null
  readonly role: FigureRole
  /** The words that show the role ("total", "more", "already"; "of the 3,000" behind "half"); null when unstated. */
  readonly roleCue: Cell | null
  /** What the figure measures: "12,000 [sent]", "31 [killed]", "200 [will send]"; null when no predicate governs it. */
  readonly event: FigureEvent | null
}

/** The predicate that a figure is a part of, read as the claim's own events are. */
export type FigureEvent = Pick<Event, 'predicate' | 'lemma' | 'negated' | 'frame'>
