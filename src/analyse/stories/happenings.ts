import { isFunctionWord } from '../terms/function-words.ts'
import { stem } from '../terms/stem.ts'
import { namingKey } from './naming-rows.ts'

/** The words by which a text names a happening, and the sentence they stand in. */
export interface Naming {
  /** The story that its report belongs to. */
  readonly story: number
  readonly words: string
  readonly sentence: string
}

/** Words that name any act: two of them are one only in like surroundings. */
const LIGHT = new Set(
  'say tell report accord announce statement confirm claim state add note claim have be do make take get go come give want plan expect think believe know call see'
    .split(' ')
    .map(stem),
)
const LIKE_SURROUNDINGS = 0.3

/**
 * Groups namings of one happening: same story and same head, or heads of one row of words; for words that name any act
 * ("said", "made") also like surroundings.
 * @returns for each naming the index of the first of its group
 */
export function happeningsOf(namings: readonly Naming[]): readonly number[] {
  const groups = new Map<string, { first: number; members: ReadonlySet<string>[] }[]>()
  return namings.map((naming, index) => {
    const own = contentStems(naming.words)
    const head = own.find((word) => !LIGHT.has(word)) ?? own[0] ?? naming.words.toLowerCase()
    const key = `${naming.story}|${namingKey(head)}`
    const around = new Set(contentStems(naming.sentence).filter((word) => !own.includes(word)))
    const least = LIGHT.has(head) ? LIKE_SURROUNDINGS : 0
    let known = groups.get(key)
    if (!known) {
      known = []
      groups.set(key, known)
    }
    let best: { first: number; members: ReadonlySet<string>[] } | null = null
    let score = least
    for (const group of known) {
      const mean = group.members.reduce((sum, other) => sum + overlap(around, other), 0) / group.members.length
      if (mean < score || (best !== null && mean === score)) continue
      best = group
      score = mean
    }
    if (best) best.members.push(around)
    else {
      best = { first: index, members: [around] }
      known.push(best)
    }
    return best.first
  })
}

function contentStems(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length > 1 && !isFunctionWord(word)).map(stem)
}

/** Cosine of two sets. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common === 0 ? 0 : common / Math.sqrt(a.size * b.size)
}
