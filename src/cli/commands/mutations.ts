import { Command } from 'commander'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  kind?: string
  json?: boolean
}

export function mutationsCommand(): Command {
  return onLedger(new Command('mutations'))
    .description('List changes of meaning between a claim and what a later report made of it, both passages side by side.')
    .option('--kind <kind>', 'only of this kind, such as modalityEscalated')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep mutations', 'sitrep mutations --kind actorChanged --json'))
    .action((options: Options) =>
      withLedger(options, 'sitrep mutations', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        const shown = analysis.mutations.filter((mutation) => options.kind === undefined || mutation.kind === options.kind)
        if (options.json) for (const mutation of shown) out(JSON.stringify(mutation))
        else if (shown.length === 0) out('No mutations found.')
        else
          for (const mutation of shown) {
            const [before, after] = mutation.proof
            out(`${colour.bold(mutation.kind)} ${mutation.id}`)
            out(`  ${plain(mutation.why)}`)
            out(`  before ${mutation.before} “${plain(before.text)}”`)
            out(`  after  ${mutation.after} “${plain(after.text)}”`)
          }
      }),
    )
}
