import type { Likelihood, Reliability } from '../../model/index.ts'
import { LIKELIHOOD } from '../../model/index.ts'

/** How often a source of a grade is right: at least, about, at most. */
export interface Accuracy {
  readonly low: number
  readonly mid: number
  readonly high: number
}

/**
 * What a grade is taken to mean in numbers. The scale defines none: these are our reading of its words, given as ranges for that reason
 * (docs/decisions/0231-weighing.md). E tells nothing, rather than the contrary. F is no number: such a source is left out.
 */
const GRADED: Readonly<Record<Exclude<Reliability, 'F'>, Accuracy>> = {
  A: { low: 0.9, mid: 0.95, high: 0.98 },
  B: { low: 0.8, mid: 0.87, high: 0.93 },
  C: { low: 0.65, mid: 0.75, high: 0.85 },
  D: { low: 0.5, mid: 0.58, high: 0.66 },
  E: { low: 0.5, mid: 0.5, high: 0.5 },
}

/** Of a source that nobody has graded: an assumption, and told as one. */
export const UNGRADED: Accuracy = { low: 0.6, mid: 0.7, high: 0.8 }

/** The accuracy that a grade stands for; null for F. */
export function accuracyOf(grade: Reliability | null): Accuracy | null {
  return grade === null ? UNGRADED : grade === 'F' ? null : GRADED[grade]
}

/** Log-odds of an accuracy: what one voice weighs (ACCU of Dong, Berti-Equille and Srivastava, VLDB 2009, with one way to be wrong). */
export function logOdds(accuracy: number): number {
  return Math.log(accuracy / (1 - accuracy))
}

/**
 * The chance that an answer is right when independent voices of these accuracies speak for and against it and nothing was known
 * before; low with the supporters at their worst and the opponents at their best, high the other way about. 0 to 1.
 */
export function chanceOf(speakFor: readonly Accuracy[], against: readonly Accuracy[]): Accuracy {
  const sum = (list: readonly Accuracy[], end: keyof Accuracy): number =>
    list.reduce((total, accuracy) => total + logOdds(accuracy[end]), 0)
  const chance = (plus: keyof Accuracy, minus: keyof Accuracy): number =>
    1 / (1 + Math.exp(sum(against, minus) - sum(speakFor, plus)))
  return { low: chance('low', 'high'), mid: chance('mid', 'mid'), high: chance('high', 'low') }
}

/** The word for a chance from 0 to 1. Nothing is certain: what is beyond a band's end has the word at that end. */
export function inWords(chance: number): Likelihood {
  const percent = chance * 100
  const words = Object.keys(LIKELIHOOD) as Likelihood[]
  return words.findLast((word) => percent >= LIKELIHOOD[word].from) ?? 'almost no chance'
}

/** Percent from 1 to 99: a chance is never nought or a hundred. */
export function percentOf(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)))
}

/** z of a range that leaves out a tenth at either end. */
const Z80 = 1.2816

/** The range of a share that so few voices leave open (Wilson 1927), 80 percent. */
export function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  const share = count / of
  const z2 = Z80 ** 2
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z80 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
