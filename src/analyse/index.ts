import type { Analysis, SituationInput } from '../model/index.ts'

/** Stored with every analysis; raised with every change of rules that can change one. */
export const ANALYSER: Analysis['version'] = { name: 'sitrep-analyse', version: '0.1.0' }

/** Everything that is derived from the Readings of one situation. Pure; independent of the order of the reports. */
export function analyse(input: SituationInput): Analysis {
  throw new Error(`not built yet (${input.reports.length} reports)`)
}
