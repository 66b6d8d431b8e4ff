import type { Page, Range } from './page.ts'
import { isTimeWord } from './time-words.ts'
import { childBy, type Tree } from './tree.ts'
import type { VerbGroup } from './verb-groups.ts'

const OPENERS = new Set(
  `because although though while whereas if unless since when whenever where after before until that whether as but so yet than nor
  why how what lest once till`.split(/\s+/),
)
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])
const NOMINATIVE = new Set(['he', 'she', 'it', 'they', 'i', 'we', 'you'])
const DASH = /^(?:—|–|--|-|―)$/

/** What stands before a verb as its subject. */
export interface Subject extends Range {
  /** Set for a relative pronoun: the noun phrase that it stands for. */
  readonly antecedent: Range | null
}

/**
 * Finds the subject of a finite verb by walking left from it: over adverbs, over a parenthesis between commas (an apposition or a
 * relative clause), down to the beginning of the clause. Shallow: no parse is needed; a wrong tag shortens a subject but never
 * crosses a quotation mark.
 * @returns null when nothing there can be a subject
 */
export function subjectBefore(page: Page, verb: VerbGroup): Subject | null {
  const sentence = page.sentences[page.sentenceOf[verb.first]!]
  if (!sentence) return null
  const quotation = page.quotationOf[verb.first]!
  let i = verb.first - 1
  const inside = (k: number): boolean => k >= sentence.firstToken && page.quotationOf[k] === quotation
  while (inside(i) && page.tokens[i]!.upos === 'ADV') i -= 1
  if (!inside(i)) return null
  const word = page.words[i]!
  if (RELATIVE.has(word) || word === 'what') return relative(page, i, word, sentence.firstToken)
  if (word === 'and' || word === 'but' || word === 'or') return shared(page, verb, i, sentence.firstToken)
  const behind = behindQuotation(page, verb, sentence.firstToken)
  if (behind) return behind
  const own = page.phraseOf[i]!
  if (own >= 0 && NOMINATIVE.has(page.words[page.phrases[own]!.head]!)) return { first: i, end: i + 1, antecedent: null }
  const parsed = page.tree ? subjectByParse(page, page.tree, verb, sentence.firstToken) : null
  if (parsed) return parsed
  const last = i
  if (page.words[i] === ',' || DASH.test(page.words[i]!)) {
    const before = parenthesisStart(page, i, sentence.firstToken, quotation)
    if (before < 0) return null
    i = before
  }
  const head = clauseStart(page, i, sentence.firstToken, quotation)
  const made = trimSubject(page, head, last + 1)
  return made && { ...made, first: withNoun(page, made.first, made.end) }
}

/** Clauses that have the subject of the clause above them. */
const SHARING = /^(?:conj|xcomp)$/

/** The subject that the parse gives a verb, its whole subtree before the verb; null where the parse gives none. */
function subjectByParse(page: Page, tree: Tree, verb: VerbGroup, floor: number): Subject | null {
  let clause = /^(?:cop|aux)/.test(tree.deprel[verb.head]!) ? tree.head[verb.head]! : verb.head
  for (let steps = 0; clause >= floor && steps < 4; steps++) {
    const subject = childBy(tree, clause, /^(?:nsubj|csubj)/)
    if (subject >= 0) return subjectAt(page, tree, subject, verb, floor)
    if (!SHARING.test(tree.deprel[clause]!)) return null
    clause = tree.head[clause]!
  }
  return null
}

