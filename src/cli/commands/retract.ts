import { Command } from 'commander'
import { changesOfWithdrawal } from '../../analyse/changes/withdrawal.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Analysis } from '../../model/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { showMoved } from '../moved.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { out } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  why?: string
  json?: boolean
}

export function retractCommand(): Command {
  return onLedger(new Command('retract'))
    .description(
      'Withdraw a report, a claim or a source, and list every question that leaned on it, before and after. Nothing is deleted.',
    )
    .argument('<id>', 'a report, a claim or a source, by its whole id')
    .option('--why <text>', 'the reason, kept on record')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('sitrep retract r7k2m9qx --why "the outlet took it back"', 'sitrep retract s-4k2x9a', 'sitrep undo e-3'),
    )
    .action((id: string, options: Options) =>
      withLedger(options, 'sitrep retract', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        if (!(await isKnown(ledger, situation.id, analysis, id)))
          throw new UserError(
            `There is no report, claim or source ${id}. Lists: sitrep reports, sitrep claims, sitrep sources.`,
            EXIT.notFound,
          )
        const made = await ledger.appendEdit(situation.id, { kind: 'withdraw', target: id, why: options.why ?? '' })
        tell(made.id, analysis, (await readAndAnalyse(ledger, situation.id)).analysis, options)
        if (!options.json) out(`\`sitrep undo ${made.id}\` takes it back.`)
      }),
    )
}

export function undoCommand(): Command {
  return onLedger(new Command('undo'))
    .description('Take back an edit in force, of whatever kind, and list what that changes. Edit and undoing stay on record.')
    .argument('<edit>', 'the edit, as `sitrep edits` lists it')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep undo e-3'))
    .action((id: string, options: Options) =>
      withLedger(options, 'sitrep undo', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        if (!(await ledger.edits(situation.id)).some((edit) => edit.id === id))
          throw new UserError(`There is no edit ${id} in force. \`sitrep edits\` lists them.`, EXIT.notFound)
        const made = await ledger.appendEdit(situation.id, { kind: 'undo', edit: id })
        tell(made.id, analysis, (await readAndAnalyse(ledger, situation.id)).analysis, options)
      }),
    )
}

async function isKnown(ledger: Ledger, situation: string, analysis: Analysis, id: string): Promise<boolean> {
  if (analysis.sources.some((source) => source.id === id)) return true
  if ((await ledger.claim(situation, id)) !== null) return true
  const report = await ledger.report(situation, id)
  return report !== null && (report.report === id || report.version === id)
}

function tell(edit: string, before: Analysis, after: Analysis, options: Options): void {
  const moved = changesOfWithdrawal(before, after)
  if (options.json) out(JSON.stringify({ edit, moved }))
  else showMoved(edit, moved)
}
