import type { Figure } from '../../model/index.ts'
import { between, type Found, type Stretch } from './stretch.ts'
import { pointOf, written } from './sum.ts'

/** "45 of the 60 crew": a count of a base, with no more than a few words between. */
const OF = /^\s*(?:[\p{L}’'-]+ ){0,3}?(?:out )?of (?:the |its |their |all |some |about )?$/iu
/** The share stands next to it: ", or 75 percent,", "(75%)". */
const NEXT = /^[^.;:]{0,40}?(?:,? or|\(|,|—|–|, (?:about|some|nearly|roughly))\s*(?:about |some |nearly |roughly |around )?$/i

/** "45 of the 60 crew, or 75 percent": a share against its count and its base, to one point of a percent. */
export function* percents(stretch: Stretch): Generator<Found> {
  const { figures } = stretch
  for (let i = 0; i + 2 < figures.length; i++) {
    const [count, base, share] = [figures[i]!, figures[i + 1]!, figures[i + 2]!]
    const found = read(stretch, count, base, share)
    if (found) yield found
  }
}

function read(stretch: Stretch, count: Figure, base: Figure, share: Figure): Found | null {
  if (share.kind !== 'percent' || count.kind === 'percent' || base.kind !== count.kind || base.unit !== count.unit) return null
  if (!OF.test(between(stretch, count, base)) || !NEXT.test(between(stretch, base, share))) return null
  const [part, whole, said] = [pointOf(count), pointOf(base), pointOf(share)]
  if (part === null || whole === null || said === null || whole <= 0 || part > whole) return null
  const worked = (100 * part) / whole
  const arithmetic = `${written(part)} ÷ ${written(whole)} = ${written(worked)} %`
  const slack = share.approximate || count.approximate || base.approximate ? 3 : 1
  const agrees = Math.abs(worked - said) <= slack
  return {
    kind: 'percent',
    verdict: agrees ? 'agrees' : 'mismatch',
    figures: [count, base, share],
    arithmetic,
    why: agrees ? `${arithmetic}, as the share says` : `${arithmetic}, and the report says ${written(said)} %`,
  }
}
