import v8 from 'node:v8'
import { COPY_RULES } from '../analyse/copies/arrival.ts'
import { ANALYSER, analyse } from '../analyse/index.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Analysis } from '../model/index.ts'
import { READER } from '../read/index.ts'
import { openReaders } from './readers.ts'

/**
 * V8 lets garbage pile up to several times what is alive before it collects. A fifth of that costs a tenth of the time and keeps a
 * thousand reports under a gigabyte on a machine that has more (docs/decisions/0014-memory.md).
 */
const COLLECT_SOONER = '--heap-growing-percent=25'

/** What the flow tells while it works: a progress bar's input. */
export type Progress = (stage: 'reading' | 'analysing', done: number, of: number) => void

export interface BroughtUpToDate {
  readonly analysis: Analysis
  readonly read: number
  readonly failed: readonly { readonly version: string; readonly reason: string }[]
  readonly analysed: boolean
}

/**
 * Reads what is queued and analyses the situation if anything changed since: what an interrupted `add` left undone
 * is finished by the next command that needs it. Does nothing when all is up to date.
 */
export async function bringUpToDate(ledger: Ledger, situation: string, progress: Progress = () => {}): Promise<BroughtUpToDate> {
  v8.setFlagsFromString(COLLECT_SOONER)
  const { unread } = await ledger.status()
  let read = 0
  let failed: BroughtUpToDate['failed'] = []
  if (unread > 0) {
    const readers = await openReaders(unread)
    try {
      const outcome = await ledger.readQueued(READER, readers.read, {
        onProgress: (done, left) => progress('reading', done, done + left),
      })
      read = outcome.read
      failed = outcome.failed
    } finally {
      await readers.close()
    }
  }
  const stored = (await ledger.analysisIsStale(situation, ANALYSER)) ? null : await ledger.analysis(situation)
  if (stored !== null) return { analysis: stored, read, failed, analysed: false }
  progress('analysing', 0, 1)
  await ledger.indexCopies(situation, COPY_RULES)
  const analysis = analyse(await ledger.situationInput(situation))
  await ledger.saveAnalysis(situation, analysis)
  progress('analysing', 1, 1)
  return { analysis, read, failed, analysed: true }
}
