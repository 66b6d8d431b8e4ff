import type { Edit } from './edit.ts'
import type { Mutation } from './mutation.ts'
import type { Disagreement, Question } from './question.ts'
import type { Reading } from './reading.ts'
import type { Reconciliation } from './reconciliation.ts'
import type { Metadata } from './report.ts'
import type { Source } from './source.ts'

/** One current version of a report with its Reading: what `analyse` and `disseminate` look at. */
export interface ReadReport {
  /** `r7k2m9qx`: digest of the report's address. */
  readonly report: string
  /** `r7k2m9qx.1`: the version. Claims are `r7k2m9qx.1.c3`. */
  readonly version: string
  readonly address: string
  readonly capturedAt: string
  readonly sha256: string
  readonly text: string
  readonly metadata: Metadata
  readonly reading: Reading
}

export interface SituationInput {
  readonly reports: readonly ReadReport[]
  /** The analyst's edits in the order they were made, undone ones left out. */
  readonly edits: readonly Edit[]
  /** What `analyse` gives as `copies` for these reports with none withdrawn, where an index knows it; found anew when left out. */
  readonly copies?: readonly Copy[]
}

/** Everything that `analyse` derives from the Readings of one situation. Deterministic and independent of their order. */
export interface Analysis {
  readonly version: { readonly name: string; readonly version: string }
  readonly sources: readonly Source[]
  /** Ledger id of a claim → id of the resolved source of each link of its chain, in the chain's order; null where none is stated. */
  readonly chains: Readonly<Record<string, readonly (string | null)[]>>
  readonly questions: readonly Question[]
  readonly disagreements: readonly Disagreement[]
  /** Reports whose text is near-identical to, or contained in, an earlier one's. */
  readonly copies: readonly Copy[]
  /** Changes of meaning between a claim and what a later report makes of it, by time of the later one. */
  readonly mutations: readonly Mutation[]
  /** Figures of a report that imply each other, worked out; in the order of the reports. */
  readonly reconciliations: readonly Reconciliation[]
  /** Claims that stand in no question, and why: nothing is dropped silently. */
  readonly outside: readonly OutsideClaim[]
  /** Other ids that a question has had or might have had → the id it has now. */
  readonly formerIds?: Readonly<Record<string, string>>
  /** Edits of questions that a later edit took over, or that find nothing to hold; left out where there are none. */
  readonly overruled?: readonly { readonly edit: string; readonly why: string }[]
}

/** A claim that answers no question. */
export interface OutsideClaim {
  /** Ledger id of the claim. */
  readonly claim: string
  /** Plain words: "narrator's statement that nobody else speaks to". */
  readonly why: string
}

export interface Copy {
  /** The version that copies. */
  readonly version: string
  /** The earliest version that holds its text. */
  readonly of: string
  /** Share of the copy's shingles that stand in the other, 0 to 1. */
  readonly containment: number
}

/** What is looked at of a report to tell whether it copies another. */
export type CopyText = Pick<ReadReport, 'version' | 'text' | 'metadata'>

/** A report whose sketch has something in common with that of another, as an index finds it. */
export interface Near {
  readonly report: CopyText
  /** How many numbers its sketch has, and how many of them it has in common with the other. */
  readonly sampled: number
  readonly common: number
  /** The report that it is known to copy; null when it copies none. */
  readonly of: Pick<CopyText, 'version' | 'metadata'> | null
}

/** How copies are found one arrival at a time; the ledger keeps and looks up the rows, and knows nothing of the method. */
export interface CopyRules {
  /** Rows made by other rules are made anew. */
  readonly version: number
  /** The numbers by which reports near a text are looked up, each once; none for a text that is not compared. */
  readonly sketch: (text: string) => readonly number[]
  /** How many numbers a copy's sketch, of so many, has in common with its original's at least: one in `near`, and one. */
  readonly near: number
  /** The links that are new or changed when a report arrives, from all reports near it. */
  readonly arrival: (report: CopyText, near: readonly Near[]) => readonly Copy[]
  /** What a report copies, from all reports near it. */
  readonly originalOf: (report: CopyText, near: readonly Near[]) => Copy | null
}
