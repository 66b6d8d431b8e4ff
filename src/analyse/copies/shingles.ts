import { hash32 } from '../digest.ts'

/** Words of a text for comparison: folded to lower case, letters and digits only. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * Hashes of all runs of `size` words, each once, sorted.
 * A text shorter than `size` gives one shingle of all its words; an empty text none.
 */
export function shingles(words: readonly string[], size: number): Uint32Array {
  if (words.length === 0) return new Uint32Array(0)
  const count = Math.max(1, words.length - size + 1)
  const hashes = new Uint32Array(count)
  for (let i = 0; i < count; i++) hashes[i] = hash32(words.slice(i, i + size).join(' '))
  hashes.sort()
  let kept = 0
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] ?? 0
    if (i === 0 || hash !== hashes[i - 1]) hashes[kept++] = hash
  }
  return hashes.slice(0, kept)
}

/** How many of the sorted hashes of `a` stand in `b`. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const left = a[i] ?? 0
    const right = b[k] ?? 0
    if (left === right) {
      count++
      i++
      k++
    } else if (left < right) i++
    else k++
  }
  return count
}

/**
 * For each text, the other texts with which it shares at least `least` shingles, through an inverted index:
 * the work grows with the number of shared shingles, not with the square of the texts. Shingles that stand in more than
 * `common` texts (boilerplate, a much-quoted sentence) are left out of the search.
 */
export function neighbours(sets: readonly Uint32Array[], least: number, common = 60): readonly ReadonlyMap<number, number>[] {
  let total = 0
  for (const set of sets) total += set.length
  const pairs = new Float64Array(total)
  let at = 0
  const width = Math.max(1, sets.length)
  sets.forEach((set, index) => {
    for (const hash of set) pairs[at++] = hash * width + index
  })
  pairs.sort()
  const counts = sets.map(() => new Map<number, number>())
  for (let start = 0; start < total; ) {
    const hash = Math.floor((pairs[start] ?? 0) / width)
    let end = start + 1
    while (end < total && Math.floor((pairs[end] ?? 0) / width) === hash) end++
    if (end - start > 1 && end - start <= common) {
      for (let i = start; i < end; i++) {
        for (let k = i + 1; k < end; k++) {
          const a = (pairs[i] ?? 0) - hash * width
          const b = (pairs[k] ?? 0) - hash * width
          counts[a]?.set(b, (counts[a]?.get(b) ?? 0) + 1)
          counts[b]?.set(a, (counts[b]?.get(a) ?? 0) + 1)
        }
      }
    }
    start = end
  }
  return counts.map((map) => new Map([...map].filter(([, count]) => count >= least).sort((a, b) => a[0] - b[0])))
}
