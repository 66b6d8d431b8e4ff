import { PRIOR_ROLE, ROLES } from '../../src/read/attribution/learned/role-features.ts'
import { chance, shuffle } from '../chance.ts'
import type { CueLesson, RoleLesson } from './lessons.ts'
import { Sparse } from './sparse.ts'

export interface Plan {
  readonly seed: number
  readonly rounds: number
  readonly rate: number
  /** Share of every weight that is lost each round. */
  readonly decay: number
  /** Share of the features left out at each step (dropout; Srivastava et al. 2014). */
  readonly drop: number
  readonly say: (line: string) => void
}

const kept = new Int32Array(512)

/** Copies a share of the features into `kept`. @returns how many */
function thin(features: Int32Array, from: number, end: number, drop: number, random: () => number): number {
  let n = 0
  for (let i = from; i < end; i++) if (drop === 0 || random() >= drop) kept[n++] = features[i]!
  return n
}

/** Learns whether a word heads a cue: logistic regression; class 1 is the log-odds. */
export function learnCues(lessons: readonly CueLesson[], plan: Plan): Sparse {
  const model = new Sparse(1, plan.rate)
  const random = chance(plan.seed)
  const order = lessons.flatMap((lesson) => Array.from(lesson.right, (_, i) => [lesson, i] as const))
  const gradient = new Float64Array(1)
  for (let round = 0; round < plan.rounds; round++) {
    shuffle(order, random)
    let loss = 0
    for (const [{ features, starts, right, prior }, i] of order) {
      const count = thin(features, starts[i]!, starts[i + 1]!, plan.drop, random)
      model.scoreAt(kept, 0, count)
      const p = 1 / (1 + Math.exp(-model.scores[0]! / (1 - plan.drop) - prior[i]!))
      loss -= Math.log(Math.max(1e-12, right[i] ? p : 1 - p))
      gradient[0] = p - right[i]!
      model.descend(kept, 0, count, gradient)
    }
    model.decay(plan.decay)
    plan.say(`cues round ${round + 1}: loss ${(loss / order.length).toFixed(4)}`)
  }
  return model
}

/** Learns roles as a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001), by stochastic gradients. */
export function learnRoles(lessons: readonly RoleLesson[], plan: Plan): { words: Sparse; steps: Sparse } {
  const words = new Sparse(ROLES, plan.rate)
  const steps = new Sparse(ROLES * ROLES, plan.rate)
  const random = chance(plan.seed)
  const order = [...lessons]
  for (let round = 0; round < plan.rounds; round++) {
    shuffle(order, random)
    let loss = 0
    for (const lesson of order) loss += teach(lesson, words, steps)
    words.decay(plan.decay)
    steps.decay(plan.decay)
    plan.say(`roles round ${round + 1}: loss ${(loss / order.length).toFixed(3)}`)
  }
  return { words, steps }
}

/** One step of gradient on one cue. @returns its negative log-likelihood before */
function teach({ words: w, wordStarts, steps: e, stepStarts, ruled, right }: RoleLesson, words: Sparse, steps: Sparse): number {
  const n = right.length
  const own = new Float64Array(n * ROLES)
  const edge = new Float64Array(n * ROLES * ROLES)
  for (let k = 0; k < n; k++) {
    words.scoreAt(w, wordStarts[k]!, wordStarts[k + 1]! - wordStarts[k]!)
    own.set(words.scores, k * ROLES)
    if (ruled[k]! < ROLES) own[k * ROLES + ruled[k]!]! += PRIOR_ROLE
    if (k === 0) continue
    steps.scoreAt(e, stepStarts[k]!, stepStarts[k + 1]! - stepStarts[k]!)
    edge.set(steps.scores, k * ROLES * ROLES)
  }
  const ahead = new Float64Array(n * ROLES)
  const back = new Float64Array(n * ROLES)
  for (let c = 0; c < ROLES; c++) ahead[c] = own[c]!
  const terms = new Float64Array(ROLES)
  for (let k = 1; k < n; k++)
    for (let c = 0; c < ROLES; c++) {
      for (let p = 0; p < ROLES; p++) terms[p] = ahead[(k - 1) * ROLES + p]! + edge[(k * ROLES + p) * ROLES + c]!
      ahead[k * ROLES + c] = logSum(terms) + own[k * ROLES + c]!
    }
  for (let k = n - 2; k >= 0; k--)
    for (let p = 0; p < ROLES; p++) {
      for (let c = 0; c < ROLES; c++)
        terms[c] = edge[((k + 1) * ROLES + p) * ROLES + c]! + own[(k + 1) * ROLES + c]! + back[(k + 1) * ROLES + c]!
      back[k * ROLES + p] = logSum(terms)
    }
  for (let c = 0; c < ROLES; c++) terms[c] = ahead[(n - 1) * ROLES + c]!
  const total = logSum(terms)
  let gold = 0
  const gradient = new Float64Array(ROLES)
  const pairs = new Float64Array(ROLES * ROLES)
  for (let k = 0; k < n; k++) {
    const answer = right[k]!
    gold += own[k * ROLES + answer]!
    let wrong = 0
    for (let c = 0; c < ROLES; c++) {
      const p = Math.exp(ahead[k * ROLES + c]! + back[k * ROLES + c]! - total)
      gradient[c] = p - (c === answer ? 1 : 0)
      wrong = Math.max(wrong, Math.abs(gradient[c]!))
    }
    if (wrong > 1e-3) words.descend(w, wordStarts[k]!, wordStarts[k + 1]! - wordStarts[k]!, gradient)
    if (k === 0) continue
    const before = right[k - 1]!
    gold += edge[(k * ROLES + before) * ROLES + answer]!
    wrong = 0
    for (let p = 0; p < ROLES; p++)
      for (let c = 0; c < ROLES; c++) {
        const at = p * ROLES + c
        const share = Math.exp(
          ahead[(k - 1) * ROLES + p]! + edge[k * ROLES * ROLES + at]! + own[k * ROLES + c]! + back[k * ROLES + c]! - total,
        )
        pairs[at] = share - (p === before && c === answer ? 1 : 0)
        wrong = Math.max(wrong, Math.abs(pairs[at]!))
      }
    if (wrong > 1e-3) steps.descend(e, stepStarts[k]!, stepStarts[k + 1]! - stepStarts[k]!, pairs)
  }
  return total - gold
}

function logSum(terms: Float64Array): number {
  let top = terms[0]!
  for (let i = 1; i < terms.length; i++) if (terms[i]! > top) top = terms[i]!
  let sum = 0
  for (let i = 0; i < terms.length; i++) sum += Math.exp(terms[i]! - top)
  return top + Math.log(sum)
}
