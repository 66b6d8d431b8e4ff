import { sql } from 'kysely'
import { verifySpans } from '../model/index.ts'
import type { Archive } from './archive.ts'
import { sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import type { Finding } from './ledger.ts'
import { verifyLog } from './log.ts'
import { digestOf, unpack } from './readings.ts'

type Progress = (done: number, of: number) => void

/**
 * Checks that the ledger holds: archived bytes against their hashes, working texts and Readings against their digests and
 * the log, every span against its text, the log against its chain, and that what points at something finds it.
 * Yields each fault as it is found, and one line for each check.
 */
export async function* doctor(engine: Engine, archive: Archive, onProgress: Progress = () => {}): AsyncGenerator<Finding> {
  const { db } = engine
  const count = async (table: 'capture' | 'version' | 'reading'): Promise<number> =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number | string>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const total = (await count('capture')) + (await count('version')) + (await count('reading'))
  let done = 0
  const step = (): void => onProgress(++done, total)

  yield* archiveHolds(engine, archive, step)
  yield* textsHold(engine, step)
  yield* readingsHold(engine, step)
  const log = await verifyLog(db)
  for (const fault of log.faults) yield { check: 'log', ok: false, subject: 'log', detail: fault }
  if (log.faults.length === 0)
    yield { check: 'log', ok: true, subject: 'chain', detail: `${log.entries} entries follow one another` }
  yield* referencesHold(engine)
}

async function* archiveHolds({ db }: Engine, archive: Archive, step: () => void): AsyncGenerator<Finding> {
  const rows = await db.selectFrom('capture').select(['sha256', 'address']).distinctOn('sha256').orderBy('sha256').execute()
  const known = new Set<string>()
  let faults = 0
  for (const row of rows) {
    step()
    known.add(row.sha256)
    const problem = await archive.check(row.sha256)
    if (problem === null) continue
    faults++
    yield { check: 'archive', ok: false, subject: row.sha256, detail: `${problem} (captured from ${row.address})` }
  }
  let spare = 0
  for await (const hash of archive.list()) if (!known.has(hash)) spare++
  // An object without a row is what a kill between the two leaves: nothing was acknowledged, nothing is lost.
  const aside = spare === 0 ? '' : `; ${spare} stored but never acknowledged`
  if (faults === 0)
    yield { check: 'archive', ok: true, subject: 'originals', detail: `${rows.length} match their SHA-256${aside}` }
}

async function* textsHold({ db }: Engine, step: () => void): AsyncGenerator<Finding> {
  let faults = 0
  let seen = 0
  let after = { situation: '', version: '' }
  for (;;) {
    const rows = await db
      .selectFrom('version')
      .select(['situation_id', 'version_id', 'text', 'text_sha256'])
      .where(sql<boolean>`(situation_id, version_id) > (${after.situation}, ${after.version})`)
      .orderBy('situation_id')
      .orderBy('version_id')
      .limit(200)
      .execute()
    for (const row of rows) {
      step()
      seen++
      if (sha256(row.text) === row.text_sha256) continue
      faults++
      yield { check: 'storage', ok: false, subject: row.version_id, detail: 'its working text has changed since it was stored' }
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = { situation: last.situation_id, version: last.version_id }
  }
  if (faults === 0) yield { check: 'storage', ok: true, subject: 'working texts', detail: `${seen} match their digests` }
}

async function* readingsHold({ db }: Engine, step: () => void): AsyncGenerator<Finding> {
  let faults = 0
  let seen = 0
  let spans = 0
  let after = { situation: '', version: '', number: 0 }
  for (;;) {
    const rows = await db
      .selectFrom('reading as r')
      .innerJoin('version as v', (join) =>
        join.onRef('v.situation_id', '=', 'r.situation_id').onRef('v.version_id', '=', 'r.version_id'),
      )
      .select(['r.situation_id', 'r.version_id', 'r.number', 'r.digest', 'r.body', 'v.text'])
      .where(sql<boolean>`(r.situation_id, r.version_id, r.number) > (${after.situation}, ${after.version}, ${after.number})`)
      .orderBy('r.situation_id')
      .orderBy('r.version_id')
      .orderBy('r.number')
      .limit(100)
      .execute()
    for (const row of rows) {
      step()
      seen++
      const subject = `${row.version_id} reading ${row.number}`
      const found = inspect(row.body, row.text, row.digest)
      spans += found.spans
      for (const detail of found.problems) {
        faults++
        yield { check: 'spans', ok: false, subject, detail }
      }
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = { situation: last.situation_id, version: last.version_id, number: last.number }
  }
  if (faults === 0)
    yield {
      check: 'spans',
      ok: true,
      subject: 'Readings',
      detail: `every span of ${spans} claims in ${seen} Readings reproduces its text`,
    }
}

function inspect(body: Uint8Array, text: string, digest: string): { spans: number; problems: string[] } {
  try {
    const reading = unpack(body)
    const problems = verifySpans(text, reading).map((fault) => `${fault.path}: ${fault.problem}`)
    if (digestOf(reading) !== digest) problems.unshift('the Reading has changed since it was stored')
    return { spans: reading.claims.length, problems }
  } catch (error) {
    return { spans: 0, problems: [`the stored Reading can't be unpacked (${(error as Error).message})`] }
  }
}

/** What was recorded must be in the log, with the digest it had then; what is current must exist. */
async function* referencesHold({ db }: Engine): AsyncGenerator<Finding> {
  const checks: readonly { what: string; rows: Promise<{ rows: { subject: string }[] }> }[] = [
    {
      what: 'a Reading is not in the log with the digest it has',
      rows: sql<{ subject: string }>`select r.version_id || ' reading ' || r.number as subject from reading r where not exists (
        select 1 from log l where l.situation_id = r.situation_id and l.action = 'reading' and l.subject = r.version_id || ' ' || r.number and l.digest = r.digest)`.execute(
        db,
      ),
    },
    {
      what: 'a version is not in the log',
      rows: sql<{ subject: string }>`select v.version_id as subject from version v where not exists (
        select 1 from log l where l.situation_id = v.situation_id and l.action in ('capture report', 'capture version') and l.subject = v.version_id)`.execute(
        db,
      ),
    },
    {
      what: 'the log tells of a version that is gone',
      rows: sql<{
        subject: string
      }>`select l.subject from log l where l.action in ('capture report', 'capture version') and not exists (
        select 1 from version v where v.situation_id = l.situation_id and v.version_id = l.subject)`.execute(db),
    },
    {
      what: 'the log tells of an edit that is gone',
      rows: sql<{ subject: string }>`select l.subject from log l where l.action = 'edit' and not exists (
        select 1 from edit e where e.situation_id = l.situation_id and e.edit_id = l.subject)`.execute(db),
    },
    {
      what: 'the current Reading of a report is gone',
      rows: sql<{ subject: string }>`select c.report_id as subject from current_reading c where not exists (
        select 1 from reading r where r.situation_id = c.situation_id and r.version_id = c.version_id and r.number = c.number)`.execute(
        db,
      ),
    },
    {
      what: 'the list of claims does not match the current Reading',
      rows: sql<{ subject: string }>`select r.version_id as subject from current_reading c
        join reading r on r.situation_id = c.situation_id and r.version_id = c.version_id and r.number = c.number
        where r.claims <> (select count(*) from claim k where k.situation_id = c.situation_id and k.report_id = c.report_id)`.execute(
        db,
      ),
    },
  ]
  let faults = 0
  for (const { what, rows } of checks) {
    for (const { subject } of (await rows).rows) {
      faults++
      yield { check: 'references', ok: false, subject, detail: what }
    }
  }
  if (faults === 0) yield { check: 'references', ok: true, subject: 'rows and log', detail: 'what points at something finds it' }
}
