import { BEFORE_NUMBERS, FUSED, NEED_CAPITAL, PREFIXES, SHORT_FORMS, TITLES, UNITS } from './abbreviations.ts'
import { isApostrophe, isDigit, isSpace, isUpper, isWord } from './characters.ts'

/** Where the tokens of a text stand, in UTF-16 code units. */
export interface TokenSpans {
  readonly starts: number[]
  readonly ends: number[]
}

const HYPHEN = 0x2d
const DOT = 0x2e
const COMMA = 0x2c
const COLON = 0x3a
const SLASH = 0x2f
const AND = 0x26
const AT = 0x40

/**
 * Cuts a text into words as the English treebanks of Universal Dependencies do: clitics part ("do|n't", "the agency|'s"), so do
 * hyphened compounds ("well|-|known") but not prefixes ("non-profit"); addresses, decimals, clock times and short forms stay whole.
 * One pass; every character that is not white space lies in exactly one token.
 */
export function tokenise(text: string): TokenSpans {
  const out: TokenSpans = { starts: [], ends: [] }
  const n = text.length
  let at = 0
  while (at < n) {
    while (at < n && isSpace(text.charCodeAt(at))) at++
    if (at >= n) break
    let end = at + 1
    while (end < n && !isSpace(text.charCodeAt(end))) end++
    cutChunk(text, at, end, out)
    at = end
  }
  return out
}

function push(out: TokenSpans, start: number, end: number): void {
  out.starts.push(start)
  out.ends.push(end)
}

/** Cuts a stretch without white space. */
function cutChunk(text: string, start: number, end: number, out: TokenSpans): void {
  let at = start
  while (at < end) {
    const c = text.charCodeAt(at)
    if (isWord(c)) {
      const address = addressEnd(text, at, end)
      if (address > at) {
        push(out, at, address)
        at = address
      } else at = cutWord(text, at, end, out)
    } else if (c === DOT && isDigit(text.charCodeAt(at + 1)) && at === start && at + 1 < end) at = cutWord(text, at, end, out)
    else if (c === 0x5b && text.startsWith('[...]', at)) {
      push(out, at, at + 5)
      at += 5
    } else if (isApostrophe(c) && at + 1 < end && opensWord(text, at, start, end)) at = cutWord(text, at, end, out)
    else at = cutMark(text, at, end, out)
  }
}

/** "'90s", "'em": an apostrophe that begins a word. */
function opensWord(text: string, at: number, start: number, end: number): boolean {
  if (at > start && isWord(text.charCodeAt(at - 1))) return false
  if (isDigit(text.charCodeAt(at + 1)))
    return end - at >= 3 && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3))
  return /^(?:em|tis|twas|til|cause)$/i.test(text.slice(at + 1, Math.min(end, at + 7)).replace(/\W+$/, ''))
}

const WEB = /^(?:https?:\/\/|ftp:\/\/|mailto:|www\.)/i
const DOMAIN =
  /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|gov|edu|mil|int|info|io|co|uk|ru|ua|de|fr|cn|jp|kr|eu|au|ca|ch|tv|me)(?![\w@])(?:\/\S*)?/i
