/** Straightens curly quotation marks and apostrophes, one code unit for one, so that offsets hold. */
export function straighten(word: string): string {
  return word.replace(/[‘’ʼ＇`´]/g, "'").replace(/[“”„‟«»＂]/g, '"')
}
