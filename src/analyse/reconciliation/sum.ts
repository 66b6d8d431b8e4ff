import type { Figure } from '../../model/index.ts'

/** A figure as an interval; open ends are infinite. */
export interface Extent {
  readonly low: number
  readonly high: number
}

/** What a figure may be: what is rounded or hedged may be a twentieth off. */
export function extentOf(figure: Figure): Extent | null {
  const { low, best, high, bound, approximate } = figure
  const least = low ?? (bound === 'atMost' ? 0 : best)
  const most = high ?? (bound === 'atLeast' ? Number.POSITIVE_INFINITY : best)
  if (least === null || most === null) return null
  const slack = approximate || figure.vague !== null ? 0.05 : roundness(best ?? most)
  return { low: least * (1 - slack), high: most * (1 + slack) }
}

/** The share that a number may have lost in rounding: 8,000,000 is good to a sixteenth of its last digit that is not nought, 615 to nothing. */
function roundness(value: number): number {
  if (!Number.isFinite(value) || value < 1000) return 0
  let step = 1
  while (value % (step * 10) === 0) step *= 10
  return step / 2 / value
}

/** The one number that stands for a figure in a sum; null for one with no bound at all. */
export function pointOf(figure: Figure): number | null {
  return figure.best ?? figure.high ?? figure.low
}

/** A number as it is written in the sums: thousands apart, three digits behind the first at least. */
export function written(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100
  const [whole = '0', rest] = String(Math.abs(rounded)).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${rounded < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`
}
