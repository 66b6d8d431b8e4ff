import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Finding, Ledger, LogEntry } from '../../src/ledger/ledger.ts'
import { onBothEngines, type Place } from './engines.ts'
import { item, READER, readMany } from './sample.ts'

const OUTBREAK = 'The clinic said 17 people fell ill.\u2028Tests at Lake Harrow may follow.'

async function faults(ledger: Ledger): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of ledger.doctor()) if (!finding.ok) found.push(finding)
  return found
}

/** Everything that a person can see of a ledger. */
async function contents(ledger: Ledger): Promise<unknown> {
  const seen = []
  for (const situation of await ledger.situations()) {
    const reports = await ledger.reports(situation.id)
    seen.push({
      situation,
      reports: await Promise.all(reports.map((row) => ledger.report(situation.id, row.report))),
      originals: await Promise.all(reports.map(async (row) => Buffer.from(await ledger.original(row.sha256)).toString('base64'))),
      claims: await ledger.claims(situation.id),
      edits: await ledger.edits(situation.id),
      analysis: await ledger.analysis(situation.id),
    })
  }
  return seen
}

async function filled(at: Place): Promise<Ledger> {
  const ledger = await at.open()
  const one = await ledger.createSituation('Outbreak')
  const two = await ledger.createSituation('Budget vote')
  await ledger.store(one.id, [item('a', OUTBREAK), item('b', 'Schools closed.', {}, Buffer.from([0x53, 0, 0xff, 0x0a]))])
  await ledger.readQueued(READER, readMany)
  await ledger.store(one.id, [item('a', `${OUTBREAK} Nobody died.`)])
  await ledger.store(two.id, [item('a', 'Members voted 212 to 190.')])
  await ledger.appendEdit(one.id, { kind: 'mergeSources', keep: 's-a', merge: 's-b' })
  const version = { name: 'test', version: '1' }
  await ledger.saveAnalysis(one.id, {
    version,
    sources: [],
    chains: {},
    questions: [],
    disagreements: [],
    copies: [],
    mutations: [],
    reconciliations: [],
    outside: [],
  })
  return ledger
}

async function restoredTo(at: Place, file: string, rows: number, before: unknown, log: readonly LogEntry[]): Promise<Ledger> {
  const ledger = await at.open()
  expect(await ledger.restore(file)).toEqual({ rows })
  expect(await contents(ledger)).toEqual(before)
  const after = await ledger.log()
  expect(after.slice(0, log.length)).toEqual(log)
  expect(after.at(-1)?.action).toBe('restore')
  expect(await faults(ledger)).toEqual([])
  return ledger
}

onBothEngines('a backup', (place, folder) => {
  test('carries everything to a folder and from there back, what is unread too', async () => {
    const from = await place()
    const source = await filled(from)
    const file = join(from.dir, 'backup.gz')
    const { rows, bytes } = await source.backup(file)
    expect(rows).toBeGreaterThan(20)
    expect(bytes).toBe(readFileSync(file).byteLength)
    await expect(source.backup(file)).rejects.toThrow('exists already')
    await expect(source.restore(file)).rejects.toThrow('the ledger is not empty')
    const before = await contents(source)
    const log = await source.log()
    await source.close()

    const onward = join(from.dir, 'onward.gz')
    const second = await restoredTo(await folder(), file, rows, before, log)
    await second.backup(onward)
    await second.close()
    const third = await restoredTo(await place(), onward, rows + 1, before, log)
    expect((await third.readQueued(READER, readMany)).read).toBe(2)
    const { id } = (await third.situations())[0]!
    expect((await third.store(id, [item('c', 'Shops opened again.')]))[0]?.outcome).toBe('new')
    await third.createSituation('Made afterwards')
    expect(await faults(third)).toEqual([])
    await third.close()
  })

  test('that is cut, changed or something else fills nothing', async () => {
    const from = await place()
    const source = await filled(from)
    const file = join(from.dir, 'backup.gz')
    await source.backup(file)
    await source.close()
    const target = await (await place()).open()
    const wrong = async (name: string, bytes: Uint8Array, says: RegExp): Promise<void> => {
      const path = join(from.dir, name)
      writeFileSync(path, bytes)
      await expect(target.restore(path)).rejects.toThrow(says)
      expect(await target.situations()).toEqual([])
    }
    const whole = readFileSync(file)
    const lines = gunzipSync(whole).toString()
    await wrong('cut.gz', whole.subarray(0, whole.length / 2), /not a whole gzip file/)
    await wrong('short.gz', gzipSync(lines.split('\n').slice(0, -2).join('\n')), /cut short/)
    await wrong('changed.gz', gzipSync(lines.replace('Members voted 212', 'Members voted 312')), /digest does not hold/)
    await wrong('object.gz', gzipSync(lines.replace(/("parts":1,"bytes":"...)./, '$1x')), /does not have that SHA-256/)
    await wrong('table.gz', gzipSync(lines.replace('"table":"edit"', '"table":"pg_authid"')), /does not know: pg_authid/)
    await wrong('later.gz', gzipSync(lines.replace('"format":1', '"format":9')), /later Sitrep/)
    await wrong('other.gz', gzipSync('{"hello":1}\n'), /not a backup of Sitrep/)
    await wrong('plain.gz', Buffer.from('hello'), /not a whole gzip file/)
    await expect(target.restore(join(from.dir, 'none.gz'))).rejects.toThrow(/none.gz is not there/)
    copyFileSync(file, join(from.dir, 'copy.gz'))
    await target.restore(join(from.dir, 'copy.gz'))
    expect(await faults(target)).toEqual([])
    await target.close()
  })
})
