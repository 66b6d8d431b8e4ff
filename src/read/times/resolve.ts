import type { Granularity } from '../../model/index.ts'
import { addMonths, dateOf, dayNumber, daysIn, isDate, weekdayOf } from './calendar.ts'
import { HOLIDAYS } from './holidays.ts'
import type { Amount, Edge, TimeShape, TimeUnit } from './shape.ts'
import { DAY_PART_MINUTES } from './words.ts'

/** A stretch of time in minutes since the epoch, UTC; both ends inclusive; null where open or unknown. */
export interface Interval {
  readonly from: number | null
  readonly to: number | null
  readonly granularity: Granularity
  /** It needed the anchor. */
  readonly relative: boolean
  /** A zone was stated: the minutes are UTC. Otherwise they are the local time of wherever the text speaks of. */
  readonly zoned?: boolean
}

/** What a text's times are measured from. */
export interface Anchor {
  /** Minutes of the publication; null when unknown. */
  readonly published: number | null
  /** The time that the text spoke of before, for "two days later" and "the day before". */
  readonly text: Interval | null
  /** Which way partial dates look: 1 when the clause speaks of what is to come, -1 of what was, 0 when it does not say. */
  readonly direction: -1 | 0 | 1
}

const DAY = 1440

/** Resolves a shape to a stretch of time. Nothing here reads a clock or a zone: all of it follows from the arguments. */
export function resolve(shape: TimeShape, anchor: Anchor): Interval {
  switch (shape.type) {
    case 'day':
      return day(shape.year, shape.month, shape.day, shape.weekday, anchor)
    case 'month':
      return shape.year === null
        ? nearest(anchor, 'month', (year) => month(year, shape.month))
        : days(...month(shape.year, shape.month), 'month', false)
    case 'named':
      return named(anchor, shape.which, 'month', (year) => month(year, shape.month))
    case 'year':
      return days(dayNumber(shape.year, 1, 1), dayNumber(shape.year, 12, 31), 'year', false)
    case 'decade':
      return days(dayNumber(shape.year, 1, 1), dayNumber(shape.year + 9, 12, 31), 'decade', false)
    case 'century':
      return days(dayNumber(shape.year, 1, 1), dayNumber(shape.year + 99, 12, 31), 'century', false)
    case 'quarter': {
      const span = (year: number): [number, number] => part(year, shape.quarter, shape.half ? 6 : 3)
      return shape.year === null ? nearest(anchor, 'quarter', span) : days(...span(shape.year), 'quarter', false)
    }
    case 'season': {
      const span = (year: number): [number, number] => seasonOf(year, shape.season)
      if (shape.year !== null) return days(...span(shape.year), 'season', false)
      return shape.which === 'bare' ? nearest(anchor, 'season', span) : named(anchor, shape.which, 'season', span)
    }
    case 'holiday': {
      const span = (year: number): [number, number] => [HOLIDAYS.get(shape.name)!(year), HOLIDAYS.get(shape.name)!(year)]
      if (shape.year !== null) return days(...span(shape.year), 'day', false)
      return shape.which === 'bare' ? nearest(anchor, 'day', span) : named(anchor, shape.which, 'day', span)
    }
    case 'weekday':
      return weekday(shape.weekday, shape.which, anchor)
    case 'unit':
      return unit(shape.unit, shape.offset, anchor)
    case 'shift':
      return shift(shape, anchor)
    case 'stretch':
      return stretch(shape.amounts, shape.sign, shape.fuzzy, anchor)
    case 'clock':
    case 'dayPart': {
      const base = anchor.text && anchor.text.granularity === 'day' ? anchor.text : presentDay(anchor)
      return timeOn(base, shape)
    }
    case 'at':
      return at(shape.day, shape.time, anchor)
    case 'edge':
      return edge(shape.edge, shape.of, shape.relative, anchor)
    case 'nth':
      return nth(shape, anchor)
    case 'weekOf': {
      const of = resolve(shape.day, anchor)
      if (of.from === null) return of
      const monday = Math.floor(of.from / DAY) - weekdayOf(Math.floor(of.from / DAY)) + 1
      return shape.weekend ? days(monday + 5, monday + 6, 'day', of.relative) : days(monday, monday + 6, 'week', of.relative)
    }
    case 'range': {
      const from = resolve(shape.from, anchor)
      let to = resolve(shape.to, anchor)
      if (shape.from.type === 'clock' && shape.to.type === 'clock')
        return timeOn(anchor.text?.granularity === 'day' ? anchor.text : presentDay(anchor), shape)
      if (shape.to.type === 'clock' && from.from !== null) to = timeOn(startDay(from), shape.to)
      if (from.from !== null && to.to !== null && to.to < from.from) {
        const again = resolve(shape.from, { ...anchor, direction: -1 })
        if (again.from !== null && again.from <= to.to)
          return {
            from: again.from,
            to: to.to,
            granularity: finer(again.granularity, to.granularity),
            relative: again.relative || to.relative,
          }
        return { from: from.from, to: null, granularity: finer(from.granularity, to.granularity), relative: true }
      }
      return {
        from: from.from,
        to: to.to,
        granularity: finer(from.granularity, to.granularity),
        relative: from.relative || to.relative,
      }
    }
    case 'bounded': {
      const look =
        shape.bound === 'since'
          ? { ...anchor, direction: -1 as const }
          : shape.bound === 'by' || shape.bound === 'until'
            ? { ...anchor, direction: anchor.direction === 0 ? (1 as const) : anchor.direction }
            : anchor
      const of = resolve(shape.of, look)
      if (shape.bound === 'since') return { ...of, to: null }
      if (shape.bound === 'after')
        return { ...of, from: of.to === null ? null : of.to + (coarse(of.granularity) ? 1 : 0), to: null }
      if (shape.bound === 'before') return { ...of, from: null, to: of.from === null ? null : of.from - 1 }
      return { ...of, from: null }
    }
    case 'duration':
    case 'set':
      return {
        from: null,
        to: null,
        granularity: shape.type === 'set' ? granularityOf(shape.unit ?? 'day') : granularityOf(shape.amounts.at(-1)!.unit),
        relative: false,
      }
    case 'now':
      return anchor.published === null
        ? unknown('day')
        : { from: anchor.published, to: anchor.published, granularity: 'day', relative: true }
  }
}

