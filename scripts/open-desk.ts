import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collect } from '../src/collect/index.ts'
import { createDesk } from '../src/desk/server.ts'
import { addCollected } from '../src/flow/add.ts'
import { bringUpToDate } from '../src/flow/up-to-date.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { openLedger } from '../src/ledger/open.ts'

/** The sample situation's reports. */
export const SAMPLE = fileURLToPath(new URL('../examples/north-korean-troops', import.meta.url))

export interface OpenDesk {
  readonly url: string
  readonly ledger: Ledger
  /** Ledger id of the situation that holds the reports. */
  readonly situation: string
  close(): Promise<void>
}

/**
 * A desk as people get it, on a ledger of its own in a temporary folder: the paths are collected, read and analysed first.
 * Its clock stands at the morning of 1 March 2025 and moves one second with each look, so that the same reports give the same desk.
 */
export async function openDesk(name: string, paths: readonly string[]): Promise<OpenDesk> {
  const root = mkdtempSync(join(tmpdir(), 'sitrep-desk-'))
  let seconds = 0
  const now = (): Date => new Date(Date.UTC(2025, 2, 1, 9, 0, seconds++))
  const ledger = await openLedger({ dir: join(root, 'ledger'), databaseUrl: null, now, holder: name })
  const { id: situation } = await ledger.createSituation(name)
  await ledger.useSituation(situation)
  for await (const added of addCollected(ledger, situation, collect(paths, { given: {}, now, stdin: process.stdin })))
    if (!added.ok) throw new Error(`${added.address}: ${added.reason}: ${added.detail}`)
  await bringUpToDate(ledger, situation)
  const desk = await createDesk({ ledger, host: '127.0.0.1', port: 0 })
  return {
    url: desk.url,
    ledger,
    situation,
    async close() {
      await desk.close()
      await ledger.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
