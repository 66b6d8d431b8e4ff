import type { Cell } from './span.ts'

export type EvidenceKind = 'imagery' | 'video' | 'audio' | 'document' | 'object' | 'witness' | 'intelligence' | 'data'

/**
 * Something that is said to show a claim. What each kind can and cannot show is in `WHAT_EVIDENCE_SHOWS`;
 * an item says only that the text mentions it, never that anybody here saw it.
 */
export interface EvidenceItem {
  readonly id: string
  readonly kind: EvidenceKind
  /** The words that name it: "aerial photographs showing large gatherings". */
  readonly cell: Cell
  /** Who offers it, as the text gives it ("the NIS released …"); null when unstated. */
  readonly holder: Cell | null
  /** Ids of the claims in the same Reading that it bears on. */
  readonly bearsOn: readonly string[]
}

/** By kind, what an item of it can show and what it cannot. Shown beside every item. */
export const WHAT_EVIDENCE_SHOWS: Readonly<Record<EvidenceKind, { readonly can: string; readonly cannot: string }>> = {
  imagery: {
    can: 'that something was at a place, once its place and time are established',
    cannot: 'who the people are, what they intend, or how many there are elsewhere',
  },
  video: {
    can: 'that something happened in view of the camera, once its place and time are established',
    cannot: 'what happened before, after or out of frame',
  },
  audio: { can: 'what was said, once the speaker is established', cannot: 'whether what was said is true' },
  document: { can: 'what its author wrote, once it is shown to be genuine', cannot: 'whether it was carried out' },
  object: {
    can: 'that a thing was recovered, and often what type it is',
    cannot: 'by itself when it was supplied or how many there were',
  },
  witness: { can: 'what one person says they saw', cannot: 'what that person could not see' },
  intelligence: { can: 'that a service says it has grounds', cannot: 'the grounds themselves, which cannot be checked' },
  data: { can: 'what was recorded by the method used', cannot: 'what the method does not count' },
}
