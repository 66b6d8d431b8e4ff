import { Command } from 'commander'
import { changesSince } from '../../analyse/changes/since.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, isoDate, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  since: string
  json?: boolean
}

export function changesCommand(): Command {
  return onLedger(new Command('changes'))
    .description(
      'List what changed in the state of claims since a day: second origins, plans told as done, denials, bounds that moved, mutations. Reports published before the day are the state known; undated ones count as known.',
    )
    .requiredOption('--since <date>', 'the day or moment from which reports are new', isoDate)
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep changes --since 2024-10-20', 'sitrep changes --since 2024-10-20 --json'))
    .action((options: Options) =>
      withLedger(options, 'sitrep changes', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        const changes = changesSince(options.since, await ledger.situationInput(situation.id), analysis)
        if (options.json) for (const change of changes) out(JSON.stringify(change))
        else if (changes.length === 0) out(`Nothing changed since ${options.since}.`)
        else
          for (const change of changes) {
            out(`${colour.bold(change.kind)}  ${plain(change.what)}`)
            out(colour.dim(`  ${[...(change.question === null ? [] : [change.question]), ...change.by].join(' ')}`))
          }
      }),
    )
}
