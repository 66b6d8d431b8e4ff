import { addresses } from '../../src/read/figures/index.ts'
import { type Lexeme, lexemes } from '../../src/read/numbers/index.ts'
import { addMonths, dateOf, dayNumber, isDate, isoDay, weekdayOf } from '../../src/read/times/calendar.ts'
import { readTimes } from '../../src/read/times/grammar.ts'
import { HOLIDAYS } from '../../src/read/times/holidays.ts'
import { moved } from '../../src/read/times/resolve.ts'
import type { Amount, Parsed, TimeShape, TimeUnit } from '../../src/read/times/shape.ts'
import type { Recognised } from './numbers.ts'
import { eachLine, type Task } from './task.ts'

/** JSONL cases of Recognizers-Text → `{input, results:[{Text, Start, End, TypeName, Resolution}]}` over `DateTimeModel`. */
export const dates: Task = (input) =>
  eachLine<DateCase>(input, (item) => ({ input: item.input, results: predictDates(item) }), { results: [] })

export interface DateCase {
  readonly id?: unknown
  readonly input: string
  readonly reference?: string
}

/**
 * What the product's time grammar sees, written as the calendar assistant of Recognizers-Text writes it: every partial date with its
 * last and its next occurrence, ends exclusive, weeks and quarters in their TIMEX, parts of the day by their hours.
 */
export function predictDates({ input, reference }: DateCase): Recognised[] {
  const all = lexemes(input)
  const hidden = addresses(input)
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?/.exec(reference ?? '2000-01-01')!
  const now =
    dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) * DAY +
    Number(found[4] ?? 0) * 60 +
    Number(found[5] ?? 0) +
    Number(found[6] ?? 0) / 60
  const present = [...input.matchAll(/\b(?:right now|now|at the moment|at present|at this time|at the minute)\b/gi)].map(
    (match): Recognised => {
      const fields = { timex: 'PRESENT_REF', type: 'datetime', value: stamp(now) }
      return {
        Text: match[0].toLowerCase(),
        Start: match.index,
        End: match.index + match[0].length - 1,
        TypeName: 'datetimeV2.datetime',
        Resolution: { values: [fields] },
      }
    },
  )
  const read = readTimes(all).flatMap((item): Recognised[] => {
    const span = widened(all, item)
    const start = all[span.first]!.start
    const end = all[span.next - 1]!.end
    if (hidden.some((other) => other.start < end && start < other.end)) return []
    const text = input.slice(start, end)
    const values = [
      ...new Map(
        readings(item.shape, now, text, span.mod).map((value) => [JSON.stringify(value.fields), value] as const),
      ).values(),
    ]
    if (values.length === 0) return []
    return [
      {
        Text: text.toLowerCase(),
        Start: start,
        End: end - 1,
        TypeName: `datetimeV2.${values[0]!.type}`,
        Resolution: { values: values.map((value) => value.fields) },
      },
    ]
  })
  return [...read, ...present.filter((item) => !read.some((other) => other.Start <= item.End && item.Start <= other.End))].sort(
    (a, b) => a.Start - b.Start,
  )
}

const DAY = 1440
type Direction = -1 | 1

/** Their spans take in "in the" before a part of the day and "more than" before a duration, and leave out "the" before a unit. */
function widened(all: readonly Lexeme[], item: Parsed): { first: number; next: number; mod: string | null } {
  let { first, next } = item
  const word = (at: number): string => all[at]?.lower ?? ''
  const { shape } = item
  let mod: string | null = null
  if (shape.type === 'dayPart' && shape.edge === null) {
    if (word(first - 1) === 'the' && word(first - 2) === 'in') first -= 2
    else if (word(first - 1) === 'in') first -= 1
    else if (word(first - 1) === 'the') first -= 0
  }
  if (word(first) === 'the') {
    const unit =
      shape.type === 'unit'
        ? shape.unit
        : shape.type === 'stretch' || shape.type === 'shift'
          ? shape.amounts[0]!.unit
          : shape.type === 'edge'
            ? 'edge'
            : null
    if (unit !== null && unit !== 'decade' && !/^(?:day|month|year|week)$/.test(word(first + 1))) first += 1
  }
  if (
    (shape.type === 'duration' || shape.type === 'shift') &&
    word(first - 1) === 'than' &&
    /^(?:more|less|longer|greater)$/.test(word(first - 2))
  ) {
    mod = word(first - 2) === 'less' ? 'less' : 'more'
    first -= 2
  }
  return { first, next, mod }
}

interface Value {
  readonly type: string
  readonly fields: Readonly<Record<string, string>>
}

