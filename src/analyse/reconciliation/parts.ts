import type { Figure } from '../../model/index.ts'
import { between, type Found, type Stretch } from './stretch.ts'
import { extentOf, pointOf, written } from './sum.ts'

/** Words behind a total that announce all its parts, or some of them. */
const ALL = /(?:[:—–]|\b(?:comprising|consisting of|made up of|split (?:between|into)|divided (?:between|into)))\s*(?:the\s)?$/i
const SOME = /\b(?:including|among them|among whom|of (?:them|whom|which))\s*(?:the\s|at least\s)?$/i
/** Nothing but the noun of one part, and the list's joints, stands between two parts. */
const JOINT = /^[^.;:()]{0,48}?(?:,|,? and| and|;)\s*(?:the\s|another\s|at least\s)?$/

/** Two things counted before the parts: "56 passengers and 10 crew, among them 30 …" leaves open whose parts they are. */
const PAIRED = /^[^.;:]{0,40}\band\s(?:about\s|some\s)?$/
/** What anybody may be a part of, whatever the part is called. */
const PEOPLE =
  /^(?:people|person|victim|dead|casualty|fatality|death|passenger|prisoner|detainee|hostage|patient|case|arrest|injury|wounded|troop|member|worker|employee|migrant|refugee|resident|student|delegate)$/

/**
 * "31 people were killed: 12 men, 15 women and 4 children": parts against the total that they make up. Parts that are only some of it, or may
 * overlap ("including 12 women and 25 soldiers"), are looked at one by one: none can be more than the whole.
 */
export function* parts(stretch: Stretch): Generator<Found> {
  const { figures } = stretch
  for (let i = 0; i + 1 < figures.length; i++) {
    const total = figures[i]!
    const first = figures[i + 1]!
    if (total.kind !== 'count' || total.role === 'rate' || total.role === 'share' || first.kind !== 'count') continue
    const before = figures[i - 1]
    if (before && PAIRED.test(between(stretch, before, total))) continue
    const words = between(stretch, total, first)
    const whole = words.length < 90 && ALL.test(words)
    if (!whole && !(words.length < 90 && SOME.test(words))) continue
    const list: Figure[] = [first]
    for (let k = i + 2; k < figures.length; k++) {
      const part = figures[k]!
      if (part.kind !== 'count' || part.role === 'share' || !JOINT.test(between(stretch, list.at(-1)!, part))) break
      list.push(part)
    }
    if (!list.every((part) => ofTotal(part, total))) continue
    const found = whole ? summed(total, list) : exceeded(total, list)
    if (found) yield found
  }
}

function ofTotal(part: Figure, total: Figure): boolean {
  return total.ofHead !== null && (PEOPLE.test(total.ofHead) || part.ofHead === null || part.ofHead === total.ofHead)
}

function summed(total: Figure, list: readonly Figure[]): Found | null {
  const sum = bounds(list)
  const given = extentOf(total)
  const points = list.map(pointOf)
  const stated = pointOf(total)
  if (list.length < 2 || !sum || !given || stated === null || points.some((point) => point === null)) return null
  const added = points.reduce<number>((all, point) => all + (point ?? 0), 0)
  const arithmetic = `${points.map((point) => written(point ?? 0)).join(' + ')} = ${written(added)}`
  const mismatch = sum.low > given.high || sum.high < given.low
  return {
    kind: 'parts',
    verdict: mismatch ? 'mismatch' : 'agrees',
    figures: [total, ...list],
    arithmetic,
    why: mismatch
      ? `the parts make ${arithmetic}, ${sum.low > given.high ? 'more' : 'less'} than the total of ${written(stated)}`
      : `the parts make ${arithmetic}, as the total says`,
  }
}

function exceeded(total: Figure, list: readonly Figure[]): Found | null {
  const given = extentOf(total)
  const stated = pointOf(total)
  if (!PEOPLE.test(total.ofHead ?? '')) return null
  const over = list.find((part) => given !== null && (extentOf(part)?.low ?? 0) > given.high)
  const point = over ? pointOf(over) : null
  if (!over || stated === null || point === null) return null
  return {
    kind: 'parts',
    verdict: 'mismatch',
    figures: [total, over],
    arithmetic: `${written(point)} > ${written(stated)}`,
    why: `a part of ${written(point)} is more than the whole of ${written(stated)}`,
  }
}

function bounds(list: readonly Figure[]): { low: number; high: number } | null {
  let low = 0
  let high = 0
  for (const figure of list) {
    const extent = extentOf(figure)
    if (!extent) return null
    low += extent.low
    high += extent.high
  }
  return { low, high }
}
