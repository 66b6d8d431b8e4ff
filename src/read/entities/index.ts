import type { Entity, EntityKind, Mention } from '../../model/index.ts'
import { cellOf } from '../claims/cells.ts'
import type { Page, Range } from '../grammar/page.ts'
import { surface } from '../grammar/page.ts'
import { COUNTRY_WORDS } from '../lexicon/countries.ts'
import { BODY_NOUNS, COLLECTIVE_WORDS, OUTLET_NOUNS, PERSON_NOUNS } from '../lexicon/nouns.ts'
import { FEMALE_TITLES, MALE_TITLES } from '../lexicon/titles.ts'
import type { NamedKind, NamedSpan } from '../syntax/index.ts'
import { countryAt, type Features, featuresOf, headClass, isDefinite } from './description.ts'
import { kindOfName } from './kinds.ts'
import { findNames, type NameSpan } from './names.ts'
import { resolvePronoun } from './pronouns.ts'
import { type Building, Register } from './register.ts'

/** The entities of a report, and which of them each token names. */
export interface Entities {
  readonly entities: readonly Entity[]
  /** Index into `entities` of the mention that covers each token, -1 outside; the innermost name wins, then the description. */
  readonly nameAt: Int32Array
  readonly headAt: Int32Array
}

type Item = { readonly at: number } & ({ readonly name: NameSpan } | { readonly phrase: number })

/**
 * Finds what a report names and gathers the mentions of one thing: full and short names, acronyms introduced in brackets, titles,
 * definite descriptions ("the intelligence agency") by head, modifiers and country, and pronouns where they speak.
 * @param sources ranges that speak: indefinite descriptions and pronouns count only there
 * @param learned names as the entity tagger takes them: they say what kind of thing a name is where its own words and its titles do not
 */
export function findEntities(page: Page, sources: readonly Range[], learned: readonly NamedSpan[] = []): Entities {
  const register = new Register()
  const nameAt = new Int32Array(page.tokens.length).fill(-1)
  const headAt = new Int32Array(page.tokens.length).fill(-1)
  const speaking = new Map(sources.map((range) => [range.first, range.end]))
  const names = findNames(page)
  const kindAt: (NamedKind | null)[] = new Array(page.tokens.length).fill(null)
  for (const { kind, firstToken, endToken } of learned) kindAt.fill(kind, firstToken, endToken)
  const items: Item[] = [
    ...names.map((name) => ({ at: name.titleFirst, name })),
    ...page.phrases.map((phrase, index) => ({ at: phrase.head + 0.5, phrase: index })),
  ].sort((a, b) => a.at - b.at)
  for (const item of items) {
    if ('name' in item) takeName(page, register, item.name, kindAt, nameAt, headAt)
    else takePhrase(page, register, item.phrase, speaking, nameAt, headAt)
  }
  return { entities: finish(register), nameAt, headAt }
}

