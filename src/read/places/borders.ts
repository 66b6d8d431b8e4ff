import { cellAt, type PlaceEntry, type PlaceRole, type Toponym } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'
import type { Gazetteer } from './gazetteer.ts'

/** A name of the text with the entry that it was resolved to. */
export interface Resolved {
  readonly first: number
  readonly next: number
  readonly entry: number
  readonly demonym: boolean
}

/** A border that the text speaks of, with the names that say which one. */
export interface Border {
  readonly toponym: Omit<Toponym, 'id'>
  /** Indices into the resolved names: they say which border, and are no places of the event. */
  readonly named: readonly number[]
}

const BORDER = /^(?:border|borders|frontier|borderlands?)$/
/** "border guards", "border policy": of the border, not at it. */
const OF_BORDER =
  /^(?:guards?|police|patrols?|controls?|security|forces?|agency|troops|disputes?|talks|clashes|war|wars|policy|policies|wall|checks?|agents?|officials?|service|protection|closures?|restrictions?|collie|services)$/
const LED =
  /^(?:along|near|at|across|on|over|to|from|toward|towards|crossed|crossing|cross|through|by|of|beyond|the|with|in|this|that|its|their|his|and|shared|common|land|northern|southern|eastern|western)$/

const NEAR = /^(?:near|at|outside|beside|by|around)$/
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Finds the borders that a text speaks of and puts each on its point: "the border between Armenia and Azerbaijan", "the Polish-Belarusian
 * border", "Turkey's border with Syria". Where one side or both are left out ("along the border"), the last border named stands, else the two
 * neighbours that the report names most; "the border near Kursk" is the one nearest to that town; such a guess is marked `alternate`. What stays unclear is left out.
 * @param names in text order
 */
export function findBorders(
  text: string,
  all: readonly Lexeme[],
  names: readonly Resolved[],
  gazetteer: Gazetteer,
  roleOf: (first: number) => PlaceRole,
): Border[] {
  const out: Border[] = []
  const iso = names.map(({ entry }) => gazetteer.entry(entry).country ?? '')
  const countries = names.map(({ entry }, index) => (gazetteer.kind(entry) === 'country' ? iso[index]! : ''))
  let last: number | null = null
  let ahead = 0
  for (let at = 0; at < all.length; at++) {
    const x = all[at]!
    if (x.kind !== 'word' || !BORDER.test(x.lower)) continue
    while (ahead < names.length && names[ahead]!.first <= at) ahead += 1
    const next = all[at + 1]
    if (next && !next.broken && OF_BORDER.test(next.lower)) continue
    // "Jordan borders Iraq": a verb
    if (x.lower === 'borders' && names[ahead]?.first === at + 1) continue
    const named: number[] = []
    let first = at
    const before = names[ahead - 1]
    let j = at - 1
    if (all[j]?.lower === "'s") j -= 1
    while (j >= 0 && at - j < 4 && /^(?:northern|southern|eastern|western|land|shared|common|disputed)$/.test(all[j]!.lower))
      j -= 1
    if (all[j]?.lower === "'s") j -= 1
    if (before && before.next === j + 1 && countries[ahead - 1] !== '') {
      named.unshift(ahead - 1)
      first = before.first
      const other = names[ahead - 2]
      if (
        other &&
        /^(?:-|\/|and)$/.test(all[other.next]?.lower ?? '') &&
        other.next + 1 === before.first &&
        countries[ahead - 2] !== ''
      ) {
        named.unshift(ahead - 2)
        first = other.first
      }
    }
    const link = next?.lower ?? ''
    const a = names[ahead]
    if (named.length < 2 && /^(?:between|with|of)$/.test(link) && a && a.first - at <= 3 && countries[ahead] !== '') {
      named.push(ahead)
      const b = names[ahead + 1]
      if (named.length < 2 && b && /^and$/.test(all[a.next]?.lower ?? '') && b.first - a.next <= 2 && countries[ahead + 1] !== '')
        named.push(ahead + 1)
    }
    if (named.length === 0 && !LED.test(all[first - 1]?.lower ?? '')) continue
    const given = named.map((index) => countries[index]!)
    const full = given.length === 2 ? borderOf(given[0]!, given[1]!, gazetteer) : null
    const town = given.length < 2 && NEAR.test(link) && a && a.first - at === 2 && countries[ahead] === '' ? a.entry : null
    const near = town === null ? null : nearest(town, given[0] ?? iso[ahead]!, gazetteer)
    const guess: number | null =
      full ?? near ?? (given.length === 2 ? null : likely(given[0] ?? null, countries, last, gazetteer))
    if (guess === null) continue
    last = guess
    const place: PlaceEntry = gazetteer.entry(guess)
    out.push({
      named,
      toponym: {
        cell: cellAt(text, x.start, x.end),
        place,
        match: full === null ? 'alternate' : 'exact',
        runnersUp: [],
        role: /^cross(?:ed|es|ing)?$/.test(
          all[first - 1]?.lower === 'the' ? (all[first - 2]?.lower ?? '') : (all[first - 1]?.lower ?? ''),
        )
          ? 'where'
          : roleOf(first),
        metonym: false,
        demonym: false,
      },
    })
  }
  return out
}

/** "The border near Kursk": of the country's borders the one whose point lies nearest to the town. */
function nearest(town: number, country: string, gazetteer: Gazetteer): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  const squeeze = Math.cos((gazetteer.latitude(town) * Math.PI) / 180)
  for (const x of LETTERS)
    for (const y of LETTERS) {
      const found = borderOf(country, x + y, gazetteer)
      if (found === null) continue
      const north = gazetteer.latitude(found) - gazetteer.latitude(town)
      const east = (gazetteer.longitude(found) - gazetteer.longitude(town)) * squeeze
      if (north * north + east * east >= least) continue
      least = north * north + east * east
      best = found
    }
  return best
}

function borderOf(a: string, b: string, gazetteer: Gazetteer): number | null {
  if (a === '' || b === '' || a === b) return null
  const [first, second] = [a.toLowerCase(), b.toLowerCase()].sort()
  return gazetteer.lookup(`border ${first} ${second}`)[0]?.entry ?? null
}

/** The border last named where it fits, else that of the two neighbours that the report names most. */
function likely(one: string | null, countries: readonly string[], last: number | null, gazetteer: Gazetteer): number | null {
  if (last !== null && one === null) return last
  const counts = new Map<string, number>()
  for (const country of countries) if (country !== '') counts.set(country, (counts.get(country) ?? 0) + 1)
  const order = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([country]) => country)
    .slice(0, 6)
  for (const a of one === null ? order : [one])
    for (const b of order) {
      const found = borderOf(a, b, gazetteer)
      if (found !== null) return found
    }
  return null
}
