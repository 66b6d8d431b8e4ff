import type { Bound, FigureKind, Span } from '../../model/index.ts'
import { findNumbers, type Lexeme, type NumberExpression } from '../numbers/index.ts'
import { hedgeAfter, hedgeBefore } from './bounds.ts'
import { codeEnd, isCalibre, isDesignation, isResult } from './context.ts'
import { currencyBefore, type Measured, unitAfter } from './measure.ts'
import { readMultiple } from './multiples.ts'
import type { Unit } from './units.ts'
import { readVague } from './vague-words.ts'

/** A number with its hedges, unit and bounds, before what it counts is known. */
export interface Quantity {
  readonly kind: FigureKind
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly approximate: boolean
  readonly vague: string | null
  readonly unit: string | null
  readonly measure: Unit | null
  /** A fraction or percent: the whole that it is of follows. */
  readonly share: boolean
  /** Lexemes `[first, next)` of the whole expression. */
  readonly first: number
  readonly next: number
}

/** Verbs and adverbs of change: "from A to B" after one is what was and what is, not a range. */
export const CHANGES =
  /^(?:ris|rose|risen|grow|grew|grown|increas|climb|jump|soar|surg|fall|fell|fallen|drop|declin|decreas|slid|slip|cut|reduc|rais|lift|shrink|shrank|shrunk|plung|expand|went|go|gone|mov|up|down|chang|revis|doubl|swell|swoll|dip|eas|slow|widen|narrow|tripl|trebl|quadrupl|quintupl|halv|slash|rocket|balloon|lower|trim|creep|crept|edg|inch(?:ed|ing)|tick(?:ed|ing))/
const COMPOUND =
  /^(?:strong|member|man|person|seat|nation|country|bed|vehicle|truck|ship|room|passenger|place|vote|point|page|unit|crew)$/
const AGE_NEXT = /^(?:old|olds)$/

interface Part {
  readonly number: NumberExpression
  readonly first: number
  readonly next: number
  readonly measured: Measured | null
  readonly currency: string | null
}

/**
 * Finds the quantities of a text: numbers and vague words with hedge, unit and bound, ranges joined, names and codes told apart.
 * @param masked spans that are times or dates: a number inside one is none of ours
 */
export function findQuantities(all: readonly Lexeme[], masked: readonly Span[]): Quantity[] {
  const numbers = findNumbers(all)
  const out: Quantity[] = []
  let mask = 0
  let number = 0
  let at = 0
  const hidden = (span: Span): boolean => {
    while (mask < masked.length && masked[mask]!.end <= span.start) mask += 1
    return mask < masked.length && masked[mask]!.start < span.end
  }
  while (at < all.length) {
    while (number < numbers.length && numbers[number]!.first < at) number += 1
    const here = numbers[number]
    if (hidden(all[at]!)) {
      at += 1
      continue
    }
    const code = codeEnd(all, at)
    if (code !== null) {
      at = code
      continue
    }
    const multiple = here?.first === at ? null : readMultiple(all, at)
    if (multiple) {
      out.push(hedgedMultiple(all, multiple.factor, at, multiple.next, out.at(-1)?.next ?? 0))
      at = multiple.next
      continue
    }
    const vague = here?.first === at ? null : readVague(all, at)
    if (vague) {
      out.push(hedgedVague(all, vague.row, vague.first, vague.next, out.at(-1)?.next ?? 0))
      at = vague.next
      continue
    }
    if (here?.first !== at) {
      at += 1
      continue
    }
    const found = readQuantity(all, numbers, number, out.at(-1)?.next ?? 0, hidden)
    if (found === null) {
      at = here.next
      continue
    }
    if (typeof found === 'number') {
      at = Math.max(found, here.next)
      continue
    }
    const before = out.at(-1)
    const both = before ? enclosed(all, before, found) : null
    if (both) out[out.length - 1] = both
    else out.push(found)
    at = Math.max(found.next, here.next)
  }
  return out
}

