import type { Span } from '../../model/index.ts'
import { readDigits } from './digits.ts'
import type { Lexeme } from './lexeme.ts'
import { DENOMINATORS, DOZENS, ONES, ORDINALS, SCALE_SUFFIXES, SCALES, TENS } from './words.ts'

/** A number as written, before anything is made of it. */
export interface NumberExpression extends Span {
  readonly value: number
  readonly kind: 'cardinal' | 'ordinal' | 'fraction'
  readonly subtype: 'integer' | 'decimal' | 'fraction' | 'power'
  readonly written: 'digits' | 'words' | 'mixed'
  /** Lexemes `[first, next)`. */
  readonly first: number
  readonly next: number
  /** The last scale in it ("million" → 1e6), 1 when none: "two to three million" lends it to the two. */
  readonly scale: number
}

const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th'])
const NOT_HALF_BEFORE = new Set(['first', 'second', 'other', 'latter', 'better', 'both', 'opening', 'final'])
const NOT_HALF_AFTER = new Set([
  'past',
  'time',
  'brother',
  'sister',
  'way',
  'hearted',
  'mast',
  'baked',
  'marathon',
  'term',
  'life',
])
const AFTER_FRACTION = new Set([
  'of',
  'or',
  'to',
  'more',
  'less',
  'in',
  'and',
  'as',
  'that',
  'this',
  'last',
  'from',
  'higher',
  'lower',
])
const TIME_UNIT = /^(?:second|minute|hour|day|night|week|month|quarter|year|decade|game|match|start|round|race|season)s?$/

/** The words that a number can begin with: one look here saves a dozen. */
const MAY_BEGIN: ReadonlySet<string> = new Set([
  ...[ONES, TENS, SCALES, ORDINALS, DENOMINATORS].flatMap((words) => [...words.keys()]),
  ...DOZENS,
  ...['a', 'an', 'nought', 'naught', 'minus', 'negative', 'half', 'quarter', 'hundred', 'hundreds', 'point'],
])

/** Finds every number of a text, left to right, longest first; nothing overlaps. Linear in the number of lexemes. */
export function findNumbers(all: readonly Lexeme[]): NumberExpression[] {
  const out: NumberExpression[] = []
  let i = 0
  while (i < all.length) {
    const found = readNumber(all, i)
    if (found) {
      out.push(found)
      i = found.next
    } else i = skipped(all, i)
  }
  return out
}

/** Past a dotted chain of digits ("10.0.0.1"), so that its tail isn't taken for a number. */
function skipped(all: readonly Lexeme[], at: number): number {
  let i = at + 1
  if (all[at]!.kind !== 'digits') return i
  while (all[i]?.lower === '.' && !all[i]!.spaced && all[i + 1]?.kind === 'digits' && !all[i + 1]!.spaced) i += 2
  return i
}

/** Reads the longest number that begins at lexeme `at`; null when none does. */
export function readNumber(all: readonly Lexeme[], at: number): NumberExpression | null {
  const first = all[at]
  if (!first || (first.kind === 'word' && !MAY_BEGIN.has(first.lower))) return null
  const signed = readSign(all, at)
  if (signed !== null) {
    const inner = readNumber(all, signed)
    if (!inner || inner.kind === 'ordinal' || inner.value < 0) return null
    return { ...inner, start: first.start, first: at, value: -inner.value }
  }
  const half = readHalf(all, at)
  if (half) return half
  const main = readCardinal(all, at)
  if (!main) return null
  return main.kind === 'cardinal' ? (readShare(all, main) ?? main) : main
}

function readSign(all: readonly Lexeme[], at: number): number | null {
  const first = all[at]!
  const next = all[at + 1]
  if (!next) return null
  if (first.lower === 'minus' || first.lower === 'negative') return next.spaced ? at + 1 : null
  if (first.lower !== '-') return null
  const before = all[at - 1]
  if (next.kind !== 'digits' && next.lower !== '.') return null
  if (!before) return at + 1
  return first.spaced && !next.spaced && before.kind !== 'digits' ? at + 1 : null
}

