import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from './answers.ts'

/** An error that the API answers with: RFC 9457 problem details. */
export class ProblemError extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.name = 'ProblemError'
    this.status = status
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is off',
  403: 'Refused',
  404: 'Not found',
  409: 'In conflict',
  413: 'Too large',
  415: 'Not a kind that is taken',
  421: 'Not this server',
  422: 'Could not be done',
  500: 'A defect in Sitrep',
  503: 'The ledger is not available',
}

export function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail }
}

/** Every error leaves as a problem; what is our own fault says no more than that, and goes to standard error. */
export function answerProblem(error: FastifyError | ProblemError | Error, _request: FastifyRequest, reply: FastifyReply): void {
  const status =
    error instanceof ProblemError
      ? error.status
      : error.name === 'LedgerError'
        ? 422
        : 'statusCode' in error && typeof error.statusCode === 'number'
          ? error.statusCode
          : 500
  const detail =
    status >= 500 && !(error instanceof ProblemError)
      ? 'something went wrong; the terminal that runs the desk says what'
      : error.message.slice(0, 500)
  if (status >= 500) console.error(`sitrep serve: ${error.message.slice(0, 500)}`)
  reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify(problem(status, detail)))
}
