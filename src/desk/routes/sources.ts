import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { NO_RECORD, recordsOf } from '../../analyse/sources/record.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { SourcesAnswer } from '../answers.ts'
import type { App } from '../server.ts'
import type { State } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

/** Who speaks, with the number of claims of each, and what an analyst changed. */
export async function sourcesOf(ledger: Ledger, state: State): Promise<SourcesAnswer> {
  const records = recordsOf(state.analysis)
  return {
    sources: state.analysis.sources.map((source) => {
      const record = records.get(source.id) ?? NO_RECORD
      return { ...source, claims: record.claims, record }
    }),
    edits: await ledger.edits(state.situation.id),
  }
}

export function sourceRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/sources',
    {
      schema: {
        summary: 'Who speaks, under all their names',
        tags: ['sources'],
        querystring: inSituation,
        response: { 200: answer('SourcesAnswer'), ...problems },
      },
    },
    async (request) => ({
      ...(await sourcesOf(ledger, await states.of(request.query.situation))),
    }),
  )
}
