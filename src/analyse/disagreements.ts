import type { Disagreement, Figure, Question } from '../model/index.ts'
import { intervalOf } from './figures/interval.ts'
import { boundsInBase } from './figures/units.ts'

type Member = Question['members'][number]

/**
 * Members of one question that speak against each other: denial against assertion, cannot-confirm against assertion, and
 * figures of different origins whose intervals do not meet.
 * @param figuresOf the figures of a member that answer the question
 */
export function disagreementsOf(question: Question, figuresOf: (member: Member) => readonly Figure[]): readonly Disagreement[] {
  const found: Disagreement[] = []
  const by = (stance: Member['stance']): Member[] => question.members.filter((member) => member.stance === stance)
  const asserting = by('asserts')
  const denying = [...by('denies'), ...by('doubts')]
  const unsure = by('cannotConfirm')
  const claims = (members: readonly Member[]): string[] => members.map((member) => member.claim)
  if (asserting.length > 0 && denying.length > 0) {
    found.push({
      question: question.id,
      kind: 'denial',
      sides: [
        { label: 'asserts', claims: claims(asserting) },
        { label: denying.every((member) => member.stance === 'doubts') ? 'doubts' : 'denies', claims: claims(denying) },
      ],
      why: `${plural(asserting.length, 'claim asserts', 'claims assert')} it, ${plural(denying.length, 'claim denies or doubts', 'claims deny or doubt')} it`,
    })
  }
  if (asserting.length > 0 && unsure.length > 0) {
    found.push({
      question: question.id,
      kind: 'cannotConfirm',
      sides: [
        { label: 'asserts', claims: claims(asserting) },
        { label: 'cannot confirm', claims: claims(unsure) },
      ],
      why: `${plural(asserting.length, 'claim asserts', 'claims assert')} it, ${plural(unsure.length, 'says', 'say')} that it cannot be confirmed`,
    })
  }
  const rival = rivalFigures(question, asserting, figuresOf)
  if (rival) found.push(rival)
  return found
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

interface Side {
  readonly label: string
  readonly low: number
  readonly high: number
  readonly claims: string[]
  readonly origins: Set<string>
}

/** Figures of different origins that leave no common value. An open bound meets everything on its side. */
function rivalFigures(
  question: Question,
  asserting: readonly Member[],
  figuresOf: (member: Member) => readonly Figure[],
): Disagreement | null {
  const sides: Side[] = []
  // Of two units one is often the rounding of the other: "500 km (310 miles)"
  const mixed = new Set(asserting.flatMap((member) => figuresOf(member).map(({ unit }) => unit))).size > 1
  for (const member of asserting) {
    if (!member.lineage.known) continue
    for (const stated of figuresOf(member)) {
      const figure = { ...stated, ...boundsInBase(stated) }
      const { from, to } = intervalOf(figure, mixed)
      const known = sides.find((side) => side.low === from && side.high === to)
      if (known) {
        if (!known.claims.includes(member.claim)) known.claims.push(member.claim)
        known.origins.add(member.lineage.origin)
      } else
        sides.push({
          label: figure.cell.text.replace(/\s+/gu, ' '),
          low: from,
          high: to,
          claims: [member.claim],
          origins: new Set([member.lineage.origin]),
        })
    }
  }
  const rivals = new Set<Side>()
  for (const a of sides) {
    for (const b of sides) {
      if (a === b || (a.low <= b.high && b.low <= a.high)) continue
      if ([...a.origins].every((origin) => b.origins.has(origin)) && [...b.origins].every((origin) => a.origins.has(origin)))
        continue
      rivals.add(a)
      rivals.add(b)
    }
  }
  if (rivals.size === 0) return null
  const list = [...rivals].sort((a, b) => a.low - b.low || a.high - b.high)
  return {
    question: question.id,
    kind: 'figures',
    sides: list.map((side) => ({ label: side.label, claims: side.claims })),
    why: `figures of different origins that leave no common value: ${list.map((side) => side.label).join(' / ')}`,
  }
}
