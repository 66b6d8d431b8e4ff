import { diffWordsWithSpace } from 'diff'
import { type Kysely, sql } from 'kysely'
import type { Claim } from '../model/index.ts'
import { LedgerError } from './error.ts'
import type { ClaimFilter, ClaimRow, DiffPart, Page, PlaceMention, ReportDetail, ReportFilter, ReportRow } from './ledger.ts'
import { unpack } from './pack.ts'
import { placesOf } from './readings.ts'
import type { Schema } from './schema.ts'

const PAGE = 100

/** Newest version of each report, by report id. */
function newestVersions(db: Kysely<Schema>, situation: string) {
  return db
    .selectFrom('version as v')
    .leftJoin('current_reading as c', (join) =>
      join.onRef('c.situation_id', '=', 'v.situation_id').onRef('c.version_id', '=', 'v.version_id'),
    )
    .leftJoin('reading as r', (join) =>
      join
        .onRef('r.situation_id', '=', 'c.situation_id')
        .onRef('r.version_id', '=', 'c.version_id')
        .onRef('r.number', '=', 'c.number'),
    )
    .select([
      'v.report_id',
      'v.version_id',
      'v.number',
      'v.address',
      'v.metadata',
      'v.captured_at',
      'v.sha256',
      'v.media_type',
      'v.extractor',
      'r.claims',
    ])
    .select(sql<number>`length(v.text)`.as('characters'))
    .where('v.situation_id', '=', situation)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('version as n')
            .select('n.number')
            .whereRef('n.situation_id', '=', 'v.situation_id')
            .whereRef('n.report_id', '=', 'v.report_id')
            .whereRef('n.number', '>', 'v.number'),
        ),
      ),
    )
    .orderBy('v.report_id')
}

type NewestVersion = Awaited<ReturnType<ReturnType<typeof newestVersions>['execute']>>[number]

export async function listReports(
  db: Kysely<Schema>,
  situation: string,
  filter: ReportFilter = {},
  page: Page = {},
): Promise<ReportRow[]> {
  let query = newestVersions(db, situation).limit(page.limit ?? PAGE)
  if (page.after !== undefined) query = query.where('v.report_id', '>', page.after)
  if (filter.outlet !== undefined) query = query.where('v.outlet', '=', filter.outlet)
  if (filter.since !== undefined) query = query.where('v.published', '>=', filter.since)
  if (filter.until !== undefined) query = query.where(sql`left(v.published, 10)`, '<=', filter.until.slice(0, 10))
  if (filter.text !== undefined) query = query.where(sql<boolean>`v.search @@ websearch_to_tsquery('english', ${filter.text})`)
  return (await query.execute()).map(reportRow)
}

function reportRow(row: NewestVersion): ReportRow {
  return {
    report: row.report_id,
    version: row.version_id,
    versions: row.number,
    address: row.address,
    metadata: JSON.parse(row.metadata),
    capturedAt: row.captured_at,
    sha256: row.sha256,
    mediaType: row.media_type,
    extractor: row.extractor,
    characters: Number(row.characters),
    claims: row.claims,
  }
}

/** By report id, version id, or an unambiguous beginning of a report id. A report id means its newest version. */
export async function findReport(db: Kysely<Schema>, situation: string, id: string): Promise<ReportDetail | null> {
  const [wanted = '', number] = id.split('.')
  if (!/^r[a-z2-7]*$/.test(wanted)) return null
  const reports = await db
    .selectFrom('report')
    .select('report_id')
    .where('situation_id', '=', situation)
    .where('report_id', 'like', `${wanted}%`)
    .orderBy('report_id')
    .limit(20)
    .execute()
  const exact = reports.find((row) => row.report_id === wanted)
  if (exact === undefined && reports.length > 1)
    throw new LedgerError(`${id} could be ${reports.map((row) => row.report_id).join(', ')}: give more of it.`)
  const report = exact?.report_id ?? reports[0]?.report_id
  if (report === undefined) return null
  const versions = await db
    .selectFrom('version')
    .select(['version_id', 'number', 'address', 'metadata', 'captured_at', 'sha256', 'media_type', 'extractor', 'text'])
    .where('situation_id', '=', situation)
    .where('report_id', '=', report)
    .orderBy('number')
    .execute()
  const version = number === undefined ? versions.at(-1) : versions.find((row) => String(row.number) === number)
  if (version === undefined) return null
  const reading = await db
    .selectFrom('reading')
    .select(['body', 'claims'])
    .where('situation_id', '=', situation)
    .where('version_id', '=', version.version_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    report,
    version: version.version_id,
    versions: versions.length,
    address: version.address,
    metadata: JSON.parse(version.metadata),
    capturedAt: version.captured_at,
    sha256: version.sha256,
    mediaType: version.media_type,
    extractor: version.extractor,
    characters: version.text.length,
    claims: reading?.claims ?? null,
    text: version.text,
    reading: reading === undefined ? null : unpack(reading.body),
    history: versions.map((row) => ({
      version: row.version_id,
      capturedAt: row.captured_at,
      sha256: row.sha256,
      characters: row.text.length,
    })),
  }
}

/** Word by word, what changed between two versions. */
export async function diffVersions(db: Kysely<Schema>, situation: string, from: string, to: string): Promise<DiffPart[]> {
  const text = async (version: string): Promise<string> => {
    const row = await db
      .selectFrom('version')
      .select('text')
      .where('situation_id', '=', situation)
      .where('version_id', '=', version)
      .executeTakeFirst()
    if (row === undefined) throw new LedgerError(`there is no version ${version}.`)
    return row.text
  }
  const parts = diffWordsWithSpace(await text(from), await text(to))
  return parts.map((part) => ({ change: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value }))
}

