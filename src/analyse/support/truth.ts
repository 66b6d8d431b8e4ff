import { byCode } from '../order.ts'
import { type Dependence, dependenceOf, independence } from './dependence.ts'
import { echoesOf, ownWord } from './echo.ts'

/** One source's answer to one question. */
export interface Statement {
  readonly question: string
  readonly source: string
  readonly value: string
  /** When it was said: ISO 8601, compared as text. Where a question's statements all have one, they are taken in its order. */
  readonly time?: string
}

/** The answer that the sources support best, and its share of the support, 0 to 1. */
export interface Supported {
  readonly value: string
  readonly share: number
}

/** A question with its rival answers, while support is worked out. Sources by number. */
export interface Asked {
  readonly question: string
  /** Its sources in the order in which they first spoke. */
  readonly order: readonly number[]
  readonly answers: { readonly value: string; readonly sources: readonly number[]; share: number }[]
  /** Sources that answer. */
  readonly voices: number
  /** Likeness of each answer to each other one, 0 to 1. */
  readonly alike: readonly (readonly number[])[]
  /** What other questions of the sort make of each answer: log of how often it is given there. */
  readonly usual: readonly number[]
}

const ROUNDS = 8
/** Statements that a source is reckoned to have made at the usual accuracy before it made any. */
const HEADSTART = 2
/** What an answer gains from one that says nearly the same. */
const LENT = 0.6
/** At most so many voices need the help of what is usual. */
const FEW = 3
const USUAL = 0.4
/** Something is usual only where a sort of question has few answers: at most this share of its statements are different ones. */
const REPEATED = 0.1
/** Sources that answer more of the questions than this chose none of them, so that overlap tells nothing of copying. */
const SPARSE = 0.1

/**
 * Weighs rival answers by how often their sources are right, which is itself learnt from the answers, in turns: log-odds of
 * accuracy (ACCU), less what sources that copy each other add (AccuCopy; Dong, Berti-Equille and Srivastava, VLDB 2009).
 * Statements count in the order in which they were made, by their times or else as given: a source that mostly repeats what was said
 * last is discounted (`echo.ts`). Copying of one by another is looked for only where sources choose what they answer. Lists that share members (`a|b`) lend each other support.
 * Where three sources or fewer speak, what is usual for the sort of question helps, as counting alone would be chance.
 * @param sortOf names the sort of a question ("killed", "departure gate")
 * @returns for each question its best answer; ties go to the one that was stated first
 */
export function support(statements: readonly Statement[], sortOf: (question: string) => string): ReadonlyMap<string, Supported> {
  const names = [...new Set(statements.map((statement) => statement.source))].sort(byCode)
  const numbers = new Map(names.map((name, i) => [name, i]))
  const questions = questionsOf(statements, numbers, sortOf)
  const sparse = statements.length < SPARSE * questions.length * names.length
  let accuracy: Float64Array = new Float64Array(names.length)
  for (let round = 0; round < ROUNDS; round++) {
    const { each, mean } = accuracyOf(questions, names.length)
    accuracy = each
    const dependence = sparse && round > 0 ? dependenceOf(questions, names.length, 1 - mean) : null
    const echoes = round > 0 ? echoesOf(questions, names.length) : null
    for (const question of questions) weigh(question, accuracy, dependence, echoes)
  }
  const best = new Map<string, Supported>()
  for (const { question, answers } of questions) {
    const top = answers.reduce((a, b) => (b.share > a.share + 1e-12 ? b : a))
    best.set(question, { value: top.value, share: top.share })
  }
  return best
}

