import type { Analysis, Edit, Question, QuestionClaims } from '../../model/index.ts'

type Drafted<E> = E extends Edit ? Omit<E, 'id' | 'members'> : never

/** An edit of questions as an analyst asks for it. */
export type QuestionWish = Drafted<Extract<Edit, { readonly members: QuestionClaims }>>

/** The same as it is kept: with the claims of the questions it names, or why it makes no sense. */
export type QuestionDraft =
  | { readonly draft: QuestionWish & { readonly members: QuestionClaims } }
  | { readonly wrong: string; readonly missing: boolean }

/** So many claims of a question are kept with an edit: enough to find the question again by them. */
const KEPT = 200

/** The question that has an id, or had it once. */
export function questionOfId(analysis: Analysis, id: string): Question | null {
  const now = Object.hasOwn(analysis.formerIds ?? {}, id) ? analysis.formerIds?.[id] : undefined
  return analysis.questions.find((q) => q.id === id) ?? analysis.questions.find((q) => q.id === now) ?? null
}

/** Checks an edit of questions against what is there, and adds to it what finds the questions again when their ids have changed. */
export function questionDraft(wish: QuestionWish, analysis: Analysis): QuestionDraft {
  const ids = [...new Set(questionsIn(wish))]
  const questions = new Map(ids.map((id) => [id, questionOfId(analysis, id)]))
  for (const [id, question] of questions) if (question === null) return { wrong: `there is no question ${id}`, missing: true }
  const claimsOf = (id: string): readonly string[] => questions.get(id)?.members.map((m) => m.claim) ?? []
  const wrong = (why: string, missing = false): QuestionDraft => ({ wrong: why, missing })
  switch (wish.kind) {
    case 'splitQuestion': {
      const held = new Set(claimsOf(wish.question))
      const stranger = wish.claims.find((claim) => !held.has(claim))
      if (stranger !== undefined) return wrong(`${stranger} does not stand in ${wish.question}`, true)
      if (new Set(wish.claims).size === held.size)
        return wrong(`all claims of ${wish.question} are named: at least one must stay`)
      break
    }
    case 'joinQuestions':
      if (questions.get(wish.keep) === questions.get(wish.merge))
        return wrong(`${wish.keep} and ${wish.merge} are one question already`)
      break
    case 'pinClaim':
      if (!isClaim(wish.claim, analysis)) return wrong(`there is no claim ${wish.claim}`, true)
      if (wish.from !== null && !claimsOf(wish.from).includes(wish.claim))
        return wrong(`${wish.claim} does not stand in ${wish.from}`, true)
  }
  return { draft: { ...wish, members: Object.fromEntries(ids.map((id) => [id, claimsOf(id).slice(0, KEPT)])) } }
}

/** Every claim stands in a question or outside of all. */
function isClaim(id: string, { questions, outside }: Analysis): boolean {
  return outside.some(({ claim }) => claim === id) || questions.some((q) => q.members.some(({ claim }) => claim === id))
}

function questionsIn(wish: QuestionWish): readonly string[] {
  if (wish.kind === 'joinQuestions') return [wish.keep, wish.merge]
  if (wish.kind === 'pinClaim') return wish.from === null ? [wish.question] : [wish.question, wish.from]
  return [wish.question]
}
