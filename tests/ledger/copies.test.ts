import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { COPY_RULES } from '../../src/analyse/copies/arrival.ts'
import { analyse } from '../../src/analyse/index.ts'
import { openEmbedded, openServer } from '../../src/ledger/engine.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Copy } from '../../src/model/index.ts'
import { onBothEngines } from './engines.ts'
import { type Item, item, READER, readMany } from './sample.ts'

const LEAD =
  'The strait was closed to tankers from noon because of a mine that a fishing boat had seen adrift near the second buoy.'
const MORE = 'Pilots will go on board again when the navy has swept the channel twice, which may take until the end of the week.'
const ASIDE = 'In other news the price of barley fell for the third month and growers asked the ministry to buy what is in store.'

/** Texts that copy one another whole, in part, under another date, and one that does not. */
const ITEMS: readonly Item[] = [
  item('a', `${LEAD} ${MORE}`, { published: '2031-03-02', outlet: 'Strait Times' }),
  item('b', LEAD, { published: '2031-03-03' }),
  item('c', `${LEAD} ${MORE} ${ASIDE}`, { published: '2031-03-01' }),
  item('d', ASIDE, { published: '2031-03-04' }),
  item('e', `${MORE} ${LEAD}`, { published: null }),
  item(
    'f',
    'Nothing of this kind has been heard in the hills, where the schools open late for snow and the road is shut by dusk.',
    {},
  ),
]

async function fill(ledger: Ledger, batches: readonly (readonly Item[])[]): Promise<string> {
  const { id } = await ledger.currentSituation()
  for (const batch of batches) {
    await ledger.store(id, batch)
    await ledger.readQueued(READER, readMany)
    await ledger.indexCopies(id, COPY_RULES)
  }
  return id
}

/** What the rows say, and what the texts say when all are looked at. */
async function both(ledger: Ledger, id: string): Promise<{ rows: readonly Copy[] | undefined; whole: readonly Copy[] }> {
  const { copies, ...input } = await ledger.situationInput(id)
  const order = (a: Copy, b: Copy): number => (a.version < b.version ? -1 : 1)
  return { rows: copies && [...copies].sort(order), whole: [...analyse(input).copies].sort(order) }
}

onBothEngines('copies as rows', (place) => {
  test('are what the whole analysis finds, in whatever order and batches reports arrive', async () => {
    const seen: (readonly Copy[])[] = []
    for (const batches of [[ITEMS], ITEMS.map((one) => [one]), [ITEMS.toReversed().slice(0, 4), ITEMS.slice(0, 2)]]) {
      const ledger = await (await place()).open()
      const { rows, whole } = await both(ledger, await fill(ledger, batches))
      expect(rows).toEqual(whole)
      seen.push(whole)
      for await (const finding of ledger.doctor()) expect(finding).toMatchObject({ ok: true })
      await ledger.close()
    }
    expect(seen[0]).toHaveLength(4)
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })

  test('follow a report into its new version: what copied the old one copies another', async () => {
    const ledger = await (await place()).open()
    const id = await fill(ledger, [ITEMS])
    const before = await both(ledger, id)
    await fill(ledger, [[item('c', ASIDE.replace('barley', 'rye'), { published: '2031-03-01' })]])
    const after = await both(ledger, id)
    expect(after.rows).toEqual(after.whole)
    expect(after.whole).not.toEqual(before.whole)
    await ledger.close()
  })

  test('are not given while a report is due, and are made anew under other rules', async () => {
    const ledger = await (await place()).open()
    const id = await fill(ledger, [ITEMS.slice(0, 3)])
    await ledger.store(id, ITEMS.slice(3))
    await ledger.readQueued(READER, readMany)
    expect((await both(ledger, id)).rows).toBeUndefined()
    expect(await ledger.indexCopies(id, COPY_RULES)).toBe(3)
    expect(await ledger.indexCopies(id, COPY_RULES)).toBe(0)
    expect(await ledger.indexCopies(id, { ...COPY_RULES, version: 99, arrival: () => [] })).toBe(6)
    expect((await both(ledger, id)).rows).toEqual([])
    expect(await ledger.indexCopies(id, COPY_RULES)).toBe(6)
    const { rows, whole } = await both(ledger, id)
    expect(rows).toEqual(whole)
    await ledger.close()
  })

  test('come back after a backup and restore, which carries none', async () => {
    const from = await place()
    const ledger = await from.open()
    const id = await fill(ledger, [ITEMS])
    const { whole } = await both(ledger, id)
    const path = `${from.dir}/copies.backup`
    await ledger.backup(path)
    await ledger.close()
    const restored = await (await place()).open()
    await restored.restore(path)
    expect(await restored.indexCopies(id, COPY_RULES)).toBe(ITEMS.length)
    expect((await both(restored, id)).rows).toEqual(whole)
    await restored.close()
  })

  test('that someone changed are found by doctor', async () => {
    const at = await place()
    const ledger = await at.open()
    await fill(ledger, [ITEMS])
    await ledger.close()
    const engine = at.databaseUrl === null ? await openEmbedded(at.dir) : await openServer(at.databaseUrl)
    await sql`delete from sketch where report_id = (select report_id from sketch order by report_id limit 1)`.execute(engine.db)
    await engine.close()
    const again = await at.open()
    const faults: string[] = []
    for await (const finding of again.doctor()) if (!finding.ok) faults.push(finding.detail)
    expect(faults).toContain('the index of copies does not hold the current version: read the report again')
    await again.close()
  })
})
