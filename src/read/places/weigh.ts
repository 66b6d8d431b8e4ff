import type { Lexeme } from '../numbers/index.ts'
import type { Candidate } from './candidates.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceContext } from './index.ts'
import { REGION_NOUNS } from './words.ts'

/**
 * Orders the meanings of every name, likeliest first. A meaning weighs by its people (logarithm), by whether the name is its own,
 * by what stands beside it ("Paris, Texas"; "the Poltava region"), by how often the rest of the text names its country and
 * first-order unit, and by what else it names nearby. A name counts once, however often it stands there, and never for itself. Two rounds:
 * the second counts what the first settled.
 * @returns entries of the gazetteer, one list a candidate, never empty
 */
export function weigh(
  text: string,
  all: readonly Lexeme[],
  candidates: readonly Candidate[],
  gazetteer: Gazetteer,
  context: PlaceContext,
): number[][] {
  const beside = candidates.map((_candidate, index) => containerOf(text, candidates, index, gazetteer))
  /** What was said once of a name holds for its other mentions: "Paris, Texas … in Paris". */
  const once = new Map<string, { country: number; admin: number; near: boolean }[]>()
  for (const [index, candidate] of candidates.entries()) {
    const near = beside[index]!.filter((container) => container.near)
    if (near.length > 0) once.set(candidate.folded, [...(once.get(candidate.folded) ?? []), ...near])
  }
  const plain = candidates.map((candidate, index) =>
    candidate.meanings.map((meaning) => ({
      entry: meaning.entry,
      score:
        own(all, candidate, meaning.entry, meaning.main, gazetteer) +
        holding(text, candidates, index, meaning.entry, gazetteer) +
        Math.max(
          contained(meaning.entry, beside[index]!, gazetteer),
          0.8 * contained(meaning.entry, once.get(candidate.folded) ?? [], gazetteer),
        ),
    })),
  )
  let best = plain.map((meanings) => [...meanings].sort((a, b) => b.score - a.score))
  for (let round = 0; round < 2; round++) {
    const said = settle(candidates, best, gazetteer)
    best = plain.map((meanings, index) => {
      const own = said.names.get(candidates[index]!.folded)!
      return meanings
        .map(({ entry, score }) => {
          const country = gazetteer.country(entry)
          const admin = gazetteer.admin(entry)
          const nation = country > 0 ? (said.countries.get(country) ?? 0) - (own.country === country ? own.nation : 0) : 0
          const unit = admin > 0 ? (said.admins.get(admin) ?? 0) - (own.admin === admin ? own.unit : 0) : 0
          const about = context.countries.includes(gazetteer.entry(entry).country ?? '') ? 0.8 : 0
          const near = LOCAL.has(gazetteer.kind(entry)) ? nearness(entry, own, said.spots, gazetteer) : 0
          return {
            entry,
            score:
              score +
              about +
              NATION.weight * Math.min(NATION.most, nation) +
              UNIT.weight * Math.min(UNIT.most, unit) +
              NEAR.weight * Math.min(NEAR.most, near),
          }
        })
        .sort((a, b) => b.score - a.score || a.entry - b.entry)
    })
  }
  return best.map((order) => order.map(({ entry }) => entry))
}

/** Weights of what the rest of the text says, and the most that each may add; set on the development halves of the public corpora. */
const NATION = { weight: 1.3, most: 2.2 }
const UNIT = { weight: 1.5, most: 2.2 }
const NEAR = { weight: 0.8, most: 2, kilometres: 70 }
/** A meaning that leads by less is not yet settled, and counts for less. */
const LEAD = 0.7
const UNSETTLED = 0.4
const LOCAL: ReadonlySet<string> = new Set(['city', 'district', 'site', 'base', 'port', 'airfield'])
/** Names whose point lends nearness; more say nothing new and cost time. */
const MOST_SPOTS = 60

interface Name {
  readonly entry: number
  readonly country: number
  readonly admin: number
  readonly nation: number
  readonly unit: number
}

interface Settled {
  readonly names: ReadonlyMap<string, Name>
  readonly countries: ReadonlyMap<number, number>
  readonly admins: ReadonlyMap<number, number>
  readonly spots: readonly Name[]
}

/** What the names of the text, each once, say of countries, first-order units and spots as they stand now. */
function settle(
  candidates: readonly Candidate[],
  best: readonly (readonly { readonly entry: number; readonly score: number }[])[],
  gazetteer: Gazetteer,
): Settled {
  const names = new Map<string, Name>()
  const countries = new Map<number, number>()
  const admins = new Map<number, number>()
  const spots: Name[] = []
  for (const [index, order] of best.entries()) {
    const { folded } = candidates[index]!
    if (names.has(folded)) continue
    const first = order[0]!
    const sure = order.length === 1 || first.score - order[1]!.score > LEAD ? 1 : UNSETTLED
    const country = gazetteer.country(first.entry)
    const admin = gazetteer.admin(first.entry)
    // Which town of the name it is may be open while its country is not
    const abroad = order.find(({ entry }) => gazetteer.country(entry) !== country)
    const nation = sure === 1 || abroad === undefined || first.score - abroad.score > LEAD ? 1 : UNSETTLED
    const name = { entry: first.entry, country, admin, nation, unit: sure }
    names.set(folded, name)
    if (country > 0) countries.set(country, (countries.get(country) ?? 0) + nation)
    if (admin > 0) admins.set(admin, (admins.get(admin) ?? 0) + sure)
    if (LOCAL.has(gazetteer.kind(first.entry)) && spots.length < MOST_SPOTS) spots.push(name)
  }
  return { names, countries, admins, spots }
}

