/** What is known of a published item besides its text. What the input does not say stays null: nothing is guessed. */
export interface Metadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  /** ISO 8601, as precise as the input gives it: `2024-10-18` or `2024-10-18T09:30:00Z`. */
  readonly published: string | null
  /** BCP 47 primary tag, e.g. `en`. */
  readonly language: string | null
  /** The address that the item itself names as canonical. */
  readonly canonical: string | null
  readonly licence: string | null
}

export const NO_METADATA: Metadata = Object.freeze({
  title: null,
  outlet: null,
  author: null,
  published: null,
  language: null,
  canonical: null,
  licence: null,
})

/** The named, versioned program that made the working text out of the archived bytes. */
export interface Extractor {
  readonly name: string
  readonly version: string
}

/** The archived original: bytes under their SHA-256, with how they were obtained. */
export interface Capture {
  /** Lower-case hex SHA-256 of the original bytes. */
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  /** Where the item came from: a web address, a file path, or `-` for standard input. */
  readonly address: string
  /** When it was captured: ISO 8601, UTC; passed in, never read from a clock in the core. */
  readonly capturedAt: string
  /** Response or mail headers, lower-case names; empty for files. */
  readonly headers: Readonly<Record<string, string>>
}

/** One published item in one version: what collection hands to the ledger. */
export interface CollectedReport {
  readonly capture: Capture
  /** The item's identity: canonical or given web address, else the file path (with `#id` inside a multi-document file). */
  readonly address: string
  readonly extractor: Extractor
  /** The working text: every span in the ledger counts its UTF-16 code units. Never changed once stored. */
  readonly text: string
  readonly metadata: Metadata
}

/** Why an input could not become a report. Part of the API: scripts match on it. */
export type RefusalReason =
  | 'not found'
  | 'unreadable'
  | 'empty'
  | 'too large'
  | 'not text'
  | 'unknown format'
  | 'malformed'
  | 'refused address'
  | 'robots'
  | 'http error'
  | 'timeout'
  | 'network'
  | 'not stored'

/** Outcome of collecting one item: a batch goes on, a person learns what and why. */
export type Collected =
  | { readonly ok: true; readonly report: CollectedReport; readonly bytes: Uint8Array; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly address: string; readonly reason: RefusalReason; readonly detail: string }

/** What `read` needs of a report; all it may look at. */
export interface Readable {
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly language: string | null
}
