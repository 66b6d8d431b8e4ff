import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Engine } from './engine.ts'
import { inWords, LedgerError } from './error.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

/** Opens a ledger on a PostgreSQL server, making its tables on first use. Any number of processes may. */
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
  await migrate(db).catch(async (error: unknown) => {
    await db.destroy()
    throw error
  })
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
