import { claimSearch } from '../../src/analyse/matching/search.ts'
import type { Task } from './task.ts'

interface Wording {
  readonly id: string
  readonly text?: string
  readonly title?: string
  readonly subtitle?: string
}

const wordings = (input: string): readonly Wording[] =>
  input
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Wording)

/** How many claims are answered to each query. */
const ANSWERS = 20

/** Queries JSONL `{id, text}` and CLAIMS JSONL `{id, text, title}` → `query ⇥ claim ⇥ score`, the best first. */
export const claimMatch: Task = (input, extra) => {
  if (extra === null) throw new Error('claim-match needs the claims as a fourth argument')
  const claims = wordings(extra)
  const search = claimSearch(
    claims.map((claim) => [claim.text, claim.title, claim.subtitle].filter((wording) => wording !== undefined)),
  )
  return wordings(input)
    .flatMap((query) =>
      search(query.text ?? '', ANSWERS).map((match) => `${query.id}\t${claims[match.index]?.id}\t${match.score.toFixed(4)}\n`),
    )
    .join('')
}
