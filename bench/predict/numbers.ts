import { overlaps } from '../../src/model/index.ts'
import { hedgeAfter, hedgeBefore } from '../../src/read/figures/bounds.ts'
import { isDesignation } from '../../src/read/figures/context.ts'
import { addresses } from '../../src/read/figures/index.ts'
import { currencyBefore, unitAfter } from '../../src/read/figures/measure.ts'
import { findNumbers, type Lexeme, lexemes, type NumberExpression } from '../../src/read/numbers/index.ts'
import { SCALES } from '../../src/read/numbers/words.ts'
import { eachLine, type Task } from './task.ts'
import { CURRENCY_NAMES, UNIT_NAMES } from './unit-names.ts'

/** JSONL cases of Recognizers-Text → `{input, results:[{Text, Start, End, TypeName, Resolution}]}`. */
export const numbers: Task = (input) =>
  eachLine<NumberCase>(input, (item) => ({ input: item.input, results: predictNumbers(item) }), { results: [] })

/** One result in the form of the Recognizers-Text cases: `End` is inclusive, `Text` lower case. */
export interface Recognised {
  readonly Text: string
  readonly Start: number
  readonly End: number
  readonly TypeName: string
  readonly Resolution: Readonly<Record<string, unknown>>
}

export interface NumberCase {
  readonly id?: unknown
  readonly file?: string
  readonly input: string
}

/**
 * Task `numbers`: what the number and unit rules of the product see, written as the Recognizers-Text cases write it.
 * The case's `file` says which of their models is asked (number, range, percent, ordinal, age, currency, dimension, temperature).
 */
export function predictNumbers({ file = '', input }: NumberCase): Recognised[] {
  const all = lexemes(input)
  const hidden = addresses(input)
  const numbers = findNumbers(all).filter((number) => !hidden.some((span) => overlaps(span, number)))
  const model = /([A-Za-z]+)Model\.json$/.exec(file)?.[1] ?? 'Number'
  const views: Readonly<
    Record<string, (all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string) => Recognised[]>
  > = {
    Number: plainNumbers,
    NumberRange: ranges,
    Percent: percents,
    Ordinal: ordinals,
    Age: ages,
    Currency: money,
    Dimension: dimensions,
    Temperature: temperatures,
  }
  return (views[model] ?? plainNumbers)(all, numbers, input)
}

function made(
  input: string,
  start: number,
  end: number,
  TypeName: string,
  Resolution: Readonly<Record<string, unknown>>,
): Recognised {
  return { Text: input.slice(start, end).toLowerCase(), Start: start, End: end - 1, TypeName, Resolution }
}

/** Fifteen significant digits; very large and very small ones with an exponent, as .NET writes them. */
function written(value: number): string {
  const rounded = Number(value.toPrecision(15))
  if (rounded !== 0 && (Math.abs(rounded) >= 1e15 || Math.abs(rounded) < 1e-5)) {
    return rounded
      .toExponential()
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E')
  }
  return String(rounded)
}

function plainNumbers(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  return numbers.flatMap((number) => {
    if (number.kind === 'ordinal') return []
    const after = all[number.next]
    if (number.written !== 'words' && after && !after.spaced && after.kind === 'word') return []
    return [
      made(input, number.start, number.end, 'number', {
        subtype: number.kind === 'fraction' ? 'fraction' : number.subtype,
        value: written(number.value),
      }),
    ]
  })
}

const RELATIVE: readonly (readonly [RegExp, string, number])[] = [
  [/\b(?:the )?(?:last but one|next to last|one before the last(?: one)?)\b/gi, 'end', -1],
  [/\b(?:last|final|ultimate)\b/gi, 'end', 0],
  [/\bnext\b/gi, 'current', 1],
  [/\bprevious\b/gi, 'current', -1],
  [/\bcurrent one\b/gi, 'current', 0],
]