function days(from: number, to: number, granularity: Granularity, relative: boolean): Interval {
  return { from: from * DAY, to: to * DAY + DAY - 1, granularity, relative }
}

function unknown(granularity: Granularity): Interval {
  return { from: null, to: null, granularity, relative: true }
}

function month(year: number, index: number): [number, number] {
  return [dayNumber(year, index, 1), dayNumber(year, index, daysIn(year, index))]
}

function part(year: number, index: number, months: number): [number, number] {
  return [dayNumber(year, (index - 1) * months + 1, 1), dayNumber(year, index * months + 1, 1) - 1]
}

/** Meteorological seasons of the northern hemisphere; a winter begins in December of the year before. */
function seasonOf(year: number, season: number): [number, number] {
  return season === 4
    ? [dayNumber(year, 12, 1), dayNumber(year + 1, 3, 1) - 1]
    : [dayNumber(year, season * 3, 1), dayNumber(year, season * 3 + 3, 1) - 1]
}

function presentDay(anchor: Anchor): Interval {
  if (anchor.published === null) return unknown('day')
  const today = Math.floor(anchor.published / DAY)
  return days(today, today, 'day', true)
}

function startDay(interval: Interval): Interval {
  const start = Math.floor(interval.from! / DAY)
  return days(start, start, 'day', interval.relative)
}

/**
 * A date without its year. News looks back: the last one that had begun by the publication; forward when the clause speaks of
 * what is to come; the nearer one when it does not say.
 */
function nearest(anchor: Anchor, granularity: Granularity, span: (year: number) => readonly [number, number]): Interval {
  if (anchor.published === null) return unknown(granularity)
  const today = Math.floor(anchor.published / DAY)
  const { year } = dateOf(today)
  const candidates = [year - 1, year, year + 1].map(span)
  const past = candidates.filter(([from]) => from <= today).at(-1)!
  const future = candidates.find(([, to]) => to >= today)!
  let [from, to] = past
  if (anchor.direction === 1) [from, to] = future
  else if (anchor.direction === 0 && granularity !== 'year') {
    const ahead = Math.max(0, future[0] - today)
    const behind = Math.max(0, today - past[1])
    if (ahead * 2 < behind) [from, to] = future
  }
  return days(from, to, granularity, true)
}

