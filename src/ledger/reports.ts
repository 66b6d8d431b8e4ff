import type { Transaction } from 'kysely'
import type { CollectedReport, Metadata } from '../model/index.ts'
import type { Archive } from './archive.ts'
import { canonical, sha256, shortDigest } from './digest.ts'
import type { Engine } from './engine.ts'
import { LedgerError } from './error.ts'
import type { Stored } from './ledger.ts'
import { appendLog, type LogDraft, oneWriter } from './log.ts'
import type { Queue, ReadJob } from './queue.ts'
import type { Schema } from './schema.ts'

export interface Item {
  readonly report: CollectedReport
  readonly bytes: Uint8Array
}

/** What is known of one version while a batch is placed. */
interface Version {
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
  readonly made: Version | null
  /** What the version that was captured says of itself. */
  readonly said: Metadata
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
  given: readonly Item[],
  now: () => Date,
): Promise<Stored[]> {
  if (given.length === 0) return []
  const batch = given.map(({ report, bytes }) => ({ report: storable(report), bytes }))
  for (const { report, bytes } of batch) {
    if (sha256(bytes) !== report.capture.sha256)
      throw new LedgerError(`${report.capture.address}: the bytes do not have the SHA-256 that was given; nothing was stored.`)
  }
  for (let i = 0; i < batch.length; i += ARCHIVED_AT_ONCE)
    await Promise.all(batch.slice(i, i + ARCHIVED_AT_ONCE).map(({ report, bytes }) => archive.put(report.capture.sha256, bytes)))
  await queue.ready()
  const stored = await engine.db.transaction().execute(async (tx) => {
    await oneWriter(tx)
    const placed = await place(tx, situation, batch)
    await writeRows(tx, situation, placed, now().toISOString(), queue)
    return placed.map((p) => p.stored)
  })
  await engine.settle()
  return stored
}

/** Each waits for the disk by itself, so that some at once take hardly longer than one. */
const ARCHIVED_AT_ONCE = 16

/**
 * What a database can't hold, NUL and halves of surrogate pairs, becomes U+FFFD: one code unit for one, so that lengths stay.
 * Readings are made from the text as stored.
 */
function storable(report: CollectedReport): CollectedReport {
  return clean(report) as CollectedReport
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed()
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [clean(key), clean(child)]))
}

/**
 * Decides for each item, in order, whether it is a new report, a new version or known already.
 * The same bytes are the same report, wherever they come from; so is the same address. A text that the report has had before is
 * no new version: adding one folder twice changes nothing. What is newly said of the same address (a date, an outlet) is one.
 */
async function place(tx: Transaction<Schema>, situation: string, batch: readonly Item[]): Promise<Placed[]> {
  const { byAddress, byHash, versions, taken } = await knownAlready(tx, situation, batch)
  return batch.map((item): Placed => {
    const { address, capture, text, metadata } = item.report
    const textHash = sha256(text)
    const report = byHash.get(capture.sha256) ?? byAddress.get(address)
    const history = report === undefined ? undefined : versions.get(report)
    const newest = history?.at(-1)
    if (report === undefined || history === undefined || newest === undefined) {
      const id = freeId(address, taken)
      const made: Version = { report: id, version: `${id}.1`, number: 1, textHash, metadata }
      taken.add(id)
      byAddress.set(address, id)
      byHash.set(capture.sha256, id)
      versions.set(id, [made])
      return { item, stored: { report: id, version: made.version, outcome: 'new' }, made, said: metadata, newReport: true }
    }
    byHash.set(capture.sha256, report)
    const same = history.findLast((version) => version.textHash === textHash)
    const own = byAddress.get(address) === report
    const before = (same ?? newest).metadata
    const said = own ? overlay(before, metadata) : before
    if (same !== undefined && canonical(said) === canonical(before))
      return { item, stored: { report, version: same.version, outcome: 'duplicate' }, made: null, said, newReport: false }
    const number = newest.number + 1
    const made: Version = { report, version: `${report}.${number}`, number, textHash, metadata: said }
    history.push(made)
    return { item, stored: { report, version: made.version, outcome: 'version' }, made, said, newReport: false }
  })
}

interface Known {
  readonly byAddress: Map<string, string>
  readonly byHash: Map<string, string>
  /** By report, oldest first. */
  readonly versions: Map<string, Version[]>
  /** Report ids that another address has. */
  readonly taken: Set<string>
}

