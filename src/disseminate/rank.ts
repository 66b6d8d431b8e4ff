import type { Analysis, Question } from '../model/index.ts'
import { compare, type SituationView } from './situation-view.ts'

/** How many questions the body of a SITREP carries; the rest are counted and left to the ledger. */
export const MOST_QUESTIONS = 10

export interface Ranked {
  readonly question: Question
  readonly score: number
  readonly reports: number
}

/**
 * Which questions a reader needs first: three points for each independent origin that is named and two for one that is not, two
 * for each report that speaks to it (six at most), two when figures answer it, two when it was understood well enough to be
 * compared, fewer when all that speaks to it was bent on the way. Such a question is left out where every claim in it was, or where
 * nobody named stands behind it and it asks for no number.
 */
export function rankQuestions(analysis: Analysis, view: SituationView): { shown: Ranked[]; further: number } {
  const disputed = new Set(analysis.disagreements.map((item) => item.question))
  const changed = new Set(analysis.mutations.flatMap((mutation) => [mutation.before, mutation.after]))
  const ranked = analysis.questions.map((question) => {
    const members = question.members.map((member) => view.claims.get(member.claim)).filter((item) => item !== undefined)
    const reports = new Set(members.map((item) => item.report.report)).size
    const latest =
      members
        .map((item) => item.report.metadata.published ?? '')
        .sort()
        .at(-1) ?? ''
    const score =
      question.origins.reduce((sum, origin) => sum + (origin.anonymous ? 2 : 3), 0) +
      (/^Is it (?:so|known) /.test(question.name) ? 0 : 2) +
      (question.frame === 'done' || question.frame === 'ongoing' ? 1 : 0) +
      Math.min(6, reports * 2) +
      (question.kind === 'numeric' ? 2 : 0) +
      (disputed.has(question.id) ? 3 : 0) +
      (question.members.some((m) => changed.has(m.claim)) ? 2 : 0) -
      (question.members.every((m) => m.stance !== 'asserts' || view.mutated.has(m.claim)) ? 6 : 0)
    return { question, score, reports, latest }
  })
  const worth = ranked.filter(
    ({ question }) =>
      !question.members.every((member) => view.mutated.has(member.claim)) &&
      (question.origins.length > 0 || question.kind === 'numeric'),
  )
  worth.sort((a, b) => b.score - a.score || compare(b.latest, a.latest) || compare(a.question.id, b.question.id))
  const shown = worth.slice(0, MOST_QUESTIONS)
  return { shown, further: analysis.questions.length - shown.length }
}
