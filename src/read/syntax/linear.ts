/** What each 8-bit code weighs: 0 for 0, then ever larger steps to either side (code 1…127 positive, 129…255 negative). */
export const LEVELS: Int16Array = Int16Array.from({ length: 256 }, (_, code) => {
  const size = Math.round((3 * (1.045 ** (code & 127) - 1)) / 0.045)
  return code < 128 ? size : -size
})

/**
 * A sparse linear model: every feature hash names a short row of (class, weight). Scores are sums of rows.
 * Stored as spread hashes in rising order (differences in base 128), row lengths, classes and 8-bit weights, whose steps grow with their size;
 * held in one open-addressed table.
 */
export class Linear {
  readonly classes: number
  readonly scores: Int32Array
  private readonly slots: Int32Array
  private readonly shift: number
  private readonly mask: number
  private readonly entries: Int32Array

  private constructor(classes: number, slots: Int32Array, bits: number, entries: Int32Array) {
    this.classes = classes
    this.scores = new Int32Array(classes)
    this.slots = slots
    this.shift = 32 - bits
    this.mask = (1 << bits) - 1
    this.entries = entries
  }

  /** Reads what `packLinear` wrote. @throws RangeError when the bytes end too soon or do not fit together */
  static read(bytes: Uint8Array): Linear {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const classes = view.getUint32(0, true)
    const features = view.getUint32(4, true)
    const total = view.getUint32(8, true)
    if (classes > 127 || features > 1 << 24 || total >= 1 << 24) throw new RangeError('a linear model of impossible size')
    let bits = 4
    while (1 << bits < features * 1.6) bits += 1
    const slots = new Int32Array(2 << bits)
    const entries = new Int32Array(total)
    const mask = (1 << bits) - 1
    const lengths = bytes.length - total * 2 - features
    let at = 12
    let hash = 0
    let offset = 0
    for (let i = 0; i < features; i++) {
      let scale = 1
      let step = 0
      let byte: number
      do {
        byte = bytes[at++]!
        step += (byte & 127) * scale
        scale *= 128
      } while (byte > 127)
      hash += step
      const count = bytes[lengths + i]!
      // Spread hashes rise, so the table fills from front to back, which is what makes loading fast.
      const key = hash | 0
      let slot = key >>> (32 - bits)
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
      slots[slot * 2] = key
      slots[slot * 2 + 1] = (offset << 7) | count
      offset += count
    }
    if (at !== lengths || offset !== total) throw new RangeError('a linear model whose parts do not fit together')
    const first = lengths + features
    for (let i = 0; i < total; i++) entries[i] = (bytes[first + i]! << 16) | (LEVELS[bytes[first + total + i]!]! & 0xffff)
    return new Linear(classes, slots, bits, entries)
  }

  /** Adds up the rows of the first `count` hashes into `scores`. */
  score(features: Int32Array, count: number): void {
    const { slots, entries, scores, shift, mask } = this
    scores.fill(0)
    for (let i = 0; i < count; i++) {
      const key = spread(features[i]!)
      let slot = key >>> shift
      for (;;) {
        const row = slots[slot * 2 + 1]!
        if (row === 0) break
        if (slots[slot * 2] === key) {
          const end = (row >>> 7) + (row & 127)
          for (let e = row >>> 7; e < end; e++) {
            const entry = entries[e]!
            scores[entry >> 16]! += (entry << 16) >> 16
          }
          break
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /** The best-scored class; the first of equals. */
  best(): number {
    const { scores, classes } = this
    let best = 0
    for (let c = 1; c < classes; c++) if (scores[c]! > scores[best]!) best = c
    return best
  }
}

/** Spreads a feature hash over the table: its high bits are its place. */
export function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1)
}

/** What scores classes from feature hashes: the shipped model, or the one being trained. */
export interface Scorer {
  readonly scores: ArrayLike<number>
  readonly classes: number
  score(features: Int32Array, count: number): void
  best(): number
}
