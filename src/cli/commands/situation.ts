import { Command } from 'commander'
import { EXIT, UserError } from '../exit-codes.ts'
import { type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain, table } from '../terminal.ts'

export function situationCommand(): Command {
  const situation = new Command('situation')
    .description('Make, list, choose and rename situations: what is being followed, each apart from the others.')
    .addHelpText(
      'after',
      examples(
        'sitrep situation new "Dock strike"',
        'sitrep situation list',
        'sitrep situation use "Dock strike"',
        'sitrep situation rename "Dock strike" "Port strike 2026"',
      ),
    )
  situation.addCommand(
    onLedger(new Command('new'))
      .description('Make a situation and use it from now on.')
      .argument('<name>')
      .action((name: string, options: LedgerOptions) =>
        withLedger(options, 'sitrep situation', async (ledger) => {
          if ((await ledger.situations()).some((s) => s.name === name))
            throw new UserError(
              `There is a situation "${name}" already. \`sitrep situation use "${name}"\` goes to it.`,
              EXIT.usage,
            )
          const made = await ledger.createSituation(name)
          await ledger.useSituation(made.id)
          out(`${made.id}  ${plain(made.name)}`)
        }),
      ),
  )
  situation.addCommand(
    onLedger(new Command('list'))
      .description('List the situations; * marks the one in use.')
      .addOption(jsonOption())
      .action((options: LedgerOptions & { json?: boolean }) =>
        withLedger(options, 'sitrep situation', async (ledger) => {
          const current = await ledger.currentSituation()
          const all = await ledger.situations()
          if (options.json) for (const s of all) out(JSON.stringify({ ...s, current: s.id === current.id }))
          else
            out(
              table(
                [{ head: '' }, { head: 'id' }, { head: 'made' }, { head: 'name' }],
                all.map((s) => [s.id === current.id ? colour.green('*') : '', s.id, s.createdAt.slice(0, 10), plain(s.name)]),
              ),
            )
        }),
      ),
  )
  situation.addCommand(
    onLedger(new Command('use'))
      .description('Choose where commands go that name no situation.')
      .argument('<name>', 'name or id')
      .action((name: string, options: LedgerOptions) =>
        withLedger(options, 'sitrep situation', async (ledger) => {
          const found = await find(await ledger.situations(), name)
          await ledger.useSituation(found.id)
          out(`Using ${plain(found.name)} (${found.id}).`)
        }),
      ),
  )
  situation.addCommand(
    onLedger(new Command('rename'))
      .description('Give a situation another name; the old one stays in the log.')
      .argument('<name>', 'name or id')
      .argument('<new-name>')
      .action((name: string, newName: string, options: LedgerOptions) =>
        withLedger(options, 'sitrep situation', async (ledger) => {
          const all = await ledger.situations()
          const found = await find(all, name)
          if (all.some((s) => s.name === newName && s.id !== found.id))
            throw new UserError(`There is a situation "${newName}" already.`, EXIT.usage)
          const renamed = await ledger.renameSituation(found.id, newName)
          out(`${renamed.id}  ${plain(renamed.name)}`)
        }),
      ),
  )
  return situation
}

function find<T extends { readonly id: string; readonly name: string }>(all: readonly T[], wanted: string): T {
  const found =
    all.find((s) => s.id === wanted) ??
    all.find((s) => s.name === wanted) ??
    all.find((s) => s.name.toLowerCase() === wanted.toLowerCase())
  if (found) return found
  throw new UserError(`There is no situation "${wanted}". \`sitrep situation list\` shows those there are.`, EXIT.notFound)
}
