import type { Analysis, ArithmeticRow } from '../model/index.ts'
import type { Citations } from './citations.ts'
import type { SituationView } from './situation-view.ts'
import { atStart } from './wording.ts'

/** What does not add up first, then what follows from figures and nobody states. What agrees needs no telling. */
export function arithmeticRows(analysis: Analysis, view: SituationView, citations: Citations): ArithmeticRow[] {
  const reports = new Map(view.reports.map((report) => [report.version, report]))
  const told = new Set<string>()
  return (['mismatch', 'implies'] as const).flatMap((verdict) =>
    analysis.reconciliations.flatMap((item): ArithmeticRow[] => {
      const report = reports.get(item.version)
      const why = `${atStart(item.why)}.`
      // The same sum in ten copies of one story is one sum
      if (item.verdict !== verdict || !report || told.has(`${item.kind} ${why}`)) return []
      told.add(`${item.kind} ${why}`)
      const cited = item.terms.map((term) => {
        const claim = term.claims.map((id) => view.claims.get(id)).find((found) => found !== undefined)
        return claim ? citations.claim(claim) : citations.passage({ report }, term.start, term.end)
      })
      const by = report.metadata.outlet ?? 'one report'
      return [{ kind: item.kind, verdict, text: `${why.slice(0, -1)} (${by}).`, citations: [...new Set(cited)] }]
    }),
  )
}