/** "half a million", "half million", "a half", "half a dozen", "a quarter million", "half". */
function readHalf(all: readonly Lexeme[], at: number): NumberExpression | null {
  let i = at
  const article = all[i]!.lower === 'a' || all[i]!.lower === 'an'
  if (article) i += 1
  const word = all[i]
  if (!word || (word.lower !== 'half' && word.lower !== 'quarter')) return null
  const half = word.lower === 'half'
  const value = half ? 0.5 : 0.25
  const dash = all[i + 1]?.lower === '-' && !all[i + 1]!.spaced ? 1 : 0
  const inner = all[i + 1]?.lower === 'a' || all[i + 1]?.lower === 'of' ? 1 : 0
  const twice = inner === 1 && all[i + 1]!.lower === 'of' && all[i + 2]?.lower === 'a' ? 2 : inner
  const scaled = all[i + 1 + (dash || twice)]
  if (scaled && (SCALES.has(scaled.lower) || DOZENS.has(scaled.lower)) && (twice !== 1 || all[i + 1]!.lower === 'a')) {
    const scale = SCALES.get(scaled.lower) ?? 12
    return made(all, at, i + 2 + (dash || twice), value * scale, 'cardinal', 'fraction', scale)
  }
  const before = all[at - 1]?.lower ?? ''
  const after = all[i + 1]
  if (half) {
    if (NOT_HALF_BEFORE.has(before) || dash || (after && NOT_HALF_AFTER.has(after.lower))) return null
    if (after && !article && ['an', 'a'].includes(after.lower)) return null
    return made(all, at, i + 1, value, 'fraction', 'fraction', 1)
  }
  return article && followsFraction(after) ? made(all, at, i + 1, value, 'fraction', 'fraction', 1) : null
}

function followsFraction(after: Lexeme | undefined): boolean {
  return after === undefined || after.broken || AFTER_FRACTION.has(after.lower) || (after.kind === 'sign' && after.lower !== '-')
}

