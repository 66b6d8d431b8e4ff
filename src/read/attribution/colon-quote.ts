import type { Page } from '../grammar/page.ts'
import { subjectBefore } from '../grammar/subjects.ts'
import { VERB_FAMILIES } from '../lexicon/verbs.ts'
import { type Draft, draft } from './draft.ts'
import { isSpeech } from './quoted.ts'

/** `The coach was brief: “We lost.”`: no verb of saying, but a colon before a whole quotation; the sentence's subject speaks. */
export function colonQuotations(page: Page): Draft[] {
  const out: Draft[] = []
  page.quotations.forEach((quotation, index) => {
    const colon = quotation.first - 1
    if (colon < 1 || page.words[colon] !== ':' || !isSpeech(page, index)) return
    const sentence = page.sentences[page.sentenceOf[colon]!]!
    for (let k = sentence.firstToken; k < colon; k++) {
      const of = page.verbOf[k]!
      if (of < 0) continue
      const verb = page.verbs[of]!
      k = verb.end - 1
      if (verb.form !== 'finite') continue
      if (VERB_FAMILIES.has(verb.lemma)) return
      const subject = subjectBefore(page, verb)
      if (!subject || subject.antecedent) return
      out.push(
        draft({
          source: [{ first: subject.first, end: subject.end }],
          cue: [{ first: colon, end: colon + 1 }],
          content: [{ first: quotation.first, end: quotation.end }],
          cueKind: 'colon',
          rule: 'colon-quote',
          family: 'colon',
          lemma: ':',
        }),
      )
      return
    }
  })
  return out
}
