import type { Lexeme } from '../numbers/index.ts'
import { ONES, ORDINALS, TENS } from '../numbers/words.ts'
import { dayOfMonth, lower, parsed, readAmounts, readClock, readDayPart, readMonth, readWeekday, readYear } from './atoms.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import { readDate } from './dates.ts'
import { HOLIDAYS } from './holidays.ts'
import { endsHere, readHour, readHours } from './hours.ts'
import { memory, remembered } from './memory.ts'
import type { Parsed, TimeShape, TimeUnit } from './shape.ts'
import { DAY_PARTS, SEASONS, TIME_UNITS, WHICH } from './words.ts'

type Lexemes = readonly Lexeme[]

/** Finds every time expression, left to right, longest first; nothing overlaps. Linear in the number of lexemes. */
export function readTimes(all: Lexemes): Parsed[] {
  const out: Parsed[] = []
  let i = 0
  let telling = -1
  while (i < all.length) {
    const x = all[i]!
    let found: Parsed | null = null
    if (mayBegin(all, i)) {
      if (telling < i) {
        telling = i
        while (telling < all.length && !tells(all[telling]!)) telling += 1
      }
      if (telling < all.length && telling - i <= FARTHEST) found = readExpression(all, i)
    }
    if (found) {
      out.push(found)
      i = found.next
    } else if (x.kind === 'digits') {
      i += 1
      while (all[i] && !all[i]!.spaced && (all[i]!.kind === 'digits' || /^[.,/:]$/.test(all[i]!.lower))) i += 1
    } else i += 1
  }
  return out
}

/** A time is told by a number, or a word for a time, soon after "the", "in", "after" and their like; else nothing need be tried. */
const FARTHEST = 6

function tells(x: Lexeme): boolean {
  return (
    x.kind === 'digits' ||
    (x.kind === 'word' && (TELLING.has(x.lower) || (x.lower.endsWith("'s") && TELLING.has(x.lower.slice(0, -2)))))
  )
}

/** Most words can begin no time: asking here saves trying every rule on them. */
function mayBegin(all: Lexemes, at: number): boolean {
  const x = all[at]!
  if (x.kind === 'digits') return true
  if (x.kind === 'sign') return x.lower === "'" && all[at + 1]?.kind === 'digits'
  return OPENINGS.has(x.lower)
}

function readExpression(all: Lexemes, at: number): Parsed | null {
  let best: Parsed | null = null
  for (const rule of [range, bounded, repeated, shifted, moment, duration]) {
    const found = rule(all, at)
    if (found && (best === null || found.next > best.next)) best = found
  }
  return best
}

/** What began at each lexeme of the last text: several rules ask for the same. */
const moments = memory<Parsed>()

/** A day, a clock time, or both in either order: "Friday at 9 p.m.", "10:30 on 3 May", "Friday morning". */
export function moment(all: Lexemes, at: number): Parsed | null {
  return remembered(moments, all, at, readMoment)
}

function readMoment(all: Lexemes, at: number): Parsed | null {
  const date = readDate(all, at)
  if (date) return withTime(all, date)
  const hours = readHours(all, at)
  if (hours) {
    const part = partAfter(all, hours.next)
    const of = withDay(all, part ? parsed(hours.shape, at, part.next) : hours)
    const inPart: TimeShape = part ? { type: 'at', day: part.shape, time: hours.shape } : hours.shape
    if (of?.shape.type === 'at') return parsed(part ? { ...of.shape, time: inPart } : of.shape, at, of.next)
    if (part) return parsed(inPart, at, part.next)
    if (hours.plain) return hours
  }
  const clock = readClock(all, at)
  if (clock) {
    const part = partAfter(all, clock.next)
    const time = part ? parsed({ type: 'at', day: part.shape, time: clock.shape }, at, part.next) : clock
    return withDay(all, time) ?? time
  }
  const the = lower(all, at) === 'the' ? at + 1 : at
  const part = readDayPart(all, the)
  if (part) {
    const of = withDay(all, part)
    if (of) return parsed(of.shape, at, of.next)
    const led =
      /^(?:earlier|later)$/.test(lower(all, the)) ||
      /^(?:in|at|before|after|until|by|during|since|early|late|through|that|the|this|every|each)$/.test(lower(all, at - 1)) ||
      (the > at && /^(?:in|during|through|of|by)$/.test(lower(all, at - 1)))
    if (
      led &&
      !/^(?:nights|mornings|evenings|afternoons)$/.test(lower(all, part.next - 1)) &&
      !(lower(all, part.next) === '-' && !all[part.next]!.spaced)
    )
      return parsed(part.shape, part.first, part.next)
  }
  return null
}