/** "more than 2,000 but fewer than 3,000": one interval. */
function enclosed(all: readonly Lexeme[], a: Quantity, b: Quantity): Quantity | null {
  const low = a.bound === 'atLeast' ? a.low : b.bound === 'atLeast' ? b.low : null
  const high = b.bound === 'atMost' ? b.high : a.bound === 'atMost' ? a.high : null
  if (low === null || high === null || low >= high || a.bound === b.bound) return null
  if (a.kind !== b.kind || (a.unit !== null && a.unit !== b.unit)) return null
  let link = a.next
  if (all[link]?.lower === ',') link += 1
  if (!/^(?:but|and|yet|though)$/.test(all[link]?.lower ?? '') || link + 1 !== b.first || all[b.first]!.broken) return null
  if (all[link]!.lower === 'and' && link === a.next + 1) return null
  return { ...b, low, best: null, high, bound: 'between', approximate: a.approximate || b.approximate, first: a.first }
}

/** "more than doubled": the factor by which something changed. */
function hedgedMultiple(all: readonly Lexeme[], factor: number, first: number, next: number, floor: number): Quantity {
  const hedge = hedgeBefore(all, first)
  const fits = hedge && first - hedge.length >= floor ? hedge : null
  const bound = fits?.bound ?? 'exact'
  return {
    kind: 'ratio',
    low: bound === 'atMost' ? null : factor,
    best: bound === 'atMost' || bound === 'atLeast' ? null : factor,
    high: bound === 'atLeast' ? null : factor,
    bound,
    approximate: bound === 'about',
    vague: null,
    unit: null,
    measure: null,
    share: false,
    first: fits ? first - fits.length : first,
    next,
  }
}

function hedgedVague(
  all: readonly Lexeme[],
  row: { readonly word: string; readonly low: number; readonly high: number | null },
  first: number,
  next: number,
  floor: number,
): Quantity {
  const hedge = hedgeBefore(all, first)
  const fits = hedge && first - hedge.length >= floor ? hedge : null
  const from = fits ? first - fits.length : first
  const high = fits?.bound === 'atLeast' ? null : row.high
  return {
    kind: 'count',
    low: row.low,
    best: null,
    high,
    bound: high === null ? 'atLeast' : 'between',
    approximate: true,
    vague: row.word,
    unit: null,
    measure: null,
    share: false,
    first: from,
    next,
  }
}

/** @returns the quantity; the lexeme to go on from when it is none; null to skip the number */
function readQuantity(
  all: readonly Lexeme[],
  numbers: readonly NumberExpression[],
  index: number,
  floor: number,
  hidden: (span: Span) => boolean,
): Quantity | number | null {
  const number = numbers[index]!
  const digits = number.written !== 'words'
  if (isDesignation(all, number.first, number.next, digits)) return designation(all, number, floor)
  if (number.kind === 'ordinal') return ordinal(number)
  if (isTitled(all, number)) return number.next
  // "12 deaths per 1,000 births": the base of a rate
  if (all[number.first - 1]?.lower === 'per' && number.kind === 'cardinal') return number.next
  const strength = magnitudeAt(all, number)
  if (strength) return strength
  const bore = boreAt(all, number)
  if (bore) return bore
  const odds = oddsAt(all, numbers, index)
  if (odds) return odds
  const part = partAt(all, number, floor)
  const attached = all[part.next]
  if (!part.measured && attached && !attached.spaced && attached.kind === 'word' && digits) return designation(all, number, floor)
  const second = secondOf(all, numbers, index, part)
  if (second === 'result') return ratio(all, numbers, index)
  if (second) {
    const pair = joined(all, part, second, floor)
    if (pair) return pair
  }
  const hyphen = attached?.lower === '-' && !attached.spaced && all[part.next + 1]?.kind === 'word' && !all[part.next + 1]!.spaced
  if (!part.measured && !part.currency && hyphen) {
    const word = all[part.next + 1]!
    if (!COMPOUND.test(word.lower) && !/^(?:plus|odd)$/.test(word.lower)) return part.next + 1
  }
  if (number.value === 1 && number.written === 'words' && number.kind === 'cardinal' && !part.measured && !countsOne(all, number))
    return null
  if (hidden(all[part.next - 1]!)) return null
  return single(all, part, floor)
}

