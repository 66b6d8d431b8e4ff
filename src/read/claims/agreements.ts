import type { Agreement } from '../../model/index.ts'
import type { Page, Range } from '../grammar/page.ts'
import { byFirstWord } from '../words.ts'

interface AgreementCue {
  readonly kind: Agreement['kind']
  readonly range: Range
}

const CORROBORATES = byFirstWord([
  'aligns with',
  'aligned with',
  'align with',
  'in line with',
  'consistent with',
  'corroborated by',
  'confirmed by',
  'supported by',
  'backed up by',
  'borne out by',
  'echoed by',
  'matches',
  'tallies with',
  'tally with',
  'chimes with',
  'agrees with',
  'agree with',
  'squares with',
  'corroborates',
  'bears out',
  'echoes',
  'verified by',
  'in agreement with',
  'backs up',
])

const CONTRADICTS = byFirstWord([
  'contradicts',
  'contradict',
  'contradicted',
  'contradicted by',
  'at odds with',
  'in conflict with',
  'conflicts with',
  'conflict with',
  'inconsistent with',
  'disputed by',
  'denied by',
  'refuted by',
  'runs counter to',
  'contrary to',
  'disagrees with',
  'rejected by',
  'challenged by',
  'undercuts',
  'belies',
])

/** Words by which the text itself says that two claims agree or conflict, within a range of tokens; the longest cue wins. */
export function agreementCues(page: Page, from: number, to: number): AgreementCue[] {
  const out: AgreementCue[] = []
  for (let i = from; i < to; i++) {
    const hit = longest(page, i, CORROBORATES)
    const miss = longest(page, i, CONTRADICTS)
    if (hit === 0 && miss === 0) continue
    const length = Math.max(hit, miss)
    let first = i
    if (i > from && /^(?:was|is|were|are|been|not)$/.test(page.words[i - 1]!)) first = i - 1
    const negated = page.words[i - 1] === 'not' || /^(?:n't|never)$/.test(page.words[i - 1] ?? '')
    const kind = hit >= miss === !negated ? 'corroborates' : 'contradicts'
    out.push({ kind, range: { first, end: Math.min(i + length, to) } })
    i += length - 1
  }
  return out
}

function longest(page: Page, at: number, cues: ReadonlyMap<string, readonly (readonly string[])[]>): number {
  let best = 0
  for (const cue of cues.get(page.words[at]!) ?? [])
    if (cue.length > best && cue.every((word, k) => page.words[at + k] === word)) best = cue.length
  return best
}
