import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openEmbedded, openServer } from '../../src/ledger/engine.ts'
import { onBothEngines } from './engines.ts'
import { item, READER, readMany } from './sample.ts'

onBothEngines('migrations', (place) => {
  test('a ledger of the first schema is brought up to date with all that is in it', async () => {
    const at = await place()
    let ledger = await at.open()
    const { id } = await ledger.currentSituation()
    await ledger.store(id, [item('a', 'The pilot said 9 ships left Port Ansel.')])
    await ledger.readQueued(READER, readMany)
    const places = await ledger.placeMentions(id)
    expect(places).toHaveLength(1)
    await ledger.close()
    const engine = at.databaseUrl === null ? await openEmbedded(at.dir) : await openServer(at.databaseUrl)
    await sql`alter table reading drop column places`.execute(engine.db)
    for (const table of ['sketch', 'copy', 'copy_index', 'copy_due']) await sql`drop table ${sql.table(table)}`.execute(engine.db)
    await sql`delete from kysely_migration where name > '0001'  and name <> '0001-record'`.execute(engine.db)
    await engine.close()
    ledger = await at.open()
    expect(await ledger.placeMentions(id)).toEqual(places)
    for await (const finding of ledger.doctor()) expect(finding).toMatchObject({ ok: true })
    await ledger.close()
  })

  test('a ledger of a later Sitrep is left alone, and that is said', async () => {
    const at = await place()
    await (await at.open()).close()
    const engine = at.databaseUrl === null ? await openEmbedded(at.dir) : await openServer(at.databaseUrl)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(engine.db)
    await engine.close()
    await expect(at.open()).rejects.toThrow('brought to 9999-later by a later Sitrep')
  })
})