function withTime(all: Lexemes, date: Parsed): Parsed {
  const { shape } = date
  if (shape.type === 'at' && shape.time.type === 'dayPart') {
    const at = /^(?:at|around|from|between)$/.test(lower(all, date.next)) ? date.next + 1 : date.next
    const hours = readHours(all, lower(all, date.next) === 'from' || lower(all, date.next) === 'between' ? date.next : at)
    if (hours && at > date.next)
      return parsed(
        { type: 'at', day: shape.day, time: { type: 'at', day: shape.time, time: hours.shape } },
        date.first,
        hours.next,
      )
    const hour = at > date.next ? readHour(all, at) : null
    if (hour && endsHere(all, hour.next))
      return parsed(
        { type: 'at', day: shape.day, time: { type: 'at', day: shape.time, time: hour.shape } },
        date.first,
        hour.next,
      )
  }
  if (!daylike(shape)) return date
  let i = date.next
  if (lower(all, i) === ',') i += 1
  const bound = BOUNDS.get(lower(all, date.next))
  if (bound && bound !== 'since') {
    const late = readClock(all, date.next + 1)
    if (late?.shape.type === 'clock' && late.next > date.next + 2)
      return parsed({ type: 'at', day: shape, time: { type: 'bounded', bound, of: late.shape } }, date.first, late.next)
  }
  const lead = /^(?:from|between|at)$/.test(lower(all, i)) ? lower(all, i) : ''
  const hours = readHours(all, lead === 'at' ? i + 1 : i)
  if (hours && (hours.plain || (lead !== '' && endsHere(all, hours.next))))
    return parsed({ type: 'at', day: shape, time: hours.shape }, date.first, hours.next)
  if (/^(?:at|around)$/.test(lower(all, i)) && !readClock(all, i + 1)) {
    const hour = readHour(all, lower(all, i + 1) === 'around' ? i + 2 : i + 1)
    if (hour && endsHere(all, hour.next)) return parsed({ type: 'at', day: shape, time: hour.shape }, date.first, hour.next)
  }
  if (/^(?:at|around|by|about)$/.test(lower(all, i))) i += 1
  if (/^(?:around|about|approximately|exactly)$/.test(lower(all, i))) i += 1
  const clock = readClock(all, i)
  if (clock) {
    const part = partAfter(all, clock.next)
    const time: TimeShape = part ? { type: 'at', day: part.shape, time: clock.shape } : clock.shape
    return parsed({ type: 'at', day: date.shape, time }, date.first, part ? part.next : clock.next)
  }
  let j = date.next
  if (lower(all, j) === ',') j += 1
  if (/^(?:in|during|at)$/.test(lower(all, j))) j += 1
  if (lower(all, j) === 'the') j += 1
  const part = readDayPart(all, j)
  if (part && !lower(all, part.next - 1).endsWith('s') && !(lower(all, part.next) === '-' && !all[part.next]!.spaced))
    return withTime(all, parsed({ type: 'at', day: date.shape, time: part.shape }, date.first, part.next))
  return date
}

