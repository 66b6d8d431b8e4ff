import type { Citation } from './lineage.ts'

/** What changed between a claim and what a later report makes of it. */
export type MutationKind =
  | 'modalityEscalated'
  | 'boundDropped'
  | 'totalBecameIncrement'
  | 'incrementBecameTotal'
  | 'actorChanged'
  | 'unitChanged'
  | 'figureChanged'
  | 'sourceUpgraded'
  | 'sourceLost'
  | 'evidenceReattributed'
  | 'timeShifted'
  | 'negationLost'
  | 'placeChanged'

/** A change of meaning, with both passages side by side. A false accusation is worse than a miss: only what can be shown is listed. */
export interface Mutation {
  /** `m-` and a digest of both claims and the kind. */
  readonly id: string
  readonly kind: MutationKind
  /** Ledger id of the earlier claim. */
  readonly before: string
  /** Ledger id of the later claim. */
  readonly after: string
  /** The words of each that differ: first of `before`, then of `after`. */
  readonly proof: readonly [Citation, Citation]
  /** Plain words: "the plan for 12,000 became a fact". */
  readonly why: string
}
