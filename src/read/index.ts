import type { Readable, ReaderVersion, Reading } from '../model/index.ts'
import type { Resources } from './resources.ts'

export type { Resources } from './resources.ts'

/** Stored with every Reading; raised with every change of rules or weights that can change one. */
export const READER: ReaderVersion = { name: 'sitrep-rules', version: '0.1.0' }

/** Reads one report: pure, the same input gives the same Reading. Never throws on text, however odd: it notes what it could not do. */
export type Read = (report: Readable) => Reading

/** Prepares the reader once (decoding weights and gazetteer), then reads as often as needed. */
export function createReader(resources: Resources): Read {
  throw new Error(`not built yet (${Object.keys(resources).length} resources)`)
}
