import type { Attribution, Entity, SpeakerKind } from '../../model/index.ts'
import { byCode } from '../order.ts'
import { countriesIn, countryName } from '../terms/countries.ts'
import { joined, type ReportView, within } from '../view.ts'
import {
  type BodyName,
  bodyName,
  isBareHead,
  looksLikeBody,
  looksLikePerson,
  type PersonName,
  personName,
  surfaceKey,
  trimmed,
} from './surface.ts'

/** One link of one claim's chain. */
interface Link {
  readonly claim: string
  readonly index: number
  readonly surface: string
}

/** Everything in one report that speaks as one source: what is united across reports. */
export interface Atom {
  readonly view: ReportView
  readonly kind: SpeakerKind
  readonly sort: 'person' | 'body' | 'unnamed'
  /** By surface key: how it is shown, how often, and why it is this source within the report. */
  readonly surfaces: Map<string, { surface: string; mentions: number; why: string | null }>
  readonly links: Link[]
  /** The fullest name; what the source is called when this atom founds it. */
  name: string
  /** Names as bodies, proper or described; empty for others. */
  readonly bodies: BodyName[]
  /** Names as persons, roles included; empty for others. */
  readonly persons: PersonName[]
}

const PRONOUN = /^(?:he|she|they|it|i|we|who|which|that|him|her|them|his|their|its|this|these|those|some|others?|one|many)$/iu
/** "who", not "WHO"; "it", not "IT". */
function isPronoun(surface: string): boolean {
  return PRONOUN.test(surface) && (surface === 'I' || surface !== surface.toUpperCase())
}

const SPOKESPERSON = /\b(?:spokes(?:man|woman|person|people)|press (?:office|officer|service|secretary))\b/iu
/** Unnamed people, however many: each report's are its own. */
const UNNAMED_HEAD =
  /\b(?:sources?|officials?|analysts?|experts?|witness(?:es)?|residents?|locals?|observers?|diplomats?|critics?|people|persons?|man|woman|survivors?|insiders?|aides?|insurgents?|workers?|scientists?|researchers?|doctors?|reports?|media|members?|lawmakers?|leaders?|families|relatives|neighbou?rs|soldiers?|troops|fighters?|commanders?|economists?|lawyers?|students?|passengers?)$/iu

/** Gathers the stated sources of one report into atoms: by entity, then by surface, then by description. */
export function atomsOf(view: ReportView): readonly Atom[] {
  const atoms = new Map<string, Atom>()
  for (const { id, claim } of view.claims) {
    claim.chain.forEach((link, index) => {
      const surface = trimmed(joined(link.source))
      if (!/\p{L}/u.test(surface) || link.speaker === 'unstated' || /^(?:this|that|these|those)\s/iu.test(surface)) return
      const entity = link.entity === null ? undefined : view.entities.get(link.entity)
      const pronoun = isPronoun(surface)
      if (pronoun && (!entity || entityName(entity) === null)) return
      const shown = pronoun && entity ? (entityName(entity) ?? surface) : surface
      const atom = atomFor(atoms, view, link, shown, entity)
      const key = surfaceKey(shown)
      const known = atom.surfaces.get(key)
      if (known) known.mentions++
      else atom.surfaces.set(key, { surface: shown, mentions: 1, why: null })
      atom.links.push({ claim: id, index, surface: key })
      if (countryAlone(view, link) === null) takeApart(atom, shown)
    })
  }
  const list = [...atoms.values()]
  const united = uniteWithin(list)
  for (const atom of united) settleName(atom)
  return united
}

/** The best name of an entity; null when all that is known of it is a pronoun. */
function entityName(entity: Entity): string | null {
  return isPronoun(entity.name) ? null : trimmed(entity.name)
}

