import { type Cell, cellAt, type Figure, type Sentence, type Span, type TimeExpression, type Token } from '../../model/index.ts'
import { type Lexeme, lexemes } from '../numbers/index.ts'
import { findTimes } from '../times/index.ts'
import { type Counted, findCounted } from './counted.ts'
import { findQuantities, type Quantity } from './quantity.ts'
import { readRole } from './role.ts'

export { VAGUE, type VagueRow } from './vague.ts'

const COUNTING = new Set(['count', 'percent', 'ratio', 'measure', 'money'])

/**
 * Finds every quantity of a text as an interval with its meaning: how many, with which bound, in which unit, of what, and whether
 * it is a total or an addition. Calibres, model numbers, ordinals and ages come out under their own kind; times and dates not at all.
 * Linear in the length of the text. Ids are `f1`, `f2`, … in text order.
 * @param tokens in text order; used for the noun phrase that is counted, numbers are read from the text itself
 * @param found the times of the text, where they are known already
 */
export function findFigures(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  found: readonly TimeExpression[] = findTimes(text, tokens, sentences, null),
): Figure[] {
  const all = lexemes(text)
  const times = found.filter((time) => time.kind !== 'duration').map((time): Span => time.cell)
  const masked = [...times, ...addresses(text)].sort((a, b) => a.start - b.start)
  const quantities = findQuantities(all, masked)
  const out: Figure[] = []
  let sentence = 0
  for (const [index, quantity] of quantities.entries()) {
    const start = all[quantity.first]!.start
    const end = all[quantity.next - 1]!.end
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= start) sentence += 1
    const within = sentences[sentence] ?? { start: 0, end: text.length, firstToken: 0, endToken: tokens.length, paragraph: 0 }
    let counted = COUNTING.has(quantity.kind) ? findCounted(text, tokens, start, end, within) : null
    if (counted && times.some((time) => time.start < counted!.cell.end && counted!.cell.start < time.end)) counted = null
    if (counted && quantity.kind === 'count' && isCharge(all, quantity, counted)) continue
    const before = out.at(-1)
    if (
      !counted &&
      (quantity.kind === 'count' || quantity.kind === 'percent') &&
      before?.kind === quantity.kind &&
      before.of &&
      before.ofHead &&
      before.cell.start >= within.start
    ) {
      counted = { cell: before.of, head: before.ofHead }
    }
    const those = counted && /^(?:them|whom|which|these|those)$/.test(counted.head) ? counted.cell : null
    if (those && before?.of && before.ofHead && before.cell.start >= within.start)
      counted = { cell: before.of, head: before.ofHead }
    const floor = Math.max(index > 0 ? quantities[index - 1]!.next : 0, lexemeAt(all, within.start, quantity.first, -1))
    const ceiling = Math.min(quantities[index + 1]?.first ?? all.length, lexemeAt(all, within.end, quantity.next, 1))
    const figure = figureOf(text, all, quantity, counted, out.length + 1, floor, ceiling, cellAt(text, start, end))
    out.push(
      those && figure.role === 'unstated'
        ? { ...figure, role: 'share', roleCue: cellAt(text, all[quantity.next]!.start, those.end) }
        : figure,
    )
    if (before) out[out.length - 2] = partOf(text, before, out.at(-1)!)
  }
  return out
}

/**
 * "half of the 3,000", "5,000 of its 12,000 homes": a part of a whole that the text numbers. A fraction becomes the number that it
 * makes; what it is a part of stands in the cue.
 */
function partOf(text: string, part: Figure, whole: Figure): Figure {
  if (whole.cell.start - part.cell.end > 24 || !/^(?:count|percent|ratio)$/.test(part.kind) || whole.kind !== 'count') return part
  if (
    !/^ of (?:(?:the|its|their|his|her|our|those|these|all|some|more than|about|roughly|around|an estimated) ){0,2}$/.test(
      text.slice(part.cell.end, whole.cell.start),
    )
  )
    return part
  const roleCue = cellAt(text, part.cell.end + 1, whole.cell.end)
  const share: Figure = { ...part, role: 'share', roleCue, of: whole.of, ofHead: whole.ofHead }
  if (part.kind !== 'ratio') return share
  const times = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : Math.round(a * b * 1e6) / 1e6
  return {
    ...share,
    kind: 'count',
    low: times(part.low, whole.low),
    best: times(part.best, whole.best),
    high: times(part.high, whole.high),
    bound: part.bound === 'exact' ? whole.bound : part.bound,
    approximate: part.approximate || whole.approximate,
  }
}

/** Web and mail addresses, whose digits count nothing. */
export function addresses(text: string): Span[] {
  return [...text.matchAll(/\b(?:https?:\/\/|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,63}/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** "pleaded guilty to one count": a charge, not a number of things. */
function isCharge(all: readonly Lexeme[], quantity: Quantity, counted: Counted): boolean {
  if (counted.head !== 'count') return false
  for (let i = quantity.first - 1; i >= 0 && quantity.first - i < 10; i--) {
    if (/^(?:guilty|charged|charge|convicted|indicted|acquitted|faces|faced|facing|plead|pleaded|sentenced)$/.test(all[i]!.lower))
      return true
  }
  return false
}

/** Walks from a lexeme to the one at the given offset; figures are short, so few steps do. */
function lexemeAt(all: readonly Lexeme[], offset: number, from: number, step: 1 | -1): number {
  let i = from
  if (step === 1) while (i < all.length && all[i]!.start < offset && i - from < 40) i += 1
  else while (i > 0 && all[i - 1]!.start >= offset && from - i < 40) i -= 1
  return i
}

function figureOf(
  text: string,
  all: readonly Lexeme[],
  quantity: Quantity,
  counted: Counted | null,
  number: number,
  floor: number,
  ceiling: number,
  cell: Cell,
): Figure {
  let past = quantity.next
  if (counted && counted.cell.start >= cell.end) {
    while (past < all.length && all[past]!.start < counted.cell.end) past += 1
  }
  const role =
    quantity.kind === 'count' || quantity.kind === 'money' || quantity.kind === 'measure' || quantity.kind === 'percent'
      ? readRole(text, all, quantity.first, quantity.next, past, floor, ceiling)
      : { role: 'unstated' as const, cue: null }
  const share = quantity.share && role.role === 'unstated' && all[quantity.next]?.lower === 'of'
  const portion = quantity.kind === 'ratio' && quantity.share && counted !== null && counted.cell.start >= cell.end
  return {
    id: `f${number}`,
    cell,
    kind: quantity.kind,
    low: quantity.low,
    best: quantity.best,
    high: quantity.high,
    bound: quantity.bound,
    approximate: quantity.approximate,
    vague: quantity.vague,
    unit: quantity.unit,
    of: counted?.cell ?? null,
    ofHead: counted?.head ?? null,
    role: share || portion ? 'share' : role.role,
    roleCue: share ? cellAt(text, all[quantity.next]!.start, all[quantity.next]!.end) : role.cue,
    event: null,
  }
}
