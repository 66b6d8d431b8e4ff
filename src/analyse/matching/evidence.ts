import type { Wording } from './words.ts'

/** Scores of the two indexes for one claim. */
export interface IndexScores {
  readonly stems: number
  readonly runs: number
}

/**
 * How much each piece of evidence counts. Learnt by a softmax over the sixty likeliest claims of each post, and rounded;
 * how, and what it gave across folds: docs/decisions/0180-claim-matching.md.
 */
const WEIGHTS = {
  stems: 0.144,
  runs: 0.0475,
  ownShare: 1.7,
  askedShare: 2.3,
  cosine: 3.2,
  numbers: 0.4,
  order: 1.7,
  signed: 1.7,
  month: 1.8,
  year: 1.0,
  otherYear: -0.8,
} as const

const YEAR = /^(?:19|20)\d\d$/u

/**
 * How likely a post repeats a claim, as a sum of evidence: the scores of the indexes; the rarity that they share, as a part of
 * the claim's and of the post's and as a cosine; shared numbers; shared words in one order; the account that signed the post
 * and its date, where the claim names them.
 * @param fields the claim's wordings (text, title, …), none repeated in another
 * @param rarity of a term among the claims, from about 0
 */
export function likelihood(
  query: Wording,
  fields: readonly Wording[],
  scores: IndexScores,
  rarity: (term: string) => number,
): number {
  const asked = new Set(query.stems)
  const all = new Set<string>()
  let ownShare = 0
  let cosine = 0
  let order = 0
  for (const field of fields) {
    const own = new Set(field.stems)
    let sum = 0
    let common = 0
    let square = 0
    let dot = 0
    for (const term of own) {
      all.add(term)
      const weight = rarity(term)
      sum += weight
      square += weight * weight
      if (!asked.has(term)) continue
      common += weight
      dot += weight * weight
    }
    if (sum <= 0) continue
    ownShare = Math.max(ownShare, common / sum)
    cosine = Math.max(cosine, dot / Math.sqrt(square))
    order = Math.max(order, inOrder(query.stems, field.stems, rarity) / sum)
  }
  let sum = 0
  let common = 0
  let square = 0
  for (const term of asked) {
    const weight = rarity(term)
    sum += weight
    square += weight * weight
    if (all.has(term)) common += weight
  }
  const numbers = new Set(fields.flatMap((field) => [...field.numbers]))
  const { month, year } = query.dated ?? {}
  const names = (term: string | undefined): boolean => term !== undefined && all.has(term)
  const otherYear = year !== undefined && !all.has(year) && [...numbers].some((number) => YEAR.test(number))
  return (
    WEIGHTS.stems * scores.stems +
    WEIGHTS.runs * scores.runs +
    WEIGHTS.ownShare * ownShare +
    (sum > 0 ? (WEIGHTS.askedShare * common) / sum + (WEIGHTS.cosine * cosine) / Math.sqrt(square) : 0) +
    WEIGHTS.numbers * [...query.numbers].filter((number) => numbers.has(number)).length +
    WEIGHTS.order * order +
    WEIGHTS.signed * query.signed.filter((term) => all.has(term)).length +
    (names(month) ? WEIGHTS.month : 0) +
    (names(year) ? WEIGHTS.year : 0) +
    (otherYear ? WEIGHTS.otherYear : 0)
  )
}

/** How far apart two words of a claim may stand, and the same two in the post. */
const CLAIM_REACH = 2
const POST_REACH = 3

/** Rarity of the neighbours in a claim that stand near each other in the post too, in the same order. */
function inOrder(post: readonly string[], claim: readonly string[], rarity: (term: string) => number): number {
  const places = new Map<string, number[]>()
  post.forEach((term, i) => {
    const known = places.get(term)
    if (known) known.push(i)
    else places.set(term, [i])
  })
  let sum = 0
  claim.forEach((term, i) => {
    const first = places.get(term)
    if (!first) return
    const next = claim.slice(i + 1, i + 1 + CLAIM_REACH).find((other) => {
      const second = other === term ? undefined : places.get(other)
      return second !== undefined && first.some((x) => second.some((y) => y > x && y - x <= POST_REACH))
    })
    if (next !== undefined) sum += Math.min(rarity(term), rarity(next))
  })
  return sum
}
