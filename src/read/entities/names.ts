import { isCapitalised, type Page, type Range } from '../grammar/page.ts'
import { COUNTRY_WORDS } from '../lexicon/countries.ts'
import { COLLECTIVE_WORDS, PERSON_NOUNS } from '../lexicon/nouns.ts'
import { BODY_NAME_WORDS, TITLE_PREFIXES, TITLES } from '../lexicon/titles.ts'

/** A run of capitalised words that names something, titles before it kept apart. */
export interface NameSpan extends Range {
  /** Tokens `[titleFirst, first)` are titles: "President", "Prime Minister"; equal to `first` without. */
  readonly titleFirst: number
}

const LINKS = new Set(['of', 'for', 'and', '&', 'de', 'la', 'del', 'van', 'von', 'der', 'bin', 'al', 'ibn', 'da', 'dos'])
const PARTICLES = new Set(['de', 'la', 'del', 'van', 'von', 'der', 'bin', 'al', 'ibn', 'da', 'dos'])
const NOT_NAMES = new Set(
  `the a an this that these those it he she they we i you but and or in on at by for to of from as if when while after before since last next
  there here what who how why where one two three yes no not monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december mr earlier however meanwhile also some many most other others our its his her
  their my your all both several every each according while although though because despite during under over with without`.split(
    /\s+/,
  ),
)

/** Finds names by capital letters and tags; a capital at the beginning of a sentence counts only with a name's tag. */
export function findNames(page: Page): NameSpan[] {
  const out: NameSpan[] = []
  for (let i = 0; i < page.tokens.length; i++) {
    if (!isNameWord(page, i)) continue
    let end = i + 1
    while (end < page.tokens.length && page.sentenceOf[end] === page.sentenceOf[i] && end - i < 14) {
      if (isNameWord(page, end) && sameQuotation(page, end - 1, end)) end += 1
      else if (
        page.words[end] === '-' &&
        page.tokens[end]!.start === page.tokens[end - 1]!.end &&
        page.tokens[end + 1]?.start === page.tokens[end]!.end &&
        isNameWord(page, end + 1)
      )
        end += 2
      else if (
        /^(?:\.)$/.test(page.words[end]!) &&
        page.tokens[end - 1]!.end - page.tokens[end - 1]!.start === 1 &&
        isNameWord(page, end + 1)
      )
        end += 2
      else if (LINKS.has(page.words[end]!) && joins(page, i, end)) end += page.words[end + 1] === 'the' ? 3 : 2
      else break
    }
    out.push(...split(page, i, end))
    i = end - 1
  }
  return out
}

function sameQuotation(page: Page, a: number, b: number): boolean {
  return page.quotationOf[a] === page.quotationOf[b]
}

function isNameWord(page: Page, i: number): boolean {
  const token = page.tokens[i]
  if (!token || !isCapitalised(page, i) || NOT_NAMES.has(page.words[i]!)) return false
  const opens = page.sentences[page.sentenceOf[i]!]!.firstToken === i || /^["'(]$/.test(page.words[i - 1] ?? '')
  const common =
    COLLECTIVE_WORDS.has(page.words[i]!) || PERSON_NOUNS.has(token.lemma) || PERSON_NOUNS.has(page.words[i]!.replace(/s$/, ''))
  if (opens && common && !isCapitalised(page, i + 1)) return false
  if (token.upos === 'PROPN') return true
  if (opens) return COUNTRY_WORDS.has(page.words[i]!)
  return token.upos === 'ADJ' || token.upos === 'NOUN' || token.upos === 'X'
}

/** "Bank of Japan", "Ministry of Health and Welfare", "Ursula von der Leyen". */
function joins(page: Page, first: number, at: number): boolean {
  const word = page.words[at]!
  const next = page.words[at + 1] === 'the' ? at + 2 : at + 1
  if (!isNameWord(page, next)) return PARTICLES.has(word) && PARTICLES.has(page.words[at + 1] ?? '') && isNameWord(page, at + 2)
  if (PARTICLES.has(word)) return true
  if (word === 'and' || word === '&')
    return word === '&' || (page.words.slice(first, at).includes('of') && BODY_NAME_WORDS.has(page.words[first]!))
  return page.words.slice(first, at).some((w) => BODY_NAME_WORDS.has(w))
}

/** Parts titles, country words before a title, and peoples from the name itself: "Ukrainian President | Volodymyr Zelensky". */
function split(page: Page, first: number, end: number): NameSpan[] {
  let start = first
  const out: NameSpan[] = []
  let lastTitle = -1
  for (let i = first; i < end - 1; i++) if (TITLES.has(page.words[i]!.replace(/\.$/, ''))) lastTitle = i
  const body = BODY_NAME_WORDS.has(page.words[end - 1]!) || page.words.slice(first, end).some((w) => w === 'of' || w === 'for')
  if (lastTitle >= 0 && !body) {
    let titleFirst = lastTitle
    while (
      titleFirst > first &&
      (TITLES.has(page.words[titleFirst - 1]!.replace(/\.$/, '')) ||
        TITLE_PREFIXES.has(page.words[titleFirst - 1]!) ||
        page.words[titleFirst - 1] === 'of')
    )
      titleFirst -= 1
    if (titleFirst > first) out.push({ titleFirst: first, first, end: titleFirst })
    start = lastTitle + 1
    if (page.words[start] === '.') start += 1
    if (start < end) out.push({ titleFirst, first: start, end })
    return out
  }
  return [{ titleFirst: start, first: start, end }]
}