/** ".50-calibre rounds", "a 12-gauge shotgun": a bore named by its own word. */
function boreAt(all: readonly Lexeme[], number: NumberExpression): Quantity | null {
  const dash = all[number.next]?.lower === '-' ? 1 : 0
  const word = all[number.next + dash]
  if (word?.kind !== 'word' || word.broken || number.written !== 'digits' || number.value <= 0) return null
  const found = /^(?:(calib(?:er|re)|cal)|(gauge|bore))$/.exec(word.lower)
  if (!found) return null
  const { value } = number
  return {
    kind: 'calibre',
    low: value,
    best: value,
    high: value,
    bound: 'exact',
    approximate: false,
    vague: null,
    unit: found[2] ? 'gauge' : value < 1 ? 'in' : 'cal',
    measure: null,
    share: false,
    first: number.first,
    next: number.next + dash + 1,
  }
}

/** "magnitude 6.2", "a 5.8-magnitude tremor": a place on a scale, not a number of things. */
function magnitudeAt(all: readonly Lexeme[], number: NumberExpression): Quantity | null {
  if (number.written !== 'digits' || number.kind !== 'cardinal' || number.value <= 0 || number.value > 10) return null
  const back = all[number.first - 1]?.lower === '-' || all[number.first - 1]?.lower === 'of' ? 2 : 1
  const before = all[number.first - back]?.lower === 'magnitude'
  const dash = all[number.next]?.lower === '-' ? 1 : 0
  const after = all[number.next + dash]?.lower === 'magnitude'
  if (!before && !after) return null
  const { value } = number
  return {
    kind: 'measure',
    low: value,
    best: value,
    high: value,
    bound: 'exact',
    approximate: false,
    vague: null,
    unit: 'magnitude',
    measure: null,
    share: false,
    first: number.first,
    next: after ? number.next + dash + 1 : number.next,
  }
}

/** "a ratio of 1:8", "3-to-1", "outnumbered five to one": how many of one to how many of the other. */
function oddsAt(all: readonly Lexeme[], numbers: readonly NumberExpression[], index: number): Quantity | null {
  const a = numbers[index]!
  const b = numbers[index + 1]
  if (!b || a.kind !== 'cardinal' || b.kind !== 'cardinal' || b.value <= 0 || a.value <= 0) return null
  const gap = all
    .slice(a.next, b.first)
    .map(({ lower }) => lower)
    .join(' ')
  const colon = gap === ':' && !all[a.next]!.spaced && !all[b.first]!.spaced
  if (!colon && gap !== '- to -' && !(gap === 'to' && b.value === 1)) return null
  let named = gap === '- to -'
  for (let i = a.first - 1; i >= 0 && a.first - i < 10 && !named; i--)
    named = /^(?:ratio|odds|scale|outnumber(?:ed|s|ing)?|margin)$/.test(all[i]!.lower)
  if (!named && !colon) return null
  const value = named ? a.value / b.value : null
  return {
    kind: 'ratio',
    low: value,
    best: value,
    high: value,
    bound: 'exact',
    approximate: false,
    vague: null,
    unit: null,
    measure: null,
    share: false,
    first: a.first,
    next: b.next,
  }
}

