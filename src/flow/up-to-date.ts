import { COPY_RULES } from '../analyse/copies/arrival.ts'
import { ANALYSER, analyse } from '../analyse/index.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Analysis } from '../model/index.ts'
import { READER } from '../read/index.ts'
import { collectSooner } from '../read/models/collect-sooner.ts'
import type { SecondReader } from '../second/index.ts'
import { openReaders } from './readers.ts'
import { withSecond } from './second-reader.ts'

/** What the flow tells while it works: a progress bar's input. */
export type Progress = (stage: 'reading' | 'analysing', done: number, of: number) => void

export interface BroughtUpToDate {
  readonly analysis: Analysis
  readonly read: number
  readonly failed: readonly { readonly version: string; readonly reason: string }[]
  readonly analysed: boolean
  /** Why the second reader did not answer for a report, with how many it was so; empty where none is set up. */
  readonly unheard: Readonly<Record<string, number>>
}

/** With a second reader, reports are stored by so few at once: a stop then costs few answers. */
const SECOND_BATCH = 8

/**
 * Reads what is queued and analyses the situation if anything changed since: what an interrupted `add` left undone
 * is finished by the next command that needs it. Does nothing when all is up to date.
 * @param openSecond called only when there is something to read
 */
export async function bringUpToDate(
  ledger: Ledger,
  situation: string,
  progress: Progress = () => {},
  openSecond: () => Promise<SecondReader | null> = () => Promise.resolve(null),
): Promise<BroughtUpToDate> {
  collectSooner('reading')
  const { unread } = await ledger.status()
  let read = 0
  const unheard: Record<string, number> = {}
  let failed: BroughtUpToDate['failed'] = []
  if (unread > 0) {
    const second = await openSecond()
    const first = await openReaders(unread)
    const readers =
      second === null
        ? first
        : withSecond(first, second, (why) => {
            unheard[why] = (unheard[why] ?? 0) + 1
          })
    const reader = second === null ? READER : { ...READER, version: `${READER.version} + ${second.name}` }
    try {
      const outcome = await ledger.readQueued(reader, readers.read, {
        ...(second === null ? {} : { batch: SECOND_BATCH }),
        onProgress: (done, left) => progress('reading', done, done + left),
      })
      read = outcome.read
      failed = outcome.failed
    } finally {
      await readers.close()
    }
  }
  const stored = (await ledger.analysisIsStale(situation, ANALYSER)) ? null : await ledger.analysis(situation)
  if (stored !== null) return { analysis: stored, read, failed, analysed: false, unheard }
  progress('analysing', 0, 1)
  collectSooner('analysis')
  await ledger.indexCopies(situation, COPY_RULES)
  const analysis = analyse(await ledger.situationInput(situation))
  await ledger.saveAnalysis(situation, analysis)
  progress('analysing', 1, 1)
  return { analysis, read, failed, analysed: true, unheard }
}
