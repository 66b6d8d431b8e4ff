import type { Sentence, Token } from '../../model/index.ts'
import { readContainer, sectionOf } from './container.ts'
import { Forms, LOOK } from './forms.ts'
import { hashOf, mix } from './hash.ts'
import { Linear } from './linear.ts'
import { NameForms, NameList } from './names.ts'

/** What is told apart: persons, organisations, places. */
export type NamedKind = 'person' | 'organisation' | 'place'

/** A name in tokens `[firstToken, endToken)`. */
export interface NamedSpan {
  readonly kind: NamedKind
  readonly firstToken: number
  readonly endToken: number
}

export type EntityTagger = (
  text: string,
  tokens: readonly Pick<Token, 'start' | 'end' | 'upos'>[],
  sentences: readonly Pick<Sentence, 'firstToken' | 'endToken'>[],
  /** The words as the parser has laid them out; without, they are laid out again. */
  forms?: Forms,
) => NamedSpan[]

/** Classes of the model, in order. "OTH" (nationalities, works, events) is learned to be told apart, and not given out. */
export const NAME_TAGS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-OTH', 'I-OTH'] as const
const KINDS: readonly (NamedKind | null)[] = ['person', 'organisation', 'place', null]

/**
 * Finds names of persons, organisations and places, without overlap, in text order. A first look at the text tells what each word is
 * taken for where it stands; a second weighs what the same word is taken for elsewhere in the text.
 * Method: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features, the best path by Viterbi;
 * scores in models/entities.md.
 * @throws Error when the bytes are no entity weights
 */
export function createEntityTagger(weights: Uint8Array): EntityTagger {
  const file = readContainer<unknown>(weights, 'entities')
  const model = Linear.read(sectionOf(file, 'names'))
  const list = NameList.read(sectionOf(file, 'lists'))
  const moves = movesOf(sectionOf(file, 'moves'))
  const names = new NameForms()
  const own = new Forms()
  let tags = new Uint8Array(1024)
  let scores = new Int32Array(1024 * CLASSES)
  return (text, tokens, sentences, given) => {
    own.clear()
    names.begin(given ?? own)
    if (given) for (const { start, end, upos } of tokens) names.tag(upos, end - start)
    else for (const { start, end, upos } of tokens) names.addTagged(text.slice(start, end), upos)
    if (tags.length < tokens.length) {
      tags = new Uint8Array(tokens.length * 2)
      scores = new Int32Array(tokens.length * 2 * CLASSES)
    }
    for (const { firstToken, endToken } of sentences) {
      names.lookUp(list, firstToken, endToken)
      for (let i = firstToken; i < endToken; i++) {
        model.score(features, nameFeatures(names, firstToken, endToken, i, features))
        for (let c = 0; c < CLASSES; c++) scores[i * CLASSES + c] = model.scores[c]!
      }
      bestPath(scores, moves, firstToken, endToken, tags)
    }
    const memory = memoryOf(names, tags, tokens.length)
    for (const { firstToken, endToken } of sentences) {
      let told = false
      for (let i = firstToken; i < endToken; i++) {
        const n = memoryFeatures(names, memory, tags, i, features)
        if (n === 0) continue
        told = true
        model.score(features, n)
        for (let c = 0; c < CLASSES; c++) scores[i * CLASSES + c]! += model.scores[c]!
      }
      if (told) bestPath(scores, moves, firstToken, endToken, tags)
    }
    return spansOf(tags, sentences)
  }
}

const CLASSES = NAME_TAGS.length
const features = new Int32Array(96)

/** What a change from one class to the next weighs, in units of the model's scores: 16 bits each, little-endian. */
function movesOf(bytes: Uint8Array): Int32Array {
  if (bytes.length !== 2 * CLASSES ** 2) throw new RangeError('entity weights whose parts do not fit together')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Int32Array.from({ length: CLASSES ** 2 }, (_, i) => view.getInt16(2 * i, true))
}

/** True when class `to` may follow `from`: a name's inside follows only the same kind's beginning or inside. */
export function mayFollow(from: number, to: number): boolean {
  return to === 0 || to % 2 === 1 || to === from || to === from + 1
}

