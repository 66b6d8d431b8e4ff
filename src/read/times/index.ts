import { cellAt, type Sentence, type TimeExpression, type TimeKind, type Token } from '../../model/index.ts'
import { type Lexeme, lexemes } from '../numbers/index.ts'
import { dayNumber, isoDay, isoMinute } from './calendar.ts'
import { readTimes } from './grammar.ts'
import { type Anchor, coarse, type Interval, resolve } from './resolve.ts'
import type { TimeShape } from './shape.ts'
import { tenseAround } from './tense.ts'

export { readTimes } from './grammar.ts'
export { type Anchor, type Interval, resolve } from './resolve.ts'
export type { Parsed, TimeShape } from './shape.ts'

/**
 * Finds every time expression of a text and resolves it against the publication date: days, months, years, "Friday", "last week",
 * "since August", "two days later", durations, ranges, repeated and fuzzy times. Partial dates look backward, as news does, unless
 * the tense of their clause looks forward. Times of day without a zone are taken as UTC. Linear in the length of the text;
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
  const now = publishedMinutes(published)
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
    const shape = settled(found.shape, direction)
    const anchor: Anchor = { published: now, text: spoken, direction }
    const interval = resolve(shape, anchor)
    const write = coarse(interval.granularity)
      ? (minutes: number): string | null => isoDay(Math.floor(minutes / 1440))
      : isoMinute
    out.push({
      id: `t${out.length + 1}`,
      cell: cellAt(text, start, end),
      kind: kindOf(shape),
      granularity: interval.granularity,
      earliest: interval.from === null ? null : write(interval.from),
      latest: interval.to === null ? null : write(interval.to),
      relative: interval.relative,
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
function settled(shape: TimeShape, direction: -1 | 0 | 1): TimeShape {
  if (shape.type === 'shift' && shape.from === 'published' && shape.sign === 1 && direction === -1)
    return { type: 'duration', amounts: shape.amounts, fuzzy: shape.fuzzy, bound: null }
  return shape
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

/** Minutes since the epoch of an ISO 8601 date or date-time; a date alone is its noon, so that "overnight" and "today" fall right. */
function publishedMinutes(published: string | null): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?/.exec(
    published ?? '',
  )
  if (!found) return null
  const [, year, month, day, hour, minute, sign, zoneHour, zoneMinute] = found
  const date = dayNumber(Number(year), Number(month), Number(day)) * 1440
  if (hour === undefined) return date + 720
  const zone = zoneHour === undefined ? 0 : (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1)
  return date + Number(hour) * 60 + Number(minute) - zone
}