interface Point {
  /** Minutes of the start and, exclusive, of the end. */
  readonly start: number
  readonly end: number
  readonly timex: string
  readonly sort: 'date' | 'daterange' | 'datetime' | 'datetimerange' | 'unresolved'
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
const iso = (minutes: number): string => isoDay(Math.floor(minutes / DAY)) ?? 'invalid'
const hms = (minutes: number): string => {
  const seconds = Math.round((((minutes % DAY) + DAY) % DAY) * 60)
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}
const stamp = (minutes: number): string => `${iso(minutes)} ${hms(minutes)}`

/** ISO week of a day: "2018-W20". */
function weekOf(day: number): string {
  const thursday = day - weekdayOf(day) + 4
  const { year } = dateOf(thursday)
  return `${year}-W${pad(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`
}

function notResolved(type: string, timex: string): Value {
  return { type, fields: { timex, type, value: 'not resolved' } }
}

function readings(shape: TimeShape, now: number, text: string, mod: string | null): Value[] {
  if (shape.type === 'duration') {
    const seconds = shape.amounts.reduce((sum, amount) => sum + amount.count * SECONDS[amount.unit], 0)
    const fields = {
      timex: period(shape.amounts),
      ...(mod ? { Mod: mod } : {}),
      type: 'duration',
      value: String(Number(seconds.toFixed(6))),
    }
    return [{ type: 'duration', fields }]
  }
  if (shape.type === 'set') return [{ type: 'set', fields: { timex: setTimex(shape, text), type: 'set', value: 'not resolved' } }]
  const account = /^(?:the )?(this |last |next )?(fiscal|school)\b.*?(\d{4})?$/.exec(text.toLowerCase())
  if (account && (shape.type === 'year' || (shape.type === 'unit' && shape.unit === 'year'))) {
    const year = account[3] ? Number(account[3]) : dateOf(Math.floor(now / DAY)).year + (shape.type === 'unit' ? shape.offset : 0)
    return [notResolved('daterange', `${account[2] === 'fiscal' ? 'FY' : 'SY'}${year}`)]
  }
  if (shape.type === 'day' && shape.month !== null && !isDate(shape.year ?? 2024, shape.month, shape.day))
    return [notResolved('date', `${shape.year ?? 'XXXX'}-${pad(shape.month)}-${pad(shape.day)}`)]
  const times = timesOf(shape, text)
  if (times) return times
  if (shape.type === 'bounded') return bounded(shape, now, text)
  if (shape.type === 'now') return [{ type: 'datetime', fields: { timex: 'PRESENT_REF', type: 'datetime', value: stamp(now) } }]
  const out: Value[] = []
  for (const direction of [-1, 1] as const) {
    const side = shape.type === 'shift' && mod !== null ? ((mod === 'more') === (shape.sign === -1) ? 'before' : 'after') : null
    for (const point of pointsOf(shape, now, direction, text)) out.push(written(point, side))
  }
  const order = [...new Set(out.map((value) => value.fields.timex))]
  return order.flatMap((timex) => out.filter((value) => value.fields.timex === timex))
}

function written(point: Point, mod: string | null): Value {
  const { sort, timex } = point
  if (sort === 'date' && mod === null) return { type: 'date', fields: { timex, type: 'date', value: iso(point.start) } }
  if (sort === 'date' && mod !== null)
    return {
      type: 'daterange',
      fields: { timex, Mod: mod, type: 'daterange', [mod === 'after' ? 'start' : 'end']: iso(point.start) },
    }
  if (sort === 'datetime') return { type: 'datetime', fields: { timex, type: 'datetime', value: stamp(point.start) } }
  if (sort === 'unresolved') return { type: 'daterange', fields: { timex, type: 'daterange', value: 'not resolved' } }
  const bound = /^bound:(\w+):(.*)$/.exec(timex)
  if (bound)
    return {
      type: 'datetimerange',
      fields: {
        timex: bound[2]!,
        Mod: bound[1]!,
        type: 'datetimerange',
        [/^(?:since|after)$/.test(bound[1]!) ? 'start' : 'end']: stamp(point.start),
      },
    }
  const edge = /^mod:(\w+):/.exec(timex)
  const plain = edge ? timex.slice(edge[0].length) : timex
  const write = sort === 'daterange' ? iso : stamp
  return {
    type: sort,
    fields: { timex: plain, ...(edge ? { Mod: edge[1]! } : {}), type: sort, start: write(point.start), end: write(point.end) },
  }
}

const SECONDS: Readonly<Record<TimeUnit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  night: 86_400,
  week: 604_800,
  weekend: 172_800,
  fortnight: 1_209_600,
  month: 2_592_000,
  quarter: 7_776_000,
  year: 31_536_000,
  decade: 315_360_000,
  century: 3_153_600_000,
}
const LETTER: Readonly<Record<TimeUnit, readonly [string, number]>> = {
  second: ['S', 1],
  minute: ['M', 1],
  hour: ['H', 1],
  day: ['D', 1],
  night: ['D', 1],
  week: ['W', 1],
  weekend: ['D', 2],
  fortnight: ['W', 2],
  month: ['M', 1],
  quarter: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
}
const timed = (unit: TimeUnit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour'

function period(amounts: readonly Amount[]): string {
  const of = (list: readonly Amount[]): string =>
    list.map(({ unit, count }) => `${Number((count * LETTER[unit][1]).toFixed(6))}${LETTER[unit][0]}`).join('')
  const days = amounts.filter(({ unit }) => !timed(unit))
  const clock = amounts.filter(({ unit }) => timed(unit))
  return `P${of(days)}${clock.length > 0 ? `T${of(clock)}` : ''}`
}

function setTimex(shape: Extract<TimeShape, { type: 'set' }>, text: string): string {
  const time = shape.time ? timexOfTime(shape.time, text) : ''
  if (shape.weekday !== null) return `XXXX-WXX-${shape.weekday}${time}`
  if (time !== '' && (shape.unit === null || shape.unit === 'day')) return time
  return shape.unit === null ? 'P1D' : period([{ unit: shape.unit, count: shape.count }])
}

const PARTS: Readonly<Record<string, readonly [string, number, number]>> = {
  morning: ['TMO', 480, 720],
  afternoon: ['TAF', 720, 960],
  evening: ['TEV', 960, 1200],
  night: ['TNI', 1200, 1440 - 1 / 60],
  daytime: ['TDT', 480, 1080],
  lunchtime: ['TMEL', 660, 780],
}

type Clock = Extract<TimeShape, { type: 'clock' }>

function clockTimex(clock: Clock, hour: number, text: string): string {
  const minutes = clock.minute > 0 || clock.second !== null || /[:.]\s?00|\d00\b/.test(text)
  return `T${pad(hour)}${minutes ? `:${pad(clock.minute)}` : ''}${clock.second !== null ? `:${pad(clock.second)}` : ''}`
}

function hoursOf(clock: Clock): number[] {
  if (clock.certain || clock.hour > 12) return [clock.hour]
  return clock.hour === 12 ? [12, 0] : [clock.hour, clock.hour + 12]
}

function timexOfTime(time: TimeShape, text: string): string {
  if (time.type === 'clock') return clockTimex(time, time.hour, text)
  if (time.type === 'dayPart') return PARTS[time.part]?.[0] ?? ''
  return ''
}

const hoursApart = (minutes: number): string => {
  const whole = Math.round(minutes)
  return `PT${whole >= 60 ? `${Math.floor(whole / 60)}H` : ''}${whole % 60 > 0 ? `${whole % 60}M` : ''}`
}

interface Span {
  readonly from: number
  readonly to: number
  readonly timex: string
  readonly point: boolean
  readonly left: string
  readonly right: string
}

/** Every reading of a time of day: minutes from midnight, a point or a stretch. */
function daySpans(time: TimeShape, text: string): Span[] {
  if (time.type === 'clock') {
    return hoursOf(time).map((hour) => {
      const at = hour * 60 + time.minute + (time.second ?? 0) / 60
      return { from: at, to: at, timex: clockTimex(time, hour, text), point: true, left: '', right: '' }
    })
  }
  if (time.type === 'dayPart') {
    const part = PARTS[time.part]
    if (!part)
      return time.part === 'noon' || time.part === 'midday'
        ? [{ from: 720, to: 720, timex: 'T12', point: true, left: '', right: '' }]
        : time.part === 'midnight'
          ? [{ from: 0, to: 0, timex: 'T00', point: true, left: '', right: '' }]
          : []
    const half = (part[1] + Math.ceil(part[2])) / 2
    if (time.edge === 'start')
      return [{ from: part[1], to: half, timex: `mod:start:${part[0]}`, point: false, left: '', right: '' }]
    if (time.edge === 'end') return [{ from: half, to: part[2], timex: `mod:end:${part[0]}`, point: false, left: '', right: '' }]
    return [{ from: part[1], to: part[2], timex: part[0], point: false, left: '', right: '' }]
  }
  if (time.type === 'range') {
    const first = inner(time.from)
    const second = inner(time.to)
    if (first?.type !== 'clock' || second?.type !== 'clock') return []
    const out: Span[] = []
    for (const from of hoursOf(first)) {
      const start = from * 60 + first.minute
      const ends = hoursOf(second).map((hour) => hour * 60 + second.minute)
      const end = ends.find((minutes) => minutes > start) ?? ends[0]!
      if (out.length > 0 && end <= start) continue
      if (second.certain && first.certain === false && hoursOf(first).length > 1 && from >= 12 && end <= start) continue
      if (out.length > 0 && second.certain) continue
      const right = `T${pad(Math.floor(end / 60))}${clockTimex(second, 0, text).slice(3)}`
      const left = clockTimex(first, from, text)
      out.push({
        from: start,
        to: end,
        timex: `(${left},${right},${hoursApart(end > start ? end - start : end + DAY - start)})`,
        point: false,
        left,
        right,
      })
    }
    return out
  }
  if (time.type === 'at' && time.day.type === 'dayPart') {
    const late = /^(?:afternoon|evening|night)$/.test(time.day.part)
    return daySpans(pinned(time.time, late), text)
  }
  return []
}

function inner(time: TimeShape): TimeShape {
  return time.type === 'at' && time.day.type === 'dayPart'
    ? pinned(time.time, /^(?:afternoon|evening|night)$/.test(time.day.part))
    : time
}

function pinned(time: TimeShape, late: boolean): TimeShape {
  if (time.type === 'clock' && !time.certain)
    return { ...time, hour: late && time.hour < 12 ? time.hour + 12 : time.hour, certain: true }
  if (time.type === 'range') return { ...time, from: pinned(time.from, late), to: pinned(time.to, late) }
  return time
}

function timesOf(shape: TimeShape, text: string): Value[] | null {
  const timeOnly =
    shape.type === 'clock' ||
    shape.type === 'dayPart' ||
    (shape.type === 'range' &&
      /^(?:clock|at)$/.test(shape.from.type) &&
      inner(shape.from).type === 'clock' &&
      inner(shape.to).type === 'clock') ||
    (shape.type === 'at' && shape.day.type === 'dayPart')
  if (!timeOnly) return null
  return daySpans(shape, text).map(({ from, to, timex, point }) => {
    if (point) return { type: 'time', fields: { timex, type: 'time', value: hms(from) } }
    const edge = /^mod:(\w+):/.exec(timex)
    return {
      type: 'timerange',
      fields: {
        timex: edge ? timex.slice(edge[0].length) : timex,
        ...(edge ? { Mod: edge[1]! } : {}),
        type: 'timerange',
        start: hms(from),
        end: hms(to),
      },
    }
  })
}

function bounded(shape: Extract<TimeShape, { type: 'bounded' }>, now: number, text: string): Value[] {
  const mod = { since: 'since', until: 'until', before: 'before', after: 'after', by: 'before' }[shape.bound]
  const side = mod === 'since' || mod === 'after' ? 'start' : 'end'
  if (shape.of.type === 'clock') {
    return daySpans(shape.of, text).map(({ from, timex }) => ({
      type: 'timerange',
      fields: { timex, Mod: mod, type: 'timerange', [side]: hms(from), sourceEntity: 'datetimepoint' },
    }))
  }
  const ending =
    shape.of.type === 'edge' && shape.of.edge === 'end' && !shape.of.relative && (mod === 'before' || mod === 'until')
      ? shape.of.of
      : null
  const out: Value[] = []
  for (const direction of [-1, 1] as const) {
    for (const point of pointsOf(ending ?? shape.of, now, direction, text)) {
      if (ending) {
        out.push({
          type: 'daterange',
          fields: {
            timex: point.timex,
            Mod: `${mod}-end`,
            type: 'daterange',
            end: iso(point.end),
            sourceEntity: 'datetimerange',
          },
        })
        continue
      }
      const whole = point.sort === 'daterange' || point.sort === 'datetimerange'
      const at = mod === 'after' && whole ? point.end : mod === 'until' && whole ? point.end : point.start
      const write = point.sort === 'date' || point.sort === 'daterange' ? iso : stamp
      const type = point.sort === 'date' || point.sort === 'daterange' ? 'daterange' : 'datetimerange'
      out.push({
        type,
        fields: {
          timex: point.timex,
          Mod: mod,
          type,
          [side]: write(at),
          sourceEntity: whole ? 'datetimerange' : 'datetimepoint',
        },
      })
    }
  }
  return out
}

const dayPoint = (day: number, timex = isoDay(day) ?? ''): Point => ({
  start: day * DAY,
  end: (day + 1) * DAY,
  timex,
  sort: 'date',
})
const days = (from: number, to: number, timex: string): Point => ({ start: from * DAY, end: to * DAY, timex, sort: 'daterange' })
const framed = (from: number, to: number, length: string): Point => days(from, to, `(${isoDay(from)},${isoDay(to)},${length})`)

function pointsOf(shape: TimeShape, now: number, direction: Direction, text: string): Point[] {
  const today = Math.floor(now / DAY)
  const here = dateOf(today)
  switch (shape.type) {
    case 'day':
      return dayReadings(shape, today, direction, text)
    case 'month': {
      const year =
        shape.year ??
        (direction === -1
          ? shape.month < here.month
            ? here.year
            : here.year - 1
          : shape.month < here.month
            ? here.year + 1
            : here.year)
      return [monthPoint(year, shape.month, shape.year === null)]
    }
    case 'named': {
      const year =
        shape.which === 'last'
          ? shape.month < here.month
            ? here.year
            : here.year - 1
          : shape.which === 'next'
            ? shape.month > here.month
              ? here.year
              : here.year + 1
            : here.year
      return [
        monthPoint(shape.which === 'last' ? here.year - 1 : shape.which === 'next' ? here.year + 1 : year, shape.month, false),
      ]
    }
    case 'year':
      return [days(dayNumber(shape.year, 1, 1), dayNumber(shape.year + 1, 1, 1), pad(shape.year, 4))]
    case 'decade': {
      const shift = shape.short && direction === 1 ? 100 : 0
      const [from, to] = [dayNumber(shape.year + shift, 1, 1), dayNumber(shape.year + shift + 10, 1, 1)]
      return [
        shape.short
          ? days(from, to, `(XX${pad(shape.year % 100)}-01-01,XX${pad((shape.year + 10) % 100)}-01-01,P10Y)`)
          : framed(from, to, 'P10Y'),
      ]
    }
    case 'century':
      return [framed(dayNumber(shape.year, 1, 1), dayNumber(shape.year + 100, 1, 1), 'P100Y')]
    case 'quarter': {
      const size = shape.half ? 6 : 3
      const at = (year: number): readonly [number, number] => [
        dayNumber(year, (shape.quarter - 1) * size + 1, 1),
        dayNumber(year, shape.quarter * size + 1, 1),
      ]
      if (shape.year !== null) return [framed(...at(shape.year), `P${size}M`)]
      const year =
        direction === -1
          ? at(here.year)[0] < today
            ? here.year
            : here.year - 1
          : at(here.year)[0] >= today
            ? here.year
            : here.year + 1
      const [from, to] = at(year)
      const open = (day: number): string => `XXXX${(isoDay(day) ?? '').slice(4)}`
      return [days(from, to, `(${open(from)},${open(to)},P${size}M)`)]
    }
    case 'season': {
      const code = ['SP', 'SU', 'FA', 'WI'][shape.season - 1]!
      const year =
        shape.year ??
        (shape.which === 'last'
          ? here.year - 1
          : shape.which === 'next'
            ? here.year + 1
            : shape.which === 'this'
              ? here.year
              : null)
      const [from, to] = [
        dayNumber(year ?? here.year, shape.season * 3, 1),
        dayNumber(year ?? here.year, shape.season * 3 + 3, 1),
      ]
      return [{ ...days(from, to, year === null ? code : `${year}-${code}`), sort: year === null ? 'unresolved' : 'daterange' }]
    }
    case 'holiday': {
      const rule = HOLIDAYS.get(shape.name)!
      const year =
        shape.year ??
        (shape.which === 'last'
          ? here.year - 1
          : shape.which === 'next'
            ? here.year + 1
            : shape.which === 'this'
              ? here.year
              : null)
      if (year !== null) return [dayPoint(rule(year))]
      const at =
        direction === -1
          ? rule(here.year) < today
            ? rule(here.year)
            : rule(here.year - 1)
          : rule(here.year) >= today
            ? rule(here.year)
            : rule(here.year + 1)
      const fixed = dateOf(rule(2001)).day === dateOf(rule(2002)).day && dateOf(rule(2001)).day === dateOf(rule(2007)).day
      const { month, day } = dateOf(at)
      return [dayPoint(at, fixed ? `XXXX-${pad(month)}-${pad(day)}` : (isoDay(at) ?? ''))]
    }
    case 'weekday': {
      const monday = today - weekdayOf(today) + 1
      if (/\bpast\b/i.test(text)) return [dayPoint(today - ((weekdayOf(today) - shape.weekday + 6) % 7) - 1)]
      if (shape.which !== 'bare')
        return [
          dayPoint(
            monday +
              shape.weekday -
              1 +
              (shape.which === 'last'
                ? -7
                : shape.which === 'next'
                  ? /^(?:this )?(?:coming|upcoming)/i.test(text)
                    ? monday + shape.weekday - 1 > today
                      ? 0
                      : 7
                    : 7
                  : 0),
          ),
        ]
      const ahead = (shape.weekday - weekdayOf(today) + 7) % 7
      return [dayPoint(direction === -1 ? today + ahead - 7 : today + ahead, `XXXX-WXX-${shape.weekday}`)]
    }
    case 'unit':
      return unitPoints(shape.unit, shape.offset, now, text)
    case 'shift':
      return shiftPoints(shape, now, text)
    case 'stretch': {
      const unit = shape.amounts[0]!.unit
      const length = period(shape.amounts)
      if (timed(unit)) {
        const other = moved(now, shape.amounts, shape.sign)
        const [from, to] = shape.sign === 1 ? [now, other] : [other, now]
        const t = (minutes: number): string => `${iso(minutes)}T${hms(minutes)}`
        return [{ start: from, end: to, timex: `(${t(from)},${t(to)},${length})`, sort: 'datetimerange' }]
      }
      if (unit === 'quarter' || unit === 'decade') {
        const size = unit === 'quarter' ? 3 : 120
        const count = shape.amounts[0]!.count
        const first =
          unit === 'quarter'
            ? dayNumber(here.year, Math.floor((here.month - 1) / 3) * 3 + 1, 1)
            : dayNumber(Math.floor(here.year / 10) * 10, 1, 1)
        const [from, to] =
          shape.sign === 1
            ? [addMonths(first, size), addMonths(first, size * (count + 1))]
            : [addMonths(first, -size * count), first]
        return [framed(from, to, length)]
      }
      const base = shape.sign === 1 ? today + 1 : today
      const other = Math.floor(moved(base * DAY, shape.amounts, shape.sign) / DAY)
      return [framed(Math.min(base, other), Math.max(base, other), length)]
    }
    case 'at':
      return atPoints(shape, now, direction, text)
    case 'edge': {
      return pointsOf(shape.of, now, direction, text).map((point) => {
        const middle = halfway(point, shape.edge, shape.relative)
        const mod = shape.edge === 'start' ? 'start' : shape.edge === 'end' ? 'end' : 'mid'
        if (point.sort === 'date')
          return {
            ...point,
            start: shape.edge === 'end' ? point.end - 1 / 60 : middle[0],
            end: middle[1],
            timex: shape.edge === 'end' && !shape.relative ? `${point.timex}T23:59:59` : `mod:${mod}:${point.timex}`,
            sort: shape.edge === 'end' && !shape.relative ? 'datetime' : 'datetimerange',
          }
        return {
          ...point,
          start: middle[0],
          end: middle[1],
          timex: shape.relative && point.sort === 'daterange' ? point.timex : `mod:${mod}:${point.timex}`,
          sort: point.sort === 'datetimerange' ? 'datetimerange' : 'daterange',
        }
      })
    }
    case 'nth':
      return nthPoints(shape, now, direction, text)
    case 'weekOf': {
      return pointsOf(shape.day, now, direction, text).map((point) => {
        const at = Math.floor(point.start / DAY)
        const monday = at - weekdayOf(at) + 1
        return shape.weekend ? days(monday + 5, monday + 7, `${weekOf(monday)}-WE`) : days(monday, monday + 7, point.timex)
      })
    }
    case 'range': {
      const out: Point[] = []
      for (const from of sharp(shape.from, now, direction, text)) {
        for (const to of sharp(shape.to, now, direction, text)) {
          let last = to
          if (to.start <= from.start) last = shape.to.type === 'now' ? to : (pointsOf(shape.to, from.start, 1, text)[0] ?? to)
          if (shape.to.type === 'now' && to.start <= from.start) continue
          if (from.sort === 'datetime' || from.sort === 'datetimerange' || last.sort === 'datetime') {
            out.push({
              start: from.start,
              end: last.start,
              timex: `(${from.timex},${last.timex},${hoursApart(last.start - from.start)})`,
              sort: 'datetimerange',
            })
          } else {
            const open = (point: Point): string =>
              point.timex.startsWith('XXXX') && !point.timex.includes('W')
                ? `XXXX${iso(point.start).slice(4)}`
                : point.timex === 'PRESENT_REF'
                  ? iso(point.start)
                  : iso(point.start)
            const years = /^\d{4}$/.test(from.timex) && /^\d{4}$/.test(last.timex)
            const coarse = from.sort === 'daterange' && last.sort === 'daterange'
            const [a, b] = [dateOf(Math.floor(from.start / DAY)), dateOf(Math.floor(last.start / DAY))]
            const length = years
              ? `P${b.year - a.year}Y`
              : coarse && a.day === 1 && b.day === 1
                ? `P${(b.year - a.year) * 12 + b.month - a.month}M`
                : `P${Math.round((last.start - from.start) / DAY)}D`
            out.push({ start: from.start, end: last.start, timex: `(${open(from)},${open(last)},${length})`, sort: 'daterange' })
          }
        }
      }
      return out
    }
    case 'now':
      return [{ start: today * DAY, end: today * DAY, timex: isoDay(today) ?? '', sort: 'date' }]
    default:
      return []
  }
}

/** An end of a range that is itself "the end of March" or "the middle of May" is one day. */
function sharp(shape: TimeShape, now: number, direction: Direction, text: string): Point[] {
  if (shape.type !== 'edge' || shape.relative) return pointsOf(shape, now, direction, text)
  return pointsOf(shape.of, now, direction, text).map((point) => {
    const at = shape.edge === 'start' ? point.start : shape.edge === 'end' ? point.end : point.start + 15 * DAY
    return { ...point, start: at, end: at }
  })
}

function halfway(point: Point, edge: 'start' | 'middle' | 'end', relative: boolean): [number, number] {
  const length = (point.end - point.start) / DAY
  const { year, month } = dateOf(Math.floor(point.start / DAY))
  if (length > 360 && length < 370 && !relative) {
    const { year } = dateOf(Math.floor(point.start / DAY))
    const [may, september] = [dayNumber(year, 5, 1) * DAY, dayNumber(year, 9, 1) * DAY]
    return edge === 'start' ? [point.start, may] : edge === 'end' ? [september, point.end] : [may, september]
  }
  const half =
    length > 360
      ? dayNumber(year, 7, 1) * DAY
      : length > 27
        ? dayNumber(year, month, 16) * DAY
        : length === 7
          ? point.start + 3 * DAY
          : point.start + (point.end - point.start) / 2
  const late = length > 27 && length < 32 ? dayNumber(year, month, 16) * DAY : half
  if (edge === 'start') return [point.start, length === 7 ? point.start + 4 * DAY : half]
  if (edge === 'end') return [late, point.end]
  const third =
    length > 360
      ? [dayNumber(year, 4, 1) * DAY, dayNumber(year, 10, 1) * DAY]
      : length > 27
        ? [dayNumber(year, month, 10) * DAY, dayNumber(year, month, 21) * DAY]
        : [point.start + 2 * DAY, point.start + 5 * DAY]
  return [third[0]!, third[1]!]
}

function monthPoint(year: number, month: number, open: boolean): Point {
  return days(dayNumber(year, month, 1), dayNumber(year, month + 1, 1), `${open ? 'XXXX' : pad(year, 4)}-${pad(month)}`)
}

function dayReadings(shape: Extract<TimeShape, { type: 'day' }>, today: number, direction: Direction, text: string): Point[] {
  const { year, month, day, weekday } = shape
  if (year !== null && month !== null) return [dayPoint(dayNumber(year, month, day))]
  const here = dateOf(today)
  const pool: number[] = []
  if (month !== null)
    for (let y = here.year - 8; y <= here.year + 8; y++) isDate(y, month, day) && pool.push(dayNumber(y, month, day))
  else
    for (let step = -14; step <= 14; step++) {
      const { year: y, month: m } = dateOf(addMonths(dayNumber(here.year, here.month, 1), step))
      if (isDate(y, m, day) && (weekday === null || weekdayOf(dayNumber(y, m, day)) === weekday)) pool.push(dayNumber(y, m, day))
    }
  const at =
    direction === -1 ? pool.filter((number) => number <= today).at(-1) : (pool.find((number) => number > today) ?? undefined)
  if (at === undefined) return []
  if (month === null && weekday !== null && (/\bthe\b/i.test(text) || pool.includes(today))) {
    const soon = pool.find((number) => number >= today) ?? at
    return [dayPoint(soon)]
  }
  const timex =
    month === null ? (weekday !== null ? `XXXX-WXX-${weekday}` : `XXXX-XX-${pad(day)}`) : `XXXX-${pad(month)}-${pad(day)}`
  return [dayPoint(at, timex)]
}

function unitPoints(unit: TimeUnit, offset: number, now: number, text: string): Point[] {
  const today = Math.floor(now / DAY)
  const here = dateOf(today)
  const monday = today - weekdayOf(today) + 1 + offset * 7
  if (unit === 'day') return [dayPoint(today + offset)]
  if (unit === 'night')
    return atPoints(
      {
        type: 'at',
        day: { type: 'unit', unit: 'day', offset, definite: true },
        time: { type: 'dayPart', part: 'night', edge: null },
      },
      now,
      1,
      text,
    )
  if (unit === 'week') return [days(monday, monday + 7, weekOf(monday))]
  if (unit === 'weekend') return [days(monday + 5, monday + 7, `${weekOf(monday)}-WE`)]
  if (unit === 'month') {
    const first = addMonths(dayNumber(here.year, here.month, 1), offset)
    const { year, month } = dateOf(first)
    return [monthPoint(year, month, false)]
  }
  if (unit === 'year')
    return [days(dayNumber(here.year + offset, 1, 1), dayNumber(here.year + offset + 1, 1, 1), pad(here.year + offset, 4))]
  if (unit === 'quarter') {
    const first = addMonths(dayNumber(here.year, Math.floor((here.month - 1) / 3) * 3 + 1, 1), offset * 3)
    return [framed(first, addMonths(first, 3), 'P3M')]
  }
  if (unit === 'decade' || unit === 'century') {
    const size = unit === 'decade' ? 10 : 100
    const year = (Math.floor(here.year / size) + offset) * size
    return [framed(dayNumber(year, 1, 1), dayNumber(year + size, 1, 1), `P${size}Y`)]
  }
  if (unit === 'fortnight')
    return [
      framed(
        offset > 0 ? monday - offset * 7 + 14 : monday - offset * 7 - 14,
        offset > 0 ? monday - offset * 7 + 28 : monday - offset * 7,
        'P2W',
      ),
    ]
  const size = unit === 'hour' ? 60 : unit === 'minute' ? 1 : 1 / 60
  const [from, to] = offset > 0 ? [now, now + size] : [now - size, now]
  const t = (minutes: number): string => `${iso(minutes)}T${hms(minutes)}`
  return [{ start: from, end: to, timex: `(${t(from)},${t(to)},${period([{ unit, count: 1 }])})`, sort: 'datetimerange' }]
}

function shiftPoints(shape: Extract<TimeShape, { type: 'shift' }>, now: number, text: string): Point[] {
  const unit = shape.amounts[0]!.unit
  if (
    shape.from === 'text' &&
    shape.amounts.length === 1 &&
    shape.amounts[0]!.count <= 1 &&
    /^(?:the )?(?:following|previous|preceding|that|same)/i.test(text)
  )
    return unitPoints(unit, shape.sign * shape.amounts[0]!.count, now, text)
  const bases = typeof shape.from === 'string' ? [now] : pointsOf(shape.from, now, 1, text).map((point) => point.start)
  return bases.map((base) => {
    const at = moved(base, shape.amounts, shape.sign)
    if (shape.amounts.some((amount) => timed(amount.unit)))
      return { start: at, end: at, timex: `${iso(at)}T${hms(at)}`, sort: 'datetime' as const }
    return dayPoint(Math.floor(at / DAY))
  })
}

function atPoints(shape: Extract<TimeShape, { type: 'at' }>, now: number, direction: Direction, text: string): Point[] {
  const { time } = shape
  if (time.type === 'month')
    return pointsOf(shape.day, now, direction, text).map((point) =>
      monthPoint(dateOf(Math.floor(point.start / DAY)).year, time.month, false),
    )
  if (time.type === 'day')
    return pointsOf(shape.day, now, direction, text).map((point) =>
      dayPoint(dayNumber(dateOf(Math.floor(point.start / DAY)).year, time.month ?? 1, time.day)),
    )
  if (time.type === 'weekday')
    return pointsOf(shape.day, now, direction, text).map((point) => dayPoint(Math.floor(point.start / DAY) + time.weekday - 1))
  const out: Point[] = []
  for (const day of pointsOf(shape.day, now, direction, text)) {
    const start = Math.floor(day.start / DAY) * DAY
    if (time.type === 'bounded') {
      const mod = { since: 'since', until: 'until', before: 'before', after: 'after', by: 'before' }[time.bound]
      for (const span of daySpans(time.of, text))
        out.push({
          start: start + span.from,
          end: start + span.from,
          timex: `bound:${mod}:${day.timex}${span.timex}`,
          sort: 'datetimerange',
        })
      continue
    }
    for (const span of daySpans(time, text)) {
      const end = span.to >= span.from ? span.to : span.to + DAY
      if (span.point)
        out.push({ start: start + span.from, end: start + span.to, timex: `${day.timex}${span.timex}`, sort: 'datetime' })
      else if (span.left !== '')
        out.push({
          start: start + span.from,
          end: start + end,
          timex: `(${day.timex}${span.left},${day.timex}${span.right},${hoursApart(end - span.from)})`,
          sort: 'datetimerange',
        })
      else {
        const edge = /^mod:(\w+):/.exec(span.timex)
        out.push({
          start: start + span.from,
          end: start + end,
          timex: edge ? `${edge[0]}${day.timex}${span.timex.slice(edge[0].length)}` : `${day.timex}${span.timex}`,
          sort: 'datetimerange',
        })
      }
    }
  }
  return out
}

function nthPoints(shape: Extract<TimeShape, { type: 'nth' }>, now: number, direction: Direction, text: string): Point[] {
  return pointsOf(shape.of, now, direction, text).flatMap((whole): Point[] => {
    const [first, end] = [Math.floor(whole.start / DAY), Math.floor(whole.end / DAY)]
    const month = /^(?:XXXX|\d{4})-\d{2}$/.test(whole.timex)
    if (shape.weekday !== null) {
      const at =
        shape.nth > 0
          ? first + ((shape.weekday - weekdayOf(first) + 7) % 7) + (shape.nth - 1) * 7
          : end - 1 - ((weekdayOf(end - 1) - shape.weekday + 7) % 7)
      return [
        dayPoint(at, whole.timex.startsWith('XXXX') ? `${whole.timex}-WXX-${shape.weekday}-#${shape.nth}` : (isoDay(at) ?? '')),
      ]
    }
    if (shape.unit === 'week' && shape.count === 1) {
      const anchor = first - weekdayOf(first) + 1
      const one = weekdayOf(first) <= 4 ? anchor : anchor + 7
      const monday = shape.nth > 0 ? one + (shape.nth - 1) * 7 : end - 1 - weekdayOf(end - 1) + 1
      const number = shape.nth > 0 ? shape.nth : Math.round((monday - one) / 7) + 1
      return [days(monday, monday + 7, month ? `${whole.timex}-W${pad(number)}` : weekOf(monday))]
    }
    if (shape.unit === 'month' && shape.count === 1) {
      const at = shape.nth > 0 ? addMonths(first, shape.nth - 1) : addMonths(end, -1)
      const { year, month: index } = dateOf(at)
      return [monthPoint(year, index, false)]
    }
    if (shape.unit === 'quarter' || shape.unit === 'half') {
      const size = shape.unit === 'quarter' ? 3 : 6
      const from = shape.nth > 0 ? addMonths(first, (shape.nth - 1) * size) : addMonths(end, -size)
      return [framed(from, addMonths(from, size), `P${size}M`)]
    }
    const amounts = [{ unit: shape.unit as TimeUnit, count: shape.count }]
    const from =
      shape.nth > 0
        ? Math.floor(moved(first * DAY, [{ unit: shape.unit as TimeUnit, count: shape.nth - 1 }], 1) / DAY)
        : Math.floor(moved(end * DAY, amounts, -1) / DAY)
    const to = Math.floor(moved(from * DAY, amounts, 1) / DAY)
    if (shape.unit === 'day' && shape.count === 1) return [dayPoint(from)]
    return [framed(from, to, period(amounts))]
  })
}
