import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Ledger } from '../ledger/ledger.ts'
import { guard } from './guard.ts'
import { answerProblem, ProblemError } from './problem.ts'
import { changeRoutes } from './routes/changes.ts'
import { claimRoutes } from './routes/claims.ts'
import { editRoutes } from './routes/edits.ts'
import { questionRoutes } from './routes/questions.ts'
import { reportRoutes } from './routes/reports.ts'
import { sitrepRoutes } from './routes/sitrep.ts'
import { situationRoutes } from './routes/situations.ts'
import { sourceRoutes } from './routes/sources.ts'
import { createStates } from './situation-state.ts'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** Where `npm run build` puts the web app. */
const BUILT = fileURLToPath(new URL('../../dist/desk', import.meta.url))

export interface DeskOptions {
  readonly ledger: Ledger
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  /** The built web app; without it the API alone is served, and the front page says how to build it. */
  readonly assets?: string
}

export type App = FastifyInstance

/** The API as a Fastify app that does not listen yet: what the tests and the document of the API are made from. */
export async function createApp(options: Pick<DeskOptions, 'ledger' | 'assets'>, port: () => number): Promise<App> {
  const app = Fastify({
    bodyLimit: 1_000_000,
    forceCloseConnections: true,
    frameworkErrors: answerProblem,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)
  guard(app as unknown as FastifyInstance, port)
  await app.register(helmet, {
    contentSecurityPolicy: false, // set below, with a nonce for each page
    hsts: false, // plain http on this machine
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Sitrep desk',
        version,
        description: 'What the ledger holds, for the desk and for programs on this machine.',
      },
      servers: [{ url: '/' }],
    },
    transform: jsonSchemaTransform,
  })
  const context = { ledger: options.ledger, states: createStates(options.ledger) }
  for (const routes of [
    situationRoutes,
    reportRoutes,
    claimRoutes,
    questionRoutes,
    changeRoutes,
    sourceRoutes,
    editRoutes,
    sitrepRoutes,
  ])
    await app.register(async (scope) => routes(scope as unknown as App, context))
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await serveWebApp(app as unknown as FastifyInstance, options.assets ?? BUILT)
  return app as unknown as App
}

/** Opens the desk. The lock on the ledger keeps it the only writer meanwhile. */
export async function createDesk(options: DeskOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  let port = options.port
  const app = await createApp(options, () => port)
  await app.listen({ host: options.host, port: options.port })
  port = (app.server.address() as AddressInfo).port
  return { url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`, close: () => app.close() }
}

async function serveWebApp(app: FastifyInstance, assets: string): Promise<void> {
  const index = join(assets, 'index.html')
  if (!existsSync(index)) {
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      reply
        .type('text/plain')
        .send('The desk is not built yet: run `npm run build`, then start it again. The API answers under /api.\n'),
    )
    app.setNotFoundHandler(() => {
      throw new ProblemError(404, 'there is nothing here')
    })
    return
  }
  const page = readFileSync(index, 'utf8')
  await app.register(fastifyStatic, {
    root: join(assets, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  })
  const send = (reply: import('fastify').FastifyReply): unknown => {
    // Styles that the component library makes at run time carry the nonce; scripts come from files only.
    const nonce = randomBytes(16).toString('base64')
    reply.header(
      'content-security-policy',
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    return reply.type('text/html; charset=utf-8').send(page.replace('{{nonce}}', nonce))
  }
  app.get('/', { schema: { hide: true } }, (_request, reply) => send(reply))
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      throw new ProblemError(404, 'there is nothing here')
    return send(reply)
  })
}
