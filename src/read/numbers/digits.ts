import type { Lexeme } from './lexeme.ts'
import { SCALE_SUFFIXES, SCALES, VULGAR } from './words.ts'

export interface DigitNumber {
  readonly value: number
  /** Index after the last lexeme. */
  readonly next: number
  readonly subtype: 'integer' | 'decimal' | 'fraction' | 'power'
}

/** Groups beyond this are no number that news writes; the cap keeps hostile rows of digits linear. */
const MOST_GROUPS = 9
const GROUPING = new Set([',', '.', "'", ' '])

/**
 * Reads a number written in digits at lexeme `at`: "1,500", "1.5", "1 500 000", "1.500.000", "1.500,25", "12,34,567.89", "1'500",
 * ".25", "3/4", "1 4/5", "5½", "1e10", "1.3x10^6". Thousands are taken as grouped only where every group is whole;
 * "1,5" is a decimal only before a scale or percent sign, "1.500" is one and a half, as English news writes it.
 * @returns null when there is no number: dotted chains such as "10.0.0.1" or "12.10.2024" are none
 */
export function readDigits(all: readonly Lexeme[], at: number): DigitNumber | null {
  const first = all[at]
  if (!first) return null
  const vulgar = VULGAR.get(first.text)
  if (vulgar !== undefined) return { value: vulgar, next: at + 1, subtype: 'fraction' }
  if (first.lower === '.') {
    const digits = all[at + 1]
    const before = all[at - 1]
    if (digits?.kind !== 'digits' || digits.spaced || (before && !first.spaced && before.kind !== 'sign')) return null
    return { value: Number(`0.${digits.text}`), next: at + 2, subtype: 'decimal' }
  }
  if (first.kind !== 'digits') return null
  const plain = readPlain(all, at)
  return plain === null ? null : withPower(all, withFraction(all, at, plain))
}

function readPlain(all: readonly Lexeme[], at: number): DigitNumber | null {
  const first = all[at]!
  const groups: string[] = [first.text]
  const signs: string[] = []
  let i = at + 1
  while (groups.length <= MOST_GROUPS) {
    const sign = all[i]
    if (!sign || sign.broken) break
    if (sign.kind === 'digits' && sign.spaced && sign.start - all[i - 1]!.end === 1) {
      groups.push(sign.text)
      signs.push(' ')
      i += 1
      continue
    }
    const digits = all[i + 1]
    if (sign.kind !== 'sign' || sign.spaced || !GROUPING.has(sign.lower) || digits?.kind !== 'digits' || digits.spaced) break
    groups.push(digits.text)
    signs.push(sign.lower)
    i += 2
  }
  const last = (count: number): number => {
    let next = at + 1
    for (let group = 1; group < count; group++) next += signs[group - 1] === ' ' ? 1 : 2
    return next
  }
  const grouped = groupedLength(groups, signs)
  if (grouped > 1) {
    const whole = groups.slice(0, grouped).join('')
    const mark = signs[grouped - 1]
    if (mark !== undefined && mark !== ' ' && mark !== signs[0] && (mark === '.' || mark === ',') && signs[grouped] !== mark) {
      return { value: Number(`${whole}.${groups[grouped]}`), next: last(grouped + 1), subtype: 'decimal' }
    }
    return { value: Number(whole), next: last(grouped), subtype: 'integer' }
  }
  if (signs[0] === '.') {
    if (signs[1] === '.') return null
    if (groups[0]!.length <= 3 && groups[0] !== '0' && groups[1]!.length === 3 && signs[1] === ',' && groups[2]!.length <= 2)
      return { value: Number(`${groups[0]}${groups[1]}.${groups[2]}`), next: last(3), subtype: 'decimal' }
    return { value: Number(`${groups[0]}.${groups[1]}`), next: last(2), subtype: 'decimal' }
  }
  if (signs[0] === ',' && groups[1]!.length <= 2 && signs.length === 1) {
    const after = all[last(2)]
    if (
      after &&
      (SCALES.has(after.lower) || SCALE_SUFFIXES.has(after.lower) || after.lower === '%' || after.lower === 'percent')
    ) {
      return { value: Number(`${groups[0]}.${groups[1]}`), next: last(2), subtype: 'decimal' }
    }
  }
  return { value: Number(groups[0]), next: at + 1, subtype: 'integer' }
}

