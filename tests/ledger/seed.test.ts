import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { unpack } from '../../src/ledger/seed/pack.ts'
import { onBothEngines } from './engines.ts'

test('the empty database that ships is of the PostgreSQL that PGlite has; else: npm run seed', async () => {
  const files = new Map<string, Uint8Array | null>()
  for (const { path, bytes } of unpack(readFileSync(new URL('../../src/ledger/seed/database.br', import.meta.url))))
    files.set(path, bytes)
  const pglite = await PGlite.create()
  const { rows } = await pglite.query<{ major: string; catalogue: number }>(
    `select current_setting('server_version_num')::integer / 10000 as major, (select catalog_version_no from pg_control_system()) as catalogue`,
  )
  await pglite.close()
  expect(
    Buffer.from(files.get('PG_VERSION') ?? [])
      .toString()
      .trim(),
  ).toBe(String(rows[0]?.major))
  const control = Buffer.from(files.get('global/pg_control') ?? [])
  expect(control.readUInt32LE(12), 'catalogue version').toBe(rows[0]?.catalogue)
  expect([...files.keys()].filter((path) => path.startsWith('base/') && path.endsWith('/PG_VERSION'))).toHaveLength(1)
})

onBothEngines('opening', (place) => {
  test('makes a ledger with a situation of its own accord, and finds it again', async () => {
    const at = await place()
    const ledger = await at.open()
    expect(await ledger.status()).toMatchObject({
      situation: null,
      situations: 0,
      reports: 0,
      unread: 0,
      logEntries: 0,
      archiveBytes: 0,
    })
    const { name, id } = await ledger.currentSituation()
    expect(name).toBe('Situation 1')
    await ledger.close()
    const again = await at.open()
    expect((await again.status()).situation).toMatchObject({ id, name })
    await again.close()
  })
})
