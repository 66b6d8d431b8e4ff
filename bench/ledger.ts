import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openLedger } from '../src/ledger/open.ts'
import { type Cell, type Claim, type CollectedReport, cellAt, NO_METADATA, type Reading, type Token } from '../src/model/index.ts'

export interface LedgerSpeed {
  readonly reports: number
  readonly claims: number
  readonly megabytes: number
  readonly createMs: number
  readonly storeMs: number
  readonly readingsMs: number
  readonly rowsPerSecond: number
  /** Seconds of the ledger for one of the peer: the same texts, Readings and claims into bare SQLite tables with one FTS5 index, flushed once a batch. */
  readonly timesThePeer: number
  readonly openMs: number
  readonly listMs: number
  readonly searchMs: number
  readonly inputMs: number
  readonly backupMs: number
  readonly doctorMs: number
  readonly rssMegabytes: number
}

const WORDS =
  'river council troops harbour budget minister fell crossed reported seven eleven region bridge vote late grain power north after before said'.split(
    ' ',
  )
const BATCH = 64

/** A made-up text of about 600 words in 25 sentences; the same for the same number. */
function text(n: number): string {
  let state = n + 1
  const word = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return `${WORDS[state % WORDS.length]}${state % 13 === 0 ? n % 97 : ''}`
  }
  return Array.from({ length: 25 }, () => `${Array.from({ length: 24 }, word).join(' ')}.`).join(' ')
}

/** A Reading as large as a real one: each word a token, each sentence a claim. */
function reading(source: string): Reading {
  const tokens: Token[] = [...source.matchAll(/\w+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    lemma: m[0],
    upos: 'NOUN',
    head: 0,
    deprel: 'dep',
  }))
  const claims: Claim[] = [...source.matchAll(/[^.]+\./g)].map((m, i): Claim => {
    const start = m.index + (m[0].startsWith(' ') ? 1 : 0)
    const end = m.index + m[0].length - 1
    const cell: Cell = cellAt(source, start, end)
    return {
      id: `c${i + 1}`,
      content: [cell],
      polarity: 'affirmed',
      modality: 'asserted',
      modalityCues: [],
      quotation: 'indirect',
      chain: [
        {
          source: [cellAt(source, start, start + 5)],
          cue: [cellAt(source, start + 6, start + 10)],
          cueKind: 'verb',
          speaker: 'body',
          entity: null,
        },
      ],
      parent: null,
      events: [],
      figures: [],
      times: [],
      said: null,
      reported: null,
      places: [],
      entities: [],
      basis: [],
      evidence: [],
      agreements: [],
      rule: 'bench',
    }
  })
  return {
    reader: { name: 'bench', version: '1' },
    language: 'en',
    notes: [],
    sentences: [],
    tokens,
    entities: [],
    figures: [],
    times: [],
    places: [],
    evidence: [],
    claims,
  }
}

function collected(n: number): { report: CollectedReport; bytes: Uint8Array } {
  const working = text(n)
  const bytes = Buffer.from(working)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const address = `https://bench.example/${n}`
  return {
    bytes,
    report: {
      capture: {
        sha256,
        bytes: bytes.byteLength,
        mediaType: 'text/plain',
        address,
        capturedAt: '2025-01-01T00:00:00.000Z',
        headers: {},
      },
      address,
      extractor: { name: 'plain', version: '1' },
      text: working,
      metadata: NO_METADATA,
    },
  }
}

async function timed<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

/** Puts `count` reports and their Readings into a new embedded ledger, and the same into bare SQLite, in this process. */
export async function ledgerSpeed(count = 1000): Promise<LedgerSpeed> {
  const dir = mkdtempSync(join(tmpdir(), 'sitrep-bench-'))
  try {
    const items = Array.from({ length: count }, (_, n) => collected(n))
    const made = new Map(items.map((item) => [item.report.text, reading(item.report.text)]))
    const claims = [...made.values()].reduce((sum, one) => sum + one.claims.length, 0)
    const peerMs = peer(join(dir, 'peer.db'), items, made)
    const options = {
      dir: join(dir, 'ledger'),
      databaseUrl: null,
      now: () => new Date(Date.UTC(2025, 0, 2)),
      holder: 'the benchmark',
    }
    const [createMs, ledger] = await timed(() => openLedger(options))
    const { id } = await ledger.currentSituation()
    const [storeMs] = await timed(async () => {
      for (let i = 0; i < count; i += BATCH) await ledger.store(id, items.slice(i, i + BATCH))
    })
    const [readingsMs] = await timed(() =>
      ledger.readQueued({ name: 'bench', version: '1' }, (reports) =>
        Promise.resolve(reports.map((r) => made.get(r.text) ?? new Error('unknown text'))),
      ),
    )
    const [listMs] = await timed(() => ledger.claims(id, {}, { limit: 100 }))
    const [searchMs] = await timed(() => ledger.claims(id, { text: 'harbour grain -vote' }, { limit: 100 }))
    const [inputMs] = await timed(() => ledger.situationInput(id))
    const [backupMs] = await timed(() => ledger.backup(join(dir, 'backup.gz')))
    const [doctorMs] = await timed(async () => {
      for await (const finding of ledger.doctor()) if (!finding.ok) throw new Error(finding.detail)
    })
    await ledger.close()
    const [openMs, again] = await timed(() => openLedger(options))
    await again.close()
    return {
      reports: count,
      claims,
      megabytes: items.reduce((sum, item) => sum + item.bytes.byteLength, 0) / 1e6,
      createMs,
      storeMs,
      readingsMs,
      rowsPerSecond: ((count * 4 + claims) / (storeMs + readingsMs)) * 1000,
      timesThePeer: (storeMs + readingsMs) / peerMs,
      openMs,
      listMs,
      searchMs,
      inputMs,
      backupMs,
      doctorMs,
      rssMegabytes: process.memoryUsage.rss() / 1e6,
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function peer(
  path: string,
  items: readonly { report: CollectedReport; bytes: Uint8Array }[],
  made: ReadonlyMap<string, Reading>,
): number {
  const db = new DatabaseSync(path)
  db.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table report (address text primary key, sha256 text, bytes blob, text text);
    create table reading (address text primary key, body text);
    create table claim (id text primary key, body text);
    create virtual table search using fts5 (text)`)
  const report = db.prepare('insert into report values (?, ?, ?, ?)')
  const read = db.prepare('insert into reading values (?, ?)')
  const claim = db.prepare('insert into claim values (?, ?)')
  const search = db.prepare('insert into search values (?)')
  const start = performance.now()
  for (let i = 0; i < items.length; i += BATCH) {
    db.exec('begin')
    for (const item of items.slice(i, i + BATCH)) {
      const { address, text, capture } = item.report
      report.run(address, capture.sha256, item.bytes, text)
      search.run(text)
      const one = made.get(text)
      read.run(address, JSON.stringify(one))
      for (const c of one?.claims ?? []) {
        claim.run(`${address} ${c.id}`, JSON.stringify(c))
        search.run(c.content[0]?.text ?? '')
      }
    }
    db.exec('commit')
  }
  const ms = performance.now() - start
  db.close()
  return ms
}

if (import.meta.main) {
  const speed = await ledgerSpeed(Number(process.argv[2] ?? 1000))
  for (const [name, value] of Object.entries(speed)) console.log(`${name.padEnd(16)} ${Math.round(value * 10) / 10}`)
}
