import type { Credibility, Factor, Question, Reconciliation } from '../../model/index.ts'
import type { Voices } from './voices.ts'

/** What is known of one claim as an answer to its question. */
export interface Item {
  readonly claim: string
  readonly stance: Question['members'][number]['stance']
  readonly factors: readonly Factor[]
  readonly standing: Standing
}

interface Standing {
  /** Independent origins for what it says, its own among them, and against it. */
  readonly speakFor: number
  readonly against: number
  /** A named one among those for it. */
  readonly named: boolean
  /** Somebody could look for themselves, or saw it. */
  readonly shown: boolean
  /** Its own report's figures do not add up, or it bent what it passes on. */
  readonly flawed: boolean
}

/**
 * Grades an item by what else is known of the matter, never by who says it: the two axes of the scale stay apart. 1 only with two
 * independent origins, one of them named, nobody against and nothing wrong with it; 6 where nothing can be judged.
 *
 * | for | against | shown | grade |
 * |---|---|---|---|
 * | 0, or 1 unnamed | 0 | no | 6 |
 * | 1 | 0 | yes / no | 2 / 3 |
 * | 2 or more | 0 | – | 1 (2 if all unnamed) |
 * | more for than against | 1 or more | – | 2 |
 * | as many | – | yes / no | 3 / 4 |
 * | fewer | – | yes / no | 4 / 5 |
 *
 * A flaw costs two grades, down to 5; what cannot be judged and is flawed is doubtful (4).
 */
export function gradeOf({ speakFor, against, named, shown, flawed }: Standing): Credibility {
  const grade = ((): Credibility => {
    if (against === 0) {
      if (speakFor >= 2) return named ? 1 : 2
      if (speakFor === 1 && (named || shown)) return shown ? 2 : 3
      return shown ? 3 : 6
    }
    if (speakFor > against) return 2
    if (speakFor === against) return shown ? 3 : 4
    return shown ? 4 : 5
  })()
  if (!flawed) return grade
  return grade === 6 ? 4 : grade >= 3 ? 5 : ((grade + 2) as Credibility)
}

/** Who speaks for and against what a claim says, in words. */
export function originFactors(
  voices: Voices,
  names: (origin: string) => string,
  claimsOf: (origins: readonly string[]) => readonly string[],
): readonly Factor[] {
  const list = (ids: readonly string[]): string => ids.map(names).join(', ')
  const factors: Factor[] = []
  const { for: speakFor, against } = voices
  factors.push({
    kind: 'origins',
    effect: speakFor.length >= 2 ? 'for' : 'none',
    why:
      speakFor.length === 0
        ? 'no recorded origin stands behind it'
        : speakFor.length === 1
          ? `one origin stands behind it: ${list(speakFor)}`
          : `${speakFor.length} independent origins stand behind it: ${list(speakFor)}`,
    claims: claimsOf(speakFor),
  })
  if (against.length > 0)
    factors.push({
      kind: 'contradiction',
      effect: 'against',
      why: `${against.length === 1 ? 'one origin says' : `${against.length} origins say`} otherwise: ${list(against)}`,
      claims: claimsOf(against),
    })
  return factors
}

/** The sums of its own report that a claim's figures do not fit. */
export function arithmeticFactors(claim: string, reconciliations: readonly Reconciliation[]): readonly Factor[] {
  return reconciliations
    .filter(({ verdict, terms }) => verdict === 'mismatch' && terms.some(({ claims }) => claims.includes(claim)))
    .map(({ why, terms }) => ({
      kind: 'arithmetic',
      effect: 'against',
      why,
      claims: [...new Set(terms.flatMap(({ claims }) => claims))],
    }))
}
