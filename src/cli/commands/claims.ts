import { Command, Option } from 'commander'
import { openClaimsLike } from '../../flow/claims-like.ts'
import type { ClaimRow } from '../../ledger/ledger.ts'
import { chosenSituation, withLedger } from '../ledger-folder.ts'
import { MODALITIES, modalityInWords } from '../modality.ts'
import { examples, jsonOption, limitOption, onLedger } from '../options.ts'
import { colour, err, out, plain, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options {
  ledger?: string
  situation?: string
  report?: string
  source?: string
  question?: string
  modality?: string
  text?: string
  like?: string
  figures?: boolean
  limit: number
  json?: boolean
}

export function claimsCommand(): Command {
  return onLedger(new Command('claims'))
    .description('List the claims of the situation, each with its source, modality and report.')
    .option('--report <id>', 'only of this report')
    .option('--source <id>', 'only of this source (id or name)')
    .option('--question <id>', 'only those that answer this question')
    .addOption(new Option('--modality <kind>', 'only of this modality').choices([...MODALITIES]))
    .option('--text <words>', 'only those that hold these words (quotation marks, OR and - as in a web search)')
    .addOption(
      new Option(
        '--like <text>',
        'only those that say this in other words: a sentence, a post, a headline; the likeliest first',
      ).conflicts('text'),
    )
    .option('--figures', 'only those with a figure')
    .addOption(limitOption(50))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'sitrep claims --modality denied',
        'sitrep claims --text "port ship" --limit 10',
        'sitrep claims --like "more than a dozen villagers fell ill"',
        'sitrep claims --figures --json | head',
      ),
    )
    .action(list)
}

async function list(options: Options): Promise<void> {
  await withLedger(options, 'sitrep claims', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const { analysis } = await readAndAnalyse(ledger, situation.id)
    const source =
      options.source === undefined ? undefined : (analysis.sources.find((s) => s.name === options.source)?.id ?? options.source)
    const filter = {
      ...(options.report === undefined ? {} : { report: options.report }),
      ...(source === undefined ? {} : { source }),
      ...(options.question === undefined ? {} : { question: options.question }),
      ...(options.modality === undefined ? {} : { modality: options.modality }),
      ...(options.text === undefined ? {} : { text: options.text }),
      ...(options.figures ? { hasFigure: true } : {}),
    }
    const limit = options.limit + 1
    const rows =
      options.like === undefined
        ? await ledger.claims(situation.id, filter, { limit })
        : await (await openClaimsLike(ledger, situation.id))(options.like, filter, limit)
    const shown = rows.slice(0, options.limit)
    if (options.json) for (const row of shown) out(JSON.stringify(row))
    else out(claimTable(shown))
    if (rows.length > shown.length && !options.json) err(`There are more; --limit ${options.limit * 4} shows more.`)
  })
}

export function claimTable(rows: readonly ClaimRow[]): string {
  if (rows.length === 0) return 'No claims.'
  return table(
    [
      { head: 'claim' },
      { head: 'modality' },
      { head: 'on whose word', max: 30 },
      { head: 'outlet', max: 18 },
      { head: 'content' },
    ],
    rows.map((row) => [
      row.id,
      modalityInWords(row.claim.modality, row.claim.polarity),
      row.chain === null ? colour.dim('(the report itself)') : plain(row.chain),
      plain(row.outlet ?? colour.dim('–')),
      plain(row.text),
    ]),
  )
}
