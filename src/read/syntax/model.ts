import { Choice } from './choice.ts'
import { readContainer, sectionOf } from './container.ts'
import { Forms, WordList } from './forms.ts'
import { layOut } from './lay-out.ts'
import { type LemmaRule, Lemmatiser } from './lemma.ts'
import { Linear } from './linear.ts'
import { parseSentence } from './parser.ts'
import { State } from './state.ts'
import { tagSentence } from './tagger.ts'

interface Header {
  /** Fine tags as "UPOS XPOS", universal tags, relations: a class of a model is an index here. */
  readonly fine: readonly string[]
  readonly universal: readonly string[]
  readonly relations: readonly string[]
  readonly lemmas: readonly LemmaRule[]
}

/** What the weights hold, ready for use. Its buffers are reused: the fields hold the last text annotated. */
export class SyntaxModel {
  readonly words: WordList
  private readonly dictionary: WordList
  readonly forms = new Forms()
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly relations: readonly string[]
  tags = new Uint8Array(1024)
  /** Head of each word as an index into all words, -1 for a root. */
  heads = new Int32Array(1024)
  labels = new Uint8Array(1024)
  private readonly coarse: Uint8Array
  private readonly lemmas: Lemmatiser
  private readonly tagModel: Linear
  private readonly moves: Choice
  private readonly labelModel: Linear
  private readonly state = new State()

  /** @throws Error when the bytes are no syntax weights */
  constructor(weights: Uint8Array) {
    const file = readContainer<Header>(weights, 'syntax')
    const { fine, universal, relations, lemmas } = file.header
    this.lemmas = new Lemmatiser(lemmas)
    this.words = WordList.read(sectionOf(file, 'words'))
    this.dictionary = WordList.read(sectionOf(file, 'dictionary'))
    this.tagModel = Linear.read(sectionOf(file, 'tags'))
    this.moves = Choice.read(sectionOf(file, 'moves'))
    this.labelModel = Linear.read(sectionOf(file, 'relations'))
    this.upos = fine.map((name) => name.split(' ')[0]!)
    this.xpos = fine.map((name) => name.split(' ')[1]!)
    this.coarse = Uint8Array.from(this.upos, (tag) => universal.indexOf(tag))
    this.relations = relations
  }

  /** Forgets the last text. */
  clear(): void {
    this.forms.clear()
  }

  add(form: string): void {
    this.forms.add(form, this.words, this.dictionary)
  }

  /** Tags and parses words `[first, end)` as one sentence. */
  annotate(first: number, end: number): void {
    if (this.forms.size > this.tags.length) this.grow()
    const { state, heads, labels, tags } = this
    tagSentence(this.tagModel, this.forms, first, end, tags)
    layOut(state, this.forms, first, end, tags, this.coarse)
    parseSentence(this.moves, this.labelModel, state)
    for (let node = 1; node <= state.n; node++) {
      const head = state.head[node]!
      heads[first + node - 1] = head > state.n ? -1 : first + head - 1
      labels[first + node - 1] = state.label[node]! - 1
    }
  }

  lemma(form: string, i: number): string {
    return this.lemmas.lemma(form, this.xpos[this.tags[i]!]!)
  }

  relation(i: number): string {
    if (this.heads[i] === -1) return 'root'
    const name = this.relations[this.labels[i]!]!
    return name === 'root' ? 'dep' : name
  }

  private grow(): void {
    const length = this.forms.lower.length
    const tags = new Uint8Array(length)
    tags.set(this.tags)
    this.tags = tags
    const heads = new Int32Array(length)
    heads.set(this.heads)
    this.heads = heads
    const labels = new Uint8Array(length)
    labels.set(this.labels)
    this.labels = labels
  }
}