function named(
  anchor: Anchor,
  which: 'bare' | 'last' | 'this' | 'next',
  granularity: Granularity,
  span: (year: number) => readonly [number, number],
): Interval {
  if (anchor.published === null) return unknown(granularity)
  const today = Math.floor(anchor.published / DAY)
  const { year } = dateOf(today)
  if (which === 'this') return days(...([...span(year)] as [number, number]), granularity, true)
  const candidates = [year - 2, year - 1, year, year + 1, year + 2].map(span)
  const found = which === 'last' ? candidates.filter(([, to]) => to < today).at(-1)! : candidates.find(([from]) => from > today)!
  return days(found[0], found[1], granularity, true)
}

function day(year: number | null, index: number | null, number: number, on: number | null, anchor: Anchor): Interval {
  if (year !== null && index !== null) {
    if (!isDate(year, index, number)) return { from: null, to: null, granularity: 'day', relative: false }
    const at = dayNumber(year, index, number)
    return days(at, at, 'day', false)
  }
  if (anchor.published === null) return unknown('day')
  const today = Math.floor(anchor.published / DAY)
  const here = dateOf(today)
  const candidates: number[] = []
  if (index !== null) {
    for (const y of [here.year - 1, here.year, here.year + 1])
      if (isDate(y, index, number)) candidates.push(dayNumber(y, index, number))
  } else {
    // "on 3 October … on the 9th": the month that the text spoke of
    const spoken = on === null && anchor.text?.from != null && anchor.text.granularity === 'day' ? anchor.text.from : null
    const then = spoken === null ? null : dateOf(Math.floor(spoken / DAY))
    if (then && isDate(then.year, then.month, number)) {
      const at = dayNumber(then.year, then.month, number)
      return days(at, at, 'day', true)
    }
    for (let step = -12; step <= 12; step++) {
      const { year: y, month: m } = dateOf(addMonths(dayNumber(here.year, here.month, 1), step))
      if (isDate(y, m, number)) candidates.push(dayNumber(y, m, number))
    }
  }
  const fitting = on === null ? candidates : candidates.filter((at) => weekdayOf(at) === on)
  const pool = fitting.length > 0 ? fitting : candidates
  if (pool.length === 0) return unknown('day')
  const past = pool.filter((at) => at <= today).at(-1)
  const future = pool.find((at) => at >= today)
  const closer = past === undefined || (future !== undefined && future - today < today - past) ? future! : past
  const at = anchor.direction === 1 ? (future ?? past!) : anchor.direction === -1 ? (past ?? future!) : closer
  return days(at, at, 'day', true)
}

function weekday(wanted: number, which: 'bare' | 'last' | 'this' | 'next', anchor: Anchor): Interval {
  if (anchor.published === null) return unknown('day')
  const today = Math.floor(anchor.published / DAY)
  const here = weekdayOf(today)
  const back = (here - wanted + 7) % 7
  const ahead = (wanted - here + 7) % 7
  let at = today - back
  if (which === 'last') at = today - (back === 0 ? 7 : back)
  else if (which === 'next') at = today + (ahead === 0 ? 7 : ahead)
  else if (which === 'this') at = today - here + wanted
  else if (anchor.direction === 1) at = today + ahead
  return days(at, at, 'day', true)
}

/** The calendar unit so many steps from the present one. */
function unit(name: TimeUnit, offset: number, anchor: Anchor): Interval {
  if (anchor.published === null) return unknown(granularityOf(name))
  const today = Math.floor(anchor.published / DAY)
  if (name === 'day' || name === 'night') {
    const interval = days(today + offset, today + offset, 'day', true)
    return name === 'night' ? timeOn(interval, { type: 'dayPart', part: 'night', edge: null }) : interval
  }
  if (name === 'hour' || name === 'minute' || name === 'second') {
    const size = name === 'hour' ? 60 : 1
    const from = (Math.floor(anchor.published / size) + offset) * size
    return { from, to: from + size - 1, granularity: name === 'hour' ? 'hour' : 'minute', relative: true }
  }
  if (name === 'weekend') {
    const monday = today - weekdayOf(today) + 1
    const early = weekdayOf(today) < 5 ? anchor.direction !== 1 : weekdayOf(today) === 5 && anchor.direction === -1
    const shift = offset === 0 && early ? -7 : offset * 7
    return days(monday + 5 + shift, monday + 6 + shift, 'day', true)
  }
  const [from, to] = unitAround(name, today, offset)
  return days(from, to, granularityOf(name), true)
}

