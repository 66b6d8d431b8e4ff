import { Command } from 'commander'
import { settingsInWords, settingsOf } from '../../second/settings.ts'
import { EXIT } from '../exit-codes.ts'
import { type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { progressBar } from '../progress.ts'
import { colour, out, plain } from '../terminal.ts'

export function doctorCommand(): Command {
  return onLedger(new Command('doctor'))
    .description('Check the ledger: archived bytes against their hashes, every span against its text, the log against its chain.')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep doctor', 'sitrep doctor --json | grep \'"ok":false\''))
    .action((options: LedgerOptions & { json?: boolean }) =>
      withLedger(options, 'sitrep doctor', async (ledger) => {
        const bar = progressBar('Checking', null, 'items')
        let checked = 0
        let faults = 0
        for await (const finding of ledger.doctor((done, of) => bar.update(done, of))) {
          checked++
          if (!finding.ok) faults++
          if (options.json) out(JSON.stringify(finding))
          else if (!finding.ok)
            out(`${colour.red('fault')}  ${finding.check}  ${plain(finding.subject)}: ${plain(finding.detail)}`)
          else out(`${colour.green('ok')}     ${finding.check}  ${plain(finding.subject)}: ${plain(finding.detail)}`)
        }
        bar.stop()
        if (!options.json) out(`       second reader  ${plain(settingsInWords(settingsOf(process.env)))}`)
        if (!options.json)
          out(
            faults === 0
              ? 'All holds.'
              : `${faults} of ${checked} checks failed. The lines above name each; \`sitrep restore\` takes back a backup.`,
          )
        if (faults > 0) process.exitCode = EXIT.faults
      }),
    )
}
