import { isFunctionWord } from '../terms/function-words.ts'
import { stem } from '../terms/stem.ts'
import { termIndex } from './bm25.ts'

/** A claim found, by its place in the list that was searched; the higher the score the likelier. */
export interface Match {
  readonly index: number
  readonly score: number
}

/** Characters of the runs that let "vaccinated" meet "vaccine", and a name its misspelling. */
const RUN = 4
const RUN_SHARE = 0.3

/**
 * Finds claims that say in other words what a text says: BM25 over stems joined with BM25 over runs of characters
 * (McNamee and Mayfield 2004). Addresses are left out, and names of accounts and topics taken apart.
 * @param claims the wordings to search
 * @returns a search: the best first, at most `count`, those that share nothing left out
 */
export function claimSearch(claims: readonly string[]): (text: string, count: number) => readonly Match[] {
  const words = claims.map((claim) => stemsOf(claim))
  const byStem = termIndex(words)
  const byRun = termIndex(words.map(runsOf))
  return (text, count) => {
    const query = stemsOf(text)
    const scores = new Float64Array(claims.length)
    byStem.add(query, scores, 1)
    byRun.add(runsOf(query), scores, RUN_SHARE)
    const found: Match[] = []
    scores.forEach((score, index) => {
      if (score > 0) found.push({ index, score })
    })
    return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, count)
  }
}

const ADDRESS = /https?:\/\/\S+|\bpic\.twitter\.com\/\S+/gu
/** The signature of a post: "— Name (@account) May 1, 2020". */
const SIGNATURE = /—[^—]{1,80}$/u

function stemsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replace(ADDRESS, ' ')
    .replace(SIGNATURE, ' ')
    .replace(/[#@]([\p{L}\p{N}_]+)/gu, (_, name: string) => ` ${name} ${takenApart(name)} `)
    .replace(/[’']s\b/gu, '')
    .toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []
  return words.filter((word) => !isFunctionWord(word)).map(stem)
}

/** "SaveTheBees2020" → "Save The Bees 2020". */
function takenApart(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/(\p{N}+)/gu, ' $1 ')
}

function runsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const padded = ` ${word} `
    if (padded.length <= RUN) return [padded]
    return Array.from({ length: padded.length - RUN + 1 }, (_, i) => padded.slice(i, i + RUN))
  })
}
