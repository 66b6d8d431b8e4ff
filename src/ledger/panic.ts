import type { PGlite } from '@electric-sql/pglite'

/** The parts of Emscripten's module through which PGlite runs PostgreSQL. */
interface Running {
  _PostgresMainLoopOnce(): void
  stackRestore(at: unknown): void
}

/** PGlite answers PostgreSQL's jump out of a failed statement by going on; anything else thrown there means that PostgreSQL has ended. */
interface Ended {
  readonly status?: number
}

/**
 * Lets PostgreSQL's PANIC end the database, as it does in a server.
 *
 * PGlite drops every exception of PostgreSQL's main loop and runs it again. After a PANIC (a full disk while the log is written, say)
 * the input is never consumed, and it does so for ever. Here the first such exception is kept and thrown to whoever asked, and to
 * everyone who asks later; the files are as after a crash, and the next opening recovers them from the log.
 *
 * @returns what PostgreSQL ended with, or null while it runs
 */
export function endOnPanic(pglite: PGlite, writeFailure: () => Error | null): () => Error | null {
  const { mod, POSTGRES_MAIN_LONGJMP: jump } = pglite as unknown as { mod: Running; POSTGRES_MAIN_LONGJMP: number }
  let ended: Error | null = null
  const once = mod._PostgresMainLoopOnce
  mod._PostgresMainLoopOnce = () => {
    if (ended) throw ended
    try {
      once()
    } catch (error) {
      if ((error as Ended).status !== jump) ended = writeFailure() ?? asError(error)
      throw error
    }
  }
  // PGlite restores the stack in the very place where it drops the exception.
  const restore = mod.stackRestore
  mod.stackRestore = (at) => {
    restore(at)
    if (ended) throw ended
  }
  return () => ended
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`the embedded database has ended: ${String(thrown)}`)
}
