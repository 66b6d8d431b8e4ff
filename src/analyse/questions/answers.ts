import type { Bound, FigureRole, Modality, MutationKind, Origin, Question, Stance } from '../../model/index.ts'
import type { FigurePoint } from '../figures/points.ts'
import { byCode } from '../order.ts'

/** One of the answers that a question is given, with who stands behind it. */
export interface Answer {
  /** The number given; null where the answer is a stance only. */
  readonly figure: {
    readonly low: number | null
    readonly best: number | null
    readonly high: number | null
    readonly bound: Bound
    readonly unit: string | null
    readonly role: FigureRole
  } | null
  readonly stance: Stance
  /** Independent origins whose word it is at present; one that has since given another figure is in `former`. */
  readonly origins: readonly Pick<Origin, 'id' | 'name'>[]
  readonly former: readonly Pick<Origin, 'id' | 'name'>[]
  /** Claims that give it, their origin recorded or not. */
  readonly claims: readonly string[]
  /** Those of them whose origin is not recorded: they support nothing. */
  readonly unrecorded: readonly string[]
  /** Those of them that bent it on the way: shown, and not weighed. */
  readonly bent: readonly { readonly claim: string; readonly kind: MutationKind }[]
  readonly modalities: Readonly<Partial<Record<Modality, number>>>
}

interface Item {
  readonly claim: string
  readonly origin: string | null
  readonly modality: Modality
  readonly superseded: boolean
  readonly mutation: MutationKind | null
}

/**
 * The rival answers to a question, those with most independent origins first. Figures of one value and one role are one answer,
 * whether told as exact or as about; claims that give none are told apart by what they do to the question. Support is a count of
 * origins: a share would need more sources, heard on more questions, than a situation has (docs/decisions/0055-support.md).
 * @param points of the question
 * @param modalities of its claims
 */
export function answersOf(
  question: Question,
  points: readonly FigurePoint[],
  modalities: ReadonlyMap<string, Modality>,
  names: ReadonlyMap<string, string>,
): readonly Answer[] {
  const groups = new Map<string, { readonly figure: Answer['figure']; readonly stance: Stance; readonly items: Item[] }>()
  const put = (key: string, figure: Answer['figure'], stance: Stance, item: Item): void => {
    const known = groups.get(key)
    if (known) known.items.push(item)
    else groups.set(key, { figure, stance, items: [item] })
  }
  for (const { claim, stance, lineage } of question.members) {
    const origin = lineage.known ? lineage.origin : null
    const modality = modalities.get(claim) ?? 'asserted'
    const own = stance === 'asserts' || stance === 'corrects' ? points.filter((point) => point.claim === claim) : []
    if (own.length === 0) put(stance, null, stance, { claim, origin, modality, superseded: false, mutation: null })
    for (const { low, best, high, bound, unit, role, superseded, mutation } of own) {
      const told = role === 'unstated' ? 'total' : role
      const key = JSON.stringify([low, best, high, unit, told])
      put(key, { low, best, high, bound, unit, role: told }, 'asserts', { claim, origin, modality, superseded, mutation })
    }
  }
  const named = (ids: ReadonlySet<string>): Answer['origins'] =>
    [...ids].map((id) => ({
      id,
      name: question.origins.find((origin) => origin.id === id)?.name ?? names.get(id) ?? id,
    }))
  const answers = [...groups.values()].map(({ figure, stance, items }): Answer => {
    const weighed = items.filter((item) => item.origin !== null && item.mutation === null)
    const standing = new Set(weighed.flatMap((item) => (item.superseded || item.origin === null ? [] : [item.origin])))
    const former = new Set(weighed.flatMap(({ origin }) => (origin === null || standing.has(origin) ? [] : [origin])))
    const counts: Partial<Record<Modality, number>> = {}
    for (const { modality } of new Map(items.map((item) => [item.claim, item])).values())
      counts[modality] = (counts[modality] ?? 0) + 1
    return {
      figure,
      stance,
      origins: named(standing),
      former: named(former),
      claims: [...new Set(items.map((item) => item.claim))],
      unrecorded: [...new Set(items.filter((item) => item.origin === null).map((item) => item.claim))],
      bent: items.flatMap(({ claim, mutation }) => (mutation === null ? [] : [{ claim, kind: mutation }])),
      modalities: counts,
    }
  })
  return answers.sort(
    (a, b) =>
      STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance) ||
      b.origins.length - a.origins.length ||
      b.claims.length - a.claims.length ||
      (a.figure?.best ?? 0) - (b.figure?.best ?? 0) ||
      byCode(a.claims[0] ?? '', b.claims[0] ?? ''),
  )
}

const STANCES: readonly Stance[] = ['asserts', 'corrects', 'doubts', 'denies', 'cannotConfirm']
