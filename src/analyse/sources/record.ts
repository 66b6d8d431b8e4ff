import type { Analysis } from '../../model/index.ts'

/** What the ledger shows of a source: nothing that grades it, something to grade it by. Counts of questions and claims. */
export interface SourceRecord {
  /** Claims in whose chain it stands. */
  readonly claims: number
  /** Questions that it is an origin of. */
  readonly questions: number
  /** Of these, with another independent origin too. */
  readonly borneOut: number
  /** Of these, denied or doubted by somebody. */
  readonly disputed: number
}

/** The record of a source in a situation; how credible single claims are is left out, so that the two gradings stay apart. */
export function recordOf(id: string, analysis: Pick<Analysis, 'questions' | 'chains'>): SourceRecord {
  const own = analysis.questions.filter(({ origins }) => origins.some((origin) => origin.id === id))
  return {
    claims: Object.values(analysis.chains).filter((chain) => chain.includes(id)).length,
    questions: own.length,
    borneOut: own.filter(({ origins }) => origins.length > 1).length,
    disputed: own.filter(({ members }) => members.some(({ stance }) => stance === 'denies' || stance === 'doubts')).length,
  }
}
