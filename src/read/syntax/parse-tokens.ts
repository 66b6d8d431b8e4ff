import { SyntaxModel } from './model.ts'

/** One word of a parsed sentence; `head` is a position in the sentence, -1 for the root. */
export interface ParsedWord {
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
}

/** Parses sentences that somebody else has cut into words: for measuring, and for corpora that come in tokens. */
export type ParseTokens = (forms: readonly string[]) => ParsedWord[]

/** @throws Error when the bytes are no syntax weights */
export function createTokenParser(weights: Uint8Array): ParseTokens {
  const model = new SyntaxModel(weights)
  return (forms) => {
    model.clear()
    for (const form of forms) model.add(form)
    if (forms.length > 0) model.annotate(0, forms.length)
    return forms.map((form, i) => ({
      lemma: model.lemma(form, i),
      upos: model.upos[model.tags[i]!]!,
      xpos: model.xpos[model.tags[i]!]!,
      head: model.heads[i]!,
      deprel: model.relation(i),
    }))
  }
}
