import { mayFollow, NAME_TAGS } from '../src/read/syntax/entities.ts'
import { chance, shuffle } from './chance.ts'

const CLASSES = NAME_TAGS.length
const NEVER = -1e9

/** A sentence to learn from: feature hashes of each word, its right classes, and the corpus it is from. */
export interface Lesson {
  readonly features: readonly Int32Array[]
  readonly tags: Uint8Array
  readonly corpus: number
}

export interface ChainPlan {
  readonly seed: number
  readonly rounds: number
  /** Step of AdaGrad. */
  readonly rate: number
  /** Share of features that are hidden from each word, so that none is leant on alone. */
  readonly drop: number
  /** Features seen more seldom are left out. */
  readonly least: number
  /** Rounds before averaging begins. */
  readonly warm: number
}

/** A chain that has learned: the weights of every feature for one corpus, and those of changes from class to class. */
export interface Chain {
  /** Tells each feature hash with its weights; the row is reused. */
  each(corpus: number, tell: (hash: number, weights: Float32Array) => void): void
  readonly moves: Float32Array
  /** Scores of a word's features, added to `out` from `at` on. */
  score(features: Int32Array, corpus: number, out: Float64Array, at: number): void
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by AdaGrad on the log-likelihood of sentences, with
 * features dropped out, and takes the mean of the weights after each round. Each feature has a weight common to the corpora and one of its
 * corpus: what two corpora annotate differently stays apart (Daumé 2007).
 */
export function trainChain(lessons: readonly Lesson[], plan: ChainPlan): Chain {
  const counts = new Map<number, number>()
  for (const { features } of lessons)
    for (const word of features) for (const hash of word) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const rows = new Map<number, number>()
  for (const [hash, count] of counts) if (count >= plan.least) rows.set(hash, rows.size)
  const corpora = 1 + Math.max(0, ...lessons.map(({ corpus }) => corpus))
  // Row r of corpus k stands behind the common rows: (k + 1) × rows + r.
  const size = rows.size * (corpora + 1) * CLASSES
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-2)
  const moves = new Float32Array(CLASSES ** 2)
  const moveSquares = new Float32Array(CLASSES ** 2).fill(1e-2)
  const mean = new Float32Array(size)
  const meanMoves = new Float32Array(CLASSES ** 2)
  const known = lessons.map(({ features, tags, corpus }) => ({
    words: features.map((word) => {
      const own = [...word].flatMap((hash) => rows.get(hash) ?? [])
      return Int32Array.from([...own, ...own.map((row) => (corpus + 1) * rows.size + row)])
    }),
    tags,
  }))
  const random = chance(plan.seed)
  const scale = 1 / (1 - plan.drop)
  let averaged = 0
  for (let round = 0; round < plan.rounds; round++) {
    shuffle(known, random)
    for (const { words, tags } of known) {
      if (words.length === 0) continue
      const kept = words.map((word) => word.filter(() => random() >= plan.drop))
      const scores = new Float64Array(words.length * CLASSES)
      kept.forEach((word, i) => {
        for (const row of word) for (let c = 0; c < CLASSES; c++) scores[i * CLASSES + c]! += weights[row * CLASSES + c]! * scale
      })
      descend(
        scores,
        moves,
        tags,
        (i, c, gradient) => {
          for (const row of kept[i]!) {
            const at = row * CLASSES + c
            const g = gradient * scale
            squares[at]! += g * g
            weights[at]! += (plan.rate * g) / Math.sqrt(squares[at]!)
          }
        },
        (at, gradient) => {
          moveSquares[at]! += gradient * gradient
          moves[at]! += (plan.rate * gradient) / Math.sqrt(moveSquares[at]!)
        },
      )
    }
    if (round < plan.warm) continue
    averaged++
    for (let i = 0; i < size; i++) mean[i]! += weights[i]!
    for (let i = 0; i < moves.length; i++) meanMoves[i]! += moves[i]!
  }
  for (let i = 0; i < size; i++) mean[i]! /= averaged
  for (let i = 0; i < moves.length; i++) meanMoves[i]! /= averaged
  return {
    moves: meanMoves,
    each(corpus, tell) {
      const row = new Float32Array(CLASSES)
      for (const [hash, r] of rows) {
        for (let c = 0; c < CLASSES; c++) row[c] = mean[r * CLASSES + c]! + mean[((corpus + 1) * rows.size + r) * CLASSES + c]!
        tell(hash, row)
      }
    },
    score(features, corpus, out, at) {
      for (const hash of features) {
        const r = rows.get(hash)
        if (r === undefined) continue
        for (let c = 0; c < CLASSES; c++)
          out[at + c]! += mean[r * CLASSES + c]! + mean[((corpus + 1) * rows.size + r) * CLASSES + c]!
      }
    },
  }
}

/** Gradients smaller than this move nothing worth the time. */
const LITTLE = 1e-4

/** Tells the gradient of the log-likelihood of the right tags, by forward and backward sums. */
function descend(
  scores: Float64Array,
  moves: Float32Array,
  tags: Uint8Array,
  word: (i: number, c: number, gradient: number) => void,
  move: (at: number, gradient: number) => void,
): void {
  const count = tags.length
  const forward = new Float64Array(count * CLASSES)
  const backward = new Float64Array(count * CLASSES)
  const terms = new Float64Array(CLASSES)
  const change = (a: number, b: number): number => (mayFollow(a, b) ? moves[a * CLASSES + b]! : NEVER)
  for (let c = 0; c < CLASSES; c++) forward[c] = mayFollow(0, c) ? scores[c]! : NEVER
  for (let i = 1; i < count; i++)
    for (let c = 0; c < CLASSES; c++) {
      for (let b = 0; b < CLASSES; b++) terms[b] = forward[(i - 1) * CLASSES + b]! + change(b, c)
      forward[i * CLASSES + c] = logSum(terms, 0) + scores[i * CLASSES + c]!
    }
  for (let i = count - 2; i >= 0; i--)
    for (let c = 0; c < CLASSES; c++) {
      for (let d = 0; d < CLASSES; d++)
        terms[d] = backward[(i + 1) * CLASSES + d]! + change(c, d) + scores[(i + 1) * CLASSES + d]!
      backward[i * CLASSES + c] = logSum(terms, 0)
    }
  const all = logSum(forward, (count - 1) * CLASSES)
  for (let i = 0; i < count; i++)
    for (let c = 0; c < CLASSES; c++) {
      const gradient = (tags[i] === c ? 1 : 0) - Math.exp(forward[i * CLASSES + c]! + backward[i * CLASSES + c]! - all)
      if (Math.abs(gradient) >= LITTLE) word(i, c, gradient)
    }
  for (let i = 1; i < count; i++)
    for (let a = 0; a < CLASSES; a++)
      for (let b = 0; b < CLASSES; b++) {
        if (!mayFollow(a, b)) continue
        const likely = Math.exp(
          forward[(i - 1) * CLASSES + a]! + change(a, b) + scores[i * CLASSES + b]! + backward[i * CLASSES + b]! - all,
        )
        const gradient = (tags[i - 1] === a && tags[i] === b ? 1 : 0) - likely
        if (Math.abs(gradient) >= LITTLE) move(a * CLASSES + b, gradient)
      }
}

function logSum(values: Float64Array, from: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let c = 0; c < CLASSES; c++) most = Math.max(most, values[from + c]!)
  let sum = 0
  for (let c = 0; c < CLASSES; c++) sum += Math.exp(values[from + c]! - most)
  return most + Math.log(sum)
}
