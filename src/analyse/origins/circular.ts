import type { Circularity, Lineage } from '../../model/index.ts'
import { surfaceKey } from '../sources/surface.ts'
import { citation, type LineageContext } from './lineage.ts'
import type { Rooted } from './through.ts'

/** Outlets that must tell a thing before it is worth saying that all have it from one. */
const MANY = 3

/**
 * Reports of a question that cite each other in a ring, so that none says where the thing comes from: each is followed along the outlets that it
 * names as its source. A ring out of which any of its reports leads (to a body, a person, somebody unnamed) is none.
 * @param members of one question with the lineage that each shows by itself
 * @returns the ring's outlets, the members in it and the words by which each cites the next; null where there is none
 */
export function ringOf(members: readonly Rooted[], context: LineageContext): Ring | null {
  const outlets = new Map<string, Rooted[]>()
  for (const member of members) {
    const id = outletOf(member, context)
    if (id === null) continue
    const known = outlets.get(id)
    if (known) known.push(member)
    else outlets.set(id, [member])
  }
  for (const start of outlets.keys()) {
    const path: string[] = [start]
    for (let at = start; path.length <= outlets.size; ) {
      const next = soleRoot(outlets.get(at) ?? [])
      if (next === null || !outlets.has(next)) break
      if (next === start && path.length > 1) return ring(path, outlets, context)
      if (path.includes(next)) break
      path.push(next)
      at = next
    }
  }
  return null
}

export interface Ring {
  readonly sources: ReadonlySet<string>
  readonly circularity: Circularity
}

function outletOf({ claim }: Rooted, context: LineageContext): string | null {
  const { outlet } = claim.view.report.metadata
  return outlet === null ? null : (context.resolution.byName.get(surfaceKey(outlet)) ?? null)
}

/** The one source on which all claims of an outlet rest; null where they rest on several, or one does not say. */
function soleRoot(members: readonly Rooted[]): string | null {
  const origins = new Set(members.map(({ lineage }) => (lineage.known ? lineage.origin : null)))
  const [only] = origins
  return origins.size === 1 ? (only ?? null) : null
}

function ring(path: readonly string[], outlets: ReadonlyMap<string, readonly Rooted[]>, context: LineageContext): Ring {
  const names = path.map((id) => context.resolution.byId.get(id)?.source.name ?? id)
  const members = path.flatMap((id) => outlets.get(id) ?? [])
  return {
    sources: new Set(path),
    circularity: {
      kind: 'ring',
      claims: members.map(({ claim }) => claim.id),
      proof: members.flatMap(({ claim }) =>
        claim.claim.chain.flatMap(({ source, cue }) => [...source, ...cue].map((cell) => citation(claim.view, cell))),
      ),
      why: `circular: ${[...names, names[0] ?? ''].join(' cites ')}, and none says where it comes from`,
    },
  }
}

/** What every path of a question returns to, where many outlets tell it and all have it from one. */
export function oneRoot(members: readonly Rooted[], lineages: readonly Lineage[], context: LineageContext): Circularity | null {
  const outlets = new Set(members.map(({ claim }) => claim.view.report.metadata.outlet))
  const origins = new Set(lineages.map((lineage) => (lineage.known ? lineage.origin : null)))
  const [root] = origins
  if (outlets.size < MANY || origins.size !== 1 || root == null) return null
  const name = context.names.get(root)?.name ?? context.resolution.byId.get(root)?.source.name ?? root
  return {
    kind: 'oneRoot',
    claims: members.map(({ claim }) => claim.id),
    proof: lineages.flatMap((lineage) => (lineage.known ? lineage.edges.flatMap(({ proof }) => proof.slice(0, 1)) : [])),
    why: `${outlets.size} outlets, and every path returns to ${name}`,
  }
}
