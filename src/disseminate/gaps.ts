import type { Analysis, EvidenceRow, FigureRow, Gap, PlaceRow } from '../model/index.ts'
import type { Citations } from './citations.ts'
import type { Ranked } from './rank.ts'
import { sentence } from './sentence.ts'
import type { SituationView } from './situation-view.ts'
import { counted, listed } from './wording.ts'

/** Older than this at the as-of time, the newest report is named as stale. */
const STALE_DAYS = 3
/** How many questions one gap names. */
const NAMED = 3

export interface GapInput {
  readonly shown: readonly Ranked[]
  readonly view: SituationView
  readonly analysis: Analysis
  readonly evidence: readonly EvidenceRow[]
  readonly places: readonly PlaceRow[]
  readonly figures: readonly FigureRow[]
  readonly asOf: string
  readonly citations: Citations
}

/** What is not known and should be, each by a rule that has a name. */
export function gapsOf(input: GapInput): Gap[] {
  return [
    ...origins(input),
    ...unconfirmed(input),
    ...undated(input),
    ...evidenceSeen(input),
    ...unplaced(input),
    ...stale(input),
  ]
}

function* origins({ shown, view, citations }: GapInput): Generator<Gap> {
  const rules: readonly { why: string; holds: (question: Ranked['question']) => boolean; text: (names: string) => string }[] = [
    {
      why: 'no recorded origin',
      holds: (q) => q.origins.length === 0,
      text: (names) => `Nobody is recorded as the origin of what is said on ${names}`,
    },
    {
      why: 'unnamed origins',
      holds: (q) => q.origins.length > 0 && q.origins.every((origin) => origin.anonymous),
      text: (names) => `Only unnamed sources speak on ${names}`,
    },
    {
      why: 'single origin',
      holds: (q) => q.origins.length === 1 && q.origins[0]?.anonymous === false,
      text: (names) => `One origin alone, and nothing independent of it, on ${names}`,
    },
  ]
  for (const { why, holds, text } of rules) {
    const found = shown.map(({ question }) => question).filter(holds)
    const cited = found.flatMap(
      (question) => question.members.map((member) => view.claims.get(member.claim)).find((item) => item !== undefined) ?? [],
    )
    if (found.length > 0)
      yield {
        why,
        text: text(found.length === shown.length && found.length > 1 ? 'each of the questions above.' : named(found)),
        citations: [...new Set(cited.map((item) => citations.claim(item)))],
      }
  }
}

/** The first few by name, the rest counted: a gap is read, not searched. */
function named(questions: readonly Ranked['question'][]): string {
  const names = questions.slice(0, NAMED).map((question) => `“${question.name}”`)
  const rest = questions.length - names.length
  return `${listed(rest > 0 ? [...names, counted(rest, 'more question')] : names)}.`
}

function* unconfirmed({ view, shown, citations }: GapInput): Generator<Gap> {
  const inBody = new Set(shown.flatMap(({ question }) => question.members.map((member) => member.claim)))
  const items = [...view.claims.values()].filter((item) => item.claim.modality === 'cannotConfirm' && !inBody.has(item.id))
  // One passage may hold several claims of this kind ("an official of the alliance said it could not …"): the first stands for them.
  const seen = new Set<number>()
  for (const item of items) {
    if (seen.size === NAMED) break
    const number = citations.claim(item)
    if (seen.has(number)) continue
    seen.add(number)
    yield { text: sentence(item, view), why: "can't confirm", citations: [number] }
  }
}

function* undated({ view, figures }: GapInput): Generator<Gap> {
  const reports = view.reports.filter((report) => report.metadata.published === null)
  if (reports.length > 0) {
    const all =
      reports.length === view.reports.length
        ? 'No report says'
        : `${counted(reports.length, 'report does', 'reports do')} not say`
    yield {
      text: `${all} when it was published: “Friday” or “last week” in them can't be placed. \`sitrep add --published\` supplies a date.`,
      why: 'no publication date',
      citations: [],
    }
  }
  const open = figures.filter((figure) => figure.asOf === null)
  if (open.length > 0) {
    yield {
      text: `${counted(open.length, 'figure')} can't be placed in time.`,
      why: 'figure without a date',
      citations: [...new Set(open.flatMap((figure) => figure.citations))],
    }
  }
}

function* evidenceSeen({ evidence }: GapInput): Generator<Gap> {
  if (evidence.length === 0) return
  const kinds = [...new Set(evidence.map((row) => row.kind))]
  yield {
    text: `The reports mention ${listed(kinds.map((kind) => EVIDENCE_WORD[kind] ?? kind))} as evidence. None of it is held here: what it shows is known only from what is said of it.`,
    why: 'evidence not seen',
    citations: [...new Set(evidence.flatMap((row) => row.citations))].slice(0, 6),
  }
}

const EVIDENCE_WORD: Readonly<Record<string, string>> = {
  imagery: 'imagery',
  video: 'video',
  audio: 'recordings',
  document: 'documents',
  object: 'recovered objects',
  witness: 'witnesses',
  intelligence: 'intelligence',
  data: 'data',
}

function* unplaced({ places }: GapInput): Generator<Gap> {
  const unknown = places.filter((place) => place.latitude === null)
  if (unknown.length === 0) return
  yield {
    text: `Not found in the gazetteer: ${listed(unknown.map((place) => place.name))}.`,
    why: 'place not resolved',
    citations: [...new Set(unknown.flatMap((place) => place.citations))],
  }
}

function* stale({ view, asOf }: GapInput): Generator<Gap> {
  const dates = view.reports.map((report) => report.metadata.published).filter((date) => date !== null)
  const latest = dates.sort().at(-1)
  if (latest === undefined) return
  const days = Math.floor((Date.parse(asOf) - Date.parse(latest.length === 10 ? `${latest}T00:00:00Z` : latest)) / 86_400_000)
  if (days > STALE_DAYS)
    yield { text: `The newest report is ${counted(days, 'day')} old at the as-of time.`, why: 'stale', citations: [] }
}
