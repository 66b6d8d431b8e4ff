import { claimSearch } from '../analyse/matching/search.ts'
import type { ClaimFilter, ClaimRow, Ledger } from '../ledger/ledger.ts'

/** Finds the claims of a situation that say a text in other words; the likeliest first. */
export type ClaimsLike = (text: string, filter: ClaimFilter, limit: number) => Promise<readonly ClaimRow[]>

/** So many of the likeliest are looked through for those that the filter lets by. */
const LOOKED_THROUGH = 400
/** What is less than half as likely as the best has little in common with the text but a word. */
const LEAST_SHARE = 0.5

/** Prepares the search once for all claims that the situation holds now; about 50 µs a claim. */
export async function openClaimsLike(ledger: Ledger, situation: string): Promise<ClaimsLike> {
  const claims = await ledger.claimTexts(situation)
  const search = claimSearch(claims.map(({ text }) => text))
  return async (text, filter, limit) => {
    const found = search(text, LOOKED_THROUGH)
    const least = (found[0]?.score ?? 0) * LEAST_SHARE
    const ids = found.flatMap(({ index, score }) => (score > 0 && score >= least ? [claims[index]!.id] : []))
    if (ids.length === 0) return []
    const rows = await ledger.claims(situation, { ...filter, claims: ids }, { limit: ids.length })
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.flatMap((id) => byId.get(id) ?? []).slice(0, limit)
  }
}
