import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ChangesAnswer } from '../answers.ts'
import { keptChanges } from '../kept-changes.ts'
import { claimPassage, versionsOf } from '../passages.ts'
import type { App } from '../server.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

const query = inSituation.extend({
  since: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .optional()
    .describe('the day or moment from which reports are new; the day of the newest report when left out'),
})

export function changeRoutes(scope: App, { states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
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
            : (await keptChanges(since, state)).map(({ kind, question, what, by }) => ({
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
