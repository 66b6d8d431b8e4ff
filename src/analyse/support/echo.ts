import type { Asked } from './truth.ts'

/** How often an echo repeats what was said last, and the log-odds of being one before anything is seen of a source. */
const REPEATS = 0.8
const PRIOR = -2

/**
 * How likely each source is one that passes on whatever was said last: a bot that saves a page again, a site that fills its table from
 * another. Judged only where those before it disagree, by how much oftener it repeats the last of them than their shares would have it;
 * to say something else tells against it. After the copying of values that change (Dong, Berti-Equille and Srivastava, "Truth discovery
 * and copying detection in a dynamic world", VLDB 2009), with the order of speaking in place of times.
 * @returns a chance for each source, 0 to 1
 */
export function echoesOf(questions: readonly Asked[], sources: number): Float64Array {
  const logOdds = new Float64Array(sources).fill(PRIOR)
  for (const { order, answers } of questions) {
    if (order.length < 3) continue
    const said = new Map(answers.flatMap((answer, i) => answer.sources.map((source) => [source, i] as const)))
    const counts = new Map<number, number>()
    order.forEach((source, k) => {
      const answer = said.get(source) ?? -1
      const last = k === 0 ? -1 : (said.get(order[k - 1] ?? -1) ?? -1)
      if (counts.size > 1) {
        const share = ((counts.get(last) ?? 0) + 0.5) / (k + 1)
        logOdds[source] =
          (logOdds[source] ?? 0) + (answer === last ? Math.log((REPEATS + (1 - REPEATS) * share) / share) : Math.log(1 - REPEATS))
      }
      counts.set(answer, (counts.get(answer) ?? 0) + 1)
    })
  }
  return logOdds.map((sum) => 1 / (1 + Math.exp(-sum)))
}

/** The part of a source's word on a question that is its own, when it repeats what was said just before. */
export function ownWord(source: number, { order }: Asked, alike: readonly number[], echoes: Float64Array): number {
  const before = order[order.indexOf(source) - 1]
  return before !== undefined && alike.includes(before) ? 1 - REPEATS * (echoes[source] ?? 0) : 1
}
