import type { CueKind } from '../../model/index.ts'
import type { Range } from '../grammar/page.ts'
import type { VerbFamily } from '../lexicon/verbs.ts'

/** One attribution as a rule found it, in token ranges; `assemble` makes claims out of drafts. */
export interface Draft {
  source: Range[]
  cue: Range[]
  content: Range[]
  cueKind: CueKind
  /** Which rule made it: shown by `--explain`. */
  rule: string
  family: VerbFamily | 'hedge' | 'colon' | 'according' | 'noun'
  /** Lemma of the cue's verb or noun. */
  lemma: string
  /** For a relative pronoun as source: what it stands for. */
  antecedent: Range | null
  /** Index of the cue's verb group; -1 without. */
  verb: number
  /** Where the draft's own words begin: source or cue, whichever is first. */
  readonly at: number
}

export function draft(parts: Omit<Draft, 'at' | 'antecedent' | 'verb'> & Partial<Pick<Draft, 'antecedent' | 'verb'>>): Draft {
  let at = Number.POSITIVE_INFINITY
  for (const range of [...parts.source, ...parts.cue]) at = Math.min(at, range.first)
  if (at === Number.POSITIVE_INFINITY) at = parts.content[0]?.first ?? 0
  return { antecedent: null, verb: -1, ...parts, at }
}

export function size(ranges: readonly Range[]): number {
  let n = 0
  for (const range of ranges) n += range.end - range.first
  return n
}
