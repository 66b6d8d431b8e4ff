import type { Readable, Reading } from '../model/index.ts'
import { createExplainer, createReader, type ExplainedCue, type Read } from '../read/index.ts'
import { loadResources } from '../read/models/load.ts'

let reader: Promise<Read> | undefined

/** The reader with the weights that ship, loaded once a thread. */
export function shippedReader(): Promise<Read> {
  if (reader === undefined) reader = loadResources().then(createReader)
  return reader
}

/** What the learned model goes by in a text, with the weights that ship. */
export async function explainOne(text: string): Promise<readonly ExplainedCue[]> {
  return createExplainer(await loadResources())(text)
}

/** What a worker thread runs for each report. */
export async function readOne(report: Readable): Promise<Reading> {
  return (await shippedReader())(report)
}
