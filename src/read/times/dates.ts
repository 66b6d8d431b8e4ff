import { type Lexeme, readNumber } from '../numbers/index.ts'
import {
  dayOfMonth,
  lower,
  parsed,
  readAmounts,
  readHoliday,
  readMonth,
  readNamedDate,
  readNumericDate,
  readSeason,
  readWeekday,
  readYear,
} from './atoms.ts'
import { memory, remembered } from './memory.ts'
import type { Edge, Parsed, TimeShape, TimeUnit, Which } from './shape.ts'
import { TIME_UNITS, WHICH } from './words.ts'

type Lexemes = readonly Lexeme[]

/** "the end of the first week of May" is three deep; a text made to nest without end is not followed further. */
const DEEPEST = 4

/** Words after which four digits are a year and not a number. */
const BEFORE_YEAR =
  /^(?:in|since|until|till|by|from|of|during|before|after|early|late|mid|through|throughout|between|to|and|for|around|circa|year|\(|-|the|to|summer|spring|autumn|fall|winter|election|elections|pre|post|in|,)$/
const AFTER_NUMBER =
  /^(?:people|troops|men|women|children|dollars|euros|percent|per|%|km|kilometres|kilometers|miles|metres|meters|tons|tonnes|barrels|more|other)$/

/**
 * Reads a day, month, year or calendar unit at lexeme `at`, without clock times and bounds. The longest reading wins.
 * Nothing here needs the publication date: what does is left as a shape ("last Friday").
 */
export function readDate(all: Lexemes, at: number, depth = 0): Parsed | null {
  if (!all[at] || depth > DEEPEST) return null
  return depth === 0 ? remembered(dates, all, at, tryRules) : tryRules(all, at, depth)
}

const dates = memory<Parsed>()

function tryRules(all: Lexemes, at: number, depth = 0): Parsed | null {
  let best: Parsed | null = null
  for (const rule of RULES) {
    const found = rule(all, at, depth)
    if (found && (best === null || found.next > best.next)) best = found
  }
  return best
}

function numericDate(all: Lexemes, at: number): Parsed | null {
  return readNumericDate(all, at) ?? readNamedDate(all, at)
}

/** "the 18th of October 2024", "18 October", "18 Oct. 2024", "twenty five January". */
function dayMonth(all: Lexemes, at: number): Parsed | null {
  const i = lower(all, at) === 'the' ? at + 1 : at
  const day = dayOfMonth(all, i)
  if (!day || /\p{Sc}/u.test(lower(all, i - 1))) return null
  let next = day.next
  if (lower(all, next) === 'day') next += 1
  if (lower(all, next) === 'of') next += 1
  if (lower(all, next) === 'the' && lower(all, next - 1) === 'of') next += 1
  if (/^[-/]$/.test(lower(all, next)) && next === day.next && !all[next]!.spaced) next += 1
  const month = readMonth(all, next)
  if (!month) return null
  next = month.next
  if (/^[-/]$/.test(lower(all, next)) && !all[next]!.spaced && all[next + 1]?.kind === 'digits') next += 1
  const gap = yearGap(all, next)
  const year = readYear(all, next + gap, gap > 0 ? lower(all, next) === 'of' : next > month.next || false)
  return parsed(
    { type: 'day', year: year?.year ?? null, month: month.month, day: day.day, weekday: null },
    at,
    year ? year.next : month.next,
  )
}

/** "October 18, 2024", "Oct. 18", "October the 18th", "May twenty nine", "Nov/2". */
function monthDay(all: Lexemes, at: number): Parsed | null {
  const month = readMonth(all, at)
  if (!month) return null
  let i = month.next
  if (/^[-/]$/.test(lower(all, i)) && !all[i]!.spaced) i += 1
  else if (lower(all, i) === 'the') i += 1
  const day = dayOfMonth(all, i)
  if (!day) return null
  if (all[i]!.kind === 'word' && !day.ordinal && TIME_UNITS.has(lower(all, day.next))) return null
  let next = day.next
  if (/^[-/]$/.test(lower(all, next)) && !all[next]!.spaced && all[next + 1]?.text.length === 4) next += 1
  const gap = yearGap(all, next)
  const year = readYear(all, next + gap, lower(all, next) === 'of')
  const safe = year && !(gap === 0 && all[next]!.kind === 'digits' && all[next]!.text.length === 2) ? year : null
  return parsed(
    { type: 'day', year: safe?.year ?? null, month: month.month, day: day.day, weekday: null },
    at,
    safe ? safe.next : day.next,
  )
}

function yearGap(all: Lexemes, at: number): number {
  const word = lower(all, at)
  if (word === ',' || word === 'of' || word === 'in') return 1
  return word === '.' && !all[at]!.spaced ? 0 : 0
}

/** "October 2024", "October of 2024", "Oct-2024", "last October", "October". */
function monthYear(all: Lexemes, at: number): Parsed | null {
  const which = WHICH.get(lower(all, at))
  const month = readMonth(all, which ? at + 1 : at)
  if (!month) return null
  if (which) return parsed({ type: 'named', which, month: month.month }, at, month.next)
  const gap =
    /^[-/,]$/.test(lower(all, month.next)) ||
    lower(all, month.next) === 'of' ||
    (lower(all, month.next) === 'in' && all[month.next + 1]?.kind === 'digits' && all[month.next + 1]!.text.length === 4)
      ? 1
      : 0
  const year = readYear(
    all,
    month.next + gap,
    lower(all, month.next) === 'of' ||
      lower(all, month.next) === "'" ||
      (lower(all, month.next) === '-' && all[month.next + 1]?.text.length === 2 && !all[month.next]!.spaced),
  )
  if (year && !(gap === 0 && all[month.next]!.kind === 'digits' && all[month.next]!.text.length < 4))
    return parsed({ type: 'month', year: year.year, month: month.month }, at, year.next)
  const relative =
    lower(all, month.next) === 'of'
      ? relativeUnit(all, month.next + 1)
      : lower(all, month.next) === ','
        ? null
        : relativeUnit(all, month.next)
  if (relative?.shape.type === 'unit' && relative.shape.unit === 'year')
    return parsed({ type: 'at', day: relative.shape, time: { type: 'month', year: null, month: month.month } }, at, relative.next)
  return parsed({ type: 'month', year: null, month: month.month }, at, month.next)
}

const CALENDARS = /^(?:fiscal|calendar|school|financial|academic|tax)$/

/** "fiscal year 2008": taken as the calendar year, since years of account begin differently from country to country. */
function accountYear(all: Lexemes, at: number): Parsed | null {
  if (!CALENDARS.test(lower(all, at)) || lower(all, at + 1) !== 'year') return null
  const year = readYear(all, at + 2, false)
  return year && parsed({ type: 'year', year: year.year }, at, year.next)
}

/** A year on its own. Bare digits count only where nothing says that they are a number of things. */
function yearAlone(all: Lexemes, at: number): Parsed | null {
  const i =
    lower(all, at) === 'year' || (lower(all, at) === 'the' && lower(all, at + 1) === 'year')
      ? at + (lower(all, at) === 'the' ? 2 : 1)
      : at
  const x = all[i]
  const year = readYear(all, i, false)
  if (!year || !x) return null
  const before = all[i - 1]
  const after = all[year.next]
  if (x.kind === 'digits') {
    if (year.year < 1500 && !/^(?:in|since|of|year|from|until)$/.test(before?.lower ?? '')) return null
    if (before && !x.spaced && !/^[(\-/–,"'“‘~]$/.test(before.lower)) return null
    if (before && /^\p{Sc}$/u.test(before.text)) return null
    if (before?.lower === '-' && !x.spaced && all[i - 2]?.kind === 'digits' && all[i - 2]!.text.length < 4) return null
    // "2015-32", "32 - 2015": a code
    const [mark, tail] = [all[year.next], all[year.next + 1]]
    if (mark?.lower === '-' && tail?.kind === 'digits' && tail.text.length <= 2 && mark.spaced === tail.spaced) return null
    if (before?.lower === '-' && x.spaced === before.spaced && all[i - 2]?.kind === 'digits' && all[i - 2]!.text.length <= 2)
      return null
    if (after && AFTER_NUMBER.test(after.lower)) return null
    if (
      after?.lower === '/' &&
      all[year.next + 1]?.kind === 'digits' &&
      !all[year.next + 1]!.spaced &&
      all[year.next + 1]!.text.length > 2
    )
      return null
    if (
      before &&
      /^(?:than|about|some|approximately|least|nearly|almost|over|under|roughly|no|page|resolution|flight|route)$/.test(
        before.lower,
      ) &&
      i === at
    )
      return null
    const led = !before || BEFORE_YEAR.test(before.lower) || i > at
    const round = year.year % 1000 === 0 || year.year < 1800 || year.year > 2060
    if (!led && round) return null
    if (/^(?:to|and|of|the|-|for|between|,)$/.test(before?.lower ?? '') && round && after?.kind === 'word') return null
    if (after?.kind === 'word' && /^(?:of|were|have|others)$/.test(after.lower) && !led) return null
  } else if (!/^(?:in|since|of|until|by|from|,|year|october|january)$/.test(before?.lower ?? '') && i === at) return null
  return parsed({ type: 'year', year: year.year }, at, year.next)
}

/** "the 1990s", "'90s", "the nineties", "1990 s", "the 21st century". */
function decadeOrCentury(all: Lexemes, at: number): Parsed | null {
  const i = lower(all, at) === 'the' ? at + 1 : at
  const x = all[i]
  if (!x) return null
  if (x.kind === 'digits' && x.text.length === 4 && x.text.endsWith('0')) {
    const s = all[i + 1]
    const mark = s?.lower === "'" && !s.spaced ? 1 : 0
    const plural = all[i + 1 + mark]
    if (
      plural?.lower === 's' &&
      (all[i + 2 + mark] === undefined || all[i + 2 + mark]!.spaced || all[i + 2 + mark]!.kind === 'sign')
    ) {
      const year = Number(x.text)
      return parsed(
        year % 100 === 0 && year < 2000 ? { type: 'century', year } : { type: 'decade', year, short: false },
        at,
        i + 2 + mark,
      )
    }
  }
  const quoted = x.lower === "'" ? i + 1 : i
  const two = all[quoted]
  if (
    two?.kind === 'digits' &&
    two.text.length === 2 &&
    two.text.endsWith('0') &&
    lower(all, quoted + 1) === 's' &&
    !all[quoted + 1]!.spaced &&
    (quoted > i || i > at)
  )
    return parsed({ type: 'decade', year: 1900 + Number(two.text), short: true }, at, quoted + 2)
  const word = DECADES.get(x.lower)
  if (word !== undefined && (i > at || /^(?:in|early|late|mid|since)$/.test(lower(all, at - 1))))
    return parsed({ type: 'decade', year: 1900 + word, short: true }, at, i + 1)
  const ordinal = readNumber(all, i)
  if (ordinal?.kind === 'ordinal' && ordinal.value >= 1 && ordinal.value <= 22) {
    const dash = lower(all, ordinal.next) === '-' ? 1 : 0
    if (lower(all, ordinal.next + dash) === 'century')
      return parsed({ type: 'century', year: (ordinal.value - 1) * 100 }, at, ordinal.next + dash + 1)
  }
  return null
}

const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])

/** "Friday", "last Friday", "this coming Friday", "Friday, October 18", "Friday the 18th", "Thu 14th". */
function weekday(all: Lexemes, at: number): Parsed | null {
  let i = at
  let which: Which = 'bare'
  if (lower(all, i) === 'the') i += 1
  if (lower(all, i) === 'this') {
    which = 'this'
    i += 1
    if (/^(?:coming|past)$/.test(lower(all, i))) {
      which = lower(all, i) === 'past' ? 'last' : 'next'
      i += 1
    }
  } else if (WHICH.has(lower(all, i))) {
    which = WHICH.get(lower(all, i))!
    i += 1
  }
  const day = readWeekday(all, i)
  if (!day || day.plural) return null
  let next = day.next
  if (
    lower(all, next) === '.' &&
    all[i]!.text.length <= 5 &&
    all[next + 1] !== undefined &&
    !all[next]!.spaced &&
    (all[next + 1]!.kind === 'digits' || readMonth(all, next + 1))
  )
    next += 1
  if (which === 'bare' && i === at) {
    const gap = lower(all, next) === ',' ? 1 : 0
    const date = dayMonth(all, next + gap) ?? monthDay(all, next + gap) ?? numericDate(all, next + gap)
    if (date?.shape.type === 'day') return parsed({ ...date.shape, weekday: day.weekday }, at, date.next)
    const the = lower(all, next + gap) === 'the' ? 1 : 0
    const number = dayOfMonth(all, next + gap + the)
    const slashed = slashedDay(all, next + gap)
    if (slashed) return parsed({ ...slashed.shape, weekday: day.weekday }, at, slashed.next)
    const alone =
      number &&
      (all[number.next] === undefined ||
        all[number.next]!.broken ||
        /^[.!?,;)]$/.test(lower(all, number.next)) ||
        lower(all, number.next) === 'at')
    if (number?.ordinal || (number && alone && all[next]?.kind === 'digits'))
      return parsed({ type: 'day', year: null, month: null, day: number.day, weekday: day.weekday }, at, number.next)
  }
  const dated = which === 'bare' ? null : slashedDay(all, next)
  if (dated) return parsed({ ...dated.shape, weekday: day.weekday }, at, dated.next)
  if (which === 'bare' && /^(?:last|next|this)$/.test(lower(all, next)) && lower(all, next + 1) === 'week') {
    const shift = { last: 'last', next: 'next', this: 'this' }[lower(all, next) as 'last'] as Which
    return parsed(
      {
        type: 'at',
        day: { type: 'unit', unit: 'week', offset: shift === 'last' ? -1 : shift === 'next' ? 1 : 0, definite: true },
        time: { type: 'weekday', weekday: day.weekday, which: 'bare' },
      },
      at,
      next + 2,
    )
  }
  if (
    which === 'bare' &&
    lower(all, next) === 'of' &&
    /^(?:this|last|next)$/.test(lower(all, next + 1)) &&
    lower(all, next + 2) === 'week'
  ) {
    const offset = { last: -1, this: 0, next: 1 }[lower(all, next + 1) as 'last']
    return parsed(
      {
        type: 'at',
        day: { type: 'unit', unit: 'week', offset, definite: true },
        time: { type: 'weekday', weekday: day.weekday, which: 'bare' },
      },
      at,
      next + 3,
    )
  }
  return parsed({ type: 'weekday', weekday: day.weekday, which }, which === 'bare' && i > at ? i : at, day.next)
}

/** "10/25", "5/12" after a word that leads a date: month first unless it can't be. */
function slashedDay(all: Lexemes, at: number): { shape: Extract<TimeShape, { type: 'day' }>; next: number } | null {
  const [a, s, b, after] = [all[at], all[at + 1], all[at + 2], all[at + 3]]
  if (
    a?.kind !== 'digits' ||
    s?.lower !== '/' ||
    s.spaced ||
    b?.kind !== 'digits' ||
    b.spaced ||
    a.text.length > 2 ||
    b.text.length > 2
  )
    return null
  if (after && !after.spaced && (after.kind === 'word' || after.lower === '/' || after.lower === '%')) return null
  const [first, second] = [Number(a.text), Number(b.text)]
  const [month, day] = first > 12 ? [second, first] : [first, second]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { shape: { type: 'day', year: null, month, day, weekday: null }, next: at + 3 }
}

/** "on 10/25", "from 10/25 to 1/25": a slashed day only where a word leads it. */
function ledSlashedDay(all: Lexemes, at: number): Parsed | null {
  const before = lower(all, at - 1)
  const far = /^(?:to|-|and)$/.test(before) && all[at - 2]?.kind === 'digits' && lower(all, at - 3) === '/'
  if (!/^(?:on|from|between|until|till|by|since|before|after|this|date)$/.test(before) && !far && lower(all, at - 2) !== 'date')
    return null
  const found = slashedDay(all, at)
  return found && parsed(found.shape, at, found.next)
}

/** "today", "yesterday", "the day before yesterday", "tomorrow", "tonight", "overnight", "last night", "now". */
function deictic(all: Lexemes, at: number): Parsed | null {
  const i = lower(all, at) === 'the' ? at + 1 : at
  const near = { yesterday: -1, today: 0, tomorrow: 1, tmr: 1, tmrw: 1 }[lower(all, i)]
  if (near !== undefined && i === at) return parsed(dayOff(near), at, at + 1)
  if (lower(all, i) === 'day' && lower(all, i + 1) === 'before' && lower(all, i + 2) === 'yesterday')
    return parsed(dayOff(-2), at, i + 3)
  if (lower(all, i) === 'day' && lower(all, i + 1) === 'after' && lower(all, i + 2) === 'tomorrow')
    return parsed(dayOff(2), at, i + 3)
  if (i !== at) return null
  if (lower(all, at) === 'tonight')
    return parsed({ type: 'at', day: dayOff(0), time: { type: 'dayPart', part: 'night', edge: null } }, at, at + 1)
  if (lower(all, at) === 'overnight')
    return parsed({ type: 'at', day: dayOff(-1), time: { type: 'dayPart', part: 'night', edge: null } }, at, at + 1)
  if (lower(all, at) === 'last' && lower(all, at + 1) === 'night')
    return parsed({ type: 'at', day: dayOff(-1), time: { type: 'dayPart', part: 'night', edge: null } }, at, at + 2)
  const part = lower(all, at) === 'this' ? /^(?:morning|afternoon|evening|midday)$/.exec(lower(all, at + 1)) : null
  if (part)
    return parsed({ type: 'at', day: dayOff(0), time: { type: 'dayPart', part: part[0] as 'morning', edge: null } }, at, at + 2)
  return null
}

function dayOff(offset: number): TimeShape {
  return { type: 'unit', unit: 'day', offset, definite: true }
}

const STEP: Readonly<Record<Exclude<Which, 'bare'>, number>> = { last: -1, this: 0, next: 1 }

/** "last week", "this month", "the coming year", "the past three weeks", "the next few days", "recent months", "the week". */
function relativeUnit(all: Lexemes, at: number): Parsed | null {
  let i = at
  const definite = /^(?:the|these|those|his|her|its|their|over)$/.test(lower(all, i)) && lower(all, i) !== 'over'
  if (definite) i += 1
  const word = lower(all, i)
  if (
    /^(?:recent|coming|upcoming|past|preceding|ensuing)$/.test(word) &&
    TIME_UNITS.has(lower(all, i + 1)) &&
    lower(all, i + 1).endsWith('s')
  ) {
    const unit = TIME_UNITS.get(lower(all, i + 1))!
    return parsed(
      { type: 'stretch', amounts: [{ unit, count: 3 }], sign: /^(?:coming|upcoming|ensuing)$/.test(word) ? 1 : -1, fuzzy: true },
      at,
      i + 2,
    )
  }
  const which = WHICH.get(word)
  if (!which || which === 'bare') {
    const number = all[i] ? readNumber(all, i) : null
    const toward =
      number?.kind === 'cardinal' && /^(?:next|coming|upcoming)$/.test(lower(all, number.next))
        ? TIME_UNITS.get(lower(all, number.next + 1))
        : undefined
    return number && toward && lower(all, number.next + 1).endsWith('s')
      ? parsed({ type: 'stretch', amounts: [{ unit: toward, count: number.value }], sign: 1, fuzzy: false }, i, number.next + 2)
      : null
  }
  const calendar = /^(?:calendar|fiscal|financial|tax|school|academic|working|business)$/.test(lower(all, i + 1)) ? 1 : 0
  const unit = TIME_UNITS.get(lower(all, i + 1 + calendar))
  if (unit && !lower(all, i + 1 + calendar).endsWith('s')) {
    if (unit === 'second' || unit === 'minute' || (unit === 'night' && which === 'last')) return null
    if (
      word === 'past' &&
      !definite &&
      which === 'last' &&
      unit !== 'week' &&
      unit !== 'month' &&
      unit !== 'year' &&
      unit !== 'day' &&
      unit !== 'decade'
    )
      return null
    if (definite && (word === 'past' || (word === 'last' && unit === 'hour')))
      return parsed({ type: 'stretch', amounts: [{ unit, count: 1 }], sign: -1, fuzzy: false }, at, i + 2 + calendar)
    if (unit === 'day' && definite && /^(?:next|following|previous|preceding)$/.test(word))
      return parsed(
        { type: 'shift', amounts: [{ unit, count: 1 }], sign: which === 'last' ? -1 : 1, from: 'text', fuzzy: false },
        at,
        i + 2,
      )
    if (/^(?:following|preceding|previous)$/.test(word))
      return parsed(
        {
          type: 'shift',
          amounts: [{ unit, count: 1 }],
          sign: which === 'last' ? -1 : 1,
          from: word === 'following' || definite ? 'text' : 'published',
          fuzzy: false,
        },
        at,
        i + 2,
      )
    const on = unit === 'week' && !definite ? readWeekday(all, i + 2) : null
    if (on && !on.plural)
      return parsed(
        {
          type: 'at',
          day: { type: 'unit', unit, offset: STEP[which], definite: true },
          time: { type: 'weekday', weekday: on.weekday, which: 'bare' },
        },
        at,
        on.next,
      )
    return parsed({ type: 'unit', unit, offset: STEP[which], definite: true }, at, i + 2 + calendar)
  }
  if (which !== 'this') {
    const amounts = readAmounts(all, i + 1)
    // "the last 3 months and 2 days ago": the second amount begins a time of its own
    const again = amounts && amounts.amounts.length > 1 && lower(all, amounts.next) === 'ago'
    if (amounts && !amounts.hyphened && !again && lower(all, i + 1) !== 'a')
      return parsed(
        { type: 'stretch', amounts: amounts.amounts, sign: which === 'last' ? -1 : 1, fuzzy: amounts.fuzzy },
        at,
        amounts.next,
      )
  }
  const season = readSeason(all, i + 1)
  if (season) return parsed({ type: 'season', year: null, season, which }, at, i + 2)
  return null
}

/** "summer 2023", "the summer of 2023", "the winter", "spring of last year". */
function season(all: Lexemes, at: number): Parsed | null {
  const i = lower(all, at) === 'the' ? at + 1 : at
  const found = readSeason(all, i)
  if (!found) return null
  const gap = lower(all, i + 1) === 'of' || lower(all, i + 1) === ',' ? 1 : 0
  const year = readYear(all, i + 1 + gap, false)
  if (year) return parsed({ type: 'season', year: year.year, season: found, which: 'bare' }, at, year.next)
  if (
    /^(?:spring|fall)$/.test(lower(all, i)) &&
    !(i > at || /^(?:in|early|late|mid|since|until|by|during|next|last)$/.test(lower(all, at - 1)))
  )
    return null
  if (lower(all, i) === 'fall' && (lower(all, i + 1) === 'of' || i > at || lower(all, at - 1) !== 'in')) return null
  return parsed({ type: 'season', year: null, season: found, which: 'bare' }, at, i + 1)
}

/** "Q3 2024", "the third quarter of 2024", "the first half of the year", "first week of October", "the last two months of 2023". */
function nthPart(all: Lexemes, at: number, depth: number): Parsed | null {
  let i = lower(all, at) === 'the' ? at + 1 : at
  const q = all[i]
  if (
    (q?.lower === 'q' || q?.lower === 'h') &&
    all[i + 1]?.kind === 'digits' &&
    !all[i + 1]!.spaced &&
    /^[1-4]$/.test(all[i + 1]!.text)
  ) {
    const gap = /^(?:of|,|-|')$/.test(lower(all, i + 2)) ? 1 : 0
    const year = readYear(all, i + 2 + gap, gap === 1)
    return parsed(
      { type: 'quarter', year: year?.year ?? null, quarter: Number(all[i + 1]!.text), half: q.lower === 'h', fiscal: false },
      at,
      year ? year.next : i + 2,
    )
  }
  const ahead = q?.kind === 'digits' && q.text.length === 4 ? all[i + 1] : undefined
  if (
    ahead &&
    (ahead.lower === 'q' || ahead.lower === 'h') &&
    all[i + 2]?.kind === 'digits' &&
    !all[i + 2]!.spaced &&
    /^[1-4]$/.test(all[i + 2]!.text)
  ) {
    return parsed(
      { type: 'quarter', year: Number(q!.text), quarter: Number(all[i + 2]!.text), half: ahead.lower === 'h', fiscal: false },
      at,
      i + 3,
    )
  }
  const number = all[i] ? readNumber(all, i) : null
  let nth = 0
  if (number?.kind === 'ordinal' && number.value <= 53) {
    nth = number.value
    i = number.next
  } else if (lower(all, i) === 'last' || lower(all, i) === 'final') {
    nth = -1
    i += 1
  } else return null
  let count = 1
  const many = all[i] ? readNumber(all, i) : null
  if (
    many?.kind === 'cardinal' &&
    Number.isInteger(many.value) &&
    many.value > 1 &&
    many.value < 100 &&
    (nth === 1 || nth === -1)
  ) {
    count = many.value
    i = many.next
  } else if (lower(all, i) === 'few' || lower(all, i) === 'couple') {
    count = 3
    i += 1
  }
  if (lower(all, i) === '-' && /^(?:quarter|half)$/.test(lower(all, i + 1))) i += 1
  const weekdayAt = readWeekday(all, i)
  const unit = lower(all, i) === 'half' ? 'half' : (TIME_UNITS.get(lower(all, i)) ?? null)
  if (!weekdayAt && !unit) return null
  const after = weekdayAt ? weekdayAt.next : i + 1
  if (unit === 'quarter' || unit === 'half') {
    const gap = /^(?:of|in)$/.test(lower(all, after)) ? 1 : 0
    const year = readYear(all, after + gap, false)
    if (year && nth > 0)
      return parsed({ type: 'quarter', year: year.year, quarter: nth, half: unit === 'half', fiscal: false }, at, year.next)
    const whole = gap ? readDate(all, after + 1, depth + 1) : null
    if (whole && nth > 0) return parsed({ type: 'nth', nth, count, unit, weekday: null, of: whole.shape }, at, whole.next)
    if (unit === 'quarter' && nth > 0 && nth <= 4 && !(lower(all, after) === 'final' || lower(all, after) === 'of'))
      return parsed({ type: 'quarter', year: null, quarter: nth, half: false, fiscal: true }, at, after)
    return null
  }
  if (!/^(?:of|in)$/.test(lower(all, after)) && !(nth === 1 && count > 1)) return null
  const whole = readDate(all, /^(?:of|in)$/.test(lower(all, after)) ? after + 1 : after, depth + 1)
  if (!whole || whole.shape.type === 'weekday') return null
  if (weekdayAt)
    return parsed({ type: 'nth', nth, count, unit: 'day', weekday: weekdayAt.weekday, of: whole.shape }, at, whole.next)
  return parsed({ type: 'nth', nth, count, unit: unit as TimeUnit, weekday: null, of: whole.shape }, at, whole.next)
}

const EDGES: ReadonlyMap<string, Edge> = new Map([
  ['early', 'start'],
  ['beginning', 'start'],
  ['start', 'start'],
  ['mid', 'middle'],
  ['middle', 'middle'],
  ['late', 'end'],
  ['end', 'end'],
  ['earlier', 'start'],
  ['later', 'end'],
])

/** "mid-October", "early 2024", "the end of the year", "earlier this week", "later on Friday". */
function edge(all: Lexemes, at: number, depth: number): Parsed | null {
  let i = lower(all, at) === 'the' ? at + 1 : at
  const word = lower(all, i)
  const found = EDGES.get(word)
  if (!found) return null
  const noun = /^(?:beginning|start|middle|end)$/.test(word)
  i += 1
  if (noun) {
    if (lower(all, i) !== 'of') return null
    i += 1
  } else if (lower(all, i) === '-') i += 1
  else if (/^(?:on|in)$/.test(lower(all, i)) && word !== 'mid') i += 1
  const bare = /^(?:the|this|that)$/.test(lower(all, i)) ? TIME_UNITS.get(lower(all, i + 1)) : undefined
  const inner =
    readDate(all, i, depth + 1) ??
    (bare && !lower(all, i + 1).endsWith('s') ? parsed({ type: 'unit', unit: bare, offset: 0, definite: false }, i, i + 2) : null)
  if (!inner) return null
  if (
    inner.shape.type === 'year' &&
    !noun &&
    lower(all, i - 1) !== '-' &&
    word !== 'early' &&
    word !== 'late' &&
    word !== 'mid' &&
    !/^(?:earlier|later)$/.test(word)
  )
    return null
  return parsed({ type: 'edge', edge: found, of: inner.shape, relative: /^(?:earlier|later)$/.test(word) }, at, inner.next)
}

/** "Christmas", "Easter Monday", "New Year's Eve 2023", "last Thanksgiving". */
function holiday(all: Lexemes, at: number): Parsed | null {
  const which = WHICH.get(lower(all, at))
  const found = readHoliday(all, which ? at + 1 : at)
  if (!found) return null
  const named = all[which ? at + 1 : at]!
  if (
    !which &&
    named.text === named.lower &&
    /^(?:new year|easter|independence day|labor day|labour day|may day|pentecost|juneteenth)/.test(found.name) &&
    all[0]!.text !== all[0]!.lower &&
    found.name.split(' ').length < 2
  )
    return null
  const gap = /^(?:of|,|in)$/.test(lower(all, found.next)) ? 1 : 0
  const year = readYear(all, found.next + gap, false)
  if (year) return parsed({ type: 'holiday', name: found.name, year: year.year, which: which ?? 'bare' }, at, year.next)
  return parsed({ type: 'holiday', name: found.name, year: null, which: which ?? 'bare' }, at, found.next)
}

/** "the week of April 10", "the weekend of 5 May". */
function weekOf(all: Lexemes, at: number, depth: number): Parsed | null {
  const i = lower(all, at) === 'the' ? at + 1 : at
  if (!/^(?:week|weekend)$/.test(lower(all, i)) || !/^(?:of|starting|beginning|ending)$/.test(lower(all, i + 1))) return null
  const from = lower(all, i + 2) === 'on' ? i + 3 : i + 2
  const day = readDate(all, from, depth + 1)
  if (!day || (day.shape.type !== 'day' && day.shape.type !== 'holiday')) return null
  return parsed({ type: 'weekOf', day: day.shape, weekend: lower(all, i) === 'weekend' }, at, day.next)
}

/** "the weekend", "that day", "the same day": what the text spoke of, or the present one. */
function definiteUnit(all: Lexemes, at: number): Parsed | null {
  const word = lower(all, at)
  if (word === 'the' && lower(all, at + 1) === 'weekend')
    return parsed({ type: 'unit', unit: 'weekend', offset: 0, definite: false }, at, at + 2)
  if (word === 'that' && /^(?:day|week|month|year|weekend|night)$/.test(lower(all, at + 1)))
    return parsed(
      { type: 'shift', amounts: [{ unit: TIME_UNITS.get(lower(all, at + 1))!, count: 0 }], sign: 1, from: 'text', fuzzy: false },
      at,
      at + 2,
    )
  if (word === 'the' && lower(all, at + 1) === 'same' && /^(?:day|week|month|year)$/.test(lower(all, at + 2)))
    return parsed(
      { type: 'shift', amounts: [{ unit: TIME_UNITS.get(lower(all, at + 2))!, count: 0 }], sign: 1, from: 'text', fuzzy: false },
      at,
      at + 3,
    )
  if (word === 'the' && /^(?:for|during|throughout|of)$/.test(lower(all, at - 1))) {
    const unit = lower(all, at + 1)
    if (/^(?:month|year|quarter)$/.test(unit) && !/^(?:of|to|when|that|in|before|after)$/.test(lower(all, at + 2)))
      return parsed({ type: 'unit', unit: unit as TimeUnit, offset: 0, definite: false }, at, at + 2)
    if (unit === 'day' && !/^(?:of|when|that|in|before|after|to)$/.test(lower(all, at + 2)))
      return parsed({ type: 'shift', amounts: [{ unit: 'day', count: 0 }], sign: 1, from: 'text', fuzzy: false }, at, at + 2)
  }
  return null
}

/** "by year-end", "at month end": the last of the present unit. */
function unitEnd(all: Lexemes, at: number): Parsed | null {
  const unit = /^(?:year|month|week|quarter)$/.test(lower(all, at)) ? (lower(all, at) as TimeUnit) : null
  const dash = lower(all, at + 1) === '-' ? 1 : 0
  if (!unit || lower(all, at + 1 + dash) !== 'end' || !/^(?:by|at|until|till|before|this|since|the|of)$/.test(lower(all, at - 1)))
    return null
  return parsed(
    { type: 'edge', edge: 'end', of: { type: 'unit', unit, offset: 0, definite: false }, relative: false },
    at,
    at + 2 + dash,
  )
}

/** "last year's third quarter", "this year's first half". */
function possessed(all: Lexemes, at: number): Parsed | null {
  const year = relativeUnit(all, at)
  if (year?.shape.type !== 'unit' || year.shape.unit !== 'year' || lower(all, year.next) !== "'s") return null
  const nth = readNumber(all, year.next + 1)
  if (nth?.kind !== 'ordinal' || nth.value > 4) return null
  const unit = lower(all, nth.next)
  if (unit !== 'quarter' && unit !== 'half') return null
  return parsed({ type: 'nth', nth: nth.value, count: 1, unit, weekday: null, of: year.shape }, at, nth.next + 1)
}

/** "on the 9th": a day of the month that the text spoke of. */
function theNth(all: Lexemes, at: number): Parsed | null {
  if (lower(all, at) !== 'the' || !/^(?:on|until|till|by|since|from)$/.test(lower(all, at - 1))) return null
  const day = dayOfMonth(all, at + 1)
  if (!day?.ordinal || all[at + 1]!.kind !== 'digits') return null
  const after = all[day.next]
  const ends =
    after === undefined ||
    after.broken ||
    /^[.,;:!?)"”]$/.test(after.lower) ||
    /^(?:and|but|at|with|for|when|after|before|while|he|she|it|they|the|a|an|in|by|from|as)$/.test(after.lower)
  return ends ? parsed({ type: 'day', year: null, month: null, day: day.day, weekday: null }, at, day.next) : null
}

/** "March 11 this year", "5 May last year": a day with its year said from now. */
function dayOfNamedYear(all: Lexemes, at: number): Parsed | null {
  const day = monthDay(all, at) ?? dayMonth(all, at)
  if (day?.shape.type !== 'day' || day.shape.year !== null) return null
  const gap = /^(?:of|,)$/.test(lower(all, day.next)) ? 1 : 0
  if (!/^(?:this|last|next)$/.test(lower(all, day.next + gap)) || lower(all, day.next + gap + 1) !== 'year') return null
  const offset = { last: -1, this: 0, next: 1 }[lower(all, day.next + gap) as 'last']
  return parsed(
    { type: 'at', day: { type: 'unit', unit: 'year', offset, definite: true }, time: day.shape },
    at,
    day.next + gap + 2,
  )
}

const RULES = [
  dayOfNamedYear,
  ledSlashedDay,
  numericDate,
  dayMonth,
  monthDay,
  monthYear,
  accountYear,
  yearAlone,
  decadeOrCentury,
  weekday,
  deictic,
  relativeUnit,
  season,
  nthPart,
  edge,
  holiday,
  weekOf,
  definiteUnit,
  unitEnd,
  possessed,
  theNth,
]
