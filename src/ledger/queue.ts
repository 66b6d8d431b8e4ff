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
  /** Whether there is anything to fetch or to reclaim; answers without starting the queue. */
  waiting(): Promise<boolean>
  /** Inside the transaction that stores the version: the job exists exactly when the version does. */
  enqueue(tx: Transaction<Schema>, jobs: readonly ReadJob[]): Promise<void>
  fetch(limit: number): Promise<readonly Fetched[]>
  /** How many wait to be fetched. */
  size(): Promise<number>
  /** Tells other workers that these are still being worked on. */
  alive(jobs: readonly Fetched[]): Promise<void>
  complete(tx: Transaction<Schema>, ids: readonly string[]): Promise<void>
  /** Gives back what was fetched and not worked on: it counts as never tried. */
  release(jobs: readonly Fetched[]): Promise<void>
  /** Takes back jobs whose process is gone, and answers those that were taken back too often. */
  reclaim(): Promise<readonly Fetched[]>
  stop(): Promise<void>
}

export interface Fetched {
  readonly id: string
  readonly data: ReadJob
}

const READ = 'read'

/**
 * So often is a version tried again whose process was killed while it was being read. From the third time on versions are taken
 * one by one, so that one whose reading kills the process takes no others with it.
 */
const ATTEMPTS = 12
const CAREFUL_FROM = 3

/** On a server, a job whose worker has not been heard of for so long is taken back. The worker says that it lives in a third of that. */
const HEARTBEAT_SECONDS = 30
export const ALIVE_EVERY_MS = (HEARTBEAT_SECONDS * 1000) / 3

/**
 * The queue of versions to read, on pg-boss, in the ledger's own database: embedded today, shared by a team's workers on a
 * server. Started on first need: starting costs a tenth of a second, making its tables a third.
 */
export function openQueue(engine: Engine): Queue {
  let starting: Promise<PgBoss> | undefined
  const boss = (): Promise<PgBoss> => {
    if (starting === undefined) starting = start(engine)
    return starting
  }
  return {
    async ready() {
      await (await boss()).getQueue(READ)
    },
    async waiting() {
      if (starting !== undefined) return true
      const made = await sql<{ made: boolean }>`select to_regclass('pgboss.job') is not null as made`.execute(engine.db)
      if (!made.rows[0]?.made) return false
      const { rows } = await sql<{ some: boolean }>`select exists (
        select 1 from pgboss.job where name = ${READ} and state in ('created', 'retry', 'active', 'failed')) as some`.execute(
        engine.db,
      )
      return rows[0]?.some ?? false
    },
    async enqueue(tx, jobs) {
      const running = await boss()
      for (let i = 0; i < jobs.length; i += 500) {
        const some = jobs.slice(i, i + 500).map((data) => ({ data }))
        await running.insert(READ, some, { db: fromKysely(tx) })
      }
    },
    async fetch(limit) {
      const running = await boss()
      const { rows } = await sql<{ tried: number }>`select coalesce(max(retry_count), 0)::integer as tried
        from pgboss.job where name = ${READ} and state = 'retry'`.execute(engine.db)
      const careful = (rows[0]?.tried ?? 0) >= CAREFUL_FROM
      return running.fetch<ReadJob>(READ, { batchSize: careful ? 1 : limit })
    },
    async size() {
      const { rows } = await sql<{ size: number }>`select count(*)::integer as size
        from pgboss.job where name = ${READ} and state in ('created', 'retry')`.execute(engine.db)
      return rows[0]?.size ?? 0
    },
    async alive(jobs) {
      if (jobs.length > 0)
        await (await boss()).touch(
          READ,
          jobs.map((job) => job.id),
        )
    },
    async complete(tx, ids) {
      if (ids.length > 0) await (await boss()).complete(READ, [...ids], null, { db: fromKysely(tx) })
    },
    async release(jobs) {
      const ids = jobs.map((job) => job.id)
      await sql`update pgboss.job set state = 'created', started_on = null, heartbeat_on = null
        where name = ${READ} and state = 'active' and id = any(${ids}::uuid[])`.execute(engine.db)
    },
    async reclaim() {
      const running = await boss()
      // In a folder the lock says that no other process is there: whoever held these is gone. On a server silence does.
      const gone = engine.kind === 'pglite' ? sql`true` : sql`heartbeat_on < now() - ${HEARTBEAT_SECONDS} * interval '1 second'`
      const held = await sql<{ id: string }>`select id::text from pgboss.job
        where name = ${READ} and state = 'active' and ${gone}`.execute(engine.db)
      const ids = held.rows.map((row) => row.id)
      if (ids.length > 0) await running.fail(READ, ids, { reason: 'the process that held it ended' })
      const { rows: lost } = await sql<Fetched>`select id::text, data from pgboss.job
        where name = ${READ} and state = 'failed'`.execute(engine.db)
      if (lost.length > 0)
        await running.deleteJob(
          READ,
          lost.map((job) => job.id),
        )
      return lost
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
    retentionSeconds: 10 * 365 * 86_400,
    deleteAfterSeconds: 86_400,
    ...(engine.kind === 'postgresql' ? { heartbeatSeconds: HEARTBEAT_SECONDS } : {}),
  })
  return boss
}
