import type { SpeakerKind } from './claim.ts'

/** One identity across surfaces and reports. Made by `analyse`, changed only by an analyst's edits, always reversible. */
export interface Source {
  /** `s-` and a digest of its founding surface: the same reports give the same ids in any order. */
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly surfaces: readonly SourceSurface[]
}

/** One way in which reports name a source, and why it was taken for this one. */
export interface SourceSurface {
  readonly surface: string
  readonly mentions: number
  /** Plain words: "introduced as an acronym in r7k2m9qx.1", "same head and modifiers", "merged by an analyst". */
  readonly why: string
}
