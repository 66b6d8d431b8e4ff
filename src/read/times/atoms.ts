import { type Lexeme, lexemes, readNumber } from '../numbers/index.ts'
import { isDate, MONTHS, WEEKDAYS } from './calendar.ts'
import { HOLIDAYS } from './holidays.ts'
import type { Amount, DayPart, Edge, Parsed, TimeShape, TimeUnit } from './shape.ts'
import { CITY_ZONES, DAY_PARTS, SEASONS, TIME_UNITS, VAGUE_AMOUNTS, ZONES } from './words.ts'

type Lexemes = readonly Lexeme[]
const ORDINAL_ENDS = /^(?:st|nd|rd|th)$/

export function lower(all: Lexemes, at: number): string {
  return all[at]?.lower ?? ''
}

export function parsed(shape: TimeShape, first: number, next: number): Parsed {
  return { shape, first, next }
}

/** A month's name; "may" and "march" need a capital or a number beside them. */
export function readMonth(all: Lexemes, at: number): { month: number; next: number } | null {
  const x = all[at]
  if (x?.kind !== 'word') return null
  const month = MONTHS.get(x.lower)
  if (month === undefined || (!x.spaced && /^\p{Sc}$/u.test(all[at - 1]?.text ?? ''))) return null
  const before = all[at - 1]
  const after = all[at + 1]
  if (
    x.text === x.lower &&
    x.lower.length <= 3 &&
    x.lower !== 'may' &&
    !(after?.kind === 'digits' || before?.kind === 'digits' || ORDINAL_ENDS.test(before?.lower ?? ''))
  )
    return null
  if (x.lower === 'may' || x.lower === 'march' || x.lower === 'mar') {
    const beside =
      after?.kind === 'digits' ||
      before?.kind === 'digits' ||
      (before !== undefined && ORDINAL_ENDS.test(before.lower)) ||
      ordinalAt(all, at + 1) !== null ||
      spelledDay(all, at + 1)
    const led =
      /^(?:in|of|since|until|till|by|on|early|late|mid|last|next|this|from|to|and|through|during|before|after|for|between|or|the|day|each|every|-|\(|week|end|beginning|start)$/.test(
        before?.lower ?? '',
      )
    const capital = x.text !== x.lower
    if (
      x.text === x.lower
        ? !(beside && x.lower === 'may' && after !== undefined && (after.kind === 'digits' || ordinalAt(all, at + 1) !== null)) &&
          !beside
        : !beside && !led
    )
      return null
    if (!capital && !beside) return null
    if (x.lower === 'mar' && !beside) return null
  }
  const dot =
    after?.lower === '.' && !after.spaced && x.lower.length <= 4 && x.lower !== 'may' && x.lower !== 'june' && x.lower !== 'july'
  if (dot) {
    const further = all[at + 2]
    if (
      further &&
      (further.kind === 'digits' || (further.kind === 'sign' && further.lower === ',') || /^\p{Ll}/u.test(further.text))
    )
      return { month, next: at + 2 }
  }
  return { month, next: at + 1 }
}

/** "18", "18th", "eighteenth", "twenty ninth", "the 18th": a day of a month. */
export function dayOfMonth(all: Lexemes, at: number): { day: number; next: number; ordinal: boolean } | null {
  const x = all[at]
  if (!x) return null
  if (x.kind === 'digits') {
    const day = Number(x.text)
    if (x.text.length > 2 || day < 1 || day > 31) return null
    const end = all[at + 1]
    if (end && !end.spaced && ORDINAL_ENDS.test(end.lower)) return { day, next: at + 2, ordinal: true }
    if (
      end &&
      !end.spaced &&
      (end.kind === 'word' || (/^[.,:/]$/.test(end.lower) && all[at + 2]?.kind === 'digits' && !all[at + 2]!.spaced))
    )
      return null
    return { day, next: at + 1, ordinal: false }
  }
  const ordinal = ordinalAt(all, at)
  if (ordinal) return { ...ordinal, ordinal: true }
  const number = x.kind === 'word' ? readNumber(all, at) : null
  if (
    number &&
    number.kind === 'cardinal' &&
    number.written === 'words' &&
    number.value >= 1 &&
    number.value <= 31 &&
    x.lower !== 'a' &&
    x.lower !== 'an'
  )
    return { day: number.value, next: number.next, ordinal: false }
  return null
}

export function ordinalAt(all: Lexemes, at: number): { day: number; next: number } | null {
  const x = all[at]
  if (x?.kind !== 'word' && x?.kind !== 'digits') return null
  const number = readNumber(all, at)
  return number?.kind === 'ordinal' && number.value >= 1 && number.value <= 31 ? { day: number.value, next: number.next } : null
}

/** "May twenty nine": a day in words that are no ordinal. */
function spelledDay(all: Lexemes, at: number): boolean {
  const x = all[at]
  if (x?.kind !== 'word' || x.lower === 'a' || x.lower === 'an') return false
  const number = readNumber(all, at)
  return number?.kind === 'cardinal' && number.written === 'words' && number.value >= 13 && number.value <= 31
}

/** A year in digits ("2024", "'98") or in words ("nineteen eighty six"), with how sure it is. */
export function readYear(all: Lexemes, at: number, short: boolean): { year: number; next: number } | null {
  const x = all[at]
  if (!x) return null
  if (x.kind === 'digits') {
    const after = all[at + 1]
    if (
      after &&
      !after.spaced &&
      (after.kind === 'word' || (/^[.,:/]$/.test(after.lower) && all[at + 2]?.kind === 'digits' && !all[at + 2]!.spaced))
    )
      return null
    const value = Number(x.text)
    if (x.text.length === 4 && value >= 1000 && value <= 2199) return { year: value, next: at + 1 }
    if (short && x.text.length === 2) return { year: value < 50 ? 2000 + value : 1900 + value, next: at + 1 }
    return null
  }
  if (x.lower === "'" && all[at + 1]?.kind === 'digits' && !all[at + 1]!.spaced && all[at + 1]!.text.length === 2) {
    const value = Number(all[at + 1]!.text)
    const after = all[at + 2]
    return after && !after.spaced && after.kind === 'word'
      ? null
      : { year: value < 50 ? 2000 + value : 1900 + value, next: at + 2 }
  }
  if (x.lower === 'nineteen' || x.lower === 'twenty' || x.lower === 'eighteen') {
    const century = { eighteen: 1800, nineteen: 1900, twenty: 2000 }[x.lower]!
    const from = lower(all, at + 1) === 'hundred' ? at + 2 : at + 1
    const rest = readNumber(all, from)
    if (rest?.kind === 'cardinal' && rest.written === 'words' && rest.value >= 10 && rest.value < 100 && all[from]!.lower !== 'a')
      return { year: century + rest.value, next: rest.next }
    return null
  }
  if (x.lower === 'two') {
    const number = readNumber(all, at)
    if (number && number.written === 'words' && number.value >= 2000 && number.value < 2100 && number.kind === 'cardinal')
      return { year: number.value, next: number.next }
  }
  return null
}

/** "2019/Aug/01", "2019-aug-1". */
export function readNamedDate(all: Lexemes, at: number): Parsed | null {
  const [a, s, b, t, c] = [all[at], all[at + 1], all[at + 2], all[at + 3], all[at + 4]]
  if (
    a?.kind !== 'digits' ||
    a.text.length !== 4 ||
    !s ||
    !/^[-/]$/.test(s.lower) ||
    b?.kind !== 'word' ||
    t?.lower !== s.lower ||
    c?.kind !== 'digits' ||
    c.text.length > 2 ||
    c.spaced
  )
    return null
  const month = MONTHS.get(b.lower)
  return month && isDate(Number(a.text), month, Number(c.text))
    ? parsed({ type: 'day', year: Number(a.text), month, day: Number(c.text), weekday: null }, at, at + 5)
    : null
}

/** ISO and slashed dates: "2024-10-18", "2024/10/18", "10/18/2024" (month first unless it can't be), "18.10.2024" (day first). */
export function readNumericDate(all: Lexemes, at: number): Parsed | null {
  const [a, s, b, t, c] = [all[at], all[at + 1], all[at + 2], all[at + 3], all[at + 4]]
  if (a?.kind === 'digits' && a.text.length === 8 && /^(?:19|20)\d{6}$/.test(a.text)) {
    const [year, month, day] = [Number(a.text.slice(0, 4)), Number(a.text.slice(4, 6)), Number(a.text.slice(6))]
    return isDate(year, month, day) ? parsed({ type: 'day', year, month, day, weekday: null }, at, at + 1) : null
  }
  if (a?.kind !== 'digits' || s?.kind !== 'sign' || !/^[-/.]$/.test(s.lower)) return null
  if (b?.kind !== 'digits' || (s.lower !== '/' && (s.spaced || b.spaced))) return null
  if (a.text.length > 4 || b.text.length > 2) return null
  if (t?.lower !== s.lower || c?.kind !== 'digits' || (t.spaced && s.lower !== '/') || (c.spaced && s.lower !== '/')) {
    if (a.text.length === 4 && b.text.length === 2 && s.lower !== '.' && t?.lower !== s.lower) {
      const month = Number(b.text)
      const year = Number(a.text)
      if (month >= 1 && month <= 12 && year > 1900 && year < 2100 && s.lower !== '/')
        return parsed({ type: 'month', year, month }, at, at + 3)
    }
    return null
  }
  const after = all[at + 5]
  if (after && !after.spaced && ((after.kind === 'word' && after.lower !== 't') || after.lower === '/')) return null
  const numbers = [Number(a.text), Number(b.text), Number(c.text)] as const
  if (a.text.length === 4) {
    return isDate(numbers[0], numbers[1], numbers[2])
      ? parsed({ type: 'day', year: numbers[0], month: numbers[1], day: numbers[2], weekday: null }, at, at + 5)
      : null
  }
  if (c.text.length !== 4 && c.text.length !== 2) return null
  const year = c.text.length === 4 ? numbers[2] : numbers[2] < 40 ? 2000 + numbers[2] : 1900 + numbers[2]
  const dayFirst = s.lower === '.' || numbers[0] > 12
  const [day, month] = dayFirst ? [numbers[0], numbers[1]] : [numbers[1], numbers[0]]
  if (isDate(year, month, day)) return parsed({ type: 'day', year, month, day, weekday: null }, at, at + 5)
  if (isDate(year, day, month)) return parsed({ type: 'day', year, month: day, day: month, weekday: null }, at, at + 5)
  // "2/29/2019": written as a date, though there is none
  return s.lower === '/' && month <= 12 && day <= 31 && month > 0 && day > 0
    ? parsed({ type: 'day', year, month, day, weekday: null }, at, at + 5)
    : null
}

/** "9:30", "9.30pm", "9 p.m.", "0300 GMT", "noon", "half past seven", "nine o'clock". */
export function readClock(all: Lexemes, at: number): Parsed | null {
  const x = all[at]
  if (!x) return null
  const zoned = (hour: number, minute: number, second: number | null, certain: boolean, next: number): Parsed => {
    let end = next
    let zone: number | null = null
    const offset = all[end] && ZONES.get(all[end]!.lower)
    if (offset !== undefined && all[end]!.text === all[end]!.text.toUpperCase()) {
      zone = offset
      end += 1
    } else if (
      lower(all, end + 1) === 'time' &&
      !all[end]!.broken &&
      (lower(all, end) === 'local' || /^\p{Lu}/u.test(all[end]!.text))
    ) {
      // "Moscow time" keeps one offset all year; "Kyiv time" does not, and stays local
      zone = CITY_ZONES.get(lower(all, end)) ?? null
      end += 2
    }
    return parsed({ type: 'clock', hour, minute, second, certain, zone }, at, end)
  }
  if (x.lower === 'noon' || x.lower === 'midday' || x.lower === 'noonish') return zoned(12, 0, null, true, at + 1)
  if (x.lower === 'midnight') return zoned(0, 0, null, true, at + 1)
  if (x.kind === 'digits') {
    const hour = Number(x.text)
    const colon = all[at + 1]
    const minutes = all[at + 2]
    if (
      x.text.length <= 2 &&
      hour <= 24 &&
      colon &&
      !colon.spaced &&
      (colon.lower === ':' || colon.lower === '.') &&
      minutes?.kind === 'digits' &&
      minutes.text.length === 2 &&
      !minutes.spaced &&
      Number(minutes.text) < 60
    ) {
      let next = at + 3
      let second: number | null = null
      if (
        colon.lower === ':' &&
        lower(all, next) === ':' &&
        all[next + 1]?.kind === 'digits' &&
        all[next + 1]!.text.length === 2
      ) {
        second = Number(all[next + 1]!.text)
        next += 2
      }
      const half = meridiem(all, next) ?? shortMeridiem(all, next)
      if (colon.lower === '.' && !half && lower(all, next) !== "o'clock" && !ZONES.has(lower(all, next))) return null
      const h = half ? (hour % 12) + (half.pm ? 12 : 0) : hour
      if (!half && lower(all, next) === ':' && !all[next]!.spaced) return null
      return zoned(
        h % 24,
        Number(minutes.text),
        second,
        half !== null || hour > 12 || x.text.startsWith('0') || hour === 0,
        half ? half.next : next,
      )
    }
    if (x.text.length === 4 && hour < 2400 && hour % 100 < 60) {
      const half = meridiem(all, at + 1)
      const next = half ? half.next : at + 1
      if (half) {
        const h = Math.floor(hour / 100)
        return zoned((h % 12) + (half.pm ? 12 : 0), hour % 100, null, true, next)
      }
      const named = ZONES.has(lower(all, next)) && all[next]!.text === all[next]!.text.toUpperCase()
      if (named || lower(all, next) === 'hours' || (lower(all, next) === 'local' && lower(all, next + 1) === 'time'))
        return zoned(Math.floor(hour / 100), hour % 100, null, true, lower(all, next) === 'hours' ? next + 1 : next)
    }
    if (hour === 12 && lower(all, at + 1) === 'noon') return zoned(12, 0, null, true, at + 2)
    if (x.text.length <= 2 && hour >= 1 && hour <= 12) {
      const half = meridiem(all, at + 1) ?? partOfDay(all, at + 1)
      if (half) return zoned((hour % 12) + (half.pm ? 12 : 0), 0, null, true, half.next)
      if (lower(all, at + 1) === "o'clock") return zoned(hour, 0, null, false, at + 2)
    }
    return null
  }
  if (x.lower === 'half' && lower(all, at + 1) === 'past') {
    const hour = hourAt(all, at + 2)
    if (hour) return zoned(hour.value, 30, null, false, hour.next)
  }
  const quarter = x.lower === 'quarter' ? at : x.lower === 'a' && lower(all, at + 1) === 'quarter' ? at + 1 : -1
  if (quarter >= 0 && /^(?:past|to)$/.test(lower(all, quarter + 1))) {
    const hour = hourAt(all, quarter + 2)
    if (hour)
      return lower(all, quarter + 1) === 'past'
        ? zoned(hour.value, 15, null, false, hour.next)
        : zoned((hour.value + 23) % 24, 45, null, false, hour.next)
  }
  const number = readNumber(all, at)
  if (
    number &&
    number.kind === 'cardinal' &&
    number.written === 'words' &&
    number.value >= 1 &&
    number.value <= 12 &&
    Number.isInteger(number.value)
  ) {
    const half = meridiem(all, number.next) ?? partOfDay(all, number.next)
    if (half) return zoned((number.value % 12) + (half.pm ? 12 : 0), 0, null, true, half.next)
    if (lower(all, number.next) === "o'clock") return zoned(number.value, 0, null, false, number.next + 1)
  }
  if (
    number &&
    number.kind === 'cardinal' &&
    number.value < 60 &&
    Number.isInteger(number.value) &&
    lower(all, number.next) === 'past'
  ) {
    const hour = hourAt(all, number.next + 1)
    if (hour) return zoned(hour.value, number.value, null, false, hour.next)
  }
  return null
}

function hourAt(all: Lexemes, at: number): { value: number; next: number } | null {
  const number = all[at] ? readNumber(all, at) : null
  if (number?.kind !== 'cardinal' || !Number.isInteger(number.value) || number.value < 1 || number.value > 12) return null
  return { value: number.value, next: lower(all, number.next) === "o'clock" ? number.next + 1 : number.next }
}

/** "3 in the morning", "eleven at night": the part of the day says that it is an hour, and which. */
function partOfDay(all: Lexemes, at: number): { pm: boolean; next: number } | null {
  if (lower(all, at) === 'in' && lower(all, at + 1) === 'the' && /^(?:morning|afternoon|evening)$/.test(lower(all, at + 2)))
    return { pm: lower(all, at + 2) !== 'morning', next: at + 3 }
  return lower(all, at) === 'at' && lower(all, at + 1) === 'night' ? { pm: true, next: at + 2 } : null
}

/** "9:30p": only behind minutes, since "9p" is money. */
function shortMeridiem(all: Lexemes, at: number): { pm: boolean; next: number } | null {
  const x = all[at]
  if (!x || x.spaced || !/^[ap]$/.test(x.lower)) return null
  const after = all[at + 1]
  return after && !after.spaced && after.kind !== 'sign' ? null : { pm: x.lower === 'p', next: at + 1 }
}

function meridiem(all: Lexemes, at: number): { pm: boolean; next: number } | null {
  const x = all[at]
  if (!x || x.broken) return null
  if (x.lower === 'am' || x.lower === 'pm') return { pm: x.lower === 'pm', next: at + 1 }
  const dots = (x.lower === 'a' || x.lower === 'p') && lower(all, at + 1) === '.' && lower(all, at + 2) === 'm'
  if (dots) return { pm: x.lower === 'p', next: lower(all, at + 3) === '.' && !all[at + 3]!.spaced ? at + 4 : at + 3 }
  return null
}

/** "morning", "the early afternoon", "overnight", "dawn". */
export function readDayPart(all: Lexemes, at: number): Parsed | null {
  let i = at
  let edge: Edge | null = null
  if (/^(?:earlier|later)$/.test(lower(all, i)) && lower(all, i + 1) === 'in' && lower(all, i + 2) === 'the') {
    const part = DAY_PARTS.get(lower(all, i + 3))
    return part ? parsed({ type: 'dayPart', part, edge: lower(all, i) === 'later' ? 'end' : 'start' }, at, i + 4) : null
  }
  if (/^(?:early|late|mid)$/.test(lower(all, i))) {
    edge = lower(all, i) === 'early' ? 'start' : lower(all, i) === 'late' ? 'end' : 'middle'
    i += 1
    if (lower(all, i) === '-') i += 1
  }
  if (edge === 'middle' && lower(all, i) === 'night') return parsed({ type: 'dayPart', part: 'midnight', edge: null }, at, i + 1)
  const part: DayPart | undefined = DAY_PARTS.get(lower(all, i))
  if (part === undefined || (part === 'noon' && edge === null)) return null
  const tail = lower(all, i + 1) === '-' && !all[i + 1]!.spaced && lower(all, i + 2) === 'time' && !all[i + 2]!.spaced ? 2 : 0
  return parsed({ type: 'dayPart', part, edge }, at, i + 1 + tail)
}

/** "three weeks", "a few days", "two years and six months", "48 hours", "one and a half years". */
export function readAmounts(
  all: Lexemes,
  at: number,
): { amounts: Amount[]; next: number; fuzzy: boolean; hyphened: boolean } | null {
  const first = readAmount(all, at)
  if (!first) return null
  const amounts = [first.amount]
  let { next } = first
  while (amounts.length < 4) {
    const gap = lower(all, next) === 'and' || lower(all, next) === ',' ? 1 : 0
    if (lower(all, next) === ',' && lower(all, next + 1) === 'and') break
    const more = readAmount(all, next + gap)
    // "the last 3 months and 2 days ago": the second begins a time of its own
    if (more && /^(?:last|past|previous)$/.test(lower(all, at - 1)) && agoFollows(all, more.next)) break
    if (!more || more.fuzzy || RANK[more.amount.unit] >= RANK[amounts.at(-1)!.unit]) break
    amounts.push(more.amount)
    next = more.next
  }
  return { amounts, next, fuzzy: first.fuzzy, hyphened: first.hyphened }
}

function agoFollows(all: Lexemes, at: number): boolean {
  for (let i = at; i < all.length && i - at < 8; i++) {
    if (all[i]!.lower === 'ago') return true
    if (!(all[i]!.kind === 'digits' || all[i]!.lower === 'and' || TIME_UNITS.has(all[i]!.lower))) return false
  }
  return false
}

const RANK: Readonly<Record<TimeUnit, number>> = {
  second: 0,
  minute: 1,
  hour: 2,
  day: 3,
  night: 3,
  weekend: 4,
  week: 4,
  fortnight: 4.5,
  month: 5,
  quarter: 6,
  year: 7,
  decade: 8,
  century: 9,
}

const FIRST_OF_VAGUE: ReadonlySet<string> = new Set([...VAGUE_AMOUNTS.keys()].map((phrase) => phrase.split(' ')[0]!))

function readAmount(all: Lexemes, at: number): { amount: Amount; next: number; fuzzy: boolean; hyphened: boolean } | null {
  for (let words = FIRST_OF_VAGUE.has(lower(all, at)) ? 3 : 0; words >= 1; words--) {
    let phrase = lower(all, at)
    for (let i = 1; i < words; i++) phrase += ` ${lower(all, at + i)}`
    const vague = VAGUE_AMOUNTS.get(phrase)
    const scale = vague !== undefined && /^(?:dozen|hundred|thousand|million)$/.test(lower(all, at + words)) ? 1 : 0
    const more = lower(all, at + words) === 'more' ? 1 : 0
    const unit = vague === undefined ? undefined : TIME_UNITS.get(lower(all, at + words + scale + more))
    if (vague !== undefined && unit) {
      const factor = scale ? { dozen: 12, hundred: 100, thousand: 1000, million: 1e6 }[lower(all, at + words) as 'dozen'] : 1
      return { amount: { unit, count: vague * factor }, next: at + words + scale + more + 1, fuzzy: true, hyphened: false }
    }
  }
  const x = all[at]
  if (!x) return null
  if (x.lower === 'half' && (lower(all, at + 1) === 'a' || lower(all, at + 1) === 'an')) {
    const unit = TIME_UNITS.get(lower(all, at + 2))
    return unit ? { amount: { unit, count: 0.5 }, next: at + 3, fuzzy: false, hyphened: false } : null
  }
  if ((x.lower === 'a' || x.lower === 'an') && lower(all, at + 1) === 'half') {
    const unit = TIME_UNITS.get(lower(all, at + 2))
    if (unit) return { amount: { unit, count: 0.5 }, next: at + 3, fuzzy: false, hyphened: false }
  }
  if (/^(?:a|an|one|another)$/.test(x.lower)) {
    const unit = TIME_UNITS.get(lower(all, at + 1))
    if (unit) {
      const half = lower(all, at + 2) === 'and' && lower(all, at + 3) === 'a' && /^(?:half|quarter)$/.test(lower(all, at + 4))
      const part = lower(all, at + 4) === 'half' ? 0.5 : 0.25
      return { amount: { unit, count: half ? 1 + part : 1 }, next: half ? at + 5 : at + 2, fuzzy: false, hyphened: false }
    }
  }
  if (lower(all, at + 1) === 'quarters') {
    const count = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'].indexOf(x.lower) + 2
    if (count > 1 && /^(?:last|past|previous|next|coming|following|for|first)$/.test(lower(all, at - 1)))
      return { amount: { unit: 'quarter', count }, next: at + 2, fuzzy: false, hyphened: false }
  }
  const number = x.kind === 'sign' ? null : readNumber(all, at)
  if (!number || number.kind === 'ordinal' || number.value < 0) return null
  const hyphen = lower(all, number.next) === '-' && !all[number.next]!.spaced ? 1 : 0
  const more =
    /^(?:more|full|consecutive|straight|whole|long|business|working|calendar)$/.test(lower(all, number.next)) && !hyphen ? 1 : 0
  const word = all[number.next + hyphen + more]
  if (!word || word.broken) return null
  let unit = TIME_UNITS.get(word.lower)
  if (!unit && !word.spaced && number.written === 'digits')
    unit = { h: 'hour', d: 'day', s: undefined, y: 'year' }[word.lower] as TimeUnit | undefined
  if (!unit) return null
  if (/^(?:sec|min|wk|yr|hr|mth)s?$/.test(word.lower) && number.written === 'words') return null
  if (!hyphen && number.value > 999 && !word.lower.endsWith('s')) return null
  let { value } = number
  let next = number.next + hyphen + more + 1
  if (lower(all, next) === 'and' && lower(all, next + 1) === 'a' && lower(all, next + 2) === 'half') {
    value += 0.5
    next += 3
  }
  if (lower(all, next) === "'" && !all[next]!.spaced) next += 0
  return { amount: { unit, count: value }, next, fuzzy: false, hyphened: hyphen === 1 }
}

export function readWeekday(all: Lexemes, at: number): { weekday: number; next: number; plural: boolean } | null {
  const x = all[at]
  if (x?.kind !== 'word') return null
  const plain = WEEKDAYS.get(x.lower)
  const word = x.lower.replace(/'s$/, '')
  const weekday =
    plain ?? WEEKDAYS.get(word) ?? (x.lower.endsWith('s') && x.lower.length > 5 ? WEEKDAYS.get(x.lower.slice(0, -1)) : undefined)
  if (weekday === undefined) return null
  if (word.length <= 5 && x.text === x.lower && !word.endsWith('day')) return null
  if (
    /^(?:sun|sat|mon|wed)$/.test(x.lower) &&
    lower(all, at + 1) !== ',' &&
    lower(all, at + 1) !== '.' &&
    lower(all, at + 1) !== 'at' &&
    all[at + 1]?.kind !== 'digits' &&
    !readMonth(all, at + 1) &&
    !DAY_PARTS.has(lower(all, at + 1))
  )
    return null
  return { weekday, next: at + 1, plural: plain === undefined && x.lower.endsWith('s') && !x.lower.endsWith("'s") }
}

export function readSeason(all: Lexemes, at: number): number | null {
  return SEASONS.get(lower(all, at)) ?? null
}

const FIRST_OF_HOLIDAYS: ReadonlySet<string> = new Set([...HOLIDAYS.keys()].map((name) => lexemes(name)[0]!.lower))

/** A named day of the year, longest name first. */
export function readHoliday(all: Lexemes, at: number): { name: string; next: number } | null {
  if (!FIRST_OF_HOLIDAYS.has(lower(all, at))) return null
  let phrase = ''
  let found: { name: string; next: number } | null = null
  for (let i = at; i < all.length && i - at < 6; i++) {
    const x = all[i]!
    phrase += (i > at && x.spaced ? ' ' : '') + x.lower
    if (HOLIDAYS.has(phrase)) found = { name: phrase, next: i + 1 }
  }
  return found
}
