import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { QuestionAnswer, QuestionsAnswer } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import { answer, type Context, inSituation, problems } from './context.ts'

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
        summary: 'One question: answers, stances, origins, figures',
        tags: ['questions'],
        params: z.object({ id: z.string().max(60) }),
        querystring: inSituation,
        response: { 200: answer('QuestionAnswer'), ...problems },
      },
    },
    async (request) => {
      const { situation, analysis, input } = await states.of(request.query.situation)
      const question = analysis.questions.find((candidate) => candidate.id === request.params.id)
      if (question === undefined) throw new ProblemError(404, `there is no question ${request.params.id} in ${situation.name}`)
      const members = new Set(question.members.map((member) => member.claim))
      const reports = new Map(input.reports.map((report) => [report.version, report]))
      const figures = question.members.flatMap((member) => {
        const version = member.claim.slice(0, member.claim.lastIndexOf('.'))
        return member.figures.flatMap((id) => {
          const figure = reports.get(version)?.reading.figures.find((candidate) => candidate.id === id)
          return figure === undefined
            ? []
            : [
                {
                  claim: member.claim,
                  text: figure.cell.text,
                  low: figure.low,
                  best: figure.best,
                  high: figure.high,
                  bound: figure.bound,
                  unit: figure.unit,
                  role: figure.role,
                },
              ]
        })
      })
      const body: QuestionAnswer = {
        question,
        claims: await ledger.claims(situation.id, { question: question.id }, { limit: 1000 }),
        disagreements: analysis.disagreements.filter((item) => item.question === question.id),
        mutations: analysis.mutations.filter((item) => members.has(item.before) || members.has(item.after)),
        figures,
      }
      return { ...body }
    },
  )
}