function takeName(
  page: Page,
  register: Register,
  name: NameSpan,
  kindAt: readonly (NamedKind | null)[],
  nameAt: Int32Array,
  headAt: Int32Array,
): void {
  const range = { first: name.first, end: name.end }
  const words = page.words.slice(name.first, name.end)
  const key = words.join(' ')
  const text = cellOf(page, range).text
  const acronym = words.length === 1 && /^(?:\p{Lu}\.?){2,8}s?$/u.test(text)
  const titled = name.titleFirst < name.first
  const form: Mention['form'] = acronym ? 'acronym' : 'name'
  let index = register.named(key) ?? introduced(page, name, headAt) ?? undefined
  const country = countryAt(page, name.first, name.end)
  const bare = country && country.length < words.length ? words.slice(country.length).join(' ') : null
  if (index === undefined && bare) index = register.named(bare)
  if (index === undefined && acronym) index = byInitials(register, text.replaceAll('.', '').toLowerCase())
  if (index === undefined && words.length === 1 && !country) {
    const last = register.lastWord(words[0]!)
    if (last !== undefined) index = last
  }
  // a headline's "Okafor" before the text's "Ngozi Okafor"
  if (index === undefined && words.length > 1) {
    const short = register.named(words.at(-1)!)
    if (
      short !== undefined &&
      !register.all[short]!.described &&
      [...register.all[short]!.names].every((each) => !each.includes(' ')) &&
      /^(?:other|person)$/.test(register.all[short]!.kind)
    )
      index = short
  }
  const describedAs = describe(page, name)
  const told = kindOfName(words, acronym, titled, describedAs)
  const kind = told === 'other' ? (kindAt[name.end - 1] ?? 'other') : told
  if (index !== undefined && told === 'person' && register.all[index]!.kind === 'place') index = undefined
  const features = nameFeatures(page, range)
  if (index === undefined && features && kind === 'organisation') {
    index = register.match(features, (k) => register.all[k]!.described && register.all[k]!.kind === 'organisation')
  }
  if (index === undefined) {
    index = register.add({
      kind,
      name: text,
      described: false,
      plural: false,
      gender: genderOf(page, name),
      located: 0,
      names: new Set(),
      words: new Set(),
      features: [],
      mentions: [],
    })
  }
  const building = register.all[index]!
  if (building.kind === 'other' || building.described) building.kind = kind === 'other' ? building.kind : kind
  if (building.described || fuller(text, building.name)) building.name = text
  building.described = false
  building.gender = building.gender ?? genderOf(page, name)
  building.names.add(text)
  for (const word of words) if (!COUNTRY_WORDS.has(word)) building.words.add(word)
  const short = form === 'name' && words.length === 1 && building.name.split(' ').length > 1
  building.mentions.push({ cell: cellOf(page, range), form: short ? 'short' : form, at: name.first })
  const personal = words.length > 1 && (building.kind === 'person' || building.kind === 'other')
  register.nameAs(index, key, personal ? words.at(-1)! : null)
  // "Kim Jong Un" is Kim: where family names come first
  if (personal && words.length === 3 && !/[.-]/.test(key)) register.nameAs(index, key, words[0]!)
  if (bare) register.nameAs(index, bare, null)
  if (features) register.describe(index, features)
  if (describedAs)
    register.describe(index, { head: describedAs, headClass: headClass(describedAs), country: null, modifiers: new Set() })
  if (titled) {
    const title = page.tokens[name.first - 1]!.lemma
    register.describe(index, {
      head: title,
      headClass: headClass(title),
      country: countryBefore(page, name.titleFirst),
      modifiers: new Set(),
    })
  }
  if (LOCATIVE.has(page.words[name.titleFirst - 1] ?? '')) building.located += 1
  for (let i = name.titleFirst; i < name.end; i++) nameAt[i] = index
  headAt[name.end - 1] = index
}

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'from',
  'to',
  'into',
  'outside',
  'around',
  'across',
  'toward',
  'towards',
  'through',
])

function fuller(text: string, known: string): boolean {
  return text.split(' ').length > known.split(' ').length
}

/** "National Intelligence Service (NIS)": an acronym in brackets right behind what it stands for. */
function introduced(page: Page, name: NameSpan, headAt: Int32Array): number | null {
  if (page.words[name.first - 1] !== '(' || page.words[name.end] !== ')') return null
  const before = headAt[name.first - 2] ?? -1
  if (before < 0) return null
  return surface(page, name.first).length <= 10 ? before : null
}

function byInitials(register: Register, letters: string): number | undefined {
  for (let i = Math.max(0, register.all.length - 200); i < register.all.length; i++) {
    const building = register.all[i]!
    if (building.kind !== 'organisation') continue
    for (const name of building.names) {
      const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
      if (words.length > 1 && words.map((word) => word[0]!.toLowerCase()).join('') === letters) return i
    }
  }
  return undefined
}

/** Lemma of the noun that says what a name is: before it ("analyst X") or in an apposition behind it ("X, editor of Y"). */
function describe(page: Page, name: NameSpan): string | null {
  const of = page.phraseOf[name.first]!
  if (of >= 0) {
    const before = name.first - 1
    if (before >= page.phrases[of]!.first && page.tokens[before]!.upos === 'NOUN') return page.tokens[before]!.lemma
  }
  if (page.words[name.end] === ',') {
    const next = page.phraseOf[name.end + 1] ?? -1
    if (next >= 0 && !page.phrases[next]!.pronoun && page.verbOf[page.phrases[next]!.end] === -1) {
      const lemma = page.tokens[page.phrases[next]!.head]!.lemma
      if (PERSON_NOUNS.has(lemma) || BODY_NOUNS.has(lemma)) return lemma
    }
  }
  return null
}

/** Head and modifiers of a body's name: "Ministry of Defence" is a ministry, "National Intelligence Service" a service. */
function nameFeatures(page: Page, range: Range): Features | null {
  if (range.end - range.first < 2) return null
  let head = range.end - 1
  for (let i = range.first + 1; i < range.end; i++) {
    if (page.words[i] === 'of' || page.words[i] === 'for') {
      head = i - 1
      break
    }
  }
  return featuresOf(page, { first: countryStart(page, range.first), end: range.end }, head)
}

