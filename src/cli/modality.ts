import type { Modality, Polarity } from '../model/index.ts'

export const MODALITIES: readonly Modality[] = [
  'asserted',
  'reported',
  'believed',
  'possible',
  'planned',
  'denied',
  'cannotConfirm',
]

/** "possible, not": the modality as a person reads it, with the polarity where it matters. */
export function modalityInWords(modality: Modality, polarity: Polarity): string {
  const word = modality === 'cannotConfirm' ? "can't confirm" : modality
  return polarity === 'negated' && modality !== 'denied' ? `${word}, not` : word
}
