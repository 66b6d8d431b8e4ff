import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TLP } from '../../model/index.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import { digest, sitrepOf, WRITERS } from '../situation-state.ts'
import { type Context, inSituation } from './context.ts'

const query = inSituation.extend({
  format: z.enum(['json', 'md', 'html']).default('json'),
  tlp: z.enum([...TLP] as [string, ...string[]]).default('AMBER'),
  asOf: z.iso.datetime({ offset: true }).optional().describe('the as-of time; the newest capture when left out'),
  since: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .optional()
    .describe('the day or moment since which it tells what is new; the day of the newest report when left out'),
  download: z.enum(['true']).optional().describe('as an attachment; noted in the log as an export'),
})

export function sitrepRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/sitrep',
    { schema: { summary: 'The cited situation report', tags: ['sitrep'], querystring: query } },
    async (request, reply) => {
      const { format, tlp, asOf, since, download, situation } = request.query
      const state = await states.of(situation)
      const document = await sitrepOf(state, { asOf, since, tlp: TLP.find((marking) => marking === tlp) ?? 'AMBER' })
      if (document === null) throw new ProblemError(404, `${state.situation.name} holds no reports yet`)
      const { write, type } = WRITERS[format]
      const text = write(document)
      if (download) {
        await ledger.logExport(state.situation.id, `sitrep.${format}`, digest(text))
        reply.header('content-disposition', `attachment; filename="sitrep.${format}"`)
      }
      return reply.type(format === 'html' && !download ? 'text/plain; charset=utf-8' : type).send(text)
    },
  )
}
