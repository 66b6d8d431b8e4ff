import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEFT, RIGHT, SHIFT, State } from '../../../src/read/syntax/state.ts'
import { lossless, projective } from '../../../train/oracle.ts'

/** A random tree: every word's head is an earlier drawn word, one word hangs on the root. */
const tree = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }),
      fc.array(fc.nat(), { minLength: n, maxLength: n }),
    )
    .map(([order, picks]) => {
      const heads: number[] = new Array(n).fill(-1)
      for (let k = 1; k < n; k++) heads[order[k]!] = order[picks[k]! % k]!
      return heads
    }),
)

test('following lossless steps builds any projective tree exactly', () => {
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.nat()), (drawn, choices) => {
      const heads = projective(drawn)
      const n = heads.length
      const gold = new Int32Array(n + 2)
      heads.forEach((head, i) => {
        gold[i + 1] = head < 0 ? n + 1 : head + 1
      })
      const state = new State()
      state.begin(n)
      while (!state.done) {
        const good = lossless(state, state.allowed(), gold)
        const moves = [SHIFT, LEFT, RIGHT].filter((move) => good & (1 << move))
        const move = moves[choices.next().value % moves.length]!
        if (move === SHIFT) state.shift()
        else state.attach(move, 1)
      }
      expect([...state.head.slice(1, n + 1)]).toEqual([...gold.slice(1, n + 1)])
    }),
    { numRuns: 500 },
  )
})
