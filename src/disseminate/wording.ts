import { type Attribution, type Bound, type Claim, type Figure, type FigureRole, hull, type Modality } from '../model/index.ts'

/** 12000 → "12,000": the same in every locale. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The first letter in upper case, for the beginning of a sentence; a name's own spelling stays. */
export function atStart(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** "SEOUL (Han River Wire) — ": where a report was filed, not part of what is claimed. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\s.'’-]{2,}(?:,\s[\p{L}\s.]{2,30})?(?:\s\([^)]{1,40}\))?\s[—–-]{1,2}\s|^\(\p{Lu}[^)]{1,40}\)\s(?:[—–-]{1,2}\s)?(?=\p{Lu})/u

/** The claimed words as a quotation: verbatim, without the "that" which only joined them to the cue, and without a dateline. */
export function quoted(claim: Claim, text?: string): string {
  const span = text === undefined || !isWhole(claim) ? null : hull(claim.content)
  const words = (span === null ? claim.content.map((cell) => cell.text).join(' … ') : (text?.slice(span.start, span.end) ?? ''))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^that\s+/i, '')
    .replace(DATELINE, '')
    .replace(/[,;:]$/, '')
  const pieces = words.split(' … ')
  return pieces.every((piece) => /^[“"‘][^“"”]*[”"’]$/.test(piece)) ? words : `“${words}”`
}

/** A few words left out ("is said"), which read better where they stand than as an ellipsis. A quotation broken up by its speaker stays broken. */
export function isWhole({ content }: Claim): boolean {
  const [first] = content
  if (first === undefined || /^["“'‘]/.test(first.text)) return false
  return content.every((cell, i) => i === 0 || cell.start - (content[i - 1]?.end ?? 0) <= LEFT_OUT)
}

/** The longest gap in a claim's words, in characters, that is quoted along. */
const LEFT_OUT = 24

/**
 * How a claim is put, by its modality. A frame with a colon keeps the words verbatim and is grammatical whatever they are;
 * its verb never commits the source further than the text does.
 */
const FRAME: Readonly<Record<Modality, string>> = {
  asserted: 'says',
  reported: 'is reported to say',
  believed: 'believes',
  possible: 'holds it possible',
  planned: 'speaks of a plan',
  denied: 'denies',
  cannotConfirm: 'cannot confirm',
}

const PLURAL_FRAME: Readonly<Record<Modality, string>> = {
  asserted: 'say',
  reported: 'are reported to say',
  believed: 'believe',
  possible: 'hold it possible',
  planned: 'speak of a plan',
  denied: 'deny',
  cannotConfirm: 'cannot confirm',
}

/** Words that show in a statement which modality it carries: the checker looks for one of them. */
export const MODALITY_WORDS: Readonly<Record<Modality, readonly string[]>> = {
  asserted: ['says', 'say', 'shows', 'show', 'writes'],
  reported: ['reported', 'no source'],
  believed: ['believes', 'believe', 'belief'],
  possible: ['possible', 'possibility'],
  planned: ['plan'],
  denied: ['denies', 'deny', 'denial'],
  cannotConfirm: ['cannot confirm'],
}

/** "shows" for what does not speak: a photograph or a document. */
export function frame(modality: Modality, speaker: Attribution['speaker'], name: string): string {
  const many = isPlural(name)
  if ((speaker === 'image' || speaker === 'document') && modality === 'asserted') return many ? 'show' : 'shows'
  return (many ? PLURAL_FRAME : FRAME)[modality]
}

/** Common plural heads of a source's description: "some sources", "two officials", "residents of the port". */
function isPlural(name: string): boolean {
  const head = name.split(/\s+(?:of|in|from|at|for|with|who|near|on)\s+/i)[0] ?? name
  const last = head.split(/\s+/).at(-1) ?? ''
  if (/^\p{Lu}/u.test(last) && /^(?:the\s+)?\p{Lu}/u.test(head)) return false
  return (
    /^(?:some|several|many|two|three|four|five|six|both|most|few|those|these|all|other|local|residents|witnesses)\b/i.test(
      head,
    ) || /(?:[^s]s|people|police|media|men|women)$/i.test(last)
  )
}

export const STANCE_WORD = {
  asserts: 'asserts',
  denies: 'denies',
  cannotConfirm: "can't confirm",
  doubts: 'doubts',
  corrects: 'corrects',
} as const

export const BOUND_WORD: Readonly<Record<Bound, string>> = {
  exact: 'exactly as stated',
  about: 'about',
  atLeast: 'at least',
  atMost: 'at most',
  between: 'between',
}

export const ROLE_WORD: Readonly<Record<FigureRole, string>> = {
  total: 'total',
  increment: 'added',
  rate: 'rate',
  share: 'share',
  remaining: 'remaining',
  unstated: 'not stated',
}

export const MODALITY_WORD: Readonly<Record<Modality, string>> = {
  asserted: 'asserted',
  reported: 'reported',
  believed: 'believed',
  possible: 'possible',
  planned: 'planned',
  denied: 'denied',
  cannotConfirm: "can't confirm",
}

/** "at most 12,000 North Korean troops". */
export function amount(figure: Figure): string {
  const value = (n: number | null): string => (n === null ? 'an open number' : grouped(n))
  const { low, best, high, bound } = figure
  const words =
    bound === 'between'
      ? `${value(low)} to ${value(high)}`
      : bound === 'atLeast'
        ? `at least ${value(low ?? best)}`
        : bound === 'atMost'
          ? `at most ${value(high ?? best)}`
          : `${bound === 'about' ? 'about ' : ''}${value(best ?? low ?? high)}`
  return figure.unit === null ? words : `${words} ${figure.unit}`
}
