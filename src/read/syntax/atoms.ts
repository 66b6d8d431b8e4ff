import { mix } from './hash.ts'

/**
 * Small numbers (tags, relations, distances) as well spread 32-bit ones, 0 staying 0. A parser's feature is a sum of such atoms, each
 * times an odd number that stands for its role, so that a feature costs an addition or two.
 */
export const ATOMS: Int32Array = Int32Array.from({ length: 256 }, (_, i) => (i === 0 ? 0 : mix(i, 0x51ed270b)))

const TEMPLATES = Int32Array.from({ length: 256 }, (_, i) => mix(i + 1, 0x2545f491))

/** Adds to each sum the number of its template, so that equal sums of different templates are different features. */
export function stamp(sums: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) sums[i]! += TEMPLATES[i]!
}
