/** The ledger could not do what it was asked: what, to what, and what to do, in words for a person. */
export class LedgerError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'LedgerError'
  }
}

/** Another process holds the folder. */
export class LedgerInUse extends Error {
  constructor(dir: string, holder: string) {
    super(`the ledger ${dir} is in use by ${holder}. Stop it, or work through it; two processes on one ledger would lose rows.`)
    this.name = 'LedgerInUse'
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then run the command again: what was acknowledged is safe.',
  EDQUOT: 'the disk quota is used up. Make room, then run the command again: what was acknowledged is safe.',
  EACCES: 'permission is denied. Choose another folder with --ledger, or give yourself the right to write there.',
  EPERM: 'permission is denied. Choose another folder with --ledger, or give yourself the right to write there.',
  EROFS: 'the file system is read-only. Choose another folder with --ledger.',
  ENOTDIR: 'a part of that path is a file, not a folder. Choose another folder with --ledger.',
  ECONNREFUSED: 'the database server does not answer. Check DATABASE_URL and that the server runs.',
  ENOTFOUND: 'the database server has no such name. Check DATABASE_URL.',
  '28P01': 'the database refuses the password. Check DATABASE_URL.',
  '3D000': 'the database does not exist. Create it, or check DATABASE_URL.',
  '53100': 'the disk is full. Make room, then run the command again: what was acknowledged is safe.',
}

/**
 * Puts a database's or file system's error into one line. PGlite's errors carry its whole minified source line in the stack:
 * only the message goes on.
 */
export function inWords(doing: string, error: unknown): Error {
  if (error instanceof LedgerError || error instanceof LedgerInUse) return error
  if (!(error instanceof Error)) return new LedgerError(`${doing}: ${String(error)}`)
  if (error.name === 'SpanMismatch') return error
  const code = codeOf(error)
  const message = error.message.split('\n')[0]?.slice(0, 300) ?? ''
  const advice = ADVICE[code] ?? (/no space left|ENOSPC/i.test(message) ? ADVICE.ENOSPC : undefined)
  return new LedgerError(`${doing}: ${advice ?? message}`, { cause: message })
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) for (const inner of error.errors) if (inner instanceof Error) return codeOf(inner)
  return ''
}
