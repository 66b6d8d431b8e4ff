import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Engine } from './engine.ts'
import type { Schema } from './schema.ts'

export interface ReadJob {
  readonly situation: string
  readonly version: string
  /** Read even when this reader has read it already. */
  readonly again?: boolean
}

export interface Queue {
  /** To be awaited before a transaction is opened: starting inside one would wait for the connection that it holds. */
  ready(): Promise<void>
  /** Inside the transaction that stores the version: the job exists exactly when the version does. */
  enqueue(tx: Transaction<Schema>, jobs: readonly ReadJob[]): Promise<void>
  fetch(limit: number): Promise<readonly { readonly id: string; readonly data: ReadJob }[]>
  complete(tx: Transaction<Schema>, ids: readonly string[]): Promise<void>
  /** Takes back jobs that a process held when it was killed. Only for the sole owner of an embedded ledger. */
  reclaim(): Promise<void>
  stop(): Promise<void>
}

const READ = 'read'

/** A version whose reading kills the process three times is left aside rather than tried for ever. */
const ATTEMPTS = 3

/**
 * The queue of versions to read, on pg-boss, in the ledger's own database: embedded today, shared by a team's workers on a
 * server. Started on first need, since starting costs about half a second.
 */
export function openQueue(engine: Engine): Queue {
  let starting: Promise<PgBoss> | undefined
  const boss = (): Promise<PgBoss> => {
    if (starting === undefined) starting = start(engine)
    return starting
  }
  return {
    async ready() {
      const running = await boss()
      await running.getQueue(READ)
    },
    async enqueue(tx, jobs) {
      const running = await boss()
      for (let i = 0; i < jobs.length; i += 500) {
        await running.insert(
          READ,
          jobs.slice(i, i + 500).map((data) => ({ data, retryLimit: ATTEMPTS })),
          { db: fromKysely(tx) },
        )
      }
    },
    async fetch(limit) {
      return (await boss()).fetch<ReadJob>(READ, { batchSize: limit })
    },
    async complete(tx, ids) {
      await (await boss()).complete(READ, [...ids], null, { db: fromKysely(tx) })
    },
    async reclaim() {
      const running = await boss()
      const held = await sql<{ id: string }>`select id::text from pgboss.job where name = ${READ} and state = 'active'`.execute(
        engine.db,
      )
      if (held.rows.length > 0)
        await running.fail(
          READ,
          held.rows.map((row) => row.id),
          { reason: 'the process that held it ended' },
        )
    },
    async stop() {
      if (starting !== undefined) await (await starting).stop({ graceful: false, close: engine.kind === 'postgresql' })
    },
  }
}

async function start(engine: Engine): Promise<PgBoss> {
  const boss = new PgBoss({ ...engine.boss, supervise: false, schedule: false })
  boss.on('error', () => {}) // each call's own promise carries its error
  await boss.start()
  await boss.createQueue(READ, {
    retryLimit: ATTEMPTS,
    retryDelay: 0,
    expireInSeconds: 900,
    retentionSeconds: 365 * 86_400,
    deleteAfterSeconds: 86_400,
  })
  return boss
}
