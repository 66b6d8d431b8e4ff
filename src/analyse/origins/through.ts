import type { Lineage, LineageEdge } from '../../model/index.ts'
import { surfaceKey } from '../sources/surface.ts'
import type { ClaimView } from '../view.ts'
import { citation, type LineageContext } from './lineage.ts'

/** A claim of a question with the lineage that it shows by itself. */
export interface Rooted {
  readonly claim: ClaimView
  readonly lineage: Lineage
}

/**
 * Follows lineages from report to report inside one question: a claim that rests on an outlet whose own report answers the
 * same question rests on what that report rests on; an unsourced or unnamed claim in a copied report likewise.
 * @param members of one question, in canonical order
 * @returns lineages in the same order
 */
export function throughReports(members: readonly Rooted[], context: LineageContext): readonly Lineage[] {
  return members.map((member) => relayed(member, members, context) ?? copied(member, members, context) ?? member.lineage)
}

/** "Yonhap reported …" where Yonhap's report is at hand: its source is the origin, Yonhap the relay. */
function relayed(member: Rooted, members: readonly Rooted[], context: LineageContext): Lineage | null {
  const { lineage } = member
  if (!lineage.known) return null
  for (const other of members) {
    const outlet = other.claim.view.report.metadata.outlet
    if (
      other.claim.view === member.claim.view ||
      outlet === null ||
      !other.lineage.known ||
      other.lineage.origin === lineage.origin
    )
      continue
    if (context.resolution.byName.get(surfaceKey(outlet)) !== lineage.origin || isLater(other, member)) continue
    return {
      known: true,
      origin: other.lineage.origin,
      edges: [
        ...lineage.edges,
        edge('relayed', lineage.origin, other, `${outlet}’s own report says where it has it from`),
        ...other.lineage.edges,
      ],
    }
  }
  return null
}

function copied(member: Rooted, members: readonly Rooted[], context: LineageContext): Lineage | null {
  const { lineage } = member
  if (lineage.known && !context.names.get(lineage.origin)?.anonymous) return null
  const original = context.originals.get(member.claim.view.report.version)
  if (!original) return null
  const other = members.find((candidate) => candidate.claim.view === original && candidate.lineage.known)
  if (!other?.lineage.known) return null
  const link = edge('copied', member.claim.id, other, `its report copies ${original.report.version}`)
  return { known: true, origin: other.lineage.origin, edges: [link, ...other.lineage.edges] }
}

function edge(kind: 'relayed' | 'copied', from: string, to: Rooted, why: string): LineageEdge {
  const proof = to.claim.claim.content.map((cell) => citation(to.claim.view, cell))
  return { kind, from, to: to.claim.id, proof, confidence: 'likely', why }
}

function isLater(a: Rooted, b: Rooted): boolean {
  const from = a.claim.view.report.metadata.published
  const to = b.claim.view.report.metadata.published
  return from !== null && to !== null && from > to
}
