import type { ChangeKind } from '../analyse/changes/changes.ts'
import type { Moved } from '../analyse/changes/withdrawal.ts'
import type { EnvelopeStep } from '../analyse/figures/envelope.ts'
import type { FigurePoint } from '../analyse/figures/points.ts'
import type { Forest } from '../analyse/origins/forest.ts'
import type { Answer } from '../analyse/questions/answers.ts'
import type { QuestionWish } from '../analyse/questions/drafts.ts'
import type { SourceRecord } from '../analyse/sources/record.ts'
import type { Leaning, Regraded } from '../flow/moved.ts'
import type { ClaimRow, DiffPart, EditDraft, LedgerStatus, PlaceMention, ReportDetail, ReportRow } from '../ledger/ledger.ts'
import type {
  Citation,
  Disagreement,
  Edit,
  Lineage,
  Mutation,
  Origin,
  Question,
  Reconciliation,
  Sitrep,
  Situation,
  Source,
  Span,
  Weighing,
} from '../model/index.ts'

/** What each route of the API answers: the server's and the web app's one truth. */
export interface OverviewAnswer {
  readonly situation: Situation
  readonly status: LedgerStatus
  /** Null while the situation holds no report. */
  readonly sitrep: Sitrep | null
  readonly latest: readonly ReportRow[]
}
export interface SituationsAnswer {
  readonly current: string
  readonly situations: readonly Situation[]
}
export interface ReportsAnswer {
  readonly reports: readonly ReportRow[]
  /** Pass as `after` for the next page; null at the end. */
  readonly next: string | null
}
export interface ReportAnswer {
  readonly report: ReportDetail
  /** Ledger id of each claim → what it answers. */
  readonly questions: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>
}
export interface DiffAnswer {
  readonly from: string
  readonly to: string
  readonly parts: readonly DiffPart[]
}
export interface ClaimsAnswer {
  readonly claims: readonly ClaimRow[]
  readonly next: string | null
}
export interface QuestionRow {
  readonly id: string
  readonly name: string
  readonly kind: Question['kind']
  readonly frame: Question['frame']
  readonly origins: number
  readonly claims: number
  readonly reports: number
  readonly disputed: boolean
}
export interface QuestionsAnswer {
  readonly questions: readonly QuestionRow[]
}
/** A report as a citation names it. */
export interface ReportBrief {
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
}
/** One side of a mutation: the words that changed, in the sentence they stand in. Spans are of the version's working text. */
export interface MutationSide extends ReportBrief {
  readonly claim: string
  readonly passage: Citation
  readonly proof: Citation
}
export interface MutationRow {
  readonly id: string
  readonly kind: Mutation['kind']
  readonly why: string
  readonly before: MutationSide
  readonly after: MutationSide
  /** The questions that either claim answers. */
  readonly questions: readonly string[]
}
export interface MutationsAnswer {
  readonly mutations: readonly MutationRow[]
}
/** Figures that imply each other, with the passage that states them and where in it they stand. */
export interface ArithmeticRow extends ReportBrief {
  readonly kind: Reconciliation['kind']
  readonly verdict: Reconciliation['verdict']
  readonly why: string
  readonly claim: string | null
  readonly passage: Citation
  readonly terms: readonly Span[]
}
export interface FiguresAnswer {
  readonly question: string
  readonly name: string
  /** Every figure that answers it, oldest first. */
  readonly figures: readonly FigurePoint[]
  /** From each day on, what the latest figures of the origins leave open; oldest first. */
  readonly envelope: readonly EnvelopeStep[]
}
export interface QuestionAnswer extends Pick<FiguresAnswer, 'figures' | 'envelope'> {
  readonly question: Question
  readonly answers: readonly Answer[]
  readonly lineage: Forest
  /** What stands behind each answer, weighed; its answers in the order of `answers`. */
  readonly weighing: Weighing
  readonly claims: readonly ClaimRow[]
  /** The analyst's edits that shaped it. */
  readonly edits: readonly Edit[]
  readonly disagreements: readonly Disagreement[]
  readonly mutations: readonly MutationRow[]
  readonly arithmetic: readonly ArithmeticRow[]
  /** Every version that a claim or a proof above stands in. */
  readonly reports: Readonly<Record<string, ReportBrief>>
}
export interface OriginsAnswer {
  readonly claim: ClaimRow
  /** Why it answers no question; null where it does. */
  readonly outside: string | null
  readonly questions: readonly {
    readonly id: string
    readonly name: string
    readonly lineage: Lineage
    readonly origins: readonly Origin[]
    readonly originsWhy: string
  }[]
  readonly reports: Readonly<Record<string, ReportBrief>>
}
export interface ChangeRow {
  readonly kind: ChangeKind
  readonly question: string | null
  readonly what: string
  /** The claims that moved it, in words, each where it stands. */
  readonly claims: readonly (ReportBrief & { readonly claim: string; readonly passage: Citation })[]
  /** The version that is new, where the change is one. */
  readonly version: string | null
}
export interface ChangesAnswer {
  readonly since: string
  readonly changes: readonly ChangeRow[]
  /** The days on which reports were published, newest first: what one may ask since. */
  readonly days: readonly string[]
}
/** An edit as the web app asks for it: what finds its questions again later is added by the server. */
export type EditWish = Exclude<EditDraft, { readonly members: unknown }> | QuestionWish
/** What an edit did, or with `preview` would do. */
export interface EditAnswer extends SourcesAnswer {
  /** Null for a preview, which changes nothing. */
  readonly edit: Edit | null
  readonly moved: readonly Moved[]
  readonly gradings: readonly Regraded[]
  /** Sentences of the SITREP that fall away, and those that come. */
  readonly statements: Leaning['statements']
}
export interface SourcesAnswer {
  readonly sources: readonly (Source & { readonly claims: number; readonly record: SourceRecord })[]
  readonly edits: readonly Edit[]
}
export interface PlacesAnswer {
  readonly mentions: readonly PlaceMention[]
}
/** RFC 9457. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
}
