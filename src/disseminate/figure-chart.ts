import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Bound, MutationKind, Stance } from '../model/index.ts'

/** A figure as the chart needs it; times are days, `2031-05-04`. */
export interface ChartedFigure {
  readonly claim: string
  readonly words: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly stance: Stance
  readonly origin: string | null
  readonly speaker: string
  readonly asOf: string | null
  readonly superseded: boolean
  readonly mutation: MutationKind | null
}

/** The range from a day on; a side that is null is open. */
export interface ChartedStep {
  readonly day: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
}

/** `standing` counts in the envelope; the others are drawn and do not. */
export type MarkState = 'standing' | 'superseded' | 'bent' | 'denied' | 'unrecorded'

/** One figure of one origin on one day, however many claims give it. Everything in pixels from the top left. */
export interface Mark<F extends ChartedFigure> {
  readonly x: number
  /** Where the symbol stands: the best estimate, else the bound that is stated. */
  readonly y: number
  /** The stated range; equal to `y` where there is none. */
  readonly top: number
  readonly bottom: number
  /** "At least" is open above, "at most" below. */
  readonly open: 'above' | 'below' | null
  /** Place of its origin in `series`. */
  readonly series: number
  readonly state: MarkState
  readonly figures: readonly F[]
}

/** A stretch of the envelope. An open side runs to the edge of the plot. */
export interface Band {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly openAbove: boolean
  readonly openBelow: boolean
  /** The median over origins; null when every figure is open. */
  readonly median: number | null
}

export interface FigureChart<F extends ChartedFigure> {
  readonly width: number
  readonly height: number
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly days: readonly { readonly x: number; readonly label: string }[]
  readonly values: readonly { readonly y: number; readonly label: string }[]
  readonly bands: readonly Band[]
  readonly marks: readonly Mark<F>[]
  /** Origins in order of their first figure; the last is null when some figures have no recorded origin. */
  readonly series: readonly { readonly origin: string | null; readonly name: string }[]
  /** Figures of no known day: not drawn. */
  readonly undated: number
  /** True when the axis does not begin at nought. */
  readonly cut: boolean
}

const DAY = 86_400_000
/** How long the arrow of an open side is, and how near two symbols may stand before one steps aside, in pixels. */
export const ARROW = 30
const NEAR = 16
const ASIDE = 15

/**
 * Lays out the figures of a question over time with their envelope. Pure geometry: the desk and the SVG file draw the same.
 * The axis begins at nought unless all figures lie in its upper two fifths; an open side is never drawn as a number.
 * @param figures oldest first, as `figurePoints` gives them
 * @param steps as `envelope` gives them
 * @returns null when no figure has a day
 */
