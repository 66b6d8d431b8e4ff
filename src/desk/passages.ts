import type { Cell, Citation, LineageEdge, Mutation, Question, ReadReport, Reconciliation, Span } from '../model/index.ts'
import type { ArithmeticRow, ChangeRow, MutationRow, MutationSide, ReportBrief } from './answers.ts'

/** At most so many characters of text around what is shown: a sentence without an end must not fill the screen. */
const LONGEST = 600

/** The reports of a situation, asked for by version. */
export type Versions = ReadonlyMap<string, ReadReport>

export function versionsOf(reports: readonly ReadReport[]): Versions {
  return new Map(reports.map((report) => [report.version, report]))
}

export function brief(report: ReadReport): ReportBrief {
  const { title, outlet, published } = report.metadata
  return { title, outlet, published }
}

/** The version that holds a claim: `r7k2m9qx.1.c3` → `r7k2m9qx.1`. */
export function versionOf(claim: string): string {
  return claim.slice(0, claim.lastIndexOf('.'))
}

/** The sentence or sentences that hold a span. */
export function passage(report: ReadReport, span: Span): Citation {
  const held = report.reading.sentences.filter((sentence) => sentence.start < span.end && span.start < sentence.end)
  let start = Math.min(span.start, ...held.map((sentence) => sentence.start))
  let end = Math.max(span.end, ...held.map((sentence) => sentence.end))
  if (end - start > LONGEST) {
    start = Math.max(start, span.start - LONGEST / 4)
    end = Math.max(span.end, Math.min(end, start + LONGEST))
  }
  return { version: report.version, start, end, text: report.text.slice(start, end) }
}

/** Where a claim stands, source and content together; null when its report is not current. */
export function claimPassage(id: string, versions: Versions): ChangeRow['claims'][number] | null {
  const report = versions.get(versionOf(id))
  const claim = report?.reading.claims.find((item) => item.id === id.slice(id.lastIndexOf('.') + 1))
  if (!report || !claim) return null
  const cells: readonly Cell[] = [...claim.content, ...claim.chain.flatMap((link) => [...link.source, ...link.cue])]
  const span = { start: Math.min(...cells.map((cell) => cell.start)), end: Math.max(...cells.map((cell) => cell.end)) }
  return { ...brief(report), claim: id, passage: passage(report, span) }
}

/** What was worked out of a report's figures, in the sentences that state them; null when the report is not current. */
export function arithmeticRow({ kind, verdict, why, version, terms }: Reconciliation, versions: Versions): ArithmeticRow | null {
  const report = versions.get(version)
  const [first] = terms
  if (!report || !first) return null
  const span = { start: Math.min(...terms.map(({ start }) => start)), end: Math.max(...terms.map(({ end }) => end)) }
  const claim = terms.flatMap(({ claims }) => claims)[0] ?? null
  const marked = terms.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start)
  return { ...brief(report), kind, verdict, why, claim, passage: passage(report, span), terms: marked }
}

/** A mutation with both passages; null when a report of it is not current. */
export function mutationRow(mutation: Mutation, versions: Versions, questions: readonly Question[]): MutationRow | null {
  const side = (claim: string, proof: Citation): MutationSide | null => {
    const report = versions.get(proof.version)
    return report ? { ...brief(report), claim, proof, passage: passage(report, proof) } : null
  }
  const before = side(mutation.before, mutation.proof[0])
  const after = side(mutation.after, mutation.proof[1])
  if (!before || !after) return null
  const { id, kind, why } = mutation
  const asked = questions.filter(({ members }) =>
    members.some(({ claim }) => claim === mutation.before || claim === mutation.after),
  )
  return { id, kind, why, before, after, questions: asked.map((question) => question.id) }
}

/** The reports that claims and proofs stand in, by version. */
export function briefs(versions: Versions, of: readonly string[]): Readonly<Record<string, ReportBrief>> {
  return Object.fromEntries(
    [...new Set(of)].flatMap((version) => {
      const report = versions.get(version)
      return report ? [[version, brief(report)]] : []
    }),
  )
}

/** Every version that a lineage leads through. */
export function versionsIn(edges: readonly LineageEdge[]): readonly string[] {
  return edges.flatMap((edge) => edge.proof.map((proof) => proof.version))
}