function subjectAt(page: Page, tree: Tree, subject: number, verb: VerbGroup, floor: number): Subject | null {
  if (subject >= verb.first || page.quotationOf[subject] !== page.quotationOf[verb.first]) return null
  const word = page.words[subject]!
  if (RELATIVE.has(word) || word === 'what') {
    // another verb between the pronoun and this one: the pronoun is that one's subject
    for (let k = subject + 1; k < verb.first; k++)
      if (
        page.verbOf[k]! >= 0 &&
        page.verbs[page.verbOf[k]!]!.form === 'finite' &&
        !/^(?:and|or|but)$/.test(page.words[verb.first - 1]!)
      )
        return null
    return relative(page, subject, word, floor)
  }
  let first = Math.max(tree.low[subject]!, floor)
  let end = Math.min(tree.high[subject]!, verb.first)
  for (let k = end - 1; k >= first; k--)
    if (page.quotationOf[k] !== page.quotationOf[subject]) first = Math.max(first, k < subject ? k + 1 : first)
  while (end > first && (page.words[end - 1] === ',' || DASH.test(page.words[end - 1]!))) end -= 1
  while (
    first < end &&
    (page.words[first] === ',' || page.tokens[first]!.upos === 'PUNCT' || /^(?:and|but|or|that)$/.test(page.words[first]!))
  )
    first += 1
  for (let k = first; k < subject; k++) if (page.words[k] === ':' || DASH.test(page.words[k]!)) first = k + 1
  if (end <= first || first > subject || isTimeWord(page.words[subject]!)) return null
  // names between the subject and its verb were attached elsewhere: the shallow rule knows better
  for (let k = end; k < verb.first; k++)
    if (page.phraseOf[k]! >= 0 && !isTimeWord(page.words[page.phrases[page.phraseOf[k]!]!.head]!)) return null
  return trimSubject(page, first, end)
}

/** `"…," Scott Adeyemi, head of the union, which called the strike, said`: all between the quotation and the verb, when no other verb is there. */
function behindQuotation(page: Page, verb: VerbGroup, floor: number): Subject | null {
  let start = verb.first - 1
  while (start >= floor && page.quotationOf[start]! < 0) start -= 1
  if (start < floor || start < verb.first - 50 || page.quotationOf[verb.first]! >= 0) return null
  const first = start + 1
  const of = page.phraseOf[first] ?? -1
  if (of < 0 || !/^[,?!.]$/.test(page.words[start - 1] ?? '')) return null
  for (let k = page.phrases[of]!.end; k < verb.first; k++) {
    const other = page.verbOf[k]!
    if (other < 0) continue
    const group = page.verbs[other]!
    if (group.form === 'finite' && !RELATIVE.has(page.words[group.first - 1] ?? '') && !isReduced(page, group)) return null
    k = group.end - 1
  }
  let end = verb.first
  while (end > first && (page.words[end - 1] === ',' || page.tokens[end - 1]!.upos === 'ADV')) end -= 1
  return end > first ? { first, end, antecedent: null } : null
}

/** "An official | who asked not to be named": a clause that the parse cut off goes with the words that it is about. */
function withNoun(page: Page, first: number, end: number): number {
  if (end - first < 2 || (page.words[first] !== 'who' && page.words[first] !== 'whose')) return first
  const floor = page.sentences[page.sentenceOf[first]!]!.firstToken
  let at = first
  while (at > floor && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(page.tokens[at - 1]!.upos)) at -= 1
  return at
}

function relative(page: Page, i: number, word: string, floor: number): Subject | null {
  let k = i - 1
  if (page.words[k] === ',') k -= 1
  if (word === 'what' || k < floor || page.phraseOf[k]! < 0)
    return word === 'who' || word === 'which' ? { first: i, end: i + 1, antecedent: null } : null
  let first = page.phrases[page.phraseOf[k]!]!.first
  // "reports from the ministry, which": what the reports are of goes with them
  while (first - 2 >= floor && /^(?:of|from|by|at|in|for)$/.test(page.words[first - 1]!) && page.phraseOf[first - 2]! >= 0) {
    first = page.phrases[page.phraseOf[first - 2]!]!.first
  }
  return { first: i, end: i + 1, antecedent: { first, end: k + 1 } }
}