function sortOf(link: Attribution, surface: string, entity: Entity | undefined, country: string | null): Atom['sort'] {
  if (country !== null) return 'body'
  const bare = surface.replace(/\s+(?:in|of|from|at|with|near|on|who|close to|familiar with|inside|based)\s.*$/iu, '')
  if (SPOKESPERSON.test(surface) && personName(surface).words.length === 0) {
    const { core, countries } = bodyName(surface)
    return core.length > 0 || countries.length > 0 ? 'body' : 'unnamed'
  }
  if (/^(?:an?|one|another|some)\s/iu.test(surface) && UNNAMED_HEAD.test(bare)) return 'unnamed'
  if (
    (link.speaker === 'person' || entity?.kind === 'person' || (link.speaker === 'body' && looksLikePerson(surface))) &&
    !(entity?.kind === 'organisation' || entity?.kind === 'place' || looksLikeBody(surface))
  ) {
    const { words, roles } = personName(surface)
    if (words.length > 0) return 'person'
    if (entity && personName(entity.name).words.length > 0) return 'person'
    return UNNAMED_HEAD.test(bare) || /^(?:an?|one|another|some)\s/iu.test(surface) || roles.length === 0 ? 'unnamed' : 'person'
  }
  if (link.speaker === 'anonymous' || isPeople(surface)) return 'unnamed'
  if (link.speaker === 'image' || link.speaker === 'document') return 'unnamed'
  if (UNNAMED_HEAD.test(bare) && !(entity && /^\p{Lu}/u.test(entity.name) && !UNNAMED_HEAD.test(entity.name))) return 'unnamed'
  if (link.speaker === 'collective' && !/\p{Lu}/u.test(surface)) return 'unnamed'
  if (/^(?:an?|one|another|some|several|two|three|many|other)\s/iu.test(surface)) return 'unnamed'
  return 'body'
}

/** "Republicans", "Americans", "Muslims": people of a kind, not a body. */
function isPeople(surface: string): boolean {
  const bare = surface
    .replace(/^(?:the|some|many|most|other|several|two|leading)\s+/iu, '')
    .replace(/\s+(?:who|in|of|from)\s.*$/u, '')
  if (
    /(?:ublicans|mocrats|icans|ians|slims|vatives|iberals|angelicals|atinos|ernors|alists|unists|upporters|emocrats)$/u.test(bare)
  )
    return true
  const [country] = countriesIn(bare)
  return country?.form === 'demonym' && country.start === 0 && country.end === bare.length
}

/** The country that the source's words are, and nothing else: "Pyongyang", "the North" where one North is spoken of. */
function countryAlone(view: ReportView, link: Attribution): string | null {
  const [cell, second] = link.source
  if (!cell || second) return null
  const [country] = within(view.countries, cell.start, cell.end)
  if (!country || country.form === 'demonym') return null
  const around = view.report.text.slice(cell.start, country.start) + view.report.text.slice(country.end, cell.end)
  return /^(?:the)?[\s,]*$/iu.test(around) ? country.code : null
}

function atomFor(
  atoms: Map<string, Atom>,
  view: ReportView,
  link: Attribution,
  surface: string,
  entity: Entity | undefined,
): Atom {
  const country = countryAlone(view, link)
  const sort = sortOf(link, surface, entity, country)
  const key =
    country !== null
      ? `c:${country}`
      : sort !== 'unnamed' && entity && fits(surface, entity, sort)
        ? `e:${entity.id}:${sort}`
        : `s:${sort}:${surfaceKey(surface)}`
  const known = atoms.get(key)
  if (known) return known
  const kind: SpeakerKind = sort === 'person' ? 'person' : sort === 'body' && link.speaker !== 'outlet' ? 'body' : link.speaker
  const atom: Atom = { view, kind, sort, surfaces: new Map(), links: [], name: surface, bodies: [], persons: [] }
  atoms.set(key, atom)
  if (country !== null) takeApart(atom, countryName(country))
  if (entity && key.startsWith('e:') && sort !== 'unnamed') {
    const names = new Set([
      entity.name,
      ...entity.aliases,
      ...entity.mentions.filter((m) => m.form !== 'pronoun').map((m) => m.cell.text),
    ])
    for (const name of names) if (name !== '' && !isPronoun(name) && fits(name, entity, sort)) takeApart(atom, trimmed(name))
  }
  return atom
}

/** Guards against an entity that holds two things: names of two countries are never one source. */
function fits(surface: string, entity: Entity, sort: Atom['sort']): boolean {
  if (sort === 'person') {
    const own = personName(surface).words
    const other = personName(entity.name).words
    return own.length === 0 || other.length === 0 || own.some((word) => other.includes(word))
  }
  const own = bodyName(surface)
  const other = bodyName(entity.name)
  if (own.countries.length > 0 && other.countries.length > 0 && own.countries.join() !== other.countries.join()) return false
  return own.government === other.government || (own.core.length === 0) === (other.core.length === 0)
}

