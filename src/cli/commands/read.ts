import { Command } from 'commander'
import { explainOne, readOne } from '../../flow/read-one.ts'
import type { Collected } from '../../model/index.ts'
import type { SecondReader } from '../../second/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { examples, isoDate } from '../options.ts'
import { viewReading } from '../reading-view.ts'
import { secondReader } from '../second-reader.ts'
import { colour, err, out, plain, terminalWidth } from '../terminal.ts'

interface Options {
  outlet?: string
  published?: string
  title?: string
  url?: string
  language?: string
  json?: boolean
  tokens?: boolean
  explain?: boolean
  second?: boolean
}

export function readCommand(): Command {
  return new Command('read')
    .description('Show the attributed claims of one report, without a ledger.')
    .argument('<file>', 'any input that `add` takes; - for standard input')
    .option('--outlet <name>', 'who published it, where the input does not say')
    .option(
      '--published <date>',
      'when, as ISO 8601, where the input does not say: relative dates are resolved against it',
      isoDate,
    )
    .option('--title <title>', 'its title, where the input does not say')
    .option('--url <address>', 'its web address, where the input does not say')
    .option('--language <tag>', 'its language, where the input does not say')
    .option('--explain', 'say for each claim which rule made it, and what the learned model went by')
    .option('--second', 'ask the second reader too (SITREP_READER_URL and _MODEL): the text is sent there')
    .option('--json', 'print the whole Reading as JSON')
    .option('--tokens', 'with --json: the tokens and sentences too')
    .addHelpText(
      'after',
      examples(
        'sitrep read story.html',
        'sitrep read story.txt --published 2024-10-18 --explain',
        'sitrep read story.pdf --json | jq .claims',
        'SITREP_READER_URL=http://127.0.0.1:11434/v1 SITREP_READER_MODEL=qwen3 sitrep read --second story.txt',
      ),
    )
    .action(read)
}

async function read(file: string, options: Options): Promise<void> {
  const { collect } = await import('../../collect/index.ts')
  const { json: _json, tokens: _tokens, explain: _explain, second, ...given } = options
  const reader = second ? await secondReader(process.env) : null
  if (second && reader === null)
    throw new UserError(
      'No second reader is set up: SITREP_READER_URL and SITREP_READER_MODEL name an OpenAI-compatible endpoint and its model.',
      EXIT.usage,
    )
  let shown = 0
  for await (const input of collect([file], { given, now: () => new Date(), stdin: process.stdin })) {
    if (!input.ok) {
      err(`${colour.red('failed')}: ${plain(input.address)}: ${input.reason}: ${plain(input.detail)}`)
      process.exitCode = EXIT.someFailed
      continue
    }
    await show(input, options, reader)
    shown++
  }
  if (shown === 0 && process.exitCode !== EXIT.someFailed)
    throw new UserError(`${file} holds no report. \`sitrep add --help\` lists the formats.`, EXIT.someFailed)
}

async function show(input: Extract<Collected, { ok: true }>, options: Options, second: SecondReader | null): Promise<void> {
  const { text, metadata, address } = input.report
  const { title, outlet, published, language } = metadata
  const report = { text, title, outlet, published, language }
  const first = await readOne(report)
  const reading = second === null ? first : await second.read(report, first)
  if (options.json) {
    const { tokens, sentences, ...rest } = reading
    out(JSON.stringify({ id: address, address, metadata, text, ...rest, ...(options.tokens ? { sentences, tokens } : {}) }))
    return
  }
  for (const warning of input.warnings) err(`note: ${plain(address)}: ${plain(warning)}`)
  if (metadata.title !== null) out(colour.bold(plain(metadata.title)))
  out(colour.dim(plain([metadata.outlet ?? 'outlet not given', metadata.published ?? 'date not given', address].join(' · '))))
  out(
    viewReading(text, reading, {
      width: terminalWidth(),
      colours: colour.isColorSupported,
      explain: options.explain ? await explainOne(text) : null,
    }),
  )
}
