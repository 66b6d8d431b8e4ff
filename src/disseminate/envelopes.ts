import type { EnvelopeRow, Question } from '../model/index.ts'
import type { Citations } from './citations.ts'
import type { Ranked } from './rank.ts'
import type { SituationView } from './situation-view.ts'

/** One step of a question's envelope, as the analysis draws it. */
export interface EnvelopeStepIn {
  readonly day: string
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly origins: number
  readonly claims: readonly string[]
  readonly fell: boolean
}

/** So many steps of one question are shown, the latest. */
const STEPS = 4

/** The envelope of each numeric question shown, oldest step first. A single figure of one origin has none: it stands under Figures. */
export function envelopeRows(
  shown: readonly Ranked[],
  stepsOf: (question: Question) => readonly EnvelopeStepIn[],
  view: SituationView,
  citations: Citations,
): EnvelopeRow[] {
  return shown.flatMap(({ question }) => {
    if (question.kind !== 'numeric') return []
    const steps = stepsOf(question)
    if (steps.length < 2 && (steps[0]?.origins ?? 0) < 2) return []
    return steps.slice(-STEPS).flatMap(({ claims, ...step }): EnvelopeRow[] => {
      const items = claims.flatMap((id) => view.claims.get(id) ?? [])
      return items.length === 0
        ? []
        : [{ question: question.name, ...step, citations: [...new Set(items.map((item) => citations.claim(item)))] }]
    })
  })
}