function partAfter(all: Lexemes, at: number): Parsed | null {
  let i = at
  if (lower(all, i) === 'in' || lower(all, i) === 'at') i += 1
  if (lower(all, i) === 'the') i += 1
  if (i === at && !/^(?:early|late)$/.test(lower(all, i))) return null
  const part = readDayPart(all, i)
  return part && !/s$/.test(lower(all, part.next - 1)) ? part : null
}

function withDay(all: Lexemes, time: Parsed): Parsed | null {
  let i = time.next
  if (lower(all, i) === ',') i += 1
  if (/^(?:on|of)$/.test(lower(all, i))) i += 1
  const date = readDate(all, i)
  if (date?.shape.type === 'at' && date.shape.time.type === 'dayPart' && time.shape.type !== 'dayPart')
    return parsed(
      { type: 'at', day: date.shape.day, time: { type: 'at', day: date.shape.time, time: time.shape } },
      time.first,
      date.next,
    )
  if (!date || !daylike(date.shape)) return null
  if (date.shape.type === 'at') return null
  return parsed({ type: 'at', day: date.shape, time: time.shape }, time.first, date.next)
}

function daylike(shape: TimeShape): boolean {
  if (shape.type === 'day' || shape.type === 'weekday' || shape.type === 'holiday') return true
  if (shape.type === 'unit') return shape.unit === 'day'
  if (shape.type === 'nth') return shape.weekday !== null || shape.unit === 'day'
  if (shape.type === 'shift') return shape.amounts.every((amount) => amount.unit === 'day')
  return shape.type === 'edge' && shape.relative && daylike(shape.of)
}

/** "from Monday to Friday", "between 2019 and 2021", "October 5-7", "5-7 October", "2019-2021", "May to July 2024", "9-11 a.m.". */
function range(all: Lexemes, at: number): Parsed | null {
  const lead = lower(all, at)
  const led = lead === 'from' || lead === 'between'
  const i = led ? at + 1 : at
  const years = yearPair(all, i)
  if (years && !(led && lead === 'between')) return parsed(years.shape, at, years.next)
  const days = dayPair(all, i, lead)
  if (days) return parsed(days.shape, at, days.next)
  const first = led && lower(all, i) === 'now' ? parsed({ type: 'now' }, i, i + 1) : moment(all, i)
  if (!first) return null
  const link = linkAfter(all, first.next, lead)
  if (link === 0) return null
  const now = led && /^(?:now|present)$/.test(lower(all, first.next + link))
  const second = now ? parsed({ type: 'now' }, first.next + link, first.next + link + 1) : moment(all, first.next + link)
  if (!second || !alike(first.shape, second.shape)) return null
  if (!led && lower(all, first.next) === 'and') return null
  return parsed({ type: 'range', from: lend(first.shape, second.shape), to: second.shape }, at, second.next)
}

/** "2025-26", "the 2011/12 season": two years, the second by its last digits. */
function yearPair(all: Lexemes, at: number): Parsed | null {
  const [a, mark, b, after] = [all[at], all[at + 1], all[at + 2], all[at + 3]]
  if (a?.kind !== 'digits' || a.text.length !== 4 || b?.kind !== 'digits' || b.text.length !== 2) return null
  if (!/^[-/]$/.test(mark?.lower ?? '') || mark!.spaced || b.spaced) return null
  const year = Number(a.text)
  if (year < 1900 || year > 2100 || (year + 1) % 100 !== Number(b.text) || Number(b.text) < 13) return null
  if (after && !after.spaced && (after.kind === 'word' || /^[-/:]$/.test(after.lower))) return null
  return parsed({ type: 'range', from: { type: 'year', year }, to: { type: 'year', year: year + 1 } }, at, at + 3)
}