function ordinals(_all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  const out: Recognised[] = []
  for (const number of numbers) {
    if (number.kind === 'ordinal') {
      const value = written(number.value)
      out.push(made(input, number.start, number.end, 'ordinal', { offset: value, relativeTo: 'start', value }))
    } else if (number.kind === 'fraction') {
      const last = /\b(\S+)$/.exec(input.slice(number.start, number.end))
      const inner = last ? findNumbers(lexemes(last[1]!))[0] : undefined
      if (last && inner?.kind === 'ordinal' && !last[1]!.endsWith('s')) {
        const value = written(inner.value)
        out.push(made(input, number.end - last[1]!.length, number.end, 'ordinal', { offset: value, relativeTo: 'start', value }))
      }
    }
  }
  for (const [pattern, relativeTo, offset] of RELATIVE) {
    for (const match of input.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (out.some((other) => other.Start < end && match.index <= other.End)) continue
      out.push(
        made(input, match.index, end, 'ordinal.relative', {
          offset: String(offset),
          relativeTo,
          value: `${relativeTo}${offset < 0 ? '' : '+'}${offset}`,
        }),
      )
    }
  }
  return out.sort((a, b) => a.Start - b.Start)
}

function percents(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  const out: Recognised[] = []
  const used = new Set<number>()
  for (const number of numbers) {
    const unit = unitAfter(all, number.next)
    if (unit?.share) {
      const end = all[number.next + unit.length - 1]!.end
      for (let i = number.next; i < number.next + unit.length; i++) used.add(i)
      out.push(made(input, number.start, end, 'percentage', { value: `${written(number.value)}%` }))
      continue
    }
    const back = all[number.first - 1]?.lower === 'of' ? number.first - 2 : -1
    const word = all[back]?.lower
    const first =
      word === 'cent' && all[back - 1]?.lower === 'per' ? back - 1 : word === 'percent' || word === 'percentage' ? back : -1
    if (first >= 0) {
      for (let i = first; i <= back; i++) used.add(i)
      out.push(made(input, all[first]!.start, number.end, 'percentage', { value: `${written(number.value)}%` }))
    }
  }
  for (const [index, x] of all.entries()) {
    if (x.lower === 'percent' && !used.has(index) && x.spaced)
      out.push(made(input, x.start, x.end, 'percentage', { value: 'null' }))
  }
  return out.sort((a, b) => a.Start - b.Start)
}

interface Side {
  low: number | null
  high: number | null
  openLow: boolean
  openHigh: boolean
  first: number
  next: number
}

/** A bound around one number: "more than 20" is (20,), "at least 20" is [20,). */
function sided(all: readonly Lexeme[], number: NumberExpression): Side | null {
  let before = hedgeBefore(all, number.first)
  let first = number.first
  if (before && (before.bound === 'about' || before.bound === 'exact')) before = null
  const lead = before ? number.first - before.length : number.first
  const after = before ? null : hedgeAfter(all, number.next)
  const words = (at: number, count: number): string =>
    all
      .slice(at, at + count)
      .map((x) => x.lower)
      .join(' ')
  let open = before?.open ?? false
  let next = number.next
  let bound = before?.bound ?? null
  if (before) {
    first = lead
    if (words(number.next, 2) === 'or equal' || words(number.next, 2) === 'and equal') {
      const rest = all[number.next + 2]?.lower === 'to' ? 3 : 2
      if (!all.slice(number.next + rest, number.next + rest + 1).some((x) => x.kind === 'digits')) {
        open = false
        next = number.next + rest
      }
    }
    if (all[lead - 1]?.lower === '<' && all[lead]!.lower === '>') return null
  } else {
    const phrase = words(number.next, 3)
    if (/^(?:or|and) (?:more|greater|larger|higher|above)/.test(phrase)) {
      bound = 'atLeast'
      next = number.next + 2 + (all[number.next + 2]?.lower === 'than' ? 1 : 0)
    } else if (/^(?:or|and) (?:less|fewer|lower|smaller|below)/.test(phrase)) {
      bound = 'atMost'
      next = number.next + 2 + (all[number.next + 2]?.lower === 'than' ? 1 : 0)
    } else if (after && (after.bound === 'atLeast' || after.bound === 'atMost')) {
      bound = after.bound
      next = number.next + after.length
    }
    if (all[next - 1]?.lower === 'than' && all[next]?.kind === 'digits') return null
    const equal = ['equal to', 'equals to', 'equaling to', 'equals', 'equal'].find(
      (text) => words(first - text.split(' ').length, text.split(' ').length) === text,
    )
    if (equal && first >= equal.split(' ').length) {
      first -= equal.split(' ').length
      bound ??= 'exact'
    }
  }
  if (bound === 'exact') return { low: number.value, high: number.value, openLow: false, openHigh: false, first, next }
  if (bound === 'atLeast') return { low: number.value, high: null, openLow: open, openHigh: true, first, next }
  if (bound === 'atMost') return { low: null, high: number.value, openLow: true, openHigh: open, first, next }
  return null
}

