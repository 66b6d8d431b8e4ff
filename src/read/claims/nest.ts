import type { Draft } from '../attribution/draft.ts'
import type { Range } from '../grammar/page.ts'

interface Nestable {
  readonly content: readonly Range[]
  readonly own: readonly Range[]
  readonly draft: Draft | null
  readonly first: number
}

/** How many earlier claims are looked at for a parent: contents seldom reach further. */
const REACH = 24

/**
 * For each claim the index of the innermost earlier claim whose content holds its cue; -1 at top level.
 * @param made in text order of their beginning
 */
export function nest(made: readonly Nestable[]): number[] {
  const parents: number[] = []
  made.forEach((item, i) => {
    let best = -1
    let size = Number.POSITIVE_INFINITY
    // By its cue: the source may stand before what the outer one says ("whom, officials said, …")
    const inner = item.draft && item.draft.cue.length > 0 ? item.draft.cue : item.own.length > 0 ? item.own : item.content
    for (let k = Math.max(0, i - REACH); k < i; k++) {
      const outer = made[k]!
      if (!outer.draft || !holds(outer.content, inner) || deniesClaims(outer.draft, item.draft)) continue
      const extent = outer.content.reduce((sum, range) => sum + range.end - range.first, 0)
      if (extent < size) {
        best = k
        size = extent
      }
    }
    parents.push(best)
  })
  return parents
}

function holds(outer: readonly Range[], inner: readonly Range[]): boolean {
  return inner.length > 0 && inner.every((range) => outer.some((other) => other.first <= range.first && range.end <= other.end))
}

/** "rejected claims that …": those claims are somebody else's, not the denier's own words. */
function deniesClaims(outer: Draft, inner: Draft | null): boolean {
  return inner?.rule === 'noun-ground' && /^(?:deny|reject|dismiss|dispute|refute|rebut)$/.test(outer.lemma)
}
