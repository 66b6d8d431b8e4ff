import { type Kysely, sql, type Transaction } from 'kysely'
import type { Copy, CopyRules, CopyText, Near } from '../model/index.ts'
import type { Engine } from './engine.ts'
import { oneWriter } from './log.ts'
import type { Schema } from './schema.ts'

/** How many reports are taken into the index as one. */
const BATCH = 48

/** A version that has become the current one of its report. */
interface Arrived extends CopyText {
  readonly report: string
}

/** Which reports copy which, as the rows have it; null when they are not those of these rules or lack a report. */
export async function knownCopies(db: Kysely<Schema>, situation: string): Promise<readonly Copy[] | null> {
  const index = await db.selectFrom('copy_index').select('rules').where('situation_id', '=', situation).executeTakeFirst()
  const due = await db
    .selectFrom('copy_due')
    .select('report_id')
    .where('situation_id', '=', situation)
    .limit(1)
    .executeTakeFirst()
  if (index === undefined || due !== undefined) return null
  const rows = await db
    .selectFrom('copy')
    .select(['version_id', 'of_version_id', 'containment'])
    .where('situation_id', '=', situation)
    .orderBy('version_id')
    .execute()
  return rows.map((row) => ({ version: row.version_id, of: row.of_version_id, containment: row.containment }))
}

/** Notes that these reports have a new current version, which the index does not hold yet. */
export async function copiesDue(tx: Transaction<Schema>, situation: string, reports: readonly string[]): Promise<void> {
  await sql`insert into copy_due (situation_id, report_id) select ${situation}, * from unnest(${[...reports]}::text[])
    on conflict do nothing`.execute(tx)
}

/** The same for all reports: after a restore, which brings no index. */
export async function allCopiesDue(db: Kysely<Schema>): Promise<void> {
  await sql`insert into copy_due (situation_id, report_id) select situation_id, report_id from current_reading
    on conflict do nothing`.execute(db)
}

/**
 * Takes the reports that are due into the index, each in place of the version of it that was there, and writes the links that this
 * changes. Costs what is near them, not what the ledger holds; in any order and any batches the rows come out the same.
 * @returns how many were due
 */
export async function indexCopies(engine: Engine, situation: string, rules: CopyRules): Promise<number> {
  let indexed = 0
  for (;;) {
    const count = await engine.db.transaction().execute(async (tx) => {
      await oneWriter(tx)
      // Each number is looked up by itself in the index of all of them (hence `offset 0`): left to itself, the planner would go
      // through the whole table instead.
      await sql`set local enable_seqscan = off`.execute(tx)
      await anewUnder(tx, situation, rules)
      const due = await dueOf(tx, situation)
      for (const one of due) {
        await leave(tx, situation, one, rules)
        await arrive(tx, situation, one, rules)
      }
      if (due.length === 0) return 0
      const reports = due.map(({ report }) => report)
      await tx.deleteFrom('copy_due').where('situation_id', '=', situation).where('report_id', 'in', reports).execute()
      return due.length
    })
    if (count === 0) break
    indexed += count
  }
  if (indexed > 0) await engine.settle()
  return indexed
}

/** Rows of other rules go, and all reports are due again. */
async function anewUnder(tx: Transaction<Schema>, situation: string, rules: CopyRules): Promise<void> {
  const known = await tx.selectFrom('copy_index').select('rules').where('situation_id', '=', situation).executeTakeFirst()
  if (known?.rules === rules.version) return
  for (const table of ['sketch', 'copy', 'copy_index'] as const)
    await tx.deleteFrom(table).where('situation_id', '=', situation).execute()
  await tx.insertInto('copy_index').values({ situation_id: situation, rules: rules.version }).execute()
  await sql`insert into copy_due (situation_id, report_id) select situation_id, report_id from current_reading
    where situation_id = ${situation} on conflict do nothing`.execute(tx)
}

async function dueOf(tx: Transaction<Schema>, situation: string): Promise<Arrived[]> {
  const rows = await tx
    .selectFrom('copy_due as d')
    .innerJoin('current_reading as c', (join) =>
      join.onRef('c.situation_id', '=', 'd.situation_id').onRef('c.report_id', '=', 'd.report_id'),
    )
    .innerJoin('version as v', (join) =>
      join.onRef('v.situation_id', '=', 'c.situation_id').onRef('v.version_id', '=', 'c.version_id'),
    )
    .select(['v.report_id', 'v.version_id', 'v.text', 'v.metadata'])
    .where('d.situation_id', '=', situation)
    .orderBy('d.report_id')
    .limit(BATCH)
    .execute()
  return rows.map((row) => ({
    report: row.report_id,
    version: row.version_id,
    text: row.text,
    metadata: JSON.parse(row.metadata),
  }))
}

