import type { PlaceRole, Token } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'
import type { Candidate } from './candidates.ts'
import type { Gazetteer } from './gazetteer.ts'
import { ACTS, BASED, DIRECTIONS, FROM, TO, WHERE } from './words.ts'

/** What the place is to what is told, by the preposition before it; later names of a list take the role of the first. */
export function roleOf(
  text: string,
  all: readonly Lexeme[],
  candidate: Pick<Candidate, 'first' | 'next' | 'start' | 'end'>,
  before: { readonly end: number; readonly role: PlaceRole } | null,
): PlaceRole {
  let i = candidate.first - 1
  while (i >= 0 && candidate.first - i < 5 && /^(?:the|an|a)$/.test(all[i]!.lower)) i -= 1
  while (
    i >= 0 &&
    candidate.first - i < 5 &&
    DIRECTIONS.has(all[i]!.lower) &&
    /^(?:in|at|near|from|to|into|the|of|across|towards|toward)$/.test(all[i - 1]?.lower ?? '')
  )
    i -= 1
  while (i >= 0 && candidate.first - i < 5 && /^(?:the|city|town|village|port|province|region|of)$/.test(all[i]!.lower) && i > 0)
    i -= 1
  // "in the besieged eastern city of X", "in the Russian region of Amur"
  if (i < candidate.first - 1 && all[candidate.first - 1]?.lower === 'of')
    for (
      let steps = 0;
      steps < 4 && i > 0 && !isPreposition(all[i]!.lower) && all[i]!.kind === 'word' && !all[i]!.broken;
      steps++
    )
      i -= 1
  const word = all[i]?.lower ?? ''
  const sooner = all[i - 1]?.lower ?? ''
  if (BASED.has(word) || (/^(?:in|at|near|on|out)$/.test(word) && BASED.has(sooner))) return 'based'
  if (FROM.has(word) || (word === 'of' && sooner === 'out')) return 'from'
  if (TO.has(word) && word !== 'for') return 'to'
  if (word === 'for')
    for (let j = i - 1; j >= 0 && i - j < 9 && !/^[.;:!?]$/.test(all[j]!.lower); j--)
      if (/^(?:left|leaves|bound|headed|heading|leave|leaving|sailed|departed|departs|depart|flew)$/.test(all[j]!.lower))
        return 'to'
  if (WHERE.has(word)) {
    for (let j = i - 1; j >= 0 && i - j < 4; j--) if (BASED.has(all[j]!.lower)) return 'based'
    return 'where'
  }
  if (
    before &&
    before.role !== 'unstated' &&
    /^(?:,|,? (?:and|or)|, \p{L}[\p{L} ]{0,30},)\s?(?:the )?$/u.test(text.slice(before.end, candidate.start))
  )
    return before.role
  if (before && before.role !== 'unstated' && /^['’]s (?:the )?$/.test(text.slice(before.end, candidate.start)))
    return before.role
  const after = all[candidate.next]
  if (after?.lower === '-' && !after.spaced && all[candidate.next + 1]?.lower === 'based') return 'based'
  if (after?.lower === '-' && !after.spaced && all[candidate.next + 1]?.lower === 'bound') return 'to'
  if (VISITED.test(word)) return 'to'
  if (STRUCK.test(word)) return 'where'
  return isStruck(all, candidate.next) ? 'where' : 'unstated'
}

function isPreposition(word: string): boolean {
  return WHERE.has(word) || FROM.has(word) || TO.has(word) || BASED.has(word)
}

/** Verbs of going whose object is where one goes. */
const VISITED = /^(?:visit(?:s|ed|ing)?|enter(?:s|ed)?|invade[sd]?|invading|approach(?:es|ed|ing)?|toured?|tours)$/
/** Verbs whose object or, in the passive, subject is where it happens. */
const STRUCK =
  /^(?:hits?|hitting|struck|strikes?|striking|shell(?:s|ed|ing)|bomb(?:s|ed|ing)|attack(?:s|ed|ing)|rock(?:s|ed|ing)|shook|shakes|shaken|batter(?:s|ed|ing)|flood(?:s|ed|ing)|devastat(?:es|ed|ing)|ravag(?:es|ed|ing)|captur(?:es|ed|ing)|recaptur(?:es|ed|ing)|seiz(?:es|ed|ing)|occup(?:ies|ied|ying)|besieg(?:es|ed|ing)|liberat(?:es|ed|ing)|storm(?:s|ed|ing)|cross(?:es|ed|ing)|patroll?(?:s|ed|ing)|swept|sweeps|lash(?:es|ed|ing)|pound(?:s|ed|ing)|target(?:s|ed|ing)|raid(?:s|ed|ing)|paralys(?:es|ed|ing)|paralyz(?:es|ed|ing)|gripp(?:ed|ing)|evacuat(?:es|ed|ing)|surround(?:s|ed|ing)|destroy(?:s|ed|ing)|engulf(?:s|ed|ing)|blanket(?:s|ed|ing))$/
/** Verbs without object that happen to a place. */
const SUFFERED = /^(?:erupt(?:s|ed)|flooded|burn(?:s|ed|t)|fell|saw|lost|endured|suffered|rose|reopened|froze|shook)$/

/** "X was shelled", "X has been evacuated", "X erupted": it happened there. */
function isStruck(all: readonly Lexeme[], next: number): boolean {
  const word = all[next]
  if (word?.kind !== 'word' || word.broken) return false
  if (SUFFERED.test(word.lower)) return true
  let i = next
  let passive = false
  while (
    i < all.length &&
    i - next < 5 &&
    /^(?:was|were|is|are|has|have|had|been|being|also|again|heavily|partly|once|then|now)$/.test(all[i]!.lower)
  ) {
    if (/^(?:was|were|is|are|been|being)$/.test(all[i]!.lower)) passive = true
    i += 1
  }
  return passive && all[i]?.kind === 'word' && (STRUCK.test(all[i]!.lower) || all[i]!.lower === 'hit')
}

/** "flights between London and Madrid": two ends of a way, not two parties. */
const PATHS =
  /^(?:border|frontier|roads?|route|routes|highway|motorway|railway|rail|line|lines|link|links|flights?|ferry|ferries|trains?|buses|distance|corridor|pipeline|cable|bridge|tunnel|stretch|area|strait|travel|traffic|shuttle|service|services|match|match|game|halfway|midway|somewhere)$/

/**
 * True when a country, a capital or a house of government stands for those who govern: subject of a verb of saying or dealing,
 * or one side of what is between two of them. Where something happened there, or went there, it is a place.
 */
export function isMetonym(
  text: string,
  all: readonly Lexeme[],
  tokens: readonly Token[],
  candidate: Candidate,
  entry: number,
  gazetteer: Gazetteer,
  role: PlaceRole,
): boolean {
  const kind = gazetteer.kind(entry)
  if (kind !== 'country' && !gazetteer.isSeat(entry)) return false
  const before = all[candidate.first - 1]?.lower ?? ''
  const sooner = all[candidate.first - 2]?.lower ?? ''
  const behind = all[candidate.next]
  if (behind && !behind.broken && /^(?:government|administration|regime|leadership)$/.test(behind.lower)) return true
  const way = /(\p{L}+)\s+between\s+(?:the )?(?:\p{Lu}[\p{L} .-]{1,40} and )?$/u.exec(
    text.slice(Math.max(0, candidate.start - 80), candidate.start),
  )
  if (way && PATHS.test(way[1]!.toLowerCase())) return false
  const dealing =
    /^(?:ties|relations|relationship|talks|agreement|agreements|treaty|pact|deal|partnership|alliance|cooperation|tensions|trade|negotiations|rivalry|dialogue|friendship|between|war|border)$/
  if (
    /^(?:with|between)$/.test(before) &&
    (dealing.test(sooner) || before === 'between') &&
    sooner !== 'border' &&
    sooner !== 'war'
  )
    return true
  if (
    before === 'and' &&
    /\b(?:between|both)\s+(?:the )?\p{Lu}[\p{L} .-]{1,40} and $/u.test(
      text.slice(Math.max(0, candidate.start - 70), candidate.start),
    )
  )
    return true
  if (role !== 'unstated' || /^(?:of|in|at|near|from|to|on|for|by|against)$/.test(before)) return false
  const possessive = all[candidate.next]?.lower === "'s"
  if (possessive) return false
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= candidate.end) low = middle + 1
    else high = middle
  }
  // Taggers take "Pyongyang denies" for a noun phrase; the word itself says more
  if (behind?.kind === 'word' && !behind.broken && actsBy(behind.lower)) return true
  for (let i = low; i < tokens.length && i - low < 5; i++) {
    const token = tokens[i]!
    // A house of government does little but act
    if (token.upos === 'VERB')
      return (
        ACTS.test(token.lemma) ||
        (kind === 'site' && !/^(?:be|burn|stand|lie|sit|close|open|shut|reopen|house|remain|evacuate)$/.test(token.lemma))
      )
    if (token.upos !== 'ADV' && token.upos !== 'AUX' && token.upos !== 'PART') return false
  }
  return false
}

/** "denies", "rejected": a finite form of a verb of speaking or dealing. */
function actsBy(word: string): boolean {
  return (
    (word.endsWith('s') &&
      (ACTS.test(word.slice(0, -1)) || ACTS.test(word.slice(0, -2)) || ACTS.test(word.replace(/ies$/, 'y')))) ||
    (word.endsWith('ed') &&
      (ACTS.test(word.slice(0, -1)) || ACTS.test(word.slice(0, -2)) || ACTS.test(word.replace(/ied$/, 'y'))))
  )
}
