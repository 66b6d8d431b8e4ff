import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Archive } from './archive.ts'
import { sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import { LedgerError } from './error.ts'
import { fsync } from './flush.ts'
import { appendLog } from './log.ts'
import { SCHEMA_VERSION } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/**
 * A backup is one gzipped file of JSON lines, the same for both engines:
 *
 *     {"sitrep":"backup","format":1,"schema":"0001-record"}
 *     {"table":"report","columns":["situation_id","report_id","address"]}    then each row as an array, bytes as hexadecimal "\\x…"
 *     ["s1","r7k2m9qxa","https://…"]
 *     {"object":"9f86…","part":1,"parts":1,"bytes":"…"}                      an archived original in base64, in parts of 6 MB
 *     {"end":{"rows":1,"objects":1,"sha256":"…"}}                            digest of all lines before this one
 *
 * The tables come in an order in which each finds what it refers to.
 */
const FORMAT = 1

/** Every table of the record and of what is derived from it. The queue is not carried: what is unread is queued again. */
const TABLES: readonly (keyof Schema)[] = [
  'situation',
  'situation_name',
  'situation_use',
  'report',
  'version',
  'capture',
  'reading',
  'reading_failure',
  'current_reading',
  'claim',
  'claim_source',
  'question_member',
  'analysis',
  'edit',
  'log',
]

const PART = 6 * 1024 * 1024
const ROWS_AT_ONCE = 200
/** Rows are restored in statements of about this many characters: a report may have 50 MB, a claim 200 bytes. */
const STATEMENT = 2 * 1024 * 1024

interface End {
  readonly rows: number
  readonly objects: number
  readonly sha256: string
}

/**
 * Writes everything, rows and archived originals, to one file that `restore` takes on either engine. One moment is written, also
 * while others write to the server. The file appears whole or not at all.
 * @throws LedgerError when an archived original is missing or changed: a backup that can't be restored is none
 */
export async function backup(engine: Engine, archive: Archive, path: string): Promise<{ bytes: number; rows: number }> {
  const part = `${path}.part`
  if (existsSync(path)) throw new LedgerError(`${path} exists already. Give another name; backups are never overwritten.`)
  try {
    const counted = { rows: 0 }
    const lines = engine.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    await lines.execute((tx) =>
      pipeline(Readable.from(written(tx, archive, counted)), createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600 })),
    )
    await fsync(part)
    await rename(part, path)
    await fsync(dirname(path))
    return { bytes: (await stat(path)).size, rows: counted.rows }
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw error
  }
}

async function* written(tx: Transaction<Schema>, archive: Archive, counted: { rows: number }): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let objects = 0
  for await (const line of lines(tx, archive)) {
    digest.update(line)
    if (line.startsWith('[')) counted.rows++
    if (line.startsWith('{"object":') && line.includes('"part":1,')) objects++
    yield line
  }
  const end: End = { rows: counted.rows, objects, sha256: digest.digest('hex') }
  yield `${JSON.stringify({ end })}\n`
}

async function* lines(tx: Transaction<Schema>, archive: Archive): AsyncGenerator<string> {
  yield `${JSON.stringify({ sitrep: 'backup', format: FORMAT, schema: SCHEMA_VERSION })}\n`
  for (const table of TABLES) {
    const columns = await columnsOf(tx, table)
    yield `${JSON.stringify({ table, columns })}\n`
    const list = sql.join(columns.map((column) => sql.ref(column)))
    await sql`declare rows no scroll cursor for select ${list} from ${sql.table(table)} order by ${sql.ref(columns[0] ?? '')}`.execute(
      tx,
    )
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`fetch ${sql.raw(String(ROWS_AT_ONCE))} from rows`.execute(tx)
      for (const row of rows) yield `${JSON.stringify(columns.map((column) => plain(row[column])))}\n`
      if (rows.length < ROWS_AT_ONCE) break
    }
    await sql`close rows`.execute(tx)
  }
  const hashes = tx.selectFrom('capture').select('sha256').distinct().orderBy('sha256')
  for (const { sha256: hash } of await hashes.execute()) {
    const bytes = Buffer.from(await archive.get(hash))
    if (sha256(bytes) !== hash) throw new LedgerError(`the archived original ${hash} has changed. \`sitrep doctor\` says more.`)
    const parts = Math.max(1, Math.ceil(bytes.byteLength / PART))
    for (let part = 1; part <= parts; part++) {
      const slice = bytes.subarray((part - 1) * PART, part * PART).toString('base64')
      yield `${JSON.stringify({ object: hash, part, parts, bytes: slice })}\n`
    }
  }
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}

async function columnsOf(db: Kysely<Schema>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(
    db,
  )
  return rows.map((row) => row.name)
}

/**
 * Fills an empty ledger from a backup, all or nothing; archived originals are checked against their SHA-256. The log goes on
 * where it was, with an entry that names the backup.
 * @throws LedgerError when the ledger is not empty, or the file is cut short, changed, or of a later version
 */
export async function restore(engine: Engine, archive: Archive, path: string, at: string): Promise<{ rows: number }> {
  return engine.db.transaction().execute(async (tx) => {
    const there = await tx.selectFrom('log').select('number').limit(1).executeTakeFirst()
    if (there !== undefined)
      throw new LedgerError(
        'the ledger is not empty. Restore into a new folder (--ledger) or an empty database: nothing was changed.',
      )
    const { end, rows } = await fill(tx, archive, path)
    for (const table of TABLES) await continueNumbers(tx, table)
    await appendLog(tx, [{ at, situation: null, action: 'restore', subject: `${end.rows} rows`, digest: end.sha256 }])
    return { rows }
  })
}

