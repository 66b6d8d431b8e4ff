import type {
  Analysis,
  Question,
  QuestionBlock,
  Sitrep,
  SituationInput,
  SourceRow,
  Stance,
  Statement,
  Tlp,
  Weighing,
} from '../model/index.ts'
import { arithmeticRows } from './arithmetic.ts'
import { assessmentsOf } from './assessments.ts'
import { type ChangeIn, changesTold } from './changes-told.ts'
import { Citations } from './citations.ts'
import { type EnvelopeStepIn, envelopeRows } from './envelopes.ts'
import { evidenceRows } from './evidence.ts'
import { figureRows } from './figures.ts'
import { gapsOf } from './gaps.ts'
import { placeRows } from './places.ts'
import { type Ranked, rankQuestions } from './rank.ts'
import { sentence } from './sentence.ts'
import { type ClaimIn, compare, type SituationView, viewSituation } from './situation-view.ts'
import { credibilityWords, weighedBlock } from './weighed.ts'
import { atStart, counted, listed, quoted } from './wording.ts'

export interface SitrepOptions {
  readonly situation: string
  /** The time as of which it speaks: ISO 8601, passed in. */
  readonly asOf: string
  readonly tlp: Tlp
  /** The envelope of a question, as the analysis draws it; none are shown without. */
  readonly envelope?: (question: Question) => readonly EnvelopeStepIn[]
  /** What is weighed of a question; nothing is shown without. */
  readonly weighing?: (question: Question) => Weighing
  /** What moved since a day. */
  readonly changes?: { readonly since: string; readonly list: readonly ChangeIn[] }
}

/** How many sentences the bottom line has at most: it is read first, and aloud. */
const BOTTOM_LINE = 4

/** How many claims of one stance a question shows; further ones are the same told again. */
const SHOWN_PER_STANCE = 4

const STANCES: readonly Stance[] = ['asserts', 'corrects', 'doubts', 'denies', 'cannotConfirm']

/**
 * The cited situation report as data. The same input and options give the same report, in whatever order the reports came.
 * Every statement quotes what it rests on and carries the number of the passage; nothing is put more strongly than it was said.
 */
export function sitrep(input: SituationInput, analysis: Analysis, options: SitrepOptions): Sitrep {
  const view = viewSituation(input, analysis)
  const { shown, further } = rankQuestions(analysis, view)
  const weighings = new Map(options.weighing ? shown.map(({ question }) => [question.id, options.weighing?.(question)]) : [])
  const items = new Map([...weighings.values()].flatMap((weighing) => weighing?.items ?? []).map((item) => [item.claim, item]))
  const citations = new Citations((claim) => credibilityWords(items.get(claim) ?? null))
  const bottomLine = bottomLineOf(shown, view, citations)
  const keyClaims = shown.map((ranked) => blockOf(ranked, view, citations, weighings.get(ranked.question.id) ?? null))
  const figures = figureRows(shown, view, citations)
  const envelopes = envelopeRows(shown, options.envelope ?? (() => []), view, citations)
  const arithmetic = arithmeticRows(analysis, view, citations)
  const changes = options.changes ? changesTold(options.changes.since, options.changes.list, view, citations) : null
  const disagreements = analysis.disagreements.map((item): Statement => {
    const name = analysis.questions.find((question) => question.id === item.question)?.name ?? item.question
    const sides = item.sides
      .flatMap((side) => side.claims.slice(0, 3))
      .map((id) => view.claims.get(id))
      .filter((found) => found !== undefined)
    return {
      text: `${name} ${atStart(item.why)}${/[.!?]$/.test(item.why) ? '' : '.'}`,
      citations: sides.map((found) => citations.claim(found)),
    }
  })
  const mutations = analysis.mutations.flatMap((mutation) => {
    const before = view.claims.get(mutation.before)
    const after = view.claims.get(mutation.after)
    if (!before || !after) return []
    return [
      {
        kind: mutation.kind,
        text: `${atStart(mutation.why)}${/[.!?]$/.test(mutation.why) ? '' : '.'}`,
        before: mutation.proof[0].text,
        after: mutation.proof[1].text,
        citations: [citations.claim(before), citations.claim(after)],
      },
    ]
  })
  const assessments = assessmentsOf(shown, view, citations)
  const evidence = evidenceRows(view, citations)
  const places = placeRows(view, citations)
  const gaps = gapsOf({ shown, view, analysis, evidence, places, figures, asOf: options.asOf, citations })
  const dates = view.reports.map((report) => report.metadata.published?.slice(0, 10)).filter((date) => date !== undefined)
  return {
    situation: options.situation,
    period: { from: dates[0] ?? null, to: dates.at(-1) ?? null },
    asOf: options.asOf,
    tlp: options.tlp,
    counts: {
      reports: view.reports.length,
      outlets: new Set(view.reports.map((report) => report.metadata.outlet).filter((outlet) => outlet !== null)).size,
      claims: view.claims.size,
      origins: new Set(analysis.questions.flatMap((question) => question.origins.map((origin) => origin.id))).size,
    },
    bottomLine,
    keyClaims,
    furtherQuestions: further,
    figures,
    envelopes,
    arithmetic,
    changes,
    places,
    evidence,
    disagreements: disagreements.filter((statement) => statement.citations.length > 0),
    assessments,
    mutations,
    gaps,
    sources: sourceRows(view, analysis),
    citations: citations.all(),
  }
}