const NEVER = -1e9
let path = new Float64Array(512 * CLASSES)
let back = new Uint8Array(512 * CLASSES)

/** Sets the tags of words `[first, end)` to the path that scores most; of equals the lower classes. */
export function bestPath(
  scores: ArrayLike<number>,
  moves: ArrayLike<number>,
  first: number,
  end: number,
  tags: Uint8Array,
): void {
  const count = end - first
  if (count <= 0) return
  if (path.length < count * CLASSES) {
    path = new Float64Array(count * CLASSES * 2)
    back = new Uint8Array(count * CLASSES * 2)
  }
  for (let c = 0; c < CLASSES; c++) path[c] = mayFollow(0, c) ? scores[first * CLASSES + c]! : NEVER
  for (let i = 1; i < count; i++)
    for (let c = 0; c < CLASSES; c++) {
      let best = NEVER * 2
      let from = 0
      // The inside of a name follows its beginning or its inside alone.
      const inside = c > 0 && c % 2 === 0
      for (let b = inside ? c - 1 : 0; b < (inside ? c + 1 : CLASSES); b++) {
        const sum = path[(i - 1) * CLASSES + b]! + moves[b * CLASSES + c]!
        if (sum > best) {
          best = sum
          from = b
        }
      }
      path[i * CLASSES + c] = best + scores[(first + i) * CLASSES + c]!
      back[i * CLASSES + c] = from
    }
  let last = 0
  for (let c = 1; c < CLASSES; c++) if (path[(count - 1) * CLASSES + c]! > path[(count - 1) * CLASSES + last]!) last = c
  for (let i = count - 1; i >= 0; i--) {
    tags[first + i] = last
    last = back[i * CLASSES + last]!
  }
}

/** How often each capitalised word of a text is taken for each kind; 0 is "no name". */
export type Memory = ReadonlyMap<number, Uint32Array>

const KINDS_TOLD = 1 + KINDS.length

/** Counts what the words of a text are taken for. */
export function memoryOf(f: NameForms, tags: ArrayLike<number>, size: number, from = 0): Memory {
  const memory = new Map<number, Uint32Array>()
  for (let i = from; i < size; i++) {
    if (!(f.forms.look[i]! & LOOK.capital)) continue
    let counts = memory.get(f.forms.lower[i]!)
    if (!counts) {
      counts = new Uint32Array(KINDS_TOLD)
      memory.set(f.forms.lower[i]!, counts)
    }
    counts[(tags[i]! + 1) >> 1]!++
  }
  return memory
}

/** Features of word `i` by what it was taken for at first, and what the same word is taken for elsewhere in the text. */
export function memoryFeatures(f: NameForms, memory: Memory, tags: ArrayLike<number>, i: number, out: Int32Array): number {
  const counts = f.forms.look[i]! & LOOK.capital ? memory.get(f.forms.lower[i]!) : undefined
  if (!counts) return 0
  const tag = tags[i]!
  const own = (tag + 1) >> 1
  let best = -1
  let most = 0
  let total = -1
  for (let k = 0; k < KINDS_TOLD; k++) {
    const count = counts[k]! - (k === own ? 1 : 0)
    total += counts[k]!
    if (count > most) {
      best = k
      most = count
    }
  }
  let n = 0
  if (total > 0) {
    out[n++] = mix(201, best * 4 + (most > 0.8 * total ? 2 : 0) + (total > 2 ? 1 : 0))
    out[n++] = mix(mix(202, best), own)
  }
  out[n++] = mix(mix(203, tag), total > 0 ? 1 : 0)
  return n
}

function spansOf(tags: Uint8Array, sentences: readonly Pick<Sentence, 'firstToken' | 'endToken'>[]): NamedSpan[] {
  const spans: NamedSpan[] = []
  for (const { firstToken, endToken } of sentences)
    for (let i = firstToken; i < endToken; ) {
      const tag = tags[i]!
      let end = i + 1
      if (tag % 2 === 1) {
        while (end < endToken && tags[end] === tag + 1) end++
        const kind = KINDS[(tag - 1) >> 1]!
        if (kind) spans.push({ kind, firstToken: i, endToken: end })
      }
      i = end
    }
  return spans
}

