import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Choice } from '../../../src/read/syntax/choice.ts'
import { mix } from '../../../src/read/syntax/hash.ts'
import { LEVELS, Linear } from '../../../src/read/syntax/linear.ts'
import { Perceptron, packChoice } from '../../../train/perceptron.ts'

const lesson = fc.record({
  // Few and spread, as hashes are: five that share a bucket would rightly lose the lightest
  features: fc.array(
    fc.integer().map((n) => mix(7, n)),
    { minLength: 1, maxLength: 8 },
  ),
  right: fc.nat({ max: 2 }),
  wrong: fc.nat({ max: 2 }),
})

function taught(lessons: readonly { features: number[]; right: number; wrong: number }[]): Perceptron {
  const model = new Perceptron(3)
  for (const { features, right, wrong } of lessons) {
    if (right !== wrong) model.update(Int32Array.from(features), features.length, right, wrong)
    model.time++
  }
  return model
}

/** Nearness that 8-bit weights allow: their steps are 4.5 % of their size. */
const near = (a: number, b: number, count: number): boolean => Math.abs(a - b) <= 0.06 * LEVELS[127]! * count

describe('a packed model scores as the one that was trained', () => {
  test('rows of classes', () => {
    fc.assert(
      fc.property(fc.array(lesson, { minLength: 1, maxLength: 12 }), (lessons) => {
        const model = taught(lessons)
        const packed = model.averaged()
        let top = 0
        const average = new Map<number, number[]>()
        model.eachAverage((hash, row) => {
          average.set(hash, [...row])
          top = Math.max(top, ...[...row].map(Math.abs))
        })
        for (const { features } of lessons) {
          packed.score(Int32Array.from(features), features.length)
          for (let c = 0; c < 3; c++) {
            const sum = features.reduce((all, hash) => all + (average.get(hash)?.[c] ?? 0), 0)
            expect(near(packed.scores[c]!, top === 0 ? 0 : (sum / top) * LEVELS[127]!, features.length)).toBe(true)
          }
        }
      }),
      { seed: 7 },
    )
  })
  test('three classes in one number, counted from the first', () => {
    fc.assert(
      fc.property(fc.array(lesson, { minLength: 1, maxLength: 12 }), (lessons) => {
        const model = taught(lessons)
        const packed = Choice.read(packChoice(model, 0).bytes)
        let top = 0
        const average = new Map<number, readonly [number, number]>()
        model.eachAverage((hash, row) => {
          average.set(hash, [row[1]! - row[0]!, row[2]! - row[0]!])
          top = Math.max(top, Math.abs(row[1]! - row[0]!), Math.abs(row[2]! - row[0]!))
        })
        for (const { features } of lessons) {
          packed.score(Int32Array.from(features), features.length)
          expect(packed.scores[0]).toBe(0)
          for (const c of [1, 2] as const) {
            const sum = features.reduce((all, hash) => all + (average.get(hash)?.[c - 1] ?? 0), 0)
            expect(near(packed.scores[c]!, top === 0 ? 0 : (sum / top) * LEVELS[127]!, features.length)).toBe(true)
          }
        }
      }),
      { numRuns: 20, seed: 7 },
    )
  })
})

test('what is no model is refused', () => {
  expect(() => Choice.read(new Uint8Array(8))).toThrow(RangeError)
  expect(() => Linear.read(new Uint8Array(64).fill(255))).toThrow(RangeError)
})

test('what the first features decide beyond doubt is not asked of the rest', () => {
  const model = taught([{ features: [11, 12, 13], right: 1, wrong: 2 }])
  model.update(Int32Array.from([99]), 1, 2, 1)
  model.update(Int32Array.from([99]), 1, 2, 1)
  model.update(Int32Array.from([99]), 1, 2, 1)
  model.update(Int32Array.from([99]), 1, 2, 1)
  model.time++
  const packed = model.averaged()
  const all = Int32Array.from([11, 12, 99])
  expect(packed.decide(all, 3, 2, 1)).toBe(1)
  expect(packed.decide(all, 3, 2, 1e9)).toBe(2)
})