/** "X said … and added": the subject of the verb before that the clause shares. */
function shared(page: Page, verb: VerbGroup, at: number, floor: number): Subject | null {
  for (let k = at - 1; k >= floor; k--) {
    const of = page.verbOf[k]!
    if (of < 0) continue
    const other = page.verbs[of]!
    k = other.first
    if (other.form !== 'finite' || page.quotationOf[other.head] !== page.quotationOf[verb.head]) continue
    return subjectBefore(page, other)
  }
  return null
}

/** From a comma before the verb back to the token before the comma that opened the parenthesis; -1 when there is none. */
function parenthesisStart(page: Page, comma: number, floor: number, quotation: number): number {
  const mark = page.words[comma]!
  const same = (k: number): boolean => (mark === ',' ? page.words[k] === ',' : DASH.test(page.words[k]!))
  let opening = -1
  for (let k = comma - 1; k >= floor && comma - k < 60; k--) {
    if (page.quotationOf[k] !== quotation) continue
    if (!same(k)) continue
    opening = k
    // A list inside an apposition ("director of the A, B and C,"): go on while no noun phrase with a name stands before
    const before = k - 1
    if (before >= floor && page.phraseOf[before]! >= 0) {
      const next = page.words[k + 1]!
      if (next === 'who' || next === 'which' || next === 'whose') return before
      const phrase = page.phrases[page.phraseOf[before]!]!
      const tag = page.tokens[phrase.head]!.upos
      if ((tag === 'PROPN' || tag === 'NOUN') && !isTimeWord(page.words[phrase.head]!)) {
        const further = earlierComma(page, k, floor, same)
        if (further < 0 || !looksAppositive(page, k + 1)) return before
        return before
      }
    }
    if (before >= floor && /^[)\]"]$/.test(page.words[before]!)) return before
  }
  return opening > floor ? opening - 1 : -1
}

function earlierComma(_page: Page, from: number, floor: number, same: (k: number) => boolean): number {
  for (let k = from - 1; k >= floor; k--) if (same(k)) return k
  return -1
}

function looksAppositive(page: Page, at: number): boolean {
  return page.tokens[at]?.upos === 'DET' || page.tokens[at]?.upos === 'NOUN' || page.tokens[at]?.upos === 'PROPN'
}

/** Walks left from inside a subject to the first token of its clause. */
function clauseStart(page: Page, from: number, floor: number, quotation: number): number {
  let i = from
  while (i >= floor && page.quotationOf[i] === quotation) {
    const word = page.words[i]!
    if (word === ')') {
      const open = openingBracket(page, i, floor)
      if (open < 0) return i + 1
      i = open - 1
      continue
    }
    const verb = page.verbOf[i]!
    if (verb >= 0) {
      const group = page.verbs[verb]!
      const opener = page.words[group.first - 1] ?? ''
      const postmodifier =
        group.first > floor &&
        (RELATIVE.has(opener) || group.form === 'gerund' || group.form === 'infinitive' || isReduced(page, group))
      if (!postmodifier) return i + 1
      i = group.first - 1
      if (RELATIVE.has(page.words[i]!)) i -= 1
      continue
    }
    if (word === ';' || word === ':' || DASH.test(word)) return i + 1
    if (word === ',') {
      // A comma right of the clause's opening adverbial, or between clauses: the subject stands after it
      if (!isList(page, i, from)) return i + 1
    } else if (
      OPENERS.has(word) &&
      (word === 'that' ? opensClause(page, i) : page.tokens[i]!.upos !== 'PRON' && page.phraseOf[i]! < 0)
    )
      return i + 1
    else if ((word === 'and' || word === 'or') && !isCoordination(page, i)) return i + 1
    i -= 1
  }
  return i + 1
}

/** "that" before a noun phrase begins a clause; before a noun it is a demonstrative. */
function opensClause(page: Page, i: number): boolean {
  const next = page.phraseOf[i + 1] ?? -1
  if (next < 0) return page.phraseOf[i]! < 0
  return page.phrases[next]!.first === i + 1 || page.phraseOf[i]! < 0
}