const MAIL = /^[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/

/** End of a web or mail address that begins here; `at` when none does. Marks that close a sentence are left out. */
function addressEnd(text: string, at: number, end: number): number {
  const c = text.charCodeAt(at) | 32
  const head = text.slice(at, Math.min(end, at + 320))
  if ((c === 0x68 || c === 0x77 || c === 0x66 || c === 0x6d) && WEB.test(head)) return at + trimmed(text.slice(at, end))
  if (head.length < 4 || head.indexOf('.', 1) < 0) return at
  const found = head.includes('@') ? MAIL.exec(head) : DOMAIN.exec(head)
  return found ? at + trimmed(found[0]) : at
}

function trimmed(address: string): number {
  let n = address.length
  while (n > 1 && '.,;:!?"\')]}>”’»'.includes(address[n - 1]!)) n--
  return n
}

/** Cuts the word that begins here, with its clitics; returns where it ends. */
function cutWord(text: string, start: number, end: number, out: TokenSpans): number {
  let at = start + 1
  let dots = 0
  while (at < end) {
    const c = text.charCodeAt(at)
    if (isWord(c)) {
      at++
      continue
    }
    const before = text.charCodeAt(at - 1)
    const after = at + 1 < end ? text.charCodeAt(at + 1) : 0
    if (!isWord(after) || !isWord(before)) break
    if (c === DOT) {
      if (!(isDigit(before) && isDigit(after)) && !joinsLetters(text, start, at, end)) break
      dots++
    } else if (c === COMMA) {
      if (!isDigit(before) || !threeDigits(text, at, end)) break
    } else if (c === COLON) {
      if (!isDigit(before) || !isDigit(after)) break
    } else if (c === SLASH) {
      if (!isDigit(before) || !isDigit(after)) break
    } else if (c === AND) {
      if (!isUpper(before) || !isUpper(after) || at - start > 3) break
    } else if (c === HYPHEN || c === 0x2010 || c === 0x2011) {
      if (!keepsHyphen(text, start, at, end)) break
    } else if (c !== AT && !isApostrophe(c)) break
    at++
  }
  if (at < end && text.charCodeAt(at) === 0x24 && at - start <= 3 && isUpper(text.charCodeAt(at - 1))) at++
  else if (at < end && text.charCodeAt(at) === DOT && numbersItem(text, start, at)) at++
  else if (at < end && text.charCodeAt(at) === DOT && keepsDot(text, start, at, end, dots)) at++
  cutClitics(text, start, at, out)
  return at
}

/** "1." at the head of a line, numbering what follows. */
function numbersItem(text: string, start: number, at: number): boolean {
  if (at - start > 2 || !isDigit(text.charCodeAt(start)) || !isDigit(text.charCodeAt(at - 1))) return false
  if (start > 0 && text.charCodeAt(start - 1) !== 0x0a) return false
  return nextInk(text, at + 1).space && nextInk(text, at + 1).code !== 0
}

/** Single letters joined by full stops: "U.S.A", "e.g", "Ph.D", "a.m". */
function joinsLetters(text: string, start: number, at: number, end: number): boolean {
  const before = at - 1 === start || text.charCodeAt(at - 2) === DOT
  const after = at + 2 >= end || !isWord(text.charCodeAt(at + 2)) || text.charCodeAt(at + 2) === DOT
  if (before && after) return true
  return /^(?:ph\.d|m\.sc|b\.sc|p\.hd)/i.test(text.slice(start, start + 5))
}

function threeDigits(text: string, comma: number, end: number): boolean {
  if (comma + 3 >= end + 0 && comma + 4 > end) return false
  for (let k = 1; k <= 3; k++) if (!isDigit(text.charCodeAt(comma + k))) return false
  return comma + 4 >= end || !isDigit(text.charCodeAt(comma + 4))
}

function keepsHyphen(text: string, start: number, at: number, end: number): boolean {
  const length = at - start
  if (length <= 7 && PREFIXES.has(text.slice(start, at).toLowerCase()) && !isUpperRun(text, start, at)) return true
  if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) return false
  // Telephone numbers and dates: three digits or more before, or a second hyphen further on.
  let k = at + 1
  while (k < end && isDigit(text.charCodeAt(k))) k++
  if (text.slice(start, at).includes('-')) return true
  return (length === 3 && k - at - 1 === 4) || (k + 1 < end && text.charCodeAt(k) === HYPHEN && isDigit(text.charCodeAt(k + 1)))
}

function isUpperRun(text: string, start: number, at: number): boolean {
  for (let k = start; k < at; k++) if (!isUpper(text.charCodeAt(k))) return false
  return at - start > 1
}

