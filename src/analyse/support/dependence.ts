import type { Asked } from './truth.ts'

/** How often a copier copies, and how likely two sources are to be copier and copied before anything is seen of them. */
const COPIES = 0.8
const PRIOR = 0.001
/** Ways in which a wrong answer can be wrong. */
const WRONG_WAYS = 10

/** For a pair of sources the chance that one copies the other; pairs that surely do not are left out. */
export type Dependence = ReadonlyMap<number, ReadonlyMap<number, number>>

/**
 * Which sources copy each other, from the answers they share: sharing what is likely wrong tells more than sharing what is right
 * (Dong, Berti-Equille and Srivastava 2009, without the direction of copying).
 * @param errors the share of answers that are likely wrong
 */
export function dependenceOf(questions: readonly Asked[], sources: number, errors: number): Dependence {
  const e = Math.min(0.5, Math.max(0.05, errors))
  const alone = { right: (1 - e) ** 2, wrong: (e * e) / WRONG_WAYS, apart: 0 }
  alone.apart = 1 - alone.right - alone.wrong
  const evidence = {
    right: Math.log(((1 - e) * COPIES + alone.right * (1 - COPIES)) / alone.right),
    wrong: Math.log((e * COPIES + alone.wrong * (1 - COPIES)) / alone.wrong),
    apart: Math.log(1 - COPIES),
  }
  const sums = new Map<number, number>()
  for (const { answers } of questions) {
    const said = answers.flatMap((answer) => answer.sources.map((source) => ({ source, answer })))
    said.forEach((a, i) => {
      for (const b of said.slice(i + 1)) {
        if (a.source === b.source) continue
        const key = Math.min(a.source, b.source) * sources + Math.max(a.source, b.source)
        const { share } = a.answer
        const weight = a.answer === b.answer ? share * evidence.right + (1 - share) * evidence.wrong : evidence.apart
        sums.set(key, (sums.get(key) ?? Math.log(PRIOR / (1 - PRIOR))) + weight)
      }
    })
  }
  const pairs = new Map<number, Map<number, number>>()
  const put = (a: number, b: number, chance: number): void => {
    const known = pairs.get(a)
    if (known) known.set(b, chance)
    else pairs.set(a, new Map([[b, chance]]))
  }
  for (const [key, sum] of sums) {
    const chance = 1 / (1 + Math.exp(-sum))
    if (chance < 0.05) continue
    put(Math.floor(key / sources), key % sources, chance)
    put(key % sources, Math.floor(key / sources), chance)
  }
  return pairs
}

/** The part of a source's word that is its own, beside those that speak with it and were counted before. */
export function independence(source: number, counted: readonly number[], dependence: Dependence): number {
  const pairs = dependence.get(source)
  if (!pairs) return 1
  return counted.reduce((free, other) => free * (1 - COPIES * (pairs.get(other) ?? 0)), 1)
}
