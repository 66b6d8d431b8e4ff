import type { Transaction } from 'kysely'
import type { CollectedReport, Metadata } from '../model/index.ts'
import type { Archive } from './archive.ts'
import { canonical, sha256, shortDigest } from './digest.ts'
import type { Engine } from './engine.ts'
import { LedgerError } from './error.ts'
import type { Stored } from './ledger.ts'
import { appendLog, type LogDraft } from './log.ts'
import type { Queue, ReadJob } from './queue.ts'
import type { Schema } from './schema.ts'

export interface Item {
  readonly report: CollectedReport
  readonly bytes: Uint8Array
}

/** What is known of the newest version of a report while a batch is placed. */
interface Newest {
  readonly report: string
  readonly version: string
  readonly number: number
  readonly textHash: string
  readonly metadata: Metadata
}

interface Placed {
  readonly item: Item
  readonly stored: Stored
  /** Set when a version row has to be written. */
  readonly newest: Newest | null
  readonly newReport: boolean
}

/**
 * Stores a batch. The archive comes first (durable object by object), then the rows, log entries and jobs in one
 * transaction, then the flush; only then does it answer. An object without a row is the harmless outcome of a kill between.
 */
export async function storeBatch(
  engine: Engine,
  archive: Archive,
  queue: Queue,
  situation: string,
  batch: readonly Item[],
  now: () => Date,
): Promise<Stored[]> {
  if (batch.length === 0) return []
  for (const { report, bytes } of batch) {
    if (sha256(bytes) !== report.capture.sha256)
      throw new LedgerError(`${report.capture.address}: the bytes do not have the SHA-256 that was given; nothing was stored.`)
    if (report.text.includes('\0'))
      throw new LedgerError(`${report.capture.address}: the working text holds a NUL; nothing was stored.`)
    await archive.put(report.capture.sha256, bytes)
  }
  await queue.ready()
  const stored = await engine.db.transaction().execute(async (tx) => {
    const placed = await place(tx, situation, batch)
    await writeRows(tx, situation, placed, now().toISOString(), queue)
    return placed.map((p) => p.stored)
  })
  await engine.settle()
  return stored
}

/** Decides for each item, in order, whether it is a new report, a new version or known already. */
async function place(tx: Transaction<Schema>, situation: string, batch: readonly Item[]): Promise<Placed[]> {
  const byAddress = new Map<string, string>()
  const byHash = new Map<string, string>()
  const newest = new Map<string, Newest>()
  const taken = new Set<string>()
  const addresses = [...new Set(batch.map((item) => item.report.address))]
  const hashes = [...new Set(batch.map((item) => item.report.capture.sha256))]
  for (const row of await tx
    .selectFrom('report')
    .select(['report_id', 'address'])
    .where('situation_id', '=', situation)
    .where('address', 'in', addresses)
    .execute()) {
    byAddress.set(row.address, row.report_id)
  }
  const captures = await tx
    .selectFrom('capture as c')
    .innerJoin('version as v', (join) =>
      join.onRef('v.situation_id', '=', 'c.situation_id').onRef('v.version_id', '=', 'c.version_id'),
    )
    .select(['c.sha256', 'v.report_id'])
    .where('c.situation_id', '=', situation)
    .where('c.sha256', 'in', hashes)
    .orderBy('c.number', 'desc')
    .execute()
  for (const row of captures) byHash.set(row.sha256, row.report_id)
  const reports = [...new Set([...byAddress.values(), ...byHash.values()])]
  if (reports.length > 0) {
    const rows = await tx
      .selectFrom('version')
      .select(['report_id', 'version_id', 'number', 'text_sha256', 'metadata'])
      .where('situation_id', '=', situation)
      .where('report_id', 'in', reports)
      .orderBy('number')
      .execute()
    for (const row of rows) {
      newest.set(row.report_id, {
        report: row.report_id,
        version: row.version_id,
        number: row.number,
        textHash: row.text_sha256,
        metadata: JSON.parse(row.metadata),
      })
    }
  }
  const wanted = new Map<string, string>()
  for (const address of addresses) if (!byAddress.has(address)) wanted.set(reportId(address, 9), address)
  if (wanted.size > 0) {
    const clash = await tx
      .selectFrom('report')
      .select(['report_id'])
      .where('situation_id', '=', situation)
      .where('report_id', 'in', [...wanted.keys()])
      .execute()
    for (const row of clash) taken.add(row.report_id)
  }

  return batch.map((item): Placed => {
    const { address, capture, text, metadata } = item.report
    const textHash = sha256(text)
    const known = byHash.get(capture.sha256) ?? byAddress.get(address)
    const before = known === undefined ? undefined : newest.get(known)
    if (before === undefined) {
      let length = 9
      while (taken.has(reportId(address, length))) length++
      const report = reportId(address, length)
      taken.add(report)
      const made: Newest = { report, version: `${report}.1`, number: 1, textHash, metadata }
      byAddress.set(address, report)
      byHash.set(capture.sha256, report)
      newest.set(report, made)
      return { item, stored: { report, version: made.version, outcome: 'new' }, newest: made, newReport: true }
    }
    byHash.set(capture.sha256, before.report)
    const said = overlay(before.metadata, metadata)
    if (before.textHash === textHash && canonical(said) === canonical(before.metadata)) {
      return {
        item,
        stored: { report: before.report, version: before.version, outcome: 'duplicate' },
        newest: null,
        newReport: false,
      }
    }
    const number = before.number + 1
    const made: Newest = { report: before.report, version: `${before.report}.${number}`, number, textHash, metadata: said }
    newest.set(before.report, made)
    return { item, stored: { report: before.report, version: made.version, outcome: 'version' }, newest: made, newReport: false }
  })
}

