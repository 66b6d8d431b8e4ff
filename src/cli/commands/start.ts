import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { addCollected } from '../../flow/add.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Situation } from '../../model/index.ts'
import { forEyes } from '../for-eyes.ts'
import { type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { onLedger } from '../options.ts'
import { progressBar } from '../progress.ts'
import { colour, err, out, plain } from '../terminal.ts'
import { writeBrief } from './brief.ts'
import { DEFAULT_PORT, serve } from './serve.ts'

/** The sample's own name: a person can rename it, and then it stays as it is. */
const SAMPLE = 'Sample: North Korean troops in Russia'
const SAMPLE_REPORTS = fileURLToPath(new URL('../../../examples/north-korean-troops', import.meta.url))

interface Options extends LedgerOptions {
  port: string
  serve: boolean
}

export function startCommand(): Command {
  return onLedger(new Command('start'))
    .description('First look: adds the sample situation, prints its SITREP and opens the desk. What `npm start` runs.')
    .option('--port <n>', 'the port of the desk', String(DEFAULT_PORT))
    .option('--no-serve', 'stop after the SITREP')
    .action((options: Options) =>
      withLedger(options, `sitrep start on http://127.0.0.1:${options.port}`, async (ledger) => {
        const situation = await sampleSituation(ledger)
        await addSample(ledger, situation)
        const asOf = await lastPublished(ledger, situation)
        out(forEyes(await writeBrief(ledger, situation, { format: 'md', tlp: 'CLEAR', ...(asOf === null ? {} : { asOf }) })))
        out(
          colour.dim(
            `Ledger: ${plain(ledger.where)} · situation "${situation.name}". Your own: sitrep situation new "…", then sitrep add PATH.`,
          ),
        )
        if (options.serve)
          await serve(ledger, { ...options, situation: situation.id, port: Number(options.port), host: '127.0.0.1' })
      }),
    )
}

async function sampleSituation(ledger: Ledger): Promise<Situation> {
  const all = await ledger.situations()
  const found = all.find((s) => s.name === SAMPLE)
  if (found) return found
  const made = await ledger.createSituation(SAMPLE)
  // Someone who works with a situation of their own keeps it as the one in use.
  if (all.length === 0) await ledger.useSituation(made.id)
  return made
}

async function addSample(ledger: Ledger, situation: Situation): Promise<void> {
  const { collect } = await import('../../collect/index.ts')
  const bar = progressBar('Adding', null, 'reports')
  let done = 0
  for await (const added of addCollected(
    ledger,
    situation.id,
    collect([SAMPLE_REPORTS], { given: {}, now: () => new Date(), stdin: process.stdin }),
  )) {
    bar.update(++done)
    if (!added.ok) err(`failed: ${plain(added.address)}: ${added.reason}: ${plain(added.detail)}`)
  }
  bar.stop()
}

/** The sample is of 2024: its SITREP speaks as of the end of the day of its last report. */
async function lastPublished(ledger: Ledger, situation: Situation): Promise<string | null> {
  const reports = await ledger.reports(situation.id)
  const dates = reports.map((report) => report.metadata.published?.slice(0, 10)).filter((date) => date !== undefined)
  const last = dates.sort().at(-1)
  return last === undefined ? null : `${last}T23:59:00Z`
}
