import { beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { type Analysis, NO_METADATA, type Question, type ReadReport } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'

const TEXTS: readonly [id: string, outlet: string, published: string, text: string][] = [
  [
    'ra',
    'Lake Herald',
    '2031-04-02',
    'The Kenya Wildlife Agency (KWA) said on Wednesday that about 400 elephants have been moved to Uganda since January. The agency said that Kenya plans to move a total of 3,000 elephants to Uganda by December.\n\nUganda decided to send 60 rangers to Rwanda, the KWA said.',
  ],
  [
    'rb',
    'Morning Ledger',
    '2031-04-03',
    "About 400 elephants have been transferred from Kenya to Uganda, according to Kenya's wildlife agency. A ranger in Busia, who asked not to be named, said the animals were in poor health.",
  ],
  [
    'rc',
    'Savanna Times',
    '2031-04-05',
    'The Kenyan wildlife agency said 3,000 elephants have been moved to Uganda. Tourism Minister Peter Odongo of Uganda denied that any elephants had been moved to Uganda.',
  ],
  ['rd', 'Coast Mail', '2031-04-06', 'Kenya will move 3,000 more elephants to Uganda, the Kenya Wildlife Agency said.'],
  [
    're',
    'Rift Post',
    '2031-04-07',
    'Satellite images show that 400 elephants have been moved to Uganda. The KWA said the work would go on.',
  ],
  ['rf', 'Plains Star', '2031-04-08', 'Kenya decided to send 60 rangers to Rwanda, the KWA said. The road is wet.'],
]

describe('analysis of what the reader reads', () => {
  let analysis: Analysis
  let reports: ReadReport[]
  const answering = (claim: string): Question | undefined =>
    analysis.questions.find(
      (question) => question.kind === 'numeric' && question.members.some((member) => member.claim.startsWith(claim)),
    )

  beforeAll(async () => {
    const read = createReader({ ...(await loadResources()), gazetteer: null })
    reports = TEXTS.map(([id, outlet, published, text]) => ({
      report: id,
      version: `${id}.1`,
      address: `https://example.org/${id}`,
      capturedAt: '2031-05-01T00:00:00Z',
      sha256: id.padEnd(64, '0'),
      text,
      metadata: { ...NO_METADATA, outlet, published },
      reading: read({ text, title: null, outlet, published, language: 'en' }),
    }))
    analysis = analyse({ reports, edits: [] })
  })

  it('knows the agency by its name, acronym and description', () => {
    const agency = analysis.sources.find((source) => source.name === 'Kenya Wildlife Agency (KWA)')
    expect(agency?.surfaces.map((surface) => surface.surface)).toEqual(
      expect.arrayContaining([
        'the KWA',
        'the Kenya Wildlife Agency (KWA)',
        'the Kenyan wildlife agency',
        "Kenya's wildlife agency",
        'the agency',
      ]),
    )
  })

  it('groups rewrites of one claim and counts their one origin', () => {
    const question = answering('ra.1.c1')
    expect(question?.name).toBe('How many elephants have been sent to Uganda?')
    const asserting = question?.members.filter((member) => member.stance === 'asserts').map((member) => member.claim.slice(0, 2))
    expect(asserting).toEqual(['ra', 'rb', 'rc', 're'])
    expect(question?.members.find((member) => member.stance === 'denies')?.claim.slice(0, 2)).toBe('rc')
    expect(question?.origins.map((origin) => origin.name)).toEqual(['Kenya Wildlife Agency (KWA)'])
  })

  it('keeps the plan, the addition and what was done apart', () => {
    const names = analysis.questions.filter((question) => /elephants/.test(question.name)).map((question) => question.name)
    expect(names).toContain('How many elephants will Kenya send to Uganda?')
    expect(names).toContain('How many more elephants will Kenya send to Uganda?')
  })

  it('flags the four ways in which later reports changed the claims', () => {
    const told = analysis.mutations.map((mutation) => `${mutation.kind} ${mutation.after.slice(0, 2)}`)
    expect(told).toEqual(['modalityEscalated rc', 'totalBecameIncrement rd', 'evidenceReattributed re', 'actorChanged rf'])
    const texts = new Map(reports.map((report) => [report.version, report.text]))
    for (const { proof } of analysis.mutations)
      for (const part of proof) expect(texts.get(part.version)?.slice(part.start, part.end)).toBe(part.text)
  })
})
