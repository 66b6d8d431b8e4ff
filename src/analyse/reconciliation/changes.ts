import type { Figure } from '../../model/index.ts'
import { between, type Found, type Stretch } from './stretch.ts'
import { pointOf, written } from './sum.ts'

const FROM = /\bfrom (?:about |some |around |nearly |roughly )?$/i
const TO = /^[^.;:,]{0,40}? to (?:about |some |around |nearly |roughly )?$/i
const ROSE =
  /\b(?:rose|risen|rise|rises|grew|grown|grow|increase[ds]?|increasing|climbed|jumped|up|gain(?:ed)?|swell(?:ed)?|doubled|soared)\b/i
const FELL = /\b(?:fell|fallen|fall|falls|dropped|drop|declined|decline|decreased?|shrank|shrunk|down|cut|lost|sank|slid)\b/i

/** ", an increase of 50 percent", " (up 50 percent", ", or 50 percent": the share in apposition to the change. */
const BEHIND =
  /^[^.;,(]{0,30}(?:[,(—–]|--) ?(?:(?:an? |the )?(?:[a-z]+ )?(?:increase|rise|jump|growth|gain|surge|climb|fall|drop|decline|decrease|cut|loss|reduction) of|up(?: by)?|down(?: by)?|or|that is|a|an) ?(?:about |some |nearly |roughly |almost |more than )?$/i
/** "rose by 50 percent, from 1,500 to …". */
const BEFORE = /^,? from (?:about |some |around |nearly |roughly )?$/i

/** "rose from 1,500 to 3,000, an increase of 50 percent": a change against the two figures that it lies between. */
export function* changes(stretch: Stretch): Generator<Found> {
  const { figures, text, start } = stretch
  const up = ROSE.test(text)
  const down = FELL.test(text)
  if (up === down) return
  for (const [i, from] of figures.entries()) {
    const to = figures[i + 1]
    if (!to || from.kind === 'percent' || !comparable(from, to)) continue
    if (!FROM.test(text.slice(0, from.cell.start - start)) || !TO.test(between(stretch, from, to))) continue
    const [a, b] = [pointOf(from), pointOf(to)]
    if (a === null || b === null || a <= 0) continue
    const [before, behind] = [figures[i - 1], figures[i + 2]]
    const share =
      behind?.kind === 'percent' && BEHIND.test(between(stretch, to, behind))
        ? behind
        : before?.kind === 'percent' && BEFORE.test(between(stretch, before, from))
          ? before
          : null
    const found = share ? ofShare(from, to, share, a, b) : null
    if (found) yield found
  }
}

function ofShare(from: Figure, to: Figure, share: Figure, a: number, b: number): Found | null {
  const said = pointOf(share)
  if (said === null) return null
  const worked = (100 * Math.abs(b - a)) / a
  const arithmetic = `(${written(b)} − ${written(a)}) ÷ ${written(a)} = ${written(((b - a) * 100) / a)} %`
  const slack = Math.max(1, worked * (share.approximate || from.approximate || to.approximate ? 0.1 : 0.03))
  const agrees = Math.abs(worked - said) <= slack
  return {
    kind: 'change',
    verdict: agrees ? 'agrees' : 'mismatch',
    figures: [from, to, share],
    arithmetic,
    why: agrees ? `${arithmetic}, as the report says` : `${arithmetic}, and the report says ${written(said)} %`,
  }
}

/** "from 1,500 to 3,000 tonnes": the first of two shares the unit of the second. */
function comparable(from: Figure, to: Figure): boolean {
  if (from.kind === to.kind && from.unit === to.unit) return true
  return from.kind === 'count' && from.unit === null && to.kind !== 'percent' && (from.of === null || from.ofHead === to.ofHead)
}
