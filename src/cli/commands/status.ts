import { Command } from 'commander'
import { type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { bytesInWords, grouped, out, plain, table } from '../terminal.ts'

export function statusCommand(): Command {
  return onLedger(new Command('status'))
    .description('Say which ledger and situation are in use and what they hold.')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep status', 'sitrep status --json'))
    .action((options: LedgerOptions & { json?: boolean }) =>
      withLedger(options, 'sitrep status', async (ledger) => {
        const status = await ledger.status()
        if (options.json) {
          out(JSON.stringify(status))
          return
        }
        const rows: [string, string][] = [
          ['ledger', plain(status.where)],
          ['engine', `${status.engine} ${status.engineVersion}, schema ${status.schemaVersion}`],
          [
            'situation',
            status.situation === null
              ? 'none yet'
              : `${plain(status.situation.name)} (${status.situation.id}), one of ${status.situations}`,
          ],
          ['reports', `${grouped(status.reports)} in ${grouped(status.versions)} versions`],
          ['claims', grouped(status.claims)],
          ['not read yet', grouped(status.unread)],
          ['last analysed', status.analysedAt ?? 'never'],
          ['log', `${grouped(status.logEntries)} entries`],
          ['archive', bytesInWords(status.archiveBytes)],
        ]
        out(
          table([{ head: '' }, { head: '' }], rows)
            .split('\n')
            .slice(1)
            .join('\n'),
        )
      }),
    )
}
