import type { Origin, QuestionMember } from '../../model/index.ts'
import { byCode } from '../order.ts'
import type { OriginName } from './lineage.ts'

/** The part of a question's member that the count needs. */
type Counted = Pick<QuestionMember, 'claim' | 'stance' | 'lineage'>

/**
 * Counts the independent origins that stand behind what a question asks, and says how. Denials and the like are told
 * apart: they speak to the question but nobody's denial is support. Where nobody asserts, the others are counted.
 * @returns origins, the one with most claims first, and one line:
 *   "7 claims: 5 rest on the NIS, 1 on an unnamed source, 1 not recorded → 2 origins; 1 denies (Moscow)"
 */
export function originsOf(
  members: readonly Counted[],
  names: ReadonlyMap<string, OriginName>,
): { readonly origins: readonly Origin[]; readonly why: string } {
  const asserting = members.filter((member) => member.stance === 'asserts' || member.stance === 'corrects')
  const counted = asserting.length > 0 ? asserting : members
  const claims = new Map<string, string[]>()
  let unknown = 0
  for (const { claim, lineage } of counted) {
    if (!lineage.known) {
      unknown++
      continue
    }
    const known = claims.get(lineage.origin)
    if (known) known.push(claim)
    else claims.set(lineage.origin, [claim])
  }
  const origins: Origin[] = [...claims].map(([id, list]) => {
    const name = names.get(id)
    return { id, name: name?.name ?? id, anonymous: name?.anonymous ?? false, claims: list }
  })
  origins.sort(
    (a, b) =>
      b.claims.length - a.claims.length ||
      Number(a.anonymous) - Number(b.anonymous) ||
      byCode(a.name, b.name) ||
      byCode(a.id, b.id),
  )
  const others = asserting.length > 0 ? members.filter((member) => !asserting.includes(member)) : []
  return { origins, why: [sentence(counted.length, origins, unknown), ...against(others, names)].join('; ') }
}

const SPEAKS: readonly (readonly [Counted['stance'], string, string])[] = [
  ['denies', 'denies', 'deny'],
  ['doubts', 'doubts', 'doubt'],
  ['cannotConfirm', 'cannot confirm', 'cannot confirm'],
]

/** "2 deny (Moscow, Pyongyang)". */
function against(others: readonly Counted[], names: ReadonlyMap<string, OriginName>): string[] {
  return SPEAKS.flatMap(([stance, one, many]) => {
    const list = others.filter((member) => member.stance === stance)
    if (list.length === 0) return []
    const by = new Set(
      list.flatMap(({ lineage }) => {
        if (!lineage.known) return []
        const name = names.get(lineage.origin)
        return [name?.anonymous === false ? name.name : 'an unnamed source']
      }),
    )
    return [`${list.length} ${list.length === 1 ? one : many}${by.size > 0 ? ` (${[...by].join(', ')})` : ''}`]
  })
}

function sentence(total: number, origins: readonly Origin[], unknown: number): string {
  const named = origins.filter((origin) => !origin.anonymous)
  const unnamed = origins.filter((origin) => origin.anonymous)
  const parts = named.slice(0, 5).map((origin) => `${origin.claims.length} on ${origin.name}`)
  const more = named.slice(5)
  if (more.length > 0) parts.push(`${more.reduce((sum, origin) => sum + origin.claims.length, 0)} on ${more.length} others`)
  const hidden = unnamed.reduce((sum, origin) => sum + origin.claims.length, 0)
  if (unnamed.length === 1) parts.push(`${hidden} on an unnamed source`)
  else if (unnamed.length > 1) parts.push(`${hidden} on ${unnamed.length} unnamed sources`)
  const [first, ...rest] = parts
  const counted = origins[0]?.claims.length ?? 0
  const head =
    first === undefined
      ? []
      : [
          first.replace(
            /^(\d+) on/,
            (_, n: string) => `${n} ${(named.length > 0 ? counted : hidden) === 1 ? 'rests' : 'rest'} on`,
          ),
        ]
  const list = [...head, ...rest, ...(unknown > 0 ? [`${unknown} not recorded`] : [])]
  const count = origins.length === 0 ? 'no recorded origin' : `${origins.length} origin${origins.length === 1 ? '' : 's'}`
  return `${total} claim${total === 1 ? '' : 's'}: ${list.join(', ')} → ${count}`
}
