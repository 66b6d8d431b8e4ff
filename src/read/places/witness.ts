import type { Span, Token } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'
import { MONTHS, WEEKDAYS } from '../times/calendar.ts'
import type { Candidate } from './candidates.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceContext } from './index.ts'
import { BASED, CIVIC, COMMON, DIRECTIONS, FROM, OPENERS, PLACE_NOUNS, REGION_NOUNS, TITLES, TO, WHERE } from './words.ts'

/** Nouns that make a name of their own out of the word before them. */
const LONGER = new Set(['river', 'creek', 'street', 'road', 'avenue', 'lane', 'boulevard', 'bridge', 'square'])

/**
 * Keeps the candidates that name a place here. Countries, regions of several words and the like stand by themselves; the name of a
 * town needs a witness beside it (a preposition, a comma list with other places, a region after it, "port", a dateline) unless it is
 * large, and loses to a person's name, a title, a capitalised run that it is only part of, and to the same word written small.
 */
export function isPlace(
  text: string,
  all: readonly Lexeme[],
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  gazetteer: Gazetteer,
  context: PlaceContext,
): Candidate[] {
  const persons = context.entities.filter((entity) => entity.kind === 'person').sort((a, b) => a.start - b.start)
  const named = new Set(context.entities.filter((entity) => entity.kind === 'place').map((entity) => entity.start))
  const small = new Set<string>()
  for (const x of all) if (x.kind === 'word' && /^\p{Ll}/u.test(x.text)) small.add(x.lower)
  const people = new Set<string>()
  const taken = new Set<number>()
  for (const candidate of candidates) for (let i = candidate.first; i < candidate.next; i++) taken.add(i)
  const firm = new Set<number>()
  for (const candidate of candidates) {
    const wide =
      candidate.demonym ||
      candidate.abbreviation ||
      candidate.words > 1 ||
      candidate.meanings.some(
        ({ entry }) =>
          WIDE.has(gazetteer.kind(entry)) || (gazetteer.kind(entry) === 'region' && gazetteer.population(entry) > 1_000_000),
      )
    if (wide) for (let i = candidate.first; i < candidate.next; i++) firm.add(i)
  }
  const containers = new Set(
    candidates
      .filter(
        (candidate) =>
          candidate.abbreviation ||
          candidate.meanings.some(
            ({ entry, main }) => main && (gazetteer.kind(entry) === 'country' || gazetteer.kind(entry) === 'region'),
          ),
      )
      .map((candidate) => candidate.first),
  )
  const verdicts = candidates.map((candidate): 'yes' | 'no' | 'maybe' =>
    judge(all, tokens, candidate, gazetteer, persons, small, taken, firm, containers, people),
  )
  const sure = new Set(candidates.filter((_, index) => verdicts[index] === 'yes').map((candidate) => candidate.folded))
  return candidates.filter((candidate, index) => {
    if (verdicts[index] === 'yes') return true
    if (verdicts[index] === 'no') return false
    if (people.has(candidate.folded)) return false
    if (named.has(candidate.start)) return true
    if (sure.has(candidate.folded)) return true
    const listed = (other: number, from: number, to: number): boolean =>
      verdicts[other] === 'yes' &&
      !candidates[other]!.demonym &&
      /^(?:,| and|, and| or|, or|\/| to|-|–)\s?$/.test(text.slice(from, Math.min(to, from + 8)))
    const [before, after] = [candidates[index - 1], candidates[index + 1]]
    return (
      (before !== undefined && listed(index - 1, before.end, candidate.start)) ||
      (after !== undefined && listed(index + 1, candidate.end, after.start))
    )
  })
}

const SAID = /^(?:said|says|told|added|wrote|testified|explained|recalled|asked|replied|joked|noted|agreed)$/
const WIDE: ReadonlySet<string> = new Set(['country', 'continent', 'water', 'area', 'mountain'])

