import { type BroughtUpToDate, bringUpToDate } from '../flow/up-to-date.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { progressBar } from './progress.ts'
import { err, plural } from './terminal.ts'

/** Brings the situation up to date behind a progress bar, and says which reports could not be read. */
export async function readAndAnalyse(ledger: Ledger, situation: string): Promise<BroughtUpToDate> {
  const reading = progressBar('Reading', null, 'reports')
  try {
    const result = await bringUpToDate(ledger, situation, (stage, done, of) => {
      if (stage === 'reading') reading.update(done, of)
    })
    reading.stop()
    for (const { version, reason } of result.failed) err(`not read: ${version}: ${reason}`)
    if (result.failed.length > 0)
      err(`${plural(result.failed.length, 'report')} could not be read; the archived originals are kept.`)
    return result
  } finally {
    reading.stop()
  }
}
