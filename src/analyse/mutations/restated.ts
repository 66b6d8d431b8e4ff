import { type Cell, cellAt, type Figure } from '../../model/index.ts'
import type { Proposition } from '../questions/proposition.ts'
import type { ClaimView } from '../view.ts'
import { anchor } from './related.ts'
import { retells } from './retelling.ts'
import { type Rule, type Stated, sameThing, sideOf } from './rule.ts'

/** Numbers so near each other may be one number, rounded. */
const ROUNDED = 0.05
/** The same where one of them is hedged. */
const HEDGED = 0.15

/** Everything but the number or the day is said alike: the same act on the same thing by and towards the same. */
export function sameStatement(a: Proposition, b: Proposition): boolean {
  return (
    a.act !== null &&
    a.act === b.act &&
    sameThing(a, b) &&
    a.frame === b.frame &&
    a.role === b.role &&
    a.stance === 'asserts' &&
    b.stance === 'asserts' &&
    sideOf(a).join() === sideOf(b).join() &&
    a.goals.join() === b.goals.join() &&
    a.modifiers.join() === b.modifiers.join()
  )
}

/** Retold with another number: not rounded, not converted, not an update by the source, and neither report has the other's number. */
export const figureChanged: Rule = (before, after, ground) => {
  if (!before.figure || !after.figure || !sameStatement(before.p, after.p)) return null
  if (before.figure.kind !== after.figure.kind || before.figure.unit !== after.figure.unit) return null
  if (before.figure.bound !== after.figure.bound || before.figure.vague !== null || after.figure.vague !== null) return null
  const [a, b] = [anchor(before.figure), anchor(after.figure)]
  if (a === null || b === null || a === b) return null
  const slack = before.figure.approximate || after.figure.approximate ? HEDGED : ROUNDED
  if (Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b))) return null
  if (before.p.day !== null && after.p.day !== null && before.p.day !== after.p.day) return null
  if (states(before.p.claim, b) || states(after.p.claim, a) || counted(before) > 1 || counted(after) > 1) return null
  const link = retells(before.p.claim, after.p.claim, ground)
  if (link === null) return null
  return {
    kind: 'figureChanged',
    before: [before.figure.cell],
    after: [after.figure.cell],
    why: `another number in the same statement: “${before.figure.cell.text}” became “${after.figure.cell.text}”`,
    link,
  }
}

/** A report that holds the number too may have it from there. */
function states(claim: ClaimView, value: number): boolean {
  return [...claim.view.figures.values()].some(({ low, best, high }) => low === value || best === value || high === value)
}

/** Figures of one sort in a claim: where there are two, which of them is retold cannot be told. */
function counted({ p, figure }: Stated): number {
  return p.claim.claim.figures
    .map((id) => p.claim.view.figures.get(id))
    .filter((other): other is Figure => other !== undefined && other.kind === figure?.kind && other.unit === figure.unit).length
}

/** Retold as of another day, with the same number or in the same words. */
export const timeShifted: Rule = (before, after, ground) => {
  if (before.p.day === null || after.p.day === null || before.p.day === after.p.day) return null
  if (!sameStatement(before.p, after.p) || before.p.frame !== 'done') return null
  const [a, b] = [before.figure, after.figure].map((figure) => (figure ? anchor(figure) : null))
  if (a !== b || sideOf(before.p).length + before.p.goals.length === 0) return null
  const from = timeCell(before.p)
  const to = timeCell(after.p)
  const link = retells(before.p.claim, after.p.claim, ground)
  // A reprint that still says "yesterday" shifts nothing: its date does
  if (from === null || to === null || link === null || from.text.toLowerCase() === to.text.toLowerCase()) return null
  return {
    kind: 'timeShifted',
    before: [from],
    after: [to],
    why: `the same deed on another day: “${from.text}” became “${to.text}”`,
    link,
  }
}

/** The words that give the day on which it happened. */
function timeCell({ claim, day }: Proposition): Cell | null {
  for (const id of claim.claim.times) {
    const time = claim.view.times.get(id)
    if (time?.granularity !== 'day' || time.earliest === null) continue
    if (Math.floor(Date.parse(`${time.earliest.slice(0, 10)}T00:00:00Z`) / 86_400_000) !== day) continue
    return cellAt(claim.view.report.text, time.cell.start, time.cell.end)
  }
  return null
}
