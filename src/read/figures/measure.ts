import type { Lexeme } from '../numbers/index.ts'
import { CURRENCIES, LOWER_CODES } from './currencies.ts'
import { UNITS, type Unit } from './units.ts'

export interface Measured {
  readonly unit: Unit | null
  /** ISO 4217 code. */
  readonly currency: string | null
  /** `%` or `pp` (percentage points). */
  readonly share: string | null
  /** Lexemes that the unit takes up. */
  readonly length: number
  /** Joined by a hyphen: "30-km". */
  readonly hyphened: boolean
}

const LONGEST = 5
const AMBIGUOUS = new Set([
  'real',
  'won',
  'rand',
  'dong',
  'sterling',
  'quid',
  'm',
  'in',
  'pm',
  'g',
  'l',
  'sec',
  'min',
  'B',
  'mi',
  'ha',
])

/** Reads the unit, currency or percent sign that follows a number, with or without a space or hyphen. */
export function unitAfter(all: readonly Lexeme[], at: number): Measured | null {
  const first = all[at]
  if (!first || first.broken) return null
  const hyphened = first.lower === '-' && !first.spaced && all[at + 1] !== undefined && !all[at + 1]!.spaced
  const from = hyphened ? at + 1 : at
  const share = shareAt(all, from)
  if (share) return { unit: null, currency: null, share: share.sign, length: share.length + from - at, hyphened }
  let found: Measured | null = null
  let form = ''
  let lower = ''
  for (let i = from; i < all.length && i - from < LONGEST; i++) {
    const x = all[i]!
    if (i > from && x.broken) break
    // "1 $10 note": the sign belongs to the number behind it
    if (/^\p{Sc}$/u.test(x.text) && x.spaced && all[i + 1]?.kind === 'digits' && !all[i + 1]!.spaced) break
    const gap = i > from && x.spaced ? ' ' : ''
    form += gap + x.text
    lower += gap + x.lower
    const attached = !first.spaced
    const unit = UNITS.get(form) ?? (form.length > 3 || /^[A-Z]+$/.test(form) === false ? UNITS.get(lower) : undefined)
    const currency =
      CURRENCIES.get(form) ??
      (form.length > 3 ? CURRENCIES.get(lower) : LOWER_CODES.has(lower) ? CURRENCIES.get(lower.toUpperCase()) : undefined)
    const after = all[i + 1]
    const whole = after === undefined || after.spaced || after.kind === 'sign' || x.kind === 'sign'
    if (!whole) continue
    if (unit && !(AMBIGUOUS.has(form) && !attached && !/^(?:m|km)$/.test(form))) {
      found = { unit, currency: null, share: null, length: i + 1 - at, hyphened }
    } else if (currency && !(AMBIGUOUS.has(form) && form !== 'won' && form !== 'rand')) {
      found = { unit: null, currency, share: null, length: i + 1 - at, hyphened }
    }
  }
  return found
}

function shareAt(all: readonly Lexeme[], at: number): { sign: string; length: number } | null {
  const word = all[at]!.lower
  const next = all[at + 1]?.lower
  if (word === '%' || word === 'pct' || word === 'percents') return pointed(all, at + 1, 1)
  if (word === 'percent' || word === 'percentage')
    return pointed(all, word === 'percentage' ? at : at + 1, word === 'percentage' ? 0 : 1)
  if (word === 'per' && (next === 'cent' || next === 'cents')) return pointed(all, at + 2, 2)
  return null
}

function pointed(all: readonly Lexeme[], at: number, length: number): { sign: string; length: number } {
  const here = all[at]?.lower
  const point = all[at + 1]?.lower
  if (length === 0) return point === 'point' || point === 'points' ? { sign: 'pp', length: 2 } : { sign: '%', length: 1 }
  if (here === 'point' || here === 'points') return { sign: 'pp', length: length + 1 }
  return { sign: '%', length }
}

/** Reads the currency sign or code that precedes a number: "$", "US$", "U.S. $", "HK$", "EUR ". */
export function currencyBefore(all: readonly Lexeme[], at: number): { currency: string; length: number } | null {
  let form = ''
  let found: { currency: string; length: number } | null = null
  for (let i = at - 1; i >= 0 && at - i <= LONGEST; i--) {
    const x = all[i]!
    if (all[i + 1]!.broken) break
    if (x.kind === 'digits') break
    form = x.text + form
    const currency = CURRENCIES.get(form) ?? (/^[abd-z]\p{Sc}$/u.test(form) ? undefined : CURRENCIES.get(form.toUpperCase()))
    if (!currency) continue
    const before = all[i - 1]
    const whole = x.kind === 'sign' || before === undefined || x.spaced || before.kind === 'sign'
    const sign =
      /\p{Sc}$/u.test(form) ||
      /^[A-Z]{3}$/.test(form) ||
      (LOWER_CODES.has(form) && x.kind === 'word') ||
      /^(?:RM|Rs|Kč|KSh|Ksh|SFr|dollar)$/.test(form)
    if (whole && sign) found = { currency, length: at - i }
  }
  return found
}
