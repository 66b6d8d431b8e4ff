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
  /** Whom the source cites in turn ("citing two officials"): further links towards the origin. */
  links: { source: Range; cue: Range }[]
  /** Who passes it on ("cited by the agency"): a link before the source. */
  relay: { source: Range; cue: Range } | null
  /** Index of the cue's verb group; -1 without. */
  verb: number
  /** Probability that the learned model gives its cue; null where only a rule speaks for it. */
  score: number | null
  /** Where the draft's own words begin: source or cue, whichever is first. */
  readonly at: number
}

type Optional = 'antecedent' | 'verb' | 'links' | 'relay' | 'score'

export function draft(parts: Omit<Draft, 'at' | Optional> & Partial<Pick<Draft, Optional>>): Draft {
  let at = Number.POSITIVE_INFINITY
  for (const range of [...parts.source, ...parts.cue]) at = Math.min(at, range.first)
  if (at === Number.POSITIVE_INFINITY) at = parts.content[0]?.first ?? 0
  return { antecedent: null, verb: -1, links: [], relay: null, score: null, ...parts, at }
}
