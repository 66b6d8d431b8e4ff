import { expect, test } from 'vitest'
import type { Analysis } from '../../src/model/index.ts'
import { onBothEngines } from './engines.ts'
import { item, READER, readMany, readSentences } from './sample.ts'

const STRIKE = 'The union said 300 drivers may strike at Port Marlow. Buses stood still.'
const FLOOD = 'The mayor said 40 houses were flooded near Lake Orrin.'

onBothEngines('the ledger', (place) => {
  test('a report stored is there after it is opened again, with its bytes', async () => {
    const at = await place()
    let ledger = await at.open()
    const { id } = await ledger.currentSituation()
    const [stored] = await ledger.store(id, [item('news/strike.txt', STRIKE, { outlet: 'Marlow Post', published: '2025-02-28' })])
    expect(stored?.outcome).toBe('new')
    expect(stored?.report).toMatch(/^r[a-z2-7]{9}$/)
    expect(stored?.version).toBe(`${stored?.report}.1`)
    await ledger.close()
    ledger = await at.open()
    const found = await ledger.report(id, stored!.report)
    expect(found).toMatchObject({ text: STRIKE, reading: null, claims: null, versions: 1 })
    expect(Buffer.from(await ledger.original(found!.sha256)).toString()).toBe(STRIKE)
    expect(await ledger.report(id, stored!.report.slice(0, 5))).toEqual(found)
    expect((await ledger.currentSituation()).id).toBe(id)
    await ledger.close()
  })

  test('the same bytes are one report, wherever they come from; the same text from other bytes too; changed text is a version', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    const outcomes = async (...batch: ReturnType<typeof item>[]): Promise<string[]> =>
      (await ledger.store(id, batch)).map((s) => `${s.outcome} ${s.version.slice(s.version.indexOf('.'))}`)
    expect(await outcomes(item('a', STRIKE), item('a', STRIKE), item('b', STRIKE))).toEqual([
      'new .1',
      'duplicate .1',
      'duplicate .1',
    ])
    expect(await outcomes(item('a', STRIKE, {}, Buffer.from(`<p>${STRIKE}</p>`)))).toEqual(['duplicate .1'])
    expect(await outcomes(item('a', `${STRIKE} Talks go on.`))).toEqual(['version .2'])
    expect(await outcomes(item('a', STRIKE))).toEqual(['duplicate .1'])
    expect(await outcomes(item('a', `${STRIKE} Talks go on.`))).toEqual(['duplicate .2'])
    const [row] = await ledger.reports(id)
    expect(row?.versions).toBe(2)
    const diff = await ledger.versionDiff(id, `${row?.report}.1`, `${row?.report}.2`)
    expect(diff.filter((part) => part.change !== 'same')).toEqual([{ change: 'added', text: ' Talks go on.' }])
    expect((await ledger.log()).filter((entry) => entry.action.startsWith('capture'))).toHaveLength(7)
    await ledger.close()
  })

  test('what a copy elsewhere says of itself does not change the report; what is said later of the same address does', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    await ledger.store(id, [item('a', FLOOD, { outlet: 'Orrin Herald' })])
    const [copy] = await ledger.store(id, [item('b', FLOOD, { outlet: 'Valley Wire' })])
    expect(copy?.outcome).toBe('duplicate')
    const [dated] = await ledger.store(id, [item('a', FLOOD, { published: '2025-02-20' })])
    expect(dated?.outcome).toBe('version')
    const [row] = await ledger.reports(id)
    expect(row?.metadata).toMatchObject({ outlet: 'Orrin Herald', published: '2025-02-20' })
    const [again] = await ledger.store(id, [item('a', FLOOD)])
    expect(again).toMatchObject({ outcome: 'duplicate', version: dated?.version })
    await ledger.close()
  })

  test('situations are apart: the same report in two is stored in each', async () => {
    const ledger = await (await place()).open()
    const one = await ledger.createSituation('Ferry strike')
    const two = await ledger.createSituation('Spring floods')
    expect((await ledger.store(one.id, [item('a', STRIKE)]))[0]?.outcome).toBe('new')
    expect((await ledger.store(two.id, [item('a', STRIKE)]))[0]?.outcome).toBe('new')
    expect(await ledger.reports(one.id)).toHaveLength(1)
    expect((await ledger.useSituation('Spring floods')).id).toBe(two.id)
    expect((await ledger.currentSituation()).id).toBe(two.id)
    await ledger.renameSituation(two.id, 'Floods')
    expect((await ledger.situations()).map((s) => s.name)).toEqual(['Ferry strike', 'Floods'])
    await expect(ledger.createSituation('Floods')).rejects.toThrow('there is a situation "Floods" already')
    await expect(ledger.createSituation(' ')).rejects.toThrow('a situation needs a name')
    await expect(ledger.useSituation('Winter')).rejects.toThrow('there is no situation "Winter"')
    await ledger.close()
  })

  test('reading works off the queue, and lists and searches what it found', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    await ledger.store(id, [
      item('a', STRIKE, { outlet: 'Marlow Post', published: '2025-02-27' }),
      item('b', FLOOD, { outlet: 'Orrin Herald', published: '2025-02-28T07:00:00Z' }),
    ])
    expect((await ledger.status()).unread).toBe(2)
    const seen: number[] = []
    expect(await ledger.readQueued(READER, readMany, { onProgress: (done) => seen.push(done) })).toEqual({ read: 2, failed: [] })
    expect(seen.at(-1)).toBe(2)
    expect(await ledger.readQueued(READER, readMany)).toEqual({ read: 0, failed: [] })
    expect(await ledger.status()).toMatchObject({ unread: 0, reports: 2, versions: 2, claims: 3 })
    const claims = await ledger.claims(id)
    expect(claims.map((c) => c.text).sort()).toEqual([
      '300 drivers may strike at Port Marlow',
      '40 houses were flooded near Lake Orrin',
      'Buses stood still.',
    ])
    const drivers = claims.find((c) => c.text.startsWith('300'))!
    expect(drivers).toMatchObject({ outlet: 'Marlow Post', published: '2025-02-27', claim: { modality: 'possible' } })
    expect(drivers.chain).toMatch(/The union/)
    expect(await ledger.claim(id, drivers.id)).toEqual(drivers)
    expect((await ledger.claims(id, { text: 'flooding house' })).map((c) => c.outlet)).toEqual(['Orrin Herald'])
    expect(await ledger.claims(id, { modality: 'possible' })).toEqual([drivers])
    expect(await ledger.claims(id, { hasFigure: false })).toHaveLength(1)
    const first = await ledger.claims(id, {}, { limit: 2 })
    const rest = await ledger.claims(id, {}, { limit: 2, after: first[1]!.id })
    expect([...first, ...rest]).toEqual(claims)
    expect((await ledger.reports(id, { text: 'strike' })).map((r) => r.address)).toEqual(['a'])
    expect((await ledger.reports(id, { since: '2025-02-28' })).map((r) => r.address)).toEqual(['b'])
    expect((await ledger.reports(id, { until: '2025-02-27' })).map((r) => r.address)).toEqual(['a'])
    expect((await ledger.placeMentions(id)).map((m) => m.toponym.cell.text).sort()).toEqual(['Lake Orrin', 'Port Marlow'])
    const { reports } = await ledger.situationInput(id)
    expect(reports.map((r) => r.reading)).toEqual(reports.map((r) => readSentences({ ...r.metadata, text: r.text })))
    await ledger.close()
  })

  test('a Reading whose spans do not hold is refused and noted; the rest of the batch is stored', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    await ledger.store(id, [item('a', STRIKE), item('b', FLOOD), item('c', 'Votes were counted.')])
    const result = await ledger.readQueued(READER, (reports) =>
      Promise.resolve(
        reports.map((report) => {
          const reading = readSentences(report)
          if (report.text === FLOOD)
            return { ...reading, claims: reading.claims.map((c) => ({ ...c, content: [{ ...c.content[0]!, text: 'no' }] })) }
          return report.text === STRIKE ? new Error('the reader gave up') : reading
        }),
      ),
    )
    expect(result.read).toBe(1)
    expect(result.failed.map((f) => f.reason).sort()).toEqual([expect.stringContaining('span'), 'the reader gave up'])
    expect(await ledger.claims(id)).toHaveLength(1)
    expect((await ledger.log()).filter((entry) => entry.action === 'reading failed')).toHaveLength(2)
    expect(await ledger.readQueued(READER, readMany)).toEqual({ read: 0, failed: [] })
    await ledger.close()
  })

  test('reading again keeps the older Reading, and a new version hides the claims of the old one', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    const [stored] = await ledger.store(id, [item('a', STRIKE)])
    await ledger.readQueued(READER, readMany)
    expect(await ledger.requeueReadings(id)).toBe(1)
    expect((await ledger.readQueued({ name: 'test-sentences', version: '2' }, readMany)).read).toBe(1)
    expect((await ledger.log()).filter((entry) => entry.action === 'reading')).toHaveLength(2)
    await ledger.store(id, [item('a', `${STRIKE} Trains ran.`)])
    await ledger.readQueued(READER, readMany)
    expect((await ledger.claims(id)).map((c) => c.id.split('.')[1])).toEqual(['2', '2', '2'])
    expect((await ledger.situationInput(id)).reports.map((r) => r.version)).toEqual([`${stored?.report}.2`])
    expect((await ledger.report(id, stored!.version))?.reading?.claims).toHaveLength(2)
    await ledger.close()
  })

  test('an analysis is kept until something under it changes; edits are undone by further edits', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    await ledger.store(id, [item('a', STRIKE), item('b', FLOOD)])
    await ledger.readQueued(READER, readMany)
    const claims = await ledger.claims(id)
    const analysis: Analysis = {
      version: { name: 'test', version: '1' },
      sources: [],
      chains: Object.fromEntries(claims.map((c) => [c.id, c.chain === null ? [] : ['s-two', null, 's-one']])),
      questions: [
        {
          id: 'q1',
          name: 'How many drivers may strike?',
          kind: 'numeric',
          frame: 'possible',
          origins: [],
          originsWhy: '',
          members: [
            {
              claim: claims.find((c) => c.text.startsWith('300'))!.id,
              stance: 'asserts',
              lineage: { known: false, why: 'not recorded' },
              figures: [],
              why: '',
            },
          ],
        },
      ],
      disagreements: [],
      copies: [],
      mutations: [],
      reconciliations: [],
      outside: [],
    }
    expect(await ledger.analysisIsStale(id, analysis.version)).toBe(true)
    await ledger.situationInput(id)
    await ledger.saveAnalysis(id, analysis)
    expect(await ledger.analysisIsStale(id, analysis.version)).toBe(false)
    expect(await ledger.analysisIsStale(id, { name: 'test', version: '2' })).toBe(true)
    expect(await ledger.analysis(id)).toEqual(analysis)
    expect((await ledger.claims(id, { question: 'q1' })).map((c) => [c.sources, c.questions])).toEqual([
      [['s-two', 's-one'], ['q1']],
    ])
    expect(await ledger.claims(id, { source: 's-one' })).toHaveLength(2)
    const merge = await ledger.appendEdit(id, { kind: 'mergeSources', keep: 's-one', merge: 's-two' })
    expect(await ledger.analysisIsStale(id, analysis.version)).toBe(true)
    expect((await ledger.situationInput(id)).edits).toEqual([merge])
    const undo = await ledger.appendEdit(id, { kind: 'undo', edit: merge.id })
    expect((await ledger.situationInput(id)).edits).toEqual([])
    expect(await ledger.analysisIsStale(id, analysis.version)).toBe(false)
    await ledger.appendEdit(id, { kind: 'undo', edit: undo.id })
    expect((await ledger.situationInput(id)).edits).toEqual([merge])
    await expect(ledger.appendEdit(id, { kind: 'undo', edit: 'e-99' })).rejects.toThrow('there is no edit e-99')
    await ledger.close()
  })

  test('an analysis made from Readings that were since added to is stale', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    const version = { name: 'test', version: '1' }
    await ledger.store(id, [item('a', STRIKE)])
    await ledger.readQueued(READER, readMany)
    await ledger.situationInput(id)
    await ledger.store(id, [item('b', FLOOD)])
    await ledger.readQueued(READER, readMany)
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
    expect(await ledger.analysisIsStale(id, version)).toBe(true)
    await ledger.close()
  })

  test('hostile strings are stored, not choked on', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    const address = `https://paper.example/${'x'.repeat(9000)}?q=';drop table log;--`
    const text = `Half a pair \ud83d and a NUL \0 stand here. ${'word'.repeat(3000)} ended.`
    const [stored] = await ledger.store(id, [item(address, text, { title: 'A \0 title', outlet: '\udc00' })])
    expect(stored?.outcome).toBe('new')
    const found = await ledger.report(id, stored!.report)
    expect(found?.text).toHaveLength(text.length)
    expect(found?.address).toBe(address)
    expect(found?.metadata.title).toBe('A \ufffd title')
    expect((await ledger.readQueued(READER, readMany)).failed).toEqual([])
    expect(await ledger.claims(id, { text: `"'; drop (& | ! <->` })).toEqual([])
    expect((await ledger.store(id, [item(address, text)]))[0]?.outcome).toBe('duplicate')
    const findings = []
    for await (const finding of ledger.doctor()) if (!finding.ok) findings.push(finding)
    expect(findings).toEqual([])
    await ledger.close()
  })

  test('a long text is stored and searched by its beginning', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    const text = `The levee broke. ${Array.from({ length: 400_000 }, (_, i) => `w${i}`).join(' ')}.`
    await ledger.store(id, [item('long', text)])
    expect((await ledger.reports(id, { text: 'levee' }))[0]?.characters).toBe(text.length)
    await ledger.close()
  })

  test('many callers at once do not mix', async () => {
    const ledger = await (await place()).open()
    const { id } = await ledger.currentSituation()
    const stores = Array.from({ length: 12 }, (_, i) => ledger.store(id, [item(`n${i % 8}`, `Report ${i % 8} came in.`)]))
    const lists = Array.from({ length: 12 }, () => ledger.reports(id))
    const [stored] = await Promise.all([Promise.all(stores), Promise.all(lists)])
    expect(stored.flat().filter((s) => s.outcome === 'new')).toHaveLength(8)
    await ledger.logExport(id, 'SITREP', 'ab'.repeat(32))
    const log = await ledger.log()
    expect(log.map((entry) => entry.number)).toEqual(log.map((_, i) => i + 1))
    const findings = []
    for await (const finding of ledger.doctor()) if (!finding.ok) findings.push(finding)
    expect(findings).toEqual([])
    await ledger.close()
  })
})
