import { gunzipSync, gzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { Analysis, Edit, ReadReport, SituationInput } from '../model/index.ts'
import { knownCopies } from './copies.ts'
import { canonical, sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import { LedgerError } from './error.ts'
import type { EditDraft } from './ledger.ts'
import { appendLog, oneWriter } from './log.ts'
import { unpack } from './pack.ts'
import type { Schema } from './schema.ts'

/**
 * Everything that `analyse` looks at: the current Reading of each report, in a fixed order, and the edits in force; and the
 * basis that an analysis made from it will stand on.
 */
export async function situationInput(
  db: Kysely<Schema>,
  situation: string,
): Promise<{ readonly input: SituationInput; readonly basis: string }> {
  const reports: ReadReport[] = []
  const readings: [string, number][] = []
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
      .select([
        'v.report_id',
        'v.version_id',
        'v.address',
        'v.captured_at',
        'v.sha256',
        'v.text',
        'v.metadata',
        'r.body',
        'r.number',
      ])
      .where('c.situation_id', '=', situation)
      .where('c.report_id', '>', after)
      .orderBy('c.report_id')
      .limit(200)
      .execute()
    for (const row of rows) {
      readings.push([row.version_id, row.number])
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
  const edits = await editsInForce(db, situation)
  // Looked up last: a link to a version that came meanwhile is seen to be none of these reports'.
  const copies = await knownCopies(db, situation)
  return {
    input: { reports, edits, ...(copies === null ? {} : { copies }) },
    basis: digestOfBasis(readings, edits),
  }
}

/** A digest of what an analysis stands on: which Readings, and which edits. */
export async function basisOf(db: Kysely<Schema>, situation: string): Promise<string> {
  const readings = await db
    .selectFrom('current_reading')
    .select(['version_id', 'number'])
    .where('situation_id', '=', situation)
    .orderBy('report_id')
    .execute()
  return digestOfBasis(
    readings.map((row) => [row.version_id, row.number]),
    await editsInForce(db, situation),
  )
}

function digestOfBasis(readings: readonly (readonly [string, number])[], edits: readonly Edit[]): string {
  return sha256(canonical([readings, edits]))
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

/**
 * Replaces the derived rows of the situation; the log keeps the digest of what was derived.
 * @param basis of the Readings and edits that it was made from, which may not be the newest any more
 */
export async function saveAnalysis(
  engine: Engine,
  situation: string,
  analysis: Analysis,
  basis: string,
  now: () => Date,
): Promise<void> {
  const at = now().toISOString()
  const text = canonical(analysis)
  const row = {
    situation_id: situation,
    analyser: `${analysis.version.name} ${analysis.version.version}`,
    basis,
    digest: sha256(text),
    body: gzipSync(text, { level: 5 }),
    at,
  }
  await engine.db.transaction().execute(async (tx) => {
    await oneWriter(tx)
    await tx.deleteFrom('analysis').where('situation_id', '=', situation).execute()
    await tx.deleteFrom('question_member').where('situation_id', '=', situation).execute()
    await tx.deleteFrom('claim_source').where('situation_id', '=', situation).execute()
    await tx.insertInto('analysis').values(row).execute()
    const members = analysis.questions.flatMap((question) =>
      [...new Set(question.members.map((m) => m.claim))].map((claim) => [question.id, claim] as const),
    )
    for (const some of chunks(members)) {
      const [questions, claims] = columns(some)
      await sql`insert into question_member (situation_id, question_id, claim_id)
        select ${situation}, * from unnest(${questions}::text[], ${claims}::text[])`.execute(tx)
    }
    const links = Object.entries(analysis.chains).flatMap(([claim, chain]) =>
      chain.flatMap((source, position) => (source === null ? [] : [[claim, position, source] as const])),
    )
    for (const some of chunks(links)) {
      const [claims, positions, sources] = columns(some)
      await sql`insert into claim_source (situation_id, claim_id, position, source_id)
        select ${situation}, * from unnest(${claims}::text[], ${positions}::integer[], ${sources}::text[])`.execute(tx)
    }
    await appendLog(tx, [{ at, situation, action: 'analysis', subject: row.analyser, digest: row.digest }])
  })
  await engine.settle()
}

/** Many narrow rows at once go as arrays that the database unnests, not as thousands of parameters. */
function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += 5000) yield rows.slice(i, i + 5000)
}

function columns(rows: readonly (readonly (string | number)[])[]): (string | number)[][] {
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ''))
}

export async function appendEdit(engine: Engine, situation: string, draft: EditDraft, now: () => Date): Promise<Edit> {
  const at = now().toISOString()
  const edit = await engine.db.transaction().execute(async (tx) => {
    await oneWriter(tx)
    if (draft.kind === 'undo') await knownEdit(tx, situation, draft.edit)
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
    await appendLog(tx, [{ at, situation, action: 'edit', subject: made.id, digest: editDigest(made) }])
    return made
  })
  await engine.settle()
  return edit
}

/** What the log holds of an edit. */
export function editDigest(edit: Edit): string {
  return sha256(canonical(edit))
}

async function knownEdit(db: Kysely<Schema>, situation: string, edit: string): Promise<void> {
  const found = await db
    .selectFrom('edit')
    .select('edit_id')
    .where('situation_id', '=', situation)
    .where('edit_id', '=', edit)
    .executeTakeFirst()
  if (found === undefined) throw new LedgerError(`there is no edit ${edit} to undo.`)
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
