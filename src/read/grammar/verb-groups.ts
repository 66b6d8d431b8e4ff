import type { Page, Range } from './page.ts'
import { childBy } from './tree.ts'

/** A verb with its auxiliaries, negation and the adverbs between them: "has not yet been confirmed". */
export interface VerbGroup extends Range {
  /** Token of the main verb. */
  readonly head: number
  readonly lemma: string
  /** `finite` has a tense or a modal; `infinitive` stands after "to"; `participle` is bare "-ing" or "-ed". */
  readonly form: 'finite' | 'infinitive' | 'participle' | 'gerund'
  readonly passive: boolean
  readonly negated: boolean
  /** Token of the modal ("could"), -1 without. */
  readonly modal: number
  /** True for "has", "had", "have" + participle. */
  readonly perfect: boolean
  readonly progressive: boolean
  readonly past: boolean
}

type Ground = Pick<Page, 'text' | 'tokens' | 'words' | 'sentenceOf' | 'tree'>

const MODALS = new Set([
  'can',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  'will',
  'would',
  "'ll",
  "'d",
  'wo',
  'ca',
  'need',
])
const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m", 'ai'])
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve", "'d"])
const DO = new Set(['do', 'does', 'did'])
const GET = new Set(['get', 'gets', 'got', 'gotten', 'getting'])
const NOT = new Set(['not', "n't", 'never'])

/** Finds verb groups from left to right; every verb and auxiliary of the text stands in exactly one. */
export function findVerbGroups(page: Ground): VerbGroup[] {
  const out: VerbGroup[] = []
  const { tokens } = page
  let i = 0
  while (i < tokens.length) {
    const start = i
    const infinitive = page.words[i] === 'to' && startsInfinitive(page, i)
    if (!infinitive && !isVerbal(page, i)) {
      i += 1
      continue
    }
    const group = readGroup(page, start, infinitive)
    out.push(group)
    i = group.end
  }
  return out
}

function isVerbal(page: Ground, i: number): boolean {
  const upos = page.tokens[i]?.upos
  if (upos === 'VERB' && page.tree && /^(?:amod|compound|case)/.test(page.tree.deprel[i]!)) return false
  return upos === 'VERB' || upos === 'AUX'
}

function isGapWord(page: Ground, i: number): boolean {
  return page.tokens[i]?.upos === 'ADV' || NOT.has(page.words[i] ?? '')
}

function startsInfinitive(page: Ground, i: number): boolean {
  let k = i + 1
  while (k < i + 3 && isGapWord(page, k)) k += 1
  if (!isVerbal(page, k)) return false
  return !/(?:ed|ing)$/.test(page.words[k] ?? '') || page.tokens[k]!.lemma === page.words[k]
}

function readGroup(page: Ground, start: number, infinitive: boolean): VerbGroup {
  const sentence = page.sentenceOf[start]
  let i = start + (infinitive ? 1 : 0)
  let head = -1
  let modal = -1
  let negated = false
  let perfect = false
  let progressive = false
  let passive = false
  let lastAux: 'be' | 'have' | 'do' | 'modal' | 'get' | null = null
  let end = i
  let first = true
  while (i < page.tokens.length && page.sentenceOf[i] === sentence) {
    const word = page.words[i]!
    if (NOT.has(word)) {
      negated = true
      if (head < 0 || lastAux !== null) end = i + 1
      i += 1
      continue
    }
    if (!isVerbal(page, i)) {
      if (isGapWord(page, i) && continues(page, i, lastAux)) {
        i += 1
        continue
      }
      break
    }
    const aux = auxiliaryAt(page, i)
    if (head >= 0 && lastAux === null) break
    if (lastAux !== null && !fits(page, i, lastAux)) break
    head = i
    if (aux === 'modal' && modal < 0) modal = i
    if (lastAux === 'have') perfect = true
    if (lastAux === 'be' || lastAux === 'get') {
      if (/ing$/.test(word)) progressive = true
      else if (aux === null || word === 'had') passive = true
    }
    lastAux = aux === null || !(first || aux !== null) ? null : aux
    first = false
    i += 1
    end = i
  }
  if (head < 0) head = Math.max(start, end - 1)
  const word = page.words[head]!
  const form = infinitive ? 'infinitive' : formOf(page, start, head, word)
  return {
    first: start,
    end: Math.max(end, start + 1),
    head,
    lemma: lemmaOf(page, head),
    form,
    passive,
    negated: negated || page.words[start - 1] === 'never' || hasNot(page, start, end),
    modal,
    perfect,
    progressive,
    past: /ed$|^(?:said|told|was|were|had|did|went|came|took|found|saw|knew|thought|felt|gave|made|wrote|spoke)$/.test(
      page.words[infinitive ? head : start] ?? '',
    ),
  }
}

function hasNot(page: Ground, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (NOT.has(page.words[i]!)) return true
  return false
}

/** True when adverbs from `i` lead on to a word that the auxiliary before them takes. */
function continues(page: Ground, i: number, lastAux: string | null): boolean {
  if (lastAux === null) return false
  let k = i
  while (k < i + 3 && isGapWord(page, k)) k += 1
  return isVerbal(page, k) && page.sentenceOf[k] === page.sentenceOf[i] && fits(page, k, lastAux)
}

function fits(page: Ground, i: number, lastAux: string): boolean {
  const word = page.words[i]!
  if (lastAux === 'modal' || lastAux === 'do') return !/ing$/.test(word) || page.tokens[i]!.lemma === word
  if (lastAux === 'have') return !/ing$/.test(word)
  return true
}

function auxiliaryAt(page: Ground, i: number): 'be' | 'have' | 'do' | 'modal' | 'get' | null {
  const word = page.words[i]!
  if (BE.has(word)) return 'be'
  if (MODALS.has(word) && (page.tokens[i]!.upos === 'AUX' || word !== 'need')) return 'modal'
  if (HAVE.has(word)) return 'have'
  if (DO.has(word)) return 'do'
  if (GET.has(word)) return 'get'
  return null
}

function formOf(page: Ground, start: number, head: number, word: string): VerbGroup['form'] {
  if (start !== head) return 'finite'
  if (/ing$/.test(word) && page.tokens[head]!.lemma !== word) return 'gerund'
  if (
    page.tree &&
    /^(?:acl|advcl)$/.test(page.tree.deprel[head]!) &&
    /(?:ed|en)$/.test(word) &&
    childBy(page.tree, head, /^nsubj|^mark/) < 0
  )
    return 'participle'
  return 'finite'
}

const LEMMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    said: 'say',
    says: 'say',
    saying: 'say',
    told: 'tell',
    "'s": 'be',
    "'re": 'be',
    "'m": 'be',
  }),
)

function lemmaOf(page: Ground, i: number): string {
  return LEMMAS.get(page.words[i]!) ?? page.tokens[i]!.lemma
}
