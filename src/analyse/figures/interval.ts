import type { Bound } from '../../model/index.ts'

/** What a figure leaves open: from … to, infinite on an open side. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** Values this far around "about 1,500" are still about 1,500. */
const ABOUT = 0.05

/**
 * The values that a figure leaves open. "At least 1,500" reaches up without end, "about 1,500" a twentieth to either side.
 * @param mixed true where figures of several units are compared: one is often the rounding of the other
 */
export function intervalOf(
  {
    low,
    best,
    high,
    bound,
  }: { readonly low: number | null; readonly best: number | null; readonly high: number | null; readonly bound: Bound },
  mixed = false,
): Interval {
  const from = low ?? (bound === 'atMost' ? Number.NEGATIVE_INFINITY : (best ?? Number.NEGATIVE_INFINITY))
  const to = high ?? (bound === 'atLeast' ? Number.POSITIVE_INFINITY : (best ?? Number.POSITIVE_INFINITY))
  const slack = from !== to ? 0 : bound === 'about' ? Math.abs(from) * ABOUT : mixed ? Math.abs(from) * 0.02 : 0
  return { from: from - slack, to: to + slack }
}

/** True when one value fits both. */
export function meet(a: Interval, b: Interval): boolean {
  return a.from <= b.to && b.from <= a.to
}
