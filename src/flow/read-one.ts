import type { Readable, Reading } from '../model/index.ts'
import { createReader, type Read } from '../read/index.ts'
import { loadResources } from '../read/models/load.ts'

let reader: Promise<Read> | undefined

/** The reader with the weights that ship, loaded once a thread. */
export function shippedReader(): Promise<Read> {
  if (reader === undefined) reader = loadResources().then(createReader)
  return reader
}

/** What a worker thread runs for each report. */
export async function readOne(report: Readable): Promise<Reading> {
  return (await shippedReader())(report)
}
