import type { Kysely } from 'kysely'
import type { ConstructorOptions } from 'pg-boss'
import type { Schema } from './schema.ts'

export { openEmbedded } from './embedded.ts'
export { openServer } from './server.ts'

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
