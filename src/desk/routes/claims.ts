import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type ClaimsLike, openClaimsLike } from '../../flow/claims-like.ts'
import type { Analysis } from '../../model/index.ts'
import type { ClaimsAnswer, OriginsAnswer } from '../answers.ts'
import { briefs, versionsIn, versionsOf } from '../passages.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import { answer, type Context, inSituation, paged, problems } from './context.ts'

const filter = paged.extend({
  text: z.string().max(300).optional().describe('words in the claim'),
  like: z
    .string()
    .max(1000)
    .optional()
    .describe('a text; claims that say it in other words, the likeliest first, on one page; `text` is left out of account then'),
  source: z.string().max(60).optional().describe('id of a source anywhere in the chain'),
  question: z.string().max(60).optional().describe('id of a question that it answers'),
  report: z.string().max(60).optional().describe('id of a report or of one of its versions'),
  modality: z.enum(['asserted', 'reported', 'believed', 'possible', 'planned', 'denied', 'cannotConfirm']).optional(),
  figures: z.enum(['true']).optional().describe('only claims with a figure'),
})

export function claimRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  // Made when first asked for, and kept as long as the analysis is: then no claim has come or gone.
  const searches = new WeakMap<Analysis, Promise<ClaimsLike>>()
  const searchOf = (situation: string, analysis: Analysis): Promise<ClaimsLike> => {
    const known = searches.get(analysis)
    if (known) return known
    const made = openClaimsLike(ledger, situation)
    searches.set(analysis, made)
    made.catch(() => searches.delete(analysis))
    return made
  }
  app.get(
    '/api/claims',
    {
      schema: {
        summary: 'Claims, filtered, page by page',
        tags: ['claims'],
        querystring: filter,
        response: { 200: answer('ClaimsAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation: wanted, limit, after, text, like, source, question, report, modality, figures } = request.query
      const { situation, analysis } = await states.of(wanted)
      const filter = {
        ...(source ? { source } : {}),
        ...(question ? { question } : {}),
        ...(report ? { report } : {}),
        ...(modality ? { modality } : {}),
        ...(figures ? { hasFigure: true } : {}),
      }
      if (like) {
        const body: ClaimsAnswer = { claims: await (await searchOf(situation.id, analysis))(like, filter, limit), next: null }
        return { ...body }
      }
      const claims = await ledger.claims(
        situation.id,
        { ...filter, ...(text ? { text } : {}) },
        { limit: limit + 1, ...(after === undefined ? {} : { after }) },
      )
      const page = claims.slice(0, limit)
      const body: ClaimsAnswer = { claims: page, next: claims.length > limit ? (page.at(-1)?.id ?? null) : null }
      return { ...body }
    },
  )

  app.get(
    '/api/claims/:id',
    {
      schema: {
        summary: 'One claim',
        tags: ['claims'],
        params: z.object({ id: z.string().max(60) }),
        querystring: inSituation,
        response: { 200: answer('ClaimRow'), ...problems },
      },
    },
    async (request) => {
      const { situation } = await states.of(request.query.situation)
      const claim = await ledger.claim(situation.id, request.params.id)
      if (claim === null) throw new ProblemError(404, `there is no claim ${request.params.id} in ${situation.name}`)
      return { ...claim }
    },
  )

  app.get(
    '/api/claims/:id/origins',
    {
      schema: {
        summary: 'What a claim rests on, edge by edge with the proof, in each question that it answers',
        tags: ['claims'],
        params: z.object({ id: z.string().max(60) }),
        querystring: inSituation,
        response: { 200: answer('OriginsAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation, analysis, input } = await states.of(request.query.situation)
      const claim = await ledger.claim(situation.id, request.params.id)
      if (claim === null) throw new ProblemError(404, `there is no claim ${request.params.id} in ${situation.name}`)
      const questions = analysis.questions.flatMap(({ id, name, members, origins, originsWhy }) => {
        const member = members.find((item) => item.claim === claim.id)
        return member === undefined ? [] : [{ id, name, lineage: member.lineage, origins, originsWhy }]
      })
      const edges = questions.flatMap(({ lineage }) => (lineage.known ? lineage.edges : []))
      const body: OriginsAnswer = {
        claim,
        outside:
          questions.length > 0 ? null : (analysis.outside.find((item) => item.claim === claim.id)?.why ?? 'not analysed yet'),
        questions,
        reports: briefs(versionsOf(input.reports), [claim.version, ...versionsIn(edges)]),
      }
      return { ...body }
    },
  )
}
