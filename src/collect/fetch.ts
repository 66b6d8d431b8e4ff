import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import * as robots from 'robots-parser'
import { Agent, request } from 'undici'
import type { FetchOptions, Limits } from './options.ts'
import { publicLookup, refuseLiteral } from './public-address.ts'
import { megabytes, Refusal } from './refusal.ts'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** Says honestly what this is. No address is given, since none is known to be ours. */
export const USER_AGENT = `Sitrep/${version} (news reading for analysts; honours robots.txt)`

/** The package is CommonJS whose types say it is a module: its function is the default of its default. */
const parseRobots = robots.default as unknown as (
  url: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined }

const REDIRECTS = 5
const TIMEOUT_MS = 30_000
const ROBOTS_BYTES = 512_000

export interface Fetched {
  readonly url: string
  readonly bytes: Uint8Array
  readonly headers: Record<string, string>
  readonly mediaType: string | null
  readonly charset: string | null
}

/** Fetches web addresses, each host's robots.txt once. One for each command; `close` ends its connections. */
export function createFetcher(
  limits: Limits,
  options: FetchOptions = {},
): { fetch(address: string): Promise<Fetched>; close(): Promise<void> } {
  const agents = new Map<number, Agent>()
  const rulesOf = new Map<string, Promise<(url: string) => boolean>>()
  const timeout = options.timeoutMs ?? TIMEOUT_MS
  const agentFor = (port: number): Agent => {
    let agent = agents.get(port)
    if (agent === undefined) {
      agent = new Agent({
        connect: { lookup: publicLookup(port, options.alsoAllow), timeout: 10_000 },
        headersTimeout: 15_000,
        bodyTimeout: 15_000,
        maxHeaderSize: 65_536,
        connections: 2,
      })
      agents.set(port, agent)
    }
    return agent
  }

  /** One request, redirects followed by hand so that each target is checked like the first. */
  const get = async (
    address: string,
    most: number,
    signal: AbortSignal,
    allowed: (url: string) => Promise<void>,
  ): Promise<Fetched & { status: number }> => {
    let url = new URL(address)
    for (let hop = 0; ; hop++) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw new Refusal('refused address', `${url.protocol} is not fetched; only http and https are`)
      const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
      refuseLiteral(url.hostname, port, options.alsoAllow)
      await allowed(url.href)
      const response = await request(url, {
        dispatcher: agentFor(port),
        signal,
        headers: {
          'user-agent': USER_AGENT,
          accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
        },
      })
      const headers = flat(response.headers)
      if (response.statusCode >= 300 && response.statusCode < 400 && headers.location !== undefined) {
        await response.body.dump()
        if (hop >= REDIRECTS) throw new Refusal('http error', `it redirects more than ${REDIRECTS} times`)
        url = new URL(headers.location, url)
        continue
      }
      const bytes = await inflated(response.body, headers['content-encoding'], most, limits)
      const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';')
      const charset =
        parameters.map((p) => /^\s*charset\s*=\s*"?([\w.:-]+)/i.exec(p)?.[1]).find((found) => found !== undefined) ?? null
      return { url: url.href, status: response.statusCode, bytes, headers, mediaType: type.trim().toLowerCase() || null, charset }
    }
  }

  const rulesFor = (origin: string, signal: AbortSignal): Promise<(url: string) => boolean> => {
    let rules = rulesOf.get(origin)
    if (rules === undefined) {
      rules = readRobots(origin, signal)
      rulesOf.set(origin, rules)
    }
    return rules
  }

  /** RFC 9309, 2.3.1: a 4xx answer means no rules; a 5xx or no answer means keep out. */
  const readRobots = async (origin: string, signal: AbortSignal): Promise<(url: string) => boolean> => {
    const address = `${origin}/robots.txt`
    try {
      const { status, bytes } = await get(address, ROBOTS_BYTES, signal, () => Promise.resolve())
      if (status >= 400 && status < 500) return () => true
      if (status >= 500) return () => false
      const rules = parseRobots(address, Buffer.from(bytes).toString('utf8'))
      return (url) => rules.isAllowed(url, 'Sitrep') !== false
    } catch (error) {
      const refusal = named(error)
      if (refusal.reason === 'too large') return () => true
      if (refusal.reason === 'refused address') throw refusal
      return () => false
    }
  }

  return {
    async fetch(address) {
      const signal = AbortSignal.timeout(timeout)
      try {
        const answer = await get(address, limits.bytes, signal, async (url) => {
          const allowed = await rulesFor(new URL(url).origin, signal)
          if (!allowed(url)) throw new Refusal('robots', 'its robots.txt asks programs not to fetch it, or could not be read')
        })
        if (answer.status !== 200) throw new Refusal('http error', `the server answered ${answer.status}`)
        if (answer.bytes.length === 0) throw new Refusal('empty', 'the server answered with nothing')
        return answer
      } catch (error) {
        throw named(error)
      }
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()))
    },
  }
}

async function inflated(body: Readable, encoding: string | undefined, most: number, limits: Limits): Promise<Uint8Array> {
  const unpackers = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
    zstd: createZstdDecompress,
  }
  const name = (encoding ?? 'identity').trim().toLowerCase()
  let stream: Readable = body
  if (name !== 'identity' && name !== '') {
    const create = Object.hasOwn(unpackers, name) ? unpackers[name as keyof typeof unpackers] : undefined
    if (create === undefined) throw new Refusal('malformed', `the server packed it as "${name.slice(0, 40)}", which is not known`)
    const unpacker = create()
    body.on('error', (error) => unpacker.destroy(error))
    stream = body.pipe(unpacker)
  }
  const chunks: Buffer[] = []
  let size = 0
  const limit = name === 'identity' ? most : Math.min(most, limits.inflated)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      body.destroy()
      throw new Refusal('too large', `it is larger than ${megabytes(limit)}${name === 'identity' ? '' : ' unpacked'}`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) result[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  return result
}

/** A network failure in the words of `RefusalReason`. */
function named(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { name, code, message, cause } = error as NodeJS.ErrnoException & { cause?: unknown }
  if (cause instanceof Refusal) return cause
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? ''))
    return new Refusal('timeout', 'the server took too long')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new Refusal('network', 'the name is not known (or there is no network)')
  if (code === 'ECONNREFUSED') return new Refusal('network', 'the server does not answer')
  if (code === 'ERR_INVALID_URL') return new Refusal('malformed', 'it redirects to something that is no address')
  if (/^Z_|zlib|brotli/i.test(String(code ?? message)))
    return new Refusal('malformed', 'what the server sent can not be unpacked')
  return new Refusal('network', String(message).split('\n')[0]?.slice(0, 200) ?? 'it failed')
}
