import type { Page } from '../../grammar/page.ts'
import { draftByRules } from '../index.ts'
import { cueFeatures, MOST_CUE_FEATURES, mayCue } from './cue-features.ts'
import { markWords } from './marks.ts'
import type { AttributionModel } from './model.ts'
import { PRIOR_CUE } from './role-features.ts'

/** What moved the model for or against a word as the head of a cue, in log-odds. */
export interface Ground {
  readonly what: string
  readonly weight: number
}

/** Why a word was, or was not, taken for the head of a cue. Spans are characters of the text. */
export interface ExplainedCue {
  readonly start: number
  readonly end: number
  /** Probability that it heads a cue. */
  readonly probability: number
  /** The weightiest first; features of one kind added up. The rest is in the last one. */
  readonly grounds: readonly Ground[]
}

/** Templates of `cueFeatures` by what they look at. */
const KINDS: readonly (readonly [string, readonly number[]])[] = [
  ['how often words head cues at all', [1]],
  ['the word itself', [2, 3, 4, 5, 6]],
  ['the kind of verb or noun it is', [7, 8]],
  ['what the rules made of it', [9, 10, 11, 12, 13]],
  ['whether it stands in what somebody says', [14, 15, 62, 63]],
  ['the words beside it', [16, 17, 18, 19, 20, 21, 22, 23, 24, 58]],
  ['quotation marks', [25, 26, 27, 28]],
  ['what it hangs on in the sentence', [29, 30, 31, 32, 33]],
  ['what hangs on it', [34, 35, 36, 37, 38, 39]],
  ['its subject', [40, 41, 42, 43, 60, 61]],
  ['its object', [44, 45, 46]],
  ['the clause that it opens', [47, 48, 49, 50, 51, 52, 64]],
  ['its form and tense', [53, 54, 55, 56, 57]],
  ['where in the report it stands', [59]],
]
const MOST = 5

/** For every word that may head a cue, what the model goes by. */
export function explainCues(page: Page, model: AttributionModel): ExplainedCue[] {
  const { tree, tokens } = page
  if (!tree) return []
  const drafts = draftByRules(page)
  const marks = markWords(page, drafts)
  const features = new Int32Array(MOST_CUE_FEATURES)
  const one = new Int32Array(1)
  const kinds = new Uint8Array(MOST_CUE_FEATURES)
  const out: ExplainedCue[] = []
  for (const [i, { start, end }] of tokens.entries()) {
    if (!mayCue(marks, i, model.known)) continue
    const count = cueFeatures(page, tree, marks, drafts, i, features, kinds)
    const byKind = new Float64Array(256)
    let odds = 0
    for (let k = 0; k < count; k++) {
      one[0] = features[k]!
      model.cues.score(one, 1)
      const weight = model.cues.scores[0]! * model.unit
      byKind[kinds[k]!]! += weight
      odds += weight
    }
    const grounds = KINDS.map(([what, templates]) => ({ what, weight: templates.reduce((sum, t) => sum + byKind[t]!, 0) }))
    if (marks.draftOf[i]! >= 0) grounds.push({ what: 'that a rule found it', weight: PRIOR_CUE })
    const prior = marks.draftOf[i]! >= 0 ? PRIOR_CUE : 0
    grounds.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.what < b.what ? -1 : 1))
    const rest = grounds.slice(MOST).reduce((sum, { weight }) => sum + weight, 0)
    out.push({
      start,
      end,
      probability: 1 / (1 + Math.exp(-odds - prior)),
      grounds: [...grounds.slice(0, MOST), { what: 'the rest', weight: rest }],
    })
  }
  return out
}
