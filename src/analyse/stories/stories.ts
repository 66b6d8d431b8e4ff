import { averageLink } from './average-link.ts'
import { likenesses, smoothed, vectorsOf } from './vectors.ts'

/** Least mean likeness of two groups that tell one happening: headlines share few words by nature, leads and whole texts more. */
const LEAST = { headlines: 0.04, texts: 0.21 } as const
const HEADLINE_WORDS = 15

/**
 * Groups texts that report the same happening, by words they share and words that their neighbours share with them.
 * Deterministic; ties go to the earlier text. Time grows with the square of the texts that share a word: meant for one situation.
 * @param texts headlines, leads or whole texts, all of one sort
 * @returns for each text the index of the first text of its group
 */
export function storiesOf(texts: readonly string[]): readonly number[] {
  const lengths = texts.map((text) => text.split(/\s+/u).length).sort((a, b) => a - b)
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0
  const pairs = likenesses(smoothed(vectorsOf(texts)))
  return averageLink(pairs, usual < HEADLINE_WORDS ? LEAST.headlines : LEAST.texts)
}
