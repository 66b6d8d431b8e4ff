import { type BroughtUpToDate, bringUpToDate } from '../flow/up-to-date.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { SecondReader } from '../second/index.ts'
import { progressBar } from './progress.ts'
import { secondReader } from './second-reader.ts'
import { err, plain, plural } from './terminal.ts'

/** Brings the situation up to date behind a progress bar, and says which reports could not be read. */
export async function readAndAnalyse(
  ledger: Ledger,
  situation: string,
  openSecond: () => Promise<SecondReader | null> = () => secondReader(process.env),
): Promise<BroughtUpToDate> {
  const reading = progressBar('Reading', null, 'reports')
  try {
    const told = (stage: string, done: number, of: number): void => {
      if (stage === 'reading') reading.update(done, of)
    }
    const result = await bringUpToDate(ledger, situation, told, openSecond)
    reading.stop()
    for (const { version, reason } of result.failed) err(`not read: ${version}: ${reason}`)
    if (result.failed.length > 0)
      err(`${plural(result.failed.length, 'report')} could not be read; the archived originals are kept.`)
    for (const [why, reports] of Object.entries(result.unheard))
      err(`note: the second reader did not answer for ${plural(reports, 'report')}: ${plain(why)}`)
    return result
  } finally {
    reading.stop()
  }
}
