import type { LineageEdge, Question, Stance } from '../../model/index.ts'
import { byCode } from '../order.ts'

/** Something that a claim of the question rests on, or the claim itself, with what in turn rests on it. */
export interface LineageNode {
  /** Ledger id of a claim, or id of a source or origin. */
  readonly id: string
  readonly kind: 'origin' | 'relay' | 'claim'
  readonly name: string
  readonly anonymous: boolean
  /** What the claim does to the question; null for an origin, a relay, and a claim that is only relied on. */
  readonly stance: Stance | null
  /** How it rests on the node above, with proof; null for an origin. */
  readonly edge: LineageEdge | null
  readonly rest: readonly LineageNode[]
}

/** Who rests on whom in a question, from the origins down to the claims. */
export interface Forest {
  readonly origins: readonly LineageNode[]
  /** Claims whose origin is not recorded, and why: they count as none. */
  readonly unrecorded: readonly { readonly claim: string; readonly stance: Stance; readonly why: string }[]
}

interface Growing {
  readonly id: string
  readonly edge: LineageEdge | null
  readonly rest: Map<string, Growing>
}

/**
 * Turns the lineages of a question's claims about: they lead from a claim to its origin, a reader asks who rests on an origin.
 * Paths that share their end share its nodes; a claim that is cut from another report stands below the claim it is cut from.
 * @param names of sources and origins by id
 * @returns the origins behind the question first, as it orders them, then those that only deny or doubt
 */
export function forestOf(question: Question, names: ReadonlyMap<string, string>): Forest {
  const stances = new Map(question.members.map((member) => [member.claim, member.stance]))
  const roots = new Map<string, Growing>()
  const unrecorded: Forest['unrecorded'][number][] = []
  for (const { claim, stance, lineage } of question.members) {
    if (!lineage.known) {
      unrecorded.push({ claim, stance, why: lineage.why })
      continue
    }
    let at = reach(roots, lineage.origin, null)
    for (const edge of lineage.edges.toReversed()) at = reach(at.rest, edge.from, edge)
  }
  const rank = new Map(question.origins.map((origin, index) => [origin.id, index]))
  const known = new Map(question.origins.map((origin) => [origin.id, origin]))
  const grown = (node: Growing): LineageNode => {
    const stance = stances.get(node.id) ?? null
    return {
      id: node.id,
      kind: node.edge === null ? 'origin' : CLAIM.test(node.id) ? 'claim' : 'relay',
      name: known.get(node.id)?.name ?? names.get(node.id) ?? node.id,
      anonymous: known.get(node.id)?.anonymous ?? false,
      stance,
      edge: node.edge,
      rest: [...node.rest.values()].map(grown),
    }
  }
  const order = (id: string): number => rank.get(id) ?? Number.POSITIVE_INFINITY
  return {
    origins: [...roots.values()].sort((a, b) => order(a.id) - order(b.id) || byCode(a.id, b.id)).map(grown),
    unrecorded,
  }
}

/** `r7k2m9qx.1.c3` */
const CLAIM = /^r[^.]*\.\d+\.c\d+$/

function reach(among: Map<string, Growing>, id: string, edge: LineageEdge | null): Growing {
  const known = among.get(id)
  if (known) return known
  const made: Growing = { id, edge, rest: new Map() }
  among.set(id, made)
  return made
}
