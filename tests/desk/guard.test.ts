import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk } from '../../scripts/open-desk.ts'

let desk: OpenDesk
beforeAll(async () => {
  desk = await openDesk('Guard', [])
})
afterAll(() => desk?.close())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A request with exactly the headers given: fetch would not let a Host or an Origin be forged. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  const { hostname, port } = new URL(desk.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('who may ask', () => {
  it('listens on the loopback address alone', () => {
    expect(new URL(desk.url).hostname).toBe('127.0.0.1')
  })

  it('refuses a host name that was made to lead here, with the reason as problem details', async () => {
    for (const host of ['evil.example', `evil.example:${new URL(desk.url).port}`, '127.0.0.1', 'localhost.evil.example']) {
      const { status, headers, body } = await ask('/api/status', { host })
      expect([host, status]).toEqual([host, 421])
      expect(headers['content-type']).toContain('application/problem+json')
      expect(JSON.parse(body)).toMatchObject({ status: 421, type: 'about:blank' })
    }
  })

  it('refuses requests from other sites, and takes its own', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: desk.url.replace('http:', 'https:') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ])
      expect((await ask('/api/status', headers as unknown as Record<string, string>)).status).toBe(403)
    expect((await ask('/api/status', { origin: desk.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await ask('/api/status')).status).toBe(200)
    expect((await ask('/reports', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(200)
  })

  it("changes nothing without the header that another site's form can't send", async () => {
    const json = { 'content-type': 'application/json' }
    const wish = JSON.stringify({ name: 'Another' })
    expect((await ask('/api/situations', json, 'POST', wish)).status).toBe(403)
    expect((await ask('/api/situations', { 'content-type': 'text/plain' }, 'POST', wish)).status).toBe(403)
    expect((await desk.ledger.situations()).map((s) => s.name)).toEqual(['Guard'])
    const { status, body } = await ask('/api/situations', { ...json, 'x-sitrep-desk': '1' }, 'POST', wish)
    expect([status, body]).toEqual([201, expect.stringContaining('Another')])
    expect((await desk.ledger.situations()).map((s) => s.name).sort()).toEqual(['Another', 'Guard'])
    await desk.ledger.useSituation('Guard')
  })

  it('answers no preflight of another site', async () => {
    const { status, headers } = await ask(
      '/api/situations',
      {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-sitrep-desk',
      },
      'OPTIONS',
    )
    expect(status).toBe(403)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('what a browser is told', () => {
  it('gives the page a policy that takes scripts, styles, fonts and answers from the desk alone', async () => {
    const first = await ask('/')
    const policy = String(first.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    const second = await ask('/')
    expect(second.headers['content-security-policy']).not.toBe(policy)
  })

  it('gives every answer of the API a policy that runs nothing, and no cache', async () => {
    for (const path of ['/api/status', '/api/openapi.json', '/api/nothing', '/api/log']) {
      const { headers } = await ask(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('serves no file from outside its own folder', async () => {
    for (const path of [
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets//etc/passwd',
    ]) {
      const { status, body } = await ask(path)
      expect([path, status >= 400 || body.startsWith('<!doctype html>')]).toEqual([path, true])
      expect(body).not.toContain('"license"')
      expect(body).not.toContain('root:')
    }
  })
})

describe('what it answers', () => {
  it('says what is off with a request, as problem details', async () => {
    for (const [path, expected] of [
      ['/api/reports/nothing', 404],
      ['/api/questions/nothing', 404],
      ['/api/claims?limit=0', 400],
      ['/api/claims?limit=many', 400],
      ['/api/claims?modality=sure', 400],
      ['/api/sitrep?tlp=PINK', 400],
      ['/api/sitrep', 404],
      ['/api/overview?situation=none', 404],
      ['/api/nothing', 404],
      [`/api/reports/${'x'.repeat(400)}`, 414],
    ] as const) {
      const { status, headers, body } = await ask(path)
      expect([path, status]).toEqual([path, expected])
      expect(headers['content-type']).toContain('application/problem+json')
      expect(JSON.parse(body).detail).not.toBe('')
    }
  })

  it('tells nothing of the machine in an error', async () => {
    const { body } = await ask('/api/reports/%00%2e%2e')
    expect(body).not.toMatch(/\/src\/|node_modules|at .*\.ts/)
  })

  it('says what is wrong with a body that is not JSON, or too large', async () => {
    const headers = { 'content-type': 'application/json', 'x-sitrep-desk': '1' }
    expect((await ask('/api/situations', headers, 'POST', '{')).status).toBe(400)
    expect((await ask('/api/situations', headers, 'POST', JSON.stringify({ name: 'x'.repeat(2_000_000) }))).status).toBe(413)
    expect((await ask('/api/edits', headers, 'POST', JSON.stringify({ kind: 'drop' }))).status).toBe(400)
  })

  it('shows an empty situation as empty, not as an error', async () => {
    const { status, body } = await ask('/api/overview')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ sitrep: null, latest: [] })
  })
})
