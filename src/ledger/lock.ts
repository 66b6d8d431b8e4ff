import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LedgerInUse } from './error.ts'

export interface Lock {
  release(): void
}

/**
 * Takes the ledger folder for this process alone. PGlite itself lets two processes open one folder and loses rows.
 *
 * The lock is the kernel's own, on `lock.db`, held through SQLite's exclusive transaction: it works on every platform and is
 * let go when the process ends, however it ends, so that there is never a stale one to break (docs/decisions/0010-lock.md).
 * `lock.json` beside it only says who holds it.
 * @param holder what the second process is told: "sitrep serve on http://127.0.0.1:7310"
 * @throws LedgerInUse naming the holder
 */
export function takeLock(dir: string, holder: string, now: Date): Lock {
  const database = new DatabaseSync(join(dir, 'lock.db'), { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (/locked|busy/i.test(String((error as Error).message))) throw new LedgerInUse(dir, whoHolds(dir))
    throw error
  }
  writeFileSync(join(dir, 'lock.json'), JSON.stringify({ holder, process: process.pid, since: now.toISOString() }))
  let held = true
  return {
    release() {
      if (!held) return
      held = false
      database.exec('ROLLBACK')
      database.close()
    },
  }
}

function whoHolds(dir: string): string {
  try {
    const { holder, process: pid, since } = JSON.parse(readFileSync(join(dir, 'lock.json'), 'utf8'))
    return `${holder} (process ${pid}, since ${since})`
  } catch {
    return 'another process'
  }
}
