import type { Figure, Lineage } from '../../model/index.ts'
import type { Resolution } from '../sources/resolve.ts'
import { surfaceKey } from '../sources/surface.ts'
import type { ClaimView } from '../view.ts'

/** Days within which a later claim can be taken for a retelling of an earlier one, and not for news. */
const WINDOW = 14

/** What the comparison asks about the claims. */
export interface Ground {
  readonly resolution: Resolution
  readonly lineage: (claim: ClaimView) => Lineage
}

/** True when `after` was published later than `before`, in another report, and soon enough to retell it. */
export function followsSoon(before: ClaimView, after: ClaimView): boolean {
  if (before.view === after.view || before.view.day === null || after.view.day === null) return false
  const days = after.view.day - before.view.day
  if (days < 0 || days > WINDOW) return false
  if (days > 0) return true
  // On one day, hours tell only where both reports give them.
  const from = before.view.report.metadata.published ?? ''
  const to = after.view.report.metadata.published ?? ''
  return from.length > 10 && to.length > 10 && from < to
}

/**
 * How `after` rests on `before`: the same stated source, the outlet of the one named by the other, a copied passage, or no
 * source of its own in a report that leans on the earlier one's source elsewhere.
 * Null when neither is shown: two sources that say alike things are no retelling.
 */
export function tie(before: ClaimView, after: ClaimView, ground: Ground): string | null {
  const earlier = stated(before, ground)
  const later = stated(after, ground)
  const common = later.find((id) => earlier.includes(id) && !ground.resolution.byId.get(id)?.anonymous)
  if (common !== undefined) return `both on the word of ${ground.resolution.byId.get(common)?.source.name ?? common}`
  const outlet = before.view.report.metadata.outlet
  if (outlet !== null) {
    const id = ground.resolution.byName.get(surfaceKey(outlet))
    if (id !== undefined && later.includes(id)) return `the later one cites ${outlet}`
  }
  const lineage = ground.lineage(after)
  if (lineage.known && lineage.edges.some((edge) => edge.kind === 'copied' && edge.to === before.id))
    return 'the later passage is copied from the earlier'
  if (!later.some((id) => !ground.resolution.byId.get(id)?.anonymous && !isThing(ground, id))) {
    const elsewhere = after.view.claims.flatMap((claim) => stated(claim, ground))
    const source = earlier.find((id) => elsewhere.includes(id) && !ground.resolution.byId.get(id)?.anonymous)
    if (source !== undefined)
      return `the later report names no source here and leans on ${ground.resolution.byId.get(source)?.source.name ?? source} elsewhere`
  }
  return null
}

/** True for a picture or paper that speaks: no source of its own. */
function isThing(ground: Ground, id: string): boolean {
  const kind = ground.resolution.byId.get(id)?.source.kind
  return kind === 'image' || kind === 'document'
}

function stated(claim: ClaimView, ground: Ground): readonly string[] {
  return (ground.resolution.chains[claim.id] ?? []).filter((id) => id !== null)
}

/** The one number a figure stands on: its best value, else its one bound; null for an open range. */
export function anchor(figure: Figure): number | null {
  if (figure.best !== null) return figure.best
  if (figure.bound === 'atMost') return figure.high
  if (figure.bound === 'atLeast') return figure.low
  return figure.low !== null && figure.low === figure.high ? figure.low : null
}

/** A number that two texts hardly share by chance: 1,500 or 12,000, not 3 or 20. */
export function isDistinctive(value: number): boolean {
  return value >= 100
}