/** A country in front of a name belongs to its features: "South Korea's National Security Office". */
function countryStart(page: Page, first: number): number {
  const of = page.phraseOf[first]!
  return of >= 0 ? page.phrases[of]!.first : first
}

function countryBefore(page: Page, at: number): string | null {
  for (let back = 1; back <= 4; back++) {
    const found = at - back >= 0 ? countryAt(page, at - back, at) : null
    if (found && (found.length === back || page.words[at - 1] === "'s")) return found.country
  }
  return null
}

function genderOf(page: Page, name: NameSpan): 'male' | 'female' | null {
  for (let i = name.titleFirst; i < name.first; i++) {
    const word = page.words[i]!.replace(/\.$/, '')
    if (MALE_TITLES.has(word)) return 'male'
    if (FEMALE_TITLES.has(word)) return 'female'
  }
  return null
}

function takePhrase(
  page: Page,
  register: Register,
  at: number,
  speaking: ReadonlyMap<number, number>,
  nameAt: Int32Array,
  headAt: Int32Array,
): void {
  const phrase = page.phrases[at]!
  const speaks = (speaking.get(phrase.first) ?? 0) > phrase.head
  if (phrase.pronoun) {
    if (!speaks) return
    const index = resolvePronoun(page, register, phrase.head)
    if (index === null) return
    register.all[index]!.mentions.push({ cell: cellOf(page, phrase), form: 'pronoun', at: phrase.first })
    headAt[phrase.head] = index
    return
  }
  if (headAt[phrase.head]! >= 0) return
  if (nameAt[phrase.head]! >= 0) {
    headAt[phrase.head] = nameAt[phrase.head]!
    return
  }
  const head = page.tokens[phrase.head]!
  const kind = kindOfHead(head.lemma)
  if (kind === null && !speaks) return
  const definite = isDefinite(page, phrase)
  if (!definite && !speaks && !hasCountry(page, phrase)) return
  const features = featuresOf(page, { first: phrase.first, end: ofCountry(page, phrase.end) }, phrase.head)
  const plural = head.lemma !== page.words[phrase.head] && /s$|people|men|women/.test(page.words[phrase.head]!)
  let index: number | undefined
  if (definite || hasCountry(page, phrase))
    index = register.match(features, (k) => register.all[k]!.plural === plural || !register.all[k]!.described)
  if (index === undefined) {
    index = register.add({
      kind: kind === 'person' && plural ? 'group' : (kind ?? 'other'),
      name: cellOf(page, phrase).text,
      described: true,
      plural,
      gender: null,
      located: 0,
      names: new Set(),
      words: new Set(),
      features: [],
      mentions: [],
    })
  }
  register.describe(index, features)
  register.all[index]!.mentions.push({ cell: cellOf(page, phrase), form: 'description', at: phrase.first })
  headAt[phrase.head] = index
}

/** "the health ministry of Brazil": the country behind belongs to the description. */
function ofCountry(page: Page, end: number): number {
  if (page.words[end] !== 'of' && page.words[end] !== 'in') return end
  const at = page.words[end + 1] === 'the' ? end + 2 : end + 1
  const country = at < page.tokens.length ? countryAt(page, at, Math.min(at + 4, page.tokens.length)) : null
  return country ? at + country.length : end
}

function hasCountry(page: Page, phrase: Range): boolean {
  for (let i = phrase.first; i < phrase.end; i++) if (countryAt(page, i, phrase.end)) return true
  return false
}

function kindOfHead(lemma: string): EntityKind | null {
  if (OUTLET_NOUNS.has(lemma)) return 'outlet'
  if (BODY_NOUNS.has(lemma)) return 'organisation'
  if (PERSON_NOUNS.has(lemma)) return 'person'
  if (COLLECTIVE_WORDS.has(lemma)) return 'group'
  return null
}

function finish(register: Register): Entity[] {
  return register.all.map((building: Building, i) => {
    const mentions = building.mentions
      .sort((a, b) => a.cell.start - b.cell.start || a.cell.end - b.cell.end)
      .map(({ cell, form }) => ({ cell, form }))
    const aliases = [...building.names].filter((name) => name !== building.name).sort()
    const kind = building.kind === 'other' && building.located > 0 ? 'place' : building.kind
    return { id: `e${i + 1}`, kind, name: building.name, aliases, mentions }
  })
}
