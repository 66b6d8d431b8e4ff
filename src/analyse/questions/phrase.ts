import type { Span } from '../../model/index.ts'
import { dimensionOf } from '../figures/units.ts'
import { isFunctionWord } from '../terms/function-words.ts'
import { isCounter, nounClass, nounLemma, outcomeOf } from '../terms/nouns.ts'
import { actOf, knownAct } from '../terms/verbs.ts'
import { type ClaimView, type ReportView, touching, type Word, within, wordsWithin } from '../view.ts'

const AFTER_HEAD = new Set(
  `of in to at from for with on by near who which that including under against after before since during between into over than and or as per
  filled sent comprised`.split(/\s+/),
)

/** Head of a noun phrase: the last noun before a preposition, conjunction, verb or relative clause; "number of" is looked through. */
export function headOf(view: ReportView, span: Span): Word | null {
  let head: Word | null = null
  for (const word of wordsWithin(view, span.start, span.end)) {
    if (head && (AFTER_HEAD.has(word.lower) || word.upos === 'VERB' || word.upos === 'AUX')) {
      if (word.lower !== 'of' || !isCounter(head.lemma)) break
      head = null
      continue
    }
    if (isFunctionWord(word.lower) || /^\p{N}/u.test(word.text)) continue
    // "122-mm and 152-mm shells": a unit is part of a number.
    if (/\p{N}-$/u.test(view.report.text.slice(Math.max(0, word.start - 2), word.start))) continue
    if (word.upos === null || word.upos === 'NOUN' || word.upos === 'PROPN')
      head = word.upos === null || word.lemma === word.lower ? { ...word, lemma: nounLemma(word.lower) } : word
  }
  return head
}

const VAGUE = new Set(
  'million billion trillion thousand hundred dozen thousands hundreds dozens tens scores some least average additional'.split(
    ' ',
  ),
)

/** What qualifies a theme: lemmas without head, numbers, countries and places, sorted. */
export function modifiersOf(view: ReportView, span: Span, theme: string | null): readonly string[] {
  const found = new Set<string>()
  const head = headOf(view, span)
  // "300 tonnes of maize" and "661,000 pounds of maize": the unit qualifies nothing
  const units = [...view.figures.values()].filter(
    (figure) => dimensionOf(figure.unit) !== null && span.start <= figure.cell.start && figure.cell.end <= span.end,
  )
  for (const word of wordsWithin(view, span.start, span.end)) {
    if (units.some(({ cell }) => cell.start <= word.start && word.end <= cell.end)) continue
    // "cases of swine flu" is qualified after its head, "soldiers to the front" is not.
    if (head && word.start > head.start && word.lower !== 'of' && (AFTER_HEAD.has(word.lower) || word.upos === 'VERB')) break
    if (isFunctionWord(word.lower) || VAGUE.has(word.lower) || /^\p{N}/u.test(word.text) || word.upos === 'NUM') continue
    if (touching(view.countries, word.start, word.end).length > 0 || touching(view.places, word.start, word.end).length > 0)
      continue
    const lemma = nounClass(nounLemma(word.lower))
    if (lemma !== theme && !isCounter(lemma) && outcomeOf(lemma) === null) found.add(lemma)
  }
  return [...found].sort()
}

/** Content lemmas without function words, verbs by class, sorted: the last resort of comparison. */
export function lemmasOf(claim: ClaimView): readonly string[] {
  const found = new Set<string>()
  for (const cell of claim.claim.content) {
    for (const word of wordsWithin(claim.view, cell.start, cell.end)) {
      if (isFunctionWord(word.lower)) continue
      const verb = word.upos === null || word.upos === 'VERB' ? actOf(word.lemma) : ''
      found.add(knownAct(verb) ? verb : nounClass(word.lemma === word.lower ? nounLemma(word.lower) : word.lemma))
    }
  }
  return [...found].sort()
}

/** True when the word is part of the name of a place or country. */
export function namesPlace(view: ReportView, word: Span): boolean {
  return (
    within(view.countries, word.start, word.end).length > 0 ||
    touching(view.countries, word.start, word.end).length > 0 ||
    touching(view.places, word.start, word.end).length > 0
  )
}
