import { termIndex } from './bm25.ts'
import { likelihood } from './evidence.ts'
import { wordingOf } from './words.ts'

/** A claim found, by its place in the list that was searched; the higher the score the likelier. */
export interface Match {
  readonly index: number
  readonly score: number
}

/** Characters of the runs that let "vaccinated" meet "vaccine", and a name its misspelling. */
const RUN = 4
const RUN_SHARE = 0.3
/** How many claims are looked at closely. */
const CANDIDATES = 60

/**
 * Finds claims that say in other words what a text says. BM25 over stems joined with BM25 over runs of characters (McNamee and
 * Mayfield 2004) names the likeliest; the evidence of each, weighed by learnt weights, orders them (0180-claim-matching).
 * Addresses are left out, and names of accounts and topics taken apart.
 * @param claims the wordings to search; several for one claim where it has a title or other wordings
 * @returns a search: the best first, at most `count`, those that share nothing left out
 */
export function claimSearch(claims: readonly (string | readonly string[])[]): (text: string, count: number) => readonly Match[] {
  const fields = claims.map((claim) => (typeof claim === 'string' ? [claim] : claim).map(wordingOf))
  const words = fields.map((wordings) => wordings.flatMap((wording) => wording.stems))
  const byStem = termIndex(words)
  const byRun = termIndex(words.map(runsOf))
  const holding = new Map<string, number>()
  for (const list of words) for (const term of new Set(list)) holding.set(term, (holding.get(term) ?? 0) + 1)
  const rarity = (term: string): number => Math.log((claims.length + 1) / ((holding.get(term) ?? 0) + 0.5))
  return (text, count) => {
    const query = wordingOf(text)
    const stems = new Float64Array(claims.length)
    const runs = new Float64Array(claims.length)
    byStem.add(query.stems, stems, 1)
    byRun.add(runsOf(query.stems), runs, 1)
    const found: Match[] = []
    stems.forEach((score, index) => {
      const sum = score + RUN_SHARE * (runs[index] ?? 0)
      if (sum > 0) found.push({ index, score: sum })
    })
    return found
      .sort(likelierFirst)
      .slice(0, Math.max(count, CANDIDATES))
      .map(({ index }) => {
        const scores = { stems: stems[index] ?? 0, runs: runs[index] ?? 0 }
        return { index, score: likelihood(query, fields[index] ?? [], scores, rarity) }
      })
      .sort(likelierFirst)
      .slice(0, count)
  }
}

function likelierFirst(a: Match, b: Match): number {
  return b.score - a.score || a.index - b.index
}

function runsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const padded = ` ${word} `
    if (padded.length <= RUN) return [padded]
    return Array.from({ length: padded.length - RUN + 1 }, (_, i) => padded.slice(i, i + RUN))
  })
}
