import type { Event, Stance } from '../../model/index.ts'
import { type ClaimView, joined } from '../view.ts'

const DOUBTS =
  /\b(?:doubt(?:s|ed|ing|ful)?|sceptic\w*|skeptic\w*|question(?:s|ed|ing)|cast doubt|unconvinced|implausible|unlikely|challeng(?:e|es|ed|ing)|disput(?:e|es|ed|ing))\b/iu
const CORRECTS =
  /\b(?:correct(?:s|ed|ing|ion)|clarif(?:y|ies|ied)|retract(?:s|ed|ion)|withdr(?:ew|aws|awn) (?:its|his|her|their|the)|revis(?:e|es|ed|ing)|amend(?:s|ed))\b/iu

/**
 * What a claim does to its question, from its modality, its polarity and the words that attribute it.
 * @param event the event asked about: where a claim negates another of its events, it still asserts this one
 */
export function stanceOf(claim: ClaimView, event: Event | null = null): Stance {
  const { modality, polarity, chain, events } = claim.claim
  if (modality === 'cannotConfirm') return 'cannotConfirm'
  const cue = chain.map((link) => joined(link.cue)).join(' ')
  const negated = event?.negated ?? false
  if (modality === 'denied') return negated ? 'asserts' : 'denies'
  if (CORRECTS.test(cue)) return 'corrects'
  if (DOUBTS.test(cue)) return 'doubts'
  if (negated) return 'denies'
  if (polarity !== 'negated') return 'asserts'
  return event && events.some((other) => other.negated) ? 'asserts' : 'denies'
}