/** The bracket that a closing one answers, at most 24 tokens back; -1 when there is none. */
function openingBracket(page: Page, at: number, floor: number): number {
  for (let k = at - 1; k >= floor && k > at - 24; k--) if (page.words[k] === '(') return k
  return -1
}

/** "the troops seen there": a past participle behind its noun. */
function isReduced(page: Page, group: VerbGroup): boolean {
  if (group.first !== group.head || group.modal >= 0) return false
  const word = page.words[group.head]!
  if (!/(?:ed|en)$/.test(word) && !/^(?:led|made|held|sent|based|known|seen|found|hit)$/.test(word)) return false
  return page.phraseOf[group.first - 1]! >= 0 && /^(?:by|in|at|on|with|from|near|to|as|for)$/.test(page.words[group.end] ?? '')
}

function isCoordination(page: Page, i: number): boolean {
  return page.phraseOf[i - 1]! >= 0 && page.phraseOf[i + 1]! >= 0 && !page.phrases[page.phraseOf[i + 1]!]!.pronoun
}

/** "A, B and C said": a comma in a list of noun phrases that ends before the verb. */
function isList(page: Page, comma: number, from: number): boolean {
  if (page.phraseOf[comma - 1]! < 0 || page.phraseOf[comma + 1]! < 0) return false
  for (let k = comma + 1; k <= from; k++) {
    if (page.words[k] === 'and' || page.words[k] === 'or') {
      return page.phraseOf[k + 1]! >= 0 && page.tokens[page.phrases[page.phraseOf[comma - 1]!]!.head]!.upos === 'PROPN'
    }
  }
  return false
}

/** Cuts opening adverbials and trailing marks off a candidate subject; the rest must begin with a noun phrase. */
function trimSubject(page: Page, from: number, to: number): Subject | null {
  let first = from
  let end = to
  const lastPhrase = page.phraseOf[end - 1] ?? -1
  if (lastPhrase >= 0 && page.phrases[lastPhrase]!.first > first && isTimeWord(page.words[page.phrases[lastPhrase]!.head]!)) {
    end = page.phrases[lastPhrase]!.first
    if (end - 1 > first && /^(?:on|in|at|by)$/.test(page.words[end - 1]!)) end -= 1
  }
  while (end > first && (page.words[end - 1] === ',' || page.tokens[end - 1]!.upos === 'ADV' || DASH.test(page.words[end - 1]!)))
    end -= 1
  while (first < end) {
    const phrase = page.phraseOf[first]!
    if (phrase >= 0) {
      const { head } = page.phrases[phrase]!
      if (isTimeWord(page.words[head]!) && page.phrases[phrase]!.end < end) {
        first = page.phrases[phrase]!.end
        continue
      }
      return { first, end, antecedent: null }
    }
    if (
      page.tokens[first]!.upos === 'ADP' &&
      page.phraseOf[first + 1]! >= 0 &&
      page.phrases[page.phraseOf[first + 1]!]!.end < end
    ) {
      if (/^(?:of|about|around|up)$/.test(page.words[first]!)) return null
      first = page.phrases[page.phraseOf[first + 1]!]!.end
      continue
    }
    first += 1
  }
  return null
}

const JOINERS = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'with',
  'on',
  'to',
  'near',
  'by',
  'against',
  'within',
  'under',
  'inside',
])
const VENUES = new Set(
  `statement interview briefing conference speech news press release tweet post letter email message report call address hearing rally
  testimony appearance memo broadcast telegram video note remarks comments article phone telephone condition`.split(/\s+/),
)