/**
 * One paragraph for each of the first questions: what each origin says (three at most), how many origins there are, who denies
 * it and who can't confirm it. What one paragraph has said, the next does not say again.
 */
function bottomLineOf(shown: readonly Ranked[], view: SituationView, citations: Citations): Statement[] {
  const said = new Set<string>()
  const statements: Statement[] = []
  for (const { question, reports } of shown) {
    if (statements.length === BOTTOM_LINE) break
    const by = (...stances: Stance[]): ClaimIn[] =>
      question.members
        .filter((member) => stances.includes(member.stance))
        .flatMap((member) => view.claims.get(member.claim) ?? [])
    const asserting = by('asserts', 'corrects')
    // What is flagged as changed on the way stands in its own section; the first words that somebody reads say what was said.
    const sound = asserting.filter((item) => !view.mutated.has(item.id))
    if (asserting.length > 0 && sound.length === 0) continue
    const leads = leadsByOrigin(sound.length > 0 ? sound : by('doubts', 'denies', 'cannotConfirm'), view)
    const fresh = leads.filter((item) => !said.has(sentence(item, view)))
    if (fresh.length === 0) continue
    const others = [lead(by('denies'), view), lead(by('cannotConfirm'), view)].filter((item) => item !== undefined)
    const used = [...fresh, ...others.filter((item) => !said.has(sentence(item, view)) && !fresh.includes(item))]
    const sentences = used.map((item) => sentence(item, view))
    const [against] = others
    for (const text of sentences) said.add(text)
    const disputed = against !== undefined && !used.includes(against) ? ' This, too, is disputed.' : ''
    statements.push({
      text: `${sentences.join(' ')} ${originsInWords(question.origins, sentences)}, ${reports === 1 ? 'in one report' : `in ${counted(reports, 'report')}`}.${disputed}`,
      citations: used.map((item) => citations.claim(item)),
    })
  }
  return statements
}

/** The claim that stands for each origin, three at most, named origins before unnamed ones. */
function leadsByOrigin(items: readonly ClaimIn[], view: SituationView): ClaimIn[] {
  const groups = new Map<string, ClaimIn[]>()
  for (const item of items) {
    const key = view.originSource(item)?.id ?? 'none'
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  const leads = [...groups.values()].map((group) => lead(group, view)).filter((item) => item !== undefined)
  const named = leads.filter((item) => view.originSource(item) !== null)
  return (named.length > 0 ? named : leads)
    .sort((a, b) => compare(a.report.metadata.published ?? '9999', b.report.metadata.published ?? '9999') || compare(a.id, b.id))
    .slice(0, 3)
}

/** The count, with the names that the sentences before have not given yet. */
function originsInWords(origins: Ranked['question']['origins'], sentences: readonly string[]): string {
  if (origins.length === 0) return 'No origin is recorded'
  const names = origins.map((origin) => origin.name)
  const some = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listed(names)
  const given = names.every((name) => sentences.some((sentence) => sentence.toLowerCase().includes(name.toLowerCase())))
  if (given) return origins.length === 1 ? 'One origin' : `${atStart(numberWord(origins.length))} independent origins`
  return origins.length === 1 ? `One origin (${some})` : `${atStart(numberWord(origins.length))} independent origins (${some})`
}

function numberWord(n: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][n] ?? String(n)
}

