import type { Page } from '../../grammar/page.ts'
import { GROUND_NOUNS, MIND_NOUNS, PERSON_NOUNS, SPEECH_NOUNS } from '../../lexicon/nouns.ts'
import { VERB_FAMILIES, type VerbFamily } from '../../lexicon/verbs.ts'
import { hashOf } from '../../syntax/hash.ts'
import type { Draft } from '../draft.ts'

/** What the features of a text's words are made of, one number a token: computed once a text. */
export interface Marks {
  readonly word: Int32Array
  readonly lemma: Int32Array
  readonly upos: Uint8Array
  readonly deprel: Int32Array
  /** Bits: capital, digits, pronoun, closed class, mark of quotation, comma, other punctuation, person noun. */
  readonly look: Uint8Array
  /** Bits of the verb families and kinds of nouns that the lemma belongs to. */
  readonly family: Uint16Array
  /** Word of a closed class or mark, part of speech of any other: what borders are told by. */
  readonly plain: Int32Array
  /** Roles that the rules' drafts give a token, as bits: 1 source, 2 cue, 4 content. */
  readonly drafted: Uint8Array
  /** Number of the draft whose cue stands here; -1 without. */
  readonly draftOf: Int32Array
}

export const LOOK = { capital: 1, digits: 2, pronoun: 4, closed: 8, quote: 16, comma: 32, stop: 64, person: 128 } as const

const UPOS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ')
export const VERB = UPOS.indexOf('VERB') + 1
export const AUX = UPOS.indexOf('AUX') + 1
const CLOSED = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'PUNCT', 'SCONJ'])
const NUMBER_OF = new Map(UPOS.map((name, i) => [name, i + 1]))
const FAMILIES: readonly VerbFamily[] = ['say', 'tell', 'think', 'show', 'direct', 'intend', 'judge', 'topic']

/** Adjectives for a state of mind or of knowledge: "confident that …", "worried about …". Our own list. */
const MIND_ADJECTIVES = new Set(
  `sure certain confident convinced positive optimistic pessimistic hopeful doubtful sceptical skeptical aware unaware conscious
  worried concerned afraid fearful alarmed anxious nervous frightened scared happy glad pleased delighted proud grateful thankful
  satisfied disappointed sad sorry upset angry furious frustrated surprised shocked amazed astonished stunned appalled outraged
  determined willing unwilling ready eager keen reluctant prepared committed adamant insistent clear unclear uncertain unsure
  adamant critical supportive opposed likely unlikely possible probable apparent evident obvious plausible`.split(/\s+/),
)
const HEDGES = new Set(
  'reportedly allegedly apparently supposedly purportedly seemingly presumably evidently probably possibly likely clearly obviously'.split(
    ' ',
  ),
)

/** Marks the words of a text. @param drafts what the rules found in it */
export function markWords(page: Page, drafts: readonly Draft[]): Marks {
  const { tokens, words } = page
  const n = tokens.length
  const marks = {
    word: new Int32Array(n),
    lemma: new Int32Array(n),
    upos: new Uint8Array(n),
    deprel: new Int32Array(n),
    look: new Uint8Array(n),
    family: new Uint16Array(n),
    plain: new Int32Array(n),
    drafted: new Uint8Array(n),
    draftOf: new Int32Array(n).fill(-1),
  }
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!
    const word = words[i]!
    marks.word[i] = hashOf(word)
    marks.lemma[i] = hashOf(token.lemma)
    marks.upos[i] = NUMBER_OF.get(token.upos) ?? 0
    marks.deprel[i] = hashOf(token.deprel ?? '')
    const closed = CLOSED.has(token.upos)
    marks.plain[i] = closed ? marks.word[i]! : marks.upos[i]!
    marks.look[i] = lookOf(page, i, closed)
    marks.family[i] = familyOf(token.lemma, token.upos)
  }
  drafts.forEach((item, k) => {
    for (const range of item.source) each(range, (i) => (marks.drafted[i]! |= 1))
    for (const range of item.content) each(range, (i) => (marks.drafted[i]! |= 4))
    for (const range of item.cue)
      each(range, (i) => {
        marks.drafted[i]! |= 2
        if (marks.draftOf[i]! < 0) marks.draftOf[i] = k
      })
  })
  return marks
}

function each(range: { first: number; end: number }, tell: (i: number) => void): void {
  for (let i = range.first; i < range.end; i++) tell(i)
}

function lookOf(page: Page, i: number, closed: boolean): number {
  const token = page.tokens[i]!
  const code = page.text.charCodeAt(token.start)
  let look = closed ? LOOK.closed : 0
  if (token.upos === 'PUNCT' || token.upos === 'SYM') {
    const word = page.words[i]!
    if (word === ',') look |= LOOK.comma
    else if (/^["'`]/.test(word)) look |= LOOK.quote
    else look |= LOOK.stop
  } else if (code >= 48 && code <= 57) look |= LOOK.digits
  else if ((code >= 65 && code <= 90) || (code > 0xbf && /\p{Lu}/u.test(page.text[token.start]!))) look |= LOOK.capital
  if (token.upos === 'PRON') look |= LOOK.pronoun
  if (PERSON_NOUNS.has(token.lemma)) look |= LOOK.person
  return look
}

function familyOf(lemma: string, upos: string): number {
  let bits = 0
  if (upos === 'VERB' || upos === 'AUX') {
    const families = VERB_FAMILIES.get(lemma)
    for (const [i, family] of FAMILIES.entries()) if (families?.has(family)) bits |= 1 << i
  } else if (upos === 'NOUN') {
    if (SPEECH_NOUNS.has(lemma)) bits |= 256
    if (MIND_NOUNS.has(lemma)) bits |= 512
    if (GROUND_NOUNS.has(lemma)) bits |= 1024
  } else if (upos === 'ADJ') {
    if (MIND_ADJECTIVES.has(lemma)) bits |= 2048
  } else if (upos === 'ADV') {
    if (HEDGES.has(lemma)) bits |= 4096
  }
  return bits
}
