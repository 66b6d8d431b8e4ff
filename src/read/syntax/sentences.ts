import { paragraphStarts } from '../sentences/paragraphs.ts'
import { OPENERS, SHORT_FORMS, TITLES } from './abbreviations.ts'
import { isDigit, isLower, isUpper, isWord } from './characters.ts'
import { behindDateline } from './dateline.ts'
import type { TokenSpans } from './tokenise.ts'

/** A sentence in tokens `[first, end)`. */
export interface Stretch {
  readonly first: number
  readonly end: number
  readonly paragraph: number
}

/** No sentence is longer, in tokens: what a broken layout runs together is cut, so that reading stays linear. */
const LONGEST = 300
const DATELINE_REACH = 32
/** How far a bracket may reach before it is taken for unclosed. */
const BRACKET_REACH = 60

/**
 * Cuts a tokenised text into sentences. Paragraphs always part. Elsewhere a sentence ends at a full stop, question or exclamation
 * mark with the closing marks behind it, unless what follows goes on in lower case, the stop belongs to a short form, or it
 * stands inside a bracket that opened in mid-sentence. A dateline at the head of a paragraph is cut off.
 */
export function cutSentences(text: string, spans: TokenSpans): Stretch[] {
  const { starts, ends } = spans
  const out: Stretch[] = []
  const n = starts.length
  const paragraphs = paragraphStarts(text)
  let paragraph = -1
  let next = 0
  let first = 0
  let bracket = -1
  for (let i = 0; i < n; i++) {
    const start = starts[i]!
    if (next < paragraphs.length && paragraphs[next]! <= start) {
      while (next < paragraphs.length && paragraphs[next]! <= start) next++
      if (i > first) out.push({ first, end: i, paragraph })
      first = i
      bracket = -1
      paragraph = next - 1
      const behind = behindDateline(text, spans, i, endOf(starts, i, paragraphs[next]))
      if (behind > i) {
        out.push({ first: i, end: behind, paragraph })
        first = behind
        i = behind - 1
        continue
      }
    } else if (i - first >= LONGEST) {
      out.push({ first, end: i, paragraph })
      first = i
      bracket = -1
    }
    const c = text.charCodeAt(start)
    if (c === 0x28 || c === 0x5b) bracket = i === first ? -1 : i
    else if (c === 0x29 || c === 0x5d) bracket = -1
    const kind = terminator(text, start, ends[i]!)
    if (kind === 0) continue
    let after = i + 1
    while (after < n && closes(text, starts, ends, after, first)) after++
    after = pastReferences(text, starts, after)
    if (after >= n) continue
    if (bracket >= 0 && i - bracket < BRACKET_REACH && after === i + 1) continue
    if (!begins(text, starts, ends, i, after, kind) && !carelessCase(text, starts, first, after, kind)) continue
    if (next < paragraphs.length && paragraphs[next]! <= starts[after]!) continue
    out.push({ first, end: after, paragraph })
    first = after
    bracket = -1
    i = after - 1
  }
  if (n > first) out.push({ first, end: n, paragraph })
  return out
}

/** The token where the paragraph ends that begins at `from`, looked for no further than a dateline reaches. */
function endOf(starts: number[], from: number, nextParagraph: number | undefined): number {
  let end = from
  while (end < starts.length && end - from < DATELINE_REACH && starts[end]! < (nextParagraph ?? Number.POSITIVE_INFINITY)) end++
  return end
}

/** Behind footnote marks such as "[2]", which belong to the sentence that they support. */
function pastReferences(text: string, starts: number[], at: number): number {
  let i = at
  while (
    i + 2 < starts.length &&
    text[starts[i]!] === '[' &&
    isDigit(text.charCodeAt(starts[i + 1]!)) &&
    text[starts[i + 2]!] === ']'
  )
    i += 3
  return i
}

const STOP = 1
const ASK = 2
const DOTS = 3
const SHORT = 4

/** Whether a token can end a sentence, and how. */
function terminator(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1)
  if (last === 0x2e) {
    if (end - start === 1) return STOP
    return text.charCodeAt(start) === 0x2e ? DOTS : SHORT
  }
  if (last === 0x21 || last === 0x3f) return isWord(text.charCodeAt(start)) ? 0 : ASK
  if (last === 0x2026) return DOTS
  return last === 0x3002 || last === 0xff01 || last === 0xff1f || last === 0x061f ? STOP : 0
}

/** A writer who begins a sentence in lower case may begin the next one so too. */
function carelessCase(text: string, starts: number[], first: number, at: number, kind: number): boolean {
  if (kind !== STOP && kind !== ASK) return false
  return isLower(text.charCodeAt(starts[first]!)) && isLower(text.charCodeAt(starts[at]!)) && at - first > 3
}

/** A closing mark that belongs to the sentence before it. */
function closes(text: string, starts: number[], ends: number[], i: number, first: number): boolean {
  if (ends[i]! - starts[i]! > 2) return false
  const c = text.charCodeAt(starts[i]!)
  if (c === 0x29 || c === 0x5d || c === 0x201d || c === 0xbb) return starts[i] === ends[i - 1] || c !== 0x201d
  if (c !== 0x22 && c !== 0x27 && c !== 0x2019) return false
  if (starts[i] !== ends[i - 1]) {
    // A straight mark after a space closes only where one is open and none can begin.
    return c === 0x22 && i + 1 < starts.length && starts[i + 1] !== ends[i] && openMarks(text, starts, first, i) % 2 === 1
  }
  return true
}

function openMarks(text: string, starts: number[], first: number, end: number): number {
  let open = 0
  for (let i = first; i < end; i++) if (text.charCodeAt(starts[i]!) === 0x22) open++
  return open
}

/** Whether a new sentence can begin at token `at`, after a terminator of this kind at `i`. */
function begins(text: string, starts: number[], ends: number[], i: number, at: number, kind: number): boolean {
  let word = at
  // Quotes, brackets and dashes before the first word.
  while (word < starts.length && word < at + 3 && opens(text.charCodeAt(starts[word]!))) word++
  if (word >= starts.length) return true
  const c = text.charCodeAt(starts[word]!)
  const glued = starts[at] === ends[at - 1]
  if (isLower(c)) return (c >= 0x4e00 && c < 0xa000) || (c >= 0x600 && c < 0x700)
  if (kind === SHORT) {
    if (!isUpper(c)) return false
    const stem = text.slice(starts[i]!, ends[i]! - 1).toLowerCase()
    const next = text.slice(starts[word]!, Math.min(ends[word]!, starts[word]! + 16)).toLowerCase()
    if (stem.length === 1 || isDigit(stem.charCodeAt(0))) return false
    if (TITLES.has(stem) && !SHORT_FORMS.has(stem)) return false
    return OPENERS.has(next) || word > at
  }
  if (glued && at === i + 1) return isUpper(c) && kind === STOP && isLower(text.charCodeAt(ends[i - 1]! - 1)) && i > 0
  if (kind === DOTS || at > i + 1) return !isComma(text.charCodeAt(starts[at]!))
  return !isComma(c)
}

function isComma(c: number): boolean {
  return c === 0x2c || c === 0x3b || c === 0x3a
}

function opens(c: number): boolean {
  return (
    c === 0x22 ||
    c === 0x27 ||
    c === 0x201c ||
    c === 0x2018 ||
    c === 0x28 ||
    c === 0x5b ||
    c === 0x2d ||
    c === 0x2013 ||
    c === 0x2014 ||
    c === 0xab
  )
}
