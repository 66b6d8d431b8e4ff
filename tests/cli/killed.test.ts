import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LAUNCHER, scratch, sitrep } from './sitrep.ts'

const folder = scratch()
const ledger = join(folder.dir, 'ledger')
const batch = join(folder.dir, 'batch.jsonl')
const KILLS = 20
const EACH = 150
afterAll(() => folder.remove())

/** Numbers between 0 and 1 that are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 8) / 2 ** 24
  }
}

/**
 * Runs `sitrep add --json` and kills it so many milliseconds after its start, or after its first acknowledgement (a loaded machine
 * takes longer to get there); gives the ids that it acknowledged.
 */
function killed(after: number, from: 'start' | 'first acknowledgement'): Promise<string[]> {
  const env = { ...process.env, SITREP_LEDGER: ledger, NO_COLOR: '1' }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [LAUNCHER, 'add', batch, '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    let out = ''
    let timer: NodeJS.Timeout | undefined
    const count = (): void => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), after)
    }
    if (from === 'start') count()
    child.stdout.on('data', (chunk) => {
      out += chunk
      count()
    })
    child.on('close', () => {
      clearTimeout(timer)
      // The last line may be cut: a reader of the output could not have taken it for an acknowledgement.
      const whole = out.slice(0, out.lastIndexOf('\n') + 1)
      resolve(
        whole
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
          .filter((line) => line.ok)
          .map((line) => line.id),
      )
    })
  })
}

test(`killed at ${KILLS} moments of add: nothing acknowledged is lost, nothing needs repair`, async () => {
  const random = numbers(20261123)
  const acknowledged = new Set<string>()
  let runs = 0
  for (let k = 0; k < KILLS; k++) {
    // New reports each time, so that each run has something to store and to read.
    const reports = Array.from({ length: EACH }, (_, i) => ({
      id: `${k}-${i}`,
      text: `The harbour master said on Tuesday that ${i + 2} barges had sunk off pier ${k}. The coast guard denied it.`,
      outlet: `Paper ${i % 7}`,
      date: '2026-03-02',
    }))
    writeFileSync(batch, reports.map((report) => JSON.stringify(report)).join('\n'))
    const ids = k % 2 === 0 ? await killed(300 + random() * 1500, 'start') : await killed(random() * 900, 'first acknowledgement')
    if (ids.length > 0) runs++
    for (const id of ids) acknowledged.add(id)
  }
  expect(runs, 'kills that came after something was acknowledged').toBeGreaterThanOrEqual(KILLS / 2)
  const listed = await sitrep(['reports', '--json', '--limit', '100000'], { ledger })
  expect(listed.code).toBe(0)
  const held = new Set(
    listed.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  )
  expect([...acknowledged].filter((id) => !held.has(id))).toEqual([])
  const doctor = await sitrep(['doctor'], { ledger })
  expect(doctor.out + doctor.err).toMatch(/holds/i)
  expect(doctor.code).toBe(0)
}, 180_000)
