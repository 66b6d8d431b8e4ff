import type { Lexeme } from '../numbers/index.ts'
import type { Candidate } from './candidates.ts'
import { fold } from './fold.ts'
import type { Gazetteer, Meaning } from './gazetteer.ts'
import type { PlaceContext } from './index.ts'
import { COMMON, WHERE } from './words.ts'

/** Letters that one edit may put in: those that names are keyed with. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
/** A text may hold this many unknown names that are tried; each costs about a millisecond. */
const MOST_TRIED = 60

/**
 * Resolves names that the gazetteer does not have but almost has. Near certain means: six letters or more, one edit away, standing
 * where only a place can stand (after "in", "at", "near" or in a list of places), every place that is one edit away lying in
 * one country that the text itself names, or there being just one and it being large.
 */
export function resolveMisspelling(
  text: string,
  all: readonly Lexeme[],
  kept: readonly Candidate[],
  gazetteer: Gazetteer,
  context: PlaceContext,
): Candidate[] {
  const named = new Set(kept.flatMap((candidate) => candidate.meanings.slice(0, 1).map(({ entry }) => gazetteer.country(entry))))
  const starts = new Map(kept.map((candidate) => [candidate.first, candidate]))
  const ends = new Map(kept.map((candidate) => [candidate.next, candidate]))
  const covered = new Set<number>()
  for (const candidate of kept) for (let i = candidate.first; i < candidate.next; i++) covered.add(i)
  const out: Candidate[] = []
  const tried = new Map<string, Meaning[]>()
  for (let at = 0; at < all.length; at++) {
    const x = all[at]!
    if (x.kind !== 'word' || covered.has(at) || x.text.length < 6 || !/^\p{Lu}\p{Ll}+$/u.test(x.text)) continue
    const folded = fold(x.text)
    if (folded.length < 6 || COMMON.has(folded) || gazetteer.lookup(folded).length > 0 || gazetteer.demonym(folded).length > 0)
      continue
    const before = all[at - 1]
    const after = all[at + 1]
    if (after && after.kind === 'word' && /^\p{Lu}/u.test(after.text) && !after.broken && after.start - x.end <= 1) continue
    if (before && before.kind === 'word' && /^\p{Lu}/u.test(before.text) && !/^(?:In|At|Near|From)$/.test(before.text)) continue
    if (context.entities.some((entity) => entity.kind === 'person' && entity.start <= x.start && x.end <= entity.end)) continue
    const led = before !== undefined && WHERE.has(before.lower) && !/^(?:on|over|against|for)$/.test(before.lower)
    const listed = inList(all, at, starts, ends)
    if (!led && !listed) continue
    if (!tried.has(folded) && tried.size >= MOST_TRIED) continue
    const meanings = tried.get(folded) ?? oneEditAway(folded, gazetteer)
    tried.set(folded, meanings)
    const fitting = nearCertain(meanings, gazetteer, named)
    if (fitting.length === 0) continue
    out.push({
      start: x.start,
      end: x.end,
      surface: text.slice(x.start, x.end),
      folded,
      meanings: fitting,
      demonym: false,
      abbreviation: false,
      words: 1,
      first: at,
      next: at + 1,
    })
  }
  return out
}

/** Between or beside names of places in an enumeration. */
function inList(
  all: readonly Lexeme[],
  at: number,
  starts: ReadonlyMap<number, Candidate>,
  ends: ReadonlyMap<number, Candidate>,
): boolean {
  let i = at
  while (i > 0 && /^(?:,|and|or)$/.test(all[i - 1]!.lower)) i -= 1
  if (i < at && ends.has(i) && !ends.get(i)!.demonym) return true
  i = at + 1
  while (/^(?:,|and|or)$/.test(all[i]?.lower ?? '')) i += 1
  return i > at + 1 && starts.has(i) && !starts.get(i)!.demonym
}

function nearCertain(meanings: readonly Meaning[], gazetteer: Gazetteer, named: ReadonlySet<number>): Meaning[] {
  const large = meanings.filter(({ entry }) => gazetteer.kind(entry) !== 'country' && gazetteer.population(entry) >= 15_000)
  const here = large.filter(({ entry }) => gazetteer.country(entry) > 0 && named.has(gazetteer.country(entry)))
  const pool = here.length > 0 ? here : large.filter(({ entry }) => gazetteer.population(entry) >= 250_000)
  if (pool.length === 0) return []
  const sorted = [
    ...new Map(
      [...pool]
        .sort((a, b) => gazetteer.population(b.entry) - gazetteer.population(a.entry))
        .map((meaning) => [meaning.entry, meaning]),
    ).values(),
  ]
  const top = sorted[0]!.entry
  const apart = (entry: number): boolean =>
    gazetteer.admin(entry) !== gazetteer.admin(top) || gazetteer.country(entry) !== gazetteer.country(top)
  const rival = sorted.find(({ entry }) => apart(entry))
  if (rival && gazetteer.population(rival.entry) * 5 > gazetteer.population(top)) return []
  return sorted
}

/** Every name that one letter more, less, other or swapped turns the word into. */
function oneEditAway(word: string, gazetteer: Gazetteer): Meaning[] {
  const out: Meaning[] = []
  const seen = new Set<string>([word])
  const look = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    out.push(...gazetteer.lookup(name))
  }
  for (let i = 0; i <= word.length; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)]
    if (right !== '') look(left + right.slice(1))
    if (right.length > 1) look(left + right[1]! + right[0]! + right.slice(2))
    for (const letter of ALPHABET) {
      look(left + letter + right)
      if (right !== '') look(left + letter + right.slice(1))
    }
  }
  return out
}
