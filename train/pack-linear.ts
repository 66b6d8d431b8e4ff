import { LEVELS, spread } from '../src/read/syntax/linear.ts'

/**
 * A sparse linear model as bytes for `Linear.read`.
 * @param rows each feature hash with one weight a class
 * @param unit what one step of the levels is worth
 * @param least weights nearer to nothing are dropped
 */
export function packLinear(
  classes: number,
  rows: readonly { readonly hash: number; readonly weights: ArrayLike<number> }[],
  unit: number,
  least: number,
): { bytes: Uint8Array; features: number; entries: number } {
  const sorted = rows.map(({ hash, weights }) => ({ key: spread(hash) >>> 0, weights })).sort((a, b) => a.key - b.key)
  const keys: number[] = []
  const counts: number[] = []
  const kinds: number[] = []
  const values: number[] = []
  let last = 0
  for (const { key, weights } of sorted) {
    let count = 0
    for (let c = 0; c < classes; c++) {
      const value = weights[c]!
      if (Math.abs(value) < least) continue
      const code = codeOf(value / unit)
      if (code === 0) continue
      kinds.push(c)
      values.push(code)
      count++
    }
    if (count === 0) continue
    let step = key - last
    last = key
    while (step > 127) {
      keys.push((step & 127) | 128)
      step = Math.floor(step / 128)
    }
    keys.push(step)
    counts.push(count)
  }
  const bytes = new Uint8Array(12 + keys.length + counts.length + kinds.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, classes, true)
  view.setUint32(4, counts.length, true)
  view.setUint32(8, kinds.length, true)
  bytes.set(keys, 12)
  bytes.set(counts, 12 + keys.length)
  bytes.set(kinds, 12 + keys.length + counts.length)
  bytes.set(values, 12 + keys.length + counts.length + kinds.length)
  return { bytes, features: counts.length, entries: kinds.length }
}

/** The code whose level is nearest to a weight. */
export function codeOf(value: number): number {
  const size = Math.abs(value)
  let low = 0
  let high = 127
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (LEVELS[middle]! <= size) low = middle
    else high = middle
  }
  const code = size - LEVELS[low]! < LEVELS[high]! - size ? low : high
  return value < 0 && code > 0 ? code + 128 : code
}
