import { readContainer, sectionOf } from '../../syntax/container.ts'
import { Linear, type Scorer } from '../../syntax/linear.ts'

/** Weights of the attribution tagger and linker, as `train` writes them; read once, used for every text. */
export interface AttributionModel {
  /** Whether a word heads a cue: one class, log-odds in units of `unit`. */
  readonly cues: Scorer
  /** What a word is to a cue: classes of `ROLE`. */
  readonly words: Scorer
  /** What a word is when the one before is something: class `before * ROLES + role`. */
  readonly steps: Scorer
  /** What one step of a score is worth in log-odds. */
  readonly unit: number
  /** Hashes of lemmas, other than verbs and the lexicon's nouns, that headed cues in training. */
  readonly known: ReadonlySet<number>
  /** Least probability at which a word is taken for the head of a cue. */
  readonly threshold: number
  /** The same for words within what somebody is said to say. */
  readonly inner: number
}

/** What the weights file says of itself. */
export interface AttributionHeader {
  readonly unit: number
  readonly threshold: number
  readonly inner: number
  readonly known: readonly number[]
}

/** @throws Error when the bytes are no attribution weights */
export function openAttributionModel(bytes: Uint8Array): AttributionModel {
  const file = readContainer<AttributionHeader>(bytes, 'attribution')
  return {
    cues: Linear.read(sectionOf(file, 'cues')),
    words: Linear.read(sectionOf(file, 'words')),
    steps: Linear.read(sectionOf(file, 'steps')),
    unit: file.header.unit,
    known: new Set(file.header.known),
    threshold: file.header.threshold,
    inner: file.header.inner,
  }
}
