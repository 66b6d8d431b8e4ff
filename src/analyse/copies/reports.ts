import type { Copy, CopyText } from '../../model/index.ts'
import { canonically } from '../order.ts'
import type { ReportView } from '../view.ts'
import { shared } from './shingles.ts'
import { leastCommon, type Sketch, sketchOf } from './sketch.ts'

/** Share of a text's shingles that must stand in the other. */
const CONTAINED = 0.5

/** A text that another may have copied, or that may have copied it. */
export interface Sketched {
  readonly report: CopyText
  readonly sketch: Sketch
}

/**
 * Finds reports whose text is near-identical to, or contained in, another's; each is linked to the earliest that holds it.
 * Containment of three-word shingles (Broder 1997), counted without quotations, so that a shared quotation alone joins nothing.
 * A link is to a text that itself holds the copy: copies are not chained. Where dates do not tell, the shorter copies the longer.
 * @param views in canonical order
 */
export function copiesOf(views: readonly ReportView[]): readonly Copy[] {
  const texts = views.map(({ report }): Sketched => ({ report, sketch: sketchOf(report.text) }))
  const holders = new Map<number, number[]>()
  texts.forEach(({ sketch }, index) => {
    for (const hash of sketch.sampled) {
      const known = holders.get(hash)
      if (known) known.push(index)
      else holders.set(hash, [index])
    }
  })
  const common = new Uint32Array(texts.length)
  return texts.flatMap((text, index) => {
    const { sampled } = text.sketch
    const near: number[] = []
    for (const hash of sampled) {
      for (const other of holders.get(hash) ?? []) {
        if (common[other] === 0) near.push(other)
        common[other] = (common[other] ?? 0) + 1
      }
    }
    const least = leastCommon(sampled.length)
    const candidates = near.filter((other) => other !== index && (common[other] ?? 0) >= least).sort((a, b) => a - b)
    for (const other of near) common[other] = 0
    const copy = copyOf(
      text,
      candidates.flatMap((other) => texts[other] ?? []),
    )
    return copy === null ? [] : [copy]
  })
}

/**
 * The earliest of the texts that holds this one; null when none does. Whether one text copies another depends on the two alone,
 * so that the answer is the same however the candidates came together.
 * @param candidates all texts whose sketch holds `leastCommon` of this one's, in canonical order
 */
export function copyOf(text: Sketched, candidates: readonly Sketched[]): Copy | null {
  for (const original of candidates) {
    const containment = containmentIn(text, original)
    if (containment !== null) return { version: text.report.version, of: original.report.version, containment }
  }
  return null
}

/** Share of the text's shingles that stand in the original, to a thousandth; null when it is no copy of it. */
export function containmentIn(text: Sketched, original: Sketched): number | null {
  // Dates first: they cost nothing, a sketch has to be made.
  const dated = datesTell(text.report, original.report)
  if (dated === false) return null
  const own = text.sketch.shingles
  if (own.length === 0 || !(dated ?? mayCopy(text, original))) return null
  const containment = shared(own, original.sketch.shingles) / own.length
  return containment < CONTAINED ? null : Math.round(containment * 1000) / 1000
}

/** Whether the original was published first; null when dates do not tell. */
function datesTell(text: CopyText, original: CopyText): boolean | null {
  const here = text.metadata.published
  const there = original.metadata.published
  if (here === null || there === null) return null
  const length = Math.min(here.length, there.length)
  const a = here.slice(0, length)
  const b = there.slice(0, length)
  return a === b ? null : b < a
}

/** True when `text` can be the copy and `original` the text it copies, of two between which dates do not tell. */
function mayCopy(text: Sketched, original: Sketched): boolean {
  if (credits(text.report, original.report)) return true
  if (credits(original.report, text.report)) return false
  const own = text.sketch.shingles.length
  const them = original.sketch.shingles.length
  return own !== them ? own < them : canonically(original.report, text.report) < 0
}

/** True when the text names the other's outlet. */
function credits({ text, metadata }: CopyText, original: CopyText): boolean {
  const { outlet } = original.metadata
  return outlet !== null && outlet.length > 2 && outlet !== metadata.outlet && text.includes(outlet)
}
