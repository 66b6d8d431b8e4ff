import { Command } from 'commander'
import { type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, onLedger } from '../options.ts'
import { bytesInWords, out, plain, plural } from '../terminal.ts'

export function backupCommand(): Command {
  return onLedger(new Command('backup'))
    .description('Write the whole ledger (rows, log and archived originals) to one file.')
    .argument('<file>', 'must not exist yet')
    .addHelpText(
      'after',
      examples('sitrep backup ledger-2026-11-23.sitrep', 'DATABASE_URL=postgres://… sitrep restore ledger-2026-11-23.sitrep'),
    )
    .action((file: string, options: LedgerOptions) =>
      withLedger(options, 'sitrep backup', async (ledger) => {
        const { bytes, rows } = await ledger.backup(file)
        out(`Wrote ${plain(file)}: ${plural(rows, 'row')}, ${bytesInWords(bytes)}.`)
      }),
    )
}

export function restoreCommand(): Command {
  return onLedger(new Command('restore'))
    .description('Fill an empty ledger from a backup, embedded or on a PostgreSQL server (DATABASE_URL).')
    .argument('<file>')
    .addHelpText('after', examples('sitrep restore ledger-2026-11-23.sitrep --ledger ./restored'))
    .action((file: string, options: LedgerOptions) =>
      withLedger(options, 'sitrep restore', async (ledger) => {
        const { rows } = await ledger.restore(file)
        out(`Restored ${plural(rows, 'row')} from ${plain(file)}. \`sitrep doctor\` checks them.`)
      }),
    )
}
