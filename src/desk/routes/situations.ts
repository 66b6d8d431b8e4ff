import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { OverviewAnswer, PlacesAnswer, SituationsAnswer } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import { sitrepOf } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

const name = z.string().trim().min(1).max(200)

export function situationRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/status',
    {
      schema: {
        summary: 'Which ledger, and what it holds',
        tags: ['situation'],
        response: { 200: answer('LedgerStatus'), ...problems },
      },
    },
    async () => ({ ...(await ledger.status()) }),
  )

  app.get(
    '/api/overview',
    {
      schema: {
        summary: 'The situation at a glance',
        tags: ['situation'],
        querystring: inSituation,
        response: { 200: answer('OverviewAnswer'), ...problems },
      },
    },
    async (request) => {
      const state = await states.of(request.query.situation)
      const reports = await ledger.reports(state.situation.id, {}, { limit: 500 })
      const latest = reports
        .toSorted((a, b) => ((a.metadata.published ?? '') < (b.metadata.published ?? '') ? 1 : -1))
        .slice(0, 8)
      const body: OverviewAnswer = {
        situation: state.situation,
        status: await ledger.status(),
        sitrep: await sitrepOf(state, { since: null, tlp: 'AMBER' }),
        latest,
      }
      return { ...body }
    },
  )

  const list = async (): Promise<SituationsAnswer> => {
    const current = await ledger.currentSituation()
    return { current: current.id, situations: await ledger.situations() }
  }
  app.get(
    '/api/situations',
    { schema: { summary: 'All situations', tags: ['situation'], response: { 200: answer('SituationsAnswer'), ...problems } } },
    async () => ({ ...(await list()) }),
  )

  app.post(
    '/api/situations',
    {
      schema: {
        summary: 'Make a situation and use it',
        tags: ['situation'],
        body: z.object({ name }),
        response: { 201: answer('SituationsAnswer'), ...problems },
      },
    },
    async (request, reply) => {
      if ((await ledger.situations()).some((s) => s.name === request.body.name))
        throw new ProblemError(409, `there is a situation "${request.body.name}" already`)
      const made = await ledger.createSituation(request.body.name)
      await ledger.useSituation(made.id)
      return reply.code(201).send({ ...(await list()) })
    },
  )

  app.patch(
    '/api/situations/:id',
    {
      schema: {
        summary: 'Use or rename a situation',
        tags: ['situation'],
        params: z.object({ id: z.string().max(60) }),
        body: z.object({ use: z.literal(true).optional(), name: name.optional() }),
        response: { 200: answer('SituationsAnswer'), ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      if (!(await ledger.situations()).some((s) => s.id === id)) throw new ProblemError(404, `there is no situation ${id}`)
      if (request.body.name !== undefined) await ledger.renameSituation(id, request.body.name)
      if (request.body.use) await ledger.useSituation(id)
      return { ...(await list()) }
    },
  )

  app.get(
    '/api/places',
    {
      schema: {
        summary: 'Every mention of a place',
        tags: ['situation'],
        querystring: inSituation,
        response: { 200: answer('PlacesAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation } = await states.of(request.query.situation)
      const body: PlacesAnswer = { mentions: await ledger.placeMentions(situation.id) }
      return { ...body }
    },
  )

  app.get(
    '/api/log',
    {
      schema: {
        summary: 'The hash-chained log',
        tags: ['situation'],
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(1000).default(200),
          after: z.string().max(20).optional(),
        }),
        response: { 200: answer('{entries: LogEntry[]}'), ...problems },
      },
    },
    async (request) => {
      const { limit, after } = request.query
      return { entries: await ledger.log({ limit, ...(after === undefined ? {} : { after }) }) }
    },
  )
}
