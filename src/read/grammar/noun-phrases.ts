import type { Page, Range } from './page.ts'

/** A base noun phrase, possessives inside it included: "South Korea's intelligence agency", "some 40 residents", "he". */
export interface NounPhrase extends Range {
  /** Token of the head noun, name or pronoun. */
  readonly head: number
  readonly pronoun: boolean
}

type Ground = Pick<Page, 'text' | 'tokens' | 'words' | 'sentenceOf' | 'verbOf' | 'quotationOf'>

const PRONOUNS = new Set(
  'i you he she it we they me him her us them who whom which what that this these those one himself herself itself themselves everyone someone anyone nobody everybody somebody others many most some several few both all none another'.split(
    ' ',
  ),
)
const POSSESSIVE = new Set(["'s", "'"])
const NOT_IN = new Set('that which who whom whose because since although while if when where whether as'.split(' '))
const QUANTITY = /^(?:of|percent|per|cent|%)$/

/** Base noun phrases from left to right: determiners, numbers, adjectives and participles before nouns, names joined by possessives and hyphens. */
export function findNounPhrases(page: Ground): NounPhrase[] {
  const out: NounPhrase[] = []
  let i = 0
  while (i < page.tokens.length) {
    const phrase = readPhrase(page, i)
    if (phrase) {
      out.push(phrase)
      i = phrase.end
    } else i += 1
  }
  return out
}

function readPhrase(page: Ground, start: number): NounPhrase | null {
  const { tokens, words, sentenceOf } = page
  const sentence = sentenceOf[start]
  let head = -1
  let i = start
  let pronoun = false
  while (i < tokens.length && sentenceOf[i] === sentence) {
    const upos = tokens[i]!.upos
    const word = words[i]!
    if (i > start && page.quotationOf[i] !== page.quotationOf[i - 1] && head >= 0) break
    if (upos === 'NOUN' || upos === 'PROPN') {
      if (page.verbOf[i]! >= 0) break
      if (head >= 0 && tokens[head]!.upos === 'PRON') break
      head = i
    } else if (upos === 'NUM' || (upos === 'SYM' && /^[$€£¥%#]$/.test(word))) head = i
    else if (upos === 'PRON') {
      if (POSSESSIVE_DETERMINERS.has(word)) {
        if (i > start && head >= 0) break
      } else {
        if (i > start) break
        head = i
        pronoun = true
        i += 1
        break
      }
    } else if (upos === 'DET') {
      if (i > start && !DET_CHAINS.has(words[i - 1]!)) break
      if (PRONOUNS.has(word)) head = Math.max(head, -1)
    } else if (upos === 'ADJ') {
      if (head >= 0 && tokens[head]!.upos !== 'NUM' && !nounAhead(page, i, sentence!)) break
    } else if (upos === 'ADV') {
      if (i === start || head >= 0 || !nounAhead(page, i, sentence!)) break
    } else if (POSSESSIVE.has(word) && (upos === 'PART' || upos === 'PUNCT') && head >= 0) {
      if (!nounAhead(page, i + 1, sentence!)) break
    } else if (word === '-' || word === '–' || word === '&' || word === '/') {
      const before = tokens[i - 1]
      const after = tokens[i + 1]
      if (!before || !after || i === start || (before.end !== tokens[i]!.start && word !== '&')) break
    } else if (
      upos === 'VERB' &&
      i > start &&
      /(?:ed|ing)$/.test(word) &&
      nounAhead(page, i + 1, sentence!) &&
      (head < 0 || isHyphen(page, i - 1))
    ) {
      // "the alleged attack", "an advancing column": a participle before its noun
    } else break
    i += 1
  }
  if (head < 0 && i > start && PRONOUNS.has(words[i - 1]!)) {
    head = i - 1
    pronoun = true
  }
  if (head < 0) return null
  if (NOT_IN.has(words[start]!) && !pronoun) return null
  let end = head + 1
  if (words[end] === '%' || (QUANTITY.test(words[end] ?? '') && words[end] !== 'of' && words[end] !== 'per')) end += 1
  return { first: start, end, head, pronoun }
}

function isHyphen(page: Ground, i: number): boolean {
  return page.words[i] === '-' && page.tokens[i]!.start === page.tokens[i - 1]?.end
}

const POSSESSIVE_DETERMINERS = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose'])
const DET_CHAINS = new Set(['all', 'both', 'half', 'such', 'many', 'quite', 'not'])

function nounAhead(page: Ground, from: number, sentence: number): boolean {
  for (let i = from; i < from + 4 && i < page.tokens.length && page.sentenceOf[i] === sentence; i++) {
    const upos = page.tokens[i]!.upos
    if (upos === 'NOUN' || upos === 'PROPN') return true
    if (upos !== 'ADJ' && upos !== 'NUM' && upos !== 'ADV' && page.words[i] !== '-' && !/(?:ed|ing)$/.test(page.words[i]!))
      return false
  }
  return false
}
