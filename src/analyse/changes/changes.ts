import type { Analysis, Question, ReadReport } from '../../model/index.ts'
import { envelope } from '../figures/envelope.ts'
import { type FigurePoint, figurePoints } from '../figures/points.ts'
import { byCode } from '../order.ts'

export type ChangeKind =
  | 'newQuestion'
  | 'newClaims'
  | 'secondOrigin'
  | 'denial'
  | 'cannotConfirm'
  | 'plannedBecameObserved'
  | 'boundRose'
  | 'boundFell'
  | 'figureSuperseded'
  | 'mutation'
  | 'newVersion'

/** Something that moved in the state of claims. */
export interface Change {
  readonly kind: ChangeKind
  /** The question it moved in; null where it is about a report. */
  readonly question: string | null
  /** Plain words, with the question's name. */
  readonly what: string
  /** Ledger ids of the claims that moved it, or the version that is new. */
  readonly by: readonly string[]
}

/** One state of a situation. */
export interface State {
  readonly analysis: Analysis
  readonly reports: readonly ReadReport[]
}

/**
 * What a person who knew the earlier state has to be told. Questions are matched by id, which their founding claim gives.
 * @returns the weightiest kinds first, within a kind by question
 */
export function changesBetween(before: State, after: State): readonly Change[] {
  const known = new Map(before.analysis.questions.map((question) => [question.id, question]))
  const changes: Change[] = []
  for (const question of after.analysis.questions) {
    const old = known.get(question.id)
    if (!old) changes.push(...found(question, before.analysis.questions))
    else changes.push(...moved(old, question, before, after))
  }
  const told = new Set(before.analysis.mutations.map((mutation) => mutation.id))
  for (const mutation of after.analysis.mutations)
    if (!told.has(mutation.id))
      changes.push({ kind: 'mutation', question: null, what: mutation.why, by: [mutation.before, mutation.after] })
  const versions = new Map(before.reports.map((report) => [report.report, report.version]))
  for (const report of after.reports) {
    const old = versions.get(report.report)
    if (old !== undefined && old !== report.version)
      changes.push({
        kind: 'newVersion',
        question: null,
        what: `“${report.metadata.title ?? report.address}” has a new text`,
        by: [report.version],
      })
  }
  return changes.sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || byCode(a.question ?? '', b.question ?? '') || byCode(a.what, b.what),
  )
}

const ORDER: readonly ChangeKind[] = [
  'secondOrigin',
  'plannedBecameObserved',
  'denial',
  'cannotConfirm',
  'boundRose',
  'boundFell',
  'figureSuperseded',
  'mutation',
  'newVersion',
  'newQuestion',
  'newClaims',
]

function found(question: Question, before: readonly Question[]): readonly Change[] {
  const by = question.members.map((member) => member.claim)
  const changes: Change[] = [{ kind: 'newQuestion', question: question.id, what: `asked now: ${question.name}`, by }]
  if (question.frame !== 'done' && question.frame !== 'ongoing') return changes
  const planned = before.find((old) => old.frame === 'planned' && sharesKey(old, question))
  if (planned)
    changes.push({
      kind: 'plannedBecameObserved',
      question: question.id,
      what: `told as done now: ${question.name} Planned before: ${planned.name}`,
      by,
    })
  return changes
}

/** Same thing counted, by the name without its verb group: "soldiers … to Russia". */
function sharesKey(a: Question, b: Question): boolean {
  const words = (name: string): string =>
    name
      .toLowerCase()
      .replace(/\b(?:have|has|had|been|being|be|will|could|to|are|is|how|many|more)\b/gu, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
      .map((word) => word.replace(/(?:ed|ing|s)$/u, ''))
      .sort()
      .join(' ')
  return words(a.name) === words(b.name)
}

function moved(old: Question, now: Question, earlier: State, later: State): readonly Change[] {
  const had = new Set(old.members.map((member) => member.claim))
  const added = now.members.filter((member) => !had.has(member.claim))
  const changes: Change[] = []
  const put = (kind: ChangeKind, what: string, by: readonly string[]): void => {
    changes.push({ kind, question: now.id, what: `${what}: ${now.name}`, by })
  }
  if (old.origins.length < 2 && now.origins.length >= 2) {
    const own = new Set(old.origins.map((origin) => origin.id))
    const fresh = now.origins.filter((origin) => !own.has(origin.id))
    put(
      'secondOrigin',
      `a second origin, ${fresh.map((origin) => origin.name).join(' and ')}`,
      fresh.flatMap((origin) => origin.claims),
    )
  }
  for (const [stance, kind, words] of [
    ['denies', 'denial', 'denied'],
    ['cannotConfirm', 'cannotConfirm', 'could not be confirmed'],
  ] as const) {
    const by = added.filter((member) => member.stance === stance).map((member) => member.claim)
    if (by.length > 0) put(kind, words, by)
  }
  const points = figurePoints(now, later.reports, later.analysis.mutations)
  const earlierPoints = figurePoints(old, earlier.reports, earlier.analysis.mutations)
  const from = highest(earlierPoints)
  const to = highest(points)
  if (from && to && from.value !== to.value)
    put(
      to.value > from.value ? 'boundRose' : 'boundFell',
      `the figures reach ${number(to.value)}, after ${number(from.value)}`,
      to.value > from.value ? to.claims : from.claims,
    )
  const replaced = points.filter((point) => point.superseded && had.has(point.claim))
  const standing = new Set(earlierPoints.flatMap((point) => (point.superseded ? [] : [`${point.claim}${point.figure}`])))
  const newly = replaced.filter((point) => standing.has(`${point.claim}${point.figure}`))
  if (newly.length > 0)
    put(
      'figureSuperseded',
      `“${newly.map((point) => point.words).join('”, “')}” replaced by a later figure of the same origin`,
      newly.map((point) => point.claim),
    )
  if (added.length > 0)
    put(
      'newClaims',
      `${added.length} more ${added.length === 1 ? 'claim' : 'claims'}`,
      added.map((member) => member.claim),
    )
  return changes
}

/** The highest number that stands at the end, with the claims that state it. */
function highest(points: readonly FigurePoint[]): { value: number; claims: readonly string[] } | null {
  const last = envelope(points).at(-1)
  const standing = points.flatMap((point) => {
    const value = point.high ?? point.best ?? point.low
    return last?.claims.includes(point.claim) && value !== null ? [{ value, claim: point.claim }] : []
  })
  if (standing.length === 0) return null
  const value = Math.max(...standing.map((item) => item.value))
  return { value, claims: standing.filter((item) => item.value === value).map((item) => item.claim) }
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}
