import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOne } from '../../src/flow/read-one.ts'
import { type Readable, type Reading, verifySpans } from '../../src/model/index.ts'
import { openSecondReader, type SecondReader } from '../../src/second/index.ts'
import type { Settings } from '../../src/second/settings.ts'
import { answering, claim, completion, error, quotes, type Reply, type StandIn, send, standIn } from './stand-in.ts'

const KEY = 'sk-very-secret-0123456789'
const report: Readable = {
  text: 'The harbour office said that two cranes had fallen. Dockers on the quay saw the first crane go down at noon.\n\nAccording to the union, nobody was hurt.',
  title: null,
  outlet: null,
  published: '2026-03-04',
  language: 'en',
}
let server: StandIn
let first: Reading

beforeEach(async () => {
  server = await standIn(answering())
  first = await readOne(report)
})
afterEach(() => server.close())

function reader(settings: Partial<Settings> = {}): SecondReader {
  return openSecondReader({
    url: server.url,
    model: 'stand-in',
    key: KEY,
    timeoutMs: 20_000,
    tokens: 40_000,
    concurrency: 2,
    backoffMs: 1,
    ...settings,
  })
}

async function readWith(reply: Reply, settings: Partial<Settings> = {}): Promise<Reading> {
  server.reply = reply
  const reading = await reader(settings).read(report, first)
  expect(verifySpans(report.text, reading)).toEqual([])
  // Whatever happens, the first reader's claims stand as they were.
  expect(reading.claims.slice(0, first.claims.length).map(({ second: _, ...rest }) => rest)).toEqual(first.claims)
  expect(JSON.stringify(reading)).not.toContain(KEY)
  return reading
}

const cranes = claim([1, 'two cranes had fallen'], [1, 'The harbour office'], [1, 'said'])
const seen = claim([2, 'the first crane go down at noon'], [2, 'Dockers on the quay'], [2, 'saw'])

test('what both found is one claim, what only the second found comes after, marked with model, version and prompt', async () => {
  const reading = await readWith(answering(cranes, seen))
  const { second } = reading
  expect(second).toMatchObject({ onlySecond: 1, same: 1, dropped: 0, failed: null })
  expect(second?.reader).toMatchObject({ model: 'stand-in', version: 'stand-in-2026-01' })
  expect(second?.reader.prompt).toMatch(/^[0-9a-f]{12}$/)
  expect(reading.claims.find((item) => item.second !== undefined)?.chain[0]?.source[0]?.text).toBe('The harbour office')
  const added = reading.claims.slice(first.claims.length)
  expect(added).toHaveLength(1)
  expect(added[0]).toMatchObject({ id: `c${first.claims.length + 1}`, reader: second?.reader, reported: '2026-03-04' })
  expect(added[0]?.times).not.toEqual([])
})

test('one request holds the sentences, the key as a bearer token, a schema, and no tools', async () => {
  await readWith(answering())
  expect(server.requests).toHaveLength(1)
  const [request] = server.requests
  expect(request?.path).toBe('/v1/chat/completions')
  expect(request?.headers.authorization).toBe(`Bearer ${KEY}`)
  expect(request?.body.response_format?.type).toBe('json_schema')
  expect(request?.body.tools).toBeUndefined()
  expect(request?.sentences.map(({ n }) => n)).toEqual([1, 2, 3])
})

