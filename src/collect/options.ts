import type { Readable } from 'node:stream'

/** What the command line or the desk supplies where the input lacks it. What the input itself says wins. */
export interface Given {
  readonly title?: string
  readonly outlet?: string
  readonly published?: string
  readonly url?: string
  readonly language?: string
}

export interface Limits {
  /** Bytes of one file or response as it comes. */
  readonly bytes: number
  /** Bytes of anything after decompression. */
  readonly inflated: number
  /** UTF-16 code units of one working text. */
  readonly text: number
  /** Nesting of one HTML or JSON document. */
  readonly depth: number
}

/** Larger than any news report; small enough that a hostile file can't take the machine. */
export const LIMITS: Limits = { bytes: 64_000_000, inflated: 256_000_000, text: 2_000_000, depth: 2_000 }

export interface CollectOptions {
  readonly given: Given
  readonly now: () => Date
  readonly stdin: Readable
  readonly limits?: Limits
  /** Told how many inputs are known so far, for a progress bar. */
  readonly onFound?: (found: number) => void
  readonly fetch?: FetchOptions
}

export interface FetchOptions {
  readonly timeoutMs?: number
  /** For tests against a server on this machine: addresses that are let through although they are not public. */
  readonly alsoAllow?: (address: string, port: number) => boolean
}
