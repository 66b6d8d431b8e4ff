import { Choice } from '../src/read/syntax/choice.ts'
import { LEVELS, Linear, type Scorer } from '../src/read/syntax/linear.ts'
import { codeOf, packLinear } from './pack-linear.ts'

/**
 * An averaged perceptron under training (Collins 2002): one row of weights a feature hash, made at its first update.
 * Averages are had from the running sum of (time × change): average = weight − sum / time.
 */
export class Perceptron implements Scorer {
  readonly classes: number
  readonly scores: Int32Array
  /** Updates so far plus one: the clock of the average. */
  time = 1
  /** Updates since somebody set this to zero. */
  mistakes = 0
  private keys = new Int32Array(1 << 20)
  private rows = new Int32Array(1 << 20)
  private bits = 20
  private size = 0
  private weights: Int16Array<ArrayBuffer>
  private sums: Float32Array<ArrayBuffer>

  constructor(classes: number) {
    this.classes = classes
    this.scores = new Int32Array(classes)
    this.weights = new Int16Array(classes << 17)
    this.sums = new Float32Array(classes << 17)
  }

  private find(key: number): number {
    const mask = (1 << this.bits) - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - this.bits)
    for (;;) {
      const row = this.rows[slot]!
      if (row === 0) return -slot - 1
      if (this.keys[slot] === key) return row - 1
      slot = (slot + 1) & mask
    }
  }

  private add(key: number): number {
    if (this.size * 2 > this.keys.length) this.widen()
    if ((this.size + 1) * this.classes > this.weights.length) this.lengthen()
    const slot = -this.find(key) - 1
    this.keys[slot] = key
    this.rows[slot] = ++this.size
    return this.size - 1
  }

  private widen(): void {
    const { keys, rows } = this
    this.bits += 1
    this.keys = new Int32Array(1 << this.bits)
    this.rows = new Int32Array(1 << this.bits)
    for (let i = 0; i < keys.length; i++) {
      if (rows[i] === 0) continue
      const slot = -this.find(keys[i]!) - 1
      this.keys[slot] = keys[i]!
      this.rows[slot] = rows[i]!
    }
  }

  private lengthen(): void {
    const weights = new Int16Array(this.weights.length * 2)
    weights.set(this.weights)
    this.weights = weights
    const sums = new Float32Array(this.sums.length * 2)
    sums.set(this.sums)
    this.sums = sums
  }

  score(features: Int32Array, count: number): void {
    const { scores, classes, weights } = this
    scores.fill(0)
    for (let i = 0; i < count; i++) {
      const row = this.find(features[i]!)
      if (row < 0) continue
      const at = row * classes
      for (let c = 0; c < classes; c++) scores[c]! += weights[at + c]!
    }
  }

  best(): number {
    let best = 0
    for (let c = 1; c < this.classes; c++) if (this.scores[c]! > this.scores[best]!) best = c
    return best
  }

  /** The class that comes nearest to `right`, which scored best, when it is nearer than `margin`; else -1. */
  rival(right: number, margin: number): number {
    let near = -1
    for (let c = 0; c < this.classes; c++) if (c !== right && (near < 0 || this.scores[c]! > this.scores[near]!)) near = c
    return near >= 0 && this.scores[right]! - this.scores[near]! < margin ? near : -1
  }

  /** Rewards `right` and punishes `wrong` for every feature. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    this.mistakes++
    for (let i = 0; i < count; i++) {
      let row = this.find(features[i]!)
      if (row < 0) row = this.add(features[i]!)
      const at = row * this.classes
      this.weights[at + right]! += 1
      this.sums[at + right]! += this.time
      this.weights[at + wrong]! -= 1
      this.sums[at + wrong]! -= this.time
    }
  }

  /** Tells each feature with the averages of its classes; the row is reused. */
  eachAverage(tell: (hash: number, row: Float32Array) => void): void {
    const { classes } = this
    const row = new Float32Array(classes)
    for (let i = 0; i < this.keys.length; i++) {
      if (this.rows[i] === 0) continue
      const at = (this.rows[i]! - 1) * classes
      for (let c = 0; c < classes; c++) row[c] = this.weights[at + c]! - this.sums[at + c]! / this.time
      tell(this.keys[i]!, row)
    }
  }

  /** The averaged weights as a model of their own, as shipped. */
  averaged(): Linear {
    return Linear.read(this.pack(0).bytes)
  }

  /**
   * The averaged model as bytes for `Linear.read`.
   * @param floor averages below this share of the largest kept are dropped
   */
  pack(floor: number): { bytes: Uint8Array; features: number; entries: number } {
    const { classes } = this
    const average = new Float32Array(this.size * classes)
    let top = 0
    for (let i = 0; i < average.length; i++) {
      average[i] = this.weights[i]! - this.sums[i]! / this.time
      top = Math.max(top, Math.abs(average[i]!))
    }
    const unit = top / LEVELS[127]!
    const rows: { hash: number; weights: Float32Array }[] = []
    for (let i = 0; i < this.keys.length; i++) {
      const at = (this.rows[i]! - 1) * classes
      if (at >= 0) rows.push({ hash: this.keys[i]!, weights: average.subarray(at, at + classes) })
    }
    return packLinear(classes, rows, unit, Math.max((LEVELS[1]! * unit) / 2, floor))
  }
}

/** The heaviest features of a perceptron of three classes, laid out as `Choice` reads them. */
export function packChoice(model: Perceptron, floor: number): { bytes: Uint8Array; features: number; entries: number } {
  const found: { hash: number; one: number; two: number; weight: number }[] = []
  let top = 0
  model.eachAverage((hash, row) => {
    const one = row[1]! - row[0]!
    const two = row[2]! - row[0]!
    const weight = Math.max(Math.abs(one), Math.abs(two), Math.abs(one - two))
    if (weight < floor) return
    top = Math.max(top, Math.abs(one), Math.abs(two))
    found.push({ hash, one, two, weight })
  })
  const unit = top / LEVELS[127]!
  found.sort((a, b) => b.weight - a.weight || a.hash - b.hash)
  const { bytes, kept } = Choice.pack(found.map(({ hash, one, two }) => [hash, codeOf(one / unit), codeOf(two / unit)]))
  return { bytes, features: kept, entries: found.length }
}