async function fill(tx: Transaction<Schema>, archive: Archive, path: string): Promise<{ end: End; rows: number }> {
  const digest = createHash('sha256')
  let end: End | null = null
  let rows = 0
  let objects = 0
  let into: { readonly table: string; readonly columns: readonly string[] } | null = null
  let waiting: string[] = []
  let size = 0
  let parts: Buffer[] = []
  let first = true
  const flush = async (): Promise<void> => {
    if (into !== null && waiting.length > 0) await insert(tx, into.table, into.columns, waiting)
    waiting = []
    size = 0
  }
  for await (const line of split(unzipped(path))) {
    if (end !== null) throw new LedgerError('there is more after its end: it has been changed. Nothing was restored.')
    if (line.startsWith('[')) {
      waiting.push(line)
      size += line.length
      rows++
      if (size > STATEMENT) await flush()
    } else {
      const said = parsed(line)
      if (first && !('sitrep' in said)) throw new LedgerError('it is not a backup of Sitrep. Nothing was restored.')
      first = false
      if ('end' in said) {
        await flush()
        end = said.end
        checkEnd(end, { rows, objects, sha256: digest.copy().digest('hex') })
      } else if ('sitrep' in said) checkFormat(said)
      else if ('table' in said) {
        await flush()
        into = known(said)
      } else {
        await flush()
        parts.push(Buffer.from(said.bytes, 'base64'))
        if (said.part === said.parts) {
          const bytes = Buffer.concat(parts)
          parts = []
          if (sha256(bytes) !== said.object)
            throw new LedgerError(`the original ${said.object} in it does not have that SHA-256.`)
          await archive.put(said.object, bytes)
          objects++
        }
      }
    }
    digest.update(`${line}\n`)
  }
  if (end === null) throw new LedgerError('it has no end: it was cut short. Nothing was restored.')
  return { end, rows }
}

/** @throws LedgerError when the file is not there, or is not whole gzip */
async function* unzipped(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const plain = createGunzip()
  file.on('error', (error) => plain.destroy(error))
  try {
    yield* file.pipe(plain)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new LedgerError(`${path} is not there.`)
    if (code?.startsWith('Z_'))
      throw new LedgerError('it is not a whole gzip file: it has been cut or changed. Nothing was restored.')
    throw error
  } finally {
    file.destroy()
  }
}

/** Lines end at a line feed only: Node's own line reader also ends them at U+2028, which texts may hold. */
async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = []
  for await (const chunk of chunks) {
    let at = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, at)) {
      parts.push(chunk.subarray(at, end))
      yield Buffer.concat(parts).toString()
      parts = []
      at = end + 1
    }
    if (at < chunk.length) parts.push(chunk.subarray(at))
  }
  if (parts.length > 0) throw new LedgerError('it has no end: it was cut short. Nothing was restored.')
}

type Line =
  | { readonly sitrep: string; readonly format: number; readonly schema: string }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly object: string; readonly part: number; readonly parts: number; readonly bytes: string }
  | { readonly end: End }

function parsed(line: string): Line {
  try {
    return JSON.parse(line)
  } catch {
    throw new LedgerError('it holds a line that is not JSON: it is not a backup, or has been changed. Nothing was restored.')
  }
}

function checkFormat(said: { readonly sitrep: string; readonly format: number; readonly schema: string }): void {
  if (said.sitrep !== 'backup') throw new LedgerError('it is not a backup of Sitrep. Nothing was restored.')
  if (said.format > FORMAT || said.schema > SCHEMA_VERSION)
    throw new LedgerError(
      `it was made by a later Sitrep (${said.schema}; this one knows ${SCHEMA_VERSION}). Restore it with that one.`,
    )
}

/** Names from a file become part of a statement only when they are names of this ledger. */
function known<T extends { readonly table: string; readonly columns: readonly string[] }>(said: T): T {
  const wrong = !(TABLES as readonly string[]).includes(said.table) || said.columns.some((column) => !/^[a-z_0-9]+$/.test(column))
  if (wrong) throw new LedgerError(`it holds a table that this Sitrep does not know: ${said.table.slice(0, 60)}.`)
  return said
}

function checkEnd(said: End, found: End): void {
  if (said.sha256 !== found.sha256 || said.rows !== found.rows || said.objects !== found.objects)
    throw new LedgerError('its digest does not hold: it has been changed or damaged. Nothing was restored.')
}

async function insert(
  tx: Transaction<Schema>,
  table: string,
  columns: readonly string[],
  rows: readonly string[],
): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const objects = rows.map((row) => {
    const values = JSON.parse(row) as unknown[]
    return Object.fromEntries(columns.map((column, i) => [column, values[i]]))
  })
  await sql`insert into ${sql.table(table)} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(objects)}::json)`.execute(tx)
}

/** Lets the numbers that the database gives go on after those restored. */
async function continueNumbers(tx: Transaction<Schema>, table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_identity = 'YES'`.execute(tx)
  for (const { name } of rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${name}), coalesce(max(${sql.ref(name)}), 0) + 1, false) from ${sql.table(table)}`.execute(
      tx,
    )
}
