import type { ReadReport } from '../model/index.ts'

/** Compares by UTF-16 code units: the same on every machine, whatever its locale. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The order in which the situation is looked at: by publication, undated last, then by version id. A report that gives only the
 * day stands after those of the day that give the hour: agencies stamp the hour, those who take from them often do not.
 * It depends on the reports alone, never on the order in which they arrived.
 */
export function inOrder(reports: readonly ReadReport[]): readonly ReadReport[] {
  return [...reports].sort(canonically)
}

/** Compares two reports by that order: below 0 when `a` stands first. */
export function canonically(a: Pick<ReadReport, 'version' | 'metadata'>, b: Pick<ReadReport, 'version' | 'metadata'>): number {
  const from = a.metadata.published
  const to = b.metadata.published
  if (from !== to) {
    if (from === null) return 1
    if (to === null) return -1
    const order = byCode(latest(from), latest(to))
    if (order !== 0) return order
  }
  return byCode(a.version, b.version)
}

/** Sorts after every moment that the date leaves open: "~" comes after digits, "-" and "T". */
function latest(published: string): string {
  return published.includes('T') ? published : `${published}~`
}

/** The day of an ISO date or date-time as days since the epoch; null when there is none. */
export function dayOf(iso: string | null): number | null {
  if (iso === null) return null
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return null
  return Math.round(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000)
}
