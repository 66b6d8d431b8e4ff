import type { Stance } from '../../model/index.ts'
import { type ClaimView, joined } from '../view.ts'

const DOUBTS =
  /\b(?:doubt(?:s|ed|ing|ful)?|sceptic\w*|skeptic\w*|question(?:s|ed|ing)|cast doubt|unconvinced|implausible|unlikely|challeng(?:e|es|ed|ing)|disput(?:e|es|ed|ing))\b/iu
const CORRECTS =
  /\b(?:correct(?:s|ed|ing|ion)|clarif(?:y|ies|ied)|retract(?:s|ed|ion)|withdr(?:ew|aws|awn) (?:its|his|her|their|the)|revis(?:e|es|ed|ing)|amend(?:s|ed))\b/iu

/** What a claim does to its question, from its modality, its polarity and the words that attribute it. */
export function stanceOf(claim: ClaimView): Stance {
  const { modality, polarity, chain } = claim.claim
  if (modality === 'cannotConfirm') return 'cannotConfirm'
  const cue = chain.map((link) => joined(link.cue)).join(' ')
  if (modality === 'denied')
    return polarity === 'negated' && claim.claim.events.some((event) => event.negated) ? 'asserts' : 'denies'
  if (CORRECTS.test(cue)) return 'corrects'
  if (DOUBTS.test(cue)) return 'doubts'
  return polarity === 'negated' ? 'denies' : 'asserts'
}