/** Takes the version that was there out; what copied it copies the next that holds its text, if any does. */
async function leave(tx: Transaction<Schema>, situation: string, { report, version }: Arrived, rules: CopyRules): Promise<void> {
  const gone = await tx
    .deleteFrom('sketch')
    .where('situation_id', '=', situation)
    .where('report_id', '=', report)
    .returning('version_id')
    .executeTakeFirst()
  if (gone === undefined) return
  await tx
    .deleteFrom('copy')
    .where('situation_id', '=', situation)
    .where('version_id', 'in', [gone.version_id, version])
    .execute()
  const left = await tx
    .deleteFrom('copy')
    .where('situation_id', '=', situation)
    .where('of_version_id', '=', gone.version_id)
    .returning('version_id')
    .execute()
  if (left.length === 0) return
  const texts = await tx
    .selectFrom('version')
    .select(['report_id', 'version_id', 'text', 'metadata'])
    .where('situation_id', '=', situation)
    .where(
      'version_id',
      'in',
      left.map((row) => row.version_id),
    )
    .execute()
  for (const row of texts) {
    const text: CopyText = { version: row.version_id, text: row.text, metadata: JSON.parse(row.metadata) }
    const copy = rules.originalOf(text, await nearTo(tx, situation, row.report_id, rules.sketch(row.text), rules.near))
    if (copy !== null) await writeCopies(tx, situation, [copy])
  }
}

async function arrive(tx: Transaction<Schema>, situation: string, one: Arrived, rules: CopyRules): Promise<void> {
  const sampled = rules.sketch(one.text)
  await writeCopies(tx, situation, rules.arrival(one, await nearTo(tx, situation, one.report, sampled, rules.near)))
  await sql`insert into sketch (situation_id, report_id, version_id, sampled, hashes)
    values (${situation}, ${one.report}, ${one.version}, ${sampled.length}, ${[...sampled]}::integer[])`.execute(tx)
}

async function writeCopies(tx: Transaction<Schema>, situation: string, copies: readonly Copy[]): Promise<void> {
  if (copies.length === 0) return
  await tx
    .insertInto('copy')
    .values(
      copies.map((copy) => ({
        situation_id: situation,
        version_id: copy.version,
        of_version_id: copy.of,
        containment: copy.containment,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['situation_id', 'version_id']).doUpdateSet((eb) => ({
        of_version_id: eb.ref('excluded.of_version_id'),
        containment: eb.ref('excluded.containment'),
      })),
    )
    .execute()
}

/** The other reports whose sketch has enough in common with these hashes for either to be a copy of the other. */
async function nearTo(
  tx: Transaction<Schema>,
  situation: string,
  report: string,
  sampled: readonly number[],
  near: number,
): Promise<Near[]> {
  if (sampled.length === 0) return []
  const { rows } = await sql<{
    version_id: string
    text: string
    metadata: string
    sampled: number
    common: number
    of_version_id: string | null
    of_metadata: string | null
  }>`
    select v.version_id, v.text, v.metadata, n.sampled, n.common, c.of_version_id, o.metadata as of_metadata
    from (
      select s.version_id, s.sampled, count(*)::integer as common
      from unnest(${[...sampled]}::integer[]) h
      cross join lateral (select * from sketch where hashes @> array[h] offset 0) s
      where s.situation_id = ${situation} and s.report_id <> ${report}
      group by s.version_id, s.sampled
      having count(*) >= greatest(1, least(${sampled.length}::integer, s.sampled) / ${near}::integer)
    ) n
    join version v on v.situation_id = ${situation} and v.version_id = n.version_id
    left join copy c on c.situation_id = ${situation} and c.version_id = n.version_id
    left join version o on o.situation_id = ${situation} and o.version_id = c.of_version_id`.execute(tx)
  return rows.map((row) => ({
    report: { version: row.version_id, text: row.text, metadata: JSON.parse(row.metadata) },
    sampled: row.sampled,
    common: row.common,
    of:
      row.of_version_id === null || row.of_metadata === null
        ? null
        : { version: row.of_version_id, metadata: JSON.parse(row.of_metadata) },
  }))
}
