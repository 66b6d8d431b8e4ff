import type { Figure } from '../../model/index.ts'
import { dimensionOf } from '../figures/units.ts'
import { isCounter } from '../terms/nouns.ts'
import { type ClaimView, sentenceAt } from '../view.ts'
import { headOf, namesPlace } from './phrase.ts'
import type { Proposition, RoleGroup } from './proposition.ts'

const ANSWERING = new Set(['count', 'money', 'percent', 'measure'])
const DEFINITE = /\b(?:the|these|those|both|its|their|his|her|our|all|other|first|last|next)\s+$/iu
const TIME_UNIT = /^(?:s|sec|min|h|hr|d|wk|mo|yr|a|(?:second|minute|hour|day|week|month|year|decade)s?)$/iu
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u

/** The figures of a claim that answer "how many" or "how much": no calibres and ages, no figure of a nested claim, no "the two nations". */
export function answeringFigures(claim: ClaimView): readonly Figure[] {
  const nested = claim.view.nested.get(claim.claim.id) ?? []
  return claim.claim.figures.flatMap((id) => {
    const figure = claim.view.figures.get(id)
    if (!figure || !ANSWERING.has(figure.kind) || nested.some((other) => other.claim.figures.includes(id))) return []
    if (figure.kind === 'measure' && figure.unit !== null && TIME_UNIT.test(figure.unit)) return []
    return isPresupposed(claim, figure) ? [] : [figure]
  })
}

/** "the two countries": known to the reader of the text, not told. */
function isPresupposed(claim: ClaimView, figure: Figure): boolean {
  if (
    figure.kind !== 'count' ||
    figure.bound !== 'exact' ||
    figure.role !== 'unstated' ||
    figure.best === null ||
    figure.best > 12
  )
    return false
  const { text } = claim.view.report
  return figure.best <= 1 || DEFINITE.test(text.slice(Math.max(0, figure.cell.start - 12), figure.cell.start))
}

/** Lemma of what a figure counts; null when the text does not say, or says a place or a month, which nobody counts. */
export function countedHead(claim: ClaimView, figure: Figure): string | null {
  if (figure.of) {
    const head = headOf(claim.view, figure.of)
    if (head && (namesPlace(claim.view, head) || CALENDAR.test(head.lower))) return null
    if (head && (figure.ofHead === null || figure.ofHead.length <= 2)) return head.lemma
  }
  return figure.ofHead === null || figure.ofHead.length <= 2 ? null : figure.ofHead.toLowerCase()
}

/** What sort of number answers: "count", "money USD", "percent", "measure length": 300 miles and 480 km answer the same question. */
export function measureOf(figure: Figure): string {
  const dimension = figure.kind === 'measure' ? dimensionOf(figure.unit) : null
  if (dimension !== null) return `measure ${dimension}`
  return figure.unit === null || figure.kind === 'percent' ? figure.kind : `${figure.kind} ${figure.unit}`
}

export function roleOf(figure: Figure): RoleGroup {
  return figure.role === 'unstated' || figure.role === 'total' ? 'whole' : figure.role
}

/** Figures that answer one question each: by measure, role and what is counted. */
export function sorted(claim: ClaimView, figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = `${measureOf(figure)}|${roleOf(figure)}|${countedHead(claim, figure) ?? ''}`
    const known = groups.get(key)
    if (known) known.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.values()]
}

/**
 * "The total", "the number", "12,000 in all": what the figure just before it in the paragraph counts.
 * Only for a figure that is said to be a total or addition, or is counted by a word like "number" or "toll".
 * @param head what the text says it counts; when it does, the earlier figure must count the same
 * @param before propositions of earlier claims, `made` those of this one so far
 */
export function referent(
  claim: ClaimView,
  figure: Figure,
  head: string | null,
  before: readonly Proposition[],
  made: readonly Proposition[],
): Proposition | null {
  const sentence = sentenceAt(claim.view, figure.cell.start)
  if (!sentence) return null
  const { text } = claim.view.report
  const counts = /\b(?:total|number|toll|figure|count|tally|altogether|overall|in all|more|another|others)\b/iu.test(
    text.slice(sentence.start, sentence.end),
  )
  if (!counts && figure.role === 'unstated') return null
  for (let i = before.length + made.length - 1; i >= 0; i--) {
    const other = i < before.length ? before[i] : made[i - before.length]
    const last = other?.figures[other.figures.length - 1]
    if (!other || !last || other.claim.view !== claim.view || last.cell.start >= figure.cell.start || last.id === figure.id)
      continue
    if (sentenceAt(claim.view, last.cell.start)?.paragraph !== sentence.paragraph) return null
    if (last.kind !== figure.kind || measureOf(last) !== measureOf(figure)) continue
    if (head !== null && !isCounter(head) && countedHead(other.claim, last) !== head) continue
    return other
  }
  return null
}
