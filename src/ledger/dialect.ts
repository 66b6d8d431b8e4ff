import type { PGlite } from '@electric-sql/pglite'
import { type DatabaseConnection, type Driver, PGliteDialect, PGliteDriver } from 'kysely'

/**
 * Kysely's PGlite dialect hands its one connection to whoever asks: a query made while another caller's transaction is open
 * would run inside it, and two transactions would mix. Here the connection is lent to one at a time, in the order of asking.
 */
export class OneAtATimeDialect extends PGliteDialect {
  readonly #pglite: PGlite
  constructor(pglite: PGlite) {
    super({ pglite })
    this.#pglite = pglite
  }
  override createDriver(): Driver {
    return new OneAtATimeDriver({ pglite: this.#pglite })
  }
}

class OneAtATimeDriver extends PGliteDriver {
  #last: Promise<void> = Promise.resolve()
  #release: (() => void) | null = null

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    this.#release = resolve
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection()
    this.#release?.()
  }
}
