import type { Stance } from './question.ts'
import type { Tlp } from './situation.ts'
import type { Span } from './span.ts'
import type { Judgement } from './weighing.ts'

/** The cited situation report as data: what the Markdown, HTML and JSON forms are written from. */
export interface Sitrep {
  readonly situation: string
  /** Reports published from … to, ISO dates; null when no report carries a date. */
  readonly period: { readonly from: string | null; readonly to: string | null }
  readonly asOf: string
  readonly tlp: Tlp
  readonly counts: { readonly reports: number; readonly outlets: number; readonly claims: number; readonly origins: number }
  readonly bottomLine: readonly Statement[]
  readonly keyClaims: readonly QuestionBlock[]
  /** How many questions stand in the ledger besides those shown. */
  readonly furtherQuestions: number
  readonly figures: readonly FigureRow[]
  /** How the range of each question shown moved, by origins; only where more than one day or origin makes it. */
  readonly envelopes: readonly EnvelopeRow[]
  /** Figures that imply each other, worked out: what does not add up, and what follows from two figures that nobody states. */
  readonly arithmetic: readonly ArithmeticRow[]
  /** What moved since the day given; null where none was given. */
  readonly changes: ChangesBlock | null
  readonly places: readonly PlaceRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly disagreements: readonly Statement[]
  /** What somebody believes or holds possible, besides the key claims: kept apart from what is said to have happened. */
  readonly assessments: readonly Statement[]
  /** What a later report made of an earlier one: flagged, never corrected. */
  readonly mutations: readonly MutationRow[]
  readonly gaps: readonly Gap[]
  readonly sources: readonly SourceRow[]
  /** Numbered from 1 in order of first use. */
  readonly citations: readonly SitrepCitation[]
}

/** One sentence with the numbers of the citations it rests on. Never without one. */
export interface Statement {
  readonly text: string
  readonly citations: readonly number[]
}

export interface QuestionBlock {
  readonly question: string
  readonly name: string
  readonly origins: number
  /** What the count is made of; empty where a single claim answers and there is nothing to count. */
  readonly originsWhy: string
  readonly statements: readonly (Statement & { readonly stance: Stance })[]
  /** What is weighed of it; null where fewer than two voices speak and no analyst has judged. */
  readonly weighed: WeighedBlock | null
}

/** Proposals of the program and the judgement of an analyst, each by itself. */
export interface WeighedBlock {
  readonly method: 'counted' | 'weighed'
  /** One line an answer: "about 1,500: likely (60 to 80 %)". */
  readonly likelihood: readonly string[]
  readonly likelihoodWhy: string
  readonly confidence: readonly string[]
  readonly judgement: Judgement | null
}

export interface FigureRow {
  readonly question: string
  readonly of: string
  readonly speaker: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: string
  readonly modality: string
  readonly role: string
  readonly unit: string | null
  /** When the figure held, else when it was reported; ISO date; null when neither is known. */
  readonly asOf: string | null
  readonly citations: readonly number[]
}

/** The range of a question's figures from a day on: the latest figure of each origin, the median between origins as best. */
export interface EnvelopeRow {
  readonly question: string
  readonly day: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly origins: number
  /** True where the best estimate fell: a correction, or another question. */
  readonly fell: boolean
  readonly citations: readonly number[]
}

export interface ArithmeticRow extends Statement {
  readonly kind: string
  readonly verdict: 'mismatch' | 'implies'
}

export interface ChangesBlock {
  readonly since: string
  readonly statements: readonly (Statement & { readonly kind: string })[]
  /** How many more there are, most of them new claims. */
  readonly further: number
}

export interface MutationRow extends Statement {
  readonly kind: string
  /** The words of the earlier and of the later report. */
  readonly before: string
  readonly after: string
}

export interface PlaceRow {
  readonly name: string
  readonly asWritten: string | null
  readonly kind: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: string | null
  readonly note: string | null
  readonly citations: readonly number[]
}

export interface EvidenceRow {
  readonly kind: string
  readonly text: string
  readonly holder: string | null
  readonly can: string
  readonly cannot: string
  readonly citations: readonly number[]
}

export interface SourceRow {
  readonly name: string
  readonly kind: string
  readonly claims: number
  readonly surfaces: readonly string[]
}

/** What is not known and should be. `why` names the rule that noticed it. */
export interface Gap {
  readonly text: string
  readonly why: string
  readonly citations: readonly number[]
}

/** Report, outlet, date and exact quotation: enough to check the statement by hand. */
export interface SitrepCitation extends Span {
  readonly number: number
  readonly claim: string | null
  readonly version: string
  readonly outlet: string | null
  readonly title: string | null
  readonly published: string | null
  /** When the cited claim was said, and when its event was or will be, in ISO 8601; null where the text does not say. */
  readonly said: string | null
  readonly event: string | null
  readonly address: string
  readonly quotation: string
  /** How credible the claim is as an answer to its question: proposed, or an analyst's; empty where nothing is graded. */
  readonly credibility: string
}
