import { Command } from 'commander'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Analysis } from '../../model/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { change, type Made, showMoved } from '../moved.ts'
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
      'Withdraw a report, a claim or a source, and list every question, grading and sentence of the SITREP that leaned on it, before and after. Nothing is deleted.',
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
        const made = await change(ledger, situation, analysis, { kind: 'withdraw', target: id, why: options.why ?? '' })
        tell(made, options)
        if (!options.json) out(`\`sitrep undo ${made.edit.id}\` takes it back.`)
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
        tell(await change(ledger, situation, analysis, { kind: 'undo', edit: id }), options)
      }),
    )
}

async function isKnown(ledger: Ledger, situation: string, analysis: Analysis, id: string): Promise<boolean> {
  if (analysis.sources.some((source) => source.id === id)) return true
  if ((await ledger.claim(situation, id)) !== null) return true
  const report = await ledger.report(situation, id)
  return report !== null && (report.report === id || report.version === id)
}

function tell({ edit, leaning }: Made, options: Options): void {
  if (options.json)
    out(JSON.stringify({ edit: edit.id, moved: leaning.questions, gradings: leaning.gradings, statements: leaning.statements }))
  else showMoved(edit.id, leaning)
}
