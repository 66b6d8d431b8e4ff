import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { scratch, sitrep } from './sitrep.ts'

const folder = scratch()
const disk = join(folder.dir, 'disk')
mkdirSync(disk)
const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0
if (!mounted) console.warn('NOT RUN  add on a full disk: only root on Linux can mount a small file system')
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
  folder.remove()
})

describe.skipIf(!mounted)('a full disk', () => {
  test('is said in one line, keeps what was acknowledged, and lets the rest be added once there is room', async () => {
    const ledger = join(disk, 'ledger')
    const batch = join(folder.dir, 'batch.jsonl')
    // Text that does not compress, so that it fills the disk.
    const noise = (n: number): string =>
      Array.from({ length: 1000 }, (_, i) =>
        Math.abs(Math.sin(n * 1001 + i))
          .toString(36)
          .slice(2),
      ).join(' ')
    const lines = Array.from({ length: 900 }, (_, n) =>
      JSON.stringify({ id: `r${n}`, text: `The mayor said on Monday. ${noise(n)}` }),
    )
    writeFileSync(batch, lines.join('\n'))
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(4_000_000))
    const ran = await sitrep(['add', batch, '--json', '--no-read'], { ledger })
    expect(ran.code).toBe(74)
    const told = ran.err.split('\n').filter((line) => line.startsWith('sitrep: '))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/full|no space/i)
    const acknowledged = ran.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter((line) => line.ok)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.length).toBeLessThan(900)
    const opened = await sitrep(['reports'], { ledger })
    expect(`${opened.code} ${opened.err}`).toMatch(/^0 |^74 .*the disk is full/)
    rmSync(join(disk, 'ballast'))
    const listed = await sitrep(['reports', '--json', '--limit', '100000'], { ledger })
    const held = new Set(
      listed.out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).id),
    )
    expect(acknowledged.filter(({ id }) => !held.has(id))).toEqual([])
    expect((await sitrep(['doctor'], { ledger })).code).toBe(0)
  }, 90_000)
})