function partAt(all: readonly Lexeme[], number: NumberExpression, floor: number): Part {
  const sign = currencyBefore(all, number.first)
  const money = sign && number.first - sign.length >= floor ? sign : null
  let measured = unitAfter(all, number.next)
  if (number.kind === 'fraction' && number.written === 'words' && measured?.unit && /^(?:°|in|m|s)$/.test(measured.unit.symbol))
    measured = null
  const pounds = measured?.unit?.symbol === 'lb' && number.scale >= 1e6
  if (pounds && measured) measured = { ...measured, unit: null, currency: 'GBP' }
  if (money && measured && !measured.currency) measured = null
  return {
    number,
    first: number.first - (money?.length ?? 0),
    next: number.next + (measured?.length ?? 0),
    measured,
    currency: money?.currency ?? measured?.currency ?? null,
  }
}

/** "the Final Four", "Chapter Three": a number word that is part of a name. */
function isTitled(all: readonly Lexeme[], number: NumberExpression): boolean {
  const before = all[number.first - 1]
  const start = all[number.first]!
  if (number.written !== 'words' || !/^\p{Lu}\p{Ll}/u.test(start.text) || start.broken || !before) return false
  const sooner = all[number.first - 2]
  const opens = sooner === undefined || before.broken || /^[.!?:"“”]$/.test(sooner.lower)
  return before.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(before.text) && !opens && !hedgeBefore(all, number.first)
}

/** The number that a range word or dash ties to this one. */
function secondOf(
  all: readonly Lexeme[],
  numbers: readonly NumberExpression[],
  index: number,
  part: Part,
): Part | 'result' | null {
  const link = all[part.next]
  if (!link || link.broken) return null
  const next = numbers[index + 1]
  if (!next) return null
  const number = numbers[index]!
  const other = partAt(all, next, part.next + 1)
  if (other.first !== part.next + 1 || next.kind === 'ordinal') return null
  if (link.lower === '-' || link.lower === '~') {
    if (part.measured?.hyphened) return null
    if (link.spaced !== all[other.first]!.spaced) return null
    if (number.kind !== 'cardinal' || next.kind !== 'cardinal') return null
    const low = lent(number, next, part, other)
    return isResult(all, number.first, next.next, low, next.value) ? 'result' : other
  }
  if (link.lower === 'to' || link.lower === 'and' || link.lower === 'or') return other
  return null
}

/** "two to three million" lends the scale to the two; "$2-3bn" too. */
function lent(a: NumberExpression, b: NumberExpression, first: Part, second: Part): number {
  if (
    a.scale === 1 &&
    b.scale >= 1000 &&
    a.value < b.scale &&
    (a.value < b.value / b.scale || first.currency === second.currency) &&
    a.value * b.scale <= b.value
  )
    return a.value * b.scale
  return a.value
}

function joined(all: readonly Lexeme[], part: Part, other: Part, floor: number): Quantity | null {
  const link = all[part.next]!.lower
  const before = all[part.first - 1]
  const lead = before && part.first - 1 >= floor ? before.lower : ''
  const low = lent(part.number, other.number, part, other)
  const high = other.number.value
  if (!(low < high)) return null
  // "between $1.5 million and 2 million euros": two sums
  if (part.currency && other.currency && part.currency !== other.currency) return null
  let first = part.first
  if (link === 'and') {
    if (lead !== 'between' && !(lead === 'of' && all[part.first - 2]?.lower === 'anywhere')) return null
    first -= 1
  } else if (link === 'or') {
    const close = part.number.written === other.number.written && (high - low === 1 || (high <= low * 1.5 && !part.measured))
    if (!close) return null
  } else if (link === 'to' && lead === 'from') {
    for (let i = part.first - 2; i >= 0 && part.first - i < 8; i--) if (CHANGES.test(all[i]!.lower)) return null
    first -= 1
  } else if (lead === 'between') first -= 1
  if (link === 'to' && (part.number.written === 'words') !== (other.number.written === 'words')) return null
  // "cut by 300 to 1,200"
  if (link === 'to' && lead === 'by' && high >= 2 * low && CHANGES.test(all[part.first - 2]?.lower ?? '')) return null
  // "fell 0.3 points to 2.1%", "rose 5 percent to 300": by how much, and to what
  if (link !== '-' && part.measured && !part.measured.hyphened && !other.measured) return null
  if (link === 'to' && lead !== 'from' && lead !== 'between' && part.measured && changed(all, part.first, floor)) return null
  if (
    other.measured?.hyphened === false &&
    part.measured?.unit &&
    other.measured.unit?.dimension !== part.measured.unit.dimension
  )
    return null
  const hedge = hedgeBefore(all, first)
  const fits = hedge && first - hedge.length >= floor ? hedge : null
  if (fits) first -= fits.length
  const measured = other.measured ?? part.measured
  const shape = kindOf(all, measured, part.currency ?? other.currency, other.next, part.number)
  return {
    ...shape,
    low,
    best: null,
    high,
    bound: 'between',
    approximate: fits?.bound === 'about' || link === 'or',
    vague: null,
    first,
    next: shape.next,
  }
}

function changed(all: readonly Lexeme[], first: number, floor: number): boolean {
  for (let i = first - 1; i >= floor && first - i <= 4; i--) {
    if (CHANGES.test(all[i]!.lower)) return all[first - 1]!.lower !== 'by'
    if (all[i]!.kind !== 'word') return false
  }
  return false
}

interface Shape {
  readonly kind: FigureKind
  readonly unit: string | null
  readonly measure: Unit | null
  readonly share: boolean
  readonly next: number
}

function kindOf(
  all: readonly Lexeme[],
  measured: Measured | null,
  currency: string | null,
  next: number,
  number: NumberExpression,
): Shape {
  if (currency) return { kind: 'money', unit: currency, measure: null, share: false, next }
  if (measured?.share) return { kind: 'percent', unit: measured.share, measure: null, share: measured.share === '%', next }
  if (measured?.unit) {
    const { unit } = measured
    if (unit.dimension === 'time') {
      const dash = all[next]?.lower === '-' ? 1 : 0
      if (AGE_NEXT.test(all[next + dash]?.lower ?? ''))
        return { kind: 'age', unit: unit.symbol, measure: unit, share: false, next: next + dash + 1 }
      if (all[next]?.lower === 'of' && all[next + 1]?.lower === 'age')
        return { kind: 'age', unit: unit.symbol, measure: unit, share: false, next: next + 2 }
    }
    if (isCalibre(all, next, unit.symbol, measured.hyphened))
      return { kind: 'calibre', unit: unit.symbol, measure: unit, share: false, next }
    return { kind: 'measure', unit: unit.symbol, measure: unit, share: false, next }
  }
  if (number.kind === 'fraction') return { kind: 'ratio', unit: null, measure: null, share: true, next }
  return { kind: 'count', unit: null, measure: null, share: false, next }
}

function single(all: readonly Lexeme[], part: Part, floor: number): Quantity {
  const { number } = part
  const shape = kindOf(all, part.measured, part.currency, part.next, number)
  let { first, next, kind } = { first: part.first, next: shape.next, kind: shape.kind }
  if (kind === 'count' && isAge(all, number)) kind = 'age'
  const leading = hedgeBefore(all, first)
  const lead = leading && first - leading.length >= floor ? leading : null
  if (lead) first -= lead.length
  const about = lead?.bound === 'about' ? hedgeBefore(all, first) : null
  const outer = about && about.bound !== 'about' && first - about.length >= floor ? about : null
  if (outer) first -= outer.length
  const trailing = shape.kind === 'age' ? null : hedgeAfter(all, next)
  const trail = trailing && (!lead || lead.bound === trailing.bound || lead.bound === 'about') ? trailing : null
  if (trail) next += trail.length
  const hedges = [outer, lead, trail].filter((hedge) => hedge !== null)
  const bounding = hedges.find((hedge) => hedge.bound === 'atLeast' || hedge.bound === 'atMost')
  const approximate = hedges.some((hedge) => hedge.bound === 'about')
  const bound: Bound = bounding?.bound ?? (approximate ? 'about' : 'exact')
  const { value } = number
  const atLeast = bound === 'atLeast'
  const atMost = bound === 'atMost'
  return {
    ...shape,
    kind,
    unit: kind === 'age' && shape.unit === null ? 'yr' : shape.unit,
    low: atMost ? null : value,
    best: atMost || atLeast ? null : value,
    high: atLeast ? null : value,
    bound,
    approximate,
    vague: null,
    first,
    next,
  }
}

/** "aged 34", and "Maria Olsen, 34," where a name stands before. */
function isAge(all: readonly Lexeme[], number: NumberExpression): boolean {
  if (number.subtype !== 'integer' || number.value < 0 || number.value > 120) return false
  const before = all[number.first - 1]
  if (!before) return false
  if (before.lower === 'aged') return true
  if (before.lower !== ',' || number.written !== 'digits') return false
  const name = all[number.first - 2]
  const after = all[number.next]
  return name !== undefined && /^\p{Lu}/u.test(name.text) && (after === undefined || after.lower === ',' || after.lower === '.')
}

/** Words that make "one" a number rather than a pronoun or article: a noun after it, or a fate. */
function countsOne(all: readonly Lexeme[], number: NumberExpression): boolean {
  const before = all[number.first - 1]?.lower ?? ''
  const after = all[number.next]
  if (/^(?:no|any|every|each|some|this|that|which|the|another|number|first|last|next|only|not)$/.test(before)) return false
  if (!after || after.broken || after.kind !== 'word') return false
  if (
    /^(?:of|another|by|to|who|that|which|day|thing|way|time|in|on|at|and|or|would|can|could|should|might|must|has|had|is|as|for|with|another's|hand|side|point)$/.test(
      after.lower,
    )
  )
    return false
  if (/^(?:was|were)$/.test(after.lower))
    return /^(?:killed|injured|wounded|dead|missing|arrested|hurt|shot)$/.test(all[number.next + 1]?.lower ?? '')
  return true
}

function ordinal(number: NumberExpression): Quantity {
  return {
    kind: 'ordinal',
    low: number.value,
    best: number.value,
    high: number.value,
    bound: 'exact',
    approximate: false,
    vague: null,
    unit: null,
    measure: null,
    share: false,
    first: number.first,
    next: number.next,
  }
}

function designation(all: readonly Lexeme[], number: NumberExpression, floor: number): Quantity {
  let first = number.first
  let next = number.next
  while (first > floor && !all[first]!.spaced && !all[first]!.broken && /^[\p{L}\d\-/#№]+$/u.test(all[first - 1]!.text))
    first -= 1
  const tailed = all[next] !== undefined && !all[next]!.spaced && all[next]!.kind === 'word'
  if (first === number.first && first > floor && !tailed) {
    first -= 1
    if (all[first]!.lower === '.' && first > floor) first -= 1
  }
  while (next < all.length && !all[next]!.spaced && /^(?:\p{L}|\d|[-–/])/u.test(all[next]!.text)) next += 1
  return {
    kind: 'designation',
    low: null,
    best: null,
    high: null,
    bound: 'exact',
    approximate: false,
    vague: null,
    unit: null,
    measure: null,
    share: false,
    first,
    next,
  }
}

function ratio(all: readonly Lexeme[], numbers: readonly NumberExpression[], index: number): Quantity {
  const next = numbers[index + 1]!.next
  void all
  return {
    kind: 'ratio',
    low: null,
    best: null,
    high: null,
    bound: 'exact',
    approximate: false,
    vague: null,
    unit: null,
    measure: null,
    share: false,
    first: numbers[index]!.first,
    next,
  }
}
