import type { RefusalReason } from '../model/index.ts'

/** One input could not become a report: the reason is API, the detail is for a person. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, detail: string) {
    // The detail may quote the input: one line, nothing that a terminal would obey.
    super(
      detail
        .toWellFormed()
        .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/g, ' ')
        .trim(),
    )
    this.name = 'Refusal'
    this.reason = reason
  }
}

/** What went wrong, as a refusal; a library's own error becomes "malformed", its message cut to one line. */
export function asRefusal(error: unknown, doing: string): Refusal {
  if (error instanceof Refusal) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new Refusal('not found', 'there is no such file')
  if (code === 'EACCES' || code === 'EPERM') return new Refusal('unreadable', 'permission is denied')
  if (code === 'ELOOP') return new Refusal('unreadable', 'its links lead in a circle')
  if (code === 'EISDIR' || code === 'ENOTDIR')
    return new Refusal('unreadable', 'a part of the path is not what it should be (file or folder)')
  if (code === 'ENAMETOOLONG') return new Refusal('not found', 'the name is too long')
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return new Refusal('unreadable', `${doing}: ${code}`)
  return new Refusal(
    'malformed',
    `${doing}: ${String(message ?? error)
      .split('\n')[0]
      ?.slice(0, 200)}`,
  )
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
