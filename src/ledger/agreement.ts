import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Reading } from '../model/index.ts'
import { editDigest } from './analysis.ts'
import { canonical } from './digest.ts'
import type { Engine } from './engine.ts'
import type { Finding } from './ledger.ts'
import { unpack } from './pack.ts'
import { claimRow, placesOf } from './readings.ts'
import { captureDigest } from './reports.ts'
import type { Schema } from './schema.ts'
import { nameDigest } from './situations.ts'

/** One way in which rows and log can disagree: a query that gives the subjects of which it is so. */
interface Disagreement {
  readonly what: string
  readonly subjects: RawBuilder<{ subject: string }>
}

/** What was recorded must be in the log, with the digest it had then; what the log tells of must exist; what is current too. */
export async function* referencesHold({ db }: Engine): AsyncGenerator<Finding> {
  let faults = 0
  const fault = (subject: string, detail: string): Finding => {
    faults++
    return { check: 'references', ok: false, subject, detail }
  }
  for (const { what, subjects } of DISAGREEMENTS)
    for (const { subject } of (await subjects.execute(db)).rows) yield fault(subject, what)
  for await (const { subject, detail } of recordsHold(db)) yield fault(subject, detail)
  for await (const { subject, detail } of listsHold(db)) yield fault(subject, detail)
  if (faults === 0) yield { check: 'references', ok: true, subject: 'rows and log', detail: 'what points at something finds it' }
}

const DISAGREEMENTS: readonly Disagreement[] = [
  {
    what: 'a Reading is not in the log with the digest it has',
    subjects: sql`select r.version_id || ' reading ' || r.number as subject from reading r where not exists (
      select 1 from log l where l.situation_id = r.situation_id and l.action = 'reading'
        and l.subject = r.version_id || ' ' || r.number and l.digest = r.digest)`,
  },
  {
    what: 'the log tells of a Reading that is gone',
    subjects: sql`select l.subject from log l where l.action = 'reading' and not exists (
      select 1 from reading r where r.situation_id = l.situation_id and r.version_id || ' ' || r.number = l.subject)`,
  },
  {
    what: 'a version has no capture',
    subjects: sql`select v.version_id as subject from version v where not exists (
      select 1 from capture c where c.situation_id = v.situation_id and c.version_id = v.version_id and c.sha256 = v.sha256)`,
  },
  {
    what: 'the current Reading of a report is gone',
    subjects: sql`select c.report_id as subject from current_reading c where not exists (
      select 1 from reading r where r.situation_id = c.situation_id and r.version_id = c.version_id and r.number = c.number)`,
  },
  {
    what: 'the index of copies does not hold the current version: read the report again',
    subjects: sql`select c.report_id as subject from current_reading c
      join copy_index i on i.situation_id = c.situation_id
      left join sketch s on s.situation_id = c.situation_id and s.report_id = c.report_id
      where s.version_id is distinct from c.version_id and not exists (
        select 1 from copy_due d where d.situation_id = c.situation_id and d.report_id = c.report_id)`,
  },
  {
    what: 'the list of copies names a version that its index does not hold: read the report again',
    subjects: sql`select c.version_id as subject from copy c where exists (
      select from unnest(array[c.version_id, c.of_version_id]) as v (id) where not exists (
        select 1 from sketch s where s.situation_id = c.situation_id and s.version_id = v.id))`,
  },
  {
    what: 'the stored analysis is not the one that the log tells of',
    subjects: sql`select a.situation_id as subject from analysis a where a.digest is distinct from (
      select l.digest from log l where l.situation_id = a.situation_id and l.action = 'analysis' order by l.number desc limit 1)`,
  },
]

/** Captures, versions, edits and names against the digests that the log took of them when they were made. */
async function* recordsHold(db: Kysely<Schema>): AsyncGenerator<{ subject: string; detail: string }> {
  for (const { actions, what, rows } of RECORDS) {
    const told = await db.selectFrom('log').select(['situation_id', 'subject', 'digest']).where('action', 'in', actions).execute()
    const left = new Map<string, number>()
    for (const entry of told) count(left, `${entry.situation_id} ${entry.subject} ${entry.digest}`, 1)
    for await (const { situation, subject, digest } of rows(db)) {
      const key = `${situation} ${subject} ${digest}`
      if (left.has(key)) count(left, key, -1)
      else yield { subject, detail: `${what} is not as the log tells: it was changed or slipped in` }
    }
    for (const key of left.keys())
      yield { subject: key.split(' ')[1] ?? key, detail: `${what} that the log tells of is gone or was changed` }
  }
}

