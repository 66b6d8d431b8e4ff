import { Command } from 'commander'
import type { EditDraft } from '../../ledger/ledger.ts'
import { CREDIBILITY } from '../../model/index.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain, plural } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  json?: boolean
}

export function editsCommand(): Command {
  return onLedger(new Command('edits'))
    .description('List what analysts changed and is in force, oldest first; what a later edit took over is marked.')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep edits', 'sitrep undo e-3'))
    .action(listEdits)
}

/** Lists the edits in force, and those of them that hold nothing any more, with why. */
export async function listEdits(options: Options): Promise<void> {
  await withLedger(options, 'sitrep edits', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const edits = await ledger.edits(situation.id)
    const { analysis } = await readAndAnalyse(ledger, situation.id)
    if (options.json) for (const entry of edits) out(JSON.stringify(entry))
    else if (edits.length === 0) out('No edits.')
    else
      for (const entry of edits) {
        out(`${entry.id}  ${describe(entry)}`)
        for (const { edit, why } of analysis.overruled ?? [])
          if (edit === entry.id) out(colour.dim(`${' '.repeat(entry.id.length)}  holds no more: ${plain(why)}`))
      }
  })
}

/** An edit in words. */
export function describe(entry: EditDraft): string {
  switch (entry.kind) {
    case 'mergeSources':
      return `${entry.merge} is taken for ${entry.keep}`
    case 'splitSurface':
      return `"${plain(entry.surface)}" stands apart from ${entry.source}`
    case 'withdraw':
      return `${entry.target} is withdrawn${entry.why === '' ? '' : `: ${plain(entry.why)}`}`
    case 'gradeSource':
      return `${entry.source} is graded ${entry.reliability}`
    case 'splitQuestion':
      return `${plural(entry.claims.length, 'claim')} of ${entry.question} ${entry.claims.length === 1 ? 'stands' : 'stand'} apart: ${entry.claims.join(', ')}`
    case 'joinQuestions':
      return `${entry.merge} is joined to ${entry.keep}`
    case 'renameQuestion':
      return `${entry.question} is named "${plain(entry.name)}"`
    case 'pinClaim':
      return `${entry.claim} is held in ${entry.question}${entry.from === null || entry.from === entry.question ? '' : `, out of ${entry.from}`}`
    case 'gradeItem':
      return `${entry.claim} is graded ${entry.credibility}, ${CREDIBILITY[entry.credibility]}`
    case 'judgeQuestion':
      return `${entry.question} is judged: "${plain(entry.text)}"`
    case 'undo':
      return `${entry.edit} is undone`
  }
}