/** How many leading groups make one number with thousands marks; 1 when they don't. */
function groupedLength(groups: readonly string[], signs: readonly string[]): number {
  const mark = signs[0]
  if (mark === undefined || groups[0]!.length > 3 || groups[0]!.startsWith('0')) return 1
  let count = 1
  while (signs[count - 1] === mark && groups[count] !== undefined) count += 1
  const groupsOfThree = groups.slice(1, count).every((group) => group.length === 3)
  if (groupsOfThree && (mark !== '.' || count > 2)) return count
  if (groupsOfThree) return 1
  const indian =
    mark === ',' &&
    count > 2 &&
    groups[0]!.length <= 2 &&
    groups[count - 1]!.length === 3 &&
    groups.slice(1, count - 1).every((group) => group.length === 2)
  return indian ? count : 1
}

function withFraction(all: readonly Lexeme[], at: number, plain: DigitNumber): DigitNumber {
  const sign = all[plain.next]
  const vulgar = sign && VULGAR.get(sign.text)
  if (vulgar !== undefined && plain.subtype === 'integer')
    return { value: plain.value + vulgar, next: plain.next + 1, subtype: 'fraction' }
  if (plain.subtype !== 'integer') return plain
  const slash = (from: number): number | null => {
    const [over, mark, under, after, further] = [all[from], all[from + 1], all[from + 2], all[from + 3], all[from + 4]]
    if (over?.kind !== 'digits' || mark?.lower !== '/' || mark.spaced || under?.kind !== 'digits' || under.spaced) return null
    if (after?.lower === '/' && further?.kind === 'digits') return null
    const before = all[from - 1]
    if (before && !over.spaced && before.kind === 'sign' && (before.lower === '/' || before.lower === '-') && from > at)
      return null
    const bottom = Number(under.text)
    return bottom > 0 && over.text.length <= 4 && under.text.length <= 4 ? Number(over.text) / bottom : null
  }
  if (plain.next === at + 1) {
    const before = all[at - 1]
    // "555-1234/5678": a telephone number
    const coded = before?.lower === '-' && !all[at]!.spaced && all[at - 2]?.kind === 'digits'
    const simple = (before?.lower === '/' && !all[at]!.spaced) || coded ? null : slash(at)
    if (simple !== null) return { value: simple, next: at + 3, subtype: 'fraction' }
    const mixed = all[at + 1]?.spaced ? slash(at + 1) : null
    if (mixed !== null && mixed < 1) return { value: plain.value + mixed, next: at + 4, subtype: 'fraction' }
  }
  return plain
}

function withPower(all: readonly Lexeme[], plain: DigitNumber): DigitNumber {
  const mark = all[plain.next]
  if (!mark || mark.spaced) return plain
  let i = plain.next + 1
  let base = 10
  let factor = true
  if (mark.lower === 'x' && all[i]?.text === '10' && !all[i]!.spaced && all[i + 1]?.lower === '^') i += 2
  else if (mark.lower === '^') {
    base = plain.value
    factor = false
  } else if (mark.lower !== 'e') return plain
  const sign = all[i]
  let negative = false
  if (sign?.kind === 'sign' && (sign.lower === '-' || sign.lower === '+') && !sign.spaced) {
    negative = sign.lower === '-'
    i += 1
  }
  const exponent = all[i]
  if (exponent?.kind !== 'digits' || exponent.spaced || exponent.text.length > 3) return plain
  const power = base ** (negative ? -Number(exponent.text) : Number(exponent.text))
  const value = factor ? plain.value * power : power
  return Number.isFinite(value) ? { value, next: i + 1, subtype: 'power' } : plain
}
