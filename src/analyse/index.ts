import type {
  Analysis,
  Copy,
  Disagreement,
  Lineage,
  OutsideClaim,
  Question,
  QuestionMember,
  SituationInput,
} from '../model/index.ts'
import { passageCopies } from './copies/passages.ts'
import { copiesOf } from './copies/reports.ts'
import { disagreementsOf } from './disagreements.ts'
import { mutationsOf } from './mutations/detect.ts'
import { byCode } from './order.ts'
import { oneRoot, ringOf } from './origins/circular.ts'
import { originsOf } from './origins/explain.ts'
import { type LineageContext, lineageOf } from './origins/lineage.ts'
import { throughReports } from './origins/through.ts'
import { regroup } from './questions/edits.ts'
import { type Cluster, clustersOf } from './questions/group.ts'
import { type Group, identified } from './questions/ids.ts'
import { nameOf } from './questions/name.ts'
import { type Proposition, propositionsOf } from './questions/proposition.ts'
import { reconcile } from './reconciliation/index.ts'
import { holdingEdits } from './sources/edits.ts'
import { type Resolution, resolveSources } from './sources/resolve.ts'
import { type ClaimView, type ReportView, viewsOf } from './view.ts'

/** Stored with every analysis; raised with every change of rules that can change one. */
export const ANALYSER: Analysis['version'] = { name: 'sitrep-analyse', version: '0.5.0' }

/**
 * Everything that is derived from the Readings of one situation: sources, questions with their origins, disagreements, copies.
 * Pure and deterministic; the same reports in another order give the same analysis. Every claim stands in at least one
 * question or in `outside` with the reason; one that states two things may stand in two questions.
 */
export function analyse(input: SituationInput): Analysis {
  const withdrawn = new Set(holdingEdits(input.edits).flatMap((edit) => (edit.kind === 'withdraw' ? [edit.target] : [])))
  const views = viewsOf({
    ...input,
    reports: input.reports.filter(({ report, version }) => !withdrawn.has(report) && !withdrawn.has(version)),
  })
  const resolution = resolveSources(views, input.edits)
  const copies = knownCopies(input, views) ?? copiesOf(views)
  const byVersion = new Map(views.map((view) => [view.report.version, view]))
  const context: LineageContext = {
    resolution,
    passages: passageCopies(views),
    originals: new Map(
      copies.flatMap((copy): [string, ReportView][] => {
        const original = byVersion.get(copy.of)
        return original ? [[copy.version, original]] : []
      }),
    ),
    names: new Map(),
  }
  const lineages = new Map<string, Lineage>()
  const lineage = (claim: ClaimView): Lineage => {
    const known = lineages.get(claim.id)
    if (known) return known
    const made = lineageOf(claim, context)
    lineages.set(claim.id, made)
    return made
  }
  const outside: OutsideClaim[] = []
  const propositions: Proposition[] = []
  for (const view of views) {
    const before: Proposition[] = []
    for (const claim of view.claims) {
      if (withdrawn.has(claim.id) || resolution.chains[claim.id]?.some((source) => source !== null && withdrawn.has(source))) {
        outside.push({ claim: claim.id, why: 'withdrawn by an analyst' })
        continue
      }
      const relays = view.nested.get(claim.claim.id)?.find((other) => covers(other, claim))
      if (relays) {
        outside.push({ claim: claim.id, why: `it passes on ${relays.id}, which stands for it` })
        continue
      }
      const made = propositionsOf(claim, before, speakersOf(claim, resolution))
      before.push(...made)
      propositions.push(...made)
    }
  }
  const questions: Question[] = []
  const placed = new Set<string>()
  const asides = new Map<string, string>()
  const disagreements: Disagreement[] = []
  const { groups, formerIds, overruled } = regroup(identified(clustersOf(propositions)), propositions, holdingEdits(input.edits))
  for (const group of groups) {
    const { cluster } = group
    const aside = group.edits.length > 0 ? null : asideOf(cluster, lineage)
    if (aside !== null) {
      for (const { proposition } of cluster.members) asides.set(proposition.claim.id, aside)
      continue
    }
    const question = questionOf(group, lineage, context)
    questions.push(question)
    for (const member of question.members) placed.add(member.claim)
    disagreements.push(
      ...disagreementsOf(question, (member) =>
        cluster.members.filter((m) => m.proposition.claim.id === member.claim).flatMap((m) => m.proposition.figures),
      ),
    )
  }
  const told = new Set(outside.map((item) => item.claim))
  for (const view of views) {
    for (const claim of view.claims) {
      if (!placed.has(claim.id) && !told.has(claim.id))
        outside.push({
          claim: claim.id,
          why:
            asides.get(claim.id) ??
            (claim.claim.chain.length > 0
              ? 'it says too little to ask a question of'
              : 'the report’s own statement, without a figure, that no other claim speaks to'),
        })
    }
  }
  questions.sort(
    (a, b) =>
      b.origins.length - a.origins.length || b.members.length - a.members.length || byCode(a.name, b.name) || byCode(a.id, b.id),
  )
  const rank = new Map(questions.map((question, index) => [question.id, index]))
  disagreements.sort((a, b) => (rank.get(a.question) ?? 0) - (rank.get(b.question) ?? 0) || byCode(a.kind, b.kind))
  const mutations = mutationsOf(propositions, { resolution, lineage })
  outside.sort((a, b) => byCode(a.claim, b.claim))
  return {
    version: ANALYSER,
    sources: resolution.sources,
    chains: resolution.chains,
    questions,
    disagreements,
    copies,
    mutations,
    reconciliations: reconcile(views),
    outside,
    formerIds,
    ...(overruled.length > 0 ? { overruled } : {}),
  }
}

