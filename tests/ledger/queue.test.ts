import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Engine, openEmbedded, openServer } from '../../src/ledger/engine.ts'
import { openQueue } from '../../src/ledger/queue.ts'
import { onBothEngines } from './engines.ts'
import { item, READER, readMany, readSentences } from './sample.ts'

onBothEngines('the queue', (place) => {
  test('gives back at once what a killed process held, and gives up on what kills again and again, but on nothing else', async () => {
    const at = await place()
    const ledger = await at.open()
    const { id } = await ledger.currentSituation()
    const stored = await ledger.store(
      id,
      ['One', 'Two', 'Three'].map((word) => item(word, `${word} trains were late.`)),
    )
    const killer = stored[0]?.version
    await ledger.close()
    const engine: Engine = at.databaseUrl === null ? await openEmbedded(at.dir) : await openServer(at.databaseUrl)
    let readOthers = 0
    let lost: readonly unknown[] = []
    for (let kills = 0; lost.length === 0 && kills < 100; kills++) {
      const queue = openQueue(engine)
      lost = await queue.reclaim()
      for (;;) {
        const jobs = await queue.fetch(10)
        if (jobs.length === 0) break
        // The process "ends" while it holds the first report, alone or with others.
        if (jobs.some((job) => job.data.version === killer)) break
        await engine.db.transaction().execute((tx) =>
          queue.complete(
            tx,
            jobs.map((job) => job.id),
          ),
        )
        readOthers += jobs.length
      }
      // On a server a job comes back when nobody has spoken for it; here time is moved instead of waited for.
      await sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`.execute(engine.db)
      await queue.stop()
    }
    expect(lost).toHaveLength(1)
    expect(readOthers).toBe(2)
    await engine.close()
  })

  test('is not started where there is nothing to do', async () => {
    const at = await place()
    const ledger = await at.open()
    expect(await ledger.readQueued(READER, readMany)).toEqual({ read: 0, failed: [] })
    await ledger.close()
    const engine: Engine = at.databaseUrl === null ? await openEmbedded(at.dir) : await openServer(at.databaseUrl)
    expect((await sql<{ made: boolean }>`select to_regclass('pgboss.job') is not null as made`.execute(engine.db)).rows).toEqual([
      { made: false },
    ])
    await engine.close()
  })

  test('stops between batches when asked to, and goes on the next time', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    await ledger.store(
      id,
      Array.from({ length: 100 }, (_, i) => item(`n${i}`, `Bulletin ${i} came.`)),
    )
    const stop = new AbortController()
    const first = await ledger.readQueued(
      READER,
      (reports) => {
        stop.abort()
        return Promise.resolve(reports.map(readSentences))
      },
      { signal: stop.signal },
    )
    expect(first.read).toBeGreaterThan(0)
    expect(first.read).toBeLessThan(100)
    expect((await ledger.readQueued(READER, readMany)).read).toBe(100 - first.read)
    await ledger.close()
  })

  test('a reader that fails as a whole leaves the reports to be read', async () => {
    const at = await place()
    let ledger = await at.open()
    const { id } = await ledger.currentSituation()
    await ledger.store(id, [item('a', 'The dam held.')])
    await expect(ledger.readQueued(READER, () => Promise.reject(new Error('no weights')))).rejects.toThrow('no weights')
    expect((await ledger.readQueued(READER, readMany)).read).toBe(1)
    await ledger.close()
    ledger = await at.open()
    expect((await ledger.status()).unread).toBe(0)
    await ledger.close()
  })
})
