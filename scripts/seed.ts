// `npm run seed`: makes the empty database that ships, so that nobody waits for initdb. Run it after each change of PGlite's version.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pack } from '../src/ledger/seed/pack.ts'

const dir = await mkdtemp(join(tmpdir(), 'sitrep-seed-'))
// Log files of 1 MB: the ones that the empty database has would be 16 MB each.
const pglite = await PGlite.create({ dataDir: dir, initDbStartParams: ['--wal-segsize=1'] })
// The templates are for making databases; a ledger is one database.
await pglite.exec('update pg_database set datistemplate = false')
for (const name of ['template0', 'template1']) await pglite.exec(`drop database ${name}`)
await pglite.exec('vacuum full freeze')
await pglite.exec('checkpoint')
const { rows } = await pglite.query<{ version: string }>('select version()')
await pglite.close()
const packed = await pack(dir)
await rm(dir, { recursive: true })
await writeFile(new URL('../src/ledger/seed/database.br', import.meta.url), packed)
console.log(`src/ledger/seed/database.br: ${packed.byteLength} bytes, ${rows[0]?.version}`)