/** The chain of cardinal words and digits, ending as a cardinal, an ordinal or a fraction. */
function readCardinal(all: readonly Lexeme[], at: number): NumberExpression | null {
  let i = at
  let total = 0
  let group: number | null = null
  let lowest = Number.POSITIVE_INFINITY
  let scale = 1
  let subtype: NumberExpression['subtype'] = 'integer'
  let hundreds = false
  let tens = false
  let end = at
  const start = all[at]!
  if ((start.lower === 'a' || start.lower === 'an') && all[at + 1]) {
    const next = all[at + 1]!
    const third = DENOMINATORS.get(next.lower)
    if (third && third > 2 && !next.lower.endsWith('s') && followsFraction(all[at + 2]))
      return ofScale(all, at, at + 2, 1 / third)
    if (!SCALES.has(next.lower) && next.lower !== 'dozen') return null
    group = 1
    i = at + 1
  }
  while (i < all.length && i - at < 40) {
    const x = all[i]!
    if (i > at && x.broken) break
    if (x.lower === 'and' && end > at) {
      const joined = (group !== null && hundreds && group % 100 === 0) || (group === null && total > 0)
      const part = readParts(all, i + 1)
      if (part) {
        const base = total + (group ?? 0)
        if (group === null && total > 0) return made(all, at, part.next, base + part.value * scale, 'fraction', 'fraction', scale)
        const scaled = all[part.next]
        const times = scaled ? SCALES.get(scaled.lower) : undefined
        if (times && times >= 1000)
          return made(all, at, part.next + 1, (base + part.value) * times, 'fraction', 'fraction', times)
        return made(all, at, part.next, base + part.value, 'fraction', 'fraction', 1)
      }
      if (!joined || !joinable(all, i + 1, group, lowest)) break
      i += 1
      continue
    }
    if (x.lower === '-') {
      const next = all[i + 1]
      const ones = next && (ONES.get(next.lower) ?? ORDINALS.get(next.lower) ?? DENOMINATORS.get(next.lower) ?? 0)
      const joins =
        next &&
        x.spaced === next.spaced &&
        ((tens && ones !== 0) ||
          (x.spaced && end === at + 1 && group !== null && group < 10 && /^(?:half|third|fourth|fifth)s?$/.test(next.lower)) ||
          (!x.spaced && group !== null && (SCALES.has(next.lower) || DENOMINATORS.has(next.lower) || DOZENS.has(next.lower))))
      if (!joins) break
      i += 1
      continue
    }
    if (x.kind === 'digits' || (end === at && !readable(x))) {
      const after = group !== null && hundreds && group % 100 === 0 && all[i - 1]!.lower === 'and'
      if (group !== null && !after) break
      const digits = readDigits(all, i)
      if (!digits) break
      if (after) {
        if (digits.subtype !== 'integer' || digits.value >= 100) break
        group! += digits.value
        i = end = digits.next
        hundreds = false
        continue
      }
      if (end > at && !(all[i - 1]!.lower === 'and' || SCALES.has(all[digits.next]?.lower ?? ''))) break
      if (end > at && (total === 0 || digits.value >= lowest || digits.value === 0 || digits.subtype !== 'integer')) break
      if (end > at && !x.spaced) break
      if (end === at) {
        const suffix = all[digits.next]
        if (suffix && !suffix.spaced && ORDINAL_ENDS.has(suffix.lower) && digits.subtype === 'integer')
          return made(all, at, digits.next + 1, digits.value, 'ordinal', 'integer', 1)
        subtype = digits.subtype
      }
      group = digits.value
      tens = false
      hundreds = false
      i = end = digits.next
      if (total === 0) {
        const short = readSuffix(all, at, i)
        if (short !== null) {
          total = group * short
          group = null
          scale = lowest = short
          i = end = i + 1
        }
      }
      if (subtype === 'power') break
      continue
    }
    const ones = ONES.get(x.lower) ?? (x.lower === 'nought' || x.lower === 'naught' ? 0 : undefined)
    if (ones !== undefined) {
      if (group === null) group = ones
      else if (tens && ones > 0 && ones < 10) group += ones
      else if (hundreds && group % 100 === 0) group += ones
      else break
      tens = false
      i = end = i + 1
      continue
    }
    const ten = TENS.get(x.lower)
    if (ten !== undefined) {
      if (group === null) group = ten
      else if (hundreds && group % 100 === 0) group += ten
      else break
      tens = true
      i = end = i + 1
      continue
    }
    if (DOZENS.has(x.lower) && group !== null && total === 0) {
      return made(all, at, i + 1, group * 12, 'cardinal', 'integer', 12)
    }
    if (x.lower === 'hundred' || x.lower === 'hundreds') {
      if (group === null || hundreds || x.lower === 'hundreds') break
      group *= 100
      hundreds = true
      tens = false
      scale = Math.max(scale === 1 ? 100 : scale, 100)
      i = end = i + 1
      continue
    }
    const power = SCALES.get(x.lower)
    if (power !== undefined) {
      if (group === null) {
        if (total === 0 || power < lowest) break
        total *= power
      } else if (power < lowest) total += group * power
      else break
      scale = lowest = power
      group = null
      hundreds = tens = false
      i = end = i + 1
      continue
    }
    if (x.lower === 'point' && group !== null) {
      const tail = readDecimals(all, i + 1)
      if (!tail) break
      return made(all, at, tail.next, Number(`${total + group}.${tail.digits}`), 'cardinal', 'decimal', scale)
    }
    const under = DENOMINATORS.get(x.lower)
    const plural = under !== undefined && x.lower.endsWith('s')
    if (under !== undefined && group !== null && (plural || (group === 1 && total === 0 && end === at + 1))) {
      const dashed = all[i + 1]?.lower === '-' && !all[i + 1]!.spaced
      if (dashed || (under === 4 && !plural && x.lower === 'quarter' && !followsFraction(all[i + 1]))) break
      if (!plural && !followsFraction(all[i + 1]) && all[i + 1]?.kind === 'word' && x.lower !== 'half') break
      return ofScale(all, at, i + 1, (total + group) / under)
    }
    const ordinal = ORDINALS.get(x.lower)
    if (ordinal !== undefined) {
      if (ordinal >= 100 && group !== null) return made(all, at, i + 1, total + group * ordinal, 'ordinal', 'integer', 1)
      if (end === at) {
        if (x.lower === 'second' && TIME_BEFORE.has(all[at - 1]?.lower ?? '')) return null
        return made(all, at, i + 1, ordinal, 'ordinal', 'integer', 1)
      }
      const fits = ordinal < 100 && (group === null ? total > 0 : (tens && ordinal < 10) || (hundreds && group % 100 === 0))
      if (fits) return made(all, at, i + 1, total + (group ?? 0) + ordinal, 'ordinal', 'integer', 1)
    }
    break
  }
  if (end === at) return null
  const value = total + (group ?? 0)
  const denominator = readDenominator(all, end)
  if (denominator && total === 0 && subtype === 'integer')
    return made(all, at, denominator.next, value / denominator.value, 'fraction', 'fraction', 1)
  return made(
    all,
    at,
    end,
    value,
    subtype === 'fraction' ? 'fraction' : 'cardinal',
    scale > 1 && Number.isInteger(value) ? 'integer' : subtype,
    scale,
  )
}

