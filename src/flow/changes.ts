import { setImmediate } from 'node:timers/promises'
import { serialize } from 'node:v8'
import type { Change } from '../analyse/changes/changes.ts'
import { changesSince } from '../analyse/changes/since.ts'
import type { Analysis, SituationInput } from '../model/index.ts'
import type { PackedSituation } from './changes-elsewhere.ts'

/** From how many claims on a thread of its own pays for itself: fewer are analysed in the time that it takes to start. */
const WORTH_A_WORKER = 400

/**
 * What moved since a day, as `changesSince` gives it, without holding this thread: the state as it was then is analysed in a worker
 * thread, which ends with it. Few claims are looked at here.
 * @param since ISO 8601
 * @throws what the analysis throws, and when the worker runs out of memory
 */
export async function changesAside(
  since: string,
  input: SituationInput,
  analysis: Analysis,
  worthAWorker = WORTH_A_WORKER,
): Promise<readonly Change[]> {
  const claims = input.reports.reduce((sum, { reading }) => sum + reading.claims.length, 0)
  if (claims < worthAWorker) return changesSince(since, input, analysis)
  const reports: Uint8Array[] = []
  for (const report of input.reports) {
    reports.push(serialize(report))
    await setImmediate()
  }
  const packed: PackedSituation = { since, reports, edits: input.edits, analysis: serialize(analysis) }
  const { Piscina } = await import('piscina')
  const pool = new Piscina({
    filename: new URL('./changes-elsewhere.ts', import.meta.url).href,
    name: 'changesOf',
    minThreads: 1,
    maxThreads: 1,
  })
  try {
    return await pool.run(packed)
  } finally {
    await pool.destroy()
  }
}
