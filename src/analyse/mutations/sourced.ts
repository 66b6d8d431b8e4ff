import { type ClaimView, joined } from '../view.ts'
import { anchor, type Ground, isDistinctive } from './related.ts'
import { sameStatement } from './restated.ts'
import { isNamed, retells } from './retelling.ts'
import { isFact, type Rule, type Stated } from './rule.ts'

/** "confirmed", "acknowledged": the official speaks for itself, and that is news. */
const OWN_WORD = /\b(?:confirm|acknowledg|admit|announc|reveal|concede|declar)\w*/i

/** What an unnamed source said is told as the word of a body or a named person. */
export const sourceUpgraded: Rule = (before, after, ground) => {
  const earlier = before.p.claim.claim.chain.at(-1)
  const later = after.p.claim.claim.chain.at(-1)
  if (earlier?.speaker !== 'anonymous' || earlier.source.length === 0) return null
  if (!later || later.source.length === 0 || (later.speaker !== 'body' && later.speaker !== 'person')) return null
  if (!isNamed(after.p.claim, ground) || OWN_WORD.test(joined(later.cue)) || !sameNumbers(before, after)) return null
  // Somebody whom the earlier report names, too, may have said it there
  if (before.p.claim.view.claims.some((claim) => shareNamed(claim, after.p.claim, ground))) return null
  const link = sameStatement(before.p, after.p) ? retells(before.p.claim, after.p.claim, ground) : null
  if (link === null) return null
  return {
    kind: 'sourceUpgraded',
    before: earlier.source,
    after: later.source,
    why: `what an unnamed source said, “${joined(earlier.source)}”, is told as the word of “${joined(later.source)}”`,
    link,
  }
}

/** What somebody said is told as a fact by a report that names that source nowhere. */
export const sourceLost: Rule = (before, after, ground) => {
  const earlier = before.p.claim.claim.chain.at(-1)
  if (!earlier || earlier.source.length === 0 || after.p.claim.claim.chain.length > 0) return null
  if (!isFact(after.p) || !isFact(before.p) || !sameNumbers(before, after) || !isNamed(before.p.claim, ground)) return null
  const { view } = after.p.claim
  if (view.claims.some((claim) => shareNamed(before.p.claim, claim, ground)) || credited(after.p.claim, before.p.claim, ground))
    return null
  const link = sameStatement(before.p, after.p) ? retells(before.p.claim, after.p.claim, ground) : null
  if (link === null) return null
  const [first] = after.p.claim.claim.content
  return {
    kind: 'sourceLost',
    before: [...earlier.source, ...earlier.cue],
    after: after.p.event ? [after.p.event.predicate] : first ? [first] : [],
    why: `what “${joined(earlier.source)}” said is told as a fact, with no source`,
    link,
  }
}

/** The same number on both sides, one that tells; or none, and the words must tell. */
function sameNumbers(before: Stated, after: Stated): boolean {
  const [a, b] = [before.figure, after.figure].map((figure) => (figure ? anchor(figure) : null))
  return a === b && (a === null || a === undefined || isDistinctive(a) || before.p.lemmas.length >= 6)
}

function shareNamed(a: ClaimView, b: ClaimView, ground: Ground): boolean {
  const ids = (claim: ClaimView): readonly (string | null)[] => ground.resolution.chains[claim.id] ?? []
  return ids(a).some((id) => id !== null && !ground.resolution.byId.get(id)?.anonymous && ids(b).includes(id))
}

/** The later report credits the earlier one's outlet or source by name somewhere, in a dateline or at its foot. */
function credited(after: ClaimView, before: ClaimView, ground: Ground): boolean {
  const { text } = after.view.report
  const outlet = before.view.report.metadata.outlet
  const id = ground.resolution.chains[before.id]?.at(-1)
  const name = id == null ? undefined : ground.resolution.byId.get(id)?.source.name
  return [outlet, name].some((words) => words != null && text.toLowerCase().includes(words.toLowerCase()))
}
