import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { SourcesAnswer } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import type { State } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

const id = z.string().min(1).max(60)
const edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mergeSources'), keep: id, merge: id }),
  z.object({ kind: z.literal('splitSurface'), source: id, surface: z.string().min(1).max(500) }),
  z.object({ kind: z.literal('undo'), edit: id }),
])

export function sourceRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const list = async (state: State): Promise<SourcesAnswer> => {
    const claims = new Map<string, number>()
    for (const chain of Object.values(state.analysis.chains))
      for (const source of new Set(chain)) if (source !== null) claims.set(source, (claims.get(source) ?? 0) + 1)
    return {
      sources: state.analysis.sources.map((source) => ({ ...source, claims: claims.get(source.id) ?? 0 })),
      edits: await ledger.edits(state.situation.id),
    }
  }
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
      ...(await list(await states.of(request.query.situation))),
    }),
  )

  app.post(
    '/api/edits',
    {
      schema: {
        summary: 'Merge two sources, split a name off, or undo an edit',
        tags: ['sources'],
        querystring: inSituation,
        body: edit,
        response: { 201: answer('SourcesAnswer'), ...problems },
      },
    },
    async (request, reply) => {
      const state = await states.of(request.query.situation)
      const draft = request.body
      const known = (wanted: string): boolean => state.analysis.sources.some((source) => source.id === wanted)
      if (draft.kind === 'mergeSources' && (!known(draft.keep) || !known(draft.merge) || draft.keep === draft.merge))
        throw new ProblemError(404, 'one of these sources is not in the situation, or both are the same')
      if (
        draft.kind === 'splitSurface' &&
        !state.analysis.sources.some(
          (source) => source.id === draft.source && source.surfaces.some((s) => s.surface === draft.surface),
        )
      ) {
        throw new ProblemError(404, 'the source has no such name')
      }
      if (draft.kind === 'undo' && !(await ledger.edits(state.situation.id)).some((entry) => entry.id === draft.edit))
        throw new ProblemError(404, `there is no edit ${draft.edit} in force`)
      await ledger.appendEdit(state.situation.id, draft)
      return reply.code(201).send({ ...(await list(await states.of(request.query.situation))) })
    },
  )
}
