/** How long texts are reckoned with: a term counts less the second time, and less in a longer text. */
const K1 = 1.2
const B = 0.75

/** An index of texts by term. */
export interface TermIndex {
  /** Adds to `scores`, by text, the weight of the terms it shares with the query, times `share`. */
  readonly add: (query: readonly string[], scores: Float64Array, share: number) => void
}

/**
 * BM25 over any terms (Robertson and Zaragoza 2009). A term that the query repeats counts a little more, not in full.
 * @param texts the terms of each text; the index of a text is its place here
 */
export function termIndex(texts: readonly (readonly string[])[]): TermIndex {
  const mean = texts.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, texts.length)
  const postings = new Map<string, number[]>()
  texts.forEach((terms, i) => {
    for (const [term, n] of countsOf(terms)) {
      const known = postings.get(term) ?? []
      if (known.length === 0) postings.set(term, known)
      known.push(i, (n * (K1 + 1)) / (n + K1 * (1 - B + (B * terms.length) / (mean || 1))))
    }
  })
  return {
    add(query, scores, share) {
      for (const [term, n] of countsOf(query)) {
        const known = postings.get(term)
        if (!known) continue
        const holding = known.length / 2
        const weight = share * (1 + (n - 1) * 0.3) * Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5))
        for (let k = 0; k < known.length; k += 2) {
          const text = known[k] ?? 0
          scores[text] = (scores[text] ?? 0) + weight * (known[k + 1] ?? 0)
        }
      }
    },
  }
}

function countsOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