function unitAround(name: TimeUnit, today: number, offset: number): [number, number] {
  const { year, month: index } = dateOf(today)
  if (name === 'week' || name === 'fortnight') {
    const monday = today - weekdayOf(today) + 1 + offset * 7 * (name === 'week' ? 1 : 2)
    return [monday, monday + (name === 'week' ? 6 : 13)]
  }
  if (name === 'month') {
    const first = addMonths(dayNumber(year, index, 1), offset)
    return [first, addMonths(first, 1) - 1]
  }
  if (name === 'quarter') {
    const first = addMonths(dayNumber(year, Math.floor((index - 1) / 3) * 3 + 1, 1), offset * 3)
    return [first, addMonths(first, 3) - 1]
  }
  const size = name === 'year' ? 1 : name === 'decade' ? 10 : 100
  const first = (Math.floor(year / size) + offset) * size
  return [dayNumber(first, 1, 1), dayNumber(first + size, 1, 1) - 1]
}

/** Moves a day by amounts; fractions of months and years go by days. */
export function moved(from: number, amounts: readonly Amount[], sign: 1 | -1): number {
  let minutes = from
  for (const { unit: name, count } of amounts) {
    const steps = sign * count
    const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[name as 'month']
    if (months) {
      const whole = Math.trunc(steps * months)
      if (Math.abs(whole) > 120_000) continue
      const date = Math.floor(minutes / DAY)
      minutes = addMonths(date, whole) * DAY + (minutes - date * DAY) + Math.round((steps * months - whole) * 30) * DAY
    } else
      minutes += Math.round(
        steps *
          { second: 1 / 60, minute: 1, hour: 60, day: DAY, night: DAY, week: 7 * DAY, weekend: 7 * DAY, fortnight: 14 * DAY }[
            name as 'day'
          ],
      )
  }
  return minutes
}

function shift(shape: Extract<TimeShape, { type: 'shift' }>, anchor: Anchor): Interval {
  const last = shape.amounts.at(-1)!
  const granularity = granularityOf(last.unit)
  let base: Interval
  if (shape.from === 'published')
    base =
      anchor.published === null
        ? unknown('day')
        : { from: anchor.published, to: anchor.published, granularity: 'minute', relative: true }
  else if (shape.from === 'text')
    base =
      anchor.text ??
      (anchor.published === null
        ? unknown('day')
        : { from: anchor.published, to: anchor.published, granularity: 'day', relative: true })
  else base = resolve(shape.from, anchor)
  if (base.from === null) return { ...unknown(granularity), relative: base.relative }
  const relative = base.relative || shape.from === 'published'
  const start = moved(base.from, shape.amounts, shape.sign)
  if (!Number.isFinite(start)) return unknown(granularity)
  if (granularity === 'minute' || granularity === 'hour') {
    if (base.granularity === 'day') {
      if (!shape.fuzzy) return days(Math.floor(start / DAY), Math.floor(start / DAY), 'day', relative)
      const end = moved(base.to ?? base.from, shape.amounts, shape.sign)
      return days(
        Math.floor(Math.min(start, base.from) / DAY),
        Math.floor(Math.max(end, base.to ?? base.from) / DAY),
        'day',
        relative,
      )
    }
    return { from: start, to: start, granularity, relative }
  }
  const at = Math.floor(start / DAY)
  if (shape.fuzzy)
    return days(Math.min(at, Math.floor(base.from / DAY)), Math.max(at, Math.floor(base.from / DAY)), granularity, relative)
  // "the following week" is all of it
  if (granularity === 'week' && shape.from === 'text' && last.count <= 1)
    return days(...unitAround('week', at, 0), 'week', relative)
  if (shape.from === 'published' && (granularity === 'decade' || granularity === 'century'))
    return days(...unitAround(last.count > 1 ? 'year' : last.unit, at, 0), last.count > 1 ? 'year' : granularity, relative)
  if (granularity === 'day' || granularity === 'week' || shape.from !== 'text') {
    if (granularity === 'year' && shape.from === 'published') return days(...unitAround('year', at, 0), 'year', relative)
    if (granularity === 'month' && shape.from === 'published') return days(...unitAround('month', at, 0), 'month', relative)
    return days(at, at, granularity === 'week' ? 'week' : 'day', relative)
  }
  return days(...unitAround(last.unit, at, 0), granularity, relative)
}

