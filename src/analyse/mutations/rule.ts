import { type Cell, type Figure, hull, type MutationKind } from '../../model/index.ts'
import type { Proposition } from '../questions/proposition.ts'
import { type ClaimView, joined } from '../view.ts'
import type { Ground } from './related.ts'

export interface Stated {
  readonly p: Proposition
  readonly figure: Figure | null
}

export interface Finding {
  readonly kind: MutationKind
  readonly before: readonly Cell[]
  readonly after: readonly Cell[]
  readonly why: string
  /** How the later rests on the earlier, where the finding itself shows it. */
  readonly link?: string
}

export type Rule = (before: Stated, after: Stated, ground: Ground) => Finding | null

const CERTAIN = new Set(['asserted', 'reported'])

/** What is said to be so, as against what is meant, possible, believed or denied. */
export function isFact(p: Proposition): boolean {
  return (p.frame === 'done' || p.frame === 'ongoing') && CERTAIN.has(p.claim.claim.modality) && p.stance === 'asserts'
}

export function isOpen(p: Proposition): boolean {
  return (p.frame === 'planned' || p.frame === 'possible') && p.stance === 'asserts'
}

export function sameThing(a: Proposition, b: Proposition): boolean {
  return a.theme !== null && a.theme === b.theme && a.measure === b.measure
}

/** No side that both state speaks against it: doers, owners and places share one where both name any. */
export function partiesMeet(a: Proposition, b: Proposition): boolean {
  const meet = (left: readonly string[], right: readonly string[]): boolean =>
    left.length === 0 || right.length === 0 || left.some((party) => right.includes(party))
  return meet(sideOf(a), sideOf(b)) && meet(a.goals, b.goals)
}

export function words(p: Proposition, figure: Figure | null): readonly Cell[] {
  const cells: Cell[] = [...p.claim.claim.modalityCues]
  if (p.event) cells.push(p.event.predicate)
  if (figure) cells.push(figure.cell)
  const [first] = p.claim.claim.content
  const span = hull(cells)
  return span && first && span.end - span.start > 200 ? (figure ? [figure.cell] : [first]) : cells
}

export function quote(claim: ClaimView, cells: readonly Cell[]): string {
  const span = hull(cells)
  return span ? claim.view.report.text.slice(span.start, span.end).replace(/\s+/gu, ' ') : joined(claim.claim.content)
}

/** The doer's side: who does it, or whose people they are. */
export function sideOf(p: Proposition): readonly string[] {
  const doers = p.doers.filter((key) => /^[A-Z]{2}$/.test(key))
  return doers.length > 0 ? doers : p.owners
}
