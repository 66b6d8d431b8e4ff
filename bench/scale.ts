// What one new report costs in a ledger of many: `node bench/scale.ts [reports] [--server]`, printed at every tenfold size.
// With --server on a PostgreSQL server that it starts (`initdb` and `postgres` must be there), else on PGlite in a folder.
// The reports are made up from a seed, their Readings made directly: what is measured is the ledger and the index of copies.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COPY_RULES } from '../src/analyse/copies/arrival.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { openLedger } from '../src/ledger/open.ts'
import type { CollectedReport, Reading } from '../src/model/index.ts'
import { postgresPrograms, startPostgres } from '../tests/ledger/postgres.ts'
import { madeUp } from './made-up.ts'

const MOST = Number(process.argv[2] ?? 100_000)
const CLAIMS = 10
const BATCH = 48
/** So many reports are added one by one at each size. */
const SINGLE = 30

function made(n: number): { report: CollectedReport; bytes: Uint8Array; reading: Reading } {
  const { text, metadata, reading } = madeUp(n, CLAIMS)
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const address = `https://bench.example/${n}`
  const capturedAt = '2025-01-01T00:00:00.000Z'
  return {
    bytes,
    reading,
    report: {
      capture: { sha256, bytes: bytes.byteLength, mediaType: 'text/plain', address, capturedAt, headers: {} },
      address,
      extractor: { name: 'plain', version: '1' },
      text,
      metadata,
    },
  }
}

async function add(ledger: Ledger, situation: string, from: number, to: number): Promise<{ storeMs: number; copiesMs: number }> {
  const items = Array.from({ length: to - from }, (_, i) => made(from + i))
  const readings = new Map(items.map((item) => [item.report.text, item.reading]))
  const start = performance.now()
  await ledger.store(situation, items)
  await ledger.readQueued({ name: 'bench', version: '1' }, (reports) =>
    Promise.resolve(reports.map((r) => readings.get(r.text) ?? new Error('unknown text'))),
  )
  const stored = performance.now()
  await ledger.indexCopies(situation, COPY_RULES)
  return { storeMs: stored - start, copiesMs: performance.now() - stored }
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b)
  return `${at(sorted, 0.5)} ms (95 of 100 within ${at(sorted, 0.95)})`
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const programs = process.argv.includes('--server') ? postgresPrograms() : null
if (process.argv.includes('--server') && programs === null) throw new Error('there is no PostgreSQL to start')
const server = programs === null ? null : await startPostgres(programs)
const dir = mkdtempSync(join(tmpdir(), 'sitrep-scale-'))
try {
  const databaseUrl = server === null ? null : await server.database('scale')
  const options = { dir, databaseUrl, now: () => new Date(Date.UTC(2025, 0, 2)), holder: 'the benchmark' }
  const ledger = await openLedger(options)
  const { id } = await ledger.currentSituation()
  let n = 0
  for (const size of [1000, 10_000, 100_000].filter((one) => one <= MOST)) {
    const began = performance.now()
    for (; n < size; n = Math.min(size, n + BATCH)) await add(ledger, id, n, Math.min(size, n + BATCH))
    const filled = performance.now() - began
    const store: number[] = []
    const copies: number[] = []
    for (let i = 0; i < SINGLE; i++, n++) {
      const one = await add(ledger, id, n, n + 1)
      store.push(one.storeMs)
      copies.push(one.copiesMs)
    }
    const lists: number[] = []
    const searches: number[] = []
    for (let i = 0; i < 5; i++) {
      lists.push(await timed(() => ledger.claims(id, {}, { limit: 100 })))
      searches.push(await timed(() => ledger.claims(id, { text: 'armoured ferries Latvia' }, { limit: 100 })))
    }
    const { reports, claims } = await ledger.status()
    console.log(
      `${reports.toLocaleString('en')} reports, ${claims.toLocaleString('en')} claims (filled in ${Math.round(filled / 1000)} s)`,
    )
    console.log(`  one report stored with its Reading: ${spread(store)}`)
    console.log(`  what it copies and what copies it:  ${spread(copies)}`)
    console.log(`  a page of 100 claims: ${spread(lists)}; a search: ${spread(searches)}`)
    console.log(`  memory: ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
  }
  await ledger.close()
} finally {
  await server?.stop()
  rmSync(dir, { recursive: true, force: true })
}
