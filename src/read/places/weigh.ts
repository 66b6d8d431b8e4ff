import type { Lexeme } from '../numbers/index.ts'
import type { Candidate } from './candidates.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceContext } from './index.ts'
import { REGION_NOUNS } from './words.ts'

/**
 * Orders the meanings of every name, likeliest first. A meaning weighs by its people (logarithm), by whether the name is its own,
 * by what stands beside it ("Paris, Texas"; "the Poltava region"), and by how often the rest of the text names its country and
 * first-order unit. Two rounds: the second counts what the first settled.
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
        Math.max(
          contained(meaning.entry, beside[index]!, gazetteer),
          0.8 * contained(meaning.entry, once.get(candidate.folded) ?? [], gazetteer),
        ),
    })),
  )
  let best = plain.map((meanings) => [...meanings].sort((a, b) => b.score - a.score))
  for (let round = 0; round < 2; round++) {
    const countries = new Map<number, number>()
    const admins = new Map<number, number>()
    const seen = new Set<string>()
    for (const [index, order] of best.entries()) {
      const first = order[0]!
      const sure = order.length === 1 || first.score - order[1]!.score > 1 ? 1 : 0.4
      const name = `${candidates[index]!.folded}`
      const again = seen.has(name) ? 0.25 : 1
      seen.add(name)
      const country = gazetteer.country(first.entry)
      // Which town of the name it is may be open while its country is not
      const abroad = order.find(({ entry }) => gazetteer.country(entry) !== country)
      const within = sure === 1 || abroad === undefined || first.score - abroad.score > 1 ? 1 : 0.4
      if (country > 0) countries.set(country, (countries.get(country) ?? 0) + within * again)
      const admin = gazetteer.admin(first.entry)
      if (admin > 0) admins.set(admin, (admins.get(admin) ?? 0) + sure * again)
    }
    best = plain.map((meanings, index) => {
      const mine = best[index]![0]!
      return meanings
        .map(({ entry, score }) => {
          const country = gazetteer.country(entry)
          const admin = gazetteer.admin(entry)
          const home = gazetteer.country(mine.entry)
          const abroad = best[index]!.find((other) => gazetteer.country(other.entry) !== home)
          const land = country !== home ? 0 : abroad === undefined || mine.score - abroad.score > 1 ? 1 : 0.4
          const self =
            entry === mine.entry ? (meanings.length === 1 || mine.score - (best[index]![1]?.score ?? -9) > 1 ? 1 : 0.4) : 0
          const nation = Math.max(0, (countries.get(country) ?? 0) - (country > 0 ? land : 0))
          const unit = Math.max(0, (admins.get(admin) ?? 0) - (admin > 0 ? self : 0))
          const about = context.countries.includes(gazetteer.entry(entry).country ?? '') ? 0.8 : 0
          return {
            entry,
            score: score + about + (country > 0 ? 1.3 * Math.min(2.2, nation) : 0) + (admin > 0 ? 1.7 * Math.min(2.2, unit) : 0),
          }
        })
        .sort((a, b) => b.score - a.score || a.entry - b.entry)
    })
  }
  return best.map((order) => order.map(({ entry }) => entry))
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