/** How much of what else the text names lies near: each spot counts less by the distance. */
function nearness(entry: number, self: Name, spots: readonly Name[], gazetteer: Gazetteer): number {
  const latitude = gazetteer.latitude(entry)
  const longitude = gazetteer.longitude(entry)
  const narrow = Math.cos((latitude * Math.PI) / 180)
  let sum = 0
  for (const spot of spots) {
    if (spot === self) continue
    const north = (gazetteer.latitude(spot.entry) - latitude) * 111
    let east = Math.abs(gazetteer.longitude(spot.entry) - longitude)
    if (east > 180) east = 360 - east
    const distance = Math.hypot(north, east * 111 * narrow)
    if (distance < NEAR.kilometres * 4) sum += spot.unit * Math.exp(-distance / NEAR.kilometres)
  }
  return sum
}

function own(all: readonly Lexeme[], candidate: Candidate, entry: number, main: boolean, gazetteer: Gazetteer): number {
  const kind = gazetteer.kind(entry)
  let score = Math.log10(gazetteer.population(entry) + 10) + (main ? 0.8 : 0)
  if (kind === 'country' || kind === 'continent') score += 2.5
  if (gazetteer.isSeat(entry)) score += 1.6
  if (gazetteer.isProvincial(entry)) score += 0.3
  const noun = all[candidate.next]?.lower ?? ''
  const unit =
    REGION_NOUNS.has(noun) ||
    (all[candidate.first - 1]?.lower === 'of' && REGION_NOUNS.has(all[candidate.first - 2]?.lower ?? ''))
  if (kind === 'region') score += unit ? 4 : namesake(candidate, entry, gazetteer) ? -1.6 : 0
  else if (kind === 'district') score += unit || candidate.words > 1 ? 0.5 : -1
  else if (kind === 'city' && unit) score -= 1
  else if (kind === 'water' || kind === 'area' || kind === 'mountain') score += 0.3
  return score
}

/** "Troy, New York", "Seattle, Washington": behind a town stands the unit that holds it, not the city of that name. */
function holding(text: string, candidates: readonly Candidate[], index: number, entry: number, gazetteer: Gazetteer): number {
  const town = candidates[index - 1]
  if (!town || town.demonym || gazetteer.kind(entry) !== 'region' || gazetteer.admin(entry) === 0) return 0
  if (!/^(?:, ?| \()$/.test(text.slice(town.end, candidates[index]!.start))) return 0
  const inside = town.meanings.some(
    (meaning) => gazetteer.kind(meaning.entry) === 'city' && gazetteer.admin(meaning.entry) === gazetteer.admin(entry),
  )
  return inside ? 4 : 0
}

/** True when the name is also that of a large city of the region: bare "Khabarovsk" is the city, not the krai. */
function namesake(candidate: Candidate, region: number, gazetteer: Gazetteer): boolean {
  const people = gazetteer.population(region)
  return candidate.meanings.some(
    ({ entry }) =>
      gazetteer.kind(entry) === 'city' &&
      gazetteer.country(entry) === gazetteer.country(region) &&
      gazetteer.population(entry) > people * 0.12,
  )
}

/** The meanings of the name that follows after a comma or in brackets: "Paris, Texas", "Kirkuk (Iraq)", "Boston, Mass.". */
function containerOf(
  text: string,
  candidates: readonly Candidate[],
  index: number,
  gazetteer: Gazetteer,
): { country: number; admin: number; near: boolean }[] {
  const here = candidates[index]!
  const next = candidates[index + 1]
  const out: { country: number; admin: number; near: boolean }[] = []
  if (next && !next.demonym) {
    const gap = text.slice(here.end, next.start)
    if (/^(?:, | \(|,| in | of |, in )$/.test(gap) || /^,? (?:\p{L}+ ){0,2}\p{L}+, $/u.test(gap)) {
      const direct = /^(?:, | \(|,)$/.test(gap)
      for (const { entry } of next.meanings) {
        const kind = gazetteer.kind(entry)
        if (kind === 'country') out.push({ country: gazetteer.country(entry), admin: 0, near: direct })
        else if (kind === 'region' && gazetteer.admin(entry) > 0)
          out.push({ country: gazetteer.country(entry), admin: gazetteer.admin(entry), near: direct })
      }
    }
  }
  const before = candidates[index - 1]
  if (before && !before.demonym && /^(?:'s|’s)(?: \p{Ll}+){0,2} $/u.test(text.slice(before.end, here.start))) {
    for (const { entry } of before.meanings) {
      const kind = gazetteer.kind(entry)
      if (kind === 'country') out.push({ country: gazetteer.country(entry), admin: 0, near: true })
      else if (kind === 'region' && gazetteer.admin(entry) > 0)
        out.push({ country: gazetteer.country(entry), admin: gazetteer.admin(entry), near: true })
    }
  }
  return out
}

function contained(
  entry: number,
  containers: readonly { country: number; admin: number; near: boolean }[],
  gazetteer: Gazetteer,
): number {
  let score = 0
  const kind = gazetteer.kind(entry)
  for (const { country, admin, near } of containers) {
    if (kind === 'country') continue
    if (gazetteer.country(entry) !== country) continue
    if (admin > 0 && (gazetteer.admin(entry) !== admin || kind === 'region')) continue
    score = Math.max(score, near ? (admin > 0 ? 6 : 4) : 1.5)
  }
  return score
}
