import type { Sentence, TimeExpression, Token } from '../../model/index.ts'

export function findTimes(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  published: string | null,
): TimeExpression[] {
  void [text, tokens, sentences, published]
  return []
}
