import type { Sentence, Token } from '../../model/index.ts'
import { findQuotations, type Quotation } from '../sentences/quotations.ts'
import { straighten } from '../words.ts'
import { findNounPhrases, type NounPhrase } from './noun-phrases.ts'
import { type Tree, treeOf } from './tree.ts'
import { findVerbGroups, type VerbGroup } from './verb-groups.ts'

/** Half-open range of tokens. */
export interface Range {
  readonly first: number
  readonly end: number
}

/** A text laid open for the rules: tokens, sentences, quotations, noun phrases and verb groups, each findable by token. */
export interface Page {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Lower-case words with straight quotation marks, one a token. */
  readonly words: readonly string[]
  readonly sentenceOf: Int32Array
  readonly paragraphOf: Int32Array
  readonly quotations: readonly Quotation[]
  /** Index of the quotation around each token, -1 outside. */
  readonly quotationOf: Int32Array
  readonly phrases: readonly NounPhrase[]
  readonly phraseOf: Int32Array
  readonly verbs: readonly VerbGroup[]
  readonly verbOf: Int32Array
  /** The dependency parse; null when the tokens carry none. */
  readonly tree: Tree | null
}

export function layOpen(text: string, tokens: readonly Token[], sentences: readonly Sentence[]): Page {
  const words = tokens.map((token) => wordOf(text.slice(token.start, token.end)))
  const sentenceOf = new Int32Array(tokens.length)
  const paragraphOf = new Int32Array(tokens.length)
  sentences.forEach((sentence, i) => {
    sentenceOf.fill(i, sentence.firstToken, sentence.endToken)
    paragraphOf.fill(sentence.paragraph, sentence.firstToken, sentence.endToken)
  })
  const quotations = findQuotations(text, tokens, paragraphOf)
  const base = {
    tree: treeOf(tokens),
    text,
    tokens,
    sentences,
    words,
    sentenceOf,
    paragraphOf,
    quotations,
    quotationOf: index(quotations, tokens.length),
  }
  const verbs = findVerbGroups(base)
  const verbOf = index(verbs, tokens.length)
  const phrases = findNounPhrases({ ...base, verbOf })
  return { ...base, verbs, verbOf, phrases, phraseOf: index(phrases, tokens.length) }
}

/** Acronyms that would read as a pronoun or a small word in lower case. */
const ACRONYMS: ReadonlyMap<string, string> = new Map(Object.entries({ WHO: 'WHO', US: 'u.s.', IT: 'IT' }))

function wordOf(surface: string): string {
  return ACRONYMS.get(surface) ?? straighten(surface).toLowerCase()
}

function index(ranges: readonly Range[], length: number): Int32Array {
  const of = new Int32Array(length).fill(-1)
  ranges.forEach((range, i) => {
    of.fill(i, range.first, range.end)
  })
  return of
}

/** The written form of one token. */
export function surface(page: Pick<Page, 'text' | 'tokens'>, i: number): string {
  const token = page.tokens[i]
  return token ? page.text.slice(token.start, token.end) : ''
}

export function isCapitalised(page: Pick<Page, 'text' | 'tokens'>, i: number): boolean {
  return /^\p{Lu}/u.test(surface(page, i))
}
