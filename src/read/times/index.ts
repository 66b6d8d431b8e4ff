import { cellAt, type Sentence, type TimeExpression, type TimeKind, type Token } from '../../model/index.ts'
import { type Lexeme, lexemes } from '../numbers/index.ts'
import { dayNumber, isoDay, isoMinute } from './calendar.ts'
import { readTimes } from './grammar.ts'
import { type Anchor, coarse, type Interval, resolve } from './resolve.ts'
import type { Parsed, TimeShape } from './shape.ts'
import { tenseAround } from './tense.ts'

export { readTimes } from './grammar.ts'
export { type Anchor, type Interval, resolve } from './resolve.ts'
export type { Parsed, TimeShape } from './shape.ts'

/**
 * Finds every time expression of a text and resolves it against the publication date: days, months, years, "Friday", "last week",
 * "since August", "two days later", durations, ranges, repeated and fuzzy times. Partial dates look backward, as news does, unless
 * the tense of their clause looks forward. Times of day without a zone stay local, without a Z. A dateline's day counts before the day of
 * publication. Linear in the length of the text;
 * no clock and no local zone is read. Ids are `t1`, `t2`, … in text order.
 * @param published ISO 8601 date or date-time; null leaves relative expressions unresolved (`earliest` and `latest` null)
 */
export function findTimes(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  published: string | null,
): TimeExpression[] {
  return resolveTimes(text, lexemes(text), tokens, sentences, published)
}

/** As `findTimes`, over lexemes that were cut already. */
export function resolveTimes(
  text: string,
  all: readonly Lexeme[],
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  published: string | null,
): TimeExpression[] {
  const issued = publishedMinutes(published)
  const now = issued === null ? null : (datelineDay(all, issued.at) ?? issued.at)
  const out: TimeExpression[] = []
  let spoken: Interval | null = null
  let sentence = 0
  let token = 0
  for (const found of readTimes(all)) {
    const start = all[found.first]!.start
    const end = all[found.next - 1]!.end
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= start) sentence += 1
    while (token < tokens.length && tokens[token]!.end <= start) token += 1
    const within = sentences[sentence]
    const direction = within ? tenseAround(text, tokens, token, within.firstToken, Math.min(within.endToken, tokens.length)) : 0
    const shape = settled(all, found, direction)
    const anchorless = shape.type === 'duration' ? relatedTo(all, found.next) : null
    const anchor: Anchor = { published: now, text: spoken, direction }
    const interval = resolve(shape, anchor)
    const write = writerOf(interval, shape, issued)
    out.push({
      id: `t${out.length + 1}`,
      cell: cellAt(text, start, anchorless === null ? end : all[anchorless]!.end),
      kind: anchorless === null ? kindOf(shape) : 'moment',
      granularity: interval.granularity,
      earliest: interval.from === null ? null : write(interval.from),
      latest: interval.to === null ? null : write(interval.to),
      relative: interval.relative || anchorless !== null,
    })
    if (
      interval.from !== null &&
      interval.to !== null &&
      /^(?:day|month|year|week|minute|partOfDay)$/.test(interval.granularity) &&
      !isSpan(shape)
    )
      spoken = interval
  }
  return out
}

/** "in two days" of what was done is how long it took; of what is to come, when. */
function settled(all: readonly Lexeme[], { shape, first }: Parsed, direction: -1 | 0 | 1): TimeShape {
  const within = all[first]!.lower === 'in' || all[first - 1]?.lower === 'in'
  if (within && shape.type === 'shift' && shape.from === 'published' && shape.sign === 1 && direction === -1)
    return { type: 'duration', amounts: shape.amounts, fuzzy: shape.fuzzy, bound: null }
  return shape
}

/** "a week after [the quake]", "days before [the vote]": a moment, measured from an event whose time is not read. */
function relatedTo(all: readonly Lexeme[], next: number): number | null {
  const link = all[next]
  return link && !link.broken && /^(?:after|before)$/.test(link.lower) ? next : null
}

/**
 * Days as dates. Clock times end in Z where their zone is stated, or where they are counted from a publication whose zone is known;
 * others are local to where the text is, and carry no zone.
 */
function writerOf(interval: Interval, shape: TimeShape, issued: Issued | null): (minutes: number) => string | null {
  if (coarse(interval.granularity)) return (minutes) => isoDay(Math.floor(minutes / 1440))
  if (interval.zoned) return (minutes) => zulu(isoMinute(minutes))
  const counted = (shape.type === 'shift' && shape.from === 'published') || shape.type === 'stretch'
  if (counted && issued?.offset != null) {
    const { offset } = issued
    return (minutes) => zulu(isoMinute(minutes - offset))
  }
  return isoMinute
}

function zulu(iso: string | null): string | null {
  return iso === null ? null : `${iso}Z`
}

const DATELINE = 24
const NEAR_DAYS = 8

/**
 * The noon of the day that a dateline gives ("KYIV, Oct. 17 (Agency) —", or a date on a line of its own at the top), where that is
 * within some days of the publication: "today" and "yesterday" in the text count from it. Null without one.
 */
function datelineDay(all: readonly Lexeme[], published: number): number | null {
  for (const { first, next, shape } of readTimes(all.slice(0, DATELINE))) {
    if (shape.type !== 'day' || shape.month === null) continue
    const dash = all.slice(next, next + 6).findIndex(({ lower }) => lower === '-')
    const after = all[next]
    const alone = (first === 0 || all[first]!.broken) && (after === undefined || after.broken)
    const led =
      first <= 6 &&
      dash >= 0 &&
      all.slice(next, next + dash).every(({ lower, text }) => /^[(),.:]$/.test(lower) || /^\p{Lu}/u.test(text))
    if (!alone && !led) continue
    const { from } = resolve(shape, { published, text: null, direction: 0 })
    if (from === null || Math.abs(from - published) > NEAR_DAYS * 1440) continue
    return from + 720
  }
  return null
}

function isSpan(shape: TimeShape): boolean {
  return shape.type === 'stretch' || shape.type === 'bounded' || shape.type === 'range'
}

function kindOf(shape: TimeShape): TimeKind {
  if (shape.type === 'duration') return 'duration'
  if (shape.type === 'set') return 'repeated'
  if ((shape.type === 'stretch' || shape.type === 'shift') && shape.fuzzy) return 'fuzzy'
  if (shape.type === 'range' || shape.type === 'bounded' || shape.type === 'stretch') return 'range'
  return 'moment'
}

interface Issued {
  /** Minutes since the epoch on the clock of where it was published; a date alone is its noon, so that "overnight" falls right. */
  readonly at: number
  /** Minutes that this clock is ahead of UTC; null when the publication does not say. */
  readonly offset: number | null
}

/** Reads an ISO 8601 date or date-time. Days are counted where the report was published: 23:30-05:00 on the 18th is the 18th. */
function publishedMinutes(published: string | null): Issued | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|([+-])(\d{2}):?(\d{2}))?)?/.exec(
    published ?? '',
  )
  if (!found) return null
  const [, year, month, day, hour, minute, zone, sign, zoneHour, zoneMinute] = found
  const date = dayNumber(Number(year), Number(month), Number(day)) * 1440
  if (hour === undefined) return { at: date + 720, offset: null }
  const offset =
    zone === undefined ? null : zone === 'Z' ? 0 : (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1)
  return { at: date + Number(hour) * 60 + Number(minute), offset }
}
