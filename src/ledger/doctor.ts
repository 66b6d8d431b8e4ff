import { sql } from 'kysely'
import { verifySpans } from '../model/index.ts'
import { referencesHold } from './agreement.ts'
import type { Archive } from './archive.ts'
import { sha256 } from './digest.ts'
import type { Engine } from './engine.ts'
import type { Finding } from './ledger.ts'
import { verifyLog } from './log.ts'
import { digestOf, unpack } from './pack.ts'

type Progress = (done: number, of: number) => void

/**
 * Checks that the ledger holds: archived bytes against their hashes, working texts and Readings against their digests and
 * the log, every span against its text, the log against its chain, and that what points at something finds it.
 * Yields each fault as it is found, and one line for each check.
 */
export async function* doctor(engine: Engine, archive: Archive, onProgress: Progress = () => {}): AsyncGenerator<Finding> {
  const { db } = engine
  const { rows } = await sql<{ total: number }>`select ((select count(distinct sha256) from capture)
    + (select count(*) from version) + (select count(*) from reading))::integer as total`.execute(db)
  const total = rows[0]?.total ?? 0
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
