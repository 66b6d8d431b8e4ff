/** What each 8-bit code weighs: 0 for 0, then ever larger steps to either side (code 1…127 positive, 129…255 negative). */
export const LEVELS: Int16Array = Int16Array.from({ length: 256 }, (_, code) => {
  const size = Math.round((3 * (1.045 ** (code & 127) - 1)) / 0.045)
  return code < 128 ? size : -size
})

const LAST = 0x8000
/** Slots of a bucket: 16 bytes. */
const WIDE = 4
/** A slot is the mark of a feature above the place of its row. */
const PLACE_BITS = 21
const MARK = (1 << (32 - PLACE_BITS)) - 1
const PLACE = (1 << PLACE_BITS) - 1
/** Rows are laid out in as many turns, the heaviest first, so that what finds its bucket full is what weighs least. */
const TURNS = [80, 40, 0]

/**
 * A sparse linear model: every feature hash names a short row of (class, weight). Scores are sums of rows.
 * Stored as spread hashes in rising order (differences in base 128), row lengths, classes and 8-bit weights, whose steps grow with their size.
 * In memory a feature is a slot in a bucket of four, which are looked at without a branch, and an entry of a row is one number of 16 bits:
 * class, weight code, and whether it ends its row. A feature that was never learned is taken for another once in about 500 times.
 */
export class Linear {
  readonly classes: number
  readonly scores: Int32Array
  private readonly table: Int32Array
  private readonly shift: number
  private readonly entries: Uint16Array
  private readonly found = new Int32Array(256)

  private constructor(classes: number, table: Int32Array, bits: number, entries: Uint16Array) {
    this.classes = classes
    this.scores = new Int32Array(classes)
    this.table = table
    this.shift = 32 - bits
    this.entries = entries
  }

  /** Reads what `packLinear` wrote. @throws RangeError when the bytes end too soon or do not fit together */
  static read(bytes: Uint8Array): Linear {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const classes = view.getUint32(0, true)
    const features = view.getUint32(4, true)
    const total = view.getUint32(8, true)
    if (classes > 127 || features > 1 << 24 || total >= PLACE) throw new RangeError('a linear model of impossible size')
    const lengths = bytes.length - total * 2 - features
    const kinds = lengths + features
    const codes = kinds + total
    // Entry 0 is the row of what is not found: nothing for class 0.
    const entries = new Uint16Array(total + 1)
    entries[0] = LAST
    for (let i = 0; i < total; i++) entries[i + 1] = (bytes[kinds + i]! << 8) | bytes[codes + i]!
    let bits = 12
    while ((WIDE << bits) * 0.7 < features) bits += 1
    const table = new Int32Array(WIDE << bits)
    for (const least of TURNS) {
      const below = least === TURNS[0] ? 128 : TURNS[TURNS.indexOf(least) - 1]!
      let at = 12
      let key = 0
      let place = 1
      for (let i = 0; i < features; i++) {
        let scale = 1
        let step = 0
        let byte: number
        do {
          byte = bytes[at++]!
          step += (byte & 127) * scale
          scale *= 128
        } while (byte > 127)
        key += step
        const first = place
        place += bytes[lengths + i]!
        let heaviest = 0
        for (let e = first; e < place; e++) heaviest = Math.max(heaviest, entries[e]! & 127)
        if (heaviest >= least && heaviest < below) put(table, (key | 0) >>> (32 - bits), ((key & MARK) << PLACE_BITS) | first)
        entries[place - 1]! |= LAST
      }
      if (at !== lengths || place !== total + 1) throw new RangeError('a linear model whose parts do not fit together')
    }
    return new Linear(classes, table, bits, entries)
  }

  /** Adds up the rows of the first `count` hashes into `scores`. */
  score(features: Int32Array, count: number): void {
    this.scores.fill(0)
    this.more(features, 0, count)
  }

  /**
   * The best class of `count` hashes, by the first `some` alone where these leave the second best behind by `sure`: most choices are
   * plain, and then the rest need not be looked up.
   */
  decide(features: Int32Array, count: number, some: number, sure: number): number {
    this.score(features, some)
    const { scores, classes } = this
    let best = 0
    let second = -0x7fffffff
    for (let c = 1; c < classes; c++) {
      const score = scores[c]!
      if (score > scores[best]!) {
        second = scores[best]!
        best = c
      } else if (score > second) second = score
    }
    if (scores[best]! - second >= sure) return best
    this.more(features, some, count)
    return this.best()
  }

  private more(features: Int32Array, from: number, count: number): void {
    const { table, shift, entries, scores, found } = this
    let rows = 0
    for (let i = from; i < count; i++) {
      const key = spread(features[i]!)
      const mark = key & MARK
      const at = (key >>> shift) * WIDE
      const a = table[at]!
      const b = table[at + 1]!
      const c = table[at + 2]!
      const d = table[at + 3]!
      const place =
        PLACE &
        ((a & ((((a >>> PLACE_BITS) ^ mark) - 1) >> 31)) |
          (b & ((((b >>> PLACE_BITS) ^ mark) - 1) >> 31)) |
          (c & ((((c >>> PLACE_BITS) ^ mark) - 1) >> 31)) |
          (d & ((((d >>> PLACE_BITS) ^ mark) - 1) >> 31)))
      found[rows] = place
      rows += (-place >>> 31) as 0 | 1
    }
    for (let i = 0; i < rows; i++) {
      let at = found[i]!
      let entry: number
      do {
        entry = entries[at++]!
        scores[(entry >> 8) & 127]! += LEVELS[entry & 255]!
      } while (entry < LAST)
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

/** Takes a free slot of a bucket; what finds none, or its own mark, is left out. */
function put(table: Int32Array, bucket: number, slot: number): void {
  for (let at = bucket * WIDE; at < (bucket + 1) * WIDE; at++) {
    if (table[at] === 0) {
      table[at] = slot
      return
    }
    if (table[at]! >>> PLACE_BITS === slot >>> PLACE_BITS) return
  }
}

/** Spreads a feature hash over the table: its high bits are its bucket, its low ones its mark. */
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