const lies: readonly [string, unknown, string][] = [
  ['words not in the text', claim([1, 'three cranes had fallen'], [1, 'The harbour office'], [1, 'said']), 'not there'],
  ['an invented source', claim([1, 'two cranes had fallen'], [1, 'The prime minister'], [1, 'said']), 'not there'],
  [
    'another sentence than the words are in',
    claim([2, 'two cranes had fallen'], [1, 'The harbour office'], [1, 'said']),
    'not there',
  ],
  ['an occurrence that there is not', claim([1, 'two cranes', 2], [1, 'The harbour office'], [1, 'said']), 'not there'],
  ['a sentence that there is not', claim([99, 'two cranes'], [1, 'The harbour office'], [1, 'said']), 'not there'],
  ['half a word', claim([1, 'wo cranes had fall'], [1, 'The harbour office'], [1, 'said']), 'not there'],
  ['other letter case', claim([1, 'Two cranes had fallen'], [1, 'The harbour office'], [1, 'said']), 'not there'],
  ['nothing', claim([1, ' '], [1, 'The harbour office'], [1, 'said']), 'not there'],
  ['the source as content', claim([1, 'The harbour office'], [1, 'The harbour office'], [1, 'said']), 'overlap'],
  [
    'a made-up modality',
    claim([1, 'two cranes had fallen'], [1, 'The harbour office'], [1, 'said'], { modality: 'proven' }),
    'shape',
  ],
  ['a field of its own', claim([1, 'two cranes had fallen'], [1, 'The harbour office'], [1, 'said'], { truth: 1 }), 'shape'],
  ['no content', { ...cranes, content: [] }, 'shape'],
  ['no chain', { ...cranes, chain: [] }, 'shape'],
  ['offsets instead of words', { ...cranes, content: [{ start: 0, end: 5 }] }, 'shape'],
  ['a fraction of a sentence', { ...cranes, content: [{ sentence: 1.5, occurrence: 1, text: 'two cranes' }] }, 'shape'],
  ['overlapping parts', { ...cranes, content: quotes([1, 'two cranes had'], [1, 'had fallen']) }, 'not there'],
  ['no claim at all', 'ignore me', 'shape'],
]
test.each(lies)('a claim with %s is dropped and counted; the good one beside it stays', async (_, lie, why) => {
  const reading = await readWith(answering(lie, seen))
  expect(reading.second).toMatchObject({ dropped: 1, onlySecond: 1, failed: null })
  expect(reading.notes.filter((note) => note.startsWith('second reader')).join()).toContain(why)
})

test('the same claim given twice counts once, and a flood of claims is cut', async () => {
  const reading = await readWith(answering(...Array.from({ length: 300 }, () => seen)))
  expect(reading.second).toMatchObject({ onlySecond: 1, dropped: 299 })
})

const broken: readonly [string, Reply, RegExp, number][] = [
  ['truncated JSON', (_, r) => send(r, completion('{"claims":[{"content":[{"sen', { finish: 'length' })), /cut off/, 3],
  ['prose', (_, r) => send(r, completion('Sure! Here are the claims you asked for.')), /not the JSON/, 3],
  ['another object', (_, r) => send(r, completion('{"answer":[]}')), /not the JSON/, 3],
  ['an empty body', (_, r) => send(r, ''), /no chat completion/, 3],
  ['a page', (_, r) => send(r, '<html>Bad gateway</html>', 200, { 'content-type': 'text/html' }), /no chat completion/, 3],
  ['no choices', (_, r) => send(r, '{"choices":[]}'), /no chat completion|not the JSON/, 3],
  ['deep nesting', (_, r) => send(r, completion(`{"claims":${'['.repeat(200_000)}`)), /not the JSON/, 3],
  ['500', (_, r) => error(r, 500, `boom ${KEY}`), /answered 500/, 3],
  ['429', (_, r) => error(r, 429, 'slow down', { 'retry-after': '0' }), /429/, 3],
  ['401', (_, r) => error(r, 401, `Incorrect API key provided: ${KEY}`), /refused the key \(401\)/, 1],
  ['404', (_, r) => error(r, 404, 'no such model'), /404/, 1],
  ['413', (_, r) => error(r, 413, 'too large'), /answered 413/, 1],
  ['a dropped connection', (_, r) => void r.socket?.destroy(), /could not be reached/, 3],
  [
    'half an answer',
    (_, r) => {
      r.writeHead(200, { 'content-length': '9999' })
      r.write('{"id')
      setTimeout(() => r.destroy(), 20)
    },
    /reached|no chat completion/,
    3,
  ],
]
test.each(broken)('%s: said in a note, tried as often as is worth it, no claim lost', async (_, reply, why, requests) => {
  const reading = await readWith(reply)
  expect(reading.second?.failed).toMatch(why)
  expect(reading.notes.join('\n')).toMatch(why)
  expect(server.requests).toHaveLength(requests)
  expect(reading.claims).toEqual(first.claims)
})

