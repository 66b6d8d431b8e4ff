import type { ClaimRow } from '../../../ledger/ledger.ts'
import type { Sitrep } from '../../../model/index.ts'
import type {
  ChangesAnswer,
  ClaimsAnswer,
  DiffAnswer,
  EditAnswer,
  EditWish,
  MutationsAnswer,
  OriginsAnswer,
  OverviewAnswer,
  PlacesAnswer,
  Problem,
  QuestionAnswer,
  QuestionsAnswer,
  ReportAnswer,
  ReportsAnswer,
  SituationsAnswer,
  SourcesAnswer,
} from '../../answers.ts'

/** What the server said went wrong, in words for the screen. */
export class ApiError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

type Query = Readonly<Record<string, string | number | undefined>>

async function call<T>(method: string, path: string, query: Query = {}, body?: unknown): Promise<T> {
  const url = new URL(path, window.location.origin)
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') url.searchParams.set(key, String(value))
  const headers: Record<string, string> = {}
  if (method !== 'GET') headers['x-sitrep-desk'] = '1'
  if (body !== undefined) headers['content-type'] = 'application/json'
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(
    () => {
      throw new ApiError(0, 'The desk does not answer. Is `sitrep serve` still running?')
    },
  )
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Problem | null
    throw new ApiError(response.status, problem?.detail ?? `The desk answered ${response.status}.`)
  }
  return (await response.json()) as T
}

export const api = {
  overview: () => call<OverviewAnswer>('GET', '/api/overview'),
  situations: () => call<SituationsAnswer>('GET', '/api/situations'),
  useSituation: (id: string) => call<SituationsAnswer>('PATCH', `/api/situations/${encodeURIComponent(id)}`, {}, { use: true }),
  createSituation: (name: string) => call<SituationsAnswer>('POST', '/api/situations', {}, { name }),
  reports: (query: Query) => call<ReportsAnswer>('GET', '/api/reports', query),
  report: (id: string) => call<ReportAnswer>('GET', `/api/reports/${encodeURIComponent(id)}`),
  diff: (id: string) => call<DiffAnswer>('GET', `/api/reports/${encodeURIComponent(id)}/diff`),
  claims: (query: Query) => call<ClaimsAnswer>('GET', '/api/claims', query),
  claim: (id: string) => call<ClaimRow>('GET', `/api/claims/${encodeURIComponent(id)}`),
  origins: (claim: string) => call<OriginsAnswer>('GET', `/api/claims/${encodeURIComponent(claim)}/origins`),
  places: () => call<PlacesAnswer>('GET', '/api/places'),
  questions: () => call<QuestionsAnswer>('GET', '/api/questions'),
  question: (id: string) => call<QuestionAnswer>('GET', `/api/questions/${encodeURIComponent(id)}`),
  sources: () => call<SourcesAnswer>('GET', '/api/sources'),
  edit: (draft: EditWish) => call<EditAnswer>('POST', '/api/edits', {}, draft),
  /** What an edit would move; nothing is changed. */
  previewEdit: (draft: EditWish) => call<EditAnswer>('POST', '/api/edits', { preview: 'true' }, draft),
  changes: (since?: string) => call<ChangesAnswer>('GET', '/api/changes', { since }),
  mutations: () => call<MutationsAnswer>('GET', '/api/mutations'),
  sitrep: () => call<Sitrep>('GET', '/api/sitrep'),
}
