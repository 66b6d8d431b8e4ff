import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docx, paragraph, pdf } from '../collect/inputs.ts'
import { type Ran, scratch, sitrep } from './sitrep.ts'

const folder = scratch()
const ledger = join(folder.dir, 'ledger')
const reports = join(folder.dir, 'reports')
const SAYS = 'The harbour master said on Tuesday that nine barges had sunk in the storm.'

/** Each bad input beside what must be said of it; null: it goes through, with a note where something was changed. */
const INPUTS: Record<string, { content: string | Uint8Array; reason: string | null }> = {
  'a-good.txt': { content: SAYS, reason: null },
  'b-empty.txt': { content: '', reason: 'empty' },
  'c-binary.txt': {
    content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 255, 254, 0, 9, 200, 0, 1]),
    reason: 'not text',
  },
  'd-cut.pdf': { content: pdf([SAYS]).subarray(0, 220), reason: 'malformed' },
  'e-bomb.docx': { content: docx(paragraph(SAYS), { 'word/x.xml': new Uint8Array(300_000_000) }), reason: 'too large' },
  'f-long.txt': { content: `${SAYS} `.repeat(670_000), reason: 'too large' },
  'g-wrong-charset.html': {
    content: `<html><head><meta charset="ascii"></head><body><p>${SAYS} “Nine”, he said.</p></body></html>`,
    reason: null,
  },
  'h-nul.txt': { content: `The mini\u0000stry denied it. ${SAYS}`, reason: null },
  'i-turned.txt': { content: `The \u202eministry\u202c said nine\u200b barges had sunk. ${SAYS}`, reason: null },
  'j-no-date.md': { content: `---\noutlet: Delta Herald\n---\n${SAYS}`, reason: null },
  'z-good.txt': { content: `${SAYS} Two more were missing, the coast guard said.`, reason: null },
}

let ran: Ran
let lines: { ok: boolean; address: string; id?: string; reason?: string; detail?: string }[]
beforeAll(async () => {
  mkdirSync(reports)
  for (const [name, { content }] of Object.entries(INPUTS)) writeFileSync(join(reports, name), content)
  ran = await sitrep(['add', reports, join(folder.dir, 'nowhere.txt'), '--json', '--no-read'], { ledger })
  lines = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}, 60_000)
afterAll(() => folder.remove())

test('each input has one line, in order, with a reason where it failed', () => {
  const told = lines.map(({ address, ok, reason }) => [address.split(/[\\/]/).at(-1), ok ? null : reason])
  expect(told).toEqual([...Object.entries(INPUTS).map(([name, { reason }]) => [name, reason]), ['nowhere.txt', 'not found']])
  expect(ran.code).toBe(1)
})

test('for a person each failure is one line with the file and the reason', async () => {
  const again = await sitrep(['add', join(reports, 'b-empty.txt'), join(reports, 'd-cut.pdf')], { ledger })
  const failed = again.err.split('\n').filter((line) => line.startsWith('failed:'))
  expect(failed).toHaveLength(2)
  expect(failed[0]).toMatch(/b-empty\.txt: empty: /)
  expect(failed[1]).toMatch(/d-cut\.pdf: malformed: /)
  expect(again.code).toBe(1)
})

test('HTML 100,000 deep is answered for, and what is beside it goes through', async () => {
  writeFileSync(join(folder.dir, 'deep.html'), `${'<div>'.repeat(100_000)}${SAYS}`)
  const deep = await sitrep(['add', join(folder.dir, 'deep.html'), join(reports, 'a-good.txt'), '--json', '--no-read'], {
    ledger,
  })
  const [first, second] = deep.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first.address).toMatch(/deep\.html$/)
  expect(first.ok || first.reason).toBeTruthy()
  expect(second).toMatchObject({ ok: true, outcome: 'duplicate' })
})

test('a folder that cannot be read is told; as root, who can read all, a file in the place of one', async () => {
  const shut = join(folder.dir, 'shut')
  const root = process.getuid?.() === 0 || process.platform === 'win32'
  if (root) writeFileSync(shut, 'x')
  else {
    mkdirSync(shut)
    chmodSync(shut, 0)
  }
  const path = root ? join(shut, 'inner') : shut
  const answer = await sitrep(['add', path, join(reports, 'a-good.txt'), '--json', '--no-read'], { ledger })
  if (!root) chmodSync(shut, 0o700)
  const [first, second] = answer.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first).toMatchObject({ ok: false, reason: 'unreadable' })
  expect(second.ok).toBe(true)
  expect(answer.code).toBe(1)
})

test('the ledger is whole, reads what it has, and a date that is missing stays missing', async () => {
  const checked = await sitrep(['doctor'], { ledger })
  expect(checked.code).toBe(0)
  const claims = await sitrep(['claims', '--json'], { ledger })
  expect(claims.code).toBe(0)
  const listed = (await sitrep(['reports', '--json'], { ledger })).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(listed.find((row) => String(row.address).endsWith('j-no-date.md'))?.published ?? null).toBeNull()
  expect(listed.filter((row) => Object.keys(INPUTS).some((name) => String(row.address).endsWith(name)))).toHaveLength(
    Object.values(INPUTS).filter(({ reason }) => reason === null).length,
  )
}, 30_000)
