import type { Cell, Event, Span, Stance, Toponym } from '../../model/index.ts'
import { dayOf } from '../order.ts'
import { isFunctionWord } from '../terms/function-words.ts'
import { nounClass } from '../terms/nouns.ts'
import { tellsIntention } from '../terms/verbs.ts'
import { type ClaimView, joined, sentenceAt, touching, within } from '../view.ts'
import { headOf } from './phrase.ts'

/** Who and where, as keys: ISO codes of countries, `place:…`, `party:…`, `noun:…`. */
export interface Setting {
  readonly doers: readonly string[]
  readonly owners: readonly string[]
  readonly goals: readonly string[]
  /** True when the place was taken from around the claim: it then joins only what names exactly that place. */
  readonly implied: boolean
  /** Plain words when a place was taken from around the claim; null otherwise. */
  readonly note: string | null
}

const FROM = /\bfrom\s+(?:the\s+)?$/iu
const PRONOUN = /^(?:it|they|he|she|we)$/iu
/** Acts whose "from" is where they happen, not whose the thing is. */
const LEAVING = new Set(['withdraw', 'retreat', 'evacuate', 'rescue', 'flee', 'escape', 'pull', 'expel', 'resign'])

export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

const WORLD =
  /\b(?:in [\p{L}\d-]+ (?:different )?countries|worldwide|world-wide|globally|around the world|across the world|throughout the (?:world|globe)|in the world|global)\b/iu

/** Reads who does it, whose it is and where, from the content; the place, when none is named, from the text around it. */
export function settingOf(
  claim: ClaimView,
  event: Event | null,
  themeCell: Cell | null,
  doerCell: Cell | null,
  stance: Stance,
  aim: Cell | null,
  counted: Span | null,
  speakers: readonly string[],
): Setting {
  const { view } = claim
  const doers = new Set<string>()
  const owners = new Set<string>()
  const goals = new Set<string>()
  if (doerCell) for (const country of within(view.countries, doerCell.start, doerCell.end)) doers.add(country.code)
  const themeHead = (themeCell && headOf(view, themeCell)?.start) ?? Number.POSITIVE_INFINITY
  const leaves = event !== null && LEAVING.has(event.lemma)
  const spoken = sourcesInside(claim)
  for (const cell of claim.claim.content) {
    const places = within(view.places, cell.start, cell.end)
    for (const country of within(view.countries, cell.start, cell.end)) {
      if (spoken.some((source) => holds(source, country)) || country.start >= tailOf(cell)) continue
      if (doerCell && holds(doerCell, country)) continue
      if (FROM.test(view.report.text.slice(Math.max(cell.start, country.start - 10), country.start)) && !leaves)
        owners.add(country.code)
      else if (themeCell && holds(themeCell, country) && country.form === 'demonym' && country.end <= themeHead)
        owners.add(country.code)
      else if (country.form !== 'capital') goals.add(country.code)
      else goals.add(`place:${view.report.text.slice(country.start, country.end).toLowerCase()}`)
    }
    for (const { toponym } of places) {
      if (spoken.some((source) => holds(source, toponym.cell))) continue
      if (toponym.demonym || toponym.metonym || toponym.place?.kind === 'country' || (doerCell && holds(doerCell, toponym.cell)))
        continue
      if (touching(view.countries, toponym.cell.start, toponym.cell.end).length > 0) continue
      goals.add(`place:${townOf(toponym)}`)
    }
  }
  if (goals.size === 0) for (const name of namedPlaces(claim)) goals.add(name)
  if (doerCell && doers.size === 0 && PRONOUN.test(doerCell.text)) for (const key of speakers) doers.add(key)
  else if (doerCell && doers.size === 0) {
    const name = partyIn(claim, doerCell)
    if (name !== null) doers.add(name)
  } else if (
    !doerCell &&
    event?.agent === null &&
    (stance !== 'asserts' ? /ing\b/u : willed(claim) ? /^to\s/u : NEVER).test(event.predicate.text)
  ) {
    // "denied sending troops", "plans to send troops": the one who speaks is the one who would send them.
    for (const key of speakers) doers.add(key)
  }
  if (aim) {
    const head = headOf(view, aim)
    if (
      head &&
      touching(view.countries, head.start, head.end).length === 0 &&
      touching(view.places, head.start, head.end).length === 0
    )
      goals.add(`noun:${nounClass(head.lemma)}`)
  }
  for (const key of [...doers, ...owners]) goals.delete(key)
  if (counted && goals.size > 1) {
    const near = nearestPlace(claim, counted)
    if (near !== null) {
      goals.clear()
      goals.add(near)
    }
  }
  let note: string | null = null
  if (doers.size + owners.size + goals.size === 0) {
    if (claim.claim.content.some((cell) => WORLD.test(cell.text))) goals.add('place:the world')
    else {
      const near = placeAround(claim)
      if (near) {
        goals.add(near.key)
        note = `“${near.text}” is taken from the text around it`
      }
    }
  }
  return { doers: [...doers].sort(), owners: [...owners].sort(), goals: [...goals].sort(), implied: note !== null, note }
}

