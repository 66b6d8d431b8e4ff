import type { Figure, ReadReport, Reconciliation, ReconciliationKind } from '../../model/index.ts'

/** What a check found in one report: the figures and what comes out of them. */
export interface Found {
  readonly kind: ReconciliationKind
  readonly verdict: Reconciliation['verdict']
  readonly figures: readonly Figure[]
  readonly arithmetic: string
  readonly why: string
}

/** The counted figures of one sentence with the text they stand in. */
export interface Stretch {
  readonly report: ReadReport
  readonly figures: readonly Figure[]
  /** The sentence's text, and where it begins in the report. */
  readonly text: string
  readonly start: number
  /** The same of the sentence behind it in the same paragraph; null at its end. */
  readonly next: Stretch | null
}

/** The words between two figures of a report. */
export function between({ report }: Stretch, a: Figure, b: Figure): string {
  return report.text.slice(a.cell.end, b.cell.start).replace(/\s+/gu, ' ')
}
