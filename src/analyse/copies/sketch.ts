import { plainWords, shingles } from './shingles.ts'

/** Words a shingle, where two texts are compared. */
const SIZE = 3
/** Words a shingle, where texts are looked up: three words that follow one another stand in many texts by chance, five in few. */
const LOOKED_UP = 5
/** Fewer words than this say too little to be a copy. */
const LEAST_WORDS = 20
/** One shingle in so many stands in the sketch. */
const SAMPLED = 4
/** One in so many of a copy's sketch must stand in the sketch of what it copies, before the texts themselves are compared. */
export const NEAR = 5

/** Which texts a text may have copied, or been copied by, in a few numbers that an index can hold. */
export interface Sketch {
  /** Shingles of the whole text, each once, sorted. Empty for a text too short to compare. */
  readonly shingles: Uint32Array
  /** Those of them that are sampled, as signed 32-bit numbers. */
  readonly sampled: Int32Array
}

/** A text with its quotations cut out: two reports that quote one speech are not copies of each other. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]{0,2000}”|"[^"\n]{0,2000}"/gu, ' ')
}

/**
 * The sketch of a text: of its runs of five words, those whose hash is 0 modulo 4 (Broder 1997, "mod s"). Unlike the least hashes of
 * each band, the share of them that stands in another text's is an estimate of containment, so that a brief in a long story is found.
 */
export function sketchOf(text: string): Sketch {
  const words = plainWords(withoutQuotations(text))
  if (words.length < LEAST_WORDS) return { shingles: new Uint32Array(0), sampled: new Int32Array(0) }
  const runs = shingles(words, LOOKED_UP)
  return { shingles: shingles(words, SIZE), sampled: Int32Array.from(runs.filter((hash) => hash % SAMPLED === 0)) }
}

/** How many sampled shingles of a copy must stand in the original's sketch, from how many it has. */
export function leastCommon(sampled: number): number {
  return Math.max(1, Math.floor(sampled / NEAR))
}
