import type { Span } from '../../model/index.ts'
import { type ClaimView, type ReportView, sentenceAt } from '../view.ts'
import { neighbours, plainWords, shared, shingles } from './shingles.ts'
import { withoutQuotations } from './sketch.ts'

const SIZE = 3
const CONTAINED = 0.8
const LEAST_WORDS = 10

/** A claim whose passage stands, near word for word, in an earlier report. */
export interface PassageCopy {
  readonly of: ClaimView
  readonly containment: number
  readonly span: Span
  readonly ofSpan: Span
}

interface Passage {
  readonly claims: readonly ClaimView[]
  readonly view: ReportView
  readonly span: Span
  readonly set: Uint32Array
}

/**
 * For each claim, the claim of an earlier report whose sentence it repeats near word for word (three-word shingles,
 * quotations left out, ten words at least). The earliest such report is taken.
 * @param views in canonical order
 */
export function passageCopies(views: readonly ReportView[]): ReadonlyMap<string, PassageCopy> {
  const passages: Passage[] = views.flatMap((view) => [...passagesOf(view)])
  const near = neighbours(
    passages.map((passage) => passage.set),
    4,
  )
  const found = new Map<string, PassageCopy>()
  passages.forEach((passage, index) => {
    let best: Passage | null = null
    let share = 0
    for (const [other] of near[index] ?? []) {
      const them = passages[other]
      if (!them || them.view.index >= passage.view.index) continue
      const containment = shared(passage.set, them.set) / Math.max(1, passage.set.length)
      if (containment >= CONTAINED && (!best || them.view.index < best.view.index)) {
        best = them
        share = containment
      }
    }
    if (!best) return
    for (const claim of passage.claims) {
      const of = counterpart(claim, passage, best)
      if (of) found.set(claim.id, { of, containment: share, span: passage.span, ofSpan: best.span })
    }
  })
  return found
}

function passagesOf(view: ReportView): readonly Passage[] {
  const bySentence = new Map<number, { span: Span; claims: ClaimView[] }>()
  for (const claim of view.claims) {
    const [first] = claim.claim.content
    if (!first) continue
    const sentence = sentenceAt(view, first.start)
    const span = sentence ?? { start: first.start, end: claim.claim.content[claim.claim.content.length - 1]?.end ?? first.end }
    const known = bySentence.get(span.start)
    if (known) known.claims.push(claim)
    else bySentence.set(span.start, { span: { start: span.start, end: span.end }, claims: [claim] })
  }
  const passages: Passage[] = []
  for (const { span, claims } of bySentence.values()) {
    const words = plainWords(withoutQuotations(view.report.text.slice(span.start, span.end)))
    if (words.length >= LEAST_WORDS) passages.push({ claims, view, span, set: shingles(words, SIZE) })
  }
  return passages
}

/** The claim of the other passage that stands at the same place in it. */
function counterpart(claim: ClaimView, passage: Passage, other: Passage): ClaimView | null {
  const own = new Set(plainWords(claim.text))
  let best: ClaimView | null = null
  let score = 0
  for (const candidate of other.claims) {
    const words = plainWords(candidate.text)
    const common = words.filter((word) => own.has(word)).length
    const overlap = common / Math.max(own.size, words.length)
    if (overlap > score) {
      best = candidate
      score = overlap
    }
  }
  return score >= 0.6 || (passage.claims.length === 1 && other.claims.length === 1) ? best : null
}
