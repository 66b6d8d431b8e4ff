import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { ConstructorOptions } from 'pg-boss'
import { inWords, LedgerError } from './error.ts'
import { createFlusher, fsync } from './flush.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/** A database that the ledger runs on: embedded in the folder, or a server. One SQL dialect for both. */
export interface Engine {
  readonly kind: 'pglite' | 'postgresql'
  readonly where: string
  readonly db: Kysely<Schema>
  /** What pg-boss needs to run on the same database. */
  readonly boss: ConstructorOptions
  /** Answers once everything committed would survive a power cut. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** A prepared, empty database, so that nobody waits for initdb (docs/decisions/0012-seed.md). Made by `npm run seed`. */
const SEED = new URL('./seed/seed.tar.gz', import.meta.url)

/** Written once the embedded database has been opened for the first time: without it, what is there was never finished. */
const READY = 'ready'

export async function openEmbedded(dir: string, options: { seed: boolean } = { seed: true }): Promise<Engine> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { fromPglite } = await import('pg-boss')
  const data = join(dir, 'db')
  const ready = join(dir, READY)
  const first = !existsSync(ready)
  if (first) await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true })
  const seed = first && options.seed && existsSync(SEED) ? new Blob([await readFile(SEED)]) : undefined
  const pglite = await PGlite.create({ dataDir: data, ...(seed === undefined ? {} : { loadDataDir: seed }) }).catch(
    (error: unknown) => {
      throw inWords(`could not open the ledger's database in ${data}`, error)
    },
  )
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  const flush = createFlusher(data)
  await migrate(db)
  if (first) {
    await flush()
    await writeFile(ready, '')
    await fsync(ready)
    await fsync(dir)
  }
  return {
    kind: 'pglite',
    where: dir,
    db,
    boss: { db: fromPglite(pglite), backend: 'pglite' },
    settle: flush,
    async close() {
      await pglite.close()
      await flush()
    },
  }
}

export async function openServer(url: string): Promise<Engine> {
  const { default: pg } = await import('pg')
  const { host } = serverAddress(url)
  const pool = new pg.Pool({ connectionString: url, max: 6, application_name: 'sitrep' })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next query
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await db.destroy()
    throw inWords(`could not open the ledger on the database server ${host}`, error)
  }
  await migrate(db)
  return {
    kind: 'postgresql',
    where: host,
    db,
    boss: { connectionString: url, max: 2, application_name: 'sitrep queue' },
    settle: () => Promise.resolve(), // a server with synchronous_commit, its default, has flushed by the time it answers
    close: () => db.destroy(),
  }
}

/** The server without the password, for messages. */
function serverAddress(url: string): { host: string } {
  try {
    const { host, pathname } = new URL(url)
    return { host: `${host}${pathname}` }
  } catch {
    throw new LedgerError('DATABASE_URL is not an address like postgres://user:password@host:5432/database.')
  }
}

export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw inWords('could not bring the ledger to this version of Sitrep', error)
}
