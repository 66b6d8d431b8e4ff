import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

/** Sent by the web app with every request that changes something: a form or a link of another site can't send it. */
export const REQUEST_HEADER = 'x-sitrep-desk'

/**
 * The desk has no accounts: it is for the person at this machine. So nobody else may reach it through that person's browser.
 * - Host must be this server's own loopback name and port, else a site whose name is made to lead here (DNS rebinding) could read it.
 * - Origin, where a browser sends one, must be the desk itself, and Sec-Fetch-Site must not be another site.
 * - What changes something needs a header that another site's form can't send (CSRF).
 */
export function guard(app: FastifyInstance, port: () => number): void {
  app.addHook('onRequest', async (request) => {
    const host = (request.headers.host ?? '').toLowerCase()
    const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`)
    if (!names.includes(host)) throw new ProblemError(421, `this desk answers to ${names[0]} only`)
    const origin = request.headers.origin
    if (origin !== undefined && !names.some((name) => origin === `http://${name}`))
      throw new ProblemError(403, 'requests from other sites are refused')
    const site = request.headers['sec-fetch-site']
    const navigating =
      request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET' && !request.url.startsWith('/api/')
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigating)
      throw new ProblemError(403, 'requests from other sites are refused')
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers[REQUEST_HEADER] === undefined) {
      throw new ProblemError(403, `a request that changes something needs the header ${REQUEST_HEADER}`)
    }
  })
}
