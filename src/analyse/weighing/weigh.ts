import type {
  Analysis,
  Claim,
  Edit,
  ItemCredibility,
  Judgement,
  Question,
  ReadReport,
  Reliability,
  Weighing,
} from '../../model/index.ts'
import { figurePoints } from '../figures/points.ts'
import { type Answer, answersOf } from '../questions/answers.ts'
import { questionOfId } from '../questions/drafts.ts'
import { holdingEdits } from '../sources/edits.ts'
import { answerWeight, methodOf } from './answer-weight.ts'
import { type FoundClaim, itemOf } from './items.ts'
import { middleOfQuestion } from './middle.ts'
import { checkable } from './proximity.ts'
import { NO_VOICES, voicesOf } from './voices.ts'

/** What a question is weighed with. */
export interface WeighedFrom {
  /** The current reports of the situation, in any order. */
  readonly reports: readonly ReadReport[]
  readonly analysis: Analysis
  readonly edits: readonly Edit[]
}

/**
 * Weighs the answers of a question by the independent origins behind them, and its claims one by one. Four gradings that are never
 * fused: reliability goes in as the analyst set it; credibility of each item looks only at what is said; likelihood and confidence of
 * each answer are proposed. Method and numbers: docs/decisions/0231-weighing.md.
 */
export function weigh(question: Question, { reports, analysis, edits }: WeighedFrom): Weighing {
  const points = figurePoints(question, reports, analysis.mutations)
  const claims = claimsOf(question, reports)
  const answers = answersOf(
    question,
    points,
    new Map([...claims].map(([id, { claim }]) => [id, claim.modality])),
    new Map(analysis.sources.map(({ id, name }) => [id, name])),
  )
  const voices = voicesOf(question, answers, points)
  const holding = holdingEdits(edits)
  const grades = gradesOf(question, analysis)
  const origins = new Map(question.origins.map((origin) => [origin.id, origin]))
  const sources = new Map(analysis.sources.map((source) => [source.id, source]))
  const isAnonymous = (id: string): boolean => origins.get(id)?.anonymous ?? sources.get(id)?.kind === 'anonymous'
  const nameOf = (id: string): string => origins.get(id)?.name ?? sources.get(id)?.name ?? id
  const voting = voices.filter((_, i) => answers[i]?.stance === 'asserts' || answers[i]?.stance === 'denies')
  const speaking = [...new Set(voting.flatMap((voice) => [...voice.for, ...voice.against]))]
  const method = methodOf(speaking, grades)
  const claimOf = (id: string): readonly string[] =>
    question.members.flatMap(({ claim, lineage }) => (lineage.known && lineage.origin === id ? [claim] : []))
  const shownOf = (answer: Answer): boolean =>
    answer.claims.some((id) => {
      const found = claims.get(id)
      return found !== undefined && (checkable(found.evidence).length > 0 || speaksItself(found.claim))
    })
  return {
    question: question.id,
    ...method,
    names: Object.fromEntries(
      [...new Set(voices.flatMap((voice) => [...voice.for, ...voice.against]))].map((id) => [id, nameOf(id)]),
    ),
    answers: answers.map((answer, i) =>
      answerWeight(question, answer, voices[i] ?? NO_VOICES, {
        grades,
        speaking,
        method: method.method,
        shown: shownOf(answer),
        named: (id) => !isAnonymous(id),
      }),
    ),
    middle: middleOfQuestion(question, points, grades, method.method),
    items: question.members.map((member): ItemCredibility => {
      const graded = holding.findLast((edit) => edit.kind === 'gradeItem' && edit.claim === member.claim)
      const item = itemOf(member, answers, voices, claims.get(member.claim) ?? null, {
        analysis,
        names: nameOf,
        anonymous: isAnonymous,
        claimsOf: (ids) => ids.flatMap(claimOf),
      })
      return graded?.kind === 'gradeItem' ? { ...item, graded: { credibility: graded.credibility, edit: graded.id } } : item
    }),
    judgement: judgementOf(question, analysis, holding),
  }
}

/** The grades of those who speak; an outlet's own reporting has the grade of the outlet, where that is a source too. */
function gradesOf({ origins }: Question, { sources }: Analysis): ReadonlyMap<string, Reliability> {
  const grades = new Map<string, Reliability>()
  const byName = new Map<string, Reliability>()
  for (const { id, graded, surfaces } of sources) {
    if (graded === undefined) continue
    grades.set(id, graded.reliability)
    for (const { surface } of surfaces) byName.set(surface.toLowerCase(), graded.reliability)
  }
  for (const { id, name } of origins) {
    const own = id.startsWith('own:') ? byName.get(name.toLowerCase()) : undefined
    if (own !== undefined) grades.set(id, own)
  }
  return grades
}

function claimsOf(question: Question, reports: readonly ReadReport[]): ReadonlyMap<string, FoundClaim> {
  const byVersion = new Map(reports.map((report) => [report.version, report]))
  return new Map(
    question.members.flatMap(({ claim: id }): [string, FoundClaim][] => {
      const dot = id.lastIndexOf('.')
      const reading = byVersion.get(id.slice(0, dot))?.reading
      const claim = reading?.claims.find((one) => one.id === id.slice(dot + 1))
      if (!reading || !claim) return []
      const evidence = reading.evidence.filter((item) => item.bearsOn.includes(claim.id) || claim.evidence.includes(item.id))
      return [[id, { claim, evidence }]]
    }),
  )
}

/** The analyst's latest judgement of a question, under whatever id it had then. */
function judgementOf(question: Question, analysis: Analysis, holding: ReturnType<typeof holdingEdits>): Judgement | null {
  const last = holding.findLast(
    (edit) => edit.kind === 'judgeQuestion' && questionOfId(analysis, edit.question)?.id === question.id,
  )
  return last?.kind === 'judgeQuestion'
    ? { edit: last.id, text: last.text, likelihood: last.likelihood, confidence: last.confidence }
    : null
}

/** True where a picture or paper is itself the last source. */
function speaksItself({ chain }: Claim): boolean {
  const last = chain.at(-1)
  return last?.speaker === 'image' || last?.speaker === 'document'
}
