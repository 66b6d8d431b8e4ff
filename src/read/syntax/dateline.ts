import { isDigit, isUpper } from './characters.ts'
import type { TokenSpans } from './tokenise.ts'

/** No dateline is longer, in tokens. */
const LONGEST = 24
const CLOSED = /^(?:of|and|the|de|da|del|la|on|in|by|for|at|with|[,.;:/()[\]&]|n[oº]\.?)$/i
const MONTH_OR_DAY =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?$/i
const DASH = /^(?:—|–|--|―|-)$/

/**
 * The first token behind the dateline or credit that a paragraph opens with: "NAIROBI (Coast Wire) — Two ships …",
 * "KYIV, 18 October 2024 (Agency) - …", "(Coast Wire) Two ships …". It is set apart like a sentence of its own: glued to the first sentence it
 * would be read as a part of its subject.
 * @param first the paragraph's first token @param end the token where the paragraph ends, or any before it
 * @returns `first` itself where there is none
 */
export function behindDateline(text: string, { starts, ends }: TokenSpans, first: number, end: number): number {
  const word = (i: number): string => text.slice(starts[i]!, ends[i]!)
  const stop = Math.min(end, first + LONGEST)
  const begins = (i: number): boolean => i < end && /^[\p{Lu}\p{N}“"‘'«]/u.test(word(i))
  if (text[starts[first]!] === '(') {
    let close = first + 1
    while (close < Math.min(stop, first + 6) && /^[\p{Lu}&/]/u.test(word(close))) close++
    return close > first + 1 && close < stop && word(close) === ')' && begins(close + 1) ? close + 1 : first
  }
  const place = word(first)
  const shouted = /^\p{Lu}[\p{Lu}'’-]+$|^(?:ST|MT|FT)\.$/u.test(place)
  if (!shouted && !/^\p{Lu}\p{Ll}/u.test(place)) return first
  let credit = false
  for (let k = first + 1; k < stop; k++) {
    const here = word(k)
    if (DASH.test(here)) {
      const apart = here !== '-' || (starts[k]! > ends[k - 1]! && k + 1 < end && starts[k + 1]! > ends[k]!)
      return apart && (shouted || credit) && begins(k + 1) ? k + 1 : first
    }
    if (here === '(') credit = k + 1 < stop && isUpper(text.charCodeAt(starts[k + 1]!))
    const fits =
      isUpper(text.charCodeAt(starts[k]!)) || isDigit(text.charCodeAt(starts[k]!)) || CLOSED.test(here) || MONTH_OR_DAY.test(here)
    if (!fits) return first
  }
  return first
}
