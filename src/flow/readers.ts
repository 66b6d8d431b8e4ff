import { availableParallelism } from 'node:os'
import type { Readable, Reading } from '../model/index.ts'

/** Reads reports, in order; a report that could not be read gives its error in its place. */
export interface Readers {
  read(reports: readonly Readable[]): Promise<(Reading | Error)[]>
  close(): Promise<void>
}

/** From how many reports on starting worker threads pays for itself. */
const WORTH_WORKERS = 40

/**
 * Opens a reader for about `expected` reports: in this thread for a few, in worker threads for many.
 * The Readings do not depend on which, nor on how many workers there are.
 */
export async function openReaders(expected: number, workers = Math.min(availableParallelism(), 4)): Promise<Readers> {
  if (expected < WORTH_WORKERS || workers < 2) {
    const { readOne } = await import('./read-one.ts')
    return {
      read: (reports) => Promise.all(reports.map((report) => readOne(report).catch(asError))),
      close: () => Promise.resolve(),
    }
  }
  const { Piscina } = await import('piscina')
  const pool = new Piscina({
    filename: new URL('./read-one.ts', import.meta.url).href,
    name: 'readOne',
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 12 },
  })
  return {
    read: (reports) => Promise.all(reports.map((report) => pool.run(report).catch(asError) as Promise<Reading | Error>)),
    close: () => pool.destroy(),
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
