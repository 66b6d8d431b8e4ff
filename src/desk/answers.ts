import type { ClaimRow, DiffPart, LedgerStatus, PlaceMention, ReportDetail, ReportRow } from '../ledger/ledger.ts'
import type { Disagreement, Edit, Mutation, Question, Sitrep, Situation, Source } from '../model/index.ts'

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
export interface QuestionAnswer {
  readonly question: Question
  readonly claims: readonly ClaimRow[]
  readonly disagreements: readonly Disagreement[]
  readonly mutations: readonly Mutation[]
  /** Figures that answer it, by claim. */
  readonly figures: readonly {
    readonly claim: string
    readonly text: string
    readonly low: number | null
    readonly best: number | null
    readonly high: number | null
    readonly bound: string
    readonly unit: string | null
    readonly role: string
  }[]
}
export interface SourcesAnswer {
  readonly sources: readonly (Source & { readonly claims: number })[]
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
