import type { Copy, CopyRules, CopyText, Near } from '../../model/index.ts'
import { canonically } from '../order.ts'
import { containmentIn, copyOf, type Sketched } from './reports.ts'
import { leastCommon, NEAR, type Sketch, sketchOf } from './sketch.ts'

/** A text whose sketch is made when it is first looked at: dates alone often tell that nothing was copied. */
function sketched(report: CopyText): Sketched {
  let made: Sketch | null = null
  return {
    report,
    get sketch() {
      made ??= sketchOf(report.text)
      return made
    },
  }
}

/**
 * What a report that arrives changes: the text that it copies, and those that copy it now, since it stands before what they were
 * known to copy. Applied for each arrival, in any order, it gives what `copiesOf` gives for all of them.
 * @param near all reports with at least `leastCommon` of either sketch, in any order
 * @returns the links that are new or changed
 */
function arrival(report: CopyText, near: readonly Near[]): readonly Copy[] {
  const text = sketched(report)
  const own = originalIn(text, near)
  const others = near.flatMap((other): Copy[] => {
    if (other.common < leastCommon(other.sampled)) return []
    if (other.of !== null && canonically(other.of, text.report) < 0) return []
    const containment = containmentIn(sketched(other.report), text)
    return containment === null ? [] : [{ version: other.report.version, of: text.report.version, containment }]
  })
  return own === null ? others : [own, ...others]
}

/** What a report copies, from those near it: also what one copies whose original has gone. */
function originalIn(text: Sketched, near: readonly Near[]): Copy | null {
  const least = leastCommon(text.sketch.sampled.length)
  const candidates = near.filter(({ common }) => common >= least).sort((a, b) => canonically(a.report, b.report))
  return copyOf(
    text,
    candidates.map(({ report }) => sketched(report)),
  )
}

/** The rules by which a ledger keeps copies as rows. Its version is raised with every change of what they find. */
export const COPY_RULES: CopyRules = {
  version: 2,
  sketch: (text) => [...sketchOf(text).sampled],
  near: NEAR,
  arrival,
  originalOf: (report, near) => originalIn(sketched(report), near),
}
