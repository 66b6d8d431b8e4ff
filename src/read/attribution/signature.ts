import type { Page } from '../grammar/page.ts'
import { isCapitalised } from '../grammar/page.ts'
import { type Draft, draft } from './draft.ts'
import { isSpeech } from './quoted.ts'

const DASH = /^(?:—|–|--|―|-)$/
const LONGEST_NAME = 14

/** `“We lost the harvest.” — Ama Owusu, farmer`: a quotation signed with a dash and a name that end the paragraph. */
export function signatures(page: Page): Draft[] {
  const out: Draft[] = []
  page.quotations.forEach((quotation, index) => {
    const dash = quotation.end
    if (!isSpeech(page, index) || dash + 1 >= page.tokens.length || !DASH.test(page.words[dash]!)) return
    const paragraph = page.paragraphOf[dash]
    if (page.paragraphOf[quotation.first] !== paragraph || !isCapitalised(page, dash + 1)) return
    let end = dash + 1
    while (end < page.tokens.length && page.paragraphOf[end] === paragraph && end - dash <= LONGEST_NAME) {
      if (page.verbOf[end]! >= 0 && page.tokens[end]!.upos === 'AUX') return
      end += 1
    }
    if (end < page.tokens.length && page.paragraphOf[end] === paragraph) return
    while (end > dash + 1 && page.words[end - 1] === '.') end -= 1
    let name = dash + 1
    while (name < end && !/^[,(]$/.test(page.words[name]!)) name += 1
    out.push(
      draft({
        source: [{ first: dash + 1, end: name }],
        cue: [{ first: dash, end: dash + 1 }],
        content: [{ first: quotation.first, end: quotation.end }],
        cueKind: 'colon',
        rule: 'signature',
        family: 'colon',
        lemma: '—',
      }),
    )
  })
  return out
}