const TIME_BEFORE = new Set(['a', 'per', 'each', 'every', 'split', 'one'])

function readable(x: Lexeme): boolean {
  return x.kind === 'word'
}

/** "k", "M", "bn" after digits. One letter counts only where it can't be a unit: "5m" is metres, "$5m" is money. */
function readSuffix(all: readonly Lexeme[], at: number, i: number): number | null {
  const x = all[i]
  if (x?.kind !== 'word' || x.broken) return null
  const factor = SCALE_SUFFIXES.get(x.lower)
  if (factor === undefined) return null
  const after = all[i + 1]
  if (after && !after.spaced && after.kind === 'digits') return null
  if (after?.lower === '-' && !after.spaced) return null
  if (x.lower.length > 1) return x.lower === 'mm' ? (x.text === 'MM' ? factor : null) : factor
  const money = [all[at - 1]?.text, all[at - 2]?.text].some(
    (text) => text !== undefined && /^(?:\p{Sc}|usd|eur|gbp|rs)$/iu.test(text),
  )
  if (money) return x.lower === 'k' || !x.spaced || x.text !== x.lower ? factor : null
  if (x.text === 'K' || x.text === 'k') return !x.spaced || x.text === 'k' ? factor : null
  if (x.text === 'm' && !x.spaced && countsMillions(after)) return factor
  if (x.text === 'M') return after?.kind === 'sign' && after.lower === '-' ? null : factor
  return x.text === 'b' && !x.spaced ? factor : null
}

/** "1.2m barrels", "3m people": a plural that is counted in millions; waves, walls and races are measured in metres. */
function countsMillions(after: Lexeme | undefined): boolean {
  if (!after || after.broken || !after.spaced || after.kind !== 'word') return false
  if (/^(?:people|men|women|children)$/.test(after.lower)) return true
  return (
    /[^aisu]s$/.test(after.lower) &&
    !/^(?:hurdles|waves|swells|walls|drifts|seas|depths|heights|relays|sprints|finals|races|craters|trenches|poles|towers|masts|cliffs|hulls|wings|above|below|across|towards|always|besides|sometimes|downwards|upwards|backwards|forwards|perhaps|yards|metres|meters)$/.test(
      after.lower,
    )
  )
}

function joinable(all: readonly Lexeme[], at: number, group: number | null, lowest: number): boolean {
  const x = all[at]
  if (!x) return false
  if (x.kind === 'digits') {
    const digits = readDigits(all, at)
    const scaled = digits && all[digits.next]
    return (
      digits !== null &&
      digits.subtype === 'integer' &&
      digits.value > 0 &&
      digits.value < (group === null ? Math.min(lowest, 1000) : 100) &&
      !(scaled && SCALES.has(scaled.lower))
    )
  }
  if (!(ONES.has(x.lower) || TENS.has(x.lower) || (ORDINALS.has(x.lower) && ORDINALS.get(x.lower)! < 100))) return false
  return !ONES.has(x.lower) || ONES.get(x.lower)! > 0
}

/** A proper fraction after "and": "a half", "one half", "two thirds", "fifty-four hundredths". */
function readParts(all: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const x = all[at]
  if (!x) return null
  if (x.lower === 'a' || x.lower === 'an' || x.lower === 'one') {
    const under = all[at + 1] && DENOMINATORS.get(all[at + 1]!.lower)
    return under ? { value: 1 / under, next: at + 2 } : null
  }
  let over = ONES.get(x.lower) ?? TENS.get(x.lower)
  if (over === undefined || over === 0) return null
  let i = at + 1
  if (TENS.has(x.lower)) {
    if (all[i]?.lower === '-') i += 1
    const one = all[i] && ONES.get(all[i]!.lower)
    if (one !== undefined && one > 0 && one < 10) {
      over += one
      i += 1
    }
  }
  const word = all[i]
  const under = word && DENOMINATORS.get(word.lower)
  return under && word.lower.endsWith('s') ? { value: over / under, next: i + 1 } : null
}