function reportId(address: string, length: number): string {
  return `r${shortDigest(address, length)}`
}

/** What a later capture leaves unsaid stays as it was: a date that was supplied once is not lost by adding the file again without it. */
function overlay(before: Metadata, after: Metadata): Metadata {
  const said = Object.entries(after).filter(([, value]) => value !== null)
  return { ...before, ...Object.fromEntries(said) }
}

async function writeRows(
  tx: Transaction<Schema>,
  situation: string,
  placed: readonly Placed[],
  at: string,
  queue: Queue,
): Promise<void> {
  const reports = placed
    .filter((p) => p.newReport)
    .map((p) => ({ situation_id: situation, report_id: p.stored.report, address: p.item.report.address }))
  const made = placed.filter((p): p is Placed & { newest: Newest } => p.newest !== null)
  const versions = made.map(({ item: { report }, newest }) => ({
    situation_id: situation,
    version_id: newest.version,
    report_id: newest.report,
    number: newest.number,
    address: report.address,
    sha256: report.capture.sha256,
    media_type: report.capture.mediaType,
    captured_at: report.capture.capturedAt,
    extractor: `${report.extractor.name} ${report.extractor.version}`,
    text: report.text,
    text_sha256: newest.textHash,
    metadata: JSON.stringify(newest.metadata),
    outlet: newest.metadata.outlet,
    title: newest.metadata.title,
    published: newest.metadata.published,
  }))
  const captures = placed.map(({ item: { report }, stored }) => ({
    situation_id: situation,
    version_id: stored.version,
    sha256: report.capture.sha256,
    bytes: report.capture.bytes,
    media_type: report.capture.mediaType,
    address: report.capture.address,
    captured_at: report.capture.capturedAt,
    headers: JSON.stringify(report.capture.headers),
    extractor: `${report.extractor.name} ${report.extractor.version}`,
  }))
  if (reports.length > 0) await tx.insertInto('report').values(reports).execute()
  if (versions.length > 0) await tx.insertInto('version').values(versions).execute()
  await tx.insertInto('capture').values(captures).execute()
  const entries = placed.map(
    ({ item: { report }, stored, newest }): LogDraft => ({
      at,
      situation,
      action:
        stored.outcome === 'duplicate' ? 'capture again' : stored.outcome === 'version' ? 'capture version' : 'capture report',
      subject: stored.version,
      digest: sha256(
        canonical({
          capture: report.capture,
          extractor: report.extractor,
          text: sha256(report.text),
          metadata: newest?.metadata ?? null,
        }),
      ),
    }),
  )
  await appendLog(tx, entries)
  const jobs = made.map(({ newest }): ReadJob => ({ situation, version: newest.version }))
  if (jobs.length > 0) await queue.enqueue(tx, jobs)
}
