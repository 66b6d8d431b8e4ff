import type { Sentence, Token } from '../../model/index.ts'
import { readContainer, sectionOf } from './container.ts'
import { LOOK } from './forms.ts'
import { hashOf, mix } from './hash.ts'
import { Linear, type Scorer } from './linear.ts'
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
) => NamedSpan[]

/** Classes of the model, in order. "OTH" (nationalities, works, events) is learned to be told apart, and not given out. */
export const NAME_TAGS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-OTH', 'I-OTH'] as const
const KINDS: readonly (NamedKind | null)[] = ['person', 'organisation', 'place', null]

/**
 * Finds names of persons, organisations and places, without overlap, in text order. What a word was taken for earlier in the
 * text weighs on later mentions. Method: greedy averaged perceptron; scores in models/entities.md.
 * @throws Error when the bytes are no entity weights
 */
export function createEntityTagger(weights: Uint8Array): EntityTagger {
  const file = readContainer<unknown>(weights, 'entities')
  const model = Linear.read(sectionOf(file, 'names'))
  const list = NameList.read(sectionOf(file, 'lists'))
  const forms = new NameForms()
  let tags = new Uint8Array(1024)
  return (text, tokens, sentences) => {
    forms.clear()
    for (const { start, end, upos } of tokens) forms.addTagged(text.slice(start, end), upos)
    if (tags.length < tokens.length) tags = new Uint8Array(tokens.length * 2)
    forms.begin()
    for (const { firstToken, endToken } of sentences) {
      forms.lookUp(list, firstToken, endToken)
      tagNames(model, forms, firstToken, endToken, tags)
      forms.remember(firstToken, endToken, tags)
    }
    return spansOf(tags, sentences)
  }
}

const features = new Int32Array(96)

/** Tags words `[first, end)` from left to right; a name's inside follows only the same kind's beginning or inside. */
export function tagNames(model: Scorer, forms: NameForms, first: number, end: number, tags: Uint8Array): void {
  let before = 0
  for (let i = first; i < end; i++) {
    model.score(features, nameFeatures(forms, first, end, i, before, i > first + 1 ? tags[i - 2]! : 0, features))
    before = bestTag(model.scores, before)
    tags[i] = before
  }
}

/** The best class that may follow `before`. */
export function bestTag(scores: ArrayLike<number>, before: number): number {
  const inside = before === 0 ? 0 : before % 2 === 1 ? before + 1 : before
  let best = 0
  for (let c = 1; c < NAME_TAGS.length; c++) if ((c % 2 === 1 || c === inside) && scores[c]! > scores[best]!) best = c
  return best
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

/** Features of word `i`; `t1`, `t2` are the tags of the two words before it. */
export function nameFeatures(
  f: NameForms,
  first: number,
  end: number,
  i: number,
  t1: number,
  t2: number,
  out: Int32Array,
): number {
  const { lower, look, shape, upos, listed, suffix3, prefix3, memory } = f
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
  const m0 = memory[i]!
  const start = i === first ? 1 : 0
  const w = lower[i]!
  let n = 0
  out[n++] = 5
  out[n++] = mix(2, t1)
  out[n++] = mix(mix(3, t1), t2)
  if (!(k0 & (LOOK.capital | LOOK.mixed)) && u0 !== f.proper && t1 === 0 && g0 === 0) {
    // A plain word outside a name: little can make it one, so little is asked.
    out[n++] = mix(4, w)
    out[n++] = mix(5, u0)
    out[n++] = mix(mix(6, k0), kR)
    return n
  }
  out[n++] = mix(7, w)
  out[n++] = mix(mix(8, w), t1)
  out[n++] = mix(mix(9, k0), start)
  out[n++] = mix(mix(10, shape[i]!), start)
  out[n++] = mix(11, u0)
  out[n++] = mix(mix(12, u0), t1)
  out[n++] = mix(13, suffix3[i]!)
  out[n++] = mix(14, prefix3[i]!)
  out[n++] = mix(15, f.suffix4[i]!)
  out[n++] = mix(16, l1)
  out[n++] = mix(17, r1)
  out[n++] = mix(18, l2)
  out[n++] = mix(19, r2)
  out[n++] = mix(mix(20, l1), t1)
  out[n++] = mix(mix(21, r1), t1)
  out[n++] = mix(mix(22, l1), w)
  out[n++] = mix(mix(23, w), r1)
  out[n++] = mix(mix(24, l1), r1)
  out[n++] = mix(mix(25, l2), l1)
  out[n++] = mix(mix(26, r1), r2)
  out[n++] = mix(mix(27, uL), mix(u0, uR))
  out[n++] = mix(mix(28, kL), mix(k0, kR))
  out[n++] = mix(mix(29, k0), t1)
  out[n++] = mix(mix(30, kR), t1)
  out[n++] = mix(31, g0)
  out[n++] = mix(mix(32, g0), t1)
  out[n++] = mix(mix(33, g0), gR)
  out[n++] = mix(mix(34, gL), mix(g0, t1))
  out[n++] = mix(mix(35, g0), u0)
  out[n++] = mix(mix(36, g0), r1)
  out[n++] = mix(mix(37, g0), l1)
  out[n++] = mix(mix(38, g0), mix(kR, start))
  out[n++] = mix(39, m0)
  out[n++] = mix(mix(40, m0), t1)
  out[n++] = mix(mix(41, m0), g0)
  out[n++] = mix(mix(42, f.acronym[i]!), t1)
  out[n++] = mix(mix(43, f.rightHead(i, end)), t1)
  out[n++] = mix(mix(44, f.rightHead(i, end)), k0)
  out[n++] = mix(mix(45, f.rightHead(i, end)), g0)
  out[n++] = mix(mix(46, f.leftEdge(i, first)), k0)
  out[n++] = mix(mix(47, f.leftEdge(i, first)), mix(t1, f.rightHead(i, end)))
  out[n++] = mix(mix(48, i + 1 < end ? f.suffix3[i + 1]! : 0), t1)
  out[n++] = mix(49, f.afterRun(i, end))
  out[n++] = mix(mix(50, f.afterRun(i, end)), t1)
  out[n++] = mix(mix(51, f.allCapsSentence), k0)
  return n
}
