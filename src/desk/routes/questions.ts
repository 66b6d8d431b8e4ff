import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { envelope } from '../../analyse/figures/envelope.ts'
import { figurePoints } from '../../analyse/figures/points.ts'
import { forestOf } from '../../analyse/origins/forest.ts'
import { answersOf } from '../../analyse/questions/answers.ts'
import { questionOfId } from '../../analyse/questions/drafts.ts'
import { reconciliationsOf } from '../../analyse/reconciliation/of-question.ts'
import { weigh } from '../../analyse/weighing/weigh.ts'
import { figureChart } from '../../disseminate/figure-chart.ts'
import { figuresCsv } from '../../disseminate/figure-csv.ts'
import { figureSvg } from '../../disseminate/figure-svg.ts'
import type { Question } from '../../model/index.ts'
import type { FiguresAnswer, MutationsAnswer, QuestionAnswer, QuestionsAnswer } from '../answers.ts'
import { arithmeticRow, briefs, mutationRow, versionOf, versionsIn, versionsOf } from '../passages.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import { digest, type State } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

const byId = z.object({ id: z.string().max(60) })

export function questionRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/questions',
    {
      schema: {
        summary: 'What the claims answer, with independent origins',
        tags: ['questions'],
        querystring: inSituation,
        response: { 200: answer('QuestionsAnswer'), ...problems },
      },
    },
    async (request) => {
      const { analysis } = await states.of(request.query.situation)
      const disputed = new Set(analysis.disagreements.map((item) => item.question))
      const body: QuestionsAnswer = {
        questions: analysis.questions.map((question) => ({
          id: question.id,
          name: question.name,
          kind: question.kind,
          frame: question.frame,
          origins: question.origins.length,
          claims: question.members.length,
          reports: new Set(question.members.map((member) => member.claim.split('.')[0])).size,
          disputed: disputed.has(question.id),
        })),
      }
      return { ...body }
    },
  )

  app.get(
    '/api/questions/:id',
    {
      schema: {
        summary: 'One question: answers with stances and origins, who rests on whom, figures over time, what changed on the way',
        tags: ['questions'],
        params: byId,
        querystring: inSituation,
        response: { 200: answer('QuestionAnswer'), ...problems },
      },
    },
    async (request) => {
      const state = await states.of(request.query.situation)
      const { situation, analysis, input } = state
      const question = questionIn(state, request.params.id)
      const members = new Set(question.members.map((member) => member.claim))
      const versions = versionsOf(input.reports)
      const names = new Map(analysis.sources.map((source) => [source.id, source.name]))
      const claims = await ledger.claims(situation.id, { question: question.id }, { limit: 1000 })
      const { figures, envelope } = figuresOf(state, question)
      const edges = question.members.flatMap(({ lineage }) => (lineage.known ? lineage.edges : []))
      const body: QuestionAnswer = {
        question,
        answers: answersOf(question, figures, new Map(claims.map((row) => [row.id, row.claim.modality])), names),
        lineage: forestOf(question, names),
        weighing: weigh(question, { ...input, analysis }),
        claims,
        edits: (await ledger.edits(situation.id)).filter((entry) => question.edited?.by.includes(entry.id)),
        disagreements: analysis.disagreements.filter((item) => item.question === question.id),
        mutations: analysis.mutations
          .filter((item) => members.has(item.before) || members.has(item.after))
          .flatMap((item) => mutationRow(item, versions, analysis.questions) ?? []),
        arithmetic: reconciliationsOf(question, analysis).flatMap((item) => arithmeticRow(item, versions) ?? []),
        figures,
        envelope,
        reports: briefs(versions, [...[...members].map(versionOf), ...versionsIn(edges)]),
      }
      return { ...body }
    },
  )

  app.get(
    '/api/questions/:id/figures',
    {
      schema: {
        summary: 'The figures of a question by speaker, and their envelope over time; as a table or a drawing, an attachment',
        tags: ['questions'],
        params: byId,
        querystring: inSituation.extend({
          format: z
            .enum(['json', 'csv', 'svg'])
            .default('json')
            .describe('csv and svg come as attachments, noted in the log as exports'),
        }),
      },
    },
    async (request, reply) => {
      const state = await states.of(request.query.situation)
      const { format } = request.query
      const body = figuresOf(state, questionIn(state, request.params.id))
      if (format === 'json') return { ...body }
      const text = format === 'csv' ? figuresCsv(body.figures) : drawn(body)
      await ledger.logExport(state.situation.id, `figures.${format}`, digest(text))
      return reply
        .header('content-disposition', `attachment; filename="figures.${format}"`)
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'image/svg+xml; charset=utf-8')
        .send(text)
    },
  )

  app.get(
    '/api/mutations',
    {
      schema: {
        summary: 'Changes of meaning between a claim and what a later report made of it, both passages side by side',
        tags: ['questions'],
        querystring: inSituation.extend({
          kind: z.string().max(60).optional().describe('only of this kind, such as modalityEscalated'),
          question: z.string().max(60).optional().describe('id of a question that one of the claims answers'),
        }),
        response: { 200: answer('MutationsAnswer'), ...problems },
      },
    },
    async (request) => {
      const { kind, question } = request.query
      const { analysis, input } = await states.of(request.query.situation)
      const versions = versionsOf(input.reports)
      const rows = analysis.mutations
        .filter((mutation) => kind === undefined || mutation.kind === kind)
        .flatMap((mutation) => mutationRow(mutation, versions, analysis.questions) ?? [])
      const body: MutationsAnswer = {
        mutations: rows.filter((row) => question === undefined || row.questions.includes(question)),
      }
      return { ...body }
    },
  )
}

function questionIn({ analysis, situation }: State, id: string): Question {
  const question = questionOfId(analysis, id)
  if (question === null) throw new ProblemError(404, `there is no question ${id} in ${situation.name}`)
  return question
}

function figuresOf({ analysis, input }: State, question: Question): FiguresAnswer {
  const figures = figurePoints(question, input.reports, analysis.mutations)
  return { question: question.id, name: question.name, figures, envelope: envelope(figures) }
}

function drawn({ figures, envelope, name }: FiguresAnswer): string {
  const chart = figureChart(figures, envelope, { width: 760, height: 340 })
  if (chart === null) throw new ProblemError(404, 'no figure that answers it has a day: there is nothing to draw')
  return figureSvg(chart, name)
}