function linkAfter(all: Lexemes, at: number, lead: string): number {
  const link = lower(all, at)
  if (lead === 'between') return /^(?:and|to|through|-)$/.test(link) ? 1 : 0
  if (/^(?:to|until|till|through|thru)$/.test(link)) return 1
  if (link === 'and' && lower(all, at + 1) === 'ending') return 2
  if ((link === '-' || link === '~') && all[at + 1] && all[at]!.spaced === all[at + 1]!.spaced) return 1
  if (link === 'up' && lower(all, at + 1) === 'to') return 2
  return 0
}

function alike(a: TimeShape, b: TimeShape): boolean {
  const rank = (shape: TimeShape): number => {
    if (shape.type === 'clock') return 0
    if (shape.type === 'at') return 1
    if (shape.type === 'dayPart') return 0
    if (shape.type === 'now') return 1
    return 2
  }
  if (a.type === 'shift' && a.from === 'text') return false
  return Math.abs(rank(a) - rank(b)) <= 1
}

/** "May to July 2024" lends its year to the May, "9-11 a.m." its half of the day to the nine. */
function lend(from: TimeShape, to: TimeShape): TimeShape {
  if (
    (from.type === 'day' || from.type === 'month') &&
    from.year === null &&
    (to.type === 'day' || to.type === 'month') &&
    to.year !== null &&
    from.month !== null &&
    to.month !== null
  ) {
    return { ...from, year: from.month > to.month ? to.year - 1 : to.year }
  }
  if (from.type === 'clock' && !from.certain && to.type === 'clock' && to.certain && to.hour >= 12)
    return { ...from, hour: from.hour < 12 && from.hour + 12 <= to.hour ? from.hour + 12 : from.hour, certain: true }
  return from
}

/** "October 5-7", "5-7 October 2024", "from the 5th to the 7th of October", "April 9th through 17th". */
function dayPair(all: Lexemes, at: number, lead: string): Parsed | null {
  const month = readMonth(all, at)
  if (month) {
    const a = dayOfMonth(all, lower(all, month.next) === 'the' ? month.next + 1 : month.next)
    if (!a) return null
    const link = linkAfter(all, a.next, lead)
    if (link === 0) return null
    const from = lower(all, a.next + link) === 'the' ? a.next + link + 1 : a.next + link
    const b = dayOfMonth(all, from)
    if (
      !b ||
      readMonth(all, b.next) ||
      (lower(all, b.next) === 'of' && readMonth(all, b.next + 1)) ||
      TIME_UNITS.has(lower(all, b.next))
    )
      return null
    const gap = lower(all, b.next) === ',' ? 1 : 0
    const year = readYear(all, b.next + gap, false)
    const wraps = b.day < a.day
    const day = (d: number, m: number): TimeShape => ({
      type: 'day',
      year: year ? year.year : null,
      month: ((m - 1) % 12) + 1,
      day: d,
      weekday: null,
    })
    return parsed(
      { type: 'range', from: day(a.day, month.month), to: day(b.day, wraps ? month.month + 1 : month.month) },
      at,
      year ? year.next : b.next,
    )
  }
  const a = dayOfMonth(all, lower(all, at) === 'the' ? at + 1 : at)
  if (!a) return null
  const link = linkAfter(all, a.next, lead)
  if (link === 0) return null
  const to = readDate(all, a.next + link)
  if (to?.shape.type !== 'day' || to.shape.month === null || to.shape.day <= a.day) return null
  return parsed({ type: 'range', from: { ...to.shape, day: a.day }, to: to.shape }, at, to.next)
}

const BOUNDS: ReadonlyMap<string, 'since' | 'until' | 'before' | 'after' | 'by'> = new Map([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['before', 'before'],
  ['prior', 'before'],
  ['after', 'after'],
  ['by', 'by'],
])

const LIMITS: readonly (readonly [readonly string[], 'since' | 'until' | 'before' | 'after'])[] = (
  [
    ['no later than', 'until'],
    ['not later than', 'until'],
    ['as late as', 'until'],
    ['as early as', 'since'],
    ['no earlier than', 'since'],
    ['later than', 'after'],
    ['earlier than', 'before'],
  ] as const
).map(([phrase, bound]) => [phrase.split(' '), bound])