async function knownAlready(tx: Transaction<Schema>, situation: string, batch: readonly Item[]): Promise<Known> {
  const addresses = [...new Set(batch.map((item) => item.report.address))]
  const hashes = [...new Set(batch.map((item) => item.report.capture.sha256))]
  const known: Known = { byAddress: new Map(), byHash: new Map(), versions: new Map(), taken: new Set() }
  const reports = await tx
    .selectFrom('report')
    .select(['report_id', 'address'])
    .where('situation_id', '=', situation)
    .where('address_sha256', 'in', addresses.map(sha256))
    .execute()
  for (const row of reports) known.byAddress.set(row.address, row.report_id)
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
  for (const row of captures) known.byHash.set(row.sha256, row.report_id)
  const involved = [...new Set([...known.byAddress.values(), ...known.byHash.values()])]
  if (involved.length > 0) {
    const rows = await tx
      .selectFrom('version')
      .select(['report_id', 'version_id', 'number', 'text_sha256', 'metadata'])
      .where('situation_id', '=', situation)
      .where('report_id', 'in', involved)
      .orderBy('number')
      .execute()
    for (const row of rows) {
      const version: Version = {
        report: row.report_id,
        version: row.version_id,
        number: row.number,
        textHash: row.text_sha256,
        metadata: JSON.parse(row.metadata),
      }
      const history = known.versions.get(row.report_id)
      if (history) history.push(version)
      else known.versions.set(row.report_id, [version])
    }
  }
  const strangers = addresses.filter((address) => !known.byAddress.has(address))
  const wanted = [0, 1, 2].flatMap((more) => strangers.map((address) => reportId(address, ID_LENGTH + more)))
  if (wanted.length > 0) {
    const clashes = await tx
      .selectFrom('report')
      .select('report_id')
      .where('situation_id', '=', situation)
      .where('report_id', 'in', wanted)
      .execute()
    for (const row of clashes) known.taken.add(row.report_id)
  }
  return known
}

/** Nine characters of base32 are 45 bits: the first clash is to be expected among some six million reports, and then one is added. */
const ID_LENGTH = 9

function freeId(address: string, taken: ReadonlySet<string>): string {
  let length = ID_LENGTH
  while (taken.has(reportId(address, length))) length++
  return reportId(address, length)
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
    .map((p) => ({
      situation_id: situation,
      report_id: p.stored.report,
      address: p.item.report.address,
      address_sha256: sha256(p.item.report.address),
    }))
  const fresh = placed.filter((p): p is Placed & { made: Version } => p.made !== null)
  const versions = fresh.map(({ item: { report }, made }) => ({
    situation_id: situation,
    version_id: made.version,
    report_id: made.report,
    number: made.number,
    address: report.address,
    sha256: report.capture.sha256,
    media_type: report.capture.mediaType,
    captured_at: report.capture.capturedAt,
    extractor: `${report.extractor.name} ${report.extractor.version}`,
    text: report.text,
    text_sha256: made.textHash,
    metadata: JSON.stringify(made.metadata),
    outlet: made.metadata.outlet,
    title: made.metadata.title,
    published: made.metadata.published,
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
    metadata: JSON.stringify(report.metadata),
  }))
  if (reports.length > 0) await tx.insertInto('report').values(reports).execute()
  if (versions.length > 0) await tx.insertInto('version').values(versions).execute()
  await tx.insertInto('capture').values(captures).execute()
  const entries = captures.map((capture, i): LogDraft => {
    const { item, stored, said } = placed[i]!
    return {
      at,
      situation,
      action: ACTIONS[stored.outcome],
      subject: stored.version,
      digest: captureDigest({ ...capture, text_sha256: sha256(item.report.text), version_metadata: JSON.stringify(said) }),
    }
  })
  await appendLog(tx, entries)
  const jobs = fresh.map(({ made }): ReadJob => ({ situation, version: made.version }))
  if (jobs.length > 0) await queue.enqueue(tx, jobs)
}

const ACTIONS: Readonly<Record<Stored['outcome'], string>> = {
  new: 'capture report',
  version: 'capture version',
  duplicate: 'capture again',
}

/** What the log holds of a capture: all of its row but its number, and the version that it is of. */
export function captureDigest(
  row: Omit<Schema['capture'], 'number'> & { readonly text_sha256: string; readonly version_metadata: string },
): string {
  return sha256(
    canonical([
      [row.situation_id, row.version_id, row.text_sha256, JSON.parse(row.version_metadata)],
      [row.sha256, row.bytes, row.media_type, row.address, row.captured_at, row.headers, row.extractor, row.metadata],
    ]),
  )
}
