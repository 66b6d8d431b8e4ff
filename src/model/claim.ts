import type { ModelReader, SameClaim } from './second.ts'
import type { Cell, Cells } from './span.ts'

/** How far the text commits itself to the content. */
export type Modality = 'asserted' | 'reported' | 'believed' | 'possible' | 'planned' | 'denied' | 'cannotConfirm'

export type Polarity = 'affirmed' | 'negated'

export type Quotation = 'direct' | 'indirect' | 'mixed' | 'none'

/** Who speaks, by kind. `unstated` is a hedge without a source ("reportedly", "is said to"). */
export type SpeakerKind = 'person' | 'body' | 'outlet' | 'document' | 'image' | 'anonymous' | 'collective' | 'unstated'

/** The sort of words that attribute. */
export type CueKind = 'verb' | 'accordingTo' | 'noun' | 'adverb' | 'passive' | 'colon' | 'quoteOnly'

/**
 * One link of an attribution chain as the text gives it. In a claim's `chain` the first link is the nearest to
 * the outlet that carries the report (the relay), the last is the nearest to the origin.
 */
export interface Attribution {
  /** Empty when no source is stated. */
  readonly source: Cells
  readonly cue: Cells
  readonly cueKind: CueKind
  readonly speaker: SpeakerKind
  /** The entity that the source cells name, within this Reading; null when none. */
  readonly entity: string | null
}

/** Who did what to whom: the predicate with its arguments, so that "sent" differs from "could send". */
export interface Event {
  readonly predicate: Cell
  /** Lower-case lemma of the predicate: "dispatched" → "dispatch". */
  readonly lemma: string
  readonly negated: boolean
  /** Where the text places it: already so, going on, meant to happen, or only possible. */
  readonly frame: 'done' | 'ongoing' | 'planned' | 'possible'
  /** The doer, as written; null when unstated (a passive without "by"). */
  readonly agent: Cell | null
  /** What or whom it was done to; for an intransitive, null. */
  readonly patient: Cell | null
}

/** One claim of a Reading. Ids of figures, times, … refer to lists of the same Reading. */
export interface Claim {
  /** `c1`, `c2`, … in text order within the Reading. */
  readonly id: string
  /** What is claimed: cells in text order. Never empty. */
  readonly content: Cells
  readonly polarity: Polarity
  readonly modality: Modality
  /** The modal, verb, adverb or negation that shows modality or polarity; empty for plain assertion. */
  readonly modalityCues: Cells
  readonly quotation: Quotation
  /** From the carrier's side to the origin's; empty for a narrator claim. */
  readonly chain: readonly Attribution[]
  /** The claim that this one is nested in ("the minister said that [the agency believes …]"); null at top level. */
  readonly parent: string | null
  readonly events: readonly Event[]
  readonly figures: readonly string[]
  /** When the event of the claim was or will be: the times that its content gives. */
  readonly times: readonly string[]
  /** When it was said, where the text dates the saying ("officials said [on Tuesday]"); null when it does not. */
  readonly said: string | null
  /** When the report that carries it was published: ISO 8601 date or date-time; null when that is not known. */
  readonly reported: string | null
  readonly places: readonly string[]
  readonly entities: readonly string[]
  /** "based on intelligence gathered": the words that give the basis. */
  readonly basis: Cells
  readonly evidence: readonly string[]
  /** "aligns with", "corroborated by": this claim is said to agree (or not) with another of the Reading. */
  readonly agreements: readonly Agreement[]
  /** Name of the rule or model that made it: shown by `--explain`. */
  readonly rule: string
  /** Set where a second reader alone found it: its model. Absent for claims of the Reading's own reader. */
  readonly reader?: ModelReader
  /** Set where a second reader found it too: what that one made of it. */
  readonly second?: SameClaim
  /** Probability that its cue attributes, by the learned model, to two places; absent where a rule alone speaks for it. */
  readonly score?: number
}

/** The text itself says that two claims agree or conflict. */
export interface Agreement {
  readonly kind: 'corroborates' | 'contradicts'
  /** The claim in the same Reading that it is said to agree or conflict with; null when the text names none that was found. */
  readonly with: string | null
  /** "aligns with", "was corroborated by". */
  readonly cue: Cell
}
