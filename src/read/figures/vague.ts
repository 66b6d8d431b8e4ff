/** A vague quantity word with the interval it is read as. */
export interface VagueRow {
  /** The row's name; `Figure.vague` carries it. */
  readonly word: string
  readonly low: number
  readonly high: number | null
}

/**
 * The one table of vague quantity words; docs/VAGUE.md prints it. Lows follow ACLED, which takes the most conservative number that a
 * word allows: 10 for "tens", 12 for "dozens", 100 for "hundreds" (ACLED, Fatalities: uses and limitations of ACLED data, FAQ of
 * 27 February 2023, updated 7 May 2024). A low and a high beside each other, and never one number alone, follow UCDP GED, which keeps a
 * low, a best and a high estimate of each event (Sundberg and Melander 2013). Highs are our own: the largest number that a writer
 * would not already have named by the next word up ("dozens" ends where "hundreds" begins). There is no best: the words give none.
 */
export const VAGUE: readonly VagueRow[] = [
  { word: 'a couple', low: 2, high: 3 },
  { word: 'a few', low: 3, high: 9 },
  { word: 'a handful', low: 3, high: 9 },
  { word: 'several', low: 3, high: 9 },
  { word: 'dozens', low: 12, high: 99 },
  { word: 'scores', low: 20, high: 99 },
  { word: 'tens', low: 10, high: 99 },
  { word: 'hundreds', low: 100, high: 999 },
  { word: 'thousands', low: 1e3, high: 9999 },
  { word: 'tens of thousands', low: 1e4, high: 99_999 },
  { word: 'hundreds of thousands', low: 1e5, high: 999_999 },
  { word: 'millions', low: 1e6, high: 9_999_999 },
  { word: 'tens of millions', low: 1e7, high: 99_999_999 },
  { word: 'hundreds of millions', low: 1e8, high: 999_999_999 },
  { word: 'billions', low: 1e9, high: 9_999_999_999 },
  { word: 'tens of billions', low: 1e10, high: 99_999_999_999 },
  { word: 'hundreds of billions', low: 1e11, high: 999_999_999_999 },
  { word: 'trillions', low: 1e12, high: 9_999_999_999_999 },
  { word: 'several dozen', low: 36, high: 99 },
  { word: 'a few dozen', low: 36, high: 99 },
  { word: 'a couple of dozen', low: 24, high: 36 },
  { word: 'several hundred', low: 300, high: 999 },
  { word: 'a few hundred', low: 300, high: 999 },
  { word: 'a couple of hundred', low: 200, high: 300 },
  { word: 'several thousand', low: 3000, high: 9999 },
  { word: 'a few thousand', low: 3000, high: 9999 },
  { word: 'a couple of thousand', low: 2000, high: 3000 },
  { word: 'several million', low: 3e6, high: 9_999_999 },
  { word: 'a few million', low: 3e6, high: 9_999_999 },
  { word: 'several billion', low: 3e9, high: 9_999_999_999 },
]

export const VAGUE_BY_WORD: ReadonlyMap<string, VagueRow> = new Map(VAGUE.map((row) => [row.word, row]))
