import type { Change } from '../analyse/changes/changes.ts'
import { envelope } from '../analyse/figures/envelope.ts'
import { figurePoints } from '../analyse/figures/points.ts'
import { weigh } from '../analyse/weighing/weigh.ts'
import { sitrep } from '../disseminate/index.ts'
import type { Analysis, Sitrep, SituationInput, Tlp } from '../model/index.ts'
import { changesAside } from './changes.ts'

export interface BriefOptions {
  readonly situation: string
  /** The time as of which it speaks; when the newest report was captured, if left out. */
  readonly asOf?: string | undefined
  readonly tlp: Tlp
  /** The day or moment since which what is new is told; the day of the newest report if left out, null for none. */
  readonly since?: string | null | undefined
  /** What changed since a day, where it is kept at hand; worked out otherwise. */
  readonly changes?: (since: string) => Promise<readonly Change[]>
}

/** The SITREP of a situation with what the analysis draws from several of its states: envelopes, and what is new. */
export async function briefOf(input: SituationInput, analysis: Analysis, options: BriefOptions): Promise<Sitrep> {
  const { situation, tlp } = options
  const since = options.since === undefined ? newestDay(input) : options.since
  const changesOf = options.changes ?? ((day: string) => changesAside(day, input, analysis))
  return sitrep(input, analysis, {
    situation,
    tlp,
    asOf: options.asOf ?? input.reports.reduce((latest, { capturedAt }) => (capturedAt > latest ? capturedAt : latest), ''),
    weighing: (question) => weigh(question, { ...input, analysis }),
    envelope: (question) => {
      const points = figurePoints(question, input.reports, analysis.mutations)
      return envelope(points).map((step) => ({ ...step, unit: points[0]?.unit ?? null }))
    },
    ...(since === null ? {} : { changes: { since, list: await changesOf(since) } }),
  })
}

/** The day of the newest report, where an older one with a date stands beside it: else there is nothing to compare with. */
function newestDay({ reports }: SituationInput): string | null {
  const days = [...new Set(reports.flatMap(({ metadata }) => metadata.published?.slice(0, 10) ?? []))].sort()
  return days.length < 2 ? null : (days.at(-1) ?? null)
}
