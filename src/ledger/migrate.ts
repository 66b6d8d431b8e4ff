import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { inWords, LedgerError } from './error.ts'
import { MIGRATIONS } from './migrations/index.ts'

/**
 * Brings a ledger, empty or of an older version, to this version's tables, all or nothing. Does nothing when it is there.
 * @throws LedgerError when a later Sitrep has been at work there
 */
export async function migrate<DB>(db: Kysely<DB>, migrations: Readonly<Record<string, Migration>> = MIGRATIONS): Promise<void> {
  const later = (await appliedTo(db)).filter((name) => !(name in migrations))
  if (later.length > 0)
    throw new LedgerError(`the ledger was brought to ${later.at(-1)} by a later Sitrep. Use that one, or a backup made before.`)
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw inWords('could not bring the ledger to this version of Sitrep', error)
}

async function appliedTo<DB>(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!rows[0]?.there) return []
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return applied.rows.map((row) => row.name)
}
