import type { SpeakerKind } from './claim.ts'

/** One identity across surfaces and reports. Made by `analyse`, changed only by an analyst's edits, always reversible. */
export interface Source {
  /** `s-` and a digest of its founding surface: the same reports give the same ids in any order. */
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly surfaces: readonly SourceSurface[]
  /** Set by an analyst, never by the program; left out where nobody has graded it. */
  readonly graded?: { readonly reliability: Reliability; readonly edit: string }
}

/** Reliability of a source on the Admiralty scale (NATO AJP-2.1): A completely reliable … E unreliable; F cannot be judged, no number in any calculation. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export const RELIABILITY: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
}

/** One way in which reports name a source, and why it was taken for this one. */
export interface SourceSurface {
  readonly surface: string
  readonly mentions: number
  /** Plain words: "introduced as an acronym in r7k2m9qx.1", "same head and modifiers", "merged by an analyst". */
  readonly why: string
}
