import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { checkSitrep, toHtml, toJson, toMarkdown } from '../../disseminate/index.ts'
import { briefOf } from '../../flow/brief.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { type Situation, TLP, type Tlp } from '../../model/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { forEyes } from '../for-eyes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, isoDate, onLedger } from '../options.ts'
import { err } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

export type BriefFormat = 'md' | 'html' | 'json'

interface Options extends LedgerOptions {
  format: BriefFormat
  asOf?: string
  since?: string
  tlp: Tlp
  out?: string
}

export function briefCommand(): Command {
  return onLedger(new Command('brief'))
    .description('Write the SITREP: every statement with a numbered citation to report, outlet, date and exact quotation.')
    .addOption(
      new Option('--format <form>', 'md, html (one self-contained page) or json').choices(['md', 'html', 'json']).default('md'),
    )
    .option(
      '--as-of <time>',
      'the as-of time it states (default: when the newest report was captured); the same ledger and time give the same bytes',
      isoDate,
    )
    .option(
      '--since <date>',
      'the day or moment since which it tells what is new (default: the day of the newest report)',
      isoDate,
    )
    .addOption(new Option('--tlp <marking>', 'Traffic Light Protocol marking').choices([...TLP]).default('AMBER'))
    .option('--out <file>', 'write it to a file instead of standard output')
    .addHelpText(
      'after',
      examples(
        'sitrep brief',
        'sitrep brief --since 2024-10-20 --format html --out sitrep.html',
        'sitrep brief --as-of 2024-10-25T06:00:00Z --tlp GREEN --format json',
      ),
    )
    .action(brief)
}

async function brief(options: Options): Promise<void> {
  await withLedger(options, 'sitrep brief', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const text = await writeBrief(ledger, situation, options)
    if (options.out === undefined) process.stdout.write(options.format === 'md' && process.stdout.isTTY ? forEyes(text) : text)
    else {
      await writeFile(options.out, text)
      err(`Wrote ${options.out}.`)
    }
  })
}

/** Makes the SITREP, checks it, notes the export in the log, and gives its text. */
export async function writeBrief(
  ledger: Ledger,
  situation: Situation,
  options: { format: BriefFormat; asOf?: string; since?: string; tlp: Tlp },
): Promise<string> {
  const { analysis } = await readAndAnalyse(ledger, situation.id)
  const input = await ledger.situationInput(situation.id)
  if (input.reports.length === 0)
    throw new UserError(`${situation.name} holds no reports yet. \`sitrep add PATH\` adds some.`, EXIT.notFound)
  const { asOf, since, tlp } = options
  const document = await briefOf(input, analysis, { situation: situation.name, asOf, since, tlp })
  const problems = checkSitrep(document, input)
  if (problems.length > 0) {
    for (const problem of problems) err(`does not hold: ${problem}`)
    throw new UserError(
      `the SITREP did not pass its own check and was not written (${problems.length} problems, above).`,
      EXIT.faults,
    )
  }
  const text = options.format === 'html' ? toHtml(document) : options.format === 'json' ? toJson(document) : toMarkdown(document)
  await ledger.logExport(situation.id, `sitrep.${options.format}`, createHash('sha256').update(text).digest('hex'))
  return text
}
