import { Forms, LOOK, WordList } from './forms.ts'
import { hashOf, mix } from './hash.ts'

/** What lists of names say of a word, as bits. */
export const LISTED = { first: 1, last: 2, country: 4, town: 8, region: 16, organisation: 32, role: 64 } as const

/** Longest listed name, in words. */
const LONGEST = 5

/** Names by the hash of their words, each with `LISTED` bits. */
export class NameList {
  readonly words: WordList

  constructor(words: WordList) {
    this.words = words
  }

  static read(bytes: Uint8Array): NameList {
    return new NameList(WordList.read(bytes))
  }
}

/** One more word of a listed name. */
export function phrase(hash: number, lower: number): number {
  return mix(mix(hash, 0x51ed27), lower)
}

const NO_WORDS = new WordList(new Int32Array(0), new Uint8Array(0))

/** What the entity tagger sees of the words of a text: their looks, tags, and listings. */
export class NameForms {
  /** How the words look; may be those that the parser has made of the same words. */
  forms = new Forms()
  size = 0
  upos = new Int32Array(1024)
  /** Listings of the longest listed name that the word is in, and whether it begins it. */
  listed = new Int32Array(1024)
  acronym = new Int32Array(1024)
  readonly proper: number = hashOf('PROPN')
  allCapsSentence = 0
  private readonly hashes = new Map<string, number>()

  /** Begins a new text, whose words are laid out in `forms`. */
  begin(forms: Forms): void {
    this.forms = forms
    this.size = 0
  }

  /** Lays out one more word, and its tag. */
  addTagged(form: string, upos: string): void {
    this.forms.add(form, NO_WORDS)
    this.tag(upos, form.length)
  }

  /** Tells the tag of the next word of `forms`, which is `length` characters long. */
  tag(upos: string, length: number): void {
    const i = this.size++
    if (this.upos.length <= i) this.grow()
    let hash = this.hashes.get(upos)
    if (hash === undefined) {
      hash = hashOf(upos)
      this.hashes.set(upos, hash)
    }
    this.upos[i] = hash
    this.listed[i] = 0
    this.acronym[i] = this.forms.look[i]! & LOOK.allCaps ? Math.min(6, length) : 0
  }

  private grow(): void {
    const bigger = (a: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const b = new Int32Array(a.length * 2)
      b.set(a)
      return b
    }
    this.upos = bigger(this.upos)
    this.listed = bigger(this.listed)
    this.acronym = bigger(this.acronym)
  }

  /** Looks words `[first, end)` up in the lists. */
  lookUp(list: NameList, first: number, end: number): void {
    let caps = 0
    let letters = 0
    for (let i = first; i < end; i++) {
      if (this.forms.look[i]! & LOOK.letters) letters++
      if (this.forms.look[i]! & LOOK.capital) caps++
    }
    this.allCapsSentence = letters > 3 && caps > letters * 0.7 ? 1 : 0
    let covered = first
    for (let i = first; i < end; i++) {
      if (!(this.forms.look[i]! & LOOK.capital)) {
        // In lower case, only the words for roles are looked for ("spokesman"), and what the tagger takes for a name.
        const entry = list.words.find(phrase(0, this.forms.lower[i]!))
        if (entry < 0 || i < covered) continue
        const bits = list.words.tags[entry]!
        this.listed[i] = this.upos[i] === this.proper ? bits : bits & LISTED.role
        continue
      }
      let hash = 0
      let longest = 0
      let bits = 0
      for (let k = 0; k < LONGEST && i + k < end; k++) {
        hash = phrase(hash, this.forms.lower[i + k]!)
        const entry = list.words.find(hash)
        if (entry >= 0) {
          longest = k + 1
          bits = list.words.tags[entry]!
        }
      }
      if (longest === 0) continue
      for (let k = 0; k < longest; k++)
        if (i + k >= covered) this.listed[i + k] = bits | (k === 0 ? 256 : 512) | (longest > 1 ? 1024 : 0)
      covered = Math.max(covered, i + longest)
    }
  }

  /** The last word of the run of capitalised words that word `i` is in. */
  rightHead(i: number, end: number): number {
    let k = i
    while (k + 1 < end && k < i + 6 && this.forms.look[k + 1]! & LOOK.capital) k++
    return this.forms.lower[k]!
  }

  /** The word before that run. */
  leftEdge(i: number, first: number): number {
    let k = i
    while (k > first && k > i - 6 && this.forms.look[k - 1]! & LOOK.capital) k--
    return k > first ? this.forms.lower[k - 1]! : 0
  }

  /** The word after that run. */
  afterRun(i: number, end: number): number {
    let k = i
    while (k + 1 < end && k < i + 6 && this.forms.look[k + 1]! & LOOK.capital) k++
    return k + 1 < end ? this.forms.lower[k + 1]! : 0
  }
}
