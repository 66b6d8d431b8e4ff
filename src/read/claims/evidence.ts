import type { EvidenceItem, EvidenceKind } from '../../model/index.ts'
import type { Page, Range } from '../grammar/page.ts'
import { phraseRight, subjectBefore } from '../grammar/subjects.ts'
import { WEAPON_NOUNS } from '../lexicon/titles.ts'
import { cellOf } from './cells.ts'

/** Nouns that are evidence by themselves, by kind. Lemmas. */
const NOUNS: ReadonlyMap<string, EvidenceKind> = new Map(
  Object.entries({
    photograph: 'imagery',
    photo: 'imagery',
    photos: 'imagery',
    picture: 'imagery',
    image: 'imagery',
    imagery: 'imagery',
    screenshot: 'imagery',
    video: 'video',
    footage: 'video',
    clip: 'video',
    film: 'video',
    livestream: 'video',
    recording: 'audio',
    intercept: 'audio',
    audio: 'audio',
    wiretap: 'audio',
    document: 'document',
    memo: 'document',
    letter: 'document',
    transcript: 'document',
    affidavit: 'document',
    contract: 'document',
    email: 'document',
    record: 'document',
    dossier: 'document',
    eyewitness: 'witness',
    witness: 'witness',
    testimony: 'witness',
    survivor: 'witness',
    intelligence: 'intelligence',
    datum: 'data',
    data: 'data',
    survey: 'data',
    census: 'data',
    measurement: 'data',
    reading: 'data',
    statistic: 'data',
    test: 'data',
    sample: 'data',
  }),
)

const OBJECTS = new Set('wreckage debris fragment fragments remains remnant shrapnel casing wreck bodies body crater'.split(' '))
const FOUND = new Set(['recover', 'find', 'seize', 'retrieve', 'discover', 'unearth', 'capture', 'intercept'])
const FOUND_NOUNS = new Set(['recovery', 'discovery', 'seizure', 'retrieval', 'capture'])
const SHOWN = new Set([
  'release',
  'publish',
  'show',
  'share',
  'present',
  'obtain',
  'review',
  'see',
  'verify',
  'post',
  'air',
  'broadcast',
  'leak',
  'collect',
  'analyse',
  'analyze',
  'examine',
  'circulate',
  'indicate',
  'reveal',
  'suggest',
  'confirm',
  'capture',
  'declassify',
  'gather',
  'depict',
  'document',
  'provide',
  'cite',
  'issue',
  'display',
  'unveil',
])

export interface EvidenceSpan {
  readonly kind: EvidenceKind
  readonly range: Range
  readonly holder: Range | null
}

/** Things that the text says somebody has, showed or found: imagery, documents, objects, witnesses, intelligence, data. */
export function findEvidence(page: Page): EvidenceSpan[] {
  const out: EvidenceSpan[] = []
  let last = -1
  for (const phrase of page.phrases) {
    if (phrase.first < last || phrase.pronoun) continue
    const lemma = page.tokens[phrase.head]!.lemma
    const sentence = page.sentences[page.sentenceOf[phrase.first]!]!
    const kind = NOUNS.get(lemma)
    let found: EvidenceSpan | null = null
    if (FOUND_NOUNS.has(lemma) && page.words[phrase.end] === 'of')
      found = recovered(page, phrase, phraseRight(page, phrase.end + 1, sentence.endToken, false))
    else if (OBJECTS.has(lemma) && lemma !== 'body' && lemma !== 'bodies')
      found = { kind: 'object', range: phraseRight(page, phrase.first, sentence.endToken, false) ?? phrase, holder: null }
    else if (WEAPON_NOUNS.has(lemma)) found = recoveredByVerb(page, phrase)
    else if (kind) found = shown(page, phrase, kind, sentence.endToken)
    if (found) {
      out.push(found)
      last = found.range.end
    }
  }
  return out
}