function notation(side: Side): string {
  return `${side.openLow ? '(' : '['}${side.low === null ? '' : written(side.low)},${side.high === null ? '' : written(side.high)}${side.openHigh ? ')' : ']'}`
}

function ranges(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  const out: Recognised[] = []
  const emit = (side: Side): void => {
    out.push(made(input, all[side.first]!.start, all[side.next - 1]!.end, 'numberrange', { value: notation(side) }))
  }
  for (let i = 0; i < numbers.length; i++) {
    const a = numbers[i]!
    const b = numbers[i + 1]
    const before = all[a.first - 1]?.lower ?? ''
    const the = before === 'the' ? 1 : 0
    const lead = all[a.first - 1 - the]?.lower ?? ''
    if (b) {
      const gap = all
        .slice(a.next, b.first)
        .map((x) => x.lower)
        .join(' ')
      const joined = (lead === 'between' && /^(?:and|and the)$/.test(gap)) || (lead === 'from' && /^(?:to|to the)$/.test(gap))
      const dashed = (gap === '-' || gap === '~') && a.kind !== 'ordinal'
      const chain = all[b.next]?.lower === '-' || all[b.next]?.lower === '/' || before === '-' || before === '+' || before === '/'
      if (joined || (dashed && !chain && a.value < b.value)) {
        emit({
          low: a.value,
          high: b.value,
          openLow: false,
          openHigh: true,
          first: joined ? a.first - 1 - the : a.first,
          next: b.next,
        })
        i += 1
        continue
      }
      const left = sided(all, a)
      const right = left && sided(all, b)
      if (left && right && left.next === right.first - 1 && all[left.next]!.lower === 'and') {
        const low = left.low ?? right.low
        const high = left.high ?? right.high
        if (low !== null && high !== null && low < high && (left.low === null) !== (right.low === null)) {
          const from = left.low === null ? right : left
          const to = left.low === null ? left : right
          emit({ low, high, openLow: from.openLow, openHigh: to.openHigh, first: left.first, next: right.next })
          i += 1
          continue
        }
      }
    }
    const side = sided(all, a)
    if (side && a.kind !== 'ordinal') emit(side)
  }
  return out
}

const AGE_UNIT: Readonly<Record<string, string>> = { d: 'Day', wk: 'Week', mo: 'Month', yr: 'Year' }

function ages(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  return numbers.flatMap((number) => {
    const unit = unitAfter(all, number.next)?.unit
    const length = unitAfter(all, number.next)?.length ?? 0
    const at = number.next + length
    const dash = all[at]?.lower === '-' ? 1 : 0
    if (unit && AGE_UNIT[unit.symbol] && /^olds?$/.test(all[at + dash]?.lower ?? ''))
      return [
        made(input, number.start, all[at + dash]!.end, 'age', { value: written(number.value), unit: AGE_UNIT[unit.symbol] }),
      ]
    if (unit && AGE_UNIT[unit.symbol] && all[at]?.lower === 'of' && all[at + 1]?.lower === 'age')
      return [made(input, number.start, all[at + 1]!.end, 'age', { value: written(number.value), unit: AGE_UNIT[unit.symbol] })]
    if (all[number.first - 1]?.lower === 'age')
      return [made(input, all[number.first - 1]!.start, number.end, 'age', { value: written(number.value), unit: 'Age' })]
    return []
  })
}

function named(surface: string, code: string): { unit: string; isoCurrency?: string } {
  const plain = surface
    .toLowerCase()
    .replace(/[^\p{L}\p{Sc}. ]/gu, '')
    .trim()
  const loose = CURRENCY_NAMES.loose[plain]
  if (loose) return { unit: loose }
  const name = CURRENCY_NAMES.coded[code]
  return name ? { unit: name, isoCurrency: code } : { unit: surface.trim() }
}

