import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { canonical, sha256 } from './digest.ts'
import type { LogEntry } from './ledger.ts'
import type { Schema } from './schema.ts'

export interface LogDraft {
  readonly at: string
  readonly situation: string | null
  readonly action: string
  readonly subject: string
  /** SHA-256 of what was recorded, or of its canonical JSON. */
  readonly digest: string
}

export const GENESIS = '0'.repeat(64)

/** Chosen once: the key of the advisory lock under which a server's clients append one after another. */
const APPEND_LOCK = 7_310_001

/**
 * Makes writers of the record wait for one another until the end of the transaction: what one decides from what it has read
 * (is this report known? which number is next?) still holds when it writes. To be called first in each writing transaction.
 */
export async function oneWriter(tx: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${APPEND_LOCK})`.execute(tx)
}

/**
 * Appends to the hash-chained log inside the caller's transaction: an entry exists exactly when what it tells of does.
 * Each hash covers the number, the entry and the hash before it, so that no entry can be changed, dropped or slipped in unseen.
 */
export async function appendLog(tx: Transaction<Schema>, drafts: readonly LogDraft[]): Promise<void> {
  if (drafts.length === 0) return
  await oneWriter(tx)
  const head = await tx.selectFrom('log').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst()
  let number = head?.number ?? 0
  let previous = head?.hash ?? GENESIS
  const rows = drafts.map((draft) => {
    number++
    const hash = entryHash(number, draft, previous)
    const row = {
      number,
      at: draft.at,
      situation_id: draft.situation,
      action: draft.action,
      subject: draft.subject,
      digest: draft.digest,
      previous,
      hash,
    }
    previous = hash
    return row
  })
  for (let i = 0; i < rows.length; i += 500)
    await tx
      .insertInto('log')
      .values(rows.slice(i, i + 500))
      .execute()
}

function entryHash(number: number, draft: LogDraft, previous: string): string {
  const { at, situation, action, subject, digest } = draft
  return sha256(canonical([number, at, situation, action, subject, digest, previous]))
}

/** Walks the chain from its beginning; yields what does not hold, and at the end how many entries there are. */
export async function verifyLog(db: Kysely<Schema>): Promise<{ readonly entries: number; readonly faults: readonly string[] }> {
  const faults: string[] = []
  let previous = GENESIS
  let last = 0
  for (;;) {
    const rows = await db.selectFrom('log').selectAll().where('number', '>', last).orderBy('number').limit(2000).execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.number !== last + 1) faults.push(`entry ${last + 1} is missing`)
      if (row.previous !== previous) faults.push(`entry ${row.number} does not follow the one before it`)
      const draft = { at: row.at, situation: row.situation_id, action: row.action, subject: row.subject, digest: row.digest }
      if (entryHash(row.number, draft, row.previous) !== row.hash)
        faults.push(`entry ${row.number} (${row.action} ${row.subject}) has been changed`)
      previous = row.hash
      last = row.number
    }
  }
  return { entries: last, faults }
}

export async function readLog(db: Kysely<Schema>, limit: number, after: number): Promise<LogEntry[]> {
  const rows = await db.selectFrom('log').selectAll().where('number', '>', after).orderBy('number').limit(limit).execute()
  return rows.map(({ number, at, situation_id, action, subject, digest, hash }) => ({
    number,
    at,
    situation: situation_id,
    action,
    subject,
    digest,
    hash,
  }))
}
