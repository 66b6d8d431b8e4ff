import type { Bound, FigureRole } from './figure.ts'
import type { Stance } from './question.ts'

/**
 * Credibility of an item on the Admiralty scale (NATO AJP-2.1): of what is said, not of who says it. 6 means that it cannot be
 * judged, and stands for no number.
 */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6

export const CREDIBILITY: Readonly<Record<Credibility, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
}

/** Words of likelihood of US Intelligence Community Directive 203 (2015), least first. */
export type Likelihood =
  | 'almost no chance'
  | 'very unlikely'
  | 'unlikely'
  | 'roughly even chance'
  | 'likely'
  | 'very likely'
  | 'almost certain'

/** The band of each word in percent; where two meet, the value belongs to the upper. */
export const LIKELIHOOD: Readonly<Record<Likelihood, { readonly from: number; readonly to: number }>> = {
  'almost no chance': { from: 1, to: 5 },
  'very unlikely': { from: 5, to: 20 },
  unlikely: { from: 20, to: 45 },
  'roughly even chance': { from: 45, to: 55 },
  likely: { from: 55, to: 80 },
  'very likely': { from: 80, to: 95 },
  'almost certain': { from: 95, to: 99 },
}

/** How well founded a judgement is, whatever it says. Never told in one sentence with a likelihood (ICD 203). */
export type Confidence = 'low' | 'moderate' | 'high'

/** One thing that speaks for or against an item, with the claims that it was drawn from. */
export interface Factor {
  readonly kind: 'origins' | 'contradiction' | 'evidence' | 'proximity' | 'arithmetic' | 'mutation'
  readonly effect: 'for' | 'against' | 'none'
  readonly why: string
  readonly claims: readonly string[]
}

/** How credible one claim is as an answer to its question. Proposed; an analyst's own grade stands beside it. */
export interface ItemCredibility {
  readonly claim: string
  /** Null where the claim states nothing that could be true ("cannot confirm"). */
  readonly grade: Credibility | null
  readonly factors: readonly Factor[]
  /** Set by an analyst, never by the program. */
  readonly graded?: { readonly credibility: Credibility; readonly edit: string }
}

/** What stands behind one answer of a question, weighed. */
export interface AnswerWeight {
  readonly stance: Stance
  readonly figure: {
    readonly low: number | null
    readonly best: number | null
    readonly high: number | null
    readonly bound: Bound
    readonly unit: string | null
    readonly role: FigureRole
  } | null
  /** Ids of the independent origins that speak for it and against it at present. */
  readonly for: readonly string[]
  readonly against: readonly string[]
  /** Share of support, 0 to 1, with the range that is left open; null where no origin speaks for it. */
  readonly support: { readonly share: number; readonly low: number; readonly high: number } | null
  /** Proposed; null where none can be drawn from who says what, and `likelihoodWhy` says why. */
  readonly likelihood: {
    readonly words: Likelihood
    /** Percent. */
    readonly chance: number
    readonly low: number
    readonly high: number
  } | null
  readonly likelihoodWhy: string
  /** Proposed. */
  readonly confidence: Confidence | null
  readonly confidenceWhy: string
}

/** The middle of what the origins say of a quantity: the values nearest to all of them, weighed; and how far one origin less would move it. */
export interface WeighedMiddle {
  readonly low: number
  readonly high: number
  readonly unit: string | null
  /** The outermost values when any one origin is left out; null with fewer than three origins. */
  readonly without: { readonly low: number; readonly high: number } | null
  readonly origins: number
}

/** All that is weighed of a question: answers in the order in which they are listed, items in that of its members. */
export interface Weighing {
  readonly question: string
  /** Counted where too few origins are graded to weigh them. */
  readonly method: 'counted' | 'weighed'
  readonly why: string
  /** The name of every origin that speaks. */
  readonly names: Readonly<Record<string, string>>
  readonly answers: readonly AnswerWeight[]
  readonly middle: WeighedMiddle | null
  readonly items: readonly ItemCredibility[]
  readonly judgement: Judgement | null
}

/** What an analyst judges, in the analyst's own words. */
export interface Judgement {
  readonly edit: string
  readonly text: string
  readonly likelihood: Likelihood | null
  readonly confidence: Confidence | null
}
