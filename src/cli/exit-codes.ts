/** Exit codes are API: scripts branch on them. Listed in docs/CLI.md, which is made from this table. */
export const EXIT = {
  ok: 0,
  someFailed: 1,
  usage: 2,
  notFound: 3,
  faults: 4,
  internal: 70,
  inUse: 75,
  io: 74,
  interrupted: 130,
} as const

export const EXIT_MEANING: Readonly<Record<keyof typeof EXIT, string>> = {
  ok: 'all done',
  someFailed: 'some inputs failed, each with its own line; the rest is done and durable',
  usage: 'the command line is off: nothing was done',
  notFound: 'nothing in the ledger has the id or name that was asked for',
  faults: '`doctor` found something that does not hold, or a SITREP did not pass its own check',
  internal: 'a defect in Sitrep: please report it',
  inUse: 'another process holds the ledger folder; its name is in the message',
  io: 'the ledger could not be opened, read or written (permissions, a full disk, a database that does not answer)',
  interrupted: 'stopped by Ctrl-C; what was acknowledged is durable',
}

/** An error that a user can meet: says what happened, to what, and what to do. */
export class UserError extends Error {
  readonly code: number
  constructor(message: string, code: number) {
    super(message)
    this.name = 'UserError'
    this.code = code
  }
}
