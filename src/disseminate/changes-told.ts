import type { ChangesBlock, Statement } from '../model/index.ts'
import type { Citations } from './citations.ts'
import type { SituationView } from './situation-view.ts'
import { atStart } from './wording.ts'

/** A change as the analysis finds it. */
export interface ChangeIn {
  readonly kind: string
  readonly what: string
  readonly by: readonly string[]
}

/** Kinds that a reader is told one by one; new claims and questions are counted. */
const COUNTED = new Set(['newClaims', 'newQuestion'])
const MOST = 12
/** Passages cited for one change. */
const CITED = 4

/** What moved since a day, the weightiest first, each with the claims that moved it. */
export function changesTold(
  since: string,
  changes: readonly ChangeIn[],
  view: SituationView,
  citations: Citations,
): ChangesBlock {
  const reports = new Map(view.reports.map((report) => [report.version, report]))
  const told: (Statement & { kind: string })[] = []
  for (const { kind, what, by } of changes) {
    if (COUNTED.has(kind) || told.length === MOST) continue
    const cited = by.slice(0, CITED).flatMap((id) => {
      const claim = view.claims.get(id)
      if (claim) return [citations.claim(claim)]
      const report = reports.get(id)
      return report ? [citations.passage({ report }, 0, firstLine(report.text))] : []
    })
    if (cited.length > 0)
      told.push({ kind, text: `${atStart(what)}${/[.!?]$/.test(what) ? '' : '.'}`, citations: [...new Set(cited)] })
  }
  return { since, statements: told, further: changes.length - told.length }
}

function firstLine(text: string): number {
  const end = text.indexOf('\n')
  return Math.min(end <= 0 ? text.length : end, 200)
}
