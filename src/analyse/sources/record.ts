import type { Analysis } from '../../model/index.ts'

/** What the ledger shows of a source: nothing that grades it, something to grade it by. Counts of questions and claims. */
export interface SourceRecord {
  /** Claims in whose chain it stands. */
  readonly claims: number
  /** Questions that it is an origin of. */
  readonly questions: number
  /** Of these, with another independent origin too. */
  readonly borneOut: number
  /** Of these, denied or doubted by somebody. */
  readonly disputed: number
}

/** Of a source that is not heard. */
export const NO_RECORD: SourceRecord = { claims: 0, questions: 0, borneOut: 0, disputed: 0 }

/** The record of every source in a situation that is heard at all; how credible single claims are is left out, so that the two gradings stay apart. */
export function recordsOf({ questions, chains }: Pick<Analysis, 'questions' | 'chains'>): ReadonlyMap<string, SourceRecord> {
  const records = new Map<string, SourceRecord>()
  const add = (id: string, more: Partial<SourceRecord>): void => {
    const known = records.get(id) ?? NO_RECORD
    records.set(id, {
      claims: known.claims + (more.claims ?? 0),
      questions: known.questions + (more.questions ?? 0),
      borneOut: known.borneOut + (more.borneOut ?? 0),
      disputed: known.disputed + (more.disputed ?? 0),
    })
  }
  for (const chain of Object.values(chains)) for (const id of new Set(chain)) if (id !== null) add(id, { claims: 1 })
  for (const { origins, members } of questions) {
    const disputed = Number(members.some(({ stance }) => stance === 'denies' || stance === 'doubts'))
    for (const { id } of origins) add(id, { questions: 1, borneOut: Number(origins.length > 1), disputed })
  }
  return records
}

/** The record of one source. */
export function recordOf(id: string, analysis: Pick<Analysis, 'questions' | 'chains'>): SourceRecord {
  return recordsOf(analysis).get(id) ?? NO_RECORD
}
