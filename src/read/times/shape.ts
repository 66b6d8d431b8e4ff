/** What a time expression says, before it is resolved against a publication date. */
export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
export type Edge = 'start' | 'middle' | 'end'
export type DayPart =
  | 'morning'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'noon'
  | 'midnight'
  | 'dawn'
  | 'dusk'
  | 'daytime'
  | 'midday'
  | 'lunchtime'
  | 'businesshour'

export interface Amount {
  readonly unit: TimeUnit
  readonly count: number
}

export type TimeShape =
  | {
      readonly type: 'day'
      readonly year: number | null
      readonly month: number | null
      readonly day: number
      readonly weekday: number | null
    }
  | { readonly type: 'month'; readonly year: number | null; readonly month: number }
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'decade'; readonly year: number; readonly short: boolean }
  | { readonly type: 'century'; readonly year: number }
  | {
      readonly type: 'quarter'
      readonly year: number | null
      readonly quarter: number
      readonly half: boolean
      readonly fiscal: boolean
    }
  | { readonly type: 'season'; readonly year: number | null; readonly season: number; readonly which: Which }
  | { readonly type: 'weekday'; readonly weekday: number; readonly which: Which }
  | { readonly type: 'named'; readonly which: Which; readonly month: number }
  /** A calendar unit counted from the present one: "this week" 0, "last month" -1. */
  | { readonly type: 'unit'; readonly unit: TimeUnit; readonly offset: number; readonly definite: boolean }
  /** A moment some amounts away: from publication, from another time, or from what the text spoke of last. */
  | {
      readonly type: 'shift'
      readonly amounts: readonly Amount[]
      readonly sign: 1 | -1
      readonly from: TimeShape | 'published' | 'text'
      readonly fuzzy: boolean
    }
  /** A stretch that ends or begins now: "the past three weeks", "the next 48 hours". */
  | { readonly type: 'stretch'; readonly amounts: readonly Amount[]; readonly sign: 1 | -1; readonly fuzzy: boolean }
  | {
      readonly type: 'clock'
      readonly hour: number
      readonly minute: number
      readonly second: number | null
      readonly certain: boolean
      readonly zone: number | null
    }
  | { readonly type: 'dayPart'; readonly part: DayPart; readonly edge: Edge | null }
  | { readonly type: 'at'; readonly day: TimeShape; readonly time: TimeShape }
  | { readonly type: 'edge'; readonly edge: Edge; readonly of: TimeShape; readonly relative: boolean }
  /** "the first week of 2021", "the second half of October". */
  | {
      readonly type: 'nth'
      readonly nth: number
      readonly count: number
      readonly unit: TimeUnit | 'half'
      readonly weekday: number | null
      readonly of: TimeShape
    }
  | { readonly type: 'weekOf'; readonly day: TimeShape; readonly weekend: boolean }
  | { readonly type: 'range'; readonly from: TimeShape; readonly to: TimeShape }
  | { readonly type: 'bounded'; readonly bound: 'since' | 'until' | 'before' | 'after' | 'by'; readonly of: TimeShape }
  | {
      readonly type: 'duration'
      readonly amounts: readonly Amount[]
      readonly fuzzy: boolean
      readonly bound: 'more' | 'less' | null
    }
  | {
      readonly type: 'set'
      readonly unit: TimeUnit | null
      readonly count: number
      readonly weekday: number | null
      readonly time: TimeShape | null
    }
  | { readonly type: 'holiday'; readonly name: string; readonly year: number | null; readonly which: Which }
  | { readonly type: 'now' }

export type Which = 'bare' | 'last' | 'this' | 'next'

/** A shape with the lexemes `[first, next)` that say it. */
export interface Parsed {
  readonly shape: TimeShape
  readonly first: number
  readonly next: number
}
