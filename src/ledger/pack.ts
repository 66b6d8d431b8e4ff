import { gunzipSync, gzipSync } from 'node:zlib'
import type { Reading, Token } from '../model/index.ts'
import { canonical, sha256 } from './digest.ts'

/** The tokens of a Reading, a list a property. */
interface Columns {
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly lemma: readonly string[]
  readonly upos: readonly string[]
  readonly head: readonly (number | null)[]
  readonly deprel: readonly (string | null)[]
}

/**
 * A Reading as it is stored: gzipped JSON, its tokens by column (most of its size otherwise).
 * The digest is of the canonical JSON of that, so that it does not depend on the packing.
 */
export function pack(reading: Reading): { body: Uint8Array; digest: string } {
  const text = packedText(reading)
  return { body: gzipSync(text, { level: 5 }), digest: sha256(text) }
}

export function digestOf(reading: Reading): string {
  return sha256(packedText(reading))
}

function packedText(reading: Reading): string {
  const { tokens, ...rest } = reading
  const columns: Columns = {
    start: tokens.map((t) => t.start),
    end: tokens.map((t) => t.end),
    lemma: tokens.map((t) => t.lemma),
    upos: tokens.map((t) => t.upos),
    head: tokens.map((t) => t.head),
    deprel: tokens.map((t) => t.deprel),
  }
  return canonical({ ...rest, columns })
}

/**
 * The Reading that `pack` packed. Its tokens are laid out when they are asked for, and kept for the Readings last asked:
 * a situation of thousands of reports holds millions of them.
 * @throws Error when the bytes are no packed Reading
 */
export function unpack(body: Uint8Array): Reading {
  const { columns, ...rest } = JSON.parse(gunzipSync(body).toString('utf8')) as Omit<Reading, 'tokens'> & { columns: Columns }
  const compact = new CompactTokens(columns)
  return Object.defineProperty(rest, 'tokens', { enumerable: true, get: () => laidOut(compact) }) as Reading
}

/** How many Readings keep their tokens laid out. */
const KEPT = 64
const kept = new Map<CompactTokens, readonly Token[]>()

function laidOut(compact: CompactTokens): readonly Token[] {
  const known = kept.get(compact)
  if (known !== undefined) return known
  const tokens = compact.tokens()
  kept.set(compact, tokens)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return tokens
}

const NO_HEAD = -2

/** Tokens as they wait: numbers in one typed array, words shared between Readings. */
class CompactTokens {
  private readonly numbers: Int32Array
  private readonly lemma: readonly string[]
  private readonly upos: readonly string[]
  private readonly deprel: readonly (string | null)[]

  constructor({ start, end, head, lemma, upos, deprel }: Columns) {
    this.numbers = new Int32Array(start.length * 3)
    for (let i = 0; i < start.length; i++) {
      this.numbers[i * 3] = start[i]!
      this.numbers[i * 3 + 1] = end[i]!
      this.numbers[i * 3 + 2] = head[i] ?? NO_HEAD
    }
    this.lemma = lemma.map(shared)
    this.upos = upos.map(shared)
    this.deprel = deprel.map((relation) => (relation === null ? null : shared(relation)))
  }

  tokens(): readonly Token[] {
    const { numbers, lemma, upos, deprel } = this
    return lemma.map((word, i) => {
      const head = numbers[i * 3 + 2]!
      return {
        start: numbers[i * 3]!,
        end: numbers[i * 3 + 1]!,
        lemma: word,
        upos: upos[i]!,
        head: head === NO_HEAD ? null : head,
        deprel: deprel[i]!,
      }
    })
  }
}

/** The vocabulary of a situation is small beside its texts; cleared before a hostile one could fill the memory. */
const VOCABULARY = 300_000
const words = new Map<string, string>()

function shared(word: string): string {
  const known = words.get(word)
  if (known !== undefined) return known
  if (words.size > VOCABULARY) words.clear()
  words.set(word, word)
  return word
}
