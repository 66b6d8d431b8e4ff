import { byCode } from '../order.ts'
import type { FigurePoint } from './points.ts'

/** The range of a question's figures from a day on. `low` or `high` null: the side is open. */
export interface EnvelopeStep {
  readonly day: string
  readonly low: number | null
  /** Median over origins; null when every figure is open. */
  readonly best: number | null
  readonly high: number | null
  /** Origins that stand behind it. */
  readonly origins: number
  /** Ledger ids of the claims that made this step, the latest of each origin. */
  readonly claims: readonly string[]
  /** The best estimate fell although what is counted can only grow: a correction, or another question. */
  readonly fell: boolean
}

/**
 * The envelope an analyst would draw: from each day on, the latest figure of each origin stands; between origins the median is
 * "best", and the outermost bounds are "low" and "high". "At least 1,500" has no high and "up to 12,000" no low: one open side leaves
 * the range open there. Never a mean, which one typing error ruins.
 * Denials and doubts are no figures here, nor is what a report bent on the way, nor are figures without a day or without a recorded origin.
 * @param points of one question
 * @returns one step a day on which something changed, oldest first
 */
export function envelope(points: readonly FigurePoint[]): readonly EnvelopeStep[] {
  const usable = points.filter(
    (point) => point.asOf !== null && point.origin !== null && point.stance === 'asserts' && point.mutation === null,
  )
  const days = [...new Set(usable.map((point) => point.asOf ?? ''))].sort(byCode)
  const latest = new Map<string, readonly FigurePoint[]>()
  const steps: EnvelopeStep[] = []
  for (const day of days) {
    const today = new Map<string, FigurePoint[]>()
    for (const point of usable) {
      if (point.asOf !== day || point.origin === null) continue
      const known = today.get(point.origin)
      if (known) known.push(point)
      else today.set(point.origin, [point])
    }
    for (const [origin, list] of today) latest.set(origin, list)
    const groups = [...latest].sort((a, b) => byCode(a[0], b[0])).map(([, list]) => list)
    const standing = groups.flat()
    const bests = groups.flatMap((list) => {
      const own = median(list.flatMap((point) => (point.best === null ? [] : [point.best])))
      return own === null ? [] : [own]
    })
    const lows = standing.map((point) => point.low)
    const highs = standing.map((point) => point.high)
    const best = median(bests)
    const before = steps[steps.length - 1]
    const step: EnvelopeStep = {
      day,
      low: outermost(lows, Math.min),
      best,
      high: outermost(highs, Math.max),
      origins: groups.length,
      claims: [...new Set(standing.map((point) => point.claim))].sort(byCode),
      fell: before?.best != null && best !== null && best < before.best,
    }
    if (
      !before ||
      step.low !== before.low ||
      step.best !== before.best ||
      step.high !== before.high ||
      step.origins !== before.origins
    )
      steps.push(step)
  }
  return steps
}

function outermost(values: readonly (number | null)[], of: (...values: number[]) => number): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length < values.length || stated.length === 0 ? null : of(...stated)
}

/** The middle value; of an even number the lower middle, which somebody stated. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
