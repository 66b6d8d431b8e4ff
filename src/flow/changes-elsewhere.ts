import { deserialize } from 'node:v8'
import type { Change } from '../analyse/changes/changes.ts'
import { changesSince } from '../analyse/changes/since.ts'
import type { Analysis, Edit, ReadReport } from '../model/index.ts'

/** A situation as bytes, report by report: so that no thread is held long while it is packed. */
export interface PackedSituation {
  readonly since: string
  readonly reports: readonly Uint8Array[]
  readonly edits: readonly Edit[]
  readonly analysis: Uint8Array
}

/** What the worker thread of `changesAside` runs. */
export function changesOf(packed: PackedSituation): readonly Change[] {
  const reports = packed.reports.map((bytes): ReadReport => deserialize(bytes))
  const analysis: Analysis = deserialize(packed.analysis)
  return changesSince(packed.since, { reports, edits: packed.edits }, analysis)
}
