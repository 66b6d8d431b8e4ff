import type { Copy } from '../../model/index.ts'
import type { ReportView } from '../view.ts'
import { neighbours, plainWords, shared, shingles } from './shingles.ts'

const SIZE = 3
/** Share of a text's shingles that must stand in the other. */
const CONTAINED = 0.5
/** Fewer words than this say too little to be a copy. */
const LEAST_WORDS = 20

/** A text with its quotations cut out: two reports that quote one speech are not copies of each other. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]{0,2000}”|"[^"\n]{0,2000}"/gu, ' ')
}

/**
 * Finds reports whose text is near-identical to, or contained in, another's; each is linked to the earliest that holds it.
 * Containment of three-word shingles (Broder 1997), counted without quotations, so that a shared quotation alone joins nothing.
 * A link is to a text that itself holds the copy: copies are not chained. Where dates do not tell, the shorter copies the longer.
 * @param views in canonical order
 */
export function copiesOf(views: readonly ReportView[]): readonly Copy[] {
  const words = views.map((view) => plainWords(withoutQuotations(view.report.text)))
  const sets = words.map((list) => (list.length < LEAST_WORDS ? new Uint32Array(0) : shingles(list, SIZE)))
  const near = neighbours(sets, 3)
  const copies: Copy[] = []
  views.forEach((view, index) => {
    const own = sets[index]
    if (!own || own.length === 0) return
    let best: { of: ReportView; containment: number } | null = null
    for (const [other, common] of near[index] ?? []) {
      // Common shingles that were left out of the search cannot be the greater part.
      if (common < own.length * 0.2) continue
      const them = sets[other]
      const original = views[other]
      if (!them || !original || !mayCopy(view, original, own.length, them.length)) continue
      const containment = shared(own, them) / own.length
      if (containment < CONTAINED) continue
      if (!best || original.index < best.of.index) best = { of: original, containment }
    }
    if (best)
      copies.push({
        version: view.report.version,
        of: best.of.report.version,
        containment: Math.round(best.containment * 1000) / 1000,
      })
  })
  return copies
}

/** True when `view` can be the copy and `original` the text it copies. */
function mayCopy(view: ReportView, original: ReportView, own: number, them: number): boolean {
  const here = view.report.metadata.published
  const there = original.report.metadata.published
  if (here !== null && there !== null) {
    const length = Math.min(here.length, there.length)
    const a = here.slice(0, length)
    const b = there.slice(0, length)
    if (a !== b) return b < a
  }
  if (credits(view, original)) return true
  if (credits(original, view)) return false
  return own !== them ? own < them : original.index < view.index
}

/** True when the text names the other's outlet. */
function credits(view: ReportView, original: ReportView): boolean {
  const outlet = original.report.metadata.outlet
  return outlet !== null && outlet.length > 2 && outlet !== view.report.metadata.outlet && view.report.text.includes(outlet)
}