/** "no later than Friday", "as early as next year", "2012 or later". */
function limited(all: Lexemes, at: number): Parsed | null {
  for (const [words, bound] of LIMITS) {
    if (!words.every((word, i) => lower(all, at + i) === word)) continue
    const year = readYear(all, at + words.length, false)
    const of =
      moment(all, at + words.length) ?? (year ? parsed({ type: 'year', year: year.year }, at + words.length, year.next) : null)
    return of && parsed({ type: 'bounded', bound, of: of.shape }, at, of.next)
  }
  const x = all[at]!
  if (x.kind !== 'digits' && !/^(?:year|the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(x.lower)) return null
  const of = moment(all, at)
  if (
    !of ||
    !/^(?:or|and)$/.test(lower(all, of.next)) ||
    !/^(?:later|after|greater|onwards|onward|before|earlier)$/.test(lower(all, of.next + 1)) ||
    // "and after my shift ends"
    all[of.next + 2]?.kind === 'word' ||
    all[of.next + 2]?.kind === 'digits'
  )
    return null
  return parsed(
    { type: 'bounded', bound: /^(?:before|earlier)$/.test(lower(all, of.next + 1)) ? 'until' : 'since', of: of.shape },
    at,
    of.next + 2,
  )
}

/** "since August", "until Friday", "by the end of 2025", "before 2010", "from Monday on". */
function bounded(all: Lexemes, at: number): Parsed | null {
  const limit = limited(all, at)
  if (limit) return limit
  const bound = BOUNDS.get(lower(all, at))
  if (bound) {
    let i = at + 1
    if (bound === 'before' && lower(all, at) === 'prior') {
      if (lower(all, i) !== 'to') return null
      i += 1
    }
    if (/^(?:about|around|at|as|least|late)$/.test(lower(all, i)) && lower(all, i) !== 'late') i += 1
    const of = shifted(all, i) ?? moment(all, i)
    if (!of || of.shape.type === 'bounded' || of.shape.type === 'duration') return null
    return parsed({ type: 'bounded', bound, of: of.shape }, at, of.next)
  }
  if (lower(all, at) === 'from' || lower(all, at) === 'starting' || lower(all, at) === 'beginning') {
    const of = moment(
      all,
      lower(all, at + 1) === 'on' || lower(all, at + 1) === 'in' || lower(all, at + 1) === 'from' ? at + 2 : at + 1,
    )
    if (of && (/^(?:on|onwards|onward)$/.test(lower(all, of.next)) || lower(all, at) !== 'from'))
      return parsed({ type: 'bounded', bound: 'since', of: of.shape }, at, lower(all, at) === 'from' ? of.next + 1 : of.next)
  }
  return null
}

const DAILY: ReadonlyMap<string, readonly [TimeUnit, number]> = new Map([
  ['hourly', ['hour', 1]],
  ['daily', ['day', 1]],
  ['everyday', ['day', 1]],
  ['nightly', ['night', 1]],
  ['weekly', ['week', 1]],
  ['biweekly', ['week', 2]],
  ['fortnightly', ['week', 2]],
  ['monthly', ['month', 1]],
  ['quarterly', ['quarter', 1]],
  ['yearly', ['year', 1]],
  ['annually', ['year', 1]],
  ['annual', ['year', 1]],
])

/** "every day", "each Monday", "every other week", "Mondays", "daily", "every morning at 8". */
function repeated(all: Lexemes, at: number): Parsed | null {
  const base = repeatedBase(all, at)
  if (base?.shape.type !== 'set') return base
  let i = base.next
  if (lower(all, i) === 'at') i += 1
  const clock = readClock(all, i)
  if (clock) return parsed({ ...base.shape, time: clock.shape }, at, clock.next)
  return base
}

function repeatedBase(all: Lexemes, at: number): Parsed | null {
  const set = (unit: TimeUnit | null, count: number, weekday: number | null, time: TimeShape | null, next: number): Parsed =>
    parsed({ type: 'set', unit, count, weekday, time }, at, next)
  const x = all[at]!
  const plain = DAILY.get(x.lower)
  // "the Daily Ledger": a name
  if (plain && /^\p{Lu}/u.test(x.text) && /^\p{Lu}/u.test(all[at + 1]?.text ?? '') && !all[at + 1]!.broken) return null
  if (plain) return set(plain[0], plain[1], null, null, at + 1)
  if (x.lower === 'every' || x.lower === 'each') {
    const other = lower(all, at + 1) === 'other' || lower(all, at + 1) === 'second' ? 1 : 0
    const day = readWeekday(all, at + 1 + other)
    if (day) {
      const part = DAY_PARTS.get(lower(all, day.next))
      return set(
        null,
        1 + other,
        day.weekday,
        part ? { type: 'dayPart', part, edge: null } : null,
        part ? day.next + 1 : day.next,
      )
    }
    const unit = TIME_UNITS.get(lower(all, at + 1 + other))
    if (unit)
      return unit === 'night'
        ? set(null, 1, null, { type: 'dayPart', part: 'night', edge: null }, at + 2 + other)
        : set(unit, 1 + other, null, null, at + 2 + other)
    const part = DAY_PARTS.get(lower(all, at + 1))
    if (part) return set(null, 1, null, { type: 'dayPart', part, edge: null }, at + 2)
    const month = readMonth(all, at + 1)
    if (month) return set('year', 1, null, { type: 'month', year: null, month: month.month }, month.next)
    const amounts = x.lower === 'every' ? readAmounts(all, at + 1) : null
    if (amounts && amounts.amounts.length === 1)
      return set(amounts.amounts[0]!.unit, amounts.amounts[0]!.count, null, null, amounts.next)
    return null
  }
  if ((x.lower === 'once' || x.lower === 'twice') && (lower(all, at + 1) === 'a' || lower(all, at + 1) === 'per')) {
    const unit = TIME_UNITS.get(lower(all, at + 2))
    if (unit) return set(unit, 1, null, null, at + 3)
  }
  const day = readWeekday(all, at)
  if (day?.plural) {
    const part = DAY_PARTS.get(lower(all, day.next))
    return set(null, 1, day.weekday, part ? { type: 'dayPart', part, edge: null } : null, part ? day.next + 1 : day.next)
  }
  if (day && /^(?:mornings|afternoons|evenings|nights)$/.test(lower(all, day.next)))
    return set(null, 1, day.weekday, { type: 'dayPart', part: DAY_PARTS.get(lower(all, day.next))!, edge: null }, day.next + 1)
  if (/^(?:mornings|afternoons|evenings)$/.test(x.lower))
    return set(null, 1, null, { type: 'dayPart', part: DAY_PARTS.get(x.lower)!, edge: null }, at + 1)
  return null
}

/** "two days ago", "three weeks earlier", "a month later", "two days after the vote", "in five minutes", "two weeks from now". */
function shifted(all: Lexemes, at: number): Parsed | null {
  const many = manyUnits(all, at)
  if (many) return many
  const within = lower(all, at) === 'in' || lower(all, at) === 'within' ? at + 1 : at
  const hedge =
    /^(?:about|around|nearly|almost|roughly|over|some|just|approximately)$/.test(lower(all, within)) &&
    readAmounts(all, within + 1)
      ? 1
      : 0
  const amounts = readAmounts(all, within + hedge)
  if (!amounts || amounts.hyphened) return theDayBefore(all, at)
  const { next } = amounts
  const word = lower(all, next)
  const shift = (sign: 1 | -1, from: TimeShape | 'published' | 'text', end: number, first = within + hedge): Parsed =>
    parsed({ type: 'shift', amounts: amounts.amounts, sign, from, fuzzy: amounts.fuzzy }, first, end)
  if (word === 'ago') {
    const clock = lower(all, next + 1) === 'at' ? readClock(all, next + 2) : null
    if (clock && amounts.amounts.every((a) => /^(?:day|week)$/.test(a.unit)))
      return parsed({ type: 'at', day: shift(-1, 'published', next + 1).shape, time: clock.shape }, within, clock.next)
    return shift(-1, 'published', next + 1)
  }
  if (word === 'earlier' || word === 'previously' || word === 'beforehand') return shift(-1, 'text', next + 1)
  if (word === 'later' || word === 'afterwards' || word === 'thereafter') return shift(1, 'text', next + 1)
  if (word === 'hence' || (word === 'from' && lower(all, next + 1) === 'now'))
    return shift(1, 'published', word === 'hence' ? next + 1 : next + 2)
  if (word === 'before' || word === 'after' || word === 'from' || word === 'following' || word === 'prior') {
    const of = moment(all, lower(all, next + 1) === 'to' ? next + 2 : next + 1)
    if (of && of.shape.type !== 'clock') return shift(word === 'before' || word === 'prior' ? -1 : 1, of.shape, of.next)
    if (word !== 'from')
      return parsed({ type: 'duration', amounts: amounts.amounts, fuzzy: amounts.fuzzy, bound: null }, within + hedge, next)
  }
  if (within > at && lower(all, at) === 'in' && !/^(?:a|per)$/.test(word) && !(word === 'of' || word === "'"))
    return parsed({ type: 'shift', amounts: amounts.amounts, sign: 1, from: 'published', fuzzy: amounts.fuzzy }, at, next)
  if (within > at && lower(all, at) === 'within')
    return parsed({ type: 'stretch', amounts: amounts.amounts, sign: 1, fuzzy: amounts.fuzzy }, at, next)
  return null
}

/** How many units a bare plural may stand for: less than makes one of the next unit up. */
const AT_MOST: Readonly<Partial<Record<TimeUnit, number>>> = {
  minute: 59,
  hour: 23,
  day: 13,
  week: 8,
  month: 23,
  year: 19,
  decade: 9,
}

/** "hours later", "years ago", "for decades": an amount that is not said. */
function manyUnits(all: Lexemes, at: number): Parsed | null {
  const word = lower(all, at)
  const unit = TIME_UNITS.get(word)
  const most = unit ? AT_MOST[unit] : undefined
  if (!unit || most === undefined || !/^(?:minute|hour|day|week|month|year|decade)s$/.test(word)) return null
  const after = lower(all, at + 1)
  const amounts = [{ unit, count: most }]
  if (after === 'ago') return parsed({ type: 'shift', amounts, sign: -1, from: 'published', fuzzy: true }, at, at + 2)
  if (after === 'later' || after === 'earlier')
    return parsed({ type: 'shift', amounts, sign: after === 'later' ? 1 : -1, from: 'text', fuzzy: true }, at, at + 2)
  if (lower(all, at - 1) === 'for' && !/^(?:of|to|and)$/.test(after))
    return parsed({ type: 'duration', amounts: [{ unit, count: 2 }], fuzzy: true, bound: 'more' }, at, at + 1)
  return null
}

/** "the day before", "a day after the vote": from what the text spoke of. */
function theDayBefore(all: Lexemes, at: number): Parsed | null {
  if (lower(all, at) !== 'the') return null
  const unit = TIME_UNITS.get(lower(all, at + 1))
  const word = lower(all, at + 2)
  if (!unit || !/^(?:day|week|month|year|night|weekend)$/.test(unit) || (word !== 'before' && word !== 'after')) return null
  if (lower(all, at + 3) === 'yesterday' || lower(all, at + 3) === 'tomorrow') return null
  const sign = word === 'before' ? -1 : 1
  const of = moment(all, at + 3)
  return parsed(
    { type: 'shift', amounts: [{ unit, count: 1 }], sign, from: of ? of.shape : 'text', fuzzy: false },
    at,
    of ? of.next : at + 3,
  )
}

/** "three days", "a 30-day ceasefire", "more than two hours", "all week". */
function duration(all: Lexemes, at: number): Parsed | null {
  const lead = lower(all, at)
  if (lead === 'all' || lead === 'whole') {
    const unit = TIME_UNITS.get(lower(all, at + 1))
    if (unit && !lower(all, at + 1).endsWith('s'))
      return parsed({ type: 'duration', amounts: [{ unit, count: 1 }], fuzzy: false, bound: null }, at, at + 2)
  }
  const amounts = readAmounts(all, at)
  if (!amounts) return null
  const after = lower(all, amounts.next)
  if (after === '-' && /^old/.test(lower(all, amounts.next + 1))) return null
  if (after === 'old' || after === 'olds' || (after === 'of' && lower(all, amounts.next + 1) === 'age')) return null
  const unit = amounts.amounts[0]!.unit
  if (
    /^(?:a|an|one)$/.test(lead) &&
    (unit === 'second' || unit === 'quarter') &&
    amounts.amounts.length === 1 &&
    lower(all, at + 1) !== 'half'
  )
    return null
  if (/^(?:a|an)$/.test(lead) && amounts.amounts.length === 1 && !amounts.fuzzy && /\p{Sc}|%/u.test(lower(all, at - 1)))
    return null
  if (/^(?:a|an)$/.test(lead) && amounts.amounts.length === 1 && !amounts.fuzzy && perUnit(all, at)) return null
  return parsed({ type: 'duration', amounts: amounts.amounts, fuzzy: amounts.fuzzy, bound: null }, at, amounts.next)
}

/** "50 tonnes a day", "twice a week": a rate, not a duration. */
function perUnit(all: Lexemes, at: number): boolean {
  const before = all[at - 1]
  if (before?.kind !== 'word') return false
  if (
    /^(?:for|in|over|within|during|after|took|take|takes|lasted|last|about|almost|nearly|than|just|only|once|spent|of|least|and|every|half|than|before|by|was|is|takes|waited|some)$/.test(
      before.lower,
    )
  )
    return /^(?:once|twice)$/.test(before.lower)
  return true
}

const OPENINGS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...[...WEEKDAYS.keys()].flatMap((day) => [day, `${day}s`]),
  ...WHICH.keys(),
  ...SEASONS.keys(),
  ...DAY_PARTS.keys(),
  ...ONES.keys(),
  ...TENS.keys(),
  ...ORDINALS.keys(),
  ...DAILY.keys(),
  ...BOUNDS.keys(),
  ...[...HOLIDAYS.keys()].map((name) => /^[a-z]+/.exec(name)![0]),
  ...`a an the this that these those one another half quarter third in within from between starting beginning all whole every each once twice
  today yesterday tomorrow tmr tmrw tonight overnight recent coming upcoming ensuing past final early mid late earlier later end start middle
  some several few couple many about around nearly almost roughly over just approximately no not as year week weekend q h second hundred
  twenties thirties forties fifties sixties seventies eighties nineties saint st his her its their naught nought minutes hours days weeks months years decades month day fiscal calendar school financial academic tax`.split(
    /\s+/,
  ),
])

/** Words that lead to a time and tell none by themselves. */
const LEADS: ReadonlySet<string> = new Set(
  `a an the this that these those another in within from between all whole every each some several many about around nearly almost
  roughly over just approximately no not as his her its their`.split(/\s+/),
)
const TELLING: ReadonlySet<string> = new Set(
  [...OPENINGS, ...TIME_UNITS.keys(), 'now', 'then', 'present'].filter((word) => !LEADS.has(word) && !BOUNDS.has(word)),
)
