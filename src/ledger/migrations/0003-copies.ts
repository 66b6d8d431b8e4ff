import { type Kysely, sql } from 'kysely'

/**
 * Which reports copy which, kept as they arrive: looking for a new report's neighbours in all texts would cost more the more there
 * are (docs/decisions/0170-copies-as-rows.md). Derived from the texts of the current Readings. A report stands in `copy_due` from when
 * a version of it becomes current until that version is in the index; `copy_index` holds the rules by which a situation's rows were made.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table sketch (situation_id text not null, report_id text not null, version_id text not null, sampled integer not null,
       hashes integer[] not null, primary key (situation_id, report_id))`,
    // Without a list of pending entries, which each search would have to read through.
    `create index sketch_hashes on sketch using gin (hashes) with (fastupdate = off)`,
    `create table copy (situation_id text not null, version_id text not null, of_version_id text not null,
       containment double precision not null, primary key (situation_id, version_id))`,
    `create index copy_of on copy (situation_id, of_version_id)`,
    `create table copy_index (situation_id text primary key references situation, rules integer not null)`,
    `create table copy_due (situation_id text not null, report_id text not null, primary key (situation_id, report_id))`,
    `insert into copy_due (situation_id, report_id) select situation_id, report_id from current_reading`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
