import type { Token } from '../../model/index.ts'

/** A passage between quotation marks, the marks included, in tokens `[first, end)`. */
export interface Quotation {
  readonly first: number
  readonly end: number
  /** True when the closing mark is missing: the paragraph ended first. */
  readonly open: boolean
  /** True when it takes up a quotation left open at the end of the paragraph before. */
  readonly resumes: boolean
}

const DOUBLE_OPEN = /[“„«]/
const DOUBLE_CLOSE = /[”»]/
const SINGLE_REACH = 120
/** Tokens behind a paragraph break within which a closing mark is looked for. */
const LONGEST_GAP = 160

/**
 * Pairs quotation marks within paragraphs. Straight marks open or close by the space around them; single marks count only
 * outside double ones and only where they cannot be apostrophes.
 * @param paragraphOf paragraph of each token
 */
export function findQuotations(text: string, tokens: readonly Token[], paragraphOf: ArrayLike<number>): Quotation[] {
  const out: Quotation[] = []
  let from = -1
  let resumes = false
  for (let i = 0; i < tokens.length; i++) {
    if (i > 0 && paragraphOf[i] !== paragraphOf[i - 1] && from >= 0) {
      const goesOn = isMark(text, tokens[i]!)
      if (!goesOn && closesLater(text, tokens, i)) continue
      out.push({ first: from, end: i, open: true, resumes })
      from = goesOn ? i : -1
      resumes = goesOn
      if (goesOn) continue
    }
    const doubled = doubledSide(text, tokens[i]!)
    const side = doubled ?? sideOf(text, tokens, i, from >= 0)
    const last = doubled !== null && tokens[i + 1]?.start === tokens[i]!.start + 1 ? i + 1 : i
    if (side === 'open' && from < 0) {
      from = i
      resumes = false
    } else if (side === 'close' && from >= 0) {
      if (i > from + 1) out.push({ first: from, end: last + 1, open: false, resumes })
      from = -1
      i = last
    } else if (side === null && from < 0) {
      const end = singleQuotation(text, tokens, paragraphOf, i)
      if (end > 0) {
        out.push({ first: i, end, open: false, resumes: false })
        i = end - 1
      }
    }
  }
  if (from >= 0 && tokens.length > from + 1) out.push({ first: from, end: tokens.length, open: true, resumes })
  return out
}

/** A paragraph break inside a quotation whose next paragraph has no opening mark: the next mark there is closes it. */
function closesLater(text: string, tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && i < from + LONGEST_GAP; i++) {
    const mark = text.slice(tokens[i]!.start, tokens[i]!.end)
    if (DOUBLE_OPEN.test(mark)) return false
    if (DOUBLE_CLOSE.test(mark)) return true
    if (mark === '"' || mark === "''")
      return /\S/.test(text[tokens[i]!.start - 1] ?? ' ') && /^[\s.,;:?!)]?$/.test(text[tokens[i]!.end] ?? '')
  }
  return false
}

function isMark(text: string, token: Token): boolean {
  return /^(?:["“„«]|''|``)/.test(text.slice(token.start, token.end))
}

/** Two single marks written for a double one: ‘‘so’’, ‘’so’’. */
function doubledSide(text: string, { start }: Token): 'open' | 'close' | null {
  const pair = text.slice(start, start + 2)
  if (pair !== '’’' && pair !== '‘‘' && pair !== '‘’') return null
  if (text[start - 1] === '’' || text[start - 1] === '‘') return null
  const glued = /[\p{L}\p{N}]/u.test(text[start + 2] ?? '')
  if (glued && !/\S/.test(text[start - 1] ?? ' ')) return 'open'
  return pair === '’’' && !glued ? 'close' : null
}

function sideOf(text: string, tokens: readonly Token[], i: number, inside: boolean): 'open' | 'close' | null {
  const token = tokens[i]!
  const mark = text.slice(token.start, token.end)
  if (DOUBLE_OPEN.test(mark)) return 'open'
  if (DOUBLE_CLOSE.test(mark)) return 'close'
  if (mark === '``') return 'open'
  if (mark !== '"' && mark !== '＂' && mark !== "''") return null
  const spaceBefore = token.start === 0 || /[\s([—–-]/.test(text[token.start - 1]!)
  const spaceAfter = token.end >= text.length || /[\s.,;:?!)\]—–]/.test(text[token.end]!)
  if (inside) return spaceBefore && !spaceAfter ? 'open' : 'close'
  return spaceAfter && !spaceBefore ? 'close' : 'open'
}

/** End of a quotation in single marks that begins at token `i`; 0 when none does. */
function singleQuotation(text: string, tokens: readonly Token[], paragraphOf: ArrayLike<number>, i: number): number {
  const token = tokens[i]!
  const mark = text[token.start]
  if (mark !== '‘' && mark !== "'") return 0
  if (token.start > 0 && !/[\s([—–:]/.test(text[token.start - 1]!)) return 0
  const after = text[token.start + 1]
  if (after === undefined || /[\s\d]/.test(after)) return 0
  if (token.end - token.start > 1) return 0
  const closing = mark === '‘' ? '’' : "'"
  for (let k = i + 2; k < tokens.length && k < i + SINGLE_REACH && paragraphOf[k] === paragraphOf[i]; k++) {
    const end = tokens[k]!
    if (text.slice(end.start, end.end) !== closing) continue
    const before = text[end.start - 1]!
    const next = text[end.end]
    if (/\s/.test(before)) continue
    if (next === undefined || /[\s.,;:?!)\]—–]/.test(next)) {
      // "the troops' camp": a plural's apostrophe, unless the passage has the punctuation of speech
      if (/s/.test(before) && next === ' ' && tokens[k + 1]?.upos === 'NOUN') continue
      return k + 1
    }
  }
  return 0
}
