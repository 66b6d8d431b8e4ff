import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Sentence, Token } from '../model/index.ts'
import { splitSentences } from './sentences/split.ts'
import { straighten } from './words.ts'

/** Text in, tokens and sentences out; offsets are UTF-16 code units of the given text. */
export type Syntax = (text: string) => { tokens: Token[]; sentences: Sentence[] }

/** How far ahead a token that does not stand where it should is looked for. */
const RESYNC = 80

/** wink-nlp as tokeniser and tagger: no heads, no relations. Every token is checked against the text it is said to stand in. */
export function createWinkSyntax(): Syntax {
  const nlp = winkNLP(winkModel, ['sbd', 'pos'])
  const its = nlp.its
  return (text) => {
    const doc = nlp.readDoc(text)
    const all = doc.tokens()
    const values = all.out(its.value) as string[]
    const gaps = all.out(its.precedingSpaces) as string[]
    const tags = all.out(its.pos) as string[]
    const lemmas = all.out(its.lemma as never) as unknown as string[]
    const ends = new Set((doc.sentences().out(its.span as never) as unknown as [number, number][]).map(([, last]) => last))
    const tokens: Token[] = []
    const boundaries: number[] = []
    let at = 0
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      let start = at + (gaps[i]?.length ?? 0)
      if (!text.startsWith(value, start)) {
        const near = text.slice(at, at + RESYNC + value.length).indexOf(value)
        start = near < 0 ? -1 : at + near
      }
      if (start >= 0 && value.trim() !== '') {
        const lemma = straighten(lemmas[i] ?? value).toLowerCase()
        tokens.push({ start, end: start + value.length, lemma, upos: tags[i] ?? 'X', head: null, deprel: null })
      }
      if (start >= 0) at = start + value.length
      if (ends.has(i)) boundaries.push(tokens.length)
    }
    return { tokens, sentences: splitSentences(text, tokens, boundaries) }
  }
}