export function figureChart<F extends ChartedFigure>(
  figures: readonly F[],
  steps: readonly ChartedStep[],
  size: { readonly width: number; readonly height: number },
): FigureChart<F> | null {
  const dated = figures.filter((figure) => figure.asOf !== null)
  const times = dated.map((figure) => Date.parse(figure.asOf ?? ''))
  if (times.length === 0) return null
  const stated = dated.flatMap(({ low, best, high }) => [low, best, high].filter((value) => value !== null))
  const least = Math.min(...stated)
  const most = Math.max(...stated)
  const cut = least > 0 && least > most * 0.6 && least < most
  const { width, height } = size
  const values = scaleLinear([cut ? least - (most - least) * 0.5 : Math.min(0, least), most > 0 ? most * 1.12 : 1], [0, 1])
  const valueTicks = values.ticks(Math.max(3, Math.round(height / 55)))
  const longest = Math.max(...valueTicks.map((value) => shortNumber(value).length))
  const plot = { left: 14 + longest * 7, right: width - 14, top: 12, bottom: height - 28 }
  const toY = values.copy().range([plot.bottom, plot.top])
  const first = Math.min(...times)
  const last = Math.max(...times)
  const room = Math.max(DAY * 0.6, (last - first) * 0.06)
  const toX = scaleUtc([first - room, last + room], [plot.left, plot.right])
  const x = (day: string): number => toX(Date.parse(day))
  const names = new Map<string | null, string>()
  for (const { origin, speaker } of dated) if (origin !== null) names.set(origin, speaker)
  if (dated.some((figure) => figure.origin === null)) names.set(null, 'origin not recorded')
  const series = [...names].map(([origin, name]) => ({ origin, name }))
  const bands = steps.map(
    ({ day, low, best, high }, i): Band => ({
      left: x(day),
      right: i + 1 < steps.length ? x(steps[i + 1]?.day ?? day) : plot.right,
      top: high === null ? plot.top : toY(high),
      bottom: low === null ? plot.bottom : toY(low),
      openAbove: high === null,
      openBelow: low === null,
      median: best === null ? null : toY(best),
    }),
  )
  return {
    width,
    height,
    plot,
    days: dayTicks(toX, Math.max(2, Math.floor((plot.right - plot.left) / 84))),
    values: valueTicks.map((value) => ({ y: toY(value), label: shortNumber(value) })),
    bands,
    marks: apart(
      together(dated).map((alike) => {
        const [figure] = alike as [F]
        const { low, best, high } = figure
        const at = toY(best ?? low ?? high ?? 0)
        return {
          x: x(figure.asOf ?? ''),
          y: at,
          top: high === null ? at : toY(high),
          bottom: low === null ? at : toY(low),
          open: low !== null && high === null ? 'above' : high !== null && low === null ? 'below' : null,
          series: series.findIndex((one) => one.origin === figure.origin),
          state: stateOf(figure),
          figures: alike,
        }
      }),
    ),
    series,
    undated: figures.length - dated.length,
    cut,
  }
}

/** 1500 → "1,500", 8000000 → "8 m": the same in every locale. */
function shortNumber(value: number): string {
  const [by, word] = Math.abs(value) >= 1e9 ? [1e9, ' bn'] : Math.abs(value) >= 1e6 ? [1e6, ' m'] : [1, '']
  const [whole = '', fraction] = String(Number((value / by).toPrecision(12))).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}${word}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Ticks at the beginnings of days; the year stands at the first and where it changes. */
function dayTicks(scale: ReturnType<typeof scaleUtc<number, number>>, count: number): { x: number; label: string }[] {
  const days = scale.ticks(count).filter((date) => date.getTime() % DAY === 0)
  return days.map((date, i) => {
    const year = date.getUTCFullYear()
    const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
    return { x: scale(date), label: i > 0 && days[i - 1]?.getUTCFullYear() === year ? day : `${day} ${year}` }
  })
}

function stateOf(figure: ChartedFigure): MarkState {
  if (figure.mutation !== null) return 'bent'
  if (figure.stance !== 'asserts' && figure.stance !== 'corrects') return 'denied'
  if (figure.origin === null) return 'unrecorded'
  return figure.superseded ? 'superseded' : 'standing'
}

/** Claims that give one figure on one origin's word on one day are one mark. */
function together<F extends ChartedFigure>(figures: readonly F[]): readonly (readonly F[])[] {
  const groups = new Map<string, F[]>()
  for (const figure of figures) {
    const { asOf, origin, low, best, high, bound } = figure
    const key = JSON.stringify([asOf, origin, low, best, high, bound, stateOf(figure)])
    const known = groups.get(key)
    if (known) known.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.values()]
}

/** Marks that would cover one another step aside: right, left, further right, further left. */
function apart<F extends ChartedFigure>(marks: readonly Mark<F>[]): readonly Mark<F>[] {
  const placed: Mark<F>[] = []
  for (const mark of marks) {
    let moved = mark
    for (let i = 1; placed.some((other) => Math.abs(other.x - moved.x) < ASIDE && Math.abs(other.y - mark.y) < NEAR); i++)
      moved = { ...mark, x: mark.x + (i % 2 === 1 ? 1 : -1) * Math.ceil(i / 2) * ASIDE }
    placed.push(moved)
  }
  return placed
}
