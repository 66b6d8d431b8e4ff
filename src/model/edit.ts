import type { Reliability } from './source.ts'
import type { Confidence, Credibility, Likelihood } from './weighing.ts'

/** Claims of each question that an edit names, as of the edit: they lead to the question when its id has changed. */
export type QuestionClaims = Readonly<Record<string, readonly string[]>>

/** What an analyst changed. Append-only: an undo is a new entry that points at what it takes back. */
export type Edit =
  | { readonly id: string; readonly kind: 'mergeSources'; readonly keep: string; readonly merge: string }
  | { readonly id: string; readonly kind: 'splitSurface'; readonly source: string; readonly surface: string }
  /** How far a source is trusted; a later grade takes the place of an earlier one. */
  | { readonly id: string; readonly kind: 'gradeSource'; readonly source: string; readonly reliability: Reliability }
  /** How credible an item is, whoever says it; a later grade takes the place of an earlier one. */
  | { readonly id: string; readonly kind: 'gradeItem'; readonly claim: string; readonly credibility: Credibility }
  /** What the analyst judges of a question, in words, with a likelihood and, apart from it, a confidence. */
  | {
      readonly id: string
      readonly kind: 'judgeQuestion'
      readonly question: string
      readonly text: string
      readonly likelihood: Likelihood | null
      readonly confidence: Confidence | null
      readonly members: QuestionClaims
    }
  /** Takes a report (by id), a claim or a source (by id) out of what is weighed; nothing is deleted. */
  | { readonly id: string; readonly kind: 'withdraw'; readonly target: string; readonly why: string }
  /** Takes claims out of a question into one of their own; a later claim that says the same goes with them. */
  | {
      readonly id: string
      readonly kind: 'splitQuestion'
      readonly question: string
      readonly claims: readonly string[]
      readonly members: QuestionClaims
    }
  /** Makes one question of two, under the id, name and frame of `keep`. */
  | {
      readonly id: string
      readonly kind: 'joinQuestions'
      readonly keep: string
      readonly merge: string
      readonly members: QuestionClaims
    }
  | {
      readonly id: string
      readonly kind: 'renameQuestion'
      readonly question: string
      readonly name: string
      readonly members: QuestionClaims
    }
  /** Holds a claim in a question, whatever the grouping says of it later; `from` is the question that it's taken out of. */
  | {
      readonly id: string
      readonly kind: 'pinClaim'
      readonly claim: string
      readonly question: string
      readonly from: string | null
      readonly members: QuestionClaims
    }
  | { readonly id: string; readonly kind: 'undo'; readonly edit: string }
