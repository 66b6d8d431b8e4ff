import type {
  Analysis,
  Claim,
  Collected,
  CollectedReport,
  CopyRules,
  Edit,
  Metadata,
  Readable,
  ReaderVersion,
  Reading,
  Situation,
  SituationInput,
  Toponym,
} from '../model/index.ts'

/** What became of a collected report. */
export interface Stored {
  readonly report: string
  readonly version: string
  /** `new`: a report not seen before; `version`: known address, changed text; `duplicate`: the same bytes or the same text again. */
  readonly outcome: 'new' | 'version' | 'duplicate'
}

export interface ReportRow {
  readonly report: string
  readonly version: string
  readonly versions: number
  readonly address: string
  readonly metadata: Metadata
  readonly capturedAt: string
  readonly sha256: string
  readonly mediaType: string
  readonly extractor: string
  readonly characters: number
  /** Number of claims; null while it has not been read. */
  readonly claims: number | null
}

export interface ReportDetail extends ReportRow {
  readonly text: string
  readonly reading: Reading | null
  readonly history: readonly {
    readonly version: string
    readonly capturedAt: string
    readonly sha256: string
    readonly characters: number
  }[]
}

/** A stretch of text that two versions share, or that only one has. */
export interface DiffPart {
  readonly change: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A claim with what a list needs to show it. */
export interface ClaimRow {
  /** Ledger id: `r7k2m9qx.1.c3`. */
  readonly id: string
  readonly report: string
  readonly version: string
  readonly outlet: string | null
  readonly published: string | null
  readonly claim: Claim
  /** Content cells joined, white space collapsed. */
  readonly text: string
  /** The chain in words, carrier first: `Yonhap ← NIS`; null for a narrator claim. */
  readonly chain: string | null
  readonly sources: readonly string[]
  readonly questions: readonly string[]
}

export interface PlaceMention {
  readonly report: string
  readonly version: string
  readonly toponym: Toponym
  readonly claims: readonly string[]
}

export interface ReportFilter {
  readonly outlet?: string
  readonly text?: string
  readonly since?: string
  readonly until?: string
}

export interface ClaimFilter {
  /** One claim, by its whole id. */
  readonly claim?: string
  /** Only these, by their whole ids. */
  readonly claims?: readonly string[]
  readonly report?: string
  readonly source?: string
  readonly question?: string
  readonly modality?: string
  /** Full-text search, the database's `websearch_to_tsquery`. */
  readonly text?: string
  readonly hasFigure?: boolean
}

/** Pages go by key: pass the last id of one page as `after` for the next. */
export interface Page {
  readonly limit?: number
  readonly after?: string
}

/** One entry of the hash-chained log. */
export interface LogEntry {
  readonly number: number
  readonly at: string
  readonly situation: string | null
  readonly action: string
  readonly subject: string
  readonly digest: string
  readonly hash: string
}

export interface Finding {
  readonly check: 'archive' | 'spans' | 'log' | 'references' | 'storage'
  readonly ok: boolean
  readonly subject: string
  readonly detail: string
}

export interface LedgerStatus {
  readonly where: string
  readonly engine: 'pglite' | 'postgresql'
  readonly engineVersion: string
  readonly schemaVersion: string
  readonly situation: Situation | null
  readonly situations: number
  readonly reports: number
  readonly versions: number
  readonly claims: number
  readonly unread: number
  readonly analysedAt: string | null
  readonly logEntries: number
  readonly archiveBytes: number
}

/** The record. Everything but `derived` tables is append-only; every write is flushed to disk before it is acknowledged. */
export interface Ledger {
  readonly where: string

  createSituation(name: string): Promise<Situation>
  situations(): Promise<readonly Situation[]>
  /** The one in use: where commands go that name none. Made ("Situation 1") on first need. */
  currentSituation(): Promise<Situation>
  useSituation(idOrName: string): Promise<Situation>
  renameSituation(idOrName: string, name: string): Promise<Situation>

  /** Stores a batch durably (archive, rows, log, jobs to read them) and answers once it would survive a power cut. Order is kept. */
  store(
    situation: string,
    batch: readonly { readonly report: CollectedReport; readonly bytes: Uint8Array }[],
  ): Promise<readonly Stored[]>
  /** Works off the queue of unread versions; `readOne` is the pure stage. Ends when the queue is empty or the signal aborts. */
  readQueued(
    reader: ReaderVersion,
    readMany: (reports: readonly Readable[]) => Promise<readonly (Reading | Error)[]>,
    options?: {
      readonly signal?: AbortSignal
      /** How many are read and stored as one; few where reading is slow, so that little is done again after a stop. */
      readonly batch?: number
      readonly onProgress?: (done: number, left: number) => void
    },
  ): Promise<{ readonly read: number; readonly failed: readonly { readonly version: string; readonly reason: string }[] }>
  /** Queues every current version for another reading; older Readings are kept. */
  requeueReadings(situation: string): Promise<number>

  /**
   * Takes reports that are new or have a new version into the index of copies; costs what is near them, not what the ledger holds.
   * `situationInput` gives its rows along once all are in. Answers how many were taken in.
   */
  indexCopies(situation: string, rules: CopyRules): Promise<number>

  situationInput(situation: string): Promise<SituationInput>
  /** True when Readings or edits have changed since the stored analysis was made, or it was made by another version. */
  analysisIsStale(situation: string, version: Analysis['version']): Promise<boolean>
  saveAnalysis(situation: string, analysis: Analysis): Promise<void>
  analysis(situation: string): Promise<Analysis | null>
  appendEdit(situation: string, edit: EditDraft): Promise<Edit>
  edits(situation: string): Promise<readonly Edit[]>

  reports(situation: string, filter?: ReportFilter, page?: Page): Promise<readonly ReportRow[]>
  /** By report id, version id, or an unambiguous beginning of either. */
  report(situation: string, id: string): Promise<ReportDetail | null>
  /** Word by word, what changed between two versions of a report. */
  versionDiff(situation: string, from: string, to: string): Promise<readonly DiffPart[]>
  /** The archived bytes. */
  original(sha256: string): Promise<Uint8Array>
  claims(situation: string, filter?: ClaimFilter, page?: Page): Promise<readonly ClaimRow[]>
  claim(situation: string, id: string): Promise<ClaimRow | null>
  /** What every claim says, by id. */
  claimTexts(situation: string): Promise<readonly { readonly id: string; readonly text: string }[]>
  placeMentions(situation: string): Promise<readonly PlaceMention[]>

  /** Notes an export (a SITREP written, a table sent out) in the log. */
  logExport(situation: string, what: string, digest: string): Promise<void>
  log(page?: Page): Promise<readonly LogEntry[]>
  status(): Promise<LedgerStatus>
  doctor(onProgress?: (done: number, of: number) => void): AsyncIterable<Finding>
  /** Writes everything (rows and archive) to one file that `restore` takes on either engine. */
  backup(path: string): Promise<{ readonly bytes: number; readonly rows: number }>
  restore(path: string): Promise<{ readonly rows: number }>
  close(): Promise<void>
}

export type EditDraft = Edit extends infer E ? (E extends { readonly id: string } ? Omit<E, 'id'> : never) : never

/** Kept so that callers can name the outcome of collection and of storage together. */
export type Added = { readonly input: Collected; readonly stored: Stored | null }
