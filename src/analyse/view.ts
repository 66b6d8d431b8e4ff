import type {
  Cells,
  Claim,
  Entity,
  EvidenceItem,
  Figure,
  ReadReport,
  Sentence,
  SituationInput,
  TimeExpression,
  Token,
  Toponym,
} from '../model/index.ts'
import { dayOf, inOrder } from './order.ts'
import { type CountryMention, countriesIn } from './terms/countries.ts'

/** A report with what the analysis asks of it again and again. */
export interface ReportView {
  readonly report: ReadReport
  /** Place in the canonical order, from 0. */
  readonly index: number
  /** Day of publication, in days since the epoch; null when undated. */
  readonly day: number | null
  readonly entities: ReadonlyMap<string, Entity>
  readonly figures: ReadonlyMap<string, Figure>
  readonly evidence: ReadonlyMap<string, EvidenceItem>
  readonly times: ReadonlyMap<string, TimeExpression>
  /** Countries, people's names and capitals in text order; the place of a dateline is left out. */
  readonly countries: readonly CountryMention[]
  readonly claims: readonly ClaimView[]
  /** Claims nested in another, by the id of the outer one. */
  readonly nested: ReadonlyMap<string, readonly ClaimView[]>
  /** Toponyms in text order, with the bounds of their cells. */
  readonly places: readonly PlaceMention[]
  /** Mentions by name of persons, bodies and groups, in text order. */
  readonly parties: readonly PartyMention[]
}

interface PlaceMention {
  readonly start: number
  readonly end: number
  readonly toponym: Toponym
}

interface PartyMention {
  readonly start: number
  readonly end: number
  readonly entity: Entity
}

/** A claim with its ledger id and its place in the situation. */
export interface ClaimView {
  /** `r7k2m9qx.1.c3` */
  readonly id: string
  readonly claim: Claim
  readonly view: ReportView
  /** Place among the claims of its report, from 0. */
  readonly position: number
  /** Content cells joined, white space collapsed. */
  readonly text: string
}

/** Joins the cells of a role into one line. */
export function joined(cells: Cells): string {
  return cells
    .map((cell) => cell.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** "SEOUL (AP) —": where the report was filed, not where what it tells happened. */
const DATELINE = /^\s*\p{Lu}{2}[\p{L} ,.’'-]{0,40}(?:\([^)\n]{1,30}\)\s*)?[—–-]{1,2}\s/u

/** Lays the reports of a situation in canonical order, with indexes. */
export function viewsOf(input: SituationInput): readonly ReportView[] {
  return inOrder(input.reports).map((report, index) => {
    const { reading } = report
    const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
      new Map(items.map((item) => [item.id, item]))
    const claims: ClaimView[] = []
    const dateline = DATELINE.exec(report.text)?.[0].length ?? 0
    const nested = new Map<string, ClaimView[]>()
    const view: ReportView = {
      report,
      index,
      day: dayOf(report.metadata.published),
      entities: byId(reading.entities),
      figures: byId(reading.figures),
      evidence: byId(reading.evidence),
      times: byId(reading.times),
      countries: countriesIn(report.text).filter((country) => country.start >= dateline),
      claims,
      nested,
      places: apart(
        reading.places
          .filter((toponym) => toponym.cell.start >= dateline)
          .map((toponym) => ({ start: toponym.cell.start, end: toponym.cell.end, toponym })),
      ),
      parties: apart(
        reading.entities
          .filter((entity) => entity.kind === 'person' || entity.kind === 'organisation' || entity.kind === 'group')
          .flatMap((entity) => entity.mentions.map(({ cell }) => ({ start: cell.start, end: cell.end, entity }))),
      ),
    }
    reading.claims.forEach((claim, position) => {
      const made: ClaimView = { id: `${report.version}.${claim.id}`, claim, view, position, text: joined(claim.content) }
      claims.push(made)
      if (claim.parent === null) return
      const known = nested.get(claim.parent)
      if (known) known.push(made)
      else nested.set(claim.parent, [made])
    })
    return view
  })
}

/** Items in text order; of two that overlap the longer stays. */
function apart<T extends { readonly start: number; readonly end: number }>(items: readonly T[]): readonly T[] {
  const sorted = [...items].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: T[] = []
  for (const item of sorted) if (item.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(item)
  return kept
}

/** Index of the first item that ends after `at`; items in text order, not overlapping. */
function firstAfter(items: readonly { readonly end: number }[], at: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item && item.end <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The items that lie within `[start, end)`; items in text order, not overlapping. */
export function within<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const found: T[] = []
  for (let i = firstAfter(items, start); i < items.length; i++) {
    const item = items[i]
    if (!item || item.start >= end) break
    if (item.start >= start && item.end <= end) found.push(item)
  }
  return found
}

/** The sentence that holds a place in the text; null when the reader found none there. */
export function sentenceAt(view: ReportView, at: number): Sentence | null {
  const { sentences } = view.report.reading
  const sentence = sentences[firstAfter(sentences, at)]
  return sentence && sentence.start <= at ? sentence : null
}

export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  readonly lemma: string
  /** Universal part of speech; null when the reader gave no tokens here. */
  readonly upos: string | null
}

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu

/** The words of a stretch of text: the reader's tokens where there are any, else split by us, with the word as its own lemma. */
export function wordsWithin(view: ReportView, start: number, end: number): readonly Word[] {
  const { text, reading } = view.report
  const tokens: readonly Token[] = within(reading.tokens, start, end)
  if (tokens.length > 0) {
    const words: Word[] = []
    for (const token of tokens) {
      const surface = text.slice(token.start, token.end)
      if (!/[\p{L}\p{N}]/u.test(surface)) continue
      const lower = surface.toLowerCase()
      words.push({ start: token.start, end: token.end, text: surface, lower, lemma: token.lemma.toLowerCase(), upos: token.upos })
    }
    return words
  }
  const words: Word[] = []
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const lower = match[0].toLowerCase()
    const from = start + match.index
    words.push({ start: from, end: from + match[0].length, text: match[0], lower, lemma: lower, upos: null })
  }
  return words
}

/** The items that share a character with `[start, end)`; items in text order, not overlapping. */
export function touching<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const found: T[] = []
  for (let i = firstAfter(items, start); i < items.length; i++) {
    const item = items[i]
    if (!item || item.start >= end) break
    found.push(item)
  }
  return found
}
