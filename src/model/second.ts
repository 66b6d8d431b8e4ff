import type { Attribution, Claim, Modality, Polarity } from './claim.ts'
import type { Reading } from './reading.ts'
import type { Cells } from './span.ts'

/** A language model behind an endpoint, with all that its answer hangs on. */
export interface ModelReader {
  /** The model that was asked for. */
  readonly model: string
  /** What the server says has answered. */
  readonly version: string
  /** The first 12 hex digits of the SHA-256 of instructions and schema. */
  readonly prompt: string
}

/** What the second reader made of a claim that both found. Kept beside the first reader's, so that the claim counts once. */
export interface SameClaim {
  readonly reader: ModelReader
  readonly content: Cells
  readonly chain: readonly Attribution[]
  readonly polarity: Polarity
  readonly modality: Modality
}

/** How a second reader fared on one report. Counts are of attributed claims: it is not asked for the report's own statements. */
export interface SecondReading {
  readonly reader: ModelReader
  readonly same: number
  readonly onlyFirst: number
  readonly onlySecond: number
  /** Claims of its answers that were not kept: a quotation not in the text, a shape other than the asked one. */
  readonly dropped: number
  /** Tokens spent, as the server counts or as estimated, whichever is more. */
  readonly tokens: number
  /** Why it did not answer for the whole text; null when it did. */
  readonly failed: string | null
}

export type ReaderAgreement = 'same' | 'onlyFirst' | 'onlySecond'

/** Which of the two readers found a claim; null where no second reader answered, or was not asked for such a claim. */
export function readerAgreement(claim: Claim, reading: Reading): ReaderAgreement | null {
  if (reading.second === undefined) return null
  if (claim.reader !== undefined) return 'onlySecond'
  if (claim.second !== undefined) return 'same'
  return claim.chain.length === 0 || reading.second.failed !== null ? null : 'onlyFirst'
}
