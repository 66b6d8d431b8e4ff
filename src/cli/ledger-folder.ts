import { resolve } from 'node:path'
import envPaths from 'env-paths'
import type { Ledger } from '../ledger/ledger.ts'
import type { Situation } from '../model/index.ts'
import { EXIT, UserError } from './exit-codes.ts'

export interface LedgerOptions {
  readonly ledger?: string
  readonly situation?: string
}

/** `--ledger`, else SITREP_LEDGER, else the platform's data folder. */
export function ledgerFolder(options: LedgerOptions): string {
  const chosen = options.ledger ?? process.env.SITREP_LEDGER
  return resolve(chosen && chosen !== '' ? chosen : envPaths('sitrep', { suffix: '' }).data)
}

/** Opens the ledger for one command and closes it whatever happens. */
export async function withLedger<T>(options: LedgerOptions, holder: string, use: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { openLedger } = await import('../ledger/open.ts')
  const ledger = await openLedger({
    dir: ledgerFolder(options),
    databaseUrl: process.env.DATABASE_URL || null,
    now: () => new Date(),
    holder,
  })
  try {
    return await use(ledger)
  } finally {
    await ledger.close()
  }
}

/** The situation that `--situation` names, else the one in use. */
export async function chosenSituation(ledger: Ledger, options: LedgerOptions): Promise<Situation> {
  if (options.situation === undefined) return ledger.currentSituation()
  const wanted = options.situation
  const all = await ledger.situations()
  const found =
    all.find((s) => s.id === wanted) ??
    all.find((s) => s.name === wanted) ??
    all.find((s) => s.name.toLowerCase() === wanted.toLowerCase())
  if (found) return found
  throw new UserError(`There is no situation "${wanted}". \`sitrep situation list\` shows those there are.`, EXIT.notFound)
}
