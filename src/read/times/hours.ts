import { type Lexeme, readNumber } from '../numbers/index.ts'
import { lower, parsed, readClock } from './atoms.ts'
import type { Parsed, TimeShape } from './shape.ts'

type Lexemes = readonly Lexeme[]
type Clock = Extract<TimeShape, { type: 'clock' }>

/** An hour without "o'clock" or "a.m.", in digits or words: the "8" of "tonight at 8", the "three thirty" of "from three thirty". */
export function readHour(all: Lexemes, at: number): { shape: Clock; next: number } | null {
  const x = all[at]
  if (!x || x.kind === 'sign') return null
  const clock = readClock(all, at)
  if (clock?.shape.type === 'clock') return { shape: clock.shape, next: clock.next }
  const hour = (value: number, minute: number, next: number): { shape: Clock; next: number } => ({
    shape: { type: 'clock', hour: value, minute, second: null, certain: false, zone: null },
    next,
  })
  if (x.kind === 'digits') {
    const value = Number(x.text)
    const after = all[at + 1]
    if (x.text.length === 4 && value < 2400 && value % 100 < 60 && x.text.startsWith('0'))
      return hour(Math.floor(value / 100), value % 100, at + 1)
    if (x.text.length > 2 || value < 1 || value > 12) return null
    if (after && !after.spaced && (after.kind === 'word' || /^[.,/:%]$/.test(after.lower)) && all[at + 2] && !all[at + 2]!.spaced)
      return null
    return after && !after.spaced && after.kind === 'word' ? null : hour(value, 0, at + 1)
  }
  const number = readNumber(all, at)
  if (number?.kind !== 'cardinal' || number.written !== 'words' || !Number.isInteger(number.value)) return null
  if (number.value < 1 || number.value > 12 || x.lower === 'a' || x.lower === 'an') return null
  const dash = lower(all, number.next) === '-' ? 1 : 0
  const minutes = all[number.next + dash] ? readNumber(all, number.next + dash) : null
  if (
    minutes?.kind === 'cardinal' &&
    minutes.written === 'words' &&
    minutes.value >= 10 &&
    minutes.value < 60 &&
    Number.isInteger(minutes.value)
  )
    return hour(number.value, minutes.value, minutes.next)
  return hour(number.value, 0, number.next)
}

/** Nothing follows that would make the number one of things: the end, a sign, a word of time or place. */
export function endsHere(all: Lexemes, at: number): boolean {
  const after = all[at]
  return (
    after === undefined ||
    after.broken ||
    (after.kind === 'sign' && after.lower !== '%' && after.lower !== '-' && after.lower !== '/') ||
    /^(?:on|in|at|and|or|but|to|for|today|tomorrow|yesterday|tonight|last|next|this|with|sharp)$/.test(after.lower)
  )
}

/** "from 10:30 to 3", "between 3 and 5", "9-11 a.m.", "5 to 7": two hours, at least one of them plainly a time. */
export function readHours(all: Lexemes, at: number): (Parsed & { readonly plain: boolean }) | null {
  const lead = lower(all, at)
  const led = lead === 'from' || lead === 'between'
  const first = readHour(all, led ? at + 1 : at)
  if (!first) return null
  const link = lower(all, first.next)
  const joins = lead === 'between' ? /^(?:and|to|-)$/.test(link) : /^(?:to|until|till|through|-)$/.test(link)
  if (!joins || all[first.next]!.broken) return null
  const second = readHour(all, first.next + 1)
  if (!second) return null
  const clocked = (from: number, next: number): boolean => {
    const clock = readClock(all, from)
    return clock !== null && clock.next === next
  }
  const military = all[led ? at + 1 : at]!.text.length === 4 && all[second.next - 1]!.text.length === 4 && led
  // "from three thirty to four thirty"
  const minutes = led && first.shape.minute > 0 && second.shape.minute > 0
  const plain = military || minutes || clocked(led ? at + 1 : at, first.next) || clocked(first.next + 1, second.next)
  return { ...parsed({ type: 'range', from: halved(first.shape, second.shape), to: second.shape }, at, second.next), plain }
}

/** "5 to 6pm" lends its half of the day to the five, unless that would turn the two round. */
function halved(from: Clock, to: Clock): Clock {
  if (from.certain || !to.certain || to.hour < 12) return from
  return from.hour < 12 && from.hour + 12 <= to.hour ? { ...from, hour: from.hour + 12, certain: true } : from
}
