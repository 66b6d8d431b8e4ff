import { createHash } from 'node:crypto'
import { ANALYSER } from '../analyse/index.ts'
import { checkSitrep, toHtml, toJson, toMarkdown } from '../disseminate/index.ts'
import { briefOf } from '../flow/brief.ts'
import { bringUpToDate } from '../flow/up-to-date.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Analysis, Sitrep, Situation, SituationInput, Tlp } from '../model/index.ts'
import { keptChanges } from './kept-changes.ts'
import { ProblemError } from './problem.ts'

/** What the routes look at, kept until the ledger says that it has changed. */
export interface State {
  readonly situation: Situation
  readonly input: SituationInput
  readonly analysis: Analysis
}

/** Finds a situation and keeps its Readings and analysis at hand. */
export function createStates(ledger: Ledger): {
  of(situation: string | undefined): Promise<State>
  forget(): void
} {
  const states = new Map<string, Promise<State>>()
  const load = async (situation: Situation): Promise<State> => {
    const { analysis } = await bringUpToDate(ledger, situation.id)
    return { situation, analysis, input: await ledger.situationInput(situation.id) }
  }
  return {
    async of(wanted) {
      const situation =
        wanted === undefined ? await ledger.currentSituation() : (await ledger.situations()).find((s) => s.id === wanted)
      if (situation === undefined) throw new ProblemError(404, `there is no situation ${wanted}`)
      const known = states.get(situation.id)
      if (known !== undefined && !(await ledger.analysisIsStale(situation.id, ANALYSER))) return { ...(await known), situation }
      const loading = load(situation)
      states.set(situation.id, loading)
      loading.catch(() => states.delete(situation.id))
      return loading
    },
    forget: () => states.clear(),
  }
}

/** The SITREP of a situation as of its newest capture, or of the time given, with what is new since a day; checked. Null while it holds no report. */
export async function sitrepOf(
  state: State,
  options: { asOf?: string | undefined; since?: string | null | undefined; tlp: Tlp },
): Promise<Sitrep | null> {
  if (state.input.reports.length === 0) return null
  const document = await briefOf(state.input, state.analysis, {
    ...options,
    situation: state.situation.name,
    changes: (since) => keptChanges(since, state),
  })
  const problems = checkSitrep(document, state.input)
  if (problems.length > 0) throw new ProblemError(500, `the SITREP did not pass its own check: ${problems[0]}`)
  return document
}

export const WRITERS = {
  md: { write: toMarkdown, type: 'text/markdown; charset=utf-8' },
  html: { write: toHtml, type: 'text/html; charset=utf-8' },
  json: { write: toJson, type: 'application/json; charset=utf-8' },
} as const

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
