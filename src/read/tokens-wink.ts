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
    const sentences = splitSentences(text, tokens, boundaries)
    return { tokens: retagNames(text, tokens, sentences), sentences }
  }
}

const MISTAKEN = new Set([
  'caution',
  'claim',
  'report',
  'note',
  'state',
  'hope',
  'fear',
  'doubt',
  'estimate',
  'comment',
  'remark',
  'reply',
  'counter',
  'caution',
  'forecast',
  'project',
  'signal',
  'dispute',
  'aligns',
  'matches',
])

/** "Analysts caution that …": a noun's tag on a verb between a plural and "that". */
function isMistagged(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.upos !== 'NOUN' || !MISTAKEN.has(text.slice(token.start, token.end))) return false
  const before = tokens[i - 1]!
  const next = tokens[i + 1]!
  return before.upos === 'NOUN' && /s$/.test(text.slice(before.start, before.end)) && text.slice(next.start, next.end) === 'that'
}

const OPEN_CLASS = /^(?:VERB|ADJ|ADV|NOUN|INTJ|X)$/

/** A capital in the middle of a sentence that is not all capitals means a name, whatever the tagger says ("the paper Defence Express"). */
function retagNames(text: string, tokens: Token[], sentences: readonly Sentence[]): Token[] {
  const out = tokens.slice()
  for (const sentence of sentences) {
    let capitals = 0
    let words = 0
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (!/\p{L}/u.test(text[tokens[i]!.start]!)) continue
      words += 1
      if (/\p{Lu}/u.test(text[tokens[i]!.start]!)) capitals += 1
    }
    for (let i = sentence.firstToken + 1; i + 1 < sentence.endToken; i++)
      if (isMistagged(text, tokens, i)) out[i] = { ...tokens[i]!, upos: 'VERB' }
    if (capitals > words * 0.6) continue
    for (let i = sentence.firstToken; i < sentence.endToken; i++)
      if (/^(?:WHO|US|IT)$/.test(text.slice(tokens[i]!.start, tokens[i]!.end))) out[i] = { ...tokens[i]!, upos: 'PROPN' }
    for (let i = sentence.firstToken + 1; i < sentence.endToken; i++) {
      const token = tokens[i]!
      const before = tokens[i - 1]!
      if (!OPEN_CLASS.test(token.upos) || !/\p{Lu}/u.test(text[token.start]!)) continue
      if (!/[\p{L}\p{N},’'-]/u.test(text[before.end - 1]!)) continue
      if (before.upos === 'PUNCT' && !/[,-]/.test(text[before.end - 1]!)) continue
      if (out[i] === token) out[i] = { ...token, upos: 'PROPN' }
    }
  }
  return out
}
