import { LEVELS, type Scorer } from './linear.ts'

/** Slots of a bucket: 16 bytes. */
const WIDE = 4
/** Buckets, as bits. Fixed, so that the table is the file's own bytes; what does not fit is what weighs least. */
const BITS = 18

/**
 * A linear model that chooses among three classes. A slot holds, in one number, 16 bits of a feature's hash and the weights of classes
 * 1 and 2 above class 0; the other bits of the hash are its bucket. All four slots of a bucket are looked at without a branch.
 */
export class Choice implements Scorer {
  readonly classes = 3
  readonly scores: Int32Array = new Int32Array(3)
  private readonly table: Int32Array

  private constructor(table: Int32Array) {
    this.table = table
  }

  /** Takes the table as it stands in the file. @throws RangeError when it is not of the size it must be */
  static read(bytes: Uint8Array): Choice {
    if (bytes.length !== (WIDE * 4) << BITS) throw new RangeError('a table of transitions of impossible size')
    return new Choice(new Int32Array(new Uint8Array(bytes).buffer))
  }

  /** Scores the first `count` hashes. */
  score(features: Int32Array, count: number): void {
    this.scores.fill(0)
    this.more(features, 0, count)
  }

  /** By how much the best class that is allowed (a bit each) leaves the next behind. */
  lead(allowed: number): number {
    let best = -0x7fffffff
    let second = -0x7fffffff
    for (let c = 0; c < 3; c++) {
      if ((allowed & (1 << c)) === 0) continue
      const score = this.scores[c]!
      if (score > best) {
        second = best
        best = score
      } else if (score > second) second = score
    }
    return best - second
  }

  /** Adds the hashes from `from` to `end` to the scores. */
  more(features: Int32Array, from: number, end: number): void {
    const { table } = this
    let one = 0
    let two = 0
    for (let i = from; i < end; i++) {
      const key = features[i]!
      const mark = key & 0xffff
      const at = (key >>> (32 - BITS)) * WIDE
      const a = table[at]!
      const b = table[at + 1]!
      const c = table[at + 2]!
      const d = table[at + 3]!
      const found =
        (a & ((((a >>> 16) ^ mark) - 1) >> 31)) |
        (b & ((((b >>> 16) ^ mark) - 1) >> 31)) |
        (c & ((((c >>> 16) ^ mark) - 1) >> 31)) |
        (d & ((((d >>> 16) ^ mark) - 1) >> 31))
      one += LEVELS[(found >> 8) & 255]!
      two += LEVELS[found & 255]!
    }
    this.scores[1]! += one
    this.scores[2]! += two
  }

  best(): number {
    const { scores } = this
    return scores[1]! > scores[0]! ? (scores[2]! > scores[1]! ? 2 : 1) : scores[2]! > scores[0]! ? 2 : 0
  }

  /**
   * Lays features out as the table: the heavier first, until their buckets are full.
   * @param features hash and the codes (places in `LEVELS`) of classes 1 and 2, the heaviest first
   * @returns the table's bytes, and how many features found room
   */
  static pack(features: readonly (readonly [hash: number, one: number, two: number])[]): { bytes: Uint8Array; kept: number } {
    const table = new Int32Array(WIDE << BITS)
    let kept = 0
    for (const [hash, one, two] of features) {
      const at = (hash >>> (32 - BITS)) * WIDE
      const mark = hash & 0xffff
      for (let slot = at; slot < at + WIDE; slot++) {
        if (table[slot] !== 0) {
          if (table[slot]! >>> 16 === mark) break
          continue
        }
        table[slot] = (mark << 16) | (one << 8) | two
        kept++
        break
      }
    }
    return { bytes: new Uint8Array(table.buffer), kept }
  }
}