/**
 * The claim that stands for a question: with a known source and a figure if there is one, the latest of those (a figure moves), or
 * the earliest where there is none (words wear off from copy to copy), the shortest of those.
 */
function lead(items: readonly ClaimIn[], view: SituationView): ClaimIn | undefined {
  const value = (item: ClaimIn): number =>
    (view.mutated.has(item.id) ? -8 : 0) +
    (view.originSource(item) ? 4 : 0) +
    (item.claim.chain.at(-1)?.speaker === 'anonymous' ? -1 : 0) +
    (item.claim.figures.length > 0 ? 1 : 0)
  return [...items].sort(
    (a, b) =>
      value(b) - value(a) ||
      (a.claim.figures.length > 0
        ? compare(b.report.metadata.published ?? '', a.report.metadata.published ?? '')
        : compare(a.report.metadata.published ?? '9999', b.report.metadata.published ?? '9999')) ||
      quoted(a.claim).length - quoted(b.claim).length ||
      compare(a.id, b.id),
  )[0]
}

function blockOf({ question }: Ranked, view: SituationView, citations: Citations, weighing: Weighing | null): QuestionBlock {
  const statements: (Statement & { stance: Stance })[] = []
  for (const stance of STANCES) {
    const items = question.members
      .filter((member) => member.stance === stance)
      .map((member) => view.claims.get(member.claim))
      .filter((item) => item !== undefined)
    // What one source says in the same words in five reports is one statement with five citations.
    const groups = new Map<string, ClaimIn[]>()
    for (const item of items.sort(
      (a, b) => compare(a.report.metadata.published ?? '9999', b.report.metadata.published ?? '9999') || compare(a.id, b.id),
    )) {
      const key = `${view.originSource(item)?.id ?? item.id} ${sameFigures(item)}`
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
    for (const group of [...groups.values()].slice(0, SHOWN_PER_STANCE)) {
      const first = group[0]
      if (first) statements.push({ stance, text: sentence(first, view), citations: group.map((item) => citations.claim(item)) })
    }
  }
  return {
    question: question.id,
    name: question.name,
    origins: question.origins.length,
    originsWhy: question.members.length === 1 ? '' : question.originsWhy,
    statements,
    weighed: weighing && weighedBlock(weighing),
  }
}

function sameFigures({ claim, report }: ClaimIn): string {
  const values = claim.figures
    .map((id) => report.reading.figures.find((figure) => figure.id === id))
    .map((figure) => (figure ? `${figure.low}-${figure.best}-${figure.high}-${figure.bound}` : ''))
  return `${claim.modality} ${values.join(' ')}`
}

function sourceRows(view: SituationView, analysis: Analysis): SourceRow[] {
  const claims = new Map<string, Set<string>>()
  for (const [claim, chain] of Object.entries(analysis.chains)) {
    for (const id of chain) {
      if (id === null || !view.claims.has(claim)) continue
      const set = claims.get(id) ?? new Set()
      set.add(claim)
      claims.set(id, set)
    }
  }
  return [...view.sources.values()]
    .map((source) => ({
      name: source.name,
      kind: source.kind,
      claims: claims.get(source.id)?.size ?? 0,
      surfaces: source.surfaces.map((surface) => surface.surface).sort(compare),
    }))
    .filter((row) => row.claims > 0)
    .sort((a, b) => b.claims - a.claims || compare(a.name, b.name))
}
