import { type Cell, cellAt, type FigureRole } from '../../model/index.ts'
import type { Lexeme } from '../numbers/index.ts'
import { CHANGES } from './quantity.ts'

export interface Role {
  readonly role: FigureRole
  readonly cue: Cell | null
}

const MOST_BACK = 4

/**
 * "doubled to 48,000", "fell 4% to 300": what it is now; "rose by 300": what was added. A fall has no role of its own.
 * "from 200 to 600": the 600.
 */
function changeBefore(all: readonly Lexeme[], first: number, floor: number): { role: FigureRole; from: number } | null {
  const link = all[first - 1]
  if (!link || link.broken || (link.lower !== 'to' && link.lower !== 'by')) return null
  // The verb may stand before another figure ("rose 5 percent to 300"), so the floor is passed, by few words
  for (let i = first - 2; i >= 0 && first - i <= (link.lower === 'to' ? MOST_BACK + 6 : MOST_BACK); i--) {
    const word = all[i]!
    if ((CLAUSE_END.test(word.lower) || word.lower === ',') && all[i + 1]!.spaced) return null
    if (word.kind === 'word' && CHANGES.test(word.lower) && word.lower !== 'up' && word.lower !== 'down') {
      if (link.lower === 'to') return { role: 'total', from: i }
      return RISES.test(word.lower) && i >= floor ? { role: 'increment', from: i } : null
    }
  }
  return null
}

/** "with 12 beds left", "there are 40 left": those who "left" have gone. */
function isStill(all: readonly Lexeme[], first: number, floor: number): boolean {
  for (let i = first - 1; i >= floor && first - i <= 4; i--)
    if (/^(?:with|has|have|had|only|just|is|are|was|were|be|there|leaving)$/.test(all[i]!.lower)) return true
  return false
}

/** The last lexeme of a number in digits: "1,000". */
function digitsEnd(all: readonly Lexeme[], at: number): number {
  let end = at
  while (all[end + 1]?.kind === 'sign' && !all[end + 1]!.spaced && all[end + 2]?.kind === 'digits' && !all[end + 2]!.spaced)
    end += 2
  return end
}

const UNSTATED: Role = { role: 'unstated', cue: null }
const INCREMENT_BEFORE = new Set(['another', 'additional', 'further', 'extra', 'new'])
const INCREMENT_AFTER = new Set(['more', 'additional', 'further', 'extra', 'new', 'others'])
const RISES =
  /^(?:ris|rose|risen|grow|grew|grown|increas|climb|jump|soar|surg|rais|lift|expand|swell|swoll|doubl|tripl|trebl|quadrupl|quintupl|add)/
const PERIOD =
  /^(?:second|minute|hour|day|week|month|quarter|year|night|capita|head|person|household|unit|share|barrel|tonne|ton|litre|gallon)$/
const PERIODIC = /^(?:daily|hourly|weekly|monthly|annually|yearly|nightly)$/
const TOTAL_BEFORE = /^(?:total|totals|totall?ed|totall?ing|toll|overall|cumulative|combined|altogether|tally)$/
const TOTAL_AFTER = /^(?:altogether|overall|cumulatively|already)$/
const CLAUSE_END = /^[.;!?:]$/

/**
 * Reads from the words around it whether a figure is the whole so far, an addition, a rate or a remainder.
 * Looks no further than the clause and never past another figure.
 * @param first lexeme where the figure's cell begins
 * @param next lexeme after the figure
 * @param counted lexeme after what is counted, `next` when nothing is
 * @param floor lexeme before which another figure or the sentence begins
 * @param ceiling lexeme where the next figure or the sentence ends
 */
export function readRole(
  text: string,
  all: readonly Lexeme[],
  first: number,
  next: number,
  counted: number,
  floor: number,
  ceiling: number,
): Role {
  const cue = (role: FigureRole, from: number, to: number): Role => ({ role, cue: cellAt(text, all[from]!.start, all[to]!.end) })
  const previous = all[first - 1]
  if (previous && first - 1 >= floor && INCREMENT_BEFORE.has(previous.lower)) return cue('increment', first - 1, first - 1)
  if (previous && first - 2 >= floor && previous.lower === 'estimated' && INCREMENT_BEFORE.has(all[first - 2]!.lower))
    return cue('increment', first - 2, first - 2)
  const changed = changeBefore(all, first, floor)
  if (changed) return cue(changed.role, changed.from, first - 1)
  const following = all[next]
  if (following && next < ceiling && INCREMENT_AFTER.has(following.lower) && all[next + 1]?.lower !== 'than')
    return cue('increment', next, next)
  const tail = all[counted]
  if (tail && counted < ceiling && tail.lower === 'more' && all[counted + 1]?.lower !== 'than')
    return cue('increment', counted, counted)
  for (const at of counted === next ? [next] : [next, counted]) {
    const word = all[at]
    const unit = all[at + 1]
    if (!word || at >= ceiling) continue
    if (unit && /^(?:per|a|an|each|every)$/.test(word.lower) && PERIOD.test(unit.lower)) return cue('rate', at, at + 1)
    if (word.lower === 'per' && unit?.kind === 'digits') return cue('rate', at, digitsEnd(all, at + 1))
    if (PERIODIC.test(word.lower)) return cue('rate', at, at)
  }
  if (previous && first - 1 >= floor && previous.lower === 'remaining') return cue('remaining', first - 1, first - 1)
  if (
    tail &&
    counted < ceiling &&
    ((tail.lower === 'left' && isStill(all, first, floor)) || tail.lower === 'remain' || tail.lower === 'remaining')
  )
    return cue('remaining', counted, counted)
  for (let i = first - 1; i >= floor && first - i < 12; i--) {
    const word = all[i]!.lower
    if (CLAUSE_END.test(word) && all[i + 1]?.spaced) break
    if (TOTAL_BEFORE.test(word)) {
      const death = word === 'toll' && all[i - 1]?.lower === 'death' ? i - 1 : i
      return cue('total', death, i)
    }
  }
  for (let i = counted; i < ceiling && i - counted < 10; i++) {
    const word = all[i]!.lower
    if (CLAUSE_END.test(word)) break
    if (TOTAL_AFTER.test(word)) return cue('total', i, i)
    if (word === 'in' && (all[i + 1]?.lower === 'total' || all[i + 1]?.lower === 'all') && !all[i + 2]?.text.match(/^\p{L}/u))
      return cue('total', i, i + 1)
    if (word === 'so' && all[i + 1]?.lower === 'far') return cue('total', i, i + 1)
    if (word === 'to' && all[i + 1]?.lower === 'date') return cue('total', i, i + 1)
  }
  if (previous && first - 2 >= floor && previous.lower === 'already') return cue('total', first - 1, first - 1)
  return UNSTATED
}
