import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { inWords } from './error.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Brings a ledger, empty or of an older version, to this version's tables. Does nothing when it is there. */
export async function migrate<DB>(db: Kysely<DB>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw inWords('could not bring the ledger to this version of Sitrep', error)
}
