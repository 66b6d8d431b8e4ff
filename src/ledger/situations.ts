import type { Kysely } from 'kysely'
import type { Situation } from '../model/index.ts'
import { canonical, sha256, shortDigest } from './digest.ts'
import type { Engine } from './engine.ts'
import { LedgerError } from './error.ts'
import { appendLog, oneWriter } from './log.ts'
import type { Schema } from './schema.ts'

const FIRST_NAME = 'Situation 1'

/** Situations with their newest names, oldest first. */
export async function listSituations(db: Kysely<Schema>): Promise<Situation[]> {
  const rows = await db
    .selectFrom('situation as s')
    .innerJoin('situation_name as n', 'n.situation_id', 's.situation_id')
    .select(['s.situation_id', 's.number', 's.created_at', 'n.name'])
    .distinctOn(['s.number', 's.situation_id'])
    .orderBy('s.number')
    .orderBy('s.situation_id')
    .orderBy('n.number', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.situation_id, name: row.name, createdAt: row.created_at }))
}

export async function createSituation(engine: Engine, wanted: string, now: () => Date): Promise<Situation> {
  const createdAt = now().toISOString()
  const made = await engine.db.transaction().execute(async (tx) => {
    await oneWriter(tx)
    const name = await freeName(tx, wanted)
    const { count } = await tx
      .selectFrom('situation')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow()
    const id = `s${shortDigest(`${name}\n${createdAt}\n${count}`, 8)}`
    await tx.insertInto('situation').values({ situation_id: id, created_at: createdAt }).execute()
    await tx.insertInto('situation_name').values({ situation_id: id, name, at: createdAt }).execute()
    await appendLog(tx, [{ at: createdAt, situation: id, action: 'situation', subject: id, digest: nameDigest(id, name) }])
    return { id, name, createdAt }
  })
  await engine.settle()
  return made
}

export async function currentSituation(engine: Engine, now: () => Date): Promise<Situation> {
  const used = await engine.db
    .selectFrom('situation_use')
    .select('situation_id')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const all = await listSituations(engine.db)
  const found = all.find((situation) => situation.id === used?.situation_id) ?? all[0]
  return found ?? createSituation(engine, FIRST_NAME, now)
}

export async function chooseSituation(engine: Engine, wanted: string, now: () => Date): Promise<Situation> {
  const found = await findSituation(engine.db, wanted)
  const at = now().toISOString()
  await engine.db.transaction().execute(async (tx) => {
    await tx.insertInto('situation_use').values({ situation_id: found.id, at }).execute()
    await appendLog(tx, [{ at, situation: found.id, action: 'use situation', subject: found.id, digest: sha256(found.id) }])
  })
  await engine.settle()
  return found
}

export async function nameSituation(engine: Engine, wanted: string, newName: string, now: () => Date): Promise<Situation> {
  const at = now().toISOString()
  const named = await engine.db.transaction().execute(async (tx) => {
    await oneWriter(tx)
    const found = await findSituation(tx, wanted)
    const name = await freeName(tx, newName, found.id)
    await tx.insertInto('situation_name').values({ situation_id: found.id, name, at }).execute()
    await appendLog(tx, [
      {
        at,
        situation: found.id,
        action: 'rename situation',
        subject: found.id,
        digest: nameDigest(found.id, name),
      },
    ])
    return { ...found, name }
  })
  await engine.settle()
  return named
}

/** What the log holds of a situation's name, the first and later ones. */
export function nameDigest(id: string, name: string): string {
  return sha256(canonical({ id, name }))
}

/** A name that a person can tell apart from the others: white space collapsed, no control characters, at most 200 of them. */
async function freeName(db: Kysely<Schema>, wanted: string, except?: string): Promise<string> {
  const name = wanted
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  if (name === '') throw new LedgerError('a situation needs a name.')
  if (name.length > 200) throw new LedgerError('the name of a situation may have at most 200 characters.')
  const other = (await listSituations(db)).find((situation) => situation.name === name && situation.id !== except)
  if (other) throw new LedgerError(`there is a situation "${name}" already. Choose another name.`)
  return name
}

async function findSituation(db: Kysely<Schema>, wanted: string): Promise<Situation> {
  const all = await listSituations(db)
  const found = all.find((s) => s.id === wanted) ?? all.find((s) => s.name === wanted)
  if (found) return found
  throw new LedgerError(`there is no situation "${wanted}".`)
}
