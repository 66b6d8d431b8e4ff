import type { Claim } from './claim.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Figure } from './figure.ts'
import type { Toponym } from './place.ts'
import type { SecondReading } from './second.ts'
import type { Cell, Span } from './span.ts'
import type { TimeExpression } from './time.ts'

export interface Token extends Span {
  /** Lower-case dictionary form. */
  readonly lemma: string
  /** Universal part-of-speech tag. */
  readonly upos: string
  /** Index of the syntactic head in the Reading's tokens, -1 for a root; null when the reader has no parse. */
  readonly head: number | null
  /** Universal dependency relation to the head; null when the reader has no parse. */
  readonly deprel: string | null
}

export interface Sentence extends Span {
  /** Tokens `[firstToken, endToken)` of the Reading. */
  readonly firstToken: number
  readonly endToken: number
  /** Index of the paragraph, from 0. */
  readonly paragraph: number
}

export type EntityKind = 'person' | 'organisation' | 'place' | 'group' | 'weapon' | 'outlet' | 'other'

/** Everything in one report that is one thing: "South Korea's intelligence agency", "the NIS", "the intelligence agency". */
export interface Entity {
  /** `e1`, `e2`, … by first mention. */
  readonly id: string
  readonly kind: EntityKind
  /** The fullest name in the text. */
  readonly name: string
  /** Other names that the text uses for it, sorted: acronyms, short names. Descriptions and pronouns are not names. */
  readonly aliases: readonly string[]
  readonly mentions: readonly Mention[]
}

export interface Mention {
  readonly cell: Cell
  readonly form: 'name' | 'acronym' | 'short' | 'title' | 'description' | 'pronoun'
}

/** Which rules and models made a Reading: stored with it, so that a report can be read again and compared. */
export interface ReaderVersion {
  readonly name: string
  readonly version: string
}

/** What was read from one working text. Pure data: the same text, metadata and reader give the same Reading. */
export interface Reading {
  readonly reader: ReaderVersion
  readonly language: string | null
  /** Set when the text was not read, or not wholly: "language ko is not read yet". Nothing is dropped silently. */
  readonly notes: readonly string[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly entities: readonly Entity[]
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
  readonly places: readonly Toponym[]
  readonly evidence: readonly EvidenceItem[]
  /** In text order; those that a second reader alone found come after, in an order of their own. */
  readonly claims: readonly Claim[]
  /** Set where a second reader was asked. */
  readonly second?: SecondReading
}
