import type { DayPart, TimeUnit, Which } from './shape.ts'

export const TIME_UNITS: ReadonlyMap<string, TimeUnit> = new Map(
  (
    [
      ['second', 'second seconds sec secs'],
      ['minute', 'minute minutes min mins'],
      ['hour', 'hour hours hr hrs'],
      ['day', 'day days'],
      ['night', 'night nights'],
      ['week', 'week weeks wk wks'],
      ['weekend', 'weekend weekends'],
      ['fortnight', 'fortnight fortnights'],
      ['month', 'month months mth mths'],
      ['quarter', 'quarter quarters'],
      ['year', 'year years yr yrs'],
      ['decade', 'decade decades'],
      ['century', 'century centuries'],
    ] as const
  ).flatMap(([unit, forms]) => forms.split(' ').map((form) => [form, unit] as const)),
)

export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 1],
  ['summer', 2],
  ['autumn', 3],
  ['fall', 3],
  ['winter', 4],
])

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['afternoon', 'afternoon'],
  ['afternoons', 'afternoon'],
  ['evening', 'evening'],
  ['evenings', 'evening'],
  ['night', 'night'],
  ['nights', 'night'],
  ['nighttime', 'night'],
  ['daytime', 'daytime'],
  ['noon', 'noon'],
  ['midday', 'midday'],
  ['noonish', 'noon'],
  ['midnight', 'midnight'],
  ['dawn', 'dawn'],
  ['daybreak', 'dawn'],
  ['sunrise', 'dawn'],
  ['dusk', 'dusk'],
  ['sunset', 'dusk'],
  ['nightfall', 'dusk'],
  ['lunchtime', 'lunchtime'],
])

/** First and last minute of each part of a day; a night runs on into the next day. */
export const DAY_PART_MINUTES: Readonly<Record<DayPart, readonly [number, number]>> = {
  morning: [360, 719],
  afternoon: [720, 1079],
  evening: [1080, 1319],
  night: [1200, 1799],
  noon: [720, 720],
  midday: [720, 720],
  midnight: [0, 0],
  dawn: [270, 449],
  dusk: [1080, 1259],
  daytime: [480, 1079],
  lunchtime: [690, 840],
  businesshour: [480, 1080],
}

export const WHICH: ReadonlyMap<string, Which> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['previous', 'last'],
  ['preceding', 'last'],
  ['this', 'this'],
  ['current', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['following', 'next'],
])

export const NUMBERED: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['another', 1],
])

/** Vague amounts: how many units they stand for, as in `figures/vague.ts`, lows. */
export const VAGUE_AMOUNTS: ReadonlyMap<string, number> = new Map([
  ['a couple of', 2],
  ['a couple', 2],
  ['couple of', 2],
  ['a few', 3],
  ['few', 3],
  ['several', 3],
  ['some', 3],
  ['many', 3],
])

/** Offsets in minutes from UTC of the zone names that news writes. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ['gmt', 0],
  ['utc', 0],
  ['bst', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['est', -300],
  ['edt', -240],
  ['et', -300],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['jst', 540],
  ['kst', 540],
  ['ist', 330],
  ['aest', 600],
  ['aedt', 660],
])

/** Offsets in minutes from UTC of "Moscow time" and the like, where clocks are not changed in summer. */
export const CITY_ZONES: ReadonlyMap<string, number> = new Map([
  ['moscow', 180],
  ['istanbul', 180],
  ['riyadh', 180],
  ['nairobi', 180],
  ['dubai', 240],
  ['pakistan', 300],
  ['indian', 330],
  ['india', 330],
  ['bangkok', 420],
  ['beijing', 480],
  ['singapore', 480],
  ['manila', 480],
  ['tokyo', 540],
  ['japan', 540],
  ['seoul', 540],
  ['korea', 540],
  ['korean', 540],
  ['pyongyang', 540],
  ['vladivostok', 600],
])
