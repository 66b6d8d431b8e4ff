import { type AnswerWeight, CREDIBILITY, type ItemCredibility, type WeighedBlock, type Weighing } from '../model/index.ts'
import { figureWords } from './figure-words.ts'

/** So many answers are told of a question. */
const MOST = 4

/**
 * What is weighed of a question, for the SITREP: proposals where at least two independent voices speak, since of one there is nothing to
 * weigh; an analyst's judgement always. Likelihood and confidence stand in sentences of their own (ICD 203). Null where neither is.
 */
export function weighedBlock(weighing: Weighing): WeighedBlock | null {
  const { answers, judgement, method } = weighing
  const voices = new Set(answers.flatMap((answer) => [...answer.for, ...answer.against]))
  const told = voices.size < 2 ? [] : answers.filter(({ likelihood }) => likelihood !== null).slice(0, MOST)
  if (told.length === 0 && judgement === null) return null
  return {
    method,
    likelihood: told.map(
      (answer) =>
        `${answerWords(answer)}: ${answer.likelihood?.words} (${answer.likelihood?.low} to ${answer.likelihood?.high} %)`,
    ),
    likelihoodWhy: told[0]?.likelihoodWhy ?? '',
    confidence: told.map((answer) => `${answerWords(answer)}: ${answer.confidence} (${answer.confidenceWhy})`),
    judgement,
  }
}

/** "credibility 4, doubtful (proposed)"; empty where nothing is graded. */
export function credibilityWords(item: Pick<ItemCredibility, 'grade' | 'graded'> | null): string {
  if (item?.graded) return `credibility ${item.graded.credibility}, ${CREDIBILITY[item.graded.credibility]} (an analyst’s grade)`
  return item?.grade == null ? '' : `credibility ${item.grade}, ${CREDIBILITY[item.grade]} (proposed)`
}

/** An answer in words: its figure, else what it says of the question. */
export function answerWords({ figure, stance }: Pick<AnswerWeight, 'figure' | 'stance'>): string {
  if (figure !== null) return figureWords(figure)
  return {
    asserts: 'that it is so',
    denies: 'that it is not so',
    corrects: 'corrected',
    doubts: 'doubted',
    cannotConfirm: 'can’t be confirmed',
  }[stance]
}
