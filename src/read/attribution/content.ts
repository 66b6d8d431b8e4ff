import type { Page, Range } from '../grammar/page.ts'
import { isVenue } from '../grammar/subjects.ts'
import { isTimeWord } from '../grammar/time-words.ts'

/** End of the sentence that holds token `i`, its full stop left out, a quotation that runs on taken in. */
export function sentenceStop(page: Page, i: number): number {
  const sentence = page.sentences[page.sentenceOf[i]!]!
  let end = sentence.endToken
  const own = page.quotationOf[i]!
  if (own >= 0 && page.quotations[own]!.end <= end) {
    // words inside a quotation cannot be about what stands behind it
    const quotation = page.quotations[own]!
    return trimEnd(page, i, Math.max(i + 1, quotation.open ? quotation.end : quotation.end - 1))
  }
  const last = page.quotationOf[end - 1]!
  if (last >= 0 && last !== page.quotationOf[i] && page.quotations[last]!.end > end) end = page.quotations[last]!.end
  return trimEnd(page, i, clauseBreak(page, i, end))
}

/** A semicolon, or a dash without a second one, ends what was said, unless it stands in a quotation. */
function clauseBreak(page: Page, from: number, end: number): number {
  let dash = -1
  for (let k = from + 2; k < end; k++) {
    if (page.quotationOf[k]! >= 0) continue
    const word = page.words[k]!
    if (word === ';') return k
    if (!/^(?:—|–|--|―)$/.test(word) && !(word === '-' && page.tokens[k]!.start > page.tokens[k - 1]!.end)) continue
    if (dash < 0) dash = k
    else dash = Number.POSITIVE_INFINITY
  }
  return dash >= 0 && dash < end && hasFiniteVerb(page, { first: from, end: dash }) && hasFiniteVerb(page, { first: dash, end })
    ? dash
    : end
}

/** Drops closing punctuation outside quotation marks. */
export function trimEnd(page: Page, first: number, end: number): number {
  let stop = end
  while (stop > first && page.quotationOf[stop - 1]! < 0 && /^[.,;:!?…)—–-]+$/.test(page.words[stop - 1]!)) {
    if (page.words[stop - 1] === ')' && hasOpen(page, first, stop - 1)) break
    stop -= 1
  }
  return stop
}

function hasOpen(page: Page, first: number, end: number): boolean {
  for (let i = end - 1; i >= first && i > end - 60; i--) {
    if (page.words[i] === '(') return true
    if (page.words[i] === ')') return false
  }
  return false
}

/** Skips what may stand between a cue and its content: adverbs, days, "in a statement", "on condition of anonymity". */
export function skipBetween(page: Page, from: number, stop: number): number {
  let i = from
  for (;;) {
    if (i >= stop) return i
    const word = page.words[i]!
    const of = page.phraseOf[i]!
    if (
      page.tokens[i]!.upos === 'ADV' &&
      !/^(?:how|why|when|where|whether|there|here|not|only|just|no|as|about|nearly|almost|around|some|roughly|over|more|at|up|approximately|even)$/.test(
        word,
      ) &&
      of < 0
    )
      i += 1
    else if (isVenue(page, i)) {
      i = page.phrases[page.phraseOf[i + 1]!]!.end
      // "at a news conference in Lagos on Monday": places that follow a venue go with it
      while (
        i < stop &&
        /^(?:in|at|with|of|to|from)$/.test(page.words[i]!) &&
        (page.phraseOf[i + 1] ?? -1) >= 0 &&
        !isSubjectNext(page, i + 1)
      ) {
        i = page.phrases[page.phraseOf[i + 1]!]!.end
      }
    } else if (
      of >= 0 &&
      page.phrases[of]!.first === i &&
      isTimeWord(page.words[page.phrases[of]!.head]!) &&
      !isSubjectNext(page, i)
    ) {
      i = page.phrases[of]!.end
    } else if (word === 'on' && /^(?:the)?condition$/.test(page.words[i + 1] ?? '')) {
      i += 1
      while (i < stop && !/^(?:that|,)$/.test(page.words[i]!) && page.verbOf[i]! < 0) i += 1
    } else return i
  }
}

/** True when the noun phrase at `at` is followed by a finite verb: it is a subject, not an adverbial. */
function isSubjectNext(page: Page, at: number): boolean {
  const of = page.phraseOf[at]!
  if (of < 0) return false
  const verb = page.verbOf[page.phrases[of]!.end] ?? -1
  return verb >= 0 && page.verbs[verb]!.form === 'finite'
}

/** True when a finite verb stands in the range, outside or inside quotation marks. */
export function hasFiniteVerb(page: Page, range: Range): boolean {
  for (let i = range.first; i < range.end; i++) {
    const of = page.verbOf[i]!
    if (of >= 0 && page.verbs[of]!.form === 'finite') return true
  }
  return false
}

/** Content that stands before a cue: from the beginning of the sentence, or of the quotation that reaches into it, to the comma. */
export function contentBefore(page: Page, at: number): Range | null {
  const sentence = page.sentences[page.sentenceOf[at]!]!
  let end = at
  while (
    end > sentence.firstToken &&
    /^[,—–-]+$/.test(page.words[end - 1]!) &&
    page.quotationOf[end - 1] !== page.quotationOf[end - 2]
  )
    end -= 1
  while (end > sentence.firstToken && /^(?:,|—|–|--)$/.test(page.words[end - 1]!)) end -= 1
  let first = sentence.firstToken
  if (end <= first) {
    // `"Is it?" she asked` split behind the mark: the quotation ends where this sentence begins
    const before = page.quotationOf[end - 1] ?? -1
    if (before < 0 || page.paragraphOf[end - 1] !== page.paragraphOf[at]) return null
    return { first: page.quotations[before]!.first, end }
  }
  const quotation = page.quotationOf[first]!
  if (quotation >= 0 && quotation !== page.quotationOf[at]) first = Math.min(first, page.quotations[quotation]!.first)
  while (first < end && /^(?:,|—|–|--|:|;|\.)$/.test(page.words[first]!)) first += 1
  const leading = leadingAdverbial(page, first, end)
  if (leading > 0) first = leading
  return first < end ? { first, end } : null
}

/** "As for the cost, “…”": a fronted phrase without a verb before a quotation that fills the rest is not part of what was said. */
function leadingAdverbial(page: Page, first: number, end: number): number {
  const last = page.quotationOf[end - 1]!
  if (last < 0 || page.quotationOf[first]! >= 0) return 0
  const start = page.quotations[last]!.first
  if (start <= first || page.words[start - 1] !== ',' || hasFiniteVerb(page, { first, end: start })) return 0
  return start
}
