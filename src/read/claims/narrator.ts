import { trimEnd } from '../attribution/content.ts'
import type { Page, Range } from '../grammar/page.ts'

const LEAST_WORDS = 3

/**
 * What the report itself asserts: in each sentence the part outside every attribution and quotation, where it has a finite verb.
 * Questions, labels and fragments are left out.
 * @param covered true for tokens that an attribution holds
 */
export function narratorContents(page: Page, covered: Uint8Array): Range[] {
  const out: Range[] = []
  for (const sentence of page.sentences) {
    const last = page.words[sentence.endToken - 1]
    if (last === '?') continue
    for (const range of stretches(page, sentence.firstToken, sentence.endToken, covered)) {
      const trimmed = trim(page, range)
      if (trimmed && asserts(page, trimmed)) out.push(trimmed)
    }
  }
  return out
}

/** Runs of tokens that nothing covers; a short quotation inside a run stays in it. */
function stretches(page: Page, first: number, end: number, covered: Uint8Array): Range[] {
  const out: Range[] = []
  let from = -1
  for (let i = first; i <= end; i++) {
    const inside = i < end && covered[i] === 0
    if (inside && from < 0) from = i
    else if (!inside && from >= 0) {
      out.push({ first: from, end: i })
      from = -1
    }
  }
  return out.filter((range) => !isWholeQuotation(page, range))
}

function isWholeQuotation(page: Page, range: Range): boolean {
  const of = page.quotationOf[range.first]!
  return of >= 0 && page.quotations[of]!.end >= range.end
}

const LEADING = /^(?:,|;|:|—|–|--|-|\.|and|but|or|while|whereas|although|though|as|with|which|who|that|"|'|\))$/

function trim(page: Page, range: Range): Range | null {
  let first = range.first
  while (first < range.end && (LEADING.test(page.words[first]!) || page.tokens[first]!.upos === 'PUNCT')) first += 1
  let end = trimEnd(page, first, range.end)
  while (end > first && /^(?:,|and|but|while|as|that|with|after|although|though|because|;|—|–|-)$/.test(page.words[end - 1]!))
    end -= 1
  return end > first ? { first, end } : null
}

/** Enough words, a finite verb of its own, and something before the verb that it can be said of. */
function asserts(page: Page, range: Range): boolean {
  let words = 0
  let verbAt = -1
  for (let i = range.first; i < range.end; i++) {
    if (/[\p{L}\p{N}]/u.test(page.words[i]!)) words += 1
    const of = page.verbOf[i]!
    if (verbAt < 0 && of >= 0 && page.verbs[of]!.form === 'finite') verbAt = i
  }
  if (words < LEAST_WORDS || verbAt < 0) return false
  for (let i = range.first; i < verbAt; i++) if (page.phraseOf[i]! >= 0) return true
  return page.words[range.first] === 'there'
}
