import type { Question, Reliability, Weighing } from '../../model/index.ts'
import { type Interval, intervalOf } from '../figures/interval.ts'
import type { FigurePoint } from '../figures/points.ts'
import { accuracyOf, logOdds } from './odds.ts'

/** What one origin says of a quantity, and what its word weighs. */
export interface Said {
  readonly origin: string
  readonly interval: Interval
  /** Above 0. */
  readonly weight: number
}

/**
 * The values nearest to all of them: those for which the weighed sum of distances to the intervals is least. For points it is the weighed
 * median; an open side pulls nothing, so "at least 1,500" does not drag a 3,000 down. A range where several values are as near.
 * Null where nothing is said, or every interval is open to both sides.
 */
export function middleOf(said: readonly Said[]): Interval | null {
  const ends = [...new Set(said.flatMap(({ interval: { from, to } }) => [from, to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  let best: Interval | null = null
  let least = Number.POSITIVE_INFINITY
  for (const end of ends) {
    const distance = said.reduce((sum, { interval, weight }) => sum + weight * distanceTo(end, interval), 0)
    if (distance < least - 1e-9) {
      best = { from: end, to: end }
      least = distance
    } else if (best !== null && Math.abs(distance - least) <= 1e-9) best = { from: best.from, to: end }
  }
  return best
}

/** The outermost middles when any one origin is left out: how far the middle hangs on one of them. Null with fewer than three. */
export function withoutOne(said: readonly Said[]): Interval | null {
  const origins = [...new Set(said.map(({ origin }) => origin))]
  if (origins.length < 3) return null
  const middles = origins.flatMap((origin) => middleOf(said.filter((one) => one.origin !== origin)) ?? [])
  if (middles.length === 0) return null
  return { from: Math.min(...middles.map(({ from }) => from)), to: Math.max(...middles.map(({ to }) => to)) }
}

function distanceTo(value: number, { from, to }: Interval): number {
  return value < from ? from - value : value > to ? value - to : 0
}

/** The middle of the figures of a question that stand, by origin: each voice one when counted, its log-odds when weighed. */
export function middleOfQuestion(
  question: Question,
  points: readonly FigurePoint[],
  grades: ReadonlyMap<string, Reliability>,
  method: Weighing['method'],
): Weighing['middle'] {
  if (question.kind !== 'numeric') return null
  const mixed = new Set(points.map(({ unit }) => unit)).size > 1
  const said = points.flatMap((point): Said[] => {
    if (point.origin === null || point.superseded || point.mutation !== null || point.stance !== 'asserts') return []
    const accuracy = accuracyOf(grades.get(point.origin) ?? null)
    const weight = method === 'counted' ? 1 : accuracy === null ? 0 : logOdds(accuracy.mid)
    return weight <= 0
      ? []
      : [
          {
            origin: point.origin,
            interval: intervalOf({ ...point, bound: point.bound === 'about' ? 'exact' : point.bound }, mixed),
            weight,
          },
        ]
  })
  const found = middleOf(said)
  if (found === null) return null
  const without = withoutOne(said)
  return {
    low: found.from,
    high: found.to,
    unit: points.find(({ unit }) => unit !== null)?.unit ?? null,
    without: without && { low: without.from, high: without.to },
    origins: new Set(said.map(({ origin }) => origin)).size,
  }
}
