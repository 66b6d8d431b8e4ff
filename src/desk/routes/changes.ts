import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Change } from '../../analyse/changes/changes.ts'
import { changesAside } from '../../flow/changes.ts'
import type { SituationInput } from '../../model/index.ts'
import type { ChangesAnswer } from '../answers.ts'
import { claimPassage, versionsOf } from '../passages.ts'
import type { App } from '../server.ts'
import type { State } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

/** So many answers of one state are kept: an earlier state must be analysed for each. */
const KEPT = 8

const query = inSituation.extend({
  since: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .optional()
    .describe('the day or moment from which reports are new; the day of the newest report when left out'),
})

export function changeRoutes(scope: App, { states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const kept = new WeakMap<SituationInput, Map<string, Promise<readonly Change[]>>>()
  const changes = (since: string, { input, analysis }: State): Promise<readonly Change[]> => {
    const known = kept.get(input) ?? new Map<string, Promise<readonly Change[]>>()
    kept.set(input, known)
    const made = known.get(since) ?? changesAside(since, input, analysis)
    made.catch(() => known.delete(since))
    known.delete(since)
    known.set(since, made)
    for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest)
    return made
  }
  app.get(
    '/api/changes',
    {
      schema: {
        summary: 'What moved in the state of claims since a day, each with the claims that moved it',
        tags: ['questions'],
        querystring: query,
        response: { 200: answer('ChangesAnswer'), ...problems },
      },
    },
    async (request) => {
      const state = await states.of(request.query.situation)
      const { reports } = state.input
      const published = reports.flatMap(({ metadata }) => metadata.published?.slice(0, 10) ?? [])
      const days = [...new Set(published)].sort().reverse()
      const since = request.query.since ?? days[0]
      const versions = versionsOf(reports)
      const body: ChangesAnswer = {
        since: since ?? '',
        days,
        changes:
          since === undefined
            ? []
            : (await changes(since, state)).map(({ kind, question, what, by }) => ({
                kind,
                question,
                what,
                claims: by.flatMap((id) => claimPassage(id, versions) ?? []),
                version: by.find((id) => versions.has(id)) ?? null,
              })),
      }
      return { ...body }
    },
  )
}
