import { questionOfId } from '../analyse/questions/drafts.ts'
import type { Analysis, Question } from '../model/index.ts'
import { EXIT, UserError } from './exit-codes.ts'

/** The question that an id, or an unambiguous beginning of one, names. */
export function theQuestion(analysis: Analysis, id: string): Question {
  const found = analysis.questions.filter((q) => q.id.startsWith(id))
  const question = questionOfId(analysis, id) ?? found[0]
  if (question === undefined) throw new UserError(`There is no question ${id}. \`sitrep questions\` lists them.`, EXIT.notFound)
  if (questionOfId(analysis, id) === null && found.length > 1)
    throw new UserError(`${id} could be ${found.map((q) => q.id).join(', ')}: give more of it.`, EXIT.usage)
  return question
}
