import {
  type Attribution,
  type Cells,
  type Claim,
  contains,
  type Event,
  type ModelReader,
  overlaps,
  type Reading,
} from '../model/index.ts'
import type { HeardClaim } from './claims.ts'

/** From how much shared content on two claims are one, in characters of both together. */
const SAME_CONTENT = 0.5

/** Index of the first reader's claim → the second's, where both found one: the best pairs first, each claim in one pair only. */
export function pairsOf(first: readonly Claim[], second: readonly HeardClaim[]): Map<number, number> {
  const candidates: { readonly a: number; readonly b: number; readonly shared: number }[] = []
  first.forEach((one, a) => {
    if (one.chain.length === 0) return
    second.forEach((other, b) => {
      const shared = overlapOf(one.content, other.content)
      if (shared >= SAME_CONTENT && sameOrigin(one.chain, other.chain)) candidates.push({ a, b, shared })
    })
  })
  candidates.sort((x, y) => y.shared - x.shared || x.a - y.a || x.b - y.b)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { a, b } of candidates) {
    if (pairs.has(a) || taken.has(b)) continue
    pairs.set(a, b)
    taken.add(b)
  }
  return pairs
}

/** Shared characters by all characters of two roles. */
function overlapOf(some: Cells, others: Cells): number {
  const size = (cells: Cells): number => cells.reduce((sum, cell) => sum + cell.end - cell.start, 0)
  let shared = 0
  for (const a of some) for (const b of others) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared === 0 ? 0 : shared / (size(some) + size(others) - shared)
}

/** The same words for who said it first; where neither names anybody, the same cue. */
function sameOrigin(one: readonly Attribution[], other: readonly Attribution[]): boolean {
  const a = one.at(-1)
  const b = other.at(-1)
  if (a === undefined || b === undefined) return false
  if (a.source.length === 0 || b.source.length === 0) return a.source.length === b.source.length && touch(a.cue, b.cue)
  return touch(a.source, b.source)
}

function touch(some: Cells, others: Cells): boolean {
  return some.some((a) => others.some((b) => overlaps(a, b)))
}

/**
 * Joins what a second reader heard to the first's Reading. The first reader's claims keep their ids and words; one that both found carries the
 * second's view of it; those that only the second found come after. Figures, times, places, names and acts within their content are the first's.
 * @param published of the report, as the first reader was given it
 */
export function merged(
  reading: Reading,
  heard: readonly HeardClaim[],
  reader: ModelReader,
  published: string | null,
): { readonly claims: readonly Claim[]; readonly same: number; readonly onlyFirst: number; readonly onlySecond: number } {
  const pairs = pairsOf(reading.claims, heard)
  const claims: Claim[] = reading.claims.map((claim, i) => {
    const other = heard[pairs.get(i) ?? -1]
    if (other === undefined) return claim
    const { content, chain, polarity, modality } = other
    return { ...claim, second: { reader, content, chain: named(chain, reading), polarity, modality } }
  })
  const paired = new Set(pairs.values())
  let number = reading.claims.length
  const known = new Set(reading.claims.map((claim) => claim.id))
  const events = eventsOf(reading.claims)
  heard.forEach((claim, i) => {
    if (paired.has(i)) return
    do number++
    while (known.has(`c${number}`))
    const inside = (cell: { readonly start: number; readonly end: number }): boolean =>
      claim.content.some((part) => contains(part, cell))
    const within = (items: readonly { readonly id: string; readonly cell: Cells[number] }[]): string[] =>
      items.filter((item) => inside(item.cell)).map((item) => item.id)
    claims.push({
      ...claim,
      id: `c${number}`,
      chain: named(claim.chain, reading),
      parent: null,
      events: events.filter((event) => inside(event.predicate)),
      figures: within(reading.figures),
      times: within(reading.times),
      said: null,
      reported: published,
      places: within(reading.places),
      entities: reading.entities.filter((entity) => entity.mentions.some(({ cell }) => inside(cell))).map((entity) => entity.id),
      basis: [],
      evidence: [],
      agreements: [],
      rule: 'second reader',
      reader,
    })
  })
  return {
    claims,
    same: pairs.size,
    onlyFirst: reading.claims.filter((claim) => claim.chain.length > 0).length - pairs.size,
    onlySecond: heard.length - pairs.size,
  }
}

/** Acts that the first reader saw anywhere, each once. */
function eventsOf(claims: readonly Claim[]): Event[] {
  const seen = new Map<number, Event>()
  for (const claim of claims)
    for (const event of claim.events) if (!seen.has(event.predicate.start)) seen.set(event.predicate.start, event)
  return [...seen.values()].sort((a, b) => a.predicate.start - b.predicate.start)
}

/** The chain with the entity that each source names. */
function named(chain: readonly Attribution[], reading: Reading): readonly Attribution[] {
  return chain.map((link) => {
    const entity = reading.entities.find(({ mentions }) =>
      mentions.some(({ cell }) => link.source.some((source) => contains(source, cell))),
    )
    return entity === undefined ? link : { ...link, entity: entity.id }
  })
}
