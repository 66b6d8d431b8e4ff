const FREQUENT = new Set(
  `the of and to in a is that for on was with as by at from it be are this have has not he she they said will an its had were which been but their or his`.split(
    ' ',
  ),
)

/** Share of frequent English words from which a text counts as English; running English has 0.3 to 0.5. */
const ENGLISH_SHARE = 0.12
const LEAST_WORDS = 12
const LOOKED_AT = 4000

/**
 * The language to read a text in. A stated language is believed, unless the words speak plainly against English.
 * @returns `en`, another primary tag, or null when it cannot be told
 */
export function languageOf(text: string, stated: string | null): string | null {
  const tag = stated?.toLowerCase().split(/[-_]/)[0] ?? null
  const words =
    text
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < LEAST_WORDS) return tag
  let hits = 0
  for (const word of words) if (FREQUENT.has(word)) hits += 1
  const english = hits / words.length >= ENGLISH_SHARE
  if (english) return tag === null || tag === 'en' ? 'en' : tag
  return tag === 'en' ? null : tag
}
