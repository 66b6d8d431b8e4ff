import { Command } from 'commander'
import type { ReportRow } from '../../ledger/ledger.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, isoDate, jsonOption, limitOption, onLedger } from '../options.ts'
import { colour, err, out, plain, plural, table } from '../terminal.ts'

interface Options extends LedgerOptions {
  outlet?: string
  text?: string
  since?: string
  until?: string
  limit: number
  json?: boolean
  original?: boolean
  diff?: boolean
}

export function reportsCommand(): Command {
  return onLedger(new Command('reports'))
    .description('List the reports of the situation; with an id, one report in full.')
    .argument('[id]', 'a report or a version')
    .option('--outlet <name>', 'only of this outlet')
    .option('--text <words>', 'only those that hold these words')
    .option('--since <date>', 'published on or after', isoDate)
    .option('--until <date>', 'published on or before', isoDate)
    .option('--original', 'with an id: write the archived bytes to standard output')
    .option('--diff', 'with an id: what changed between its last two versions')
    .addOption(limitOption(100))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'sitrep reports',
        'sitrep reports --text "port" --since 2024-10-18',
        'sitrep reports r7k2m9qx --diff',
        'sitrep reports r7k2m9qx --original > story.html',
      ),
    )
    .action(reports)
}

async function reports(id: string | undefined, options: Options): Promise<void> {
  await withLedger(options, 'sitrep reports', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    if (id === undefined) {
      const rows = await ledger.reports(
        situation.id,
        {
          ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
          ...(options.text === undefined ? {} : { text: options.text }),
          ...(options.since === undefined ? {} : { since: options.since }),
          ...(options.until === undefined ? {} : { until: options.until }),
        },
        { limit: options.json && options.limit === 100 ? Number.MAX_SAFE_INTEGER : options.limit + 1 },
      )
      const shown = options.json ? rows : rows.slice(0, options.limit)
      if (options.json) for (const row of shown) out(JSON.stringify({ id: row.report, ...row }))
      else out(reportTable(shown))
      if (!options.json && rows.length > shown.length) err(`There are more; --limit ${options.limit * 10} shows more.`)
      return
    }
    const report = await ledger.report(situation.id, id)
    if (report === null)
      throw new UserError(`There is no report ${id} in ${situation.name}. \`sitrep reports\` lists them.`, EXIT.notFound)
    if (options.original) {
      process.stdout.write(await ledger.original(report.sha256))
      return
    }
    if (options.diff) {
      const versions = report.history.map((version) => version.version)
      const [before, after] = versions.slice(-2)
      if (before === undefined || after === undefined) {
        out(`${report.report} has one version: nothing has changed.`)
        return
      }
      const parts = await ledger.versionDiff(situation.id, before, after)
      out(colour.dim(`${before} → ${after}`))
      out(
        parts
          .map((part) =>
            part.change === 'same'
              ? around(part.text)
              : part.change === 'added'
                ? colour.green(`[+${plain(part.text)}+]`)
                : colour.red(`[-${plain(part.text)}-]`),
          )
          .join(''),
      )
      return
    }
    if (options.json) {
      out(JSON.stringify({ id: report.report, ...report }))
      return
    }
    const { metadata } = report
    out(colour.bold(plain(metadata.title ?? '(no title)')))
    out(
      plain(
        [metadata.outlet, metadata.author, metadata.published].filter((x) => x !== null).join(' · ') ||
          'outlet and date not given',
      ),
    )
    out(`${report.version} · ${plain(report.address)}`)
    out(
      `archived ${report.capturedAt} as ${report.mediaType}, SHA-256 ${report.sha256}; text by ${report.extractor}; ${report.claims === null ? 'not read yet' : plural(report.claims, 'claim')}`,
    )
    if (report.history.length > 1)
      out(
        `${report.history.length} versions: ${report.history.map((v) => `${v.version} (${v.capturedAt.slice(0, 10)})`).join(', ')}`,
      )
    out('')
    out(report.text.split('\n').map(plain).join('\n'))
  })
}

/** Unchanged text between two changes: its two ends are enough. */
function around(text: string): string {
  const flat = plain(text)
  return flat.length <= 160 ? flat : `${flat.slice(0, 70)} … ${flat.slice(-70)}`
}

export function reportTable(rows: readonly ReportRow[]): string {
  if (rows.length === 0) return 'No reports. `sitrep add PATH` adds some.'
  return table(
    [
      { head: 'report' },
      { head: 'published' },
      { head: 'outlet', max: 26 },
      { head: 'claims', align: 'right' },
      { head: 'title' },
    ],
    rows.map((row) => [
      row.versions > 1 ? row.version : row.report,
      row.metadata.published?.slice(0, 10) ?? colour.dim('not given'),
      plain(row.metadata.outlet ?? colour.dim('–')),
      row.claims === null ? colour.dim('unread') : String(row.claims),
      plain(row.metadata.title ?? row.address),
    ]),
  )
}
