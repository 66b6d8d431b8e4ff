import type { Figure } from '../../model/index.ts'
import type { Found, Stretch } from './stretch.ts'
import { pointOf, written } from './sum.ts'

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.44, year: 365.25 }
const PER = /^\s*(?:[\p{L}’'-]+ ){0,4}?(?:a|per|each|every) (day|week|month|year)\b/iu
const SPAN = /\b(?:for|over|in|during) (?:the (?:past|last) )?$/i
/** Days in a unit of time, by its symbol. */
const LONG: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, wk: 7, mo: 30.44, yr: 365.25 }
const TOTAL = /\b(?:total(?:ling)?|in all|altogether|amount(?:s|ed|ing)? to|add(?:s|ed|ing)? up to|makes?|or)\b/i

/** "200 shells a day for 30 days, 9,000 in all": a rate and its span against the total, to a tenth. */
export function* rates(stretch: Stretch): Generator<Found> {
  const { figures, report, start, text } = stretch
  const after = (figure: Figure): string => text.slice(figure.cell.end - start)
  const before = (figure: Figure): string => text.slice(0, figure.cell.start - start)
  for (const rate of figures) {
    const per = PER.exec(after(rate))?.[1]?.toLowerCase()
    if (rate.kind === 'percent' || per === undefined) continue
    const span = report.reading.figures.find(
      (figure) =>
        figure !== rate &&
        figure.cell.start > rate.cell.end &&
        figure.cell.end <= start + text.length &&
        LONG[figure.unit ?? ''] !== undefined &&
        SPAN.test(before(figure)),
    )
    const since = span ? null : daysSince(stretch)
    const total = figures.find(
      (figure) =>
        figure !== rate &&
        figure !== span &&
        figure.kind === rate.kind &&
        figure.unit === rate.unit &&
        figure.cell.start > rate.cell.end,
    )
    if (!total || !TOTAL.test(text.slice(rate.cell.end - start))) continue
    const times = span ? pointOf(span) : null
    const days = span && times !== null ? times * LONG[span.unit ?? '']! : since
    const [each, said] = [pointOf(rate), pointOf(total)]
    if (each === null || days === null || said === null || said <= 0) continue
    const count = days / DAYS[per]!
    const worked = each * count
    const arithmetic = `${written(each)} × ${written(count)} = ${written(worked)}`
    const agrees = Math.abs(worked - said) <= 0.1 * Math.max(worked, said)
    yield {
      kind: 'rate',
      verdict: agrees ? 'agrees' : 'mismatch',
      figures: span ? [rate, span, total] : [rate, total],
      arithmetic,
      why: agrees ? `${arithmetic}, as the total says` : `${arithmetic}, and the report says ${written(said)}`,
    }
  }
}

/** "since 1 March": days from then to the day of the report. */
function daysSince({ report, text, start }: Stretch): number | null {
  const published = report.metadata.published
  if (published === null) return null
  for (const { cell, earliest, granularity } of report.reading.times) {
    if (cell.start < start || cell.end > start + text.length || earliest === null || granularity !== 'day') continue
    if (!/\bsince $/i.test(text.slice(0, cell.start - start)) && !/^since\b/i.test(cell.text)) continue
    const days = (Date.parse(published.slice(0, 10)) - Date.parse(earliest.slice(0, 10))) / 86_400_000
    if (days > 0) return days
  }
  return null
}
