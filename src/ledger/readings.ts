import { type Kysely, sql, type Transaction } from 'kysely'
import {
  type Claim,
  type Metadata,
  type Readable,
  type ReaderVersion,
  type Reading,
  SpanMismatch,
  verifySpans,
} from '../model/index.ts'
import { copiesDue } from './copies.ts'
import { canonical, sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import type { PlaceMention } from './ledger.ts'
import { appendLog, type LogDraft, oneWriter } from './log.ts'
import { pack } from './pack.ts'
import { ALIVE_EVERY_MS, type Fetched, type Queue, type ReadJob } from './queue.ts'
import type { Schema } from './schema.ts'

/** How many versions are read, checked and stored as one: a flush and a log append are shared by so many. */
const BATCH = 48

export interface ReadOutcome {
  readonly read: number
  readonly failed: readonly { readonly version: string; readonly reason: string }[]
}

interface Unread {
  readonly job: Fetched
  readonly situation: string
  readonly version: string
  readonly report: string
  readonly number: number
  readonly text: string
  readonly metadata: Metadata
}

/**
 * Works off the queue. A Reading is stored only when every span in it reproduces its text; a report that can't be read is
 * recorded as such and the rest goes on.
 */
export async function readQueued(
  engine: Engine,
  queue: Queue,
  reader: ReaderVersion,
  readMany: (reports: readonly Readable[]) => Promise<readonly (Reading | Error)[]>,
  now: () => Date,
  options: {
    readonly signal?: AbortSignal
    readonly batch?: number
    readonly onProgress?: (done: number, left: number) => void
  } = {},
): Promise<ReadOutcome> {
  const name = `${reader.name} ${reader.version}`
  let read = 0
  const failed: { version: string; reason: string }[] = []
  if (!(await queue.waiting())) return { read, failed }
  const lost = await queue.reclaim()
  if (lost.length > 0) await giveUp(engine, name, lost, now().toISOString())
  for (const { data } of lost) failed.push({ version: data.version, reason: GAVE_UP })
  while (!options.signal?.aborted) {
    const { jobs, unread, done } = await take(engine, queue, name, options.batch ?? BATCH)
    if (jobs === 0) break
    const alive = setInterval(() => queue.alive(unread.map((item) => item.job)).catch(() => {}), ALIVE_EVERY_MS)
    const results = await readMany(
      unread.map(({ text, metadata }) => ({
        text,
        title: metadata.title,
        outlet: metadata.outlet,
        published: metadata.published,
        language: metadata.language,
      })),
    )
      .catch(async (error: unknown) => {
        await queue.release(unread.map((item) => item.job))
        throw error
      })
      .finally(() => clearInterval(alive))
    const outcomes = unread.map((item, i) => checked(item, results[i] ?? new Error('the reader gave no answer')))
    await engine.db.transaction().execute(async (tx) => {
      await oneWriter(tx)
      await writeReadings(tx, name, outcomes, now().toISOString())
      await queue.complete(tx, [...done, ...unread.map((item) => item.job.id)])
    })
    await engine.settle()
    for (const { item, reading } of outcomes) {
      if (reading instanceof Error) failed.push({ version: item.version, reason: reading.message })
      else read++
    }
    options.onProgress?.(read + failed.length, await queue.size())
  }
  if (engine.kind === 'pglite' && read >= MANY) await takeStock(engine.db)
  return { read, failed }
}

/** From how many new Readings on the planner's statistics are taken anew. */
const MANY = 200

/** A server does this by itself; PGlite has no process in the background. */
async function takeStock(db: Kysely<Schema>): Promise<void> {
  await sql`analyze report, version, capture, reading, current_reading, claim, sketch, copy, log`.execute(db)
}

async function take(
  engine: Engine,
  queue: Queue,
  reader: string,
  batch: number,
): Promise<{ jobs: number; done: string[]; unread: Unread[] }> {
  const jobs = await queue.fetch(batch)
  if (jobs.length === 0) return { jobs: 0, done: [], unread: [] }
  const rows = await engine.db
    .selectFrom('version as v')
    .leftJoin('reading as r', (join) =>
      join.onRef('r.situation_id', '=', 'v.situation_id').onRef('r.version_id', '=', 'v.version_id').on('r.reader', '=', reader),
    )
    .select(['v.situation_id', 'v.version_id', 'v.report_id', 'v.number', 'v.text', 'v.metadata'])
    .select((eb) => eb.fn.count<number | string>('r.number').as('readings'))
    .where('v.situation_id', 'in', [...new Set(jobs.map((job) => job.data.situation))])
    .where('v.version_id', 'in', [...new Set(jobs.map((job) => job.data.version))])
    .groupBy(['v.situation_id', 'v.version_id'])
    .execute()
  const found = new Map(rows.map((row) => [`${row.situation_id} ${row.version_id}`, row]))
  const done: string[] = []
  const unread: Unread[] = []
  const seen = new Set<string>()
  for (const job of jobs) {
    const { id, data } = job
    const key = `${data.situation} ${data.version}`
    const row = found.get(key)
    if (row === undefined || seen.has(key) || (Number(row.readings) > 0 && !data.again)) {
      done.push(id)
      continue
    }
    seen.add(key)
    unread.push({
      job,
      situation: row.situation_id,
      version: row.version_id,
      report: row.report_id,
      number: row.number,
      text: row.text,
      metadata: JSON.parse(row.metadata),
    })
  }
  return { jobs: jobs.length, done, unread }
}

const GAVE_UP = 'the process ended each time that it was being read'

/** Records versions that were taken back too often as failed, so that they are seen and not tried for ever. */
async function giveUp(engine: Engine, reader: string, lost: readonly Fetched[], at: string): Promise<void> {
  const rows = lost.map(({ data }) => ({
    situation_id: data.situation,
    version_id: data.version,
    reader,
    reason: GAVE_UP,
    at,
  }))
  await engine.db.transaction().execute(async (tx) => {
    await tx.insertInto('reading_failure').values(rows).execute()
    await appendLog(tx, rows.map(failureEntry))
  })
}

function failureEntry(row: Omit<Schema['reading_failure'], 'number'>): LogDraft {
  const { at, situation_id: situation, version_id: subject, reason } = row
  return { at, situation, action: 'reading failed', subject, digest: sha256(reason) }
}

function checked(item: Unread, reading: Reading | Error): { item: Unread; reading: Reading | Error } {
  if (reading instanceof Error) return { item, reading }
  const faults = verifySpans(item.text, reading)
  return { item, reading: faults.length === 0 ? reading : new SpanMismatch(item.version, faults) }
}

async function writeReadings(
  tx: Transaction<Schema>,
  reader: string,
  outcomes: readonly { item: Unread; reading: Reading | Error }[],
  at: string,
): Promise<void> {
  const earlier = await readingsBefore(tx, outcomes)
  const failures: Omit<Schema['reading_failure'], 'number'>[] = []
  const readings: Schema['reading'][] = []
  const entries: LogDraft[] = []
  const made: Made[] = []
  for (const { item, reading } of outcomes) {
    const { situation, version } = item
    if (reading instanceof Error) {
      const reason = reading.message.replaceAll('\0', '\ufffd').toWellFormed().slice(0, 2000)
      const row = { situation_id: situation, version_id: version, reader, reason, at }
      failures.push(row)
      entries.push(failureEntry(row))
      continue
    }
    const number = (earlier.get(`${situation} ${version}`) ?? 0) + 1
    const { body, digest } = pack(reading)
    readings.push({
      situation_id: situation,
      version_id: version,
      number,
      reader,
      digest,
      body,
      claims: reading.claims.length,
      at,
      places: canonical(placesOf(version, reading)),
    })
    entries.push({ at, situation, action: 'reading', subject: `${version} ${number}`, digest })
    made.push({ item, number, reading })
  }
  if (failures.length > 0) await tx.insertInto('reading_failure').values(failures).execute()
  if (readings.length > 0) await tx.insertInto('reading').values(readings).execute()
  for (const situation of new Set(made.map(({ item }) => item.situation)))
    await makeCurrent(
      tx,
      situation,
      made.filter(({ item }) => item.situation === situation),
    )
  await appendLog(tx, entries)
}

interface Made {
  readonly item: Unread
  readonly number: number
  readonly reading: Reading
}

/** How many Readings each of these versions has already. */
async function readingsBefore(tx: Transaction<Schema>, outcomes: readonly { item: Unread }[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('reading')
    .select(['situation_id', 'version_id'])
    .select((eb) => eb.fn.max('number').as('number'))
    .where('situation_id', 'in', [...new Set(outcomes.map(({ item }) => item.situation))])
    .where('version_id', 'in', [...new Set(outcomes.map(({ item }) => item.version))])
    .groupBy(['situation_id', 'version_id'])
    .execute()
  return new Map(rows.map((row) => [`${row.situation_id} ${row.version_id}`, row.number]))
}

/** Points each report at the Reading of its newest version that has been read, and lists the claims of that one. */
async function makeCurrent(tx: Transaction<Schema>, situation: string, made: readonly Made[]): Promise<void> {
  const reports = [...new Set(made.map(({ item }) => item.report))]
  const current = await tx
    .selectFrom('current_reading as c')
    .innerJoin('version as v', (join) =>
      join.onRef('v.situation_id', '=', 'c.situation_id').onRef('v.version_id', '=', 'c.version_id'),
    )
    .select(['c.report_id', 'v.number'])
    .where('c.situation_id', '=', situation)
    .where('c.report_id', 'in', reports)
    .execute()
  const before = new Map(current.map((row) => [row.report_id, row.number]))
  const newest = new Map<string, Made>()
  for (const one of made) {
    const { report, number } = one.item
    if (number >= (newest.get(report)?.item.number ?? before.get(report) ?? 0)) newest.set(report, one)
  }
  if (newest.size === 0) return
  const replaced = [...newest.keys()].filter((report) => before.has(report))
  if (replaced.length > 0)
    await tx.deleteFrom('claim').where('situation_id', '=', situation).where('report_id', 'in', replaced).execute()
  await tx
    .insertInto('current_reading')
    .values(
      [...newest].map(([report_id, { item, number }]) => ({
        situation_id: situation,
        report_id,
        version_id: item.version,
        number,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['situation_id', 'report_id']).doUpdateSet((eb) => ({
        version_id: eb.ref('excluded.version_id'),
        number: eb.ref('excluded.number'),
      })),
    )
    .execute()
  await insertClaims(tx, situation, [...newest.values()])
  await copiesDue(tx, situation, [...newest.keys()])
}

/** Many rows at once go as arrays that the database unnests, not as thousands of parameters. */
async function insertClaims(tx: Transaction<Schema>, situation: string, made: readonly Made[]): Promise<void> {
  const rows = made.flatMap(({ item, reading }) =>
    reading.claims.map((claim, ordinal) => ({ item, id: `${item.version}.${claim.id}`, ...claimRow(claim, ordinal) })),
  )
  for (let i = 0; i < rows.length; i += 2000) {
    const some = rows.slice(i, i + 2000)
    await sql`insert into claim (situation_id, claim_id, report_id, version_id, ordinal, modality, has_figure, text, body)
      select ${situation}, * from unnest(${some.map((row) => row.id)}::text[], ${some.map((row) => row.item.report)}::text[],
        ${some.map((row) => row.item.version)}::text[], ${some.map((row) => row.ordinal)}::integer[],
        ${some.map((row) => row.modality)}::text[], ${some.map((row) => row.has_figure)}::boolean[],
        ${some.map((row) => row.text)}::text[], ${some.map((row) => row.body)}::text[])`.execute(tx)
  }
}

/** Every mention of a place, with the claims that hold it. */
export function placesOf(version: string, reading: Reading): Pick<PlaceMention, 'toponym' | 'claims'>[] {
  return reading.places.map((toponym) => ({
    toponym,
    claims: reading.claims.filter((claim) => claim.places.includes(toponym.id)).map((claim) => `${version}.${claim.id}`),
  }))
}

/** What lists and searches read of a claim. */
export function claimRow(
  claim: Claim,
  ordinal: number,
): Pick<Schema['claim'], 'ordinal' | 'modality' | 'has_figure' | 'text' | 'body'> {
  return {
    ordinal,
    modality: claim.modality,
    has_figure: claim.figures.length > 0,
    text: contentOf(claim),
    body: canonical(claim),
  }
}

/** The content cells joined, white space collapsed. */
export function contentOf(claim: Claim): string {
  return claim.content
    .map((cell) => cell.text)
    .join(' … ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Versions that nobody has read, nor failed to read (with the given reader). */
function unread(db: Kysely<Schema>, reader?: string) {
  return db
    .selectFrom('version as v')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reading as r')
            .select('r.number')
            .whereRef('r.situation_id', '=', 'v.situation_id')
            .whereRef('r.version_id', '=', 'v.version_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reading_failure as f')
            .select('f.number')
            .whereRef('f.situation_id', '=', 'v.situation_id')
            .whereRef('f.version_id', '=', 'v.version_id')
            .$if(reader !== undefined, (qb) => qb.where('f.reader', '=', reader ?? '')),
        ),
      ),
    )
}

export async function unreadVersions(engine: Engine, reader?: string): Promise<number> {
  const row = await unread(engine.db, reader)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Makes the queue anew after a restore, which brings none. */
export async function enqueueUnread(engine: Engine, queue: Queue): Promise<void> {
  const rows = await unread(engine.db).select(['v.situation_id', 'v.version_id']).orderBy('v.version_id').execute()
  if (rows.length === 0) return
  await queue.ready()
  const jobs = rows.map((row): ReadJob => ({ situation: row.situation_id, version: row.version_id }))
  await engine.db.transaction().execute((tx) => queue.enqueue(tx, jobs))
}

/** Queues the newest version of every report for another reading. */
export async function requeue(engine: Engine, queue: Queue, situation: string, now: () => Date): Promise<number> {
  const rows = await engine.db
    .selectFrom('version')
    .select(['version_id', 'report_id', 'number'])
    .where('situation_id', '=', situation)
    .orderBy('report_id')
    .orderBy('number', 'desc')
    .distinctOn('report_id')
    .execute()
  await queue.ready()
  const jobs = rows.map((row): ReadJob => ({ situation, version: row.version_id, again: true }))
  await engine.db.transaction().execute(async (tx) => {
    await queue.enqueue(tx, jobs)
    await appendLog(tx, [
      { at: now().toISOString(), situation, action: 'read again', subject: situation, digest: sha256(canonical(jobs)) },
    ])
  })
  await engine.settle()
  return jobs.length
}
