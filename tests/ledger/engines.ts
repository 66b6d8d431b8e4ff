import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { postgresPrograms, type Server, startPostgres } from './postgres.ts'

export interface Place {
  readonly dir: string
  readonly databaseUrl: string | null
  open(): Promise<Ledger>
}

/** Runs the same tests with ledgers in a folder and with ledgers on a PostgreSQL server. `place` makes a new, empty one; `folder` always makes one in a folder. */
export function onBothEngines(what: string, tests: (place: () => Promise<Place>, folder: () => Promise<Place>) => void): void {
  const programs = postgresPrograms()
  const root = mkdtempSync(join(tmpdir(), 'sitrep-ledger-'))
  let server: Server | undefined
  let count = 0
  const place = async (onServer: boolean): Promise<Place> => {
    const name = `t${++count}`
    const dir = join(root, name)
    const databaseUrl = onServer && server ? await server.database(name) : null
    let seconds = 0
    const now = (): Date => new Date(Date.UTC(2025, 2, 1, 9, 0, seconds++))
    return { dir, databaseUrl, open: () => openLedger({ dir, databaseUrl, now, holder: 'a test' }) }
  }
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  describe(`${what}, embedded`, () =>
    tests(
      () => place(false),
      () => place(false),
    ))
  describe.skipIf(programs === null)(`${what}, on a server`, () => {
    beforeAll(async () => {
      server = await startPostgres(programs ?? '')
    })
    afterAll(() => server?.stop())
    tests(
      () => place(true),
      () => place(false),
    )
  })
}
