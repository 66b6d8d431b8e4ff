import { z } from 'zod'
import type { Ledger } from '../../ledger/ledger.ts'
import type { createStates } from '../situation-state.ts'

export interface Context {
  readonly ledger: Ledger
  readonly states: ReturnType<typeof createStates>
}

/** Every list is of one situation: the one in use unless named. */
export const inSituation = z.object({
  situation: z.string().max(60).optional().describe('id of a situation; the one in use when left out'),
})

export const paged = inSituation.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(200).optional().describe('the last id of the page before'),
})

/** An answer described by the type of the same name in answers.ts. */
export function answer(name: string) {
  return z.looseObject({}).describe(`${name} (src/desk/answers.ts)`)
}

export const problems = {
  400: answer('Problem'),
  403: answer('Problem'),
  404: answer('Problem'),
  421: answer('Problem'),
}
