import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Ledger } from '../../ledger/ledger.ts'
import type { SourcesAnswer } from '../answers.ts'
import type { App } from '../server.ts'
import type { State } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

/** Who speaks, with the number of claims of each, and what an analyst changed. */
export async function sourcesOf(ledger: Ledger, state: State): Promise<SourcesAnswer> {
  const claims = new Map<string, number>()
  for (const chain of Object.values(state.analysis.chains))
    for (const source of new Set(chain)) if (source !== null) claims.set(source, (claims.get(source) ?? 0) + 1)
  return {
    sources: state.analysis.sources.map((source) => ({ ...source, claims: claims.get(source.id) ?? 0 })),
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