/** The copies that an index knows, in canonical order; null where it does not know those of exactly these reports. */
function knownCopies({ copies, reports }: SituationInput, views: readonly ReportView[]): readonly Copy[] | null {
  if (copies === undefined || views.length < reports.length) return null
  const at = new Map(views.map((view) => [view.report.version, view.index]))
  if (copies.some(({ version, of }) => !at.has(version) || !at.has(of))) return null
  return [...copies].sort((a, b) => (at.get(a.version) ?? 0) - (at.get(b.version) ?? 0))
}

/** Countries of the source that a claim names last. */
function speakersOf(claim: ClaimView, resolution: Resolution): readonly string[] {
  const id = resolution.chains[claim.id]?.findLast((source) => source !== null)
  return id == null ? [] : (resolution.byId.get(id)?.countries ?? [])
}

/** True when the nested claim holds most of what the outer one says. */
function covers(nested: ClaimView, outer: ClaimView): boolean {
  return nested.text.length >= outer.text.length * 0.5
}

/**
 * Why one claim alone asks nothing that a reader of questions need see; null where it does. An unsourced statement of the
 * report has no origin; words that could not be taken apart into act and parties can be compared with nothing.
 */
function asideOf(cluster: Cluster, lineage: (claim: ClaimView) => Lineage): string | null {
  const [first] = cluster.members
  if (!first || cluster.members.length > 1) return null
  const { claim, figures, stance } = first.proposition
  if (claim.claim.chain.length === 0 && (figures.length === 0 || !lineage(claim).known))
    return figures.length === 0
      ? 'the report’s own statement, without a figure, that no other claim speaks to'
      : 'the report’s own figure, its origin not recorded, that no other claim speaks to'
  // What a picture or paper is said to show is asked even when its words cannot be taken apart.
  const last = claim.claim.chain[claim.claim.chain.length - 1]
  const shown =
    last?.speaker === 'image' || claim.view.report.reading.evidence.some((item) => item.bearsOn.includes(claim.claim.id))
  return cluster.loose && stance !== 'cannotConfirm' && !shown ? 'said once, in words that no other claim repeats' : null
}

function questionOf(group: Group, lineage: (claim: ClaimView) => Lineage, context: LineageContext): Question {
  const { id, cluster } = group
  const madeName = nameOf(cluster)
  const ordered = [...cluster.members].sort(
    (a, b) =>
      a.proposition.claim.view.index - b.proposition.claim.view.index ||
      a.proposition.claim.position - b.proposition.claim.position,
  )
  const rooted = ordered.map(({ proposition }) => ({ claim: proposition.claim, lineage: lineage(proposition.claim) }))
  const asserting = rooted.filter((_, i) => ordered[i]?.proposition.stance === 'asserts')
  const ring = ringOf(asserting, context)
  const lineages = throughReports(rooted, context).map(
    (found): Lineage =>
      ring !== null && found.known && ring.sources.has(found.origin) ? { known: false, why: ring.circularity.why } : found,
  )
  const assertingLineages = lineages.filter((_, i) => ordered[i]?.proposition.stance === 'asserts')
  const circular = ring?.circularity ?? oneRoot(asserting, assertingLineages, context)
  const members: QuestionMember[] = ordered.map(({ proposition, why }, index) => ({
    claim: proposition.claim.id,
    stance: proposition.stance,
    lineage: lineages[index] ?? lineage(proposition.claim),
    figures: proposition.figures.map((figure) => figure.id),
    why: proposition.note === null ? why : `${why}; ${proposition.note}`,
  }))
  const { origins, why } = originsOf(members, context.names)
  return {
    id,
    name: group.name ?? madeName,
    kind: members.some((member) => member.figures.length > 0) ? 'numeric' : 'factual',
    frame: cluster.frame,
    members,
    origins,
    originsWhy: circular === null ? why : `${why}; ${circular.why}`,
    ...(circular === null ? {} : { circular }),
    ...(group.edits.length > 0 ? { edited: { by: group.edits, madeName } } : {}),
  }
}
