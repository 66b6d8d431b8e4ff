import type { AnswerWeight, Confidence, Question, Reliability, Weighing } from '../../model/index.ts'
import type { Answer } from '../questions/answers.ts'
import { type Accuracy, accuracyOf, chanceOf, inWords, percentOf, wilson } from './odds.ts'
import type { Voices } from './voices.ts'

/** So many graded origins make it worth while to weigh rather than count. */
const ENOUGH = 3

/** Whether the answers of a question are weighed by the grades of those who speak, or counted; and why. */
export function methodOf(
  speaking: readonly string[],
  grades: ReadonlyMap<string, Reliability>,
): Pick<Weighing, 'method' | 'why'> {
  const graded = speaking.filter((id) => grades.has(id) && grades.get(id) !== 'F')
  const of = `${graded.length} of ${speaking.length === 1 ? '1 origin' : `${speaking.length} origins`} graded`
  if (graded.length >= ENOUGH && graded.length * 3 >= speaking.length * 2)
    return { method: 'weighed', why: `weighed by the analyst’s grades: ${of}` }
  return { method: 'counted', why: `counted, not weighed: ${of}, and at least ${ENOUGH} and two thirds would be needed` }
}

/** What one answer is weighed with. */
interface Setting {
  readonly grades: ReadonlyMap<string, Reliability>
  readonly speaking: readonly string[]
  readonly method: Weighing['method']
  readonly shown: boolean
  readonly named: (origin: string) => boolean
}

/** The support of one answer, and the likelihood and confidence proposed for it. */
export function answerWeight(question: Question, answer: Answer, voices: Voices, setting: Setting): AnswerWeight {
  const { grades, speaking, method, shown, named } = setting
  const accuracies = (ids: readonly string[]): Accuracy[] => ids.flatMap((id) => accuracyOf(grades.get(id) ?? null) ?? [])
  const chance = chanceOf(accuracies(voices.for), accuracies(voices.against))
  const base = { stance: answer.stance, figure: answer.figure, for: voices.for, against: voices.against }
  if (voices.for.length === 0 || answer.stance === 'cannotConfirm' || answer.stance === 'doubts') {
    const why =
      answer.stance === 'cannotConfirm' || answer.stance === 'doubts'
        ? 'it states nothing that could be likely'
        : voices.former.length > 0
          ? 'those who said it have since given another figure'
          : 'no recorded origin speaks for it'
    return {
      ...base,
      support: null,
      likelihood: null,
      likelihoodWhy: why,
      confidence: null,
      confidenceWhy: why,
    }
  }
  const support =
    method === 'weighed'
      ? { share: round(chance.mid), low: round(chance.low), high: round(chance.high) }
      : shareOf(voices.for.length, speaking.length)
  const future = question.frame === 'planned' || question.frame === 'possible'
  const heard = accuracies(voices.for).length
  const ungraded = [...voices.for, ...voices.against].filter((id) => !grades.has(id)).length
  const unjudged = [...voices.for, ...voices.against].filter((id) => grades.get(id) === 'F').length
  const confidence = confidenceOf(voices, shown, voices.for.filter(named).length)
  return {
    ...base,
    support,
    likelihood:
      future || heard === 0
        ? null
        : { words: inWords(chance.mid), chance: percentOf(chance.mid), low: percentOf(chance.low), high: percentOf(chance.high) },
    likelihoodWhy: future
      ? 'what is planned or possible does not become likely by being told often'
      : heard === 0
        ? 'all who speak for it are graded F: it cannot be judged'
        : `${voices.for.length} for, ${voices.against.length} against${ungraded > 0 ? `; ${ungraded === 1 ? 'one that nobody has graded is' : `${ungraded} that nobody has graded are`} taken to be right 7 times in 10` : ''}${unjudged > 0 ? `; ${unjudged} graded F left out` : ''}`,
    confidence: future ? null : confidence.level,
    confidenceWhy: future ? 'what is planned or possible can’t be confirmed yet' : confidence.why,
  }
}

function shareOf(count: number, of: number): { share: number; low: number; high: number } {
  const { low, high } = wilson(count, of)
  return { share: round(count / of), low: round(low), high: round(high) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** How well founded an answer is: by independent origins, whether somebody could look, whether anybody says otherwise (ICD 203). */
function confidenceOf(voices: Voices, shown: boolean, named: number): { level: Confidence; why: string } {
  const count = voices.for.length
  const disputed = voices.against.length > 0
  const why = [
    count === 1
      ? `one origin${named === 1 ? '' : ', not named'}`
      : `${count} independent origins${named === count ? '' : `, ${named} of them named`}`,
    shown ? 'something is shown that could be checked' : 'nothing is shown that could be checked',
    disputed ? 'disputed' : 'not disputed',
  ].join(', ')
  if (count >= 3 && named >= 2 && shown && !disputed) return { level: 'high', why }
  if ((count >= 2 && named >= 1 && voices.against.length < count) || (count === 1 && named === 1 && shown && !disputed))
    return { level: 'moderate', why }
  return { level: 'low', why }
}
