/** Days and months of the proleptic Gregorian calendar in UTC, as whole days since 1970-01-01. No clock, no zone, no locale. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Monday is 1, Sunday 7, as in ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'monday mon',
    'tuesday tue tues',
    'wednesday wed weds',
    'thursday thu thur thurs',
    'friday fri',
    'saturday sat',
    'sunday sun',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

const DAY = 86_400_000

/** Day number of a date; days beyond the month's end run on into the next, as in arithmetic with calendars they should. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / DAY)
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateOf(number: number): CalendarDate {
  const date = new Date(number * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

export function daysIn(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The same day so many months on; the month's last day when there is none ("31 January" and one month: 28 February). */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = dateOf(number)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dayNumber(y, m, Math.min(day, daysIn(y, m)))
}

/** `2024-10-18`; years outside 0 to 9999 have no plain ISO form and give null. */
export function isoDay(number: number): string | null {
  const { year, month, day } = dateOf(number)
  if (!(year >= 0 && year <= 9999)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `2024-10-18T09:30` of minutes since the epoch, without a zone. */
export function isoMinute(minutes: number): string | null {
  const day = isoDay(Math.floor(minutes / 1440))
  const rest = ((minutes % 1440) + 1440) % 1440
  return day && `${day}T${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(Math.floor(rest % 60)).padStart(2, '0')}`
}
