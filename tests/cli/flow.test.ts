import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratch, sitrep } from './sitrep.ts'

const folder = scratch()
const ledger = join(folder.dir, 'ledger')
const reports = join(folder.dir, 'reports')
const json = (text: string) =>
  text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

beforeAll(() => {
  mkdirSync(reports)
  const front = (outlet: string, date: string, title: string) =>
    `---\noutlet: ${outlet}\npublished: ${date}\ntitle: ${title}\n---\n`
  writeFileSync(
    join(reports, '1.md'),
    `${front('Delta Herald', '2026-03-02', 'Ferries stop')}The Delta Port Authority said on Monday that 14 ferries had stopped running.\n\nThe dockers' union denied that any crew had been locked out.\n`,
  )
  writeFileSync(
    join(reports, '2.md'),
    `${front('Bay Courier', '2026-03-03', 'More ferries stop')}According to the Delta Port Authority, as many as 20 ferries could stop by Friday.\n`,
  )
  writeFileSync(join(reports, '3.txt'), '')
  writeFileSync(join(reports, '4.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0, 255, 254, 0, 9]))
})
afterAll(() => folder.remove())

test('a batch with bad inputs: each has its line, the rest is durable, the exit code says that some failed', async () => {
  const ran = await sitrep(['add', reports, '--json'], { ledger })
  const lines = json(ran.out)
  expect(ran.code).toBe(1)
  expect(lines.filter((line) => line.ok).map((line) => line.id)).toHaveLength(2)
  expect(
    lines
      .filter((line) => !line.ok)
      .map((line) => line.reason)
      .sort(),
  ).toEqual(['empty', 'not text'])
  for (const line of lines.filter((entry) => !entry.ok)) expect(line.address).toMatch(/[34]\.txt$/)
  const listed = json((await sitrep(['reports', '--json'], { ledger })).out)
  expect(listed.map((row) => row.id).sort()).toEqual(
    lines
      .filter((line) => line.ok)
      .map((line) => line.id)
      .sort(),
  )
})

test('adding the same again changes nothing', async () => {
  const again = await sitrep(['add', join(reports, '1.md'), '--json'], { ledger })
  expect(json(again.out)[0]).toMatchObject({ ok: true, outcome: 'duplicate' })
  expect(json((await sitrep(['reports', '--json'], { ledger })).out)).toHaveLength(2)
})

test('claims carry who, how and what, and the lists agree with one another', async () => {
  const claims = json((await sitrep(['claims', '--json', '--limit', '100'], { ledger })).out)
  const attributed = claims.filter((row) => row.chain !== null)
  expect(attributed.map((row) => row.chain).join(' ')).toMatch(/port authority/i)
  expect(claims.some((row) => row.claim.modality === 'denied')).toBe(true)
  expect(claims.some((row) => row.claim.modality === 'possible' && row.text.includes('20 ferries'))).toBe(true)
  const sources = json((await sitrep(['sources', '--json'], { ledger })).out)
  const authority = sources.filter((source) => /port authority/i.test(source.name))
  expect(authority).toHaveLength(1)
  const ofAuthority = json((await sitrep(['claims', '--json', '--source', authority[0].id], { ledger })).out)
  expect(ofAuthority.length).toBeGreaterThanOrEqual(2)
  const table = await sitrep(['questions'], { ledger })
  expect(table.out).toContain('origins')
})

test('the SITREP is the same bytes twice, and every statement is cited', async () => {
  const once = await sitrep(['brief', '--as-of', '2026-03-04T00:00:00Z'], { ledger })
  const twice = await sitrep(['brief', '--as-of', '2026-03-04T00:00:00Z'], { ledger })
  expect(once.code).toBe(0)
  expect(twice.out).toBe(once.out)
  expect(once.out).toContain('2026-03-04')
  const document = JSON.parse((await sitrep(['brief', '--format', 'json'], { ledger })).out)
  for (const statement of [
    ...document.bottomLine,
    ...document.keyClaims.flatMap((block: { statements: unknown[] }) => block.statements),
  ]) {
    expect(statement.citations.length).toBeGreaterThan(0)
  }
})

test('a changed text at a known address is a new version, and the difference is shown', async () => {
  writeFileSync(
    join(reports, '2.md'),
    '---\noutlet: Bay Courier\npublished: 2026-03-03\ntitle: More ferries stop\n---\nAccording to the Delta Port Authority, as many as 25 ferries could stop by Friday.\n',
  )
  const [added] = json((await sitrep(['add', join(reports, '2.md'), '--json'], { ledger })).out)
  expect(added).toMatchObject({ ok: true, outcome: 'version' })
  const diff = await sitrep(['reports', added.id, '--diff'], { ledger })
  expect(diff.out).toMatch(/\[-20-\]/)
  expect(diff.out).toMatch(/\[\+25\+\]/)
})

test('situations keep apart', async () => {
  expect((await sitrep(['situation', 'new', 'Other matter'], { ledger })).code).toBe(0)
  expect((await sitrep(['reports', '--json'], { ledger })).out).toBe('')
  const first = json((await sitrep(['situation', 'list', '--json'], { ledger })).out).find(
    (situation) => situation.name !== 'Other matter',
  )
  expect(json((await sitrep(['reports', '--json', '--situation', first.id], { ledger })).out)).toHaveLength(2)
  expect((await sitrep(['situation', 'use', 'No such matter'], { ledger })).code).toBe(3)
})

test('doctor finds the ledger whole', async () => {
  const ran = await sitrep(['doctor'], { ledger })
  expect(ran.out).toContain('All holds.')
  expect(ran.code).toBe(0)
})

test('standard input takes what the flags supply, and hostile text stays text', async () => {
  const ran = await sitrep(['add', '-', '--outlet', 'Wire', '--published', '2026-03-05', '--title', 'Note', '--json'], {
    ledger,
    input: 'The mayor said that \u001b[31mthe bridge\u001b[0m was <script>alert(1)</script> closed.\n',
  })
  const [added] = json(ran.out)
  expect(added.ok).toBe(true)
  const shown = await sitrep(['reports', added.id], { ledger })
  expect(shown.out).toContain('Wire')
  expect(shown.out).not.toContain('\u001b')
})

test('read needs no ledger and gives spans that hold', async () => {
  const file = join(reports, '1.md')
  const reading = JSON.parse((await sitrep(['read', file, '--json'])).out)
  const cells = reading.claims.flatMap((claim: { content: { start: number; end: number; text: string }[] }) => claim.content)
  expect(cells.length).toBeGreaterThan(0)
  for (const cell of cells) expect(reading.text.slice(cell.start, cell.end)).toBe(cell.text)
  const shown = await sitrep(['read', file, '--explain'])
  expect(shown.out).toMatch(/\{The Delta Port Authority\}|\{the Delta Port Authority\}/)
  expect(shown.out).toContain('rule ')
})
