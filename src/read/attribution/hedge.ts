import type { Page, Range } from '../grammar/page.ts'
import { phraseRight, subjectBefore } from '../grammar/subjects.ts'
import type { VerbGroup } from '../grammar/verb-groups.ts'
import { inFamily } from '../lexicon/verbs.ts'
import { sentenceStop, trimEnd } from './content.ts'
import { type Draft, draft } from './draft.ts'

/** Adverbs that report without saying who. */
export const HEDGE_ADVERBS: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'supposedly', 'purportedly'])

/** Passives that attribute: "is said to", "was reported to have", "are believed to be". */
const PASSIVES = new Set(
  `say believe think report allege expect estimate understand know fear rumour rumor consider suspect presume assume claim deem
  predict project forecast see describe call accuse regard view suppose ask tell urge inform warn order condemn criticise criticize`.split(
    /\s+/,
  ),
)
const NEEDS_INFINITIVE = new Set(
  'say believe think report allege expect estimate understand know fear rumour rumor suspect presume assume claim predict project forecast suppose'.split(
    ' ',
  ),
)

/** "was reportedly seen", "is said to have sent", "it is believed that", "was described by X as". */
export function hedges(page: Page): Draft[] {
  const out: Draft[] = []
  for (let i = 0; i < page.tokens.length; i++) {
    if (HEDGE_ADVERBS.has(page.words[i]!)) {
      const found = adverb(page, i)
      if (found) out.push(found)
    }
  }
  page.verbs.forEach((verb, index) => {
    if (!verb.passive || !PASSIVES.has(verb.lemma) || verb.form === 'infinitive') return
    const found = passive(page, verb, index)
    if (found) out.push(found)
  })
  return out
}

/** The clause around the adverb, without it. */
function adverb(page: Page, at: number): Draft | null {
  const sentence = page.sentences[page.sentenceOf[at]!]!
  let verb: VerbGroup | null = null
  const inside = page.verbOf[at]!
  if (inside >= 0) verb = page.verbs[inside]!
  for (let k = at + 1; !verb && k < Math.min(sentence.endToken, at + 4); k++)
    if (page.verbOf[k]! >= 0) verb = page.verbs[page.verbOf[k]!]!
  const stop = sentenceStop(page, at)
  let first = at + 1
  if (verb && verb.form === 'finite') {
    const subject = subjectBefore(page, { ...verb, first: Math.min(verb.first, at) })
    if (subject && subject.antecedent === null) first = subject.first
    else if (subject) first = subject.antecedent!.first
  } else if (at === sentence.firstToken) first = at + 1
  while (first < stop && page.words[first] === ',') first += 1
  const end = clauseStop(page, at, stop)
  const content: Range[] = first < at ? [{ first, end: at }] : []
  if (end > at + 1) content.push({ first: first > at ? first : at + 1, end })
  if (content.length === 0) return null
  return draft({
    source: [],
    cue: [{ first: at, end: at + 1 }],
    content,
    cueKind: 'adverb',
    rule: 'hedge-adverb',
    family: 'hedge',
    lemma: page.words[at]!,
  })
}

function passive(page: Page, verb: VerbGroup, index: number): Draft | null {
  const stop = sentenceStop(page, verb.head)
  const subject = subjectBefore(page, verb)
  let at = verb.end
  let source: Range[] = []
  let cueEnd = verb.end
  if (page.words[at] === 'by' && page.phraseOf[at + 1]! >= 0) {
    const by = phraseRight(page, at + 1, stop, false)
    if (by) {
      source = [by]
      cueEnd = at + 1
      at = by.end
    }
  }
  const parts = { source, cueKind: 'passive' as const, family: 'hedge' as const, lemma: verb.lemma, verb: index }
  const cue: Range[] = [{ first: verb.first, end: cueEnd }]
  const next = page.words[at]
  if (next === undefined) return null
  const infinitive = page.verbOf[at]! >= 0 && page.verbs[page.verbOf[at]!]!.form === 'infinitive'
  const told = inFamily(verb.lemma, 'direct') || verb.lemma === 'tell' || verb.lemma === 'inform'
  const it = subject && page.words[subject.first] === 'it' && subject.end === subject.first + 1
  if (next === 'that' && (it || told)) {
    const first = at
    return draft({
      ...parts,
      cue: it ? [{ first: verb.first, end: cueEnd }] : cue,
      content: [{ first, end: stop }],
      rule: 'passive-that',
    })
  }
  if (told && source.length === 0) return null
  if (infinitive && subject && (NEEDS_INFINITIVE.has(verb.lemma) || source.length > 0)) {
    const end = clauseStop(page, at, stop)
    const who = subject.antecedent ?? subject
    return draft({
      ...parts,
      cue,
      content: [
        { first: who.first, end: Math.min(who.end, verb.first) },
        { first: at, end },
      ],
      rule: 'passive-infinitive',
    })
  }
  if (source.length > 0 && subject) {
    const end = next === 'as' || next === 'of' || next === 'for' ? clauseStop(page, at, stop) : at
    const content: Range[] = [
      { first: (subject.antecedent ?? subject).first, end: Math.min((subject.antecedent ?? subject).end, verb.first) },
    ]
    if (end > at) content.push({ first: at, end })
    return draft({ ...parts, cue, content, rule: 'passive-by' })
  }
  return null
}

function clauseStop(page: Page, at: number, stop: number): number {
  for (let k = at + 1; k < stop; k++) {
    if (page.words[k] === ';' || /^(?:—|–|--)$/.test(page.words[k]!)) return k
    const next = page.verbOf[k + 1] ?? -1
    if (page.words[k] === ',' && next >= 0 && page.verbs[next]!.form === 'finite') return k
    if (
      page.words[k] === ',' &&
      /^(?:but|and|while|although|though|which|who|said|as|prompting|after|before|amounting)$/.test(page.words[k + 1] ?? '')
    ) {
      if (
        page.words[k + 1] === 'and' &&
        page.phraseOf[k + 2]! >= 0 &&
        !(page.verbOf[page.phrases[page.phraseOf[k + 2]!]!.end]! >= 0)
      )
        continue
      if (page.words[k + 1] === 'amounting') continue
      return k
    }
  }
  return trimEnd(page, at, stop)
}
