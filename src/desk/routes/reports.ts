import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { DiffAnswer, ReportAnswer, ReportsAnswer } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import { answer, type Context, inSituation, paged, problems } from './context.ts'

const byId = z.object({ id: z.string().max(60).describe('a report or a version') })

export function reportRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/reports',
    {
      schema: {
        summary: 'Reports, newest version of each',
        tags: ['reports'],
        querystring: paged.extend({ text: z.string().max(300).optional(), outlet: z.string().max(300).optional() }),
        response: { 200: answer('ReportsAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation: wanted, limit, after, text, outlet } = request.query
      const { situation } = await states.of(wanted)
      const reports = await ledger.reports(
        situation.id,
        { ...(text ? { text } : {}), ...(outlet ? { outlet } : {}) },
        { limit: limit + 1, ...(after === undefined ? {} : { after }) },
      )
      const page = reports.slice(0, limit)
      const body: ReportsAnswer = { reports: page, next: reports.length > limit ? (page.at(-1)?.report ?? null) : null }
      return { ...body }
    },
  )

  app.get(
    '/api/reports/:id',
    {
      schema: {
        summary: 'One report with its text and Reading',
        tags: ['reports'],
        params: byId,
        querystring: inSituation,
        response: { 200: answer('ReportAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation, analysis } = await states.of(request.query.situation)
      const found = await ledger.report(situation.id, request.params.id)
      if (found === null) throw new ProblemError(404, `there is no report ${request.params.id} in ${situation.name}`)
      const questions: Record<string, { id: string; name: string }[]> = {}
      for (const question of analysis.questions) {
        for (const { claim } of question.members) {
          if (!claim.startsWith(`${found.version}.`)) continue
          const list = questions[claim] ?? []
          list.push({ id: question.id, name: question.name })
          questions[claim] = list
        }
      }
      // Tokens are the bulk of a Reading, and no screen shows them.
      const body: ReportAnswer = {
        report: { ...found, reading: found.reading === null ? null : { ...found.reading, tokens: [] } },
        questions,
      }
      return { ...body }
    },
  )

  app.get(
    '/api/reports/:id/diff',
    {
      schema: {
        summary: 'What changed between the last two versions',
        tags: ['reports'],
        params: byId,
        querystring: inSituation,
        response: { 200: answer('DiffAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation } = await states.of(request.query.situation)
      const found = await ledger.report(situation.id, request.params.id)
      if (found === null) throw new ProblemError(404, `there is no report ${request.params.id} in ${situation.name}`)
      const [from, to] = found.history.slice(-2).map((entry) => entry.version)
      if (from === undefined || to === undefined) throw new ProblemError(404, 'the report has one version only')
      const body: DiffAnswer = { from, to, parts: await ledger.versionDiff(situation.id, from, to) }
      return { ...body }
    },
  )

  app.get(
    '/api/reports/:id/original',
    { schema: { summary: 'The archived bytes, as a download', tags: ['reports'], params: byId, querystring: inSituation } },
    async (request, reply) => {
      const { situation } = await states.of(request.query.situation)
      const found = await ledger.report(situation.id, request.params.id)
      if (found === null) throw new ProblemError(404, `there is no report ${request.params.id} in ${situation.name}`)
      // Whatever the bytes are, a browser must not run them: never inline, never their own media type.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${found.sha256.slice(0, 16)}.bin"`)
        .send(Buffer.from(await ledger.original(found.sha256)))
    },
  )
}
