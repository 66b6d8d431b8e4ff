import type { Page, Range } from '../grammar/page.ts'
import { isVenue, phraseRight } from '../grammar/subjects.ts'
import { GROUND_NOUNS, MIND_NOUNS, SPEECH_NOUNS } from '../lexicon/nouns.ts'
import { hasFiniteVerb, sentenceStop, trimEnd } from './content.ts'
import { type Draft, draft } from './draft.ts'

const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your'])

/** "X's assertion that …", "their decision to …", "a statement by X that …", "evidence that …". */
export function nounAttributions(page: Page): Draft[] {
  const out: Draft[] = []
  for (const phrase of page.phrases) {
    const lemma = nounLemma(page, phrase.head)
    const speech = SPEECH_NOUNS.has(lemma)
    const mind = MIND_NOUNS.has(lemma)
    if ((!speech && !mind && !GROUND_NOUNS.has(lemma)) || page.tokens[phrase.head]!.upos === 'PROPN') continue
    const stop = sentenceStop(page, phrase.head)
    if (phrase.end >= stop) continue
    const found = readNoun(page, phrase, lemma, stop)
    if (found) out.push(found)
  }
  return out
}

function nounLemma(page: Page, i: number): string {
  return page.tokens[i]!.lemma
}

function readNoun(page: Page, phrase: Range & { head: number }, lemma: string, stop: number): Draft | null {
  const holder = holderInside(page, phrase)
  const parts = { cueKind: 'noun' as const, family: 'noun' as const, lemma }
  let at = phrase.end
  let by: Range | null = null
  if (/^(?:by|from|of)$/.test(page.words[at]!) && page.phraseOf[at + 1]! >= 0 && page.verbOf[at + 1]! < 0) {
    const taken = phraseRight(page, at + 1, stop, false)
    if (
      taken &&
      (page.words[taken.end] === 'that' || (page.words[taken.end] === ',' && page.words[taken.end + 1] === 'that')) &&
      isBodyLike(page, taken)
    ) {
      by = taken
      at = taken.end
    }
  }
  const named = !holder && !by ? nameInside(page, phrase) : null
  const source = holder ? holder.source : (by ?? named)
  const cueFirst = holder ? holder.cueFirst : named ? phrase.head : phrase.first
  const word = page.words[at]!
  if (word === 'that') {
    const end = clauseStop(page, at, stop)
    if (!hasFiniteVerb(page, { first: at + 1, end }) || isRelative(page, at)) return null
    if (!source && !GROUND_NOUNS.has(lemma)) return null
    return draft({
      ...parts,
      source: source ? [source] : [],
      cue: by ? [{ first: phrase.first, end: phrase.end }] : [{ first: cueFirst, end: phrase.end }],
      content: [{ first: at, end }],
      rule: source ? 'noun-that' : 'noun-ground',
    })
  }
  if (!source) return null
  if (word === 'to' && page.verbOf[at]! >= 0 && page.verbs[page.verbOf[at]!]!.form === 'infinitive') {
    return draft({
      ...parts,
      source: [source],
      cue: [{ first: cueFirst, end: phrase.end }],
      content: [{ first: at, end: clauseStop(page, at, stop) }],
      rule: 'noun-to',
    })
  }
  if (/^(?:about|for|on|against)$/.test(word) && page.phraseOf[at + 1]! >= 0 && !isVenue(page, at)) {
    const content = phraseRight(page, at + 1, stop, false)
    if (content)
      return draft({
        ...parts,
        source: [source],
        cue: [{ first: cueFirst, end: at + 1 }],
        content: [content],
        rule: 'noun-about',
      })
  }
  return null
}

/** "the ministry's [assertion]", "her [claim]": whose it is; the cue begins with the possessive mark. */
function holderInside(page: Page, phrase: Range & { head: number }): { source: Range; cueFirst: number } | null {
  for (let k = phrase.head - 1; k >= phrase.first; k--) {
    if (page.words[k] === "'s" || (page.words[k] === "'" && k > phrase.first)) {
      return k > phrase.first ? { source: { first: phrase.first, end: k }, cueFirst: k } : null
    }
  }
  if (POSSESSIVE.has(page.words[phrase.first]!))
    return { source: { first: phrase.first, end: phrase.first + 1 }, cueFirst: phrase.first + 1 }
  return null
}

/** "a Daily Courier report that": the name before the noun says whose it is. */
function nameInside(page: Page, phrase: Range & { head: number }): Range | null {
  const before = page.tokens[phrase.head - 1]
  return phrase.head > phrase.first && before?.upos === 'PROPN' ? { first: phrase.first, end: phrase.head } : null
}

function isBodyLike(page: Page, range: Range): boolean {
  for (let i = range.first; i < range.end; i++)
    if (page.tokens[i]!.upos === 'PROPN' || page.tokens[i]!.upos === 'NOUN') return true
  return false
}

/** "evidence that convinced them": a relative pronoun, not the beginning of a clause with its own subject. */
function isRelative(page: Page, that: number): boolean {
  const verb = page.verbOf[that + 1] ?? -1
  return verb >= 0
}

/** A noun's clause ends before the main verb of the sentence, when one follows: a comma, or a second finite verb that has no subject of its own. */
function clauseStop(page: Page, at: number, stop: number): number {
  let verbs = 0
  for (let k = at + 1; k < stop; k++) {
    if (page.quotationOf[k]! >= 0 && page.quotationOf[k] !== page.quotationOf[at]) continue
    const word = page.words[k]!
    if (word === ';' || /^(?:—|–|--)$/.test(word)) return k
    if (word === ',' && verbs > 0) return k
    const of = page.verbOf[k]!
    if (of < 0 || page.verbs[of]!.first !== k) continue
    const verb = page.verbs[of]!
    if (verb.form !== 'finite') continue
    verbs += 1
    const before = page.words[k - 1]!
    if (verbs > 1 && !/^(?:and|or|but|,|who|which|that)$/.test(before) && !hasOwnSubject(page, at, k)) return k
  }
  return trimEnd(page, at, stop)
}

/** Between the clause's last conjunction and the verb stands a fresh subject. */
function hasOwnSubject(page: Page, from: number, verb: number): boolean {
  for (let k = verb - 1; k > from; k--) {
    if (/^(?:and|but|or|that|because|while|as|if|when|who|which|after|before|since|,)$/.test(page.words[k]!)) return true
    if (page.verbOf[k]! >= 0) return false
  }
  return false
}
