import type { Scorer } from '../../src/read/syntax/linear.ts'

/** A sparse linear model under training by AdaGrad (Duchi, Hazan & Singer 2011): one row of weights a feature hash, made when first taught. */
export class Sparse implements Scorer {
  readonly classes: number
  readonly scores: Float64Array
  private keys = new Int32Array(1 << 18)
  private rows = new Int32Array(1 << 18)
  private bits = 18
  private size = 0
  private weights: Float32Array<ArrayBuffer>
  private squares: Float32Array<ArrayBuffer>
  private readonly rate: number

  constructor(classes: number, rate: number) {
    this.classes = classes
    this.rate = rate
    this.scores = new Float64Array(classes)
    this.weights = new Float32Array(classes << 16)
    this.squares = new Float32Array(classes << 16)
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
    if ((this.size + 1) * this.classes > this.weights.length) {
      const weights = new Float32Array(this.weights.length * 2)
      weights.set(this.weights)
      this.weights = weights
      const squares = new Float32Array(this.squares.length * 2)
      squares.set(this.squares)
      this.squares = squares
    }
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

  score(features: Int32Array, count: number): void {
    this.scoreAt(features, 0, count)
  }

  scoreAt(features: Int32Array, from: number, count: number): void {
    const { scores, classes, weights } = this
    scores.fill(0)
    for (let i = from; i < from + count; i++) {
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

  /** Takes a step against the gradient, the same for every feature of the list. */
  descend(features: Int32Array, from: number, count: number, gradient: ArrayLike<number>): void {
    const { classes, rate } = this
    for (let i = from; i < from + count; i++) {
      let row = this.find(features[i]!)
      if (row < 0) row = this.add(features[i]!)
      const at = row * classes
      for (let c = 0; c < classes; c++) {
        const g = gradient[c]!
        if (g === 0) continue
        const square = this.squares[at + c]! + g * g
        this.squares[at + c] = square
        this.weights[at + c]! -= (rate * g) / Math.sqrt(square + 1e-6)
      }
    }
  }

  /** Draws every weight towards nothing: ridge regularisation, once a round. */
  decay(share: number): void {
    for (let i = 0; i < this.weights.length; i++) this.weights[i]! *= 1 - share
  }

  /** Takes up another model's weights, added to its own. */
  take(other: Sparse, share: number): void {
    const one = new Float32Array(this.classes)
    other.each((hash, weights) => {
      let row = this.find(hash)
      if (row < 0) row = this.add(hash)
      for (let c = 0; c < this.classes; c++) one[c] = weights[c]! * share
      for (let c = 0; c < this.classes; c++) this.weights[row * this.classes + c]! += one[c]!
    })
  }

  /** Tells each feature with its weights; the row is reused. */
  each(tell: (hash: number, row: Float32Array) => void): void {
    const row = new Float32Array(this.classes)
    for (let i = 0; i < this.keys.length; i++) {
      if (this.rows[i] === 0) continue
      const at = (this.rows[i]! - 1) * this.classes
      for (let c = 0; c < this.classes; c++) row[c] = this.weights[at + c]!
      tell(this.keys[i]!, row)
    }
  }
}