function stretch(amounts: readonly Amount[], sign: 1 | -1, fuzzy: boolean, anchor: Anchor): Interval {
  const granularity = granularityOf(amounts.at(-1)!.unit)
  if (anchor.published === null) return unknown(granularity)
  const other = moved(anchor.published, amounts, sign)
  if (!Number.isFinite(other) || fuzzy) {
    const far = moved(
      anchor.published,
      amounts.map((amount) => ({ ...amount, count: amount.count * 3 })),
      sign,
    )
    const ends = [Math.floor(Math.min(far, anchor.published) / DAY), Math.floor(Math.max(far, anchor.published) / DAY)] as const
    return days(ends[0], ends[1], granularity, true)
  }
  if (granularity === 'minute' || granularity === 'hour')
    return { from: Math.min(other, anchor.published), to: Math.max(other, anchor.published), granularity, relative: true }
  return days(
    Math.floor(Math.min(other, anchor.published) / DAY),
    Math.floor(Math.max(other, anchor.published) / DAY),
    granularity,
    true,
  )
}

function timeOn(base: Interval, time: TimeShape): Interval {
  const granularity: Granularity = time.type === 'clock' ? 'minute' : 'partOfDay'
  if (base.from === null) return unknown(granularity)
  const start = Math.floor(base.from / DAY) * DAY
  if (time.type === 'clock') {
    const at = start + time.hour * 60 + time.minute - (time.zone ?? 0)
    return { from: at, to: at, granularity, relative: base.relative, ...(time.zone === null ? {} : { zoned: true }) }
  }
  if (time.type === 'range') {
    const [from, to] = [timeOn(base, time.from), timeOn(base, time.to)]
    return {
      from: from.from,
      to: from.from !== null && to.to !== null && to.to < from.from ? to.to + DAY : to.to,
      granularity,
      relative: base.relative,
      ...(from.zoned || to.zoned ? { zoned: true } : {}),
    }
  }
  if (time.type === 'bounded') {
    const of = timeOn(base, time.of)
    if (time.bound === 'since' || time.bound === 'after')
      return { from: of.from, to: base.to, granularity: 'minute', relative: base.relative }
    return { from: base.from, to: of.to, granularity: 'minute', relative: base.relative }
  }
  if (time.type === 'at') {
    const late = time.day.type === 'dayPart' && /^(?:afternoon|evening|night|dusk)$/.test(time.day.part)
    if (time.time.type === 'clock') return timeOn(base, late ? later(time.time) : time.time)
    if (time.time.type === 'range')
      return timeOn(base, late ? { ...time.time, from: later(time.time.from), to: later(time.time.to) } : time.time)
  }
  if (time.type === 'dayPart') {
    const [from, to] = DAY_PART_MINUTES[time.part]
    const third = Math.floor((to - from) / 3)
    const [a, b] =
      time.edge === 'start'
        ? [from, from + third]
        : time.edge === 'end'
          ? [to - third, to]
          : time.edge === 'middle'
            ? [from + third, to - third]
            : [from, to]
    return { from: start + a, to: start + b, granularity, relative: base.relative }
  }
  return base
}

function later(time: TimeShape): TimeShape {
  return time.type === 'clock' && !time.certain && time.hour < 12 ? { ...time, hour: time.hour + 12 } : time
}

function at(daylike: TimeShape, time: TimeShape, anchor: Anchor): Interval {
  if (time.type === 'month') {
    const year = resolve(daylike, anchor)
    return year.from === null
      ? unknown('month')
      : days(...month(dateOf(Math.floor(year.from / DAY)).year, time.month), 'month', year.relative)
  }
  if (time.type === 'day') {
    const year = resolve(daylike, anchor)
    if (year.from === null) return unknown('day')
    return { ...day(dateOf(Math.floor(year.from / DAY)).year, time.month, time.day, null, anchor), relative: true }
  }
  if (time.type === 'weekday') {
    const week = resolve(daylike, anchor)
    if (week.from === null) return unknown('day')
    const on = Math.floor(week.from / DAY) + time.weekday - 1
    return days(on, on, 'day', true)
  }
  const base = daylike.type === 'dayPart' ? presentDay(anchor) : resolve(daylike, anchor)
  return timeOn(base, daylike.type === 'dayPart' ? { type: 'at', day: daylike, time } : time)
}

