import type { Sentence, Token } from '../../model/index.ts'
import type { Forms } from './forms.ts'
import { SyntaxModel } from './model.ts'
import { cutSentences } from './sentences.ts'
import { tokenise } from './tokenise.ts'

export { createEntityTagger, type EntityTagger, type NamedKind, type NamedSpan } from './entities.ts'
export { createTokenParser, type ParsedWord, type ParseTokens } from './parse-tokens.ts'

/** Text in, tokens and sentences out; offsets are UTF-16 code units of the given text, heads are indices into all tokens. */
export type Syntax = (text: string) => {
  tokens: Token[]
  sentences: Sentence[]
  /** How the words look, until the next text is read. */
  forms: Forms
}

/**
 * Tokeniser, sentence splitter, lemmatiser, tagger and dependency parser for English, in one function over one text.
 * Words, tags and relations are those of Universal Dependencies. Never throws on text; time grows with its length.
 * Method: greedy averaged perceptrons, docs/decisions/0080-syntax.md; scores in models/syntax.md.
 * @param weights what `npm run train` built
 * @throws Error when the bytes are no syntax weights
 */
export function createSyntax(weights: Uint8Array): Syntax {
  const model = new SyntaxModel(weights)
  return (text) => {
    const spans = tokenise(text)
    const stretches = cutSentences(text, spans)
    const { starts, ends } = spans
    model.clear()
    const words: string[] = new Array(starts.length)
    for (let i = 0; i < starts.length; i++) {
      words[i] = text.slice(starts[i]!, ends[i]!)
      model.add(words[i]!)
    }
    const tokens: Token[] = new Array(starts.length)
    const sentences: Sentence[] = new Array(stretches.length)
    stretches.forEach(({ first, end, paragraph }, s) => {
      model.annotate(first, end)
      sentences[s] = { start: starts[first]!, end: ends[end - 1]!, firstToken: first, endToken: end, paragraph }
      for (let i = first; i < end; i++)
        tokens[i] = {
          start: starts[i]!,
          end: ends[i]!,
          lemma: model.lemma(words[i]!, i),
          upos: model.upos[model.tags[i]!]!,
          head: model.heads[i]!,
          deprel: model.relation(i),
        }
    })
    return { tokens, sentences, forms: model.forms }
  }
}
