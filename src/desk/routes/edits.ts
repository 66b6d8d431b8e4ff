import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { analyse } from '../../analyse/index.ts'
import { questionDraft } from '../../analyse/questions/drafts.ts'
import { type Leaning, leaningOn } from '../../flow/moved.ts'
import type { EditDraft, Ledger } from '../../ledger/ledger.ts'
import { type Edit, LIKELIHOOD, type Likelihood } from '../../model/index.ts'
import type { EditAnswer } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import type { App } from '../server.ts'
import type { State } from '../situation-state.ts'
import { answer, type Context, inSituation, problems } from './context.ts'
import { sourcesOf } from './sources.ts'

const id = z.string().min(1).max(60)
const oneLine = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most))
const edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mergeSources'), keep: id, merge: id }),
  z.object({ kind: z.literal('splitSurface'), source: id, surface: z.string().min(1).max(500) }),
  z.object({
    kind: z.literal('withdraw'),
    target: id.describe('a report, a claim or a source'),
    why: z.string().trim().max(2000).default(''),
  }),
  z.object({ kind: z.literal('gradeSource'), source: id, reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']) }),
  z.object({
    kind: z.literal('gradeItem'),
    claim: id,
    credibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  }),
  z.object({
    kind: z.literal('judgeQuestion'),
    question: id,
    text: oneLine(1000),
    likelihood: z
      .enum(Object.keys(LIKELIHOOD) as Likelihood[])
      .nullable()
      .default(null),
    confidence: z.enum(['low', 'moderate', 'high']).nullable().default(null),
  }),
  z.object({ kind: z.literal('splitQuestion'), question: id, claims: z.array(id).min(1).max(2000) }),
  z.object({ kind: z.literal('joinQuestions'), keep: id, merge: id }),
  z.object({
    kind: z.literal('renameQuestion'),
    question: id,
    name: oneLine(300),
  }),
  z.object({
    kind: z.literal('pinClaim'),
    claim: id,
    question: id.describe('the question that it answers'),
    from: id.nullable().default(null).describe('the question that it leaves'),
  }),
  z.object({ kind: z.literal('undo'), edit: id }),
])

export function editRoutes(scope: App, { ledger, states }: Context): void {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.post(
    '/api/edits',
    {
      schema: {
        summary:
          'Merge two sources, split a name off, grade a source, split, join or rename questions, pin a claim to one, withdraw a report, claim or source, or undo an edit; says what that moves',
        tags: ['sources'],
        querystring: inSituation.extend({
          preview: z.enum(['true']).optional().describe('only say what it would move; nothing is changed'),
        }),
        body: edit,
        response: { 200: answer('EditAnswer'), 201: answer('EditAnswer'), ...problems },
      },
    },
    async (request, reply) => {
      const { situation, preview } = request.query
      const before = await states.of(situation)
      const draft = kept(request.body, before)
      await check(draft, before, await ledger.edits(before.situation.id), ledger)
      if (preview) {
        const edits: readonly Edit[] = [...before.input.edits, { ...draft, id: 'preview' }]
        const input = { reports: before.input.reports, edits }
        const leaning = await leaningOn(before, { input, analysis: analyse(input) })
        const body: EditAnswer = { ...(await sourcesOf(ledger, before)), edit: null, ...told(leaning) }
        return reply.code(200).send({ ...body })
      }
      const made = await ledger.appendEdit(before.situation.id, draft)
      const after = await states.of(situation)
      const body: EditAnswer = { ...(await sourcesOf(ledger, after)), edit: made, ...told(await leaningOn(before, after)) }
      return reply.code(201).send({ ...body })
    },
  )
}

function told({ questions, gradings, statements }: Leaning): Pick<EditAnswer, 'moved' | 'gradings' | 'statements'> {
  return { moved: questions, gradings, statements }
}

/** An edit of questions as it is kept; any other as it came. */
function kept(asked: z.infer<typeof edit>, { analysis }: State): EditDraft {
  switch (asked.kind) {
    case 'splitQuestion':
    case 'joinQuestions':
    case 'renameQuestion':
    case 'pinClaim':
    case 'judgeQuestion': {
      const drafted = questionDraft(asked, analysis)
      if ('wrong' in drafted) throw new ProblemError(drafted.missing ? 404 : 409, drafted.wrong)
      return drafted.draft
    }
    default:
      return asked
  }
}

/** What is edited must be there: an edit of nothing would stand on record for ever. */
async function check(draft: EditDraft, { situation, analysis }: State, inForce: readonly Edit[], ledger: Ledger): Promise<void> {
  const known = (wanted: string): boolean => analysis.sources.some((source) => source.id === wanted)
  if (draft.kind === 'mergeSources' && (!known(draft.keep) || !known(draft.merge) || draft.keep === draft.merge))
    throw new ProblemError(404, 'one of these sources is not in the situation, or both are the same')
  if (
    draft.kind === 'splitSurface' &&
    !analysis.sources.some(
      (source) => source.id === draft.source && source.surfaces.some((surface) => surface.surface === draft.surface),
    )
  )
    throw new ProblemError(404, 'the source has no such name')
  if (draft.kind === 'gradeSource' && !known(draft.source))
    throw new ProblemError(404, `there is no source ${draft.source} in ${situation.name}`)
  if (draft.kind === 'gradeItem' && (await ledger.claim(situation.id, draft.claim)) === null)
    throw new ProblemError(404, `there is no claim ${draft.claim} in ${situation.name}`)
  if (draft.kind === 'withdraw') {
    const { target } = draft
    if (inForce.some((entry) => entry.kind === 'withdraw' && entry.target === target))
      throw new ProblemError(409, `${target} is withdrawn already`)
    const report = await ledger.report(situation.id, target)
    const held = known(target) || report?.report === target || report?.version === target
    if (!held && (await ledger.claim(situation.id, target)) === null)
      throw new ProblemError(404, `there is no report, claim or source ${target} in ${situation.name}`)
  }
  if (draft.kind === 'undo' && !inForce.some((entry) => entry.id === draft.edit))
    throw new ProblemError(404, `there is no edit ${draft.edit} in force`)
}
