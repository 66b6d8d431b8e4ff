import type { NounPhrase } from '../grammar/noun-phrases.ts'
import type { Page, Range } from '../grammar/page.ts'
import { COUNTRY_WORDS, SEATS } from '../lexicon/countries.ts'

/** Head nouns that may stand for one another when a report describes one thing twice. */
const CLASSES: readonly string[] = [
  'agency service bureau authority office directorate',
  'ministry department',
  'army military force forces troops',
  'company corporation firm maker giant group operator',
  'government administration cabinet regime',
  'newspaper daily paper tabloid',
  'broadcaster channel station network',
  'spokesman spokeswoman spokesperson',
  'president leader',
  'minister secretary',
  'chief head director boss',
  'university institute college',
  'organisation organization body group charity ngo',
  'court tribunal',
  'union federation association alliance',
  'report study survey paper poll',
]

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  CLASSES.flatMap((row) => row.split(' ').map((word) => [word, row.split(' ')[0]!] as const)),
)

/** The class of a head noun; a noun outside the table is its own class. */
export function headClass(lemma: string): string {
  return CLASS_OF.get(lemma) ?? lemma
}

/** What a noun phrase or a name says of its bearer, for comparison. */
export interface Features {
  readonly head: string
  readonly headClass: string
  readonly country: string | null
  /** Content words besides the head and the country. */
  readonly modifiers: ReadonlySet<string>
}

const EMPTY = new Set(
  `the a an this that these those his her its their our my your 's ' of for and & some several many most other - , national federal state new
  said own same so-called then former`.split(/\s+/),
)

/** Words that mean one thing in front of a body's head noun. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    spy: 'intelligence',
    espionage: 'intelligence',
    defense: 'defence',
    labor: 'labour',
  }),
)

/** Features of the tokens of a range whose head stands at `head`. */
export function featuresOf(page: Page, range: Range, head: number): Features {
  const modifiers = new Set<string>()
  let country: string | null = null
  for (let i = range.first; i < range.end; i++) {
    const found = countryAt(page, i, range.end)
    if (found) {
      country = country ?? found.country
      i += found.length - 1
      continue
    }
    const word = page.words[i]!
    const seat = i !== head && page.words[i + 1] === "'s" ? SEATS.get(word) : undefined
    if (seat) {
      country = country ?? seat
      continue
    }
    if (i === head || EMPTY.has(word) || page.tokens[i]!.upos === 'DET' || page.tokens[i]!.upos === 'NUM') continue
    modifiers.add(SAME.get(page.tokens[i]!.lemma) ?? page.tokens[i]!.lemma)
  }
  const lemma = page.tokens[head]!.lemma
  return { head: lemma, headClass: headClass(lemma), country, modifiers }
}

/** A country's name or adjective that begins at token `i`, the longest there is. */
export function countryAt(page: Page, i: number, end: number): { country: string; people: boolean; length: number } | null {
  for (let length = Math.min(4, end - i); length > 0; length--) {
    const found = COUNTRY_WORDS.get(page.words.slice(i, i + length).join(' '))
    if (found && /^\p{Lu}/u.test(page.text[page.tokens[i]!.start]!)) return { ...found, length }
  }
  return null
}

/** "the agency", "its agency", "South Korea's agency": known to the reader, so it may point back. */
export function isDefinite(page: Page, phrase: NounPhrase): boolean {
  const word = page.words[phrase.first]!
  if (/^(?:the|this|that|these|those|his|her|its|their|our)$/.test(word)) return true
  for (let i = phrase.first; i < phrase.head; i++) if (page.words[i] === "'s" || page.words[i] === "'") return true
  return false
}
