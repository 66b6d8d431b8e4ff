import type { FigureRow } from '../model/index.ts'
import type { Citations } from './citations.ts'
import type { Ranked } from './rank.ts'
import { type ClaimIn, compare, type SituationView } from './situation-view.ts'
import { BOUND_WORD, MODALITY_WORD, ROLE_WORD } from './wording.ts'

/** Each figure of the questions shown, by question, speaker and date. The same figure from the same speaker is one row. */
export function figureRows(shown: readonly Ranked[], view: SituationView, citations: Citations): FigureRow[] {
  const rows: FigureRow[] = []
  for (const { question } of shown) {
    if (question.kind !== 'numeric') continue
    const groups = new Map<string, { row: Omit<FigureRow, 'citations'>; items: ClaimIn[] }>()
    for (const member of question.members) {
      const item = view.claims.get(member.claim)
      if (!item) continue
      for (const id of member.figures) {
        const figure = item.report.reading.figures.find((candidate) => candidate.id === id)
        if (!figure) continue
        const speaker = view.speaker(item).replace(/,$/, '')
        const modality = MODALITY_WORD[member.stance === 'denies' ? 'denied' : item.claim.modality]
        const key = JSON.stringify([
          view.originSource(item)?.id ?? speaker,
          figure.low,
          figure.best,
          figure.high,
          figure.bound,
          modality,
          figure.role,
        ])
        const known = groups.get(key)
        if (known) {
          known.items.push(item)
          continue
        }
        groups.set(key, {
          row: {
            question: question.name,
            of: figure.of?.text.replace(/\s+/g, ' ') ?? 'not stated',
            speaker,
            low: figure.low,
            best: figure.best,
            high: figure.high,
            bound: BOUND_WORD[figure.bound],
            modality,
            role: ROLE_WORD[figure.role],
            unit: figure.unit,
            asOf: asOf(item, view),
          },
          items: [item],
        })
      }
    }
    const sorted = [...groups.values()].sort(
      (a, b) =>
        compare(a.row.asOf ?? '9999', b.row.asOf ?? '9999') ||
        compare(a.row.speaker, b.row.speaker) ||
        (a.row.best ?? a.row.high ?? a.row.low ?? 0) - (b.row.best ?? b.row.high ?? b.row.low ?? 0),
    )
    for (const { row, items } of sorted)
      rows.push({ ...row, citations: [...new Set(items.map((item) => citations.claim(item)))] })
  }
  return rows
}

/** The day the claim gives for what it counts, if it gives one; else the day it was said; else the day it was published. */
function asOf(item: ClaimIn, view: SituationView): string | null {
  const times = item.claim.times
    .map((id) => item.report.reading.times.find((time) => time.id === id))
    .filter((time) => time !== undefined)
  const day = times.find((time) => time.granularity === 'day' && time.latest !== null)
  const said = item.report.reading.times.find((time) => time.id === item.claim.said)
  return day?.latest?.slice(0, 10) ?? said?.latest?.slice(0, 10) ?? view.published(item)
}
