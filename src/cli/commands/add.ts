import { Command } from 'commander'
import { addCollected } from '../../flow/add.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, withLedger } from '../ledger-folder.ts'
import { examples, isoDate, jsonOption, onLedger } from '../options.ts'
import { progressBar } from '../progress.ts'
import { secondReader } from '../second-reader.ts'
import { colour, err, out, plain, plural } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options {
  ledger?: string
  situation?: string
  outlet?: string
  published?: string
  title?: string
  url?: string
  language?: string
  json?: boolean
  read: boolean
  second: boolean
}

export function addCommand(): Command {
  return onLedger(new Command('add'))
    .description('Collect reports into the current situation: folders, globs, files, web addresses, or - for standard input.')
    .argument('<input...>', '.txt .md .html .json .jsonl .jsonl.gz .pdf .docx .eml .mht, a folder, a glob, a web address, or -')
    .option('--outlet <name>', 'who published it, where the input does not say')
    .option('--published <date>', 'when, as ISO 8601, where the input does not say', isoDate)
    .option('--title <title>', 'its title, where the input does not say')
    .option('--url <address>', 'its web address, where the input does not say')
    .option('--language <tag>', 'its language, e.g. en, where the input does not say')
    .option('--no-read', 'only store the reports; the next command that needs them reads them')
    .option('--no-second', 'do not ask the second reader, even where SITREP_READER_URL sets one up')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'sitrep add reports/',
        'sitrep add "wire/**/*.html" notes.docx',
        'sitrep add story.txt --outlet "The Harbour Post" --published 2024-10-18',
        'curl -s https://example.org/story.html | sitrep add - --url https://example.org/story.html',
        'sitrep add archive.jsonl.gz --json > added.jsonl',
      ),
    )
    .action(add)
}

async function add(inputs: string[], options: Options): Promise<void> {
  const second = options.second && options.read ? await secondReader(process.env) : null
  const failed = await withLedger(options, 'sitrep add', async (ledger) => {
    const { collect } = await import('../../collect/index.ts')
    const situation = await chosenSituation(ledger, options)
    const { outlet, published, title, url, language } = options
    const stop = new AbortController()
    const onInterrupt = (): void => stop.abort()
    process.once('SIGINT', onInterrupt)
    const bar = progressBar('Adding', null, 'reports')
    const tally = { new: 0, version: 0, duplicate: 0, failed: 0 }
    let done = 0
    const collected = collect(inputs, {
      given: {
        ...(outlet === undefined ? {} : { outlet }),
        ...(published === undefined ? {} : { published }),
        ...(title === undefined ? {} : { title }),
        ...(url === undefined ? {} : { url }),
        ...(language === undefined ? {} : { language }),
      },
      now: () => new Date(),
      stdin: process.stdin,
      onFound: (found) => bar.update(done, Math.max(found, done)),
    })
    for await (const added of addCollected(ledger, situation.id, until(collected, stop.signal))) {
      done++
      bar.update(done)
      if (added.ok) {
        tally[added.stored.outcome]++
        if (options.json) {
          const { report, version, outcome } = added.stored
          out(JSON.stringify({ ok: true, id: report, address: added.address, version, outcome, warnings: added.warnings }))
        } else {
          for (const warning of added.warnings) err(`note: ${plain(added.address)}: ${plain(warning)}`)
          if (added.stored.outcome === 'version')
            err(
              `changed: ${plain(added.address)} is now ${added.stored.version}; \`sitrep reports ${added.stored.report} --diff\` shows what changed`,
            )
        }
      } else {
        tally.failed++
        if (options.json) out(JSON.stringify({ ok: false, address: added.address, reason: added.reason, detail: added.detail }))
        else err(`${colour.red('failed')}: ${plain(added.address)}: ${added.reason}: ${plain(added.detail)}`)
      }
    }
    bar.stop()
    process.off('SIGINT', onInterrupt)
    if (!options.json) out(summary(situation.name, tally))
    if (stop.signal.aborted) throw new UserError('stopped; what was acknowledged is in the ledger.', EXIT.interrupted)
    if (done === 0)
      throw new UserError(
        `nothing to add: ${inputs.join(' ')} holds no file that Sitrep knows. \`sitrep add --help\` lists the formats.`,
        EXIT.someFailed,
      )
    if (options.read && tally.new + tally.version > 0) {
      const { read, analysis } = await readAndAnalyse(ledger, situation.id, () => Promise.resolve(second))
      if (!options.json) {
        out(
          `Read ${plural(read, 'report')}: ${plural(analysis.questions.length, 'question')}, ${plural(analysis.sources.length, 'source')}. Next: ${colour.bold('sitrep brief')} or ${colour.bold('sitrep serve')}.`,
        )
      }
    }
    return tally.failed
  })
  if (failed > 0) process.exitCode = EXIT.someFailed
}

function summary(situation: string, tally: { new: number; version: number; duplicate: number; failed: number }): string {
  const parts = [plural(tally.new, 'new report')]
  if (tally.version > 0) parts.push(plural(tally.version, 'new version'))
  if (tally.duplicate > 0) parts.push(`${tally.duplicate} already there`)
  if (tally.failed > 0) parts.push(colour.red(`${tally.failed} failed`))
  return `${situation}: ${parts.join(', ')}.`
}

/** Ends the iteration, at an item's boundary, once the signal aborts. */
async function* until<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    yield item
    if (signal.aborted) return
  }
}
