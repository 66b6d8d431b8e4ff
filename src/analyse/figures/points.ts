import type { Bound, FigureRole, Modality, Mutation, MutationKind, Question, ReadReport, Stance } from '../../model/index.ts'
import { byCode } from '../order.ts'
import { dimensionOf, inUnit } from './units.ts'

/** One figure that answers a question, with who is behind it and when it holds. */
export interface FigurePoint {
  /** Ledger id of the claim, and id of the figure in its Reading. */
  readonly claim: string
  readonly figure: string
  readonly words: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly unit: string | null
  readonly role: FigureRole
  readonly modality: Modality
  readonly stance: Stance
  /** The origin, null where it is not recorded. */
  readonly origin: string | null
  readonly speaker: string
  readonly outlet: string | null
  /** The day the figure is stated for, else the day it was said, else the day of publication: `2031-05-04`; null when neither is known. */
  readonly asOf: string | null
  readonly reported: string | null
  /** A later figure of the same origin stands in its place. */
  readonly superseded: boolean
  /** How the report changed the figure or what it means, against an earlier one; such a figure is shown but not weighed. */
  readonly mutation: MutationKind | null
}

const BENDS: ReadonlySet<MutationKind> = new Set([
  'modalityEscalated',
  'boundDropped',
  'totalBecameIncrement',
  'incrementBecameTotal',
  'unitChanged',
  'figureChanged',
])

/**
 * Every figure of a question, oldest first. Of figures of one origin for one question the latest stands, unless the same report
 * gives several; figures without a recorded origin are never superseded.
 * @param mutations of the situation; what happened to a figure on the way is marked
 * @param reports the current reports of the situation, in any order
 */
export function figurePoints(
  question: Question,
  reports: readonly ReadReport[],
  mutations: readonly Mutation[],
): readonly FigurePoint[] {
  const byVersion = new Map(reports.map((report) => [report.version, report]))
  const names = new Map(question.origins.map((origin) => [origin.id, origin.name]))
  const points: FigurePoint[] = []
  for (const member of question.members) {
    const at = member.claim.lastIndexOf('.')
    const report = byVersion.get(member.claim.slice(0, at))
    const claim = report?.reading.claims.find((item) => item.id === member.claim.slice(at + 1))
    if (!report || !claim) continue
    const reported = report.metadata.published?.slice(0, 10) ?? null
    const day = claim.times
      .map((id) => report.reading.times.find((time) => time.id === id))
      .find((time) => time?.granularity === 'day' && time.latest !== null)
    const said = report.reading.times.find((time) => time.id === claim.said)?.latest?.slice(0, 10) ?? null
    for (const id of member.figures) {
      const figure = report.reading.figures.find((item) => item.id === id)
      if (!figure) continue
      const { low, best, high, bound, unit, role } = figure
      const origin = member.lineage.known ? member.lineage.origin : null
      points.push({
        claim: member.claim,
        figure: id,
        words: figure.cell.text,
        low,
        best,
        high,
        bound,
        unit,
        role,
        modality: claim.modality,
        stance: member.stance,
        origin,
        speaker: origin === null ? 'not recorded' : (names.get(origin) ?? origin),
        outlet: report.metadata.outlet,
        asOf: day?.latest?.slice(0, 10) ?? said ?? reported,
        reported,
        superseded: false,
        mutation:
          mutations.find(
            ({ after, kind, proof }) =>
              after === member.claim && BENDS.has(kind) && proof[1].start <= figure.cell.start && figure.cell.end <= proof[1].end,
          )?.kind ?? null,
      })
    }
  }
  points.sort(
    (a, b) =>
      byCode(a.asOf ?? '', b.asOf ?? '') ||
      byCode(a.reported ?? '', b.reported ?? '') ||
      byCode(a.claim, b.claim) ||
      byCode(a.figure, b.figure),
  )
  // One question, one unit: that of the first figure. `words` keep the one that was written.
  const unit = points.find((point) => point.unit !== null)?.unit ?? null
  return points.map((point, i) => ({
    ...point,
    ...alike(point, unit),
    superseded:
      point.origin !== null &&
      points
        .slice(i + 1)
        .some(
          (later) =>
            later.origin === point.origin && later.asOf !== point.asOf && later.stance === 'asserts' && later.mutation === null,
        ),
  }))
}

function alike(point: FigurePoint, unit: string | null): Pick<FigurePoint, 'low' | 'best' | 'high' | 'unit'> {
  const { low, best, high } = point
  if (unit === null || dimensionOf(point.unit) === null || dimensionOf(point.unit) !== dimensionOf(unit))
    return { low, best, high, unit: point.unit }
  const put = (value: number | null): number | null => (value === null ? null : inUnit(value, point.unit, unit))
  return { low: put(low), best: put(best), high: put(high), unit }
}