/** A denominator of several words: "twenty-fifths", "one hundred fifth". */
function readDenominator(all: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const x = all[at]
  if (!x || x.broken || !(ONES.has(x.lower) || TENS.has(x.lower))) return null
  let i = at
  let value = 0
  while (i < all.length && i - at < 8) {
    const word = all[i]!
    const singular = word.lower.endsWith('s') && DENOMINATORS.has(word.lower) ? word.lower.slice(0, -1) : word.lower
    const ordinal = ORDINALS.get(singular)
    if (ordinal !== undefined && i > at) return ordinal < 100 ? { value: value + ordinal, next: i + 1 } : null
    if (ONES.has(word.lower)) value += ONES.get(word.lower)!
    else if (TENS.has(word.lower)) value += TENS.get(word.lower)!
    else if (word.lower === 'hundred' && value > 0 && value < 10) value *= 100
    else if (word.lower !== 'and' && word.lower !== '-') return null
    i += 1
  }
  return null
}

function readDecimals(all: readonly Lexeme[], at: number): { digits: string; next: number } | null {
  let digits = ''
  let i = at
  while (i < all.length && i - at < 12) {
    const word = all[i]!.lower
    const ten = TENS.get(word)
    if (ten !== undefined && digits === '') {
      const one = all[i + 1]?.lower === '-' ? ONES.get(all[i + 2]?.lower ?? '') : ONES.get(all[i + 1]?.lower ?? '')
      if (one !== undefined && one < 10) return { digits: String(ten + one), next: i + (all[i + 1]!.lower === '-' ? 3 : 2) }
      return { digits: String(ten), next: i + 1 }
    }
    const one = ONES.get(word) ?? (word === 'nought' || word === 'naught' || word === 'oh' ? 0 : undefined)
    if (one === undefined) break
    digits += String(one)
    i += 1
    if (one > 9) break
  }
  return digits === '' ? null : { digits, next: i }
}

/** "two thirds of a million" */
function ofScale(all: readonly Lexeme[], at: number, next: number, value: number): NumberExpression {
  const scaled = all[next + 2]
  const scale = scaled && SCALES.get(scaled.lower)
  if (scale && all[next]?.lower === 'of' && (all[next + 1]!.lower === 'a' || all[next + 1]!.lower === 'one'))
    return made(all, at, next + 3, value * scale, 'cardinal', 'fraction', scale)
  return made(all, at, next, value, 'fraction', 'fraction', 1)
}

/** "one in five", "two out of three", "one over three". */
function readShare(all: readonly Lexeme[], main: NumberExpression): NumberExpression | null {
  if (main.subtype !== 'integer' || main.value < 1) return null
  const link = all[main.next]
  if (!link || link.broken) return null
  const out = link.lower === 'out' && all[main.next + 1]?.lower === 'of'
  if (!out && link.lower !== 'in' && link.lower !== 'over') return null
  if (link.lower === 'in' && main.value > 9) return null
  const whole = readCardinal(all, main.next + (out ? 2 : 1))
  if (whole?.kind !== 'cardinal' || whole.subtype !== 'integer' || whole.value <= main.value) return null
  if (link.lower === 'in') {
    if (main.value !== 1 && ![3, 4, 5, 10, 100].includes(whole.value)) return null
    if (whole.written === 'digits' && whole.value > 1000 && whole.end - whole.start === 4) return null
  }
  const after = all[whole.next]
  if (after && (TIME_UNIT.test(after.lower) || (after.lower === '-' && TIME_UNIT.test(all[whole.next + 1]?.lower ?? ''))))
    return null
  if (link.lower === 'over' && main.written !== whole.written) return null
  return made(all, main.first, whole.next, main.value / whole.value, 'fraction', 'fraction', 1)
}

function made(
  all: readonly Lexeme[],
  first: number,
  next: number,
  value: number,
  kind: NumberExpression['kind'],
  subtype: NumberExpression['subtype'],
  scale: number,
): NumberExpression {
  let digits = false
  let words = false
  for (let i = first; i < next; i++) {
    if (all[i]!.kind === 'digits') digits = true
    else if (all[i]!.kind === 'word') words = true
  }
  const written = digits && words ? 'mixed' : digits ? 'digits' : 'words'
  return { start: all[first]!.start, end: all[next - 1]!.end, value, kind, subtype, written, first, next, scale }
}
