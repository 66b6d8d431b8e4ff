import type { Page } from '../grammar/page.ts'
import { isCapitalised, surface } from '../grammar/page.ts'
import { sentenceStop } from './content.ts'
import { type Draft, draft } from './draft.ts'

const LABEL_LENGTH = 7
/** Paragraphs above which a lone label may be a dateline. */
const TOP = 5
const NOT_SPEAKERS =
  /^(?:note|update|updated|correction|related|read|watch|photo|video|source|editor|by|breaking|here|analysis|opinion|live|exclusive|more|tags|share|location|date|time|subject)$/

/** "Minister: talks will go on" in a headline; "Q:", "WALLACE:" in a transcript. */
export function colonAttributions(page: Page): Draft[] {
  const out: Draft[] = []
  let paragraph = -1
  for (const sentence of page.sentences) {
    if (sentence.paragraph === paragraph) continue
    paragraph = sentence.paragraph
    let first = sentence.firstToken
    if (/^["'`]$/.test(page.words[first]!)) first += 1
    let at = first
    while (at < sentence.endToken && at - first <= LABEL_LENGTH && page.words[at] !== ':') at += 1
    if (page.words[at] !== ':' || at === first || at + 2 >= page.tokens.length) continue
    if (page.paragraphOf[at + 1] !== sentence.paragraph || NOT_SPEAKERS.test(page.words[first]!)) continue
    const headline = paragraph === 0
    const shouted = /^[\p{Lu}.'’ ]{2,}$/u.test(page.text.slice(page.tokens[first]!.start, page.tokens[at - 1]!.end))
    if (!headline && !shouted) continue
    if (!isLabel(page, first, at)) continue
    const stop = sentenceStop(page, at + 1)
    let end = stop
    if (!headline) {
      let last = at + 1
      while (last < page.tokens.length && page.paragraphOf[last] === paragraph) last += 1
      end = last
    }
    if (end <= at + 1) continue
    out.push(
      draft({
        source: [{ first, end: at }],
        cue: [{ first: at, end: at + 1 }],
        content: [{ first: at + 1, end }],
        cueKind: 'colon',
        rule: headline ? 'colon-headline' : 'colon-transcript',
        family: 'colon',
        lemma: ':',
      }),
    )
  }
  // "KABUL: For 25 years …": one shouted word and colon near the top is where a report was filed, not who speaks
  const turns = out.filter(({ rule }) => rule === 'colon-transcript')
  const [only] = turns
  if (turns.length === 1 && page.paragraphOf[only!.at]! <= TOP) return out.filter((item) => item !== only)
  return out
}

/** A label is one name or noun phrase, all of it capitalised, with no verb. */
function isLabel(page: Page, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (page.verbOf[i]! >= 0 && page.tokens[i]!.upos === 'AUX') return false
    if (/\p{L}/u.test(surface(page, i)) && !isCapitalised(page, i) && !/^(?:of|the|for|and|in|to|'s|-)$/.test(page.words[i]!))
      return false
  }
  return /\p{L}/u.test(surface(page, end - 1)) || surface(page, end - 1) === ')'
}
