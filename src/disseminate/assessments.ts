import type { Statement } from '../model/index.ts'
import type { Citations } from './citations.ts'
import type { Ranked } from './rank.ts'
import { sentence } from './sentence.ts'
import { compare, type SituationView } from './situation-view.ts'

const MOST = 6

/** What somebody believes or holds possible and no key claim has told yet: named speakers first, then the earlier report. */
export function assessmentsOf(shown: readonly Ranked[], view: SituationView, citations: Citations): Statement[] {
  const told = new Set(shown.flatMap(({ question }) => question.members.map((member) => member.claim)))
  const items = [...view.claims.values()]
    .filter((item) => (item.claim.modality === 'believed' || item.claim.modality === 'possible') && !told.has(item.id))
    .sort(
      (a, b) =>
        Number(view.originSource(b) !== null) - Number(view.originSource(a) !== null) ||
        compare(a.report.metadata.published ?? '9999', b.report.metadata.published ?? '9999') ||
        compare(a.report.version, b.report.version) ||
        (a.claim.content[0]?.start ?? 0) - (b.claim.content[0]?.start ?? 0),
    )
  const groups = new Map<string, typeof items>()
  for (const item of items) {
    const text = sentence(item, view)
    groups.set(text, [...(groups.get(text) ?? []), item])
  }
  return [...groups].slice(0, MOST).map(([text, same]) => ({
    text,
    citations: [...new Set(same.map((item) => citations.claim(item)))],
  }))
}
