import type { Cell } from './span.ts'

export type Granularity =
  | 'minute'
  | 'hour'
  | 'partOfDay'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'unknown'
export type TimeKind = 'moment' | 'range' | 'duration' | 'repeated' | 'fuzzy'

/**
 * A time expression resolved against the publication date. `earliest` and `latest` are ISO 8601 dates or
 * date-times, both inclusive at the given granularity; null where the text leaves the side open
 * ("since August" has no latest) or nothing anchors it (no publication date). A date-time ends in Z (UTC) where its zone is stated; without
 * one it is local to where the text is.
 */
export interface TimeExpression {
  readonly id: string
  readonly cell: Cell
  readonly kind: TimeKind
  readonly granularity: Granularity
  readonly earliest: string | null
  readonly latest: string | null
  /** True when it needed the publication date ("Friday", "last week"). */
  readonly relative: boolean
}
