import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Analysis } from '../model/index.ts'
import { appendEdit, basisOf, editsInForce, isStale, loadAnalysis, saveAnalysis, situationInput } from './analysis.ts'
import { openArchive } from './archive.ts'
import { backup, restore } from './backup.ts'
import { allCopiesDue, indexCopies } from './copies.ts'
import { doctor } from './doctor.ts'
import { type Engine, openEmbedded, openServer } from './engine.ts'
import { inWords } from './error.ts'
import type { Ledger, LedgerStatus } from './ledger.ts'
import { diffVersions, findReport, listClaims, listClaimTexts, listPlaceMentions, listReports } from './lists.ts'
import { type Lock, takeLock } from './lock.ts'
import { appendLog, readLog } from './log.ts'
import { SCHEMA_VERSION } from './migrations/index.ts'
import { openQueue } from './queue.ts'
import { enqueueUnread, readQueued, requeue, unreadVersions } from './readings.ts'
import { storeBatch } from './reports.ts'
import { chooseSituation, createSituation, currentSituation, listSituations, nameSituation } from './situations.ts'

export interface OpenOptions {
  /** The ledger folder: archive, lock, and (without a server) the embedded database. */
  readonly dir: string
  /** A PostgreSQL server; null uses the embedded one in `dir`. */
  readonly databaseUrl: string | null
  /** The only clock of the ledger. */
  readonly now: () => Date
  /** Who holds the lock, for the message that a second process gets: "sitrep serve on http://127.0.0.1:7310". */
  readonly holder: string
}

/**
 * Opens the ledger, making it on first use.
 * @throws LedgerInUse when another process holds the embedded ledger; LedgerError when it can't be opened, with the reason
 */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const { dir, databaseUrl, now } = options
  let lock: Lock | undefined
  let engine: Engine
  try {
    await mkdir(join(dir, 'archive'), { recursive: true })
    if (databaseUrl === null) lock = takeLock(dir, options.holder, now())
    engine = databaseUrl === null ? await openEmbedded(dir) : await openServer(databaseUrl)
  } catch (error) {
    lock?.release()
    throw inWords(`could not open the ledger ${dir}`, error)
  }
  const { db } = engine
  const archive = openArchive(join(dir, 'archive'))
  const queue = openQueue(engine)
  const said = <T>(doing: string, work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw inWords(doing, error)
    })

  // What the input that was last loaded stands on: Readings that arrive while it is being analysed make the analysis stale.
  const bases = new Map<string, string>()
  const storeAnalysis = async (situation: string, analysis: Analysis): Promise<void> =>
    saveAnalysis(engine, situation, analysis, bases.get(situation) ?? (await basisOf(db, situation)), now)

  const restored = async (path: string): Promise<{ readonly rows: number }> => {
    const done = await restore(engine, archive, path, now().toISOString())
    await enqueueUnread(engine, queue)
    await allCopiesDue(db)
    return done
  }

  return {
    where: engine.kind === 'pglite' ? dir : `${engine.where} (archive in ${dir})`,
    createSituation: (name) => said('could not make the situation', createSituation(engine, name, now)),
    situations: () => said('could not list the situations', listSituations(db)),
    currentSituation: () => said('could not find the situation in use', currentSituation(engine, now)),
    useSituation: (name) => said('could not choose the situation', chooseSituation(engine, name, now)),
    renameSituation: (wanted, name) => said('could not rename the situation', nameSituation(engine, wanted, name, now)),
    store: (situation, batch) => said('could not store the reports', storeBatch(engine, archive, queue, situation, batch, now)),
    readQueued: (reader, readMany, opts) =>
      said('could not store the Readings', readQueued(engine, queue, reader, readMany, now, opts)),
    requeueReadings: (situation) => said('could not queue the reports', requeue(engine, queue, situation, now)),
    indexCopies: (situation, rules) => said('could not index the copies', indexCopies(engine, situation, rules)),
    async situationInput(situation) {
      const { input, basis } = await said('could not load the Readings', situationInput(db, situation))
      bases.set(situation, basis)
      return input
    },
    analysisIsStale: (situation, version) => said('could not look at the analysis', isStale(db, situation, version)),
    saveAnalysis: (situation, analysis) => said('could not store the analysis', storeAnalysis(situation, analysis)),
    analysis: (situation) => said('could not load the analysis', loadAnalysis(db, situation)),
    appendEdit: (situation, draft) => said('could not store the edit', appendEdit(engine, situation, draft, now)),
    edits: (situation) => said('could not list the edits', editsInForce(db, situation)),
    reports: (situation, filter, page) => said('could not list the reports', listReports(db, situation, filter, page)),
    report: (situation, id) => said('could not find the report', findReport(db, situation, id)),
    versionDiff: (situation, from, to) => said('could not compare the versions', diffVersions(db, situation, from, to)),
    original: (hash) => said('could not read the original', archive.get(hash)),
    claims: (situation, filter, page) => said('could not list the claims', listClaims(db, situation, filter, page)),
    claimTexts: (situation) => said('could not list the claims', listClaimTexts(db, situation)),
    claim: async (situation, id) => {
      const rows = await said('could not find the claim', listClaims(db, situation, { claim: id }, { limit: 1 }))
      return rows[0] ?? null
    },
    placeMentions: (situation) => said('could not list the places', listPlaceMentions(db, situation)),
    logExport: (situation, what, digest) =>
      said(
        'could not note the export',
        db
          .transaction()
          .execute((tx) => appendLog(tx, [{ at: now().toISOString(), situation, action: 'export', subject: what, digest }]))
          .then(engine.settle),
      ),
    log: (page) => said('could not read the log', readLog(db, page?.limit ?? 1000, Number(page?.after ?? 0))),
    status: () => said('could not read the status', status(engine, dir, archive.bytes, now)),
    doctor: (onProgress) => inWordsEach('could not check the ledger', doctor(engine, archive, onProgress)),
    backup: (path) => said(`could not back up to ${path}`, backup(engine, archive, path)),
    restore: (path) => said(`could not restore from ${path}`, restored(path)),
    async close() {
      await queue.stop().catch(() => {})
      await engine.close()
      lock?.release()
    },
  }
}

async function* inWordsEach<T>(doing: string, work: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* work
  } catch (error) {
    throw inWords(doing, error)
  }
}

async function status(engine: Engine, dir: string, archiveBytes: () => Promise<number>, now: () => Date): Promise<LedgerStatus> {
  const { db } = engine
  const count = async (table: 'report' | 'version' | 'claim' | 'log'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const version = await sql<{ server_version: string }>`show server_version`.execute(db)
  const situations = await listSituations(db)
  const situation = situations.length === 0 ? null : await currentSituation(engine, now)
  const analysed =
    situation === null
      ? undefined
      : await db.selectFrom('analysis').select('at').where('situation_id', '=', situation.id).executeTakeFirst()
  return {
    where: engine.kind === 'pglite' ? dir : engine.where,
    engine: engine.kind,
    engineVersion: version.rows[0]?.server_version ?? 'unknown',
    schemaVersion: SCHEMA_VERSION,
    situation,
    situations: situations.length,
    reports: await count('report'),
    versions: await count('version'),
    claims: await count('claim'),
    unread: await unreadVersions(engine),
    analysedAt: analysed?.at ?? null,
    logEntries: await count('log'),
    archiveBytes: await archiveBytes(),
  }
}
