import { CommanderError } from 'commander'
import { EXIT, UserError } from './exit-codes.ts'
import { program } from './program.ts'
import { err } from './terminal.ts'

// A reader that closes the pipe early (`sitrep claims | head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok)
    throw error
  })
}

try {
  await program().parseAsync(process.argv)
} catch (error) {
  process.exitCode = report(error)
}

/** Says what went wrong in one line a person can act on, and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (error instanceof UserError) {
    err(`sitrep: ${error.message}`)
    return error.code
  }
  const { name, message, code } = error as NodeJS.ErrnoException
  if (name === 'LedgerInUse') {
    err(`sitrep: ${message}`)
    return EXIT.inUse
  }
  if (
    name === 'LedgerError' ||
    ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'EDQUOT', 'ENOTDIR', 'ECONNREFUSED'].includes(code ?? '')
  ) {
    err(`sitrep: ${message}`)
    return EXIT.io
  }
  // The stack is for whoever mends it; the message comes first, cut, since a database error can carry pages of source.
  err(`sitrep: this is a defect in Sitrep: ${String(message).slice(0, 500)}`)
  if (process.env.SITREP_DEBUG) err(String((error as Error).stack).slice(0, 4000))
  else err('Set SITREP_DEBUG=1 to see where, and please report it.')
  return EXIT.internal
}
