import type { Span } from './span.ts'

/** What figures of one report imply of each other. */
export type ReconciliationKind = 'content' | 'parts' | 'percent' | 'change' | 'rate'

/**
 * Figures that imply each other, worked out. `agrees` and `mismatch` say whether a stated figure is what the others make;
 * `implies` is a figure that nobody states and that follows from two that somebody does.
 */
export interface Reconciliation {
  readonly kind: ReconciliationKind
  readonly verdict: 'agrees' | 'mismatch' | 'implies'
  /** Version of the report that states them. */
  readonly version: string
  /** The figures in the order of the arithmetic, each to the character. */
  readonly terms: readonly ReconciledFigure[]
  /** The sum itself: "8,000,000 ÷ 13,000 = 615". */
  readonly arithmetic: string
  /** In plain words, with the sum: what is checked and what comes out. */
  readonly why: string
}

export interface ReconciledFigure extends Span {
  /** Id of the figure in its Reading. */
  readonly figure: string
  /** Ledger ids of the claims that hold it, outermost first; empty for a figure outside any claim. */
  readonly claims: readonly string[]
  readonly text: string
}
