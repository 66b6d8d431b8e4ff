import { type Leaning, leaningOn } from '../flow/moved.ts'
import type { EditDraft, Ledger } from '../ledger/ledger.ts'
import type { Analysis, Edit, Situation } from '../model/index.ts'
import { out, plain, plural } from './terminal.ts'
import { readAndAnalyse } from './up-to-date.ts'

/** An edit that was made, and all that leaned on what it changed. */
export interface Made {
  readonly edit: Edit
  readonly leaning: Leaning
}

/** Makes an edit and looks at what it moves. */
export async function change(ledger: Ledger, situation: Situation, before: Analysis, draft: EditDraft): Promise<Made> {
  const was = await ledger.situationInput(situation.id)
  const edit = await ledger.appendEdit(situation.id, draft)
  const { analysis } = await readAndAnalyse(ledger, situation.id)
  const is = await ledger.situationInput(situation.id)
  return { edit, leaning: await leaningOn({ input: was, analysis: before }, { input: is, analysis }) }
}

/** So many sentences are shown of each sort. */
const MOST = 8

/** Lists each question, grading and sentence of the SITREP that an edit changed, before and after. */
export function showMoved(edit: string, { questions, gradings, statements }: Leaning): void {
  const changed = [
    ...(questions.length > 0 ? [plural(questions.length, 'question')] : []),
    ...(gradings.length > 0 ? [plural(gradings.length, 'grading')] : []),
    ...(statements.gone.length + statements.come.length > 0
      ? [plural(Math.max(statements.gone.length, statements.come.length), 'sentence of the SITREP', 'sentences of the SITREP')]
      : []),
  ]
  out(`${edit}: ${changed.length === 0 ? 'nothing leaned on it' : `${changed.join(', ')} changed`}.`)
  for (const item of questions) {
    out(plain(item.name))
    out(`  before: ${plain(item.before ?? 'not asked')}`)
    out(`  after:  ${plain(item.after ?? 'no longer asked')}`)
  }
  if (gradings.length > 0) out('Gradings, proposed unless they are said to be an analyst’s:')
  for (const [i, { name, what, before, after }] of gradings.entries()) {
    if (gradings[i - 1]?.name !== name) out(`  ${plain(name)}`)
    out(`    ${plain(what)}: ${plain(before ?? 'none')} → ${plain(after ?? 'none')}`)
  }
  list('No longer in the SITREP:', statements.gone)
  list('New in the SITREP:', statements.come)
}

function list(head: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  out(head)
  for (const line of lines.slice(0, MOST)) out(`  ${plain(line)}`)
  if (lines.length > MOST) out(`  and ${lines.length - MOST} more`)
}