/** What every claim of a situation says, by id: what a search in other words goes through. */
export async function listClaimTexts(
  db: Kysely<Schema>,
  situation: string,
): Promise<{ readonly id: string; readonly text: string }[]> {
  return db
    .selectFrom('claim')
    .select(['claim_id as id', 'text'])
    .where('situation_id', '=', situation)
    .orderBy('report_id')
    .orderBy('ordinal')
    .execute()
}

export async function listClaims(
  db: Kysely<Schema>,
  situation: string,
  filter: ClaimFilter = {},
  page: Page = {},
): Promise<ClaimRow[]> {
  let query = db
    .selectFrom('claim as c')
    .innerJoin('version as v', (join) =>
      join.onRef('v.situation_id', '=', 'c.situation_id').onRef('v.version_id', '=', 'c.version_id'),
    )
    .select(['c.claim_id', 'c.report_id', 'c.version_id', 'c.ordinal', 'c.text', 'c.body', 'v.outlet', 'v.published'])
    .where('c.situation_id', '=', situation)
    .orderBy('c.report_id')
    .orderBy('c.ordinal')
    .limit(page.limit ?? PAGE)
  if (page.after !== undefined) {
    const last = await db
      .selectFrom('claim')
      .select(['report_id', 'ordinal'])
      .where('situation_id', '=', situation)
      .where('claim_id', '=', page.after)
      .executeTakeFirst()
    if (last === undefined) throw new LedgerError(`there is no claim ${page.after} to go on after.`)
    query = query.where(sql<boolean>`(c.report_id, c.ordinal) > (${last.report_id}, ${last.ordinal})`)
  }
  if (filter.claim !== undefined) query = query.where('c.claim_id', '=', filter.claim)
  if (filter.claims !== undefined) query = query.where(sql<boolean>`c.claim_id = any(${[...filter.claims]}::text[])`)
  if (filter.report !== undefined) {
    const [report = ''] = filter.report.split('.')
    query = query.where('c.report_id', '=', report)
  }
  if (filter.modality !== undefined) query = query.where('c.modality', '=', filter.modality)
  if (filter.hasFigure !== undefined) query = query.where('c.has_figure', '=', filter.hasFigure)
  if (filter.text !== undefined) query = query.where(sql<boolean>`c.search @@ websearch_to_tsquery('english', ${filter.text})`)
  if (filter.source !== undefined) {
    query = query.where(
      sql<boolean>`exists (select 1 from claim_source s where s.situation_id = c.situation_id and s.source_id = ${filter.source} and s.claim_id = c.claim_id)`,
    )
  }
  if (filter.question !== undefined) {
    query = query.where(
      sql<boolean>`exists (select 1 from question_member m where m.situation_id = c.situation_id and m.question_id = ${filter.question} and m.claim_id = c.claim_id)`,
    )
  }
  const rows = await query.execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.claim_id)
  const questions = groupBy(
    await db
      .selectFrom('question_member')
      .select(['claim_id as claim', 'question_id as group'])
      .where('situation_id', '=', situation)
      .where(sql<boolean>`claim_id = any(${ids}::text[])`)
      .orderBy('question_id')
      .execute(),
  )
  const sources = groupBy(
    await db
      .selectFrom('claim_source')
      .select(['claim_id as claim', 'source_id as group'])
      .where('situation_id', '=', situation)
      .where(sql<boolean>`claim_id = any(${ids}::text[])`)
      .orderBy('position')
      .execute(),
  )
  return rows.map((row): ClaimRow => {
    const claim: Claim = JSON.parse(row.body)
    return {
      id: row.claim_id,
      report: row.report_id,
      version: row.version_id,
      outlet: row.outlet,
      published: row.published,
      claim,
      text: row.text,
      chain: chainInWords(claim),
      sources: sources.get(row.claim_id) ?? [],
      questions: questions.get(row.claim_id) ?? [],
    }
  })
}

function groupBy(rows: readonly { readonly claim: string; readonly group: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { claim, group } of rows) {
    const list = groups.get(claim)
    if (list) list.push(group)
    else groups.set(claim, [group])
  }
  return groups
}

/** The chain from the carrier's side to the origin's: `Yonhap ← NIS`; null for a narrator claim. */
export function chainInWords(claim: Claim): string | null {
  if (claim.chain.length === 0) return null
  return claim.chain
    .map((link) =>
      link.source.length === 0
        ? '(no source stated)'
        : link.source
            .map((cell) => cell.text)
            .join(' … ')
            .replace(/\s+/g, ' '),
    )
    .join(' ← ')
}

/** Every mention of a place in the current Readings, with the claims that hold it. */
export async function listPlaceMentions(db: Kysely<Schema>, situation: string): Promise<PlaceMention[]> {
  const rows = await db
    .selectFrom('current_reading as c')
    .innerJoin('reading as r', (join) =>
      join
        .onRef('r.situation_id', '=', 'c.situation_id')
        .onRef('r.version_id', '=', 'c.version_id')
        .onRef('r.number', '=', 'c.number'),
    )
    .select(['c.report_id', 'c.version_id', 'r.places'])
    .select((eb) => eb.case().when('r.places', 'is', null).then(eb.ref('r.body')).end().as('body'))
    .where('c.situation_id', '=', situation)
    .orderBy('c.report_id')
    .execute()
  return rows.flatMap(({ report_id: report, version_id: version, places, body }) => {
    const found = places !== null ? JSON.parse(places) : body !== null ? placesOf(version, unpack(body)) : []
    return found.map((mention: Pick<PlaceMention, 'toponym' | 'claims'>) => ({ report, version, ...mention }))
  })
}
