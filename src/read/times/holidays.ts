import { dayNumber, weekdayOf } from './calendar.ts'

/** A day of each year: fixed, or found from the year. */
type Rule = (year: number) => number

const fixed =
  (month: number, day: number): Rule =>
  (year) =>
    dayNumber(year, month, day)

/** The nth weekday of a month; the last one for -1. */
const nth =
  (month: number, weekday: number, n: number): Rule =>
  (year) => {
    if (n < 0) {
      const last = dayNumber(year, month + 1, 1) - 1
      return last - ((weekdayOf(last) - weekday + 7) % 7)
    }
    const first = dayNumber(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
  }

/** Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher. */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

const ROWS: readonly (readonly [string, Rule])[] = [
  ["new year's day|new year day|new years day|new year|new year's", fixed(1, 1)],
  ["new year's eve|new years eve|new year eve", fixed(12, 31)],
  ['christmas|christmas day|xmas|xmas day', fixed(12, 25)],
  ['christmas eve|xmas eve', fixed(12, 24)],
  ['boxing day', fixed(12, 26)],
  ["valentine's day|valentines day|valentine day", fixed(2, 14)],
  ["st patrick's day|st. patrick's day|saint patrick's day", fixed(3, 17)],
  ["april fools' day|april fools day|april fool's day|april fools", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ['labour day|may day|international workers day', fixed(5, 1)],
  ['juneteenth', fixed(6, 19)],
  ['independence day', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['halloween|halloween day', fixed(10, 31)],
  ['veterans day|armistice day|remembrance day', fixed(11, 11)],
  ['martin luther king day|mlk day', nth(1, 1, 3)],
  ["presidents' day|presidents day|washington's birthday", nth(2, 1, 3)],
  ["mother's day|mothers day", nth(5, 7, 2)],
  ["father's day|fathers day", nth(6, 7, 3)],
  ['memorial day', nth(5, 1, -1)],
  ['labor day', nth(9, 1, 1)],
  ['columbus day', nth(10, 1, 2)],
  ['thanksgiving|thanksgiving day', nth(11, 4, 4)],
  ['black friday', (year) => nth(11, 4, 4)(year) + 1],
  ['cyber monday', (year) => nth(11, 4, 4)(year) + 4],
  ['easter|easter sunday|easter day', easter],
  ['good friday', (year) => easter(year) - 2],
  ['easter monday', (year) => easter(year) + 1],
  ['palm sunday', (year) => easter(year) - 7],
  ['ash wednesday', (year) => easter(year) - 46],
  ['maundy thursday', (year) => easter(year) - 3],
  ['holy saturday', (year) => easter(year) - 1],
  ['shrove tuesday|mardi gras', (year) => easter(year) - 47],
  ['whit monday', (year) => easter(year) + 50],
  ['corpus christi', (year) => easter(year) + 60],
  ['epiphany', fixed(1, 6)],
  ['orthodox christmas', fixed(1, 7)],
  ['australia day', fixed(1, 26)],
  ['groundhog day', fixed(2, 2)],
  ['anzac day', fixed(4, 25)],
  ['victory day', fixed(5, 9)],
  ['canada day', fixed(7, 1)],
  ["all saints' day|all saints day", fixed(11, 1)],
  ["all souls' day|all souls day", fixed(11, 2)],
  ['guy fawkes night|bonfire night', fixed(11, 5)],
  ["st stephen's day|st. stephen's day", fixed(12, 26)],
  ['day of german unity|german unity day', fixed(10, 3)],
  ["indigenous peoples day|indigenous peoples' day", nth(10, 1, 2)],
  ['ascension day', (year) => easter(year) + 39],
  ['pentecost', (year) => easter(year) + 49],
  ["international women's day|women's day", fixed(3, 8)],
]

/** Name, lower case → day number in a year. */
export const HOLIDAYS: ReadonlyMap<string, Rule> = new Map(
  ROWS.flatMap(([names, rule]) => names.split('|').map((name) => [name, rule] as const)),
)
