import type { Entity, SpeakerKind } from '../../model/index.ts'
import type { Entities } from '../entities/index.ts'
import type { Page, Range } from '../grammar/page.ts'
import { BODY_NOUNS, COLLECTIVE_WORDS, DOCUMENT_NOUNS, IMAGE_NOUNS, OUTLET_NOUNS, PERSON_NOUNS } from '../lexicon/nouns.ts'

export interface Speaker {
  readonly kind: SpeakerKind
  /** Index into the entities; -1 when none. */
  readonly entity: number
}

const UNNAMED = /^(?:source|sources|insider|insiders|informant|informants|tipster)$/
const INDEFINITE = /^(?:a|an|one|another|some|several|two|three|four|five|many|unnamed|unidentified|anonymous)$/

/** "who asked not to be named", "on condition of anonymity", "not authorised to speak": they do not want to be known. */
const HIDES =
  /\b(?:(?:not|declined|refused|without|wish\w*|want\w*|prefer\w*) (?:to |wanting to |being )?(?:be )?(?:named|identified|quoted by name)|(?:on|under) (?:the )?condition of anonymity|anonymously|requested anonymity|not (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment|discuss|brief))\b/i

/** Who speaks in a source range: its first noun phrase decides; "reports from X" speak for X. */
export function speakerOf(page: Page, found: Entities, source: Range | undefined): Speaker {
  if (!source) return { kind: 'unstated', entity: -1 }
  const of = page.phraseOf[source.first] ?? -1
  const phrase = of >= 0 ? page.phrases[of]! : null
  const owned = phrase ? ownedBy(page, found, phrase.end, source) : null
  if (owned) return owned
  const head = phrase ? Math.min(phrase.head, source.end - 1) : source.first
  const word = page.words[head]!
  const lemma = page.tokens[head]!.lemma
  let entity = found.headAt[head]! >= 0 ? found.headAt[head]! : found.nameAt[head]!
  const named = entity >= 0 ? found.entities[entity]! : null
  // "a ministry spokeswoman, Ada Osei": the name in the apposition is who speaks
  if (phrase && page.words[phrase.end] === ',' && phrase.end + 1 < source.end) {
    const behind = found.nameAt[phrase.end + 1]!
    if (behind >= 0 && (!named || isDescribed(named)) && found.entities[behind]!.kind !== 'place')
      return { kind: 'person', entity: behind }
  }
  if (UNNAMED.test(word)) return { kind: 'anonymous', entity }
  if ((!named || isDescribed(named)) && hides(page, source)) return { kind: 'anonymous', entity }
  if (
    /^(?:reports?|data|figures|statements?|information)$/.test(word) &&
    phrase &&
    /^(?:from|by|of)$/.test(page.words[phrase.end] ?? '') &&
    phrase.end + 1 < source.end
  ) {
    const inner = speakerOf(page, found, { first: phrase.end + 1, end: source.end })
    if (inner.entity >= 0) return inner
  }
  if (IMAGE_NOUNS.has(lemma)) return { kind: 'image', entity }
  if (named && !isDescribed(named)) return { kind: kindOfEntity(named), entity }
  if (page.tokens[head]!.upos === 'PROPN' && !named && !COLLECTIVE_WORDS.has(word)) return { kind: 'person', entity }
  if (OUTLET_NOUNS.has(lemma)) return { kind: 'outlet', entity }
  if (DOCUMENT_NOUNS.has(lemma)) return { kind: 'document', entity }
  if (BODY_NOUNS.has(lemma)) return { kind: 'body', entity }
  if (named && phrase?.pronoun) return { kind: kindOfEntity(named), entity }
  const plural =
    COLLECTIVE_WORDS.has(word) ||
    (/(?:ers|ors|ists|ials|ents|ians|ives|ants)$/.test(word) && phrase !== null && phrase.end === phrase.first + 1) ||
    (lemma !== word && /s$|people|men|women/.test(word)) ||
    /^(?:they|we|many|some|others|most|several|few|both)$/.test(word)
  if (plural) return { kind: 'collective', entity }
  if (phrase && INDEFINITE.test(page.words[phrase.first]!)) return { kind: 'anonymous', entity }
  if (entity < 0) entity = -1
  return { kind: 'person', entity }
}

/**
 * "The company's chief executive, Ada Osei": where the parser ended the phrase at the owner, not the owner speaks but whose name stands
 * behind the comma, or whom the last word tells. Null where the phrase has no such tail.
 */
function ownedBy(page: Page, found: Entities, at: number, source: Range): Speaker | null {
  if (!/^['’]s?$/.test(page.words[at] ?? '') || at + 1 >= source.end) return null
  let end = at + 1
  while (end < source.end && page.words[end] !== ',') end++
  if (!PERSON_NOUNS.has(page.words[end - 1]!)) return null
  const behind = found.nameAt[end + 1] ?? -1
  return { kind: 'person', entity: end + 1 < source.end && behind >= 0 && found.entities[behind]!.kind !== 'place' ? behind : -1 }
}

function hides(page: Page, { first, end }: Range): boolean {
  return HIDES.test(page.words.slice(first, end).join(' '))
}

function isDescribed(entity: Entity): boolean {
  return entity.mentions.every((mention) => mention.form === 'description' || mention.form === 'pronoun')
}

function kindOfEntity(entity: Entity): SpeakerKind {
  if (entity.kind === 'person') return 'person'
  if (entity.kind === 'outlet') return 'outlet'
  if (entity.kind === 'organisation' || entity.kind === 'place') return 'body'
  if (entity.kind === 'group') return 'collective'
  return 'person'
}