function takeApart(atom: Atom, name: string): void {
  if (atom.sort === 'body') {
    const body = bodyName(name)
    const same = (other: BodyName): boolean =>
      other.core.join(' ') === body.core.join(' ') &&
      other.countries.join() === body.countries.join() &&
      other.acronym === body.acronym
    if (!atom.bodies.some(same)) atom.bodies.push(body)
  } else if (atom.sort === 'person') {
    const person = personName(name)
    const same = (other: PersonName): boolean =>
      other.words.join(' ') === person.words.join(' ') && other.roles.join() === person.roles.join()
    if (!atom.persons.some(same)) atom.persons.push(person)
  }
}

/** Unites atoms of one report that the reader left apart: acronym and expansion, surname and full name, "the agency". */
function uniteWithin(atoms: readonly Atom[]): readonly Atom[] {
  const gone = new Set<Atom>()
  const swallow = (into: Atom, from: Atom, why: string): void => {
    gone.add(from)
    for (const [key, value] of from.surfaces) {
      const known = into.surfaces.get(key)
      if (known) known.mentions += value.mentions
      else into.surfaces.set(key, { ...value, why: value.why ?? why })
    }
    into.links.push(...from.links)
    into.bodies.push(...from.bodies)
    into.persons.push(...from.persons)
  }
  const version = (atom: Atom): string => atom.view.report.version
  for (const atom of atoms) {
    if (gone.has(atom)) continue
    const others = atoms.filter((other) => other !== atom && !gone.has(other) && other.sort === atom.sort)
    if (atom.sort === 'person') {
      const short = atom.persons.every((person) => person.words.length === 1)
      const [only, more] = short
        ? others.filter((other) =>
            other.persons.some((full) => full.words.length > 1 && atom.persons.some((person) => isShortFor(person, full))),
          )
        : []
      if (only && !more) swallow(only, atom, `part of the full name in ${version(atom)}`)
      continue
    }
    if (atom.sort !== 'body') continue
    const acronyms = atom.bodies.flatMap((body) => (body.core.length === 1 && body.acronym ? [body.acronym] : []))
    if (acronyms.length > 0 && atom.bodies.every((body) => body.core.length <= 1)) {
      const [only, more] = others.filter((other) =>
        other.bodies.some((body) => body.core.length > 1 && acronyms.some((a) => body.acronym === a || body.initials === a)),
      )
      if (only && !more) swallow(only, atom, `introduced as an acronym in ${version(atom)}`)
      continue
    }
    if (atom.bodies.every((body) => !body.proper && body.countries.length === 0 && body.acronym === null)) {
      const [only, more] = others.filter((other) =>
        other.bodies.some(
          (body) => (body.proper || body.countries.length > 0) && atom.bodies.some((own) => describes(own, body)),
        ),
      )
      if (only && !more) swallow(only, atom, `the only one so described in ${version(atom)}`)
    }
  }
  return atoms.filter((atom) => !gone.has(atom))
}

/** True when one word names the person: the surname, or the family name that stands first. */
export function isShortFor(short: PersonName, full: PersonName): boolean {
  const [word = ''] = short.words
  return short.words.length === 1 && (full.words[full.words.length - 1] === word || full.words[0] === word)
}

/** True when a description fits a named body: same kind of head, same business. "The agency" fits any agency. */
export function describes(description: BodyName, named: BodyName): boolean {
  if (description.head !== named.head || named.government) return false
  if (isBareHead(description)) return true
  return description.functions.length > 0 && description.functions.join() === named.functions.join()
}

function settleName(atom: Atom): void {
  const { view } = atom
  const candidates = [...atom.surfaces.values()].map((value) => value.surface)
  if (atom.sort === 'person') {
    const best = [...atom.persons].sort((a, b) => b.words.length - a.words.length || byCode(a.name, b.name))[0]
    if (best && best.words.length > 0) atom.name = best.name
  } else if (atom.sort === 'body') {
    const named = candidates
      .map((surface) => ({ surface, body: bodyName(surface) }))
      .sort(
        (a, b) =>
          Number(b.body.proper) - Number(a.body.proper) ||
          b.body.core.length - a.body.core.length ||
          byCode(a.surface, b.surface),
      )
    atom.name = named[0]?.surface ?? atom.name
  }
  const main = surfaceKey(atom.name)
  for (const [key, value] of atom.surfaces) {
    if (value.why === null && key !== main && atom.surfaces.size > 1)
      value.why = `taken for the same as “${atom.name}” in ${view.report.version}`
  }
}
