import { hashOf, mix } from './hash.ts'

/** Looks of a word, as bits. */
export const LOOK = { capital: 1, allCaps: 2, digit: 4, hyphen: 8, letters: 16, punct: 32, mixed: 64, dot: 128 } as const

/**
 * What the models see of the words of a text, one typed array a property; reused from text to text.
 * Curly marks count as straight ones, digits as zeros, so that lookup does not depend on typography.
 */
export class Forms {
  size = 0
  /** Lower-cased form. */
  lower = new Int32Array(1024)
  /** The form as written. */
  exact = new Int32Array(1024)
  /** The lower-cased form where training knew it, else its ending and look. */
  word = new Int32Array(1024)
  suffix1 = new Int32Array(1024)
  suffix2 = new Int32Array(1024)
  suffix3 = new Int32Array(1024)
  suffix4 = new Int32Array(1024)
  prefix1 = new Int32Array(1024)
  prefix2 = new Int32Array(1024)
  prefix3 = new Int32Array(1024)
  look = new Int32Array(1024)
  /** Pattern of letter cases, digits and marks, repeats told once. */
  shape = new Int32Array(1024)
  /** Which tags training saw the word with, as a small number; 0 where it did not know it. */
  lexicon = new Int32Array(1024)
  /** What the word may be by the dictionary, as bits; 0 where it does not know it. */
  dictionary = new Int32Array(1024)

  clear(): void {
    this.size = 0
  }

  add(form: string, words: WordList, dictionary: WordList | null = null): void {
    if (this.size === this.lower.length) this.grow()
    const i = this.size++
    const plain = plainOf(form)
    const lower = plain.toLowerCase()
    const n = lower.length
    const h = hashOf(lower)
    this.lower[i] = h
    this.exact[i] = lower === plain ? h : hashOf(plain)
    this.suffix1[i] = hashOf(lower, Math.max(0, n - 1))
    this.suffix2[i] = hashOf(lower, Math.max(0, n - 2))
    this.suffix3[i] = hashOf(lower, Math.max(0, n - 3))
    this.suffix4[i] = hashOf(lower, Math.max(0, n - 4))
    this.prefix1[i] = hashOf(lower, 0, Math.min(1, n))
    this.prefix2[i] = hashOf(lower, 0, Math.min(2, n))
    this.prefix3[i] = hashOf(lower, 0, Math.min(3, n))
    const look = lookOf(plain)
    this.look[i] = look
    this.shape[i] = shapeOf(plain)
    const entry = words.find(h)
    this.lexicon[i] = entry < 0 ? 0 : words.tags[entry]!
    const listed = dictionary === null ? -1 : dictionary.find(h)
    this.dictionary[i] = listed < 0 ? 0 : dictionary!.tags[listed]!
    this.word[i] = entry >= 0 ? h : mix(mix(77, this.suffix3[i]!), look)
  }

  private grow(): void {
    const bigger = (a: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const b = new Int32Array(a.length * 2)
      b.set(a)
      return b
    }
    this.lower = bigger(this.lower)
    this.exact = bigger(this.exact)
    this.word = bigger(this.word)
    this.suffix1 = bigger(this.suffix1)
    this.suffix2 = bigger(this.suffix2)
    this.suffix3 = bigger(this.suffix3)
    this.suffix4 = bigger(this.suffix4)
    this.prefix1 = bigger(this.prefix1)
    this.prefix2 = bigger(this.prefix2)
    this.prefix3 = bigger(this.prefix3)
    this.look = bigger(this.look)
    this.shape = bigger(this.shape)
    this.lexicon = bigger(this.lexicon)
    this.dictionary = bigger(this.dictionary)
  }
}

/** Longest form that is looked at whole: nothing that long is a word. */
const LONGEST = 64

