import type { Forms } from '../src/read/syntax/forms.ts'
import { layOut } from '../src/read/syntax/lay-out.ts'
import { bestMove, labelFeatures, moveFeatures } from '../src/read/syntax/parser.ts'
import { LEFT, RIGHT, SHIFT, State } from '../src/read/syntax/state.ts'
import { chance, shuffle } from './chance.ts'
import { lossless } from './oracle.ts'
import { Perceptron } from './perceptron.ts'
import type { Stretch } from './tag.ts'

/** Sentences to learn from: heads are positions within the sentence, -1 the root. */
export interface Lesson extends Stretch {
  readonly heads: readonly number[]
  readonly labels: readonly number[]
}

/**
 * Trains transitions and relations together: the parser walks its own way (from the second round on, nine times in ten) and is
 * told which steps still lose nothing.
 */
export function trainParser(
  forms: Forms,
  lessons: readonly Lesson[],
  tags: Uint8Array,
  coarse: Uint8Array,
  labelCount: number,
  epochs: number,
  margin: number,
  seed: number,
  onEpoch: (epoch: number, moves: Perceptron, labels: Perceptron) => void,
): { moves: Perceptron; labels: Perceptron } {
  const moves = new Perceptron(3)
  const labels = new Perceptron(labelCount)
  const state = new State()
  const features = new Int32Array(128)
  const random = chance(seed)
  const order = [...lessons]
  let gold = new Int32Array(1024)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const lesson of order) {
      const n = lesson.end - lesson.first
      if (n + 2 > gold.length) gold = new Int32Array(n * 2)
      for (let i = 0; i < n; i++) gold[i + 1] = lesson.heads[i]! < 0 ? n + 1 : lesson.heads[i]! + 1
      layOut(state, forms, lesson.first, lesson.end, tags, coarse)
      while (!state.done) {
        const allowed = state.allowed()
        let move: number
        if (allowed === 1 << SHIFT) move = SHIFT
        else if (allowed === 1 << LEFT) move = LEFT
        else if (allowed === 1 << RIGHT) move = RIGHT
        else {
          const count = moveFeatures(state, features)
          moves.score(features, count)
          move = bestMove(moves.scores, allowed)
          const good = lossless(state, allowed, gold)
          const right = bestMove(moves.scores, good)
          const wrong = bestMove(moves.scores, allowed & ~good)
          if (wrong >= 0 && moves.scores[right]! - moves.scores[wrong]! < (move === right ? margin : 1))
            moves.update(features, count, right, wrong)
          if (move !== right && (epoch === 0 || random() < 0.1)) move = right
          moves.time++
        }
        if (move === SHIFT) {
          state.shift()
          continue
        }
        const child = state.dependent()
        const count = labelFeatures(state, move, features)
        labels.score(features, count)
        let label = labels.best()
        if (gold[child] === state.headFor(move)) {
          const right = lesson.labels[child - 1]!
          const rival = label === right ? labels.rival(right, margin) : label
          if (rival >= 0) labels.update(features, count, right, rival)
          if (epoch === 0) label = right
        }
        labels.time++
        state.attach(move, label + 1)
      }
    }
    onEpoch(epoch, moves, labels)
  }
  return { moves, labels }
}
