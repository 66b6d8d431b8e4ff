import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, stat, unlink } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import type { Archive } from './archive.ts'
import { sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import { LedgerError } from './error.ts'
import { fsync } from './flush.ts'
import { SCHEMA_VERSION } from './migrations/index.ts'

/**
 * One gzipped file of JSON lines: a manifest, each table's rows in an order that foreign keys allow, the archived originals,
 * and last a line with the SHA-256 of all lines before it. It holds nothing of the engine, so that it goes from PGlite to a
 * PostgreSQL server and back, and across their versions (docs/decisions/0013-backup.md).
 */
const FORMAT = 'sitrep-backup'

/** Order matters: what is pointed at comes first. Search columns are generated anew; the queue is made anew from what is unread. */
const TABLES: readonly {
  name: string
  key: readonly string[]
  columns: readonly string[]
  bytes?: string
  identity?: boolean
}[] = [
  { name: 'situation', key: ['situation_id'], columns: ['situation_id', 'number', 'created_at'], identity: true },
  { name: 'situation_name', key: ['situation_id', 'number'], columns: ['situation_id', 'number', 'name', 'at'], identity: true },
  { name: 'situation_use', key: ['number'], columns: ['number', 'situation_id', 'at'], identity: true },
  { name: 'report', key: ['situation_id', 'report_id'], columns: ['situation_id', 'report_id', 'address'] },
  {
    name: 'version',
    key: ['situation_id', 'version_id'],
    columns: [
      'situation_id',
      'version_id',
      'report_id',
      'number',
      'address',
      'sha256',
      'media_type',
      'captured_at',
      'extractor',
      'text',
      'text_sha256',
      'metadata',
      'outlet',
      'title',
      'published',
    ],
  },
  {
    name: 'capture',
    key: ['situation_id', 'number'],
    columns: [
      'situation_id',
      'number',
      'version_id',
      'sha256',
      'bytes',
      'media_type',
      'address',
      'captured_at',
      'headers',
      'extractor',
    ],
    identity: true,
  },
  {
    name: 'reading',
    key: ['situation_id', 'version_id', 'number'],
    columns: ['situation_id', 'version_id', 'number', 'reader', 'digest', 'body', 'claims', 'at'],
    bytes: 'body',
  },
  {
    name: 'reading_failure',
    key: ['situation_id', 'number'],
    columns: ['situation_id', 'number', 'version_id', 'reader', 'reason', 'at'],
    identity: true,
  },
  { name: 'current_reading', key: ['situation_id', 'report_id'], columns: ['situation_id', 'report_id', 'version_id', 'number'] },
  {
    name: 'claim',
    key: ['situation_id', 'claim_id'],
    columns: ['situation_id', 'claim_id', 'report_id', 'version_id', 'ordinal', 'modality', 'has_figure', 'text', 'body'],
  },
  { name: 'claim_source', key: ['situation_id', 'source_id', 'claim_id'], columns: ['situation_id', 'source_id', 'claim_id'] },
  {
    name: 'question_member',
    key: ['situation_id', 'question_id', 'claim_id'],
    columns: ['situation_id', 'question_id', 'claim_id'],
  },
  {
    name: 'analysis',
    key: ['situation_id'],
    columns: ['situation_id', 'analyser', 'basis', 'digest', 'body', 'at'],
    bytes: 'body',
  },
  { name: 'edit', key: ['situation_id', 'edit_id'], columns: ['situation_id', 'edit_id', 'number', 'body', 'at'] },
  { name: 'log', key: ['number'], columns: ['number', 'at', 'situation_id', 'action', 'subject', 'digest', 'previous', 'hash'] },
]

type Row = Record<string, unknown>

/** Writes the backup beside its final name first, so that an interrupted one is never taken for whole. */
export async function backup(
  engine: Engine,
  archive: Archive,
  path: string,
  now: () => Date,
): Promise<{ bytes: number; rows: number }> {
  if (await stat(path).catch(() => null))
    throw new LedgerError(`${path} exists already. Give another name; backups are never overwritten.`)
  const temporary = `${path}.part`
  const hash = createHash('sha256')
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    const line = (value: unknown): string => {
      const text = `${JSON.stringify(value)}\n`
      hash.update(text)
      return text
    }
    yield line({ format: FORMAT, version: 1, schema: SCHEMA_VERSION, made: now().toISOString() })
    for (const table of TABLES) {
      for await (const row of rowsOf(engine, table)) {
        rows++
        yield line({ table: table.name, row })
      }
    }
    const objects = await engine.db.selectFrom('capture').select('sha256').distinct().orderBy('sha256').execute()
    for (const { sha256: object } of objects)
      yield line({ object, bytes: Buffer.from(await archive.get(object)).toString('base64') })
    yield `${JSON.stringify({ end: rows, sha256: hash.digest('hex') })}\n`
  }
  try {
    await pipeline(lines(), createGzip({ level: 6 }), createWriteStream(temporary, { flags: 'wx' }))
    await fsync(temporary)
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
  return { bytes: (await stat(path)).size, rows }
}

async function* rowsOf(engine: Engine, table: (typeof TABLES)[number]): AsyncGenerator<Row> {
  const columns = sql.join(
    table.columns.map((column) =>
      column === table.bytes ? sql`encode(${sql.ref(column)}, 'base64') as ${sql.ref(column)}` : sql.ref(column),
    ),
  )
  const key = sql.join(table.key.map((column) => sql.ref(column)))
  let after: RawBuilder<unknown> = sql`true`
  for (;;) {
    const { rows } =
      await sql<Row>`select ${columns} from ${sql.table(table.name)} where ${after} order by ${key} limit 200`.execute(engine.db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = sql`(${key}) > (${sql.join(table.key.map((column) => sql`${last[column]}`))})`
  }
}

/** Fills an empty ledger. Nothing is kept when the file does not check: it all happens in one transaction. */
export async function restore(engine: Engine, archive: Archive, path: string): Promise<{ rows: number }> {
  const { count } = await engine.db
    .selectFrom('situation')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) > 0)
    throw new LedgerError(
      'the ledger is not empty. Restore into a new folder (--ledger) or an empty database: nothing was changed.',
    )
  if (!(await stat(path).catch(() => null))) throw new LedgerError(`${path} is not there.`)
  const hash = createHash('sha256')
  let rows = 0
  let ended = false
  await engine.db.transaction().execute(async (tx) => {
    let table: (typeof TABLES)[number] | undefined
    let pending: Row[] = []
    const flush = async (): Promise<void> => {
      if (table !== undefined && pending.length > 0) await insert(tx, table, pending)
      pending = []
    }
    for await (const text of linesOf(path)) {
      if (ended) throw new LedgerError(`${path} goes on after its end: it has been changed. Nothing was restored.`)
      const value = parse(text, path)
      if (typeof value['end'] === 'number') {
        await flush()
        if (value['end'] !== rows || value['sha256'] !== hash.digest('hex'))
          throw new LedgerError(`${path} does not match its own checksum: it has been changed or cut. Nothing was restored.`)
        ended = true
        continue
      }
      hash.update(`${text}\n`)
      if (typeof value['format'] === 'string') {
        if (value['format'] !== FORMAT || value['version'] !== 1)
          throw new LedgerError(`${path} is not a backup that this version of Sitrep knows.`)
      } else if (typeof value['object'] === 'string') {
        await flush()
        const bytes = Buffer.from(String(value['bytes']), 'base64')
        if (sha256(bytes) !== value['object'])
          throw new LedgerError(`${path}: an archived original does not match its SHA-256. Nothing was restored.`)
        await archive.put(value['object'], bytes)
      } else {
        const found = TABLES.find((candidate) => candidate.name === value['table'])
        if (found === undefined)
          throw new LedgerError(`${path} holds a table that this version of Sitrep does not know. Nothing was restored.`)
        if (found !== table || pending.length >= 200) await flush()
        table = found
        pending.push(value['row'] as Row)
        rows++
      }
    }
    if (!ended) throw new LedgerError(`${path} stops before its end: it has been cut. Nothing was restored.`)
    for (const { name } of TABLES.filter((candidate) => candidate.identity)) {
      await sql`select setval(pg_get_serial_sequence(${name}, 'number'), greatest((select max(number) from ${sql.table(name)}), 1))`.execute(
        tx,
      )
    }
  })
  await engine.settle()
  return { rows }
}

async function insert(tx: Engine['db'], table: (typeof TABLES)[number], rows: readonly Row[]): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  const values = sql.join(
    rows.map(
      (row) =>
        sql`(${sql.join(table.columns.map((column) => (column === table.bytes ? sql`decode(${row[column] as string}, 'base64')` : sql`${row[column] ?? null}`)))})`,
    ),
  )
  const override = table.identity ? sql`overriding system value` : sql``
  await sql`insert into ${sql.table(table.name)} (${columns}) ${override} values ${values}`.execute(tx)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const unzipped = createReadStream(path).pipe(createGunzip())
  const broken = new Promise<never>((_, reject) =>
    unzipped.on('error', () =>
      reject(new LedgerError(`${path} is not a whole gzip file: it has been cut or changed. Nothing was restored.`)),
    ),
  )
  broken.catch(() => {})
  const iterator = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await Promise.race([iterator.next(), broken])
    if (done) return
    yield value
  }
}

function parse(text: string, path: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    throw new LedgerError(`${path} holds a line that is not JSON: it has been changed. Nothing was restored.`)
  }
}
