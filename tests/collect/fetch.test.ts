import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/collect/options.ts'
import { isPublicAddress } from '../../src/collect/public-address.ts'
import { collected } from './inputs.ts'

const SAYS = 'The harbour master said on Tuesday that nine barges had sunk in the storm, and that two more were missing. '
const PAGE = `<html lang="en"><head><title>Barges sink</title></head><body><article>${`<p>${SAYS}</p>`.repeat(6)}</article></body></html>`

/** A stand-in for the web on this machine. */
let server: Server
let port = 0
const seen: IncomingMessage[] = []
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /private\n'),
  '/story': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE),
  '/private/story': (_, response) => response.end(PAGE),
  '/moved': (_, response) => response.writeHead(301, { location: '/story' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/loopback': (_, response) => response.writeHead(302, { location: `http://[::ffff:127.0.0.1]:${port + 1}/` }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/gone': (_, response) => response.writeHead(410).end('gone'),
  '/large': (_, response) => response.end('x'.repeat(300_000)),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000, 'a'))),
  '/never': (_, response) => void response.write('<html>'),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100000' })
    response.write('<html>', () => response.destroy())
  },
}

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    const page = pages[request.url ?? '']
    if (page) page(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** Lets this one server through, as if it were public; everything else stays refused. */
async function get(path: string, limits = LIMITS) {
  const [item] = await collected([`http://127.0.0.1:${port}${path}`], {
    limits,
    fetch: { timeoutMs: 1_500, alsoAllow: (address, at) => address === '127.0.0.1' && at === port },
  })
  return item
}

const reason = async (path: string, limits = LIMITS): Promise<string | undefined> => {
  const item = await get(path, limits)
  return item?.ok ? 'ok' : item?.reason
}

describe('fetching', () => {
  test('a page, its redirect and an honest name', async () => {
    const item = await get('/moved')
    expect(item).toMatchObject({
      ok: true,
      report: { address: `http://127.0.0.1:${port}/story`, metadata: { title: 'Barges sink' } },
    })
    expect(seen.at(-1)?.headers['user-agent']).toMatch(/^Sitrep\/\d/)
  })

  test.each([
    ['/private/story', 'robots'],
    ['/gone', 'http error'],
    ['/circle', 'http error'],
    ['/never', 'timeout'],
    ['/cut', 'network'],
    ['/inside', 'refused address'],
    ['/loopback', 'refused address'],
    ['/file', 'refused address'],
  ])('%s: %s', async (path, expected) => {
    expect(await reason(path)).toBe(expected)
  })

  test('what is too large is refused, packed or not', async () => {
    expect(await reason('/large', { ...LIMITS, bytes: 200_000 })).toBe('too large')
    expect(await reason('/bomb', { ...LIMITS, inflated: 1_000_000 })).toBe('too large')
  })

  test('robots.txt is asked once for a host, and nothing that it forbids is asked for', async () => {
    const before = seen.length
    await collected([`http://127.0.0.1:${port}/story`, `http://127.0.0.1:${port}/private/story`], {
      fetch: { alsoAllow: (address, at) => address === '127.0.0.1' && at === port },
    })
    expect(seen.slice(before).map((request) => request.url)).toEqual(['/robots.txt', '/story'])
  })

  test('without that permission nothing on this machine is asked for, whatever it is called', async () => {
    const before = seen.length
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1', '[::ffff:7f00:1]']
    const items = await collected(hosts.map((host) => `http://${host}:${port}/story`))
    expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(hosts.map(() => 'refused address'))
    expect(seen.length).toBe(before)
  })
})

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['10.0.0.1', false],
  ['172.16.5.4', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::7f00:1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
