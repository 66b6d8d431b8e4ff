/** Straightens curly quotation marks and apostrophes, one code unit for one, so that offsets hold. */
export function straighten(word: string): string {
  let plain = true
  for (let i = 0; i < word.length && plain; i++) plain = word.charCodeAt(i) < 0x80 && word.charCodeAt(i) !== 0x60
  if (plain) return word
  return word.replace(/[‘’ʼ＇`´]/g, "'").replace(/[“”„‟«»＂]/g, '"')
}

/** Phrases by their first word, each cut into its words, in the order given. */
export function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const out = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const same = out.get(words[0]!)
    if (same) same.push(words)
    else out.set(words[0]!, [words])
  }
  return out
}
