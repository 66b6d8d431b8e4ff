import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answering, claim, error, type StandIn, standIn } from '../second/stand-in.ts'
import { scratch, sitrep } from './sitrep.ts'

const KEY = 'sk-command-line-secret'
const folder = scratch()
const file = join(folder.dir, 'story.txt')
let server: StandIn
const env = () => ({ SITREP_READER_URL: server.url, SITREP_READER_MODEL: 'stand-in', SITREP_READER_KEY: KEY })
const seen = claim([2, 'the first crane go down at noon'], [2, 'Dockers on the quay'], [2, 'saw'])
const said = claim([1, 'two cranes had fallen'], [1, 'The harbour office'], [1, 'said'])

beforeAll(async () => {
  server = await standIn(answering())
  writeFileSync(
    file,
    'The harbour office said that two cranes had fallen. Dockers on the quay saw the first crane go down at noon. The union denied that anybody was hurt.\n',
  )
})
afterEach(() => {
  server.requests.length = 0
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

test('read --second shows both readers and where they agree', async () => {
  server.reply = answering(said, seen)
  const ran = await sitrep(['read', file, '--second'], { env: env() })
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('both readers')
  expect(ran.out).toContain('only the first reader')
  expect(ran.out).toContain('only the second reader (stand-in)')
  expect(ran.out).toMatch(/stand-in \(stand-in-2026-01\), prompt [0-9a-f]{12}: 1 the same, 1 only first reader, 1 only second/)
  expect(ran.out + ran.err).not.toContain(KEY)
})

test('read --second says what to set where nothing is set, and read alone asks nobody', async () => {
  const unset = await sitrep(['read', file, '--second'])
  expect(unset.code).toBe(2)
  expect(unset.err).toContain('SITREP_READER_URL')
  await sitrep(['read', file], { env: env() })
  expect(server.requests).toEqual([])
})

test('add asks the second reader for each report once; the ledger says which model; the key is nowhere in it', async () => {
  server.reply = answering(said, seen)
  const ledger = join(folder.dir, 'ledger')
  expect((await sitrep(['add', file], { ledger, env: env() })).code).toBe(0)
  expect(server.requests).toHaveLength(1)
  const rows = (await sitrep(['claims', '--json'], { ledger, env: env() })).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows.filter((row) => row.text.includes('two cranes'))).toHaveLength(1)
  expect(rows.filter((row) => row.text.includes('first crane go down') && row.chain !== null)).toHaveLength(1)
  await sitrep(['brief'], { ledger, env: env() })
  expect(server.requests).toHaveLength(1)
  const doctor = await sitrep(['doctor'], { ledger, env: env() })
  expect(doctor.code).toBe(0)
  expect(doctor.out).toMatch(/second reader {2}on: stand-in at http:\/\/127\.0\.0\.1:\d+\/v1, with a key/)
  expect(doctor.out).not.toContain(KEY)
  for (const name of readdirSync(ledger, { recursive: true, encoding: 'utf8' })) {
    const path = join(ledger, name)
    if (statSync(path).isFile()) expect(readFileSync(path).includes(KEY), path).toBe(false)
  }
})

test('add without an answer keeps every report and says why; --no-second and no setting ask nobody', async () => {
  server.reply = (_, response) => error(response, 401, `bad key ${KEY}`)
  const reports = join(folder.dir, 'reports')
  mkdirSync(reports)
  for (let i = 0; i < 3; i++)
    writeFileSync(
      join(reports, `${i}.txt`),
      `The ministry of health said that ${i + 20} people were ill in district number ${i}.\n`,
    )
  const refused = await sitrep(['add', reports], { ledger: join(folder.dir, 'l2'), env: env() })
  expect(refused.code).toBe(0)
  expect(refused.out).toContain('Read 3 reports')
  expect(refused.err).toContain('the second reader did not answer for 3 reports: the endpoint refused the key (401)')
  expect(refused.out + refused.err).not.toContain(KEY)
  server.requests.length = 0
  await sitrep(['add', reports, '--no-second'], { ledger: join(folder.dir, 'l3'), env: env() })
  expect(server.requests).toEqual([])
})

test('a setting that cannot work stops add before anything is stored', async () => {
  const ran = await sitrep(['add', file], { ledger: join(folder.dir, 'l4'), env: { ...env(), SITREP_READER_URL: 'ftp://x' } })
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('SITREP_READER_URL is no http or https address')
})
