import type { Forms } from './forms.ts'
import { mix } from './hash.ts'
import type { Scorer } from './linear.ts'

const NONE = 0x5bd1e995
const features = new Int32Array(64)

/**
 * Tags a stretch of words from left to right, greedily, each with one of the model's classes.
 * @param first,end the sentence's words in `forms`; `tags` is written at the same places
 */
export function tagSentence(model: Scorer, forms: Forms, first: number, end: number, tags: Uint8Array): void {
  for (let i = first; i < end; i++) {
    const n = tagFeatures(forms, first, end, i, tags, features)
    model.score(features, n)
    tags[i] = model.best()
  }
}

/** Writes the feature hashes of word `i` and returns how many; tags left of `i` must stand in `tags`. */
export function tagFeatures(f: Forms, first: number, end: number, i: number, tags: Uint8Array, out: Int32Array): number {
  const left = i > first
  const right = i + 1 < end
  const w = f.word[i]!
  const lower = f.lower[i]!
  const w1 = left ? f.lower[i - 1]! : NONE
  const w2 = i - 2 >= first ? f.lower[i - 2]! : NONE
  const r1 = right ? f.lower[i + 1]! : NONE
  const r2 = i + 2 < end ? f.lower[i + 2]! : NONE
  const t1 = left ? tags[i - 1]! + 1 : 0
  const t2 = i - 2 >= first ? tags[i - 2]! + 1 : 0
  const look = f.look[i]! | (left ? 0 : 256)
  const lex = f.lexicon[i]!
  const lexRight = right ? f.lexicon[i + 1]! : 999
  const lexRight2 = i + 2 < end ? f.lexicon[i + 2]! : 999
  const s3 = f.suffix3[i]!
  let n = 0
  out[n++] = 1
  out[n++] = mix(2, lower)
  out[n++] = mix(3, f.exact[i]!)
  out[n++] = mix(4, f.suffix1[i]!)
  out[n++] = mix(5, f.suffix2[i]!)
  out[n++] = mix(6, s3)
  out[n++] = mix(7, f.suffix4[i]!)
  out[n++] = mix(8, f.prefix1[i]!)
  out[n++] = mix(9, f.prefix2[i]!)
  out[n++] = mix(10, f.prefix3[i]!)
  out[n++] = mix(11, f.shape[i]!)
  out[n++] = mix(12, look)
  out[n++] = mix(mix(13, look), f.suffix2[i]!)
  out[n++] = mix(14, t1)
  out[n++] = mix(mix(15, t1), t2)
  out[n++] = mix(mix(16, t1), w)
  out[n++] = mix(mix(17, t1), s3)
  out[n++] = mix(18, w1)
  out[n++] = mix(19, w2)
  out[n++] = mix(20, r1)
  out[n++] = mix(21, r2)
  out[n++] = mix(mix(22, w1), w)
  out[n++] = mix(mix(23, w), r1)
  out[n++] = mix(24, left ? f.suffix3[i - 1]! : NONE)
  out[n++] = mix(25, right ? f.suffix3[i + 1]! : NONE)
  out[n++] = mix(mix(26, lex), lexRight)
  out[n++] = mix(mix(27, t1), lexRight)
  out[n++] = mix(mix(mix(28, t1), lex), lexRight)
  out[n++] = mix(mix(mix(29, lex), lexRight), lexRight2)
  out[n++] = mix(mix(30, look), right ? f.look[i + 1]! : 512)
  out[n++] = mix(mix(31, look), left ? f.look[i - 1]! : 512)
  out[n++] = mix(mix(32, lex), t1)
  out[n++] = mix(mix(mix(33, t2), t1), lex)
  out[n++] = mix(mix(34, w), lexRight)
  out[n++] = mix(mix(35, w1), lex)
  out[n++] = mix(mix(36, w1), r1)
  out[n++] = mix(mix(mix(37, w1), w), lexRight)
  out[n++] = mix(mix(38, right ? f.suffix2[i + 1]! : NONE), lex)
  out[n++] = mix(mix(39, lex), look)
  return n
}
