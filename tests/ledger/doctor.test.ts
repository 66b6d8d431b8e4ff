import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/ledger/archive.ts'
import { doctor } from '../../src/ledger/doctor.ts'
import { type Engine, openEmbedded, openServer } from '../../src/ledger/engine.ts'
import type { Finding } from '../../src/ledger/ledger.ts'
import { onBothEngines, type Place } from './engines.ts'
import { item, READER, readMany } from './sample.ts'

const ELECTION = 'The commission said 61 stations opened late in Port Sella.'

async function filled(at: Place): Promise<{ situation: string; version: string; sha256: string }> {
  const ledger = await at.open()
  const { id } = await ledger.createSituation('Election')
  const [stored] = await ledger.store(id, [item('a', ELECTION, { outlet: 'Station Gazette' }), item('b', 'Turnout rose.')])
  await ledger.readQueued(READER, readMany)
  await ledger.store(id, [item('a', ELECTION)])
  await ledger.appendEdit(id, { kind: 'mergeSources', keep: 's-a', merge: 's-b' })
  const version = { name: 'test', version: '1' }
  await ledger.saveAnalysis(id, {
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
  const found = await ledger.report(id, stored!.report)
  await ledger.close()
  return { situation: id, version: stored!.version, sha256: found!.sha256 }
}

async function findings(at: Place): Promise<Finding[]> {
  const ledger = await at.open()
  const found: Finding[] = []
  let last = [0, 1]
  for await (const finding of ledger.doctor((done, of) => {
    last = [done, of]
  }))
    found.push(finding)
  await ledger.close()
  expect(last[0]).toBe(last[1])
  return found
}

/** What doctor finds after the statement, which is then taken back. */
async function findingsAfter(engine: Engine, archive: Archive, statement: string): Promise<Finding[]> {
  const found: Finding[] = []
  const done = new Error('done')
  const tampered = engine.db.transaction().execute(async (tx) => {
    await sql.raw(statement).execute(tx)
    for await (const finding of doctor({ ...engine, db: tx }, archive)) found.push(finding)
    throw done
  })
  await expect(tampered).rejects.toBe(done)
  return found
}

const TAMPERINGS: readonly (readonly [string, string, Finding['check']])[] = [
  ['a working text', `update version set text = replace(text, '61', '16')`, 'storage'],
  ['a working text with its digest', `update version set text = 'x', text_sha256 = encode(sha256('x'), 'hex')`, 'references'],
  [
    'who published',
    `update version set outlet = 'Other', metadata = replace(metadata, 'Station Gazette', 'Other') where outlet is not null`,
    'references',
  ],
  ['who published, in lists only', `update version set outlet = 'Other'`, 'references'],
  ['a capture', `update capture set captured_at = '2020-01-01T00:00:00.000Z' where number = 1`, 'references'],
  ['a capture taken out', `delete from capture where number = (select max(number) from capture)`, 'references'],
  ['a Reading', `update reading set body = decode('1f8b0800', 'hex')`, 'spans'],
  ['a Reading taken out', `delete from reading`, 'references'],
  ['a claim in the list', `update claim set text = 'no stations opened late' where has_figure`, 'references'],
  ['a claim taken out of the list', `delete from claim where has_figure`, 'references'],
  ['the places in the list', `update reading set places = '[]' where places <> '[]'`, 'references'],
  ['an edit', `update edit set body = replace(body, 's-b', 's-c')`, 'references'],
  ['an edit taken out', `delete from edit`, 'references'],
  ['the name of the situation', `update situation_name set name = 'Coup'`, 'references'],
  ['the analysis', `update analysis set digest = 'ab'`, 'references'],
  ['an entry of the log', `update log set at = '2020-01-01T00:00:00.000Z' where number = 2`, 'log'],
  ['an entry of the log taken out', `delete from log where number = 3`, 'log'],
  [
    'the end of the log taken off',
    `delete from log where number = (select max(number) from log where action = 'edit')`,
    'references',
  ],
]

onBothEngines('doctor', (place) => {
  test('finds nothing wrong with a sound ledger, and says what it looked at', async () => {
    const at = await place()
    await filled(at)
    const found = await findings(at)
    expect(found.filter((finding) => !finding.ok)).toEqual([])
    expect(new Set(found.map((finding) => finding.check))).toEqual(new Set(['archive', 'storage', 'spans', 'log', 'references']))
  })

  test('finds what was tampered with', async () => {
    const at = await place()
    await filled(at)
    const engine = at.databaseUrl === null ? await openEmbedded(at.dir) : await openServer(at.databaseUrl)
    const archive = openArchive(join(at.dir, 'archive'))
    for (const [what, statement, check] of TAMPERINGS) {
      const wrong = (await findingsAfter(engine, archive, statement)).filter((finding) => !finding.ok)
      expect(
        wrong.map((finding) => finding.check),
        what,
      ).toContain(check)
    }
    expect((await findingsAfter(engine, archive, 'select 1')).filter((finding) => !finding.ok)).toEqual([])
    await engine.close()
  })

  test('finds an original that was changed or is gone, and one that nobody acknowledged', async () => {
    const at = await place()
    const { sha256 } = await filled(at)
    const path = join(at.dir, 'archive', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    writeFileSync(path, 'something else')
    const changed = (await findings(at)).filter((finding) => !finding.ok)
    expect(changed).toEqual([
      expect.objectContaining({ check: 'archive', subject: sha256, detail: expect.stringContaining('has changed') }),
    ])
    rmSync(path)
    const gone = (await findings(at)).filter((finding) => !finding.ok)
    expect(gone).toEqual([
      expect.objectContaining({ check: 'archive', subject: sha256, detail: expect.stringContaining('is missing') }),
    ])
  })
})
