import type { Citation, Lineage, Origin } from './lineage.ts'

/** What a claim does to its question. */
export type Stance = 'asserts' | 'denies' | 'cannotConfirm' | 'doubts' | 'corrects'

/** What several claims answer: same quantity or predicate, same parties, same frame of reference. */
export interface Question {
  readonly id: string
  /** A readable name made from its claims: "How many North Korean troops are said to be in Russia?" */
  readonly name: string
  /** A numeric question is answered by figures; an open one by claims. */
  readonly kind: 'numeric' | 'factual'
  /** "done" is not "planned" is not "possible": kept apart before weighing. */
  readonly frame: 'done' | 'ongoing' | 'planned' | 'possible'
  readonly members: readonly QuestionMember[]
  readonly origins: readonly Origin[]
  /** "7 claims: 5 rest on the NIS, 1 on an unnamed source, 1 not recorded → 2 origins". */
  readonly originsWhy: string
  /** Ids of the analyst's edits that shaped it, and the name that the program gave it; left out where no edit did. */
  readonly edited?: { readonly by: readonly string[]; readonly madeName: string }
  /** Set where its reports lead back to each other, or all to one root. */
  readonly circular?: Circularity
}

/** Reporting that only seems to be many: a ring of reports that cite each other, or many outlets with one root. */
export interface Circularity {
  readonly kind: 'ring' | 'oneRoot'
  readonly claims: readonly string[]
  /** The words by which each leads on to the next. */
  readonly proof: readonly Citation[]
  readonly why: string
}

export interface QuestionMember {
  /** Ledger id of the claim: `r7k2m9qx.1.c3`. */
  readonly claim: string
  readonly stance: Stance
  readonly lineage: Lineage
  /** Ids of the claim's figures that answer this question. */
  readonly figures: readonly string[]
  /** Why it was grouped here, in plain words. */
  readonly why: string
}

/** Two members of the situation that speak against each other. */
export interface Disagreement {
  readonly question: string
  readonly kind: 'denial' | 'figures' | 'cannotConfirm'
  readonly sides: readonly { readonly label: string; readonly claims: readonly string[] }[]
  readonly why: string
}