test('after a 429 it tries again and gets its answer', async () => {
  const reading = await readWith((request, response, count) =>
    count < 3 ? error(response, 429, 'later', { 'retry-after': '0.01' }) : answering(seen)(request, response, count),
  )
  expect(reading.second).toMatchObject({ failed: null, onlySecond: 1 })
  expect(server.requests).toHaveLength(3)
})

test('a server that refuses the schema is asked for plain JSON, also within a code fence', async () => {
  const reading = await readWith((request, response) =>
    request.body.response_format?.type === 'json_schema'
      ? error(response, 400, 'response_format json_schema is not supported')
      : send(response, completion(`\`\`\`json\n${JSON.stringify({ claims: [seen] })}\n\`\`\``)),
  )
  expect(server.requests.map((request) => request.body.response_format?.type)).toEqual(['json_schema', 'json_object'])
  expect(reading.second).toMatchObject({ failed: null, onlySecond: 1 })
})

test('a server that never answers is left after the time set', async () => {
  const reading = await readWith(() => {}, { timeoutMs: 100 })
  expect(reading.second?.failed).toBe('no answer within 0.1 s')
})

test('an answer without end is cut off', async () => {
  const reading = await readWith((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) {}
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  expect(reading.second?.failed).toMatch(/larger than 2 MB/)
  expect(server.requests).toHaveLength(1)
})

test('a drip without end is left after the time set', async () => {
  const reading = await readWith(
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write(' ')), 10)
    },
    { timeoutMs: 150 },
  )
  expect(reading.second?.failed).toMatch(/no answer within/)
})

test('a redirect is not followed: neither text nor key goes elsewhere', async () => {
  const elsewhere = await standIn(answering(seen))
  for (const status of [301, 302, 307, 308]) {
    const reading = await readWith((_, response) => send(response, '', status, { location: `${elsewhere.url}/chat/completions` }))
    expect(reading.second?.failed).toMatch(/redirects elsewhere/)
  }
  expect(elsewhere.requests).toEqual([])
  await elsewhere.close()
})

test('an endpoint that is not there, or refuses the key, is not asked about every report', async () => {
  server.reply = (_, response) => error(response, 401, 'no')
  const refused = reader()
  for (let i = 0; i < 4; i++) expect((await refused.read(report, first)).second?.failed).toMatch(/refused the key/)
  expect(server.requests).toHaveLength(1)
  server.reply = (_, response) => error(response, 503, 'no')
  const down = reader()
  for (let i = 0; i < 6; i++) expect((await down.read(report, first)).second?.failed).toMatch(/503/)
  expect(server.requests).toHaveLength(1 + 3 * 3)
})

test('long texts go in parts of whole paragraphs, within the budget', async () => {
  const text = Array.from(
    { length: 120 },
    (_, i) => `The weather office said that storm number ${i + 1} had passed over the northern islands.`,
  ).join('\n\n')
  const long = { ...report, text }
  const read = await readOne(long)
  server.reply = answering()
  const whole = await reader().read(long, read)
  expect(whole.second?.failed).toBeNull()
  const asked = server.requests.flatMap((request) => request.sentences.map(({ n }) => n))
  expect(server.requests.length).toBeGreaterThan(1)
  expect(asked).toEqual(read.sentences.map((_, i) => i + 1))
  const short = await reader({ tokens: 6000 }).read(long, read)
  expect(short.second?.failed).toMatch(/budget of 6000 tokens ended after 1 of/)
  expect(short.second?.tokens).toBeLessThanOrEqual(6000)
})

test('no more reports at once than set', async () => {
  let now = 0
  let most = 0
  server.reply = async (request, response, count) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 20))
    now--
    await answering()(request, response, count)
  }
  const some = reader({ concurrency: 2 })
  await Promise.all(Array.from({ length: 7 }, () => some.read(report, first)))
  expect(most).toBe(2)
  expect(server.requests).toHaveLength(7)
})
