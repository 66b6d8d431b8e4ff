import type { Claim, Reading, TimeExpression } from '../model/index.ts'

/** The three times of a claim in words: ISO 8601, UTC. */
export interface ClaimWhen {
  /** When its event was or will be, as its content gives it; null when it gives none that could be placed. */
  readonly event: string | null
  /** When it was said; null when the text does not date the saying. */
  readonly said: string | null
  /** When the report was published; null when that is not known. */
  readonly reported: string | null
}

/** When a claim's event was or will be, when it was said, and when it was reported. */
export function whenOf(claim: Claim, reading: Reading): ClaimWhen {
  const find = (id: string): TimeExpression | undefined => reading.times.find((time) => time.id === id)
  const events = claim.times
    .map(find)
    .map((time) => (time ? interval(time) : null))
    .filter((words) => words !== null)
  const said = claim.said ? find(claim.said) : undefined
  return {
    event: events.length === 0 ? null : [...new Set(events)].join(', '),
    said: said ? interval(said) : null,
    reported: claim.reported?.slice(0, 10) ?? null,
  }
}

/** "2031-05-04", "2031-05-01 to 2031-05-31", "since 2031-05-01"; null for durations and what nothing anchors. */
export function interval({ earliest, latest }: Pick<TimeExpression, 'earliest' | 'latest'>): string | null {
  if (earliest === null) return latest === null ? null : `until ${latest}`
  if (latest === null) return `since ${earliest}`
  return earliest === latest ? earliest : `${earliest} to ${latest}`
}

/** "event 2031-05-04; said 2031-05-05; " for a citation; empty when the text dates neither. */
export function whenWords({ event, said }: Pick<ClaimWhen, 'event' | 'said'>): string {
  return `${event === null ? '' : `event ${event}; `}${said === null ? '' : `said ${said}; `}`
}
