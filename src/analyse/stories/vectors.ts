import { isFunctionWord } from '../terms/function-words.ts'
import { stem } from '../terms/stem.ts'

/** Weight by term; of length one, or empty for a text that says nothing. */
export type Vector = ReadonlyMap<string, number>

/** Words that head a headline without telling what happened. */
const IDLE = new Set(
  'say says said new first video live update report reports up out over after what how why when who us'.split(' '),
)

/** Exponent of the inverse document frequency: below one, a name that stands in one text alone does not drown what many share. */
const IDF_POWER = 0.7

/** The stems of a text in order, with null where a word says nothing. */
function stems(text: string): readonly (string | null)[] {
  const words =
    text
      .normalize('NFKC')
      .replace(/[’']s\b/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []
  return words.map((word) => (word.length < 2 || isFunctionWord(word) || IDLE.has(word) ? null : stem(word)))
}

/**
 * Texts as vectors of stems and of pairs of neighbouring stems, weighted by the root of their count and by how few texts have them.
 * @param texts in any order; the weights hold within this collection
 */
export function vectorsOf(texts: readonly string[]): readonly Vector[] {
  const counts = texts.map((text) => {
    const count = new Map<string, number>()
    const all = stems(text)
    all.forEach((word, i) => {
      if (word === null) return
      count.set(word, (count.get(word) ?? 0) + 1)
      const next = all[i + 1]
      if (next != null) count.set(`${word} ${next}`, (count.get(`${word} ${next}`) ?? 0) + 1)
    })
    return count
  })
  const holding = new Map<string, number>()
  for (const count of counts) for (const term of count.keys()) holding.set(term, (holding.get(term) ?? 0) + 1)
  return counts.map((count) => {
    const vector = new Map<string, number>()
    for (const [term, n] of count)
      vector.set(term, Math.sqrt(n) * Math.log((texts.length + 1) / (holding.get(term) ?? 1)) ** IDF_POWER)
    return unit(vector)
  })
}

/** For every vector, its dot products with the others, by index; pairs that share no term are left out. */
export function likenesses(vectors: readonly Vector[]): readonly Map<number, number>[] {
  const index = new Map<string, [number, number][]>()
  return vectors
    .map((vector, i) => {
      const found = new Map<number, number>()
      for (const [term, weight] of vector) {
        const known = index.get(term)
        if (!known) index.set(term, [[i, weight]])
        else {
          for (const [other, theirs] of known) found.set(other, (found.get(other) ?? 0) + weight * theirs)
          known.push([i, weight])
        }
      }
      return found
    })
    .map((found, i, all) => {
      for (const [other, value] of found) if (other < i) all[other]?.set(i, value)
      return found
    })
}

/** How many neighbours lend a text their words, and how much of them. */
const NEIGHBOURS = 5
const LENT = 0.5

/**
 * Adds to each text half of what its five nearest say, so that two reports meet through a third that uses the words of both.
 * (Neighbourhood smoothing of documents: Kurland and Lee 2004.)
 */
export function smoothed(vectors: readonly Vector[]): readonly Vector[] {
  return likenesses(vectors).map((found, i) => {
    const near = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEIGHBOURS)
    const total = near.reduce((sum, [, value]) => sum + value, 0)
    const vector = new Map(vectors[i])
    if (total > 0)
      for (const [other, value] of near)
        for (const [term, weight] of vectors[other] ?? [])
          vector.set(term, (vector.get(term) ?? 0) + (LENT * value * weight) / total)
    return unit(vector)
  })
}

function unit(vector: Map<string, number>): Vector {
  let square = 0
  for (const weight of vector.values()) square += weight * weight
  const length = Math.sqrt(square)
  if (length > 0) for (const [term, weight] of vector) vector.set(term, weight / length)
  return vector
}
