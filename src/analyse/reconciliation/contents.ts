import type { Figure } from '../../model/index.ts'
import type { Found, Stretch } from './stretch.ts'
import { pointOf, written } from './sum.ts'

/** What holds things: heads of figures that count containers. */
const HOLDERS = new Set(
  `container box crate truck lorry wagon carriage train ship vessel barge bag sack pallet carton bus plane aircraft flight convoy van
  barrel tank tanker drum can bottle warehouse tent shelter camp hospital ward school shipment cargo parcel package envelope`.split(
    /\s+/,
  ),
)
const HOLDS =
  /\b(?:contain(?:s|ed|ing)?|h(?:e|o)ld(?:s|ing)?|carr(?:y|ies|ied|ying)|load(?:ed|s)?(?: with)?|filled with|packed with|house[sd]?|housing|shelter(?:s|ed|ing)?)\b/i
/** Under one a holder the figures count something else. */
const LEAST = 1

/** "13,000 containers … held up to eight million shells": what that makes a container, said by nobody and open to anyone who divides. */
export function* contents(stretch: Stretch): Generator<Found> {
  for (const holder of stretch.figures) {
    if (holder.kind !== 'count' || !HOLDERS.has(holder.ofHead ?? '') || holder.role === 'rate') continue
    const near = [...stretch.figures, ...(namesHolder(stretch.next, holder) ? (stretch.next?.figures ?? []) : [])]
    for (const held of near) {
      if (held === holder || held.kind !== 'count' || held.ofHead === null || held.ofHead === holder.ofHead) continue
      if (HOLDERS.has(held.ofHead) || held.role === 'rate' || held.cell.start < holder.cell.end) continue
      const words = stretch.report.text.slice(holder.cell.end, held.cell.start)
      if (!HOLDS.test(words)) continue
      const [many, few] = [pointOf(held), pointOf(holder)]
      if (many === null || few === null || few <= 1 || many / few < LEAST) continue
      const arithmetic = `${written(many)} ÷ ${written(few)} = ${written(many / few)}`
      yield {
        kind: 'content',
        verdict: 'implies',
        figures: [held, holder],
        arithmetic,
        why: `${stated(held)} ${plural(held.ofHead)} in ${stated(holder)} ${plural(holder.ofHead ?? '')} make ${bounded(held, holder)}${written(many / few)} a ${holder.ofHead} (${arithmetic})`,
      }
    }
  }
}

/** The sentence behind speaks of the same holders: "… the containers held …". */
function namesHolder(next: Stretch | null, holder: Figure): boolean {
  return (
    next !== null &&
    new RegExp(`\\b(?:the|these|those|they|each|all)\\b[^.]{0,30}\\b(?:${holder.ofHead}s?)\\b|^\\s*They\\b`, 'i').test(next.text)
  )
}

function stated(figure: Figure): string {
  const hedge = { exact: '', about: 'about ', atLeast: 'at least ', atMost: 'up to ', between: 'up to ' }[figure.bound]
  return `${hedge}${written(pointOf(figure) ?? 0)}`
}

/** An upper bound above, or a lower bound below, leaves the quotient bounded the same way. */
function bounded(held: Figure, holder: Figure): string {
  if (held.bound === 'atMost' || holder.bound === 'atLeast')
    return held.bound === 'atLeast' || holder.bound === 'atMost' ? 'about ' : 'at most '
  if (held.bound === 'atLeast' || holder.bound === 'atMost') return 'at least '
  return 'about '
}

function plural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
