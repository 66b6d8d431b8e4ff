import { ATOMS, stamp } from './atoms.ts'
import type { Forms } from './forms.ts'
import type { Linear } from './linear.ts'

/** So many templates are asked first; where they leave the second best so far behind, the rest are not. Measured on the treebanks' dev parts. */
const SOME = 22
const SURE = 20_000
const NONE = 0x5bd1e995
const features = new Int32Array(64)

/**
 * Tags a stretch of words from left to right, greedily, each with one of the model's classes.
 * @param first,end the sentence's words in `forms`; `tags` is written at the same places
 */
export function tagSentence(model: Linear, forms: Forms, first: number, end: number, tags: Uint8Array): void {
  for (let i = first; i < end; i++) {
    const n = tagFeatures(forms, first, end, i, tags, features)
    tags[i] = model.decide(features, n, SOME, SURE)
  }
}

/**
 * Writes the feature hashes of word `i` and returns how many; tags left of `i` must stand in `tags`. Each is a sum of atoms (see
 * `ATOMS`), and the order is the number of its template.
 */
export function tagFeatures(f: Forms, first: number, end: number, i: number, tags: Uint8Array, out: Int32Array): number {
  const left = i > first
  const right = i + 1 < end
  const w = f.word[i]!
  const w1 = Math.imul(left ? f.lower[i - 1]! : NONE, 0x2c1b3c6d)
  const w2 = Math.imul(i - 2 >= first ? f.lower[i - 2]! : NONE, 0x297a2d39)
  const r1 = Math.imul(right ? f.lower[i + 1]! : NONE, 0x1b873593)
  const r2 = Math.imul(i + 2 < end ? f.lower[i + 2]! : NONE, 0x165667b1)
  const t1 = Math.imul(ATOMS[left ? tags[i - 1]! + 1 : 0]!, 0x38b34ae5)
  const t2 = Math.imul(ATOMS[i - 2 >= first ? tags[i - 2]! + 1 : 0]!, 0x5bd1e995)
  const look = Math.imul(f.look[i]! + (left ? 1 : 257), 0x7feb352d)
  const lookLeft = Math.imul(left ? f.look[i - 1]! + 1 : 0, 0x846ca68b)
  const lookRight = Math.imul(right ? f.look[i + 1]! + 1 : 0, 0x6a09e667)
  const lex = ATOMS[f.lexicon[i]! + 1]!
  const lexRight = Math.imul(right ? ATOMS[f.lexicon[i + 1]! + 1]! : 0, 0x510e527f)
  const lexRight2 = Math.imul(i + 2 < end ? ATOMS[f.lexicon[i + 2]! + 1]! : 0, 0x1f83d9ab)
  const may = Math.imul(f.dictionary[i]! + 1, 0x2545f491)
  const mayRight = Math.imul(right ? f.dictionary[i + 1]! + 1 : 0, 0x6a09e667)
  const s2 = f.suffix2[i]!
  const s3 = f.suffix3[i]!
  let n = 0
  out[n++] = 0
  out[n++] = f.lower[i]!
  out[n++] = f.exact[i]!
  out[n++] = s3
  out[n++] = s2
  out[n++] = f.suffix4[i]!
  out[n++] = f.shape[i]!
  out[n++] = look
  out[n++] = t1 + w
  out[n++] = t1 + t2
  out[n++] = w1
  out[n++] = r1
  out[n++] = lex + t1
  out[n++] = lex + lexRight
  out[n++] = t1 + lex + lexRight
  out[n++] = may + t1
  out[n++] = may + lex
  out[n++] = lex + look
  out[n++] = w1 + w
  out[n++] = w + r1
  out[n++] = w + lexRight
  out[n++] = look + lookRight
  out[n++] = f.suffix1[i]!
  out[n++] = f.prefix1[i]!
  out[n++] = f.prefix2[i]!
  out[n++] = f.prefix3[i]!
  out[n++] = look + s2
  out[n++] = t1
  out[n++] = t1 + s3
  out[n++] = w2
  out[n++] = r2
  out[n++] = Math.imul(left ? f.suffix3[i - 1]! : NONE, 0x297a2d39)
  out[n++] = Math.imul(right ? f.suffix3[i + 1]! : NONE, 0x297a2d39)
  out[n++] = t1 + lexRight
  out[n++] = lex + lexRight + lexRight2
  out[n++] = look + lookLeft
  out[n++] = t2 + t1 + lex
  out[n++] = w1 + lex
  out[n++] = w1 + r1
  out[n++] = w1 + w + lexRight
  out[n++] = Math.imul(right ? f.suffix2[i + 1]! : NONE, 0x297a2d39) + lex
  out[n++] = lex + look + t1
  out[n++] = look + lookLeft + lookRight
  out[n++] = may
  out[n++] = may + look
  out[n++] = may + s2
  out[n++] = mayRight + lex
  stamp(out, n)
  return n
}
