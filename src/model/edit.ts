import type { Reliability } from './source.ts'

/** What an analyst changed. Append-only: an undo is a new entry that points at what it takes back. */
export type Edit =
  | { readonly id: string; readonly kind: 'mergeSources'; readonly keep: string; readonly merge: string }
  | { readonly id: string; readonly kind: 'splitSurface'; readonly source: string; readonly surface: string }
  /** How far a source is trusted; a later grade takes the place of an earlier one. */
  | { readonly id: string; readonly kind: 'gradeSource'; readonly source: string; readonly reliability: Reliability }
  /** Takes a report (by id), a claim or a source (by id) out of what is weighed; nothing is deleted. */
  | { readonly id: string; readonly kind: 'withdraw'; readonly target: string; readonly why: string }
  | { readonly id: string; readonly kind: 'undo'; readonly edit: string }