/** "the recovery of a missile in the north". */
function recovered(page: Page, phrase: Range, object: Range | null): EvidenceSpan | null {
  if (!object) return null
  for (let i = object.first; i < object.end; i++) {
    const lemma = page.tokens[i]!.lemma
    if (WEAPON_NOUNS.has(lemma) || OBJECTS.has(lemma) || NOUNS.get(lemma)) {
      return { kind: NOUNS.get(lemma) ?? 'object', range: { first: phrase.first, end: object.end }, holder: null }
    }
  }
  return null
}

/** "the missile was recovered", "recovered a missile". */
function recoveredByVerb(page: Page, phrase: Range): EvidenceSpan | null {
  const after = page.verbOf[phrase.end] ?? -1
  if (after >= 0 && FOUND.has(page.verbs[after]!.lemma)) {
    return { kind: 'object', range: { first: phrase.first, end: page.verbs[after]!.end }, holder: null }
  }
  const before = phrase.first > 0 ? page.verbOf[phrase.first - 1]! : -1
  if (before >= 0 && FOUND.has(page.verbs[before]!.lemma) && !page.verbs[before]!.passive) {
    const subject = subjectBefore(page, page.verbs[before]!)
    return { kind: 'object', range: phrase, holder: subject ? { first: subject.first, end: subject.end } : null }
  }
  return null
}

function shown(page: Page, phrase: Range & { head: number }, kind: EvidenceKind, stop: number): EvidenceSpan | null {
  if (kind === 'intelligence' && page.verbOf[phrase.end] === -1 && !/^(?:that|from|which)$/.test(page.words[phrase.end] ?? '')) {
    if (!/^(?:on|citing)$/.test(page.words[phrase.first - 1] ?? '')) return null
  }
  const before = phrase.first > 0 ? page.verbOf[phrase.first - 1]! : -1
  const verb = before >= 0 ? page.verbs[before]! : null
  let holder: Range | null = null
  if (verb && SHOWN.has(verb.lemma) && !verb.passive) {
    const subject = subjectBefore(page, verb)
    if (subject) holder = { first: subject.first, end: subject.end }
  }
  for (let k = phrase.head - 1; k > phrase.first; k--) if (page.words[k] === "'s") holder = { first: phrase.first, end: k }
  let end = phrase.end
  const follow = page.verbOf[end] ?? -1
  const showing = follow >= 0 && SHOWN.has(page.verbs[follow]!.lemma)
  if (page.words[end] === 'from' && page.phraseOf[end + 1]! >= 0) end = phraseRight(page, end + 1, stop, false)!.end
  else if (showing && page.verbs[follow]!.form === 'gerund') end = clauseEnd(page, page.verbs[follow]!.end, stop)
  else if (kind === 'intelligence' && follow >= 0 && /ed$/.test(page.words[page.verbs[follow]!.head]!))
    end = page.verbs[follow]!.end
  else if (page.words[end] === 'of' && page.phraseOf[end + 1]! >= 0) end = phraseRight(page, end + 1, stop, false)!.end
  const grounded =
    showing ||
    holder !== null ||
    (verb !== null && SHOWN.has(verb.lemma)) ||
    end > phrase.end ||
    kind === 'imagery' ||
    kind === 'video' ||
    kind === 'intelligence'
  const weak = kind === 'document' || kind === 'data' || kind === 'witness' || kind === 'audio'
  if (!grounded || (weak && !showing && holder === null && !(verb && SHOWN.has(verb.lemma)))) return null
  return { kind, range: { first: phrase.first, end }, holder }
}

function clauseEnd(page: Page, from: number, stop: number): number {
  for (let k = from; k < stop; k++) if (/^[,;.]$/.test(page.words[k]!) || page.quotationOf[k] !== page.quotationOf[from]) return k
  return stop
}

/** Makes items out of the spans, once it is known which claims they bear on. */
export function evidenceItem(page: Page, span: EvidenceSpan, id: string, bearsOn: readonly string[]): EvidenceItem {
  return { id, kind: span.kind, cell: cellOf(page, span.range), holder: span.holder ? cellOf(page, span.holder) : null, bearsOn }
}
