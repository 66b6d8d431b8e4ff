import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const dir = mkdtempSync(join(tmpdir(), 'sitrep-durable-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const noStrace = spawnSync('strace', ['-V']).error !== undefined ? 'strace is not installed (or not on this platform)' : null
if (noStrace) console.log(`NOT RUN  flush before acknowledgement: ${noStrace}`)

test.skipIf(noStrace)('the archive and the log reach the disk before a batch is acknowledged', () => {
  const trace = join(dir, 'trace')
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-y',
      '-s',
      '200',
      '-e',
      'trace=pwrite64,write,fsync,fdatasync,rename',
      '-o',
      trace,
      process.execPath,
      join(import.meta.dirname, 'store-one.ts'),
      join(dir, 'ledger'),
    ],
    { encoding: 'utf8' },
  )
  expect(run.stderr).toBe('')
  expect(run.stdout).toContain('ACKNOWLEDGED')
  const calls = readFileSync(trace, 'utf8').split('\n')
  const begin = calls.findIndex((call) => call.includes('"STORING'))
  const acknowledged = calls.findIndex((call) => call.includes('"ACKNOWLEDGED'))
  expect(begin).toBeGreaterThan(0)
  const between = calls.slice(begin, acknowledged)
  const last = (pattern: RegExp): number => between.findLastIndex((call) => pattern.test(call))
  const first = (pattern: RegExp): number => between.findIndex((call) => pattern.test(call))
  const object = /fsync\(\d+<[^>]*\/archive\/[^>]*\.part>/
  expect(first(object), 'the archived original is flushed').toBeGreaterThan(-1)
  expect(first(/rename\(.*\.part/), 'and only then put in its place').toBeGreaterThan(first(object))
  expect(last(/fsync\(\d+<[^>]*\/archive\/..\/..>/), 'and its folder is flushed').toBeGreaterThan(first(/rename\(.*\.part/))
  const wrote = last(/pwrite64\(\d+<[^>]*\/pg_wal\//)
  expect(wrote, 'the log is written').toBeGreaterThan(-1)
  expect(last(/fsync\(\d+<[^>]*\/pg_wal\/[0-9A-F]{24}>/), 'and flushed after its last write').toBeGreaterThan(wrote)
  expect(first(/pwrite64\(\d+<[^>]*\/pg_wal\//), 'rows come after the original they speak of').toBeGreaterThan(first(object))
})