/** Curly marks straight, digits zero; long forms cut. */
export function plainOf(form: string): string {
  const n = Math.min(form.length, LONGEST)
  let i = 0
  while (i < n && isPlain(form.charCodeAt(i))) i++
  if (i === n) return n === form.length ? form : form.slice(0, n)
  let out = form.slice(0, i)
  for (; i < n; i++) {
    const c = form.charCodeAt(i)
    if (c > 0x30 && c <= 0x39) out += '0'
    else if (c === 0x2018 || c === 0x2019 || c === 0x60 || c === 0xb4 || c === 0x2bc) out += "'"
    else if (c === 0x201c || c === 0x201d || c === 0x201e || c === 0xab || c === 0xbb) out += '"'
    else if (c === 0x2010 || c === 0x2011 || c === 0x2012) out += '-'
    else if (c === 0x2014 || c === 0x2015) out += '–'
    else if (c === 0x2026) out += '...'
    else out += form[i]
  }
  if (out === "''" || out === '``') return '"'
  if (out === '--' || out === '---') return '–'
  return out
}

function isPlain(c: number): boolean {
  return (
    (c < 0x80 && !(c > 0x30 && c <= 0x39) && c !== 0x60 && c !== 0x27 && c !== 0x2d) || (c >= 0xc0 && c < 0x2000 && c !== 0x2bc)
  )
}

function lookOf(form: string): number {
  let look = 0
  let upper = 0
  let letters = 0
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i)
    if (c >= 0x30 && c <= 0x39) look |= LOOK.digit
    else if (c === 0x2d) look |= LOOK.hyphen
    else if (c === 0x2e) look |= LOOK.dot
    else if ((c >= 0x41 && c <= 0x5a) || (c >= 0xc0 && c <= 0xde)) {
      upper++
      letters++
      if (i === 0) look |= LOOK.capital
      else look |= LOOK.mixed
    } else if ((c >= 0x61 && c <= 0x7a) || c > 0xde) letters++
    else look |= LOOK.punct
  }
  if (letters > 0) look |= LOOK.letters
  if (upper > 1 && upper === letters) look |= LOOK.allCaps
  return look
}

function shapeOf(form: string): number {
  let h = 17
  let last = 0
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i)
    const kind = c >= 0x30 && c <= 0x39 ? 1 : c >= 0x41 && c <= 0x5a ? 2 : (c >= 0x61 && c <= 0x7a) || c > 0xbf ? 3 : 100 + c
    if (kind !== last) h = mix(h, kind)
    last = kind
  }
  return h
}

/** The words that training knew well: sorted hashes, and for each which tags it was seen with. */
export class WordList {
  readonly hashes: Int32Array
  readonly tags: Uint8Array
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(hashes: Int32Array, tags: Uint8Array) {
    this.hashes = hashes
    this.tags = tags
    let bits = 4
    while (1 << bits < hashes.length * 1.5) bits += 1
    this.mask = (1 << bits) - 1
    this.slots = new Int32Array(1 << bits)
    for (let i = 0; i < hashes.length; i++) {
      let slot = hashes[i]! & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = i + 1
    }
  }

  /** Index of a hash, -1 when unknown. */
  find(hash: number): number {
    let slot = hash & this.mask
    for (;;) {
      const entry = this.slots[slot]!
      if (entry === 0) return -1
      if (this.hashes[entry - 1] === hash) return entry - 1
      slot = (slot + 1) & this.mask
    }
  }

  /** What is noted of a hash; 0 when unknown. */
  of(hash: number): number {
    const at = this.find(hash)
    return at < 0 ? 0 : this.tags[at]!
  }

  static read(bytes: Uint8Array): WordList {
    const count = Math.floor(bytes.length / 5)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const hashes = new Int32Array(count)
    for (let i = 0; i < count; i++) hashes[i] = view.getInt32(i * 4, true)
    return new WordList(hashes, new Uint8Array(bytes.subarray(count * 4, count * 5)))
  }

  write(): Uint8Array {
    const out = new Uint8Array(this.hashes.length * 5)
    const view = new DataView(out.buffer)
    for (let i = 0; i < this.hashes.length; i++) view.setInt32(i * 4, this.hashes[i]!, true)
    out.set(this.tags, this.hashes.length * 4)
    return out
  }
}