const TAIL = /,\s(?:(?!,\s)[^.;])*\b(?:said|says|told|tells|reported|announced|added|confirmed|warned)\b[^.;]*$/u

/** Where a trailing attribution begins that the reader left in the content (", Chile's navy told reporters"); past the end when none. */
function tailOf(cell: Cell): number {
  const match = TAIL.exec(cell.text)
  return match ? cell.start + match.index : cell.end
}

/** Sources that the content names as such, its own or those of claims told inside it: "…, South Korea's ministry said" names who speaks, not where it happens. */
function sourcesInside(claim: ClaimView): readonly Cell[] {
  const told = [claim, ...(claim.view.nested.get(claim.claim.id) ?? [])]
  return told.flatMap((other) => other.claim.chain.flatMap((link) => link.source))
}

/**
 * Of several places, the one that a count of people or cases is of: the nearest that stands before it in its clause
 * ("the United States, which has 593 deaths"), else the nearest after it. "Brazil's neighbour" is not Brazil.
 */
function nearestPlace(claim: ClaimView, counted: Span): string | null {
  const { view } = claim
  const { text } = view.report
  const cell = claim.claim.content.find((part) => holds(part, counted))
  if (!cell) return null
  const named = within(view.countries, cell.start, cell.end).filter(
    (country) =>
      country.form !== 'demonym' &&
      !/^['’]s\s(?!total|number|toll|count|tally|figure|death|case|\p{N})/u.test(text.slice(country.end, country.end + 10)),
  )
  const breaks = (from: number, to: number): number => text.slice(from, to).match(/[,;:]\s|\s(?:and|while|but)\s/gu)?.length ?? 0
  let best: string | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const country of named) {
    const before = country.end <= counted.start
    const away = before
      ? breaks(country.end, counted.start) * 60 + (counted.start - country.end)
      : breaks(counted.end, country.start) * 60 + (country.start - counted.end)
    if (away < distance) {
      best = country.code
      distance = away
    }
  }
  return best
}

const NEVER = /(?!)/u

/** True when the last cue is of a will: "it plans to send". */
function willed(claim: ClaimView): boolean {
  const last = claim.claim.chain[claim.claim.chain.length - 1]
  return last !== undefined && tellsIntention(joined(last.cue))
}

/** Keys of a body, person or thing that a noun phrase names. */
function partyIn(claim: ClaimView, cell: Cell): string | null {
  for (const { entity } of touching(claim.view.parties, cell.start, cell.end)) {
    const words = entity.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return `party:${entity.kind === 'person' ? (words[words.length - 1] ?? '') : words.filter((word) => word !== 'the').join(' ')}`
  }
  const head = headOf(claim.view, cell)
  return head ? `noun:${nounClass(head.lemma)}` : null
}

