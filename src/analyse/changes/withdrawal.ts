import type { Analysis } from '../../model/index.ts'
import { byCode } from '../order.ts'

/** A question before and after an edit: its count of origins in words, null where it is not asked. */
export interface Moved {
  readonly question: string
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** The questions that an edit changed: asked no more, asked newly, or resting on other claims or origins. */
export function changesOfWithdrawal(before: Analysis, after: Analysis): readonly Moved[] {
  const old = new Map(before.questions.map((question) => [question.id, question]))
  const now = new Map(after.questions.map((question) => [question.id, question]))
  return [...new Set([...old.keys(), ...now.keys()])].sort(byCode).flatMap((id): Moved[] => {
    const was = old.get(id)
    const is = now.get(id)
    const same =
      was?.originsWhy === is?.originsWhy &&
      was?.members.map((member) => member.claim).join() === is?.members.map((member) => member.claim).join()
    if (same) return []
    return [{ question: id, name: is?.name ?? was?.name ?? id, before: was?.originsWhy ?? null, after: is?.originsWhy ?? null }]
  })
}
