import type { Question } from '../../model/index.ts'
import { type Interval, intervalOf, meet } from '../figures/interval.ts'
import type { FigurePoint } from '../figures/points.ts'
import type { Answer } from '../questions/answers.ts'

/** Which independent origins speak for an answer and which against it, at present. Origins by id, each in at most one list. */
export interface Voices {
  readonly for: readonly string[]
  readonly against: readonly string[]
  /** Those who said it once and have since given another figure: no voice for it now. */
  readonly former: readonly string[]
}

export const NO_VOICES: Voices = { for: [], against: [], former: [] }

type Relation = 'agrees' | 'contradicts' | 'apart'

/**
 * For each answer of a question, the origins that speak for it and against it. A figure is borne out by one that says nearly the
 * same, and contradicted by one that leaves no common value, unless the two hold for different days and what is counted can have
 * grown between them. "At least 3,000" contradicts no 12,000, nor does it bear it out. Denials and assertions contradict each other; who doubts or cannot confirm is no voice.
 * @param answers as `answersOf` gives them
 * @param points of the question
 */
export function voicesOf(question: Question, answers: readonly Answer[], points: readonly FigurePoint[]): readonly Voices[] {
  const mixed = new Set(points.map(({ unit }) => unit)).size > 1
  const stated = answers.map((answer) => statedOf(answer, points, mixed))
  const grows = question.frame === 'done' || question.frame === 'ongoing'
  return answers.map((answer, i) => {
    const speaksFor = new Set(answer.origins.map(({ id }) => id))
    const against = new Set<string>()
    answers.forEach((other, k) => {
      if (i === k) return
      const relation = relate(answer, other, stated[i] ?? null, stated[k] ?? null, grows)
      for (const { id } of other.origins) {
        if (relation === 'agrees') speaksFor.add(id)
        else if (relation === 'contradicts') against.add(id)
      }
    })
    return {
      for: [...speaksFor],
      against: [...against].filter((id) => !speaksFor.has(id)),
      former: answer.former.map(({ id }) => id).filter((id) => !speaksFor.has(id)),
    }
  })
}

/** Two numbers no further apart than this say nearly the same, as a share of the larger. */
const NEAR = 0.1

/** True when what one names lies within the closed range of the other, or next to what that one names. */
function isNear({ interval }: Stated, { named }: Stated): boolean {
  const ends = [interval.from, interval.to].filter(Number.isFinite)
  if (ends.length === 2 && interval.from <= named && named <= interval.to) return true
  return ends.some((end) => Math.abs(end - named) <= NEAR * Math.max(Math.abs(end), Math.abs(named)))
}

interface Stated {
  /** The one number that it names: its best value, else a bound. */
  readonly named: number
  readonly interval: Interval
  /** Days for which it is stated, ISO; empty where none is known. */
  readonly days: readonly string[]
}

function statedOf(answer: Answer, points: readonly FigurePoint[], mixed: boolean): Stated | null {
  const { figure } = answer
  if (figure === null) return null
  const own = points.filter(
    (point) =>
      answer.claims.includes(point.claim) && point.low === figure.low && point.best === figure.best && point.high === figure.high,
  )
  return {
    named: figure.best ?? figure.low ?? figure.high ?? 0,
    interval: intervalOf(figure, mixed),
    days: own.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort(),
  }
}

function relate(a: Answer, b: Answer, left: Stated | null, right: Stated | null, grows: boolean): Relation {
  const denies = (answer: Answer): boolean => answer.stance === 'denies'
  const asserts = (answer: Answer): boolean => answer.stance === 'asserts'
  if ((denies(a) && asserts(b)) || (asserts(a) && denies(b))) return 'contradicts'
  if (!asserts(a) || !asserts(b)) return 'apart'
  // Who gives a figure says that it is so; who says that it is so gives no figure.
  if (left === null) return right === null ? 'apart' : 'agrees'
  if (right === null || a.figure?.role !== b.figure?.role || a.figure?.unit !== b.figure?.unit) return 'apart'
  if (meet(left.interval, right.interval)) return isNear(left, right) || isNear(right, left) ? 'agrees' : 'apart'
  const [lower, upper] = left.interval.to < right.interval.from ? [left, right] : [right, left]
  const first = lower.days[0]
  const last = upper.days.at(-1)
  return grows && first !== undefined && last !== undefined && first < last ? 'apart' : 'contradicts'
}