function judge(
  all: readonly Lexeme[],
  tokens: readonly Token[],
  candidate: Candidate,
  gazetteer: Gazetteer,
  persons: readonly Span[],
  small: ReadonlySet<string>,
  taken: ReadonlySet<number>,
  firm: ReadonlySet<number>,
  containers: ReadonlySet<number>,
  people: Set<string>,
): 'yes' | 'no' | 'maybe' {
  const before = all[candidate.first - 1]
  const after = all[candidate.next]
  const _top = candidate.meanings[0]!.entry
  const kinds = new Set(candidate.meanings.map(({ entry }) => gazetteer.kind(entry)))
  const population = Math.max(...candidate.meanings.map(({ entry, main }) => gazetteer.population(entry) * (main ? 1 : 0.5)))
  const wide =
    kinds.has('country') ||
    kinds.has('continent') ||
    kinds.has('water') ||
    kinds.has('area') ||
    kinds.has('mountain') ||
    kinds.has('site') ||
    kinds.has('base')
  const inside = !wide && isInside(persons, candidate)
  if (inside) {
    people.add(candidate.folded)
    return 'no'
  }
  if (candidate.words === 1 && DIRECTIONS.has(candidate.folded)) return 'no'
  if (candidate.words === 1 && (MONTHS.has(candidate.folded) || WEEKDAYS.has(candidate.folded))) return 'no'
  if (candidate.demonym)
    return candidate.surface === candidate.surface.toUpperCase() && candidate.surface.length < 5 ? 'no' : 'yes'
  if (candidate.abbreviation) {
    if (!/^\p{Lu}\p{Ll}+\.$/u.test(candidate.surface))
      return after && !after.spaced && after.lower === '-' && all[candidate.next + 1]?.kind === 'digits' ? 'no' : 'yes'
    return before?.lower === ',' || (after !== undefined && after.kind === 'word' && /^\p{Ll}/u.test(after.text)) ? 'yes' : 'no'
  }
  const nextWord = after && after.kind === 'word' && after.start - all[candidate.next - 1]!.end <= 1 ? after : null
  const previousWord = before && before.kind === 'word' && all[candidate.first]!.start - before.end <= 1 ? before : null
  const title = previousWord !== null && TITLES.has(previousWord.lower) && /^\p{Lu}/u.test(previousWord.text)
  const dotted = before?.lower === '.' && !before.spaced && TITLES.has(all[candidate.first - 2]?.lower ?? '')
  const nextCapital =
    nextWord !== null &&
    /^\p{Lu}/u.test(nextWord.text) &&
    !firm.has(candidate.next) &&
    !MONTHS.has(nextWord.lower) &&
    !WEEKDAYS.has(nextWord.lower)
  const civic = nextWord !== null && CIVIC.has(nextWord.lower)
  const previousCapital =
    previousWord !== null &&
    /^\p{Lu}/u.test(previousWord.text) &&
    !firm.has(candidate.first - 1) &&
    !(startsSentence(all, candidate.first - 1) && (OPENERS.has(previousWord.lower) || small.has(previousWord.lower)))
  const capitals = candidate.surface === candidate.surface.toUpperCase() && candidate.surface.length > 2
  const opening = candidate.first === 0 || all[candidate.first]!.broken
  const dateline =
    opening &&
    (/^(?:\(|,|-|—|–|:)$/.test(after?.lower ?? '') ||
      (capitals && candidate.surface.length > 4 && after !== undefined && after.text !== after.text.toUpperCase()))
  if (capitals && !dateline && !wide && candidate.surface.length < 6 && candidate.words === 1) return 'no'
  if (wide || kinds.has('region')) {
    if (title || dotted) return kinds.has('country') && nextCapital ? 'yes' : 'no'
    if (
      kinds.has('country') &&
      candidate.words === 1 &&
      /^(?:georgia|jordan|chad|mali|cuba|israel|niger|jamaica)$/.test(candidate.folded) &&
      nextCapital &&
      !previousWord
    )
      return 'no'
    if (/^(?:turkey|jersey|guinea|georgia|jordan|chad)$/.test(candidate.folded) && small.has(candidate.folded) && !previousWord)
      return 'maybe'
    if (kinds.has('country') || kinds.has('continent') || candidate.words > 1) return 'yes'
    if (wide) return COMMON.has(candidate.folded) ? 'maybe' : 'yes'
  }
  const unit =
    nextWord !== null && (REGION_NOUNS.has(nextWord.lower) || PLACE_NOUNS.has(nextWord.lower)) && !/^\p{Lu}/u.test(nextWord.text)
  // "Pier 33", "Gate 4": a numbered thing; "Han River": a longer name than the town's
  const numbered = after !== undefined && after.kind === 'digits' && after.start - all[candidate.next - 1]!.end <= 1
  if (candidate.words === 1 && numbered && population < 300_000) return 'no'
  if (candidate.words === 1 && nextCapital && LONGER.has(nextWord!.lower) && population < 1_000_000) return 'no'
  const townOf =
    previousWord?.lower === 'of' &&
    /^(?:city|town|village|district|province|port|suburb|outskirts|bastion|stronghold|enclave|island|region|mayor|residents|people|north|south|east|west|northeast|northwest|southeast|southwest|battle|siege)$/.test(
      all[candidate.first - 2]?.lower ?? '',
    )
  const led =
    townOf ||
    (previousWord !== null &&
      (WHERE.has(previousWord.lower) ||
        FROM.has(previousWord.lower) ||
        TO.has(previousWord.lower) ||
        BASED.has(previousWord.lower)) &&
      !/^\p{Lu}\p{L}+$/u.test(previousWord.text.length > 3 && !startsSentence(all, candidate.first - 1) ? previousWord.text : ''))
  const comma = after?.lower === ',' && containers.has(candidate.next + 1)
  if (title || dotted) {
    people.add(candidate.folded)
    return 'no'
  }
  const placeAfter = nextWord !== null && (PLACE_NOUNS.has(nextWord.lower) || REGION_NOUNS.has(nextWord.lower))
  const large = candidate.meanings.some(
    ({ entry, main }) => main && gazetteer.kind(entry) === 'region' && gazetteer.population(entry) > 300_000,
  )
  if (candidate.words > 1 && candidate.folded.startsWith('the ') && population < 200_000) return 'no'
  const generic = candidate.words > 1 && candidate.folded.split(' ').every((word) => COMMON.has(word) || small.has(word))
  if (nextCapital && civic && (large || candidate.words > 1 || (!COMMON.has(candidate.folded) && !previousCapital)))
    return generic && !led ? 'no' : 'yes'
  if (nextCapital && !placeAfter && !dateline) {
    people.add(candidate.folded)
    if (!(((led && population > 300_000) || (candidate.words > 1 && !generic)) && !COMMON.has(candidate.folded))) return 'no'
  }
  if (previousCapital && !DIRECTIONS.has(previousWord!.lower) && !led) {
    people.add(candidate.folded)
    return 'no'
  }
  if (!wide && !kinds.has('region') && nextWord && SAID.test(nextWord.lower) && !dateline) {
    people.add(candidate.folded)
    return 'no'
  }
  const upos = tagAt(tokens, candidate.start)
  const known = candidate.meanings.some(({ entry, main }) => main && gazetteer.isSeat(entry)) && !COMMON.has(candidate.folded)
  if (candidate.words === 1 && upos !== null && upos !== 'PROPN' && upos !== 'NOUN' && !led && !dateline && !known) return 'no'
  if (candidate.words === 1 && COMMON.has(candidate.folded) && !(unit && large)) {
    if (comma || dateline) return 'yes'
    if (small.has(candidate.folded)) return 'no'
    if (led && population > 20_000 && previousWord?.lower !== 'for')
      return /^(?:in|near|at)$/.test(previousWord!.lower) ? 'yes' : 'maybe'
    return population > 400_000 ? 'maybe' : 'no'
  }
  if (candidate.words === 1 && small.has(candidate.folded) && !comma && !dateline && population < 3_000_000) return 'no'
  if (dateline || comma || unit || led || kinds.has('region')) return 'yes'
  if (generic && !led && !comma && !dateline) return 'no'
  if (candidate.words > 1 && population > 0) return 'yes'
  if (before?.lower === ',' && taken.has(candidate.first - 2)) return 'yes'
  if (population >= 100_000) return 'yes'
  return 'maybe'
}

/** True when the candidate is part of a longer name of a person. Names hardly overlap: the last few that begin before it are enough. */
function isInside(persons: readonly Span[], candidate: Span): boolean {
  let low = 0
  let high = persons.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (persons[middle]!.start <= candidate.start) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0 && low - i < 4; i--) {
    const person = persons[i]!
    if (candidate.end <= person.end && person.end - person.start > candidate.end - candidate.start) return true
  }
  return false
}

function startsSentence(all: readonly Lexeme[], at: number): boolean {
  const before = all[at - 1]
  return before === undefined || all[at]!.broken || /^[.!?:"“”'‘’(]$/.test(before.lower)
}

function tagAt(tokens: readonly Token[], start: number): string | null {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return tokens[low]?.upos ?? null
}
