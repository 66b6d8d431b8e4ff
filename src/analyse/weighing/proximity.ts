import type { Claim, EvidenceItem, Lineage } from '../../model/index.ts'

/** How near to the event the one stands on whose word a claim rests, nearest first. */
export type Proximity = 'shown' | 'witness' | 'named' | 'relay' | 'unnamed' | 'unrecorded'

/** What evidence lets others look for themselves; what a service says it knows does not. */
const CHECKABLE: ReadonlySet<EvidenceItem['kind']> = new Set(['imagery', 'video', 'audio', 'document', 'object', 'data'])

/** The evidence that a report names for a claim and that somebody else could check. */
export function checkable(evidence: readonly EvidenceItem[]): readonly EvidenceItem[] {
  return evidence.filter(({ kind }) => CHECKABLE.has(kind))
}

/** Where the last named speaker of a claim stands to what it tells. */
export function proximityOf(claim: Claim, evidence: readonly EvidenceItem[], lineage: Lineage): Proximity {
  const last = claim.chain.at(-1)
  if (last?.speaker === 'image' || last?.speaker === 'document') return 'shown'
  if (evidence.some(({ kind }) => kind === 'witness')) return 'witness'
  if (!lineage.known) return 'unrecorded'
  if (last === undefined) return 'named'
  if (last.speaker === 'anonymous' || last.speaker === 'unstated' || last.speaker === 'collective') return 'unnamed'
  return last.speaker === 'outlet' ? 'relay' : 'named'
}

export const PROXIMITY_WORDS: Readonly<Record<Proximity, string>> = {
  shown: 'a picture or paper is said to show it',
  witness: 'told by somebody who is said to have seen it',
  named: 'told by a named body or person, who need not have seen it',
  relay: 'told by an outlet that passes it on',
  unnamed: 'told by somebody who is not named',
  unrecorded: 'who first told it is not recorded',
}
