import { type Kysely, sql } from 'kysely'

/**
 * The places of a situation are listed without unpacking every Reading: a second for 1,000 of them. Derived from the Reading when it
 * is stored; null in Readings of before, which are unpacked as ever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reading add column places text`.execute(db)
}