function questionsOf(
  statements: readonly Statement[],
  numbers: ReadonlyMap<string, number>,
  sortOf: (question: string) => string,
): readonly Asked[] {
  const byQuestion = new Map<string, Map<string, number[]>>()
  const orders = new Map<string, Set<number>>()
  for (const { question, source, value } of inOrder(statements)) {
    const answers = byQuestion.get(question) ?? new Map<string, number[]>()
    if (answers.size === 0) byQuestion.set(question, answers)
    const sources = answers.get(value) ?? []
    if (sources.length === 0) answers.set(value, sources)
    const number = numbers.get(source) ?? 0
    if (!sources.includes(number)) sources.push(number)
    orders.set(question, (orders.get(question) ?? new Set()).add(number))
  }
  const given = new Map<string, Map<string, number>>()
  for (const [question, answers] of byQuestion) {
    const sort = given.get(sortOf(question)) ?? new Map<string, number>()
    if (sort.size === 0) given.set(sortOf(question), sort)
    for (const [value, sources] of answers) sort.set(value, (sort.get(value) ?? 0) + sources.length)
  }
  const repeating = new Set(
    [...given].flatMap(([sort, values]) => {
      const all = [...values.values()].reduce((sum, n) => sum + n, 0)
      return values.size <= REPEATED * all ? [sort] : []
    }),
  )
  return [...byQuestion].map(([question, found]) => {
    const voices = [...found.values()].reduce((sum, sources) => sum + sources.length, 0)
    const answers = [...found].map(([value, sources]) => ({ value, sources, share: sources.length / voices }))
    return {
      question,
      order: [...(orders.get(question) ?? [])],
      answers,
      voices,
      alike: answers.map((a) => answers.map((b) => (a === b ? 0 : commonMembers(a.value, b.value)))),
      usual: answers.map(({ value, sources }) =>
        repeating.has(sortOf(question))
          ? Math.log(Math.max(1, (given.get(sortOf(question))?.get(value) ?? 0) - sources.length))
          : 0,
      ),
    }
  })
}

/** Statements by time where each of their question has one, else as they came. */
function inOrder(statements: readonly Statement[]): readonly Statement[] {
  const untimed = new Set(statements.flatMap(({ question, time }) => (time === undefined ? [question] : [])))
  if (statements.every(({ question }) => untimed.has(question))) return statements
  const timed = statements.filter(({ question }) => !untimed.has(question))
  return [
    ...statements.filter(({ question }) => untimed.has(question)),
    ...timed
      .map((one, i) => ({ one, i }))
      .sort((a, b) => byCode(a.one.time ?? '', b.one.time ?? '') || a.i - b.i)
      .map(({ one }) => one),
  ]
}

/** How accurate each source is, by the answers as they stand, and all of them together. */
function accuracyOf(questions: readonly Asked[], sources: number): { each: Float64Array; mean: number } {
  const right = new Float64Array(sources)
  const count = new Float64Array(sources)
  let sum = 0
  let all = 0
  for (const { answers, alike } of questions) {
    answers.forEach((answer, i) => {
      const lent = answers.reduce((total, other, k) => total + LENT * (alike[i]?.[k] ?? 0) * other.share, 0)
      const share = Math.min(1, answer.share + lent)
      for (const source of answer.sources) {
        right[source] = (right[source] ?? 0) + share
        count[source] = (count[source] ?? 0) + 1
        sum += share
        all++
      }
    })
  }
  const mean = all === 0 ? 0.8 : sum / all
  const each = right.map((value, i) => Math.min(0.99, Math.max(0.01, (value + HEADSTART * mean) / ((count[i] ?? 0) + HEADSTART))))
  return { each, mean }
}

/** Sets the share of each answer by the log-odds of the sources that give it. */
function weigh(question: Asked, accuracy: Float64Array, dependence: Dependence | null, echoes: Float64Array | null): void {
  const { answers, alike, usual, voices } = question
  const ways = Math.max(2, answers.length)
  const own = answers.map(({ sources }) => {
    const ordered = [...sources].sort((a, b) => (accuracy[b] ?? 0) - (accuracy[a] ?? 0) || a - b)
    return ordered.reduce((sum, source, i) => {
      const rate = accuracy[source] ?? 0.5
      const free = dependence === null ? 1 : independence(source, ordered.slice(0, i), dependence)
      const own = echoes === null ? 1 : ownWord(source, question, sources, echoes)
      return sum + own * free * Math.max(0, Math.log((ways * rate) / (1 - rate)))
    }, 0)
  })
  const votes = own.map((vote, i) => {
    const lent = own.reduce((sum, other, k) => sum + (alike[i]?.[k] ?? 0) * other, 0)
    return vote + LENT * lent + (voices <= FEW ? USUAL * (usual[i] ?? 0) : 0)
  })
  const most = Math.max(...votes)
  const weights = votes.map((vote) => Math.exp(vote - most))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  answers.forEach((answer, i) => {
    answer.share = (weights[i] ?? 0) / total
  })
}

/** Share of members that two lists have in common (Jaccard); 0 for values that are no lists. */
function commonMembers(a: string, b: string): number {
  if (!a.includes('|') && !b.includes('|')) return 0
  const left = new Set(a.split('|'))
  const right = new Set(b.split('|'))
  let common = 0
  for (const member of left) if (right.has(member)) common++
  return common / (left.size + right.size - common)
}
