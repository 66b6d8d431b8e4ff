import type { Analysis, Question, Reconciliation } from '../../model/index.ts'

/** What was worked out of figures that answer a question, what does not add up first. */
export function reconciliationsOf(question: Question, analysis: Pick<Analysis, 'reconciliations'>): readonly Reconciliation[] {
  const members = new Map(question.members.map(({ claim, figures }) => [claim, new Set(figures)]))
  const own = analysis.reconciliations.filter(({ terms }) =>
    terms.some(({ claims, figure }) => claims.some((claim) => members.get(claim)?.has(figure))),
  )
  return [...own].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))
}

const ORDER: readonly Reconciliation['verdict'][] = ['mismatch', 'implies', 'agrees']
