import type { Extractor, Metadata } from '../model/index.ts'
import type { Limits } from './options.ts'

/** What an extractor is told besides the bytes. */
export interface Hints {
  /** The address that the bytes were fetched from; null for a file. */
  readonly url: string | null
  /** The charset that a header declares; null when none does. */
  readonly charset: string | null
  readonly limits: Limits
}

/** Text and metadata out of one document's bytes, before they become working text. */
export interface Extracted {
  readonly extractor: Extractor
  readonly text: string
  readonly metadata: Metadata
  readonly warnings: readonly string[]
}

/**
 * Makes text out of the bytes of one document: pure, so that it can be made again from the archive.
 * @throws Refusal with the reason when it can't
 */
export type Extract = (bytes: Uint8Array, hints: Hints) => Promise<Extracted>
