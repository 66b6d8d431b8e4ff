import type { Change } from '../analyse/changes/changes.ts'
import { changesAside } from '../flow/changes.ts'
import type { SituationInput } from '../model/index.ts'
import type { State } from './situation-state.ts'

/** So many answers of one state are kept: an earlier state must be analysed for each. */
const KEPT = 8

const kept = new WeakMap<SituationInput, Map<string, Promise<readonly Change[]>>>()

/** What changed in a state since a day, worked out once a day asked for. */
export function keptChanges(since: string, { input, analysis }: State): Promise<readonly Change[]> {
  const known = kept.get(input) ?? new Map<string, Promise<readonly Change[]>>()
  kept.set(input, known)
  const made = known.get(since) ?? changesAside(since, input, analysis)
  made.catch(() => known.delete(since))
  known.delete(since)
  known.set(since, made)
  for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest)
  return made
}
