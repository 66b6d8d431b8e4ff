import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import v8 from 'node:v8'
import { Kysely } from 'kysely'
import { OneAtATimeDialect } from './dialect.ts'
import { DurableFolder, START_PARAMETERS } from './durable.ts'
import type { Engine } from './engine.ts'
import { inWords, LedgerError } from './error.ts'
import { fsync } from './flush.ts'
import { migrate } from './migrate.ts'
import { endOnPanic } from './panic.ts'
import type { Schema } from './schema.ts'
import { unpack } from './seed/pack.ts'

/** The empty database that ships, so that nobody waits for initdb (docs/decisions/0012-seed.md). Made by `npm run seed`. */
const SEED = new URL('./seed/database.br', import.meta.url)

/** The version of PostgreSQL inside PGlite; its files can be read by no other. */
const POSTGRESQL = '18'

/**
 * V8 is to keep the code of WebAssembly that its baseline compiler makes. Optimising PostgreSQL's largest functions takes it half a
 * gigabyte for a while, and brought no time back in what a ledger does (docs/decisions/0014-memory.md).
 */
const BASELINE = '--liftoff --no-wasm-dynamic-tiering --no-wasm-tier-up'

/** The type's number in PostgreSQL's catalogue. */
const BYTEA = 17

/** Opens the database in the folder, making it on first use. The caller holds the folder's lock. */
export async function openEmbedded(dir: string): Promise<Engine> {
  v8.setFlagsFromString(BASELINE)
  const { PGlite } = await import('@electric-sql/pglite')
  const { fromPglite } = await import('pg-boss')
  const data = join(dir, 'db')
  let folder: DurableFolder | null = null
  try {
    if (existsSync(data)) await checkVersion(data)
    else await layOut(dir, data)
    const durable = new DurableFolder(data)
    folder = durable
    const pglite = await PGlite.create({
      fs: durable,
      startParams: [...START_PARAMETERS],
      // As they come, bytes are turned to hexadecimal digits one by one: a megabyte takes a second.
      serializers: { [BYTEA]: (value: Uint8Array) => value as unknown as string },
      parsers: { [BYTEA]: (hex: string) => Buffer.from(hex.slice(2), 'hex') },
    })
    const ended = endOnPanic(pglite, () => durable.writeFailure)
    const close = async (): Promise<void> => {
      // A database that has ended must not write a checkpoint of what it holds in memory.
      if (ended() === null) await pglite.close()
    }
    const db = new Kysely<Schema>({ dialect: new OneAtATimeDialect(pglite) })
    await migrate(db).catch(async (error: unknown) => {
      await close()
      throw error
    })
    return {
      kind: 'pglite',
      where: dir,
      db,
      boss: { db: fromPglite(pglite), backend: 'pglite' },
      settle: () => Promise.resolve(), // PostgreSQL has flushed its log before it answers a commit: see durable.ts
      close,
    }
  } catch (error) {
    throw inWords(`could not open the ledger's database in ${data}`, folder?.writeFailure ?? error)
  }
}

/** Unpacks the empty database beside its place, flushes it, and moves it there: it is there whole or not at all. */
async function layOut(dir: string, data: string): Promise<void> {
  const made = `${data}.new`
  await rm(made, { recursive: true, force: true })
  await mkdir(made)
  const folders = new Set([made])
  const files: Promise<void>[] = []
  for (const { path, bytes } of unpack(await readFile(SEED))) {
    const place = join(made, ...path.split('/'))
    const folder = bytes === null ? place : dirname(place)
    if (!folders.has(folder)) await mkdir(folder, { recursive: true })
    for (let up = folder; !folders.has(up); up = dirname(up)) folders.add(up)
    if (bytes !== null) files.push(writeDurably(place, bytes))
  }
  await Promise.all(files)
  await Promise.all([...folders].map(fsync))
  await rename(made, data)
  await fsync(dir)
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** An embedded database of another PostgreSQL can't be opened, only restored from a backup. */
async function checkVersion(data: string): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  if (found !== POSTGRESQL)
    throw new LedgerError(
      `the ledger's database in ${data} is of PostgreSQL ${found}, this Sitrep has ${POSTGRESQL}. Make a backup with the Sitrep that wrote it, then restore it here.`,
    )
}
