import type { Span } from '../../model/index.ts'
import { type Lexeme, lexemes } from '../numbers/index.ts'
import { fold } from './fold.ts'
import type { Gazetteer, Meaning } from './gazetteer.ts'
import { INNER } from './words.ts'

/** A stretch of text that the gazetteer knows as a name. */
export interface Candidate extends Span {
  readonly surface: string
  readonly folded: string
  readonly meanings: readonly Meaning[]
  readonly demonym: boolean
  /** Written as an abbreviation that counts only so: "U.S.", "Ky.". */
  readonly abbreviation: boolean
  readonly words: number
  /** Lexemes `[first, next)`. */
  readonly first: number
  readonly next: number
}

const LONGEST = 6

export interface Names {
  readonly all: readonly Lexeme[]
  readonly candidates: readonly Candidate[]
}

/** Finds every longest stretch that is a name in the gazetteer, left to right. Linear: at most six look-ups at each capital letter. */
export function findCandidates(text: string, gazetteer: Gazetteer): Names {
  const all = lexemes(text)
  const candidates: Candidate[] = []
  const known = new Map<string, readonly Meaning[]>()
  const starts = new Map<string, boolean>()
  const lookup = (key: string, how: 'lookup' | 'demonym' | 'exact'): readonly Meaning[] => {
    const cached = known.get(how + key)
    if (cached) return cached
    const found = gazetteer[how](key)
    known.set(how + key, found)
    return found
  }
  const begins = (word: string): boolean => {
    const cached = starts.get(word)
    if (cached !== undefined) return cached
    const found = gazetteer.begins(word) || gazetteer.begins(`~${word}`) || (word === 'st' && gazetteer.begins('saint'))
    starts.set(word, found)
    return found
  }
  let i = 0
  while (i < all.length) {
    const x = all[i]!
    if (x.kind !== 'word' || !/^\p{Lu}/u.test(x.text)) {
      i += 1
      continue
    }
    const short = readAbbreviation(text, all, i, lookup)
    if (short) {
      candidates.push(short)
      i = short.next
      continue
    }
    const found = begins(fold(x.text)) ? longest(text, all, i, lookup) : null
    if (found) {
      candidates.push(found)
      i = found.next
    } else i += 1
  }
  return { all, candidates }
}

type Lookup = (key: string, how: 'lookup' | 'demonym' | 'exact') => readonly Meaning[]

function longest(text: string, all: readonly Lexeme[], at: number, lookup: Lookup): Candidate | null {
  const ends = [at]
  let i = at
  while (ends.length < LONGEST) {
    let next = i + 1
    const sign = all[next]
    if (
      sign?.kind === 'sign' &&
      (sign.lower === '-' || sign.lower === '.') &&
      !sign.spaced &&
      all[next + 1] &&
      (sign.lower === '-' ? !all[next + 1]!.spaced : all[i]!.text.length <= 3)
    )
      next += 1
    if (all[next]?.lower === "'" && !all[next]!.spaced) next += 1
    if (all[next]?.lower === "'s" && /^\p{Lu}/u.test(all[next + 1]?.text ?? '')) next += 1
    const word = all[next]
    if (word?.kind !== 'word' || word.broken || word.lower === "'s") break
    if (word.start - all[next - 1]!.end > 1) break
    if (!/^\p{Lu}/u.test(word.text) && !INNER.has(word.lower)) break
    ends.push(next)
    i = next
  }
  const tailed = withTail(text, all, at, i, lookup)
  if (tailed) return tailed
  for (let count = ends.length; count >= 1; count--) {
    const last = all[ends[count - 1]!]!
    if (!/^\p{Lu}/u.test(last.text)) continue
    const surface = text.slice(all[at]!.start, last.end)
    const folded = fold(surface)
    if (folded.length < 3) continue
    const meanings = lookup(folded, 'lookup')
    const people = meanings.length === 0 ? lookup(folded, 'demonym') : []
    const saint = meanings.length === 0 && folded.startsWith('st ') ? lookup(`saint ${folded.slice(3)}`, 'lookup') : []
    const found = meanings.length > 0 ? meanings : people.length > 0 ? people : saint
    if (found.length === 0) continue
    return {
      start: all[at]!.start,
      end: last.end,
      surface,
      folded,
      meanings: found,
      demonym: people.length > 0,
      abbreviation: false,
      words: count,
      first: at,
      next: ends[count - 1]! + 1,
    }
  }
  return null
}

/** Small words that end the names of bases, ports and plants: "Saky air base", "Zaporizhzhia nuclear power plant". */
const TAIL = /^(?:air|naval|base|airbase|airfield|airport|port|nuclear|power|plant|dam|front)$/

/** The name together with the small words behind it, where the gazetteer has just that. */
function withTail(text: string, all: readonly Lexeme[], at: number, last: number, lookup: Lookup): Candidate | null {
  let end = last
  while (end - last < 3 && TAIL.test(all[end + 1]?.text ?? '') && !all[end + 1]!.broken) end += 1
  for (; end > last; end--) {
    const surface = text.slice(all[at]!.start, all[end]!.end)
    const folded = fold(surface)
    const meanings = lookup(folded, 'lookup')
    if (meanings.length > 0)
      return {
        start: all[at]!.start,
        end: all[end]!.end,
        surface,
        folded,
        meanings,
        demonym: false,
        abbreviation: false,
        words: end - at + 1,
        first: at,
        next: end + 1,
      }
  }
  return null
}

/** "U.S.", "W.Va.", "Ky.", "UAE": the written form itself, with its points. */
function readAbbreviation(text: string, all: readonly Lexeme[], at: number, lookup: Lookup): Candidate | null {
  let end = at
  let best: Candidate | null = null
  for (let i = at; i < all.length && i - at < 8; i++) {
    const x = all[i]!
    if (i > at && (x.spaced || (x.kind !== 'word' && x.lower !== '.'))) break
    if (x.kind === 'word' && x.text.length > 6) break
    end = x.end
    const surface = text.slice(all[at]!.start, end)
    const meanings = lookup(surface, 'exact')
    if (meanings.length > 0)
      best = {
        start: all[at]!.start,
        end,
        surface,
        folded: surface,
        meanings,
        demonym: false,
        abbreviation: true,
        words: 1,
        first: at,
        next: i + 1,
      }
  }
  return best
}
