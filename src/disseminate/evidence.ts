import { type EvidenceRow, WHAT_EVIDENCE_SHOWS } from '../model/index.ts'
import type { Citations } from './citations.ts'
import { type ClaimIn, compare, type SituationView } from './situation-view.ts'

const MOST = 14

/** Evidence that reports mention, one row for each thing that one holder is said to have; what its kind can and can't show beside it. */
export function evidenceRows(view: SituationView, citations: Citations): EvidenceRow[] {
  const groups = new Map<
    string,
    {
      kind: keyof typeof WHAT_EVIDENCE_SHOWS
      text: string
      holder: string | null
      found: { item: Pick<ClaimIn, 'report'>; start: number; end: number }[]
    }
  >()
  for (const report of view.reports) {
    for (const evidence of report.reading.evidence) {
      const text = evidence.cell.text.replace(/\s+/g, ' ')
      const key = `${evidence.kind} ${text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`
      const group = groups.get(key) ?? {
        kind: evidence.kind,
        text,
        holder: evidence.holder?.text.replace(/\s+/g, ' ') ?? null,
        found: [],
      }
      group.found.push({ item: { report }, start: evidence.cell.start, end: evidence.cell.end })
      groups.set(key, group)
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.found.length - a.found.length || compare(a.kind, b.kind) || compare(a.text, b.text))
    .slice(0, MOST)
    .map(({ kind, text, holder, found }) => ({
      kind,
      text,
      holder,
      ...WHAT_EVIDENCE_SHOWS[kind],
      citations: [...new Set(found.map(({ item, start, end }) => citations.passage(item, ...withSentence(item, start, end))))],
    }))
}

/** The sentence that an item stands in: a noun phrase alone is no proof that anybody has it. */
function withSentence({ report }: Pick<ClaimIn, 'report'>, start: number, end: number): [number, number] {
  const sentence = report.reading.sentences.find((candidate) => candidate.start <= start && end <= candidate.end)
  return sentence && sentence.end - sentence.start <= 420 ? [sentence.start, sentence.end] : [start, end]
}
