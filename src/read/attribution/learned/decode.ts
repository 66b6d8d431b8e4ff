import type { Page } from '../../grammar/page.ts'
import type { Tree } from '../../grammar/tree.ts'
import type { Scorer } from '../../syntax/linear.ts'
import type { Marks } from './marks.ts'
import { MOST_ROLE_FEATURES, MOST_STEP_FEATURES, ROLE, ROLES, roleFeatures, type Setting, stepFeatures } from './role-features.ts'

const features = new Int32Array(MOST_ROLE_FEATURES + MOST_STEP_FEATURES)

/**
 * The roles of the words of a setting, best as a whole: Viterbi over a linear chain (Lafferty, McCallum & Pereira 2001), in which
 * the cue's head is a cue.
 * @param prior what a role that a rule gives is ahead by, in units of the scores
 * @param words scores of a word's role @param steps scores of (role before, role) pairs, class `before * ROLES + role`
 */
export function bestRoles(
  page: Page,
  tree: Tree,
  marks: Marks,
  s: Setting,
  words: Scorer,
  steps: Scorer,
  prior: number,
): Uint8Array {
  const size = s.range.end - s.range.first
  const best = new Float64Array(size * ROLES)
  const from = new Uint8Array(size * ROLES)
  for (let k = 0; k < size; k++) {
    const i = s.range.first + k
    words.score(features, roleFeatures(page, tree, marks, s, i, features))
    for (let c = 0; c < ROLES; c++) best[k * ROLES + c] = i === s.cue && c !== ROLE.cue ? -1e12 : words.scores[c]!
    const ruled = s.ruled[k]!
    if (ruled < ROLES) best[k * ROLES + ruled]! += prior
    if (k === 0) continue
    steps.score(features, stepFeatures(page, marks, s, i, features))
    for (let c = 0; c < ROLES; c++) {
      let top = Number.NEGATIVE_INFINITY
      for (let p = 0; p < ROLES; p++) {
        const score = best[(k - 1) * ROLES + p]! + steps.scores[p * ROLES + c]!
        if (score > top) {
          top = score
          from[k * ROLES + c] = p
        }
      }
      best[k * ROLES + c]! += top
    }
  }
  const out = new Uint8Array(size)
  let last = 0
  for (let c = 1; c < ROLES; c++) if (best[(size - 1) * ROLES + c]! > best[(size - 1) * ROLES + last]!) last = c
  for (let k = size - 1; k >= 0; k--) {
    out[k] = last
    last = from[k * ROLES + last]!
  }
  return out
}
