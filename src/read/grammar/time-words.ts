const TIME_WORDS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  today yesterday tomorrow tonight week weekend month year morning afternoon evening night noon midnight hour hours minutes days weeks months years
  mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec earlier later recently ago`.split(
    /\s+/,
  ),
)

/** Nouns and adverbs that date what they stand beside ("Friday", "last week", "earlier"). */
export function isTimeWord(word: string): boolean {
  return TIME_WORDS.has(word) || /^(?:19|20)\d\d$/.test(word)
}