const NAMED =
  /\b(?:in|near|at|outside|around|off|across)\s+(?:the\s+)?(?:(?:town|city|village|port|province|region|district|state)\s+of\s+)?(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})/gu
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/u

/** Names after a preposition of place that neither gazetteer nor list of countries knows. */
function namedPlaces(claim: ClaimView): readonly string[] {
  const { view } = claim
  const found: string[] = []
  for (const cell of claim.claim.content) {
    for (const match of cell.text.matchAll(NAMED)) {
      const name = match[1] ?? ''
      const start = cell.start + match.index + match[0].length - name.length
      // "in Republican primaries": what stands before a noun is not where it happens.
      const next = /^\s(\p{Ll}+)/u.exec(cell.text.slice(match.index + match[0].length))?.[1]
      if (next !== undefined && !isFunctionWord(next)) continue
      if (NO_PLACE.test(name) || touching(view.parties, start, start + name.length).length > 0) continue
      if (touching(view.countries, start, start + name.length).length > 0) continue
      found.push(`place:${name.toLowerCase()}`)
    }
  }
  return found
}

const POINTS_AT_PLACE =
  /\b(?:(?:the|this|that|its) (?:country|nation|state|province|city|town|village|region|area|island|capital|district|territory|port|border)|there|nationwide|nationally|locally)\b/iu

/** The one country or place named nearest before the content in its sentence or paragraph, sources of attributions left out. */
function placeAround(claim: ClaimView): { key: string; text: string } | null {
  const { view } = claim
  const [first] = claim.claim.content
  const sentence = first ? sentenceAt(view, first.start) : null
  if (!first || !sentence) return null
  const sources = claim.claim.chain.flatMap((link) => link.source)
  const spoken = (span: Span): boolean => sources.some((cell) => holds(cell, span))
  const { sentences } = view.report.reading
  let at = sentences.indexOf(sentence)
  for (; at >= 0; at--) {
    const here = sentences[at]
    if (!here || here.paragraph !== sentence.paragraph) return null
    const found = new Map<string, string>()
    for (const country of within(view.countries, here.start, here.end))
      if (!spoken(country)) found.set(country.code, view.report.text.slice(country.start, country.end))
    for (const { toponym } of within(view.places, here.start, here.end)) {
      if (spoken(toponym.cell) || touching(view.countries, toponym.cell.start, toponym.cell.end).length > 0 || toponym.demonym)
        continue
      found.set(`place:${townOf(toponym)}`, toponym.cell.text)
    }
    const [only] = found
    if (found.size > 1) return null
    if (only) return { key: only[0], text: only[1] }
    // Another sentence's place is meant only where the claim points at one.
    if (!claim.claim.content.some((cell) => POINTS_AT_PLACE.test(cell.text))) return null
  }
  return null
}

const UP_TO = /\b(?:as of|by|until|till|since|up to|through|from|before|after)\s+(?:\w+\s+){0,2}$/iu
const DAYS = new Set(['minute', 'hour', 'partOfDay', 'day'])

/** The one day that the content names as the day of what happened, in days since the epoch; an as-of day is none. */
export function dayIn(claim: ClaimView): number | null {
  const days = new Set<number>()
  for (const id of claim.claim.times) {
    const time = claim.view.times.get(id)
    if (time?.kind !== 'moment' || !DAYS.has(time.granularity) || !claim.claim.content.some((cell) => holds(cell, time.cell)))
      continue
    if (UP_TO.test(claim.view.report.text.slice(Math.max(0, time.cell.start - 30), time.cell.start))) continue
    const day = dayOf(time.earliest)
    if (day !== null) days.add(day)
  }
  const [day] = days
  return days.size === 1 && day !== undefined ? day : null
}

/** The name to compare by: "Chongjin port" answers what "Chongjin" answers. */
export function townOf({ place, cell }: Toponym): string {
  const giver = place && /^[a-z]+:[^:]+:./.test(place.id) ? place.admin.at(-1) : undefined
  return (giver ?? place?.name ?? cell.text).toLowerCase()
}
