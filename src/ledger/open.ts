import type { Ledger } from './ledger.ts'

export interface OpenOptions {
  /** The ledger folder: archive, lock, and (without a server) the embedded database. */
  readonly dir: string
  /** A PostgreSQL server; null uses the embedded one in `dir`. */
  readonly databaseUrl: string | null
  /** The only clock of the ledger. */
  readonly now: () => Date
  /** Who holds the lock, for the message that a second process gets: "sitrep serve on http://127.0.0.1:7310". */
  readonly holder: string
}

/** Opens the ledger, making it on first use. */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  throw new Error(`not built yet: ${options.dir}`)
}