/** Whether the full stop after a word belongs to it. */
function keepsDot(text: string, start: number, at: number, end: number, dots: number): boolean {
  if (text.charCodeAt(at + 1) === DOT) return false
  const length = at - start
  const first = text.charCodeAt(start)
  if (dots > 0) return !isDigit(first) && /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(text.slice(start, Math.min(at, start + 24)))
  if (length > 6) return false
  const follows = nextInk(text, at + 1)
  if (length === 1) {
    if (isUpper(first)) return !(first === 0x49 && follows.space) && follows.code !== 0
    return (first === 0x70 || first === 0x63) && isDigit(follows.code)
  }
  const word = text.slice(start, at).toLowerCase()
  if (BEFORE_NUMBERS.has(word) && isDigit(follows.code)) return true
  if (!TITLES.has(word) && !SHORT_FORMS.has(word)) return false
  if (NEED_CAPITAL.has(word) && !isUpper(first)) return false
  return at + 1 < end || follows.code !== 0 || !NEED_CAPITAL.has(word)
}

/** The next character that is not white space on the same line, 0 when there is none. */
function nextInk(text: string, at: number): { code: number; space: boolean } {
  let k = at
  while (k < text.length && k < at + 8 && isSpace(text.charCodeAt(k)) && text.charCodeAt(k) !== 0x0a) k++
  const code = k < text.length && !isSpace(text.charCodeAt(k)) ? text.charCodeAt(k) : 0
  return { code, space: k > at }
}

/** Parts a word from its clitics, its unit or its second half. */
function cutClitics(text: string, start: number, end: number, out: TokenSpans): void {
  const length = end - start
  if (length <= 7 && length >= 4) {
    const cut = FUSED.get(text.slice(start, end).toLowerCase())
    if (cut !== undefined) {
      push(out, start, start + cut)
      push(out, start + cut, end)
      return
    }
  }
  let mark = -1
  for (let k = end - 1; k > start && k >= end - 4; k--)
    if (isApostrophe(text.charCodeAt(k))) {
      mark = k
      break
    }
  if (mark > start) {
    const tail = text.slice(mark + 1, end).toLowerCase()
    const n = text.charCodeAt(mark - 1) | 32
    if (tail === 't' && n === 0x6e && mark - 1 > start) {
      push(out, start, mark - 1)
      push(out, mark - 1, end)
      return
    }
    if (tail === 's' || tail === 're' || tail === 've' || tail === 'll' || tail === 'd' || tail === 'm') {
      cutClitics(text, start, mark, out)
      push(out, mark, end)
      return
    }
  }
  if (isDigit(text.charCodeAt(start)) && length <= 16 && !isDigit(text.charCodeAt(end - 1))) {
    let k = end
    while (k > start && !isDigit(text.charCodeAt(k - 1))) k--
    const decade = k - start === 4 && end - k === 1 && (text.charCodeAt(k) | 32) === 0x73
    if (!decade && UNITS.has(text.slice(k, end).toLowerCase().replace(/\.$/, '')) && isNumber(text, start, k)) {
      push(out, start, k)
      push(out, k, end)
      return
    }
  }
  push(out, start, end)
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    const c = text.charCodeAt(k)
    if (!isDigit(c) && c !== DOT && c !== COMMA && c !== COLON) return false
  }
  return true
}

/** Cuts one mark, or a run of one that is read as one; returns where it ends. */
function cutMark(text: string, at: number, end: number, out: TokenSpans): number {
  const c = text.charCodeAt(at)
  let to = at + 1
  if (c >= 0xd800 && c < 0xdc00 && to < end) to = pictureEnd(text, at, end)
  else if (c === DOT || c === HYPHEN || c === 0x3d || c === 0x2a || c === 0x7e || c === 0x23) {
    while (to < end && text.charCodeAt(to) === c) to++
  } else if (c === 0x21 || c === 0x3f) {
    while (to < end && (text.charCodeAt(to) === 0x21 || text.charCodeAt(to) === 0x3f)) to++
  } else if ((c === 0x27 || c === 0x60) && text.charCodeAt(to) === c && to < end) to++
  push(out, at, to)
  return to
}

/** End of a character beyond the first plane, with what joins on to it. */
function pictureEnd(text: string, at: number, end: number): number {
  let to = at + 2
  if (to > end) return at + 1
  for (;;) {
    const c = to < end ? text.charCodeAt(to) : 0
    if (c === 0xfe0f || (c >= 0xdc00 && c < 0xe000)) to++
    else if (c === 0xd83c && text.charCodeAt(to + 1) >= 0xdffb && to + 1 < end) to += 2
    else return to
  }
}
