import type { Sentence, Token } from '../../src/model/index.ts'

/**
 * Tokens for a test sentence written as "word/TAG" or "word/TAG/lemma"; a plain word gets a tag by its look. Sentences end at
 * "." standing alone. Glued pieces are joined by "+": "12+-+mm" is three tokens without spaces.
 */
export function tagged(source: string): { text: string; tokens: Token[]; sentences: Sentence[] } {
  let text = ''
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let first = 0
  for (const group of source.split(' ')) {
    const glue = group === '.' || group === ','
    if (text !== '' && !glue) text += ' '
    for (const piece of group === '+' ? ['+'] : group.split('+')) {
      const [word = '', tag, lemma] = piece.length === 1 ? [piece] : piece.split('/')
      const start = text.length
      text += word
      tokens.push({
        start,
        end: text.length,
        lemma: lemma ?? lemmaOf(word, tag ?? guess(word)),
        upos: tag ?? guess(word),
        head: null,
        deprel: null,
      })
    }
    if (group === '.') {
      sentences.push({ start: tokens[first]!.start, end: text.length, firstToken: first, endToken: tokens.length, paragraph: 0 })
      first = tokens.length
    }
  }
  if (first < tokens.length)
    sentences.push({ start: tokens[first]!.start, end: text.length, firstToken: first, endToken: tokens.length, paragraph: 0 })
  return { text, tokens, sentences }
}

const SMALL: Readonly<Record<string, string>> = {
  the: 'DET',
  a: 'DET',
  an: 'DET',
  of: 'ADP',
  in: 'ADP',
  on: 'ADP',
  to: 'ADP',
  from: 'ADP',
  by: 'ADP',
  at: 'ADP',
  for: 'ADP',
  and: 'CCONJ',
  or: 'CCONJ',
  was: 'AUX',
  were: 'AUX',
  is: 'AUX',
  are: 'AUX',
  will: 'AUX',
  had: 'AUX',
  have: 'AUX',
  has: 'AUX',
  been: 'AUX',
  could: 'AUX',
}

function guess(word: string): string {
  if (/^\d/.test(word)) return 'NUM'
  if (/^[^\p{L}\d]+$/u.test(word)) return 'PUNCT'
  return SMALL[word.toLowerCase()] ?? 'NOUN'
}

function lemmaOf(word: string, tag: string): string {
  const lower = word.toLowerCase()
  return tag === 'NOUN' && /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower
}
