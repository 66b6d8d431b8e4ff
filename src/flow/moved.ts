import { changesOfWithdrawal, type Moved } from '../analyse/changes/withdrawal.ts'
import { weigh } from '../analyse/weighing/weigh.ts'
import { answerWords } from '../disseminate/weighed.ts'
import type { Analysis, Question, Sitrep, SituationInput, Weighing } from '../model/index.ts'
import { briefOf } from './brief.ts'

/** A situation with what was made of it, before or after an edit. */
export interface Stage {
  readonly input: SituationInput
  readonly analysis: Analysis
}

/** A grading of a question before and after an edit, in words; null where there is none. */
export interface Regraded {
  readonly question: string
  readonly name: string
  /** "about 1,500: likelihood", "r7k2m9qx.1.c3: credibility". */
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** All that leaned on what was edited. */
export interface Leaning {
  readonly questions: readonly Moved[]
  readonly gradings: readonly Regraded[]
  /** Sentences of the SITREP that no longer stand in it, and those that newly do. */
  readonly statements: { readonly gone: readonly string[]; readonly come: readonly string[] }
}

/** What an edit moves: questions with their origins, gradings, and sentences of the SITREP, before and after. */
export async function leaningOn(before: Stage, after: Stage): Promise<Leaning> {
  const [was, is] = await Promise.all([sentencesOf(before), sentencesOf(after)])
  return {
    questions: changesOfWithdrawal(before.analysis, after.analysis),
    gradings: regraded(before, after),
    statements: { gone: [...was].filter((text) => !is.has(text)), come: [...is].filter((text) => !was.has(text)) },
  }
}

function regraded(before: Stage, after: Stage): readonly Regraded[] {
  const old = new Map(before.analysis.questions.map((question) => [question.id, question]))
  const grades = (stage: Stage): ReadonlyMap<string, string> =>
    new Map(stage.analysis.sources.flatMap(({ id, graded }) => (graded ? [[id, graded.reliability] as const] : [])))
  const [graded, grading] = [grades(before), grades(after)]
  const edits = new Set([...before.input.edits, ...after.input.edits].map(({ id }) => id))
  const sameEdits = before.input.edits.length === edits.size && after.input.edits.length === edits.size
  const isTouched = (was: Question | undefined, is: Question): boolean =>
    was === undefined || !sameEdits
      ? JSON.stringify(was?.members) !== JSON.stringify(is.members) ||
        is.origins.some(({ id }) => graded.get(id) !== grading.get(id)) ||
        concerns(before, after, is)
      : false
  return after.analysis.questions.flatMap((question): Regraded[] => {
    const was = old.get(question.id)
    if (was === undefined || !isTouched(was, question)) return []
    return differences(
      question,
      weigh(was, { ...before.input, analysis: before.analysis }),
      weigh(question, { ...after.input, analysis: after.analysis }),
    )
  })
}

/** True where an edit that only one of the two knows grades a claim of the question, or judges it. */
function concerns(before: Stage, after: Stage, question: Question): boolean {
  const claims = new Set(question.members.map(({ claim }) => claim))
  const known = new Set(before.input.edits.map(({ id }) => id))
  const all = [...before.input.edits, ...after.input.edits]
  const fresh = after.input.edits.filter(({ id }) => !known.has(id))
  const moved = fresh.flatMap((edit) => (edit.kind === 'undo' ? all.filter(({ id }) => id === edit.edit) : [edit]))
  return moved.some(
    (edit) =>
      (edit.kind === 'gradeItem' && claims.has(edit.claim)) || (edit.kind === 'judgeQuestion' && edit.question === question.id),
  )
}

function differences({ id, name }: Question, was: Weighing, is: Weighing): Regraded[] {
  const [old, now] = [gradingsOf(was), gradingsOf(is)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((what): Regraded[] => {
    const [before, after] = [old.get(what) ?? null, now.get(what) ?? null]
    return before === after ? [] : [{ question: id, name, what, before, after }]
  })
}

function gradingsOf({ answers, items, judgement }: Weighing): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const answer of answers) {
    const { support, likelihood, confidence } = answer
    if (support !== null) all.set(`${answerWords(answer)}: support`, `${Math.round(support.share * 100)} %`)
    if (likelihood !== null) all.set(`${answerWords(answer)}: likelihood`, `${likelihood.words}, ${likelihood.chance} %`)
    if (confidence !== null) all.set(`${answerWords(answer)}: confidence`, confidence)
  }
  for (const { claim, grade, graded } of items) {
    const told = graded ? `${graded.credibility} by an analyst` : grade === null ? null : String(grade)
    if (told !== null) all.set(`${claim}: credibility`, told)
  }
  if (judgement !== null)
    all.set('judgement', [judgement.text, judgement.likelihood, judgement.confidence].filter((part) => part !== null).join(' · '))
  return all
}

/** Every sentence of a SITREP that rests on a claim. The clock of the two is one, so that it makes no difference. */
async function sentencesOf({ input, analysis }: Stage): Promise<ReadonlySet<string>> {
  if (input.reports.length === 0) return new Set()
  const document: Sitrep = await briefOf(input, analysis, { situation: '', asOf: '1970-01-01', tlp: 'RED', since: null })
  const { bottomLine, keyClaims, disagreements, assessments, mutations, arithmetic } = document
  return new Set(
    [
      ...bottomLine,
      ...keyClaims.flatMap(({ statements }) => statements),
      ...disagreements,
      ...assessments,
      ...mutations,
      ...arithmetic,
    ].map(({ text }) => text),
  )
}
