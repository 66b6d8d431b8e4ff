import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { reconciliationsOf } from '../../src/analyse/reconciliation/of-question.ts'
import type { ReadReport, Reconciliation } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../src/read/models/${name}`, import.meta.url))
const read = createReader({
  syntax: bytes('syntax.bin'),
  gazetteer: null,
  attribution: bytes('attribution.bin'),
  entities: bytes('entities.bin'),
})

function reportOf(text: string, id = 'r1', published = '2031-04-30'): ReadReport {
  const metadata = { title: null, outlet: 'Delta Post', author: null, published, modified: null, language: 'en', canonical: null }
  const reading = read({ text, title: null, outlet: 'Delta Post', published, language: 'en' })
  return {
    report: id,
    version: `${id}.1`,
    address: `${id}.txt`,
    capturedAt: '2031-05-01T00:00:00Z',
    sha256: '',
    text,
    metadata: metadata as unknown as ReadReport['metadata'],
    reading,
  }
}

const worked = (text: string): readonly Reconciliation[] => analyse({ reports: [reportOf(text)], edits: [] }).reconciliations
const short = (text: string): string[] => worked(text).map(({ kind, verdict, arithmetic }) => `${kind} ${verdict}: ${arithmetic}`)

describe('figures of a report that imply each other', () => {
  it.each([
    ['The police said 31 people were killed: 12 men, 15 women and 4 children.', 'parts agrees: 12 + 15 + 4 = 31'],
    ['The police said 30 people were killed: 12 men, 15 women and 6 children.', 'parts mismatch: 12 + 15 + 6 = 33'],
    ['The police said 30 people were killed, including 40 women.', 'parts mismatch: 40 > 30'],
    ['The clinic said 45 of the 60 nurses, or 75 percent, had left.', 'percent agrees: 45 ÷ 60 = 75 %'],
    ['The clinic said 45 of the 60 nurses, or 60 percent, had left.', 'percent mismatch: 45 ÷ 60 = 75 %'],
    [
      'The ministry said exports rose from 1,500 to 3,000 tonnes, an increase of 100 percent.',
      'change agrees: (3,000 − 1,500) ÷ 1,500 = 100 %',
    ],
    [
      'The ministry said cases rose from 1,500 to 3,000, an increase of 50 percent.',
      'change mismatch: (3,000 − 1,500) ÷ 1,500 = 100 %',
    ],
    ['The army fired 200 shells a day for 30 days, or 9,000 shells in all.', 'rate mismatch: 200 × 30 = 6,000'],
    ['The army fired 200 shells a day for 30 days, or 6,000 shells in all.', 'rate agrees: 200 × 30 = 6,000'],
    ['The pump has sent out 400 litres a day since 1 April, a total of 20,000 litres.', 'rate mismatch: 400 × 29 = 11,600'],
    ['The port said the 1,200 crates held up to 60,000 rifles.', 'content implies: 60,000 ÷ 1,200 = 50'],
  ])('%s', (text, sum) => {
    expect(short(text)).toEqual([sum])
  })

  it.each([
    'The police said 31 people were killed, including 12 men and 4 children.',
    'The police said 31 people were killed, of whom 12 were women and 5 children.',
    'The police said 31 people were killed, including 12 women and 25 soldiers.',
    'There were 56 passengers and 10 crew on board, among them 30 Kenyans, 15 Ugandans and a pilot.',
    'Another eight states, with 83 votes, are split: one red chamber, one blue chamber.',
    'She drew three of the largest crowds of the year, including an estimated 28,000 at a park.',
    'The mayor said 200 houses burned, and 3,000 people marched in another town.',
    'Shares rose from 15 to 30 in May, and unemployment stood at 9 percent.',
    'The army fired 200 shells a day. The siege lasted for 30 days. It cost 9,000 dollars.',
    'The 20 ships left. The town has 40,000 people.',
    'Between 10 and 20 buses carried some of the 4,000 students, and 300 walked.',
  ])('nothing follows from figures that only stand near each other: %s', (text) => {
    expect(worked(text).filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
  })

  it('a bound goes on to what follows, and each figure is told to the character', () => {
    const text =
      'Han River Wire said 13,000 containers had been shipped, and that the containers held up to eight million shells.'
    const [found] = worked(text)
    expect(found).toMatchObject({ kind: 'content', verdict: 'implies', arithmetic: '8,000,000 ÷ 13,000 = 615' })
    expect(found!.why).toContain('at most 615 a container')
    for (const term of found!.terms) expect(text.slice(term.start, term.end)).toBe(term.text)
  })

  it('rounded parts do not accuse a rounded total', () => {
    expect(short('The agency said about 3,000 people fled: 1,400 to the north and 1,500 to the south.')[0]).toContain('agrees')
  })

  it('is found from the question that one of its figures answers', () => {
    const reports = [
      reportOf('The port authority said the 1,200 crates held up to 60,000 rifles.', 'r1'),
      reportOf('The harbour union said 1,200 crates were shipped.', 'r2'),
    ]
    const analysis = analyse({ reports, edits: [] })
    const asked = analysis.questions.filter((question) => reconciliationsOf(question, analysis).length > 0)
    expect(asked.length).toBeGreaterThan(0)
  })

  it('goes with a report that is withdrawn', () => {
    const reports = [reportOf('The port said the 1,200 crates held up to 60,000 rifles.', 'r1')]
    const edit = { id: 'e1', kind: 'withdraw', target: 'r1', why: 'a hoax', at: '2031-05-01T00:00:00Z', by: 'analyst' } as const
    expect(analyse({ reports, edits: [edit as never] }).reconciliations).toEqual([])
  })

  it('parts that make up their total never mismatch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        (a, b, c) => {
          const found = worked(`The police said ${a + b + c} people were hurt: ${a} men, ${b} women and ${c} children.`)
          expect(found.filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })
})
