import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { Finding, Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { item, READER, readMany } from './sample.ts'

const root = mkdtempSync(join(tmpdir(), 'sitrep-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const open = (dir: string): Promise<Ledger> =>
  openLedger({ dir, databaseUrl: null, now: () => new Date('2025-03-02T09:00:00Z'), holder: 'a test' })

async function faults(ledger: Ledger): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of ledger.doctor()) if (!finding.ok) found.push(finding)
  return found
}

/** The moments at which the process is killed: the same in every run. */
function* moments(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    yield state / 2 ** 31
  }
}

/** Runs a process that stores and reads, kills it `after` ms from when it has opened, and answers what it had acknowledged. */
async function storeUntilKilled(dir: string, first: number, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killed.ts'), dir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const opened = Promise.withResolvers<void>()
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
    if (said.startsWith('OPEN\n')) opened.resolve()
  })
  await Promise.race([opened.promise, ended])
  await wait(after)
  child.kill('SIGKILL')
  await ended
  const whole = said.slice(0, said.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .slice(1, -1)
    .flatMap((line) => line.split(' '))
}

test('killed at 20 moments, it loses no acknowledged report and needs no repair', { timeout: 240_000 }, async () => {
  const dir = join(root, 'killed')
  const moment = moments(20_250_301)
  const acknowledged = new Set<string>()
  for (let round = 0; round < 20; round++) {
    // Every fifth time it is killed before it has opened: while the database is laid out, recovered or migrated.
    const after = Math.floor((moment.next().value ?? 0) * 1500)
    if (round % 5 === 0) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'killed.ts'), dir, '0'], { stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('close', resolve))
      await wait(200 + after)
      child.kill('SIGKILL')
      await ended
      continue
    }
    for (const report of await storeUntilKilled(dir, round * 1000, after)) acknowledged.add(report)
  }
  const ledger = await open(dir)
  const { id } = await ledger.currentSituation()
  const there = new Set((await ledger.reports(id, {}, { limit: 100_000 })).map((row) => row.report))
  expect(acknowledged.size).toBeGreaterThan(20)
  expect([...acknowledged].filter((report) => !there.has(report))).toEqual([])
  expect((await ledger.readQueued(READER, readMany)).failed).toEqual([])
  expect((await ledger.status()).unread).toBe(0)
  expect(await ledger.claims(id, {}, { limit: 100_000 })).toHaveLength(there.size * 2)
  expect(await faults(ledger)).toEqual([])
  await ledger.close()
})

test('a second process is told who holds the ledger, and a killed holder leaves nothing to repair', async () => {
  const dir = join(root, 'held')
  const ledger = await open(dir)
  const second = spawnSync(process.execPath, [join(import.meta.dirname, 'killed.ts'), dir], { encoding: 'utf8', timeout: 30_000 })
  expect(second.status).not.toBe(0)
  expect(second.stderr).toContain(
    `the ledger ${dir} is in use by a test (process ${process.pid}, since 2025-03-02T09:00:00.000Z)`,
  )
  expect(second.stderr).not.toMatch(/.{2000}/)
  await expect(open(dir)).rejects.toMatchObject({ name: 'LedgerInUse' })
  await ledger.close()
  const again = await open(dir)
  await again.close()
  await storeUntilKilled(dir, 0, 50)
  const after = await open(dir)
  expect(await faults(after)).toEqual([])
  await after.close()
})

test('a folder that cannot be a ledger is refused with the reason', async () => {
  const file = join(root, 'file')
  writeFileSync(file, '')
  await expect(open(file)).rejects.toThrow(/could not open the ledger .*: a part of that path is a file/)
  const other = join(root, 'other')
  mkdirSync(join(other, 'db'), { recursive: true })
  writeFileSync(join(other, 'db', 'PG_VERSION'), '15\n')
  await expect(open(other)).rejects.toThrow(/is of PostgreSQL 15, this Sitrep has 18.*restore/)
})

const noLock =
  process.getuid?.() === 0 ? 'root may write everywhere' : process.platform === 'win32' ? 'Windows has no modes' : null
if (noLock) console.log(`NOT RUN  a folder without the right to write: ${noLock}`)
test.skipIf(noLock)('a folder without the right to write is refused with the reason', async () => {
  const dir = join(root, 'closed')
  mkdirSync(dir)
  chmodSync(dir, 0o500)
  await expect(open(dir)).rejects.toThrow(/permission is denied/)
})

const small = join(root, 'small')
mkdirSync(small)
const noMount =
  process.platform !== 'linux' || process.getuid?.() !== 0
    ? 'mounting a small file system takes root on Linux'
    : spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', small]).status !== 0
      ? 'mounting a small file system is not allowed here'
      : null
if (noMount) console.log(`NOT RUN  a full disk: ${noMount}`)
afterAll(() => {
  if (!noMount) spawnSync('umount', ['-l', small])
})

test.skipIf(noMount)('a full disk is said, what was acknowledged stays, and it goes on when there is room', async () => {
  const dir = join(small, 'ledger')
  let ledger = await open(dir)
  const { id } = await ledger.currentSituation()
  const acknowledged: string[] = []
  let said = ''
  for (let i = 0; i < 400 && said === ''; i++) {
    const text = Array.from({ length: 4000 }, (_, k) => `word${i}x${k * 7919}`).join(' ')
    try {
      const [stored] = await ledger.store(id, [item(`big/${i}`, `${text}.`)])
      acknowledged.push(stored!.report)
    } catch (error) {
      said = (error as Error).message
    }
  }
  expect(said).toContain('the disk is full. Make room, then run the command again: what was acknowledged is safe.')
  await ledger.close().catch(() => {})
  spawnSync('mount', ['-o', 'remount,size=400m', small])
  ledger = await open(dir)
  const there = new Set((await ledger.reports(id, {}, { limit: 1000 })).map((row) => row.report))
  expect(acknowledged.length).toBeGreaterThan(5)
  expect(acknowledged.filter((report) => !there.has(report))).toEqual([])
  expect((await ledger.store(id, [item('after', 'Room was made.')]))[0]?.outcome).toBe('new')
  expect(await faults(ledger)).toEqual([])
  await ledger.close()
})