/** True for "in a statement", "at a news conference", "on Friday": beside the cue, not part of the source. */
export function isVenue(page: Page, preposition: number): boolean {
  if (!/^(?:in|at|on|during|by|via|through|after|before|to)$/.test(page.words[preposition] ?? '')) return false
  const of = page.phraseOf[preposition + 1]!
  if (of === undefined || of < 0) return false
  const word = page.words[page.phrases[of]!.head]!
  return VENUES.has(word) || isTimeWord(word)
}

/**
 * The noun phrase that begins at `at`, with what belongs to it on its right: prepositional phrases, appositions and relative
 * clauses between commas, a coordinated phrase, an age.
 * @param stop first token that may not be taken any more
 * @param appositions whether to go on past commas
 */
export function phraseRight(page: Page, at: number, stop: number, appositions: boolean): Range | null {
  const of = page.phraseOf[at]
  if (of === undefined || of < 0) return null
  let end = page.phrases[of]!.end
  for (;;) {
    if (end >= stop) return { first: at, end: Math.min(end, stop) }
    const word = page.words[end]!
    const next = page.phraseOf[end + 1] ?? -1
    if (
      JOINERS.has(word) &&
      next >= 0 &&
      end + 1 < stop &&
      !isVenue(page, end) &&
      !isTimeWord(page.words[page.phrases[next]!.head]!)
    ) {
      end = page.phrases[next]!.end
    } else if (
      (word === 'and' || word === '&') &&
      next >= 0 &&
      end + 1 < stop &&
      !page.phrases[next]!.pronoun &&
      !isVerbNext(page, next)
    ) {
      end = page.phrases[next]!.end
    } else if (word === '(') {
      let close = end
      while (close < end + 9 && close < stop && page.words[close] !== ')') close += 1
      if (page.words[close] !== ')' || close >= stop) return { first: at, end }
      end = close + 1
    } else if (
      page.phraseOf[end]! >= 0 &&
      page.phrases[page.phraseOf[end]!]!.first === end &&
      page.tokens[page.phrases[page.phraseOf[end]!]!.head]!.upos === 'PROPN'
    ) {
      end = page.phrases[page.phraseOf[end]!]!.end
    } else if (appositions && word === ',') {
      const taken = apposition(page, end + 1, stop)
      if (taken < 0) return { first: at, end }
      end = taken
    } else if (appositions && (word === 'who' || word === 'whose' || word === 'that')) {
      end = segmentEnd(page, end, stop)
    } else return { first: at, end: Math.min(end, stop) }
  }
}

function isVerbNext(page: Page, phrase: number): boolean {
  const { end } = page.phrases[phrase]!
  const verb = page.verbOf[end] ?? -1
  return verb >= 0 && page.verbs[verb]!.form === 'finite' && !isReduced(page, page.verbs[verb]!)
}

/** End of an apposition or relative clause that begins at `at` after a comma; -1 when what follows is none. */
function apposition(page: Page, at: number, stop: number): number {
  const word = page.words[at]
  if (word === undefined || at >= stop) return -1
  const tag = page.tokens[at]!.upos
  if (word === 'who' || word === 'whose' || word === 'which') return segmentEnd(page, at, stop)
  if (tag === 'NUM') return page.words[at + 1] === ',' || at + 1 >= stop || /^[.;]$/.test(page.words[at + 1]!) ? at + 1 : -1
  const of = page.phraseOf[at]!
  if (of < 0 || page.phrases[of]!.pronoun || isTimeWord(page.words[page.phrases[of]!.head]!)) return -1
  const rest = phraseRight(page, at, stop, false)
  if (!rest) return -1
  const verb = page.verbOf[rest.end] ?? -1
  if (verb >= 0 && rest.end < stop && page.verbs[verb]!.form === 'finite') return -1
  return rest.end
}

/** The next comma, or the end. */
function segmentEnd(page: Page, at: number, stop: number): number {
  for (let k = at + 1; k < stop; k++) if (/^[,;]$/.test(page.words[k]!) || page.quotationOf[k] !== page.quotationOf[at]) return k
  return stop
}