const NONE = hashOf('')

/** Features of word `i` of a sentence in words `[first, end)`. */
export function nameFeatures(f: NameForms, first: number, end: number, i: number, out: Int32Array): number {
  const { upos, listed } = f
  const { lower, look, shape, suffix3, suffix4, prefix3 } = f.forms
  const l1 = i > first ? lower[i - 1]! : NONE
  const l2 = i > first + 1 ? lower[i - 2]! : NONE
  const r1 = i + 1 < end ? lower[i + 1]! : NONE
  const r2 = i + 2 < end ? lower[i + 2]! : NONE
  const u0 = upos[i]!
  const uL = i > first ? upos[i - 1]! : 0
  const uR = i + 1 < end ? upos[i + 1]! : 0
  const k0 = look[i]!
  const kL = i > first ? look[i - 1]! : 999
  const kR = i + 1 < end ? look[i + 1]! : 999
  const g0 = listed[i]!
  const gL = i > first ? listed[i - 1]! : 0
  const gR = i + 1 < end ? listed[i + 1]! : 0
  const start = i === first ? 1 : 0
  const w = lower[i]!
  let n = 0
  out[n++] = 5
  if (!(k0 & (LOOK.capital | LOOK.mixed)) && u0 !== f.proper && g0 === 0) {
    // A plain word: little can make it part of a name, so little is asked.
    out[n++] = mix(4, w)
    out[n++] = mix(5, u0)
    out[n++] = mix(mix(6, k0), kR)
    if (kL & kR & LOOK.capital && kL !== 999 && kR !== 999) {
      // Between two capitalised words: "Bank of England", "Marks and Spencer".
      out[n++] = mix(mix(52, w), mix(gL, gR))
      out[n++] = mix(mix(53, w), l1)
      out[n++] = mix(mix(54, w), r1)
    }
    return n
  }
  const head = f.rightHead(i, end)
  const edge = f.leftEdge(i, first)
  const after = f.afterRun(i, end)
  out[n++] = mix(7, w)
  out[n++] = mix(mix(9, k0), start)
  out[n++] = mix(mix(10, shape[i]!), start)
  out[n++] = mix(11, u0)
  out[n++] = mix(13, suffix3[i]!)
  out[n++] = mix(14, prefix3[i]!)
  out[n++] = mix(15, suffix4[i]!)
  out[n++] = mix(16, l1)
  out[n++] = mix(17, r1)
  out[n++] = mix(18, l2)
  out[n++] = mix(19, r2)
  out[n++] = mix(mix(22, l1), w)
  out[n++] = mix(mix(23, w), r1)
  out[n++] = mix(mix(24, l1), r1)
  out[n++] = mix(mix(25, l2), l1)
  out[n++] = mix(mix(26, r1), r2)
  out[n++] = mix(mix(27, uL), mix(u0, uR))
  out[n++] = mix(mix(28, kL), mix(k0, kR))
  out[n++] = mix(mix(30, kR), k0)
  out[n++] = mix(31, g0)
  out[n++] = mix(mix(33, g0), gR)
  out[n++] = mix(mix(34, gL), g0)
  out[n++] = mix(mix(35, g0), u0)
  out[n++] = mix(mix(36, g0), r1)
  out[n++] = mix(mix(37, g0), l1)
  out[n++] = mix(mix(38, g0), mix(kR, start))
  out[n++] = mix(42, f.acronym[i]!)
  out[n++] = mix(43, head)
  out[n++] = mix(mix(44, head), k0)
  out[n++] = mix(mix(45, head), g0)
  out[n++] = mix(mix(46, edge), k0)
  out[n++] = mix(mix(47, edge), head)
  out[n++] = mix(48, i + 1 < end ? suffix3[i + 1]! : 0)
  out[n++] = mix(49, after)
  out[n++] = mix(mix(50, after), head)
  out[n++] = mix(mix(51, f.allCapsSentence), k0)
  return n
}