function money(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  const out: Recognised[] = []
  let floor = 0
  for (const [index, number] of numbers.entries()) {
    if (number.kind === 'ordinal' || number.first < floor) continue
    const sign = currencyBefore(all, number.first)
    const unit = unitAfter(all, number.next)
    if (sign && number.first - sign.length >= floor) {
      const first = number.first - sign.length
      const surface = input.slice(all[first]!.start, number.start)
      out.push(
        made(input, all[first]!.start, number.end, 'currency', {
          value: written(number.value),
          ...named(surface, sign.currency),
        }),
      )
      floor = number.next
      continue
    }
    const pounds = unit?.unit?.symbol === 'lb' && number.scale >= 1e6
    if (!unit || !(unit.currency || pounds)) continue
    let next = number.next + unit.length
    const surface = input.slice(all[number.next]!.start, all[next - 1]!.end)
    let { value } = number
    const after = numbers[index + 1]
    const cents = after !== undefined && /^cents?$/.test(all[after.next]?.lower ?? '')
    const joined = after && (after.first === next || (after.first === next + 1 && all[next]!.lower === 'and'))
    const tail = after ? unitAfter(all, after.next) : null
    if (
      joined &&
      after.value < 100 &&
      Number.isInteger(after.value) &&
      (!(tail?.currency || tail?.unit) || cents) &&
      all[after.next]?.lower !== 'is' &&
      !(all[after.next]?.kind === 'word' && !all[after.next]!.spaced && !cents) &&
      number.value === Math.floor(number.value)
    ) {
      value += after.value / 100
      next = after.next + (cents ? 1 : 0)
    } else if (SCALES.has(all[next]?.lower ?? '')) {
      value *= SCALES.get(all[next]!.lower)!
      next += 1
    }
    out.push(
      made(input, number.start, all[next - 1]!.end, 'currency', {
        value: written(value),
        ...named(surface, unit.currency ?? 'GBP'),
      }),
    )
    floor = next
  }
  return out
}

function dimensions(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  const out: Recognised[] = []
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!
    const before = all[number.first - 1]
    if (number.kind === 'ordinal' || (before && !all[number.first]!.spaced && before.kind !== 'sign')) continue
    if (before?.lower === '-' && all[number.first - 2]?.kind === 'word' && !all[number.first]!.spaced) continue
    if (isDesignation(all, number.first, number.next, number.written !== 'words')) continue
    const bracket = /^[([{]$/.test(all[number.next]?.lower ?? '') ? 1 : 0
    const unit = unitAfter(all, number.next + bracket)
    if (!unit?.unit) continue
    let next = number.next + bracket + unit.length
    if (bracket) {
      if (!/^[)\]}]$/.test(all[next]?.lower ?? '')) continue
      next += 1
    }
    const name = UNIT_NAMES[unit.unit.symbol]
    if (!name || /^(?:°C|°F)$/.test(unit.unit.symbol)) continue
    if (all[next] && !all[next]!.spaced && all[next]!.kind === 'digits') continue
    if (/^(?:celsius|fahrenheit|c|f)$/.test(all[next]?.lower ?? '')) continue
    let { value } = number
    const second = numbers[i + 1]
    const gap = second ? second.first - next : -1
    if (name[0] === 'Foot' && second && (gap === 0 || (gap === 1 && all[next]!.lower === 'and'))) {
      const inches = unitAfter(all, second.next)
      if (inches?.unit?.symbol === 'in') {
        value += second.value / 12
        next = second.next + inches.length
        i += 1
      }
    }
    out.push(
      made(input, number.start, all[next - 1]!.end, 'dimension', { value: String(value), subtype: name[1], unit: name[0] }),
    )
  }
  return out
}

function temperatures(all: readonly Lexeme[], numbers: readonly NumberExpression[], input: string): Recognised[] {
  const out: Recognised[] = []
  const used = new Set<number>()
  for (const number of numbers) {
    const unit = unitAfter(all, number.next)
    if (!unit?.unit || number.kind === 'ordinal') continue
    const { symbol } = unit.unit
    if (!/^°/.test(symbol) || (!all[number.next]!.spaced && all[number.next]!.kind === 'word')) continue
    if (symbol === '°' && !/\btemperature\b|\bweather\b|\boutside\b/i.test(input)) continue
    const last = number.next + unit.length - 1
    for (let i = number.next; i <= last; i++) used.add(i)
    out.push(
      made(input, number.start, all[last]!.end, 'temperature', {
        value: written(number.value),
        unit: symbol === '°' ? 'Degree' : symbol.slice(1),
      }),
    )
  }
  for (const [index, x] of all.entries()) {
    if (used.has(index) || !/^(?:celsius|fahrenheit)$/.test(x.lower)) continue
    const start = /^degrees?$/.test(all[index - 1]?.lower ?? '') && !used.has(index - 1) ? index - 1 : index
    out.push(made(input, all[start]!.start, x.end, 'temperature', { value: null, unit: x.lower === 'celsius' ? 'C' : 'F' }))
  }
  return out.sort((a, b) => a.Start - b.Start)
}