function edge(which: Edge, of: TimeShape, relative: boolean, anchor: Anchor): Interval {
  const whole = resolve(of, anchor)
  if (whole.from === null || whole.to === null) return whole
  if (relative && anchor.published !== null) {
    const now = anchor.published
    if (now >= whole.from && now <= whole.to) {
      const today = Math.floor(now / DAY)
      if (whole.granularity === 'day') return { ...whole, granularity: 'day' }
      return which === 'start' ? { ...whole, to: today * DAY + DAY - 1 } : { ...whole, from: today * DAY }
    }
    return whole
  }
  const third = Math.floor((whole.to - whole.from + 1) / 3)
  const clip = coarse(whole.granularity)
    ? (minutes: number): number => Math.floor(minutes / DAY) * DAY
    : (minutes: number): number => minutes
  if (which === 'start') return { ...whole, to: clip(whole.from + third) + (coarse(whole.granularity) ? DAY - 1 : 0) }
  if (which === 'end') return { ...whole, from: clip(whole.to - third) }
  return { ...whole, from: clip(whole.from + third), to: clip(whole.to - third) + (coarse(whole.granularity) ? DAY - 1 : 0) }
}

function nth(shape: Extract<TimeShape, { type: 'nth' }>, anchor: Anchor): Interval {
  const whole = resolve(shape.of, anchor)
  if (whole.from === null || whole.to === null)
    return { ...whole, granularity: shape.unit === 'half' ? 'quarter' : granularityOf(shape.unit) }
  const [first, last] = [Math.floor(whole.from / DAY), Math.floor(whole.to / DAY)]
  if (shape.unit === 'half') {
    const middle = first + Math.floor((last - first + 1) / 2)
    return shape.nth === 1 ? days(first, middle - 1, 'month', whole.relative) : days(middle, last, 'month', whole.relative)
  }
  if (shape.weekday !== null) {
    const from =
      shape.nth > 0
        ? first + ((shape.weekday - weekdayOf(first) + 7) % 7) + (shape.nth - 1) * 7
        : last - ((weekdayOf(last) - shape.weekday + 7) % 7)
    return days(from, from, 'day', whole.relative)
  }
  const size = (steps: number, start: number): number => {
    if (shape.unit === 'day') return start + steps
    if (shape.unit === 'week') return start + steps * 7
    if (shape.unit === 'month') return addMonths(start, steps)
    if (shape.unit === 'quarter') return addMonths(start, steps * 3)
    if (shape.unit === 'year') return addMonths(start, steps * 12)
    if (shape.unit === 'decade') return addMonths(start, steps * 120)
    return start + steps
  }
  const aligned = shape.unit === 'week' && shape.of.type === 'year' ? first + ((4 - weekdayOf(first) + 7) % 7) - 3 : first
  const from = shape.nth > 0 ? size(shape.nth - 1, aligned) : size(-shape.count, last + 1)
  const to = shape.nth > 0 ? size(shape.nth - 1 + shape.count, aligned) - 1 : last
  return days(from, to, granularityOf(shape.unit), whole.relative)
}

export function granularityOf(name: TimeUnit): Granularity {
  switch (name) {
    case 'second':
    case 'minute':
      return 'minute'
    case 'hour':
      return 'hour'
    case 'day':
    case 'weekend':
      return 'day'
    case 'night':
      return 'partOfDay'
    case 'week':
    case 'fortnight':
      return 'week'
    default:
      return name
  }
}

const FINENESS: readonly Granularity[] = [
  'minute',
  'hour',
  'partOfDay',
  'day',
  'week',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
  'unknown',
]

function finer(a: Granularity, b: Granularity): Granularity {
  return FINENESS.indexOf(a) <= FINENESS.indexOf(b) ? a : b
}

/** Said in whole days or more, so that it is written as dates. */
export function coarse(granularity: Granularity): boolean {
  return FINENESS.indexOf(granularity) >= 3
}