function count(left: Map<string, number>, key: string, by: number): void {
  const n = (left.get(key) ?? 0) + by
  if (n === 0) left.delete(key)
  else left.set(key, n)
}

interface Recorded {
  readonly situation: string
  readonly subject: string
  readonly digest: string
}

const RECORDS: readonly {
  readonly actions: readonly string[]
  readonly what: string
  readonly rows: (db: Kysely<Schema>) => AsyncGenerator<Recorded>
}[] = [
  { actions: ['capture report', 'capture version', 'capture again'], what: 'a capture', rows: captures },
  { actions: ['edit'], what: 'an edit', rows: edits },
  { actions: ['situation', 'rename situation'], what: 'the name of a situation', rows: names },
]

async function* captures(db: Kysely<Schema>): AsyncGenerator<Recorded> {
  let after = { situation: '', number: 0 }
  for (;;) {
    const rows = await db
      .selectFrom('capture as c')
      .innerJoin('version as v', (join) =>
        join.onRef('v.situation_id', '=', 'c.situation_id').onRef('v.version_id', '=', 'c.version_id'),
      )
      .selectAll('c')
      .select(['v.text_sha256', 'v.metadata as version_metadata'])
      .where(sql<boolean>`(c.situation_id, c.number) > (${after.situation}, ${after.number})`)
      .orderBy('c.situation_id')
      .orderBy('c.number')
      .limit(1000)
      .execute()
    for (const row of rows) yield { situation: row.situation_id, subject: row.version_id, digest: captureDigest(row) }
    const last = rows.at(-1)
    if (last === undefined) return
    after = { situation: last.situation_id, number: last.number }
  }
}

async function* edits(db: Kysely<Schema>): AsyncGenerator<Recorded> {
  const rows = await db.selectFrom('edit').select(['situation_id', 'edit_id', 'body']).execute()
  for (const row of rows)
    yield { situation: row.situation_id, subject: row.edit_id, digest: editDigest({ id: row.edit_id, ...JSON.parse(row.body) }) }
}

async function* names(db: Kysely<Schema>): AsyncGenerator<Recorded> {
  const rows = await db.selectFrom('situation_name').select(['situation_id', 'name']).execute()
  for (const { situation_id: id, name } of rows) yield { situation: id, subject: id, digest: nameDigest(id, name) }
}

/** The rows that lists and searches read, against the Readings and metadata that they were made from. */
async function* listsHold(db: Kysely<Schema>): AsyncGenerator<{ subject: string; detail: string }> {
  const current = await db.selectFrom('current_reading').selectAll().orderBy('situation_id').orderBy('report_id').execute()
  for (const row of current) {
    const reading = await db
      .selectFrom('reading')
      .select(['body', 'places'])
      .where('situation_id', '=', row.situation_id)
      .where('version_id', '=', row.version_id)
      .where('number', '=', row.number)
      .executeTakeFirst()
    const rows = await db
      .selectFrom('claim')
      .select(['claim_id', 'ordinal', 'modality', 'has_figure', 'text', 'body'])
      .where('situation_id', '=', row.situation_id)
      .where('report_id', '=', row.report_id)
      .orderBy('ordinal')
      .execute()
    const unpacked = reading === undefined ? null : unpackOrNull(reading.body)
    const places = unpacked === null ? '[]' : canonical(placesOf(row.version_id, unpacked))
    if (reading !== undefined && reading.places !== null && reading.places !== places)
      yield { subject: row.version_id, detail: 'the list of places does not match the current Reading: read the report again' }
    if (canonical(rows) !== canonical(claimsOf(unpacked, row.version_id)))
      yield { subject: row.version_id, detail: 'the list of claims does not match the current Reading: read the report again' }
  }
  const versions = await db.selectFrom('version').select(['version_id', 'metadata', 'outlet', 'title', 'published']).execute()
  for (const { version_id, metadata, outlet, title, published } of versions) {
    const said = JSON.parse(metadata)
    if (said.outlet !== outlet || said.title !== title || said.published !== published)
      yield { subject: version_id, detail: 'its outlet, title or date is not what its metadata says' }
  }
}

function claimsOf(reading: Reading | null, version: string): unknown[] {
  if (reading === null) return []
  return reading.claims.map((claim, ordinal) => ({ claim_id: `${version}.${claim.id}`, ...claimRow(claim, ordinal) }))
}

function unpackOrNull(body: Uint8Array): Reading | null {
  try {
    return unpack(body)
  } catch {
    return null
  }
}
