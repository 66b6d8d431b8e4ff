import { gunzipSync, gzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { Analysis, Edit, ReadReport, SituationInput } from '../model/index.ts'
import { canonical, sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import type { EditDraft } from './ledger.ts'
import { appendLog } from './log.ts'
import { unpack } from './readings.ts'
import type { Schema } from './schema.ts'

/** Everything that `analyse` looks at: the current Reading of each report, in a fixed order, and the edits in force. */
export async function situationInput(db: Kysely<Schema>, situation: string): Promise<SituationInput> {
  const reports: ReadReport[] = []
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('current_reading as c')
      .innerJoin('version as v', (join) =>
        join.onRef('v.situation_id', '=', 'c.situation_id').onRef('v.version_id', '=', 'c.version_id'),
      )
      .innerJoin('reading as r', (join) =>
        join
          .onRef('r.situation_id', '=', 'c.situation_id')
          .onRef('r.version_id', '=', 'c.version_id')
          .onRef('r.number', '=', 'c.number'),
      )
      .select(['v.report_id', 'v.version_id', 'v.address', 'v.captured_at', 'v.sha256', 'v.text', 'v.metadata', 'r.body'])
      .where('c.situation_id', '=', situation)
      .where('c.report_id', '>', after)
      .orderBy('c.report_id')
      .limit(200)
      .execute()
    for (const row of rows) {
      reports.push({
        report: row.report_id,
        version: row.version_id,
        address: row.address,
        capturedAt: row.captured_at,
        sha256: row.sha256,
        text: row.text,
        metadata: JSON.parse(row.metadata),
        reading: unpack(row.body),
      })
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.report_id
  }
  return { reports, edits: await editsInForce(db, situation) }
}

/** A digest of what an analysis stands on: which Readings, and which edits. */
async function basisOf(db: Kysely<Schema>, situation: string): Promise<string> {
  const readings = await db
    .selectFrom('current_reading')
    .select(['version_id', 'number'])
    .where('situation_id', '=', situation)
    .orderBy('report_id')
    .execute()
  const edits = await editsInForce(db, situation)
  return sha256(canonical([readings.map((row) => [row.version_id, row.number]), edits]))
}

export async function isStale(db: Kysely<Schema>, situation: string, version: Analysis['version']): Promise<boolean> {
  const stored = await db
    .selectFrom('analysis')
    .select(['analyser', 'basis'])
    .where('situation_id', '=', situation)
    .executeTakeFirst()
  return (
    stored === undefined ||
    stored.analyser !== `${version.name} ${version.version}` ||
    stored.basis !== (await basisOf(db, situation))
  )
}

export async function loadAnalysis(db: Kysely<Schema>, situation: string): Promise<Analysis | null> {
  const row = await db.selectFrom('analysis').select('body').where('situation_id', '=', situation).executeTakeFirst()
  return row === undefined ? null : JSON.parse(gunzipSync(row.body).toString('utf8'))
}

/** Replaces the derived rows of the situation; the log keeps the digest of what was derived. */
export async function saveAnalysis(engine: Engine, situation: string, analysis: Analysis, now: () => Date): Promise<void> {
  const at = now().toISOString()
  const text = canonical(analysis)
  const row = {
    situation_id: situation,
    analyser: `${analysis.version.name} ${analysis.version.version}`,
    basis: await basisOf(engine.db, situation),
    digest: sha256(text),
    body: gzipSync(text, { level: 5 }),
    at,
  }
  await engine.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('analysis').where('situation_id', '=', situation).execute()
    await tx.deleteFrom('question_member').where('situation_id', '=', situation).execute()
    await tx.deleteFrom('claim_source').where('situation_id', '=', situation).execute()
    await tx.insertInto('analysis').values(row).execute()
    const members = analysis.questions.flatMap((question) =>
      [...new Set(question.members.map((m) => m.claim))].map((claim) => [question.id, claim] as const),
    )
    await insertPairs(tx, 'question_member', 'question_id', situation, members)
    const sources = Object.entries(analysis.chains).flatMap(([claim, chain]) =>
      [...new Set(chain.filter((id) => id !== null))].map((id) => [id, claim] as const),
    )
    await insertPairs(tx, 'claim_source', 'source_id', situation, sources)
    await appendLog(tx, [{ at, situation, action: 'analysis', subject: row.analyser, digest: row.digest }])
  })
  await engine.settle()
}

/** Many narrow rows at once: arrays unnested by the server, not thousands of parameters. */
async function insertPairs(
  db: Kysely<Schema>,
  table: 'question_member' | 'claim_source',
  column: string,
  situation: string,
  pairs: readonly (readonly [string, string])[],
): Promise<void> {
  for (let i = 0; i < pairs.length; i += 5000) {
    const some = pairs.slice(i, i + 5000)
    const groups = some.map(([group]) => group)
    const claims = some.map(([, claim]) => claim)
    await sql`insert into ${sql.table(table)} (situation_id, ${sql.ref(column)}, claim_id)
      select ${situation}, * from unnest(${groups}::text[], ${claims}::text[])`.execute(db)
  }
}

export async function appendEdit(engine: Engine, situation: string, draft: EditDraft, now: () => Date): Promise<Edit> {
  const at = now().toISOString()
  const edit = await engine.db.transaction().execute(async (tx) => {
    const { count } = await tx
      .selectFrom('edit')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('situation_id', '=', situation)
      .executeTakeFirstOrThrow()
    const number = Number(count) + 1
    const made: Edit = { id: `e-${number}`, ...draft }
    await tx
      .insertInto('edit')
      .values({ situation_id: situation, edit_id: made.id, number, body: JSON.stringify(draft), at })
      .execute()
    await appendLog(tx, [{ at, situation, action: 'edit', subject: made.id, digest: sha256(canonical(made)) }])
    return made
  })
  await engine.settle()
  return edit
}

/** The edits in the order they were made, without those undone and without the undoings. An undoing can itself be undone. */
export async function editsInForce(db: Kysely<Schema>, situation: string): Promise<Edit[]> {
  const rows = await db
    .selectFrom('edit')
    .select(['edit_id', 'body'])
    .where('situation_id', '=', situation)
    .orderBy('number')
    .execute()
  const all = rows.map((row): Edit => ({ id: row.edit_id, ...JSON.parse(row.body) }))
  const undone = new Set<string>()
  for (const edit of all.toReversed()) if (edit.kind === 'undo' && !undone.has(edit.id)) undone.add(edit.edit)
  return all.filter((edit) => edit.kind !== 'undo' && !undone.has(edit.id))
}
