import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { checkSitrep, toHtml, toJson, toMarkdown } from '../../src/disseminate/index.ts'
import { briefOf } from '../../src/flow/brief.ts'
import type { Sitrep, SituationInput } from '../../src/model/index.ts'
import { DAM } from './dam.ts'
import { readAll, readFolder } from './read.ts'

const SAMPLE = fileURLToPath(new URL('../../examples/north-korean-troops', import.meta.url))
const OPTIONS = { situation: 'Test', asOf: '2025-02-05T18:00:00Z', tlp: 'AMBER' } as const

const write = (input: SituationInput): Promise<Sitrep> => briefOf(input, analyse(input), OPTIONS)
/** A copy in which everything may be changed. */
const copy = (document: Sitrep): Tampered => structuredClone(document) as unknown as Tampered
type Tampered = { -readonly [K in keyof Sitrep]: Changeable<Sitrep[K]> }
type Changeable<T> = T extends readonly (infer U)[]
  ? Changeable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Changeable<T[K]> }
    : T

describe.each([
  ['the dam', () => readAll(DAM)],
  ['the sample situation', () => readFolder(SAMPLE)],
])('the SITREP of %s', (_name, open) => {
  let input: SituationInput
  let document: Sitrep
  beforeAll(async () => {
    input = await open()
    document = await write(input)
  })

  it('passes its own check, and cites each passage to the character', () => {
    expect(checkSitrep(document, input)).toEqual([])
    expect(document.citations.length).toBeGreaterThan(3)
    for (const citation of document.citations) {
      const report = input.reports.find((candidate) => candidate.version === citation.version)
      expect(report?.text.slice(citation.start, citation.end)).toBe(citation.quotation)
      expect(citation.outlet).toBe(report?.metadata.outlet)
    }
  })

  it('numbers its citations from 1 without a gap, and uses each', () => {
    expect(document.citations.map((citation) => citation.number)).toEqual(document.citations.map((_, i) => i + 1))
    const { citations, ...rest } = document
    const used = new Set(
      [...JSON.stringify(rest).matchAll(/"citations":\[([\d,]*)\]/g)].flatMap((m) => m[1]?.split(',').map(Number) ?? []),
    )
    expect(citations.filter((citation) => !used.has(citation.number))).toEqual([])
  })

  it('has the same bytes each time, and in whatever order the reports came', async () => {
    const turned = { ...input, reports: [...input.reports].reverse() }
    const mixed = { ...input, reports: [...input.reports.slice(2), ...input.reports.slice(0, 2)] }
    for (const again of [input, turned, mixed]) {
      const other = await write(again)
      expect(toMarkdown(other)).toBe(toMarkdown(document))
      expect(toHtml(other)).toBe(toHtml(document))
      expect(toJson(other)).toBe(toJson(document))
    }
  })

  it('says the same in each form', () => {
    expect(JSON.parse(toJson(document))).toEqual(document)
    const html = toHtml(document)
    const markdown = toMarkdown(document)
    for (const citation of document.citations) {
      expect(html).toContain(`<li id="c${citation.number}">`)
      expect(markdown).toContain(`\n${citation.number}. `)
    }
    for (const title of ['Bottom line', 'Key claims', 'Gaps', 'Sources', 'Citations']) {
      expect(html).toContain(`<h2>${title}</h2>`)
      expect(markdown).toContain(`## ${title}`)
    }
  })

  it('tells nothing twice in its bottom line, and gives each sentence of it a citation', () => {
    const texts = document.bottomLine.map((statement) => statement.text)
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.length).toBeLessThanOrEqual(4)
    for (const { citations } of document.bottomLine) expect(citations.length).toBeGreaterThan(0)
  })

  describe('fails its check when it is tampered with:', () => {
    const tampered: readonly [string, (s: Tampered) => void][] = [
      [
        'a word of a quotation',
        (s) => {
          s.citations[0]!.quotation = `${s.citations[0]!.quotation.slice(0, -4)}zzzz`
        },
      ],
      [
        'the place of a passage',
        (s) => {
          s.citations[0]!.start += 1
        },
      ],
      [
        'the report of a passage',
        (s) => {
          s.citations[0]!.version = 'r0.1'
        },
      ],
      ['the order of the citations', (s) => void s.citations.reverse()],
      [
        'a citation that does not exist',
        (s) => {
          s.bottomLine[0]!.citations[0] = 999
        },
      ],
      [
        'a bottom line without a citation',
        (s) => {
          s.bottomLine[0]!.citations = []
        },
      ],
      [
        'a figure without a citation',
        (s) => {
          s.figures[0]!.citations = []
        },
      ],
      [
        'what is new without a citation',
        (s) => {
          s.changes = { since: '2025-02-04', statements: [{ kind: 'denial', text: 'It is denied.', citations: [] }], further: 0 }
        },
      ],
      [
        'a sum without a citation',
        (s) => {
          s.arithmetic = [{ kind: 'parts', verdict: 'mismatch', text: 'The parts make 3.', citations: [] }]
        },
      ],
      [
        'an envelope without a citation',
        (s) => {
          const [low, best, high] = [1, 1, 1]
          s.envelopes = [
            { question: 'How many?', day: '2025-02-04', low, best, high, unit: null, origins: 1, fell: false, citations: [] },
          ]
        },
      ],
      [
        'words that nobody wrote',
        (s) => {
          s.keyClaims[0]!.statements[0]!.text = 'The authority says: “all is well”.'
        },
      ],
      [
        'a number that nobody gave',
        (s) => {
          const statement = s.keyClaims.flatMap((block) => block.statements).find((found) => /: .*\d/.test(found.text))!
          const at = statement.text.search(/: /)
          statement.text =
            statement.text.slice(0, at) + statement.text.slice(at).replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
        },
      ],
      [
        'a possibility put as a fact',
        (s) => {
          const statement = [...s.keyClaims.flatMap((block) => block.statements), ...s.assessments].find((found) =>
            /holds? it possible: /.test(found.text),
          )!
          statement.text = statement.text.replace(/holds? it possible: /, 'says: ')
        },
      ],
    ]
    it.each(tampered)('%s', (_what, tamper) => {
      const changed = copy(document)
      tamper(changed)
      expect(changed).not.toEqual(document)
      expect(checkSitrep(changed as unknown as Sitrep, input)).not.toEqual([])
    })
  })
})

describe('what it says of little', () => {
  it('tells how figures moved, what follows from them and what is new since the last day', async () => {
    const input = await readFolder(SAMPLE)
    const { envelopes, arithmetic, changes } = await write(input)
    expect(envelopes.map(({ day, low, high, origins }) => [day, low, high, origins])).toEqual([
      ['2024-10-18', 1500, 1500, 1],
      ['2024-10-23', 3000, null, 2],
    ])
    expect(arithmetic.map(({ verdict, text }) => [verdict, text])).toEqual([
      [
        'implies',
        'Up to 8,000,000 shells in at least 13,000 containers make at most 615 a container (8,000,000 ÷ 13,000 = 615) (Han River Wire).',
      ],
    ])
    expect(changes?.since).toBe('2024-10-23')
    expect(changes?.statements.map(({ kind }) => kind)).toContain('secondOrigin')
    const page = toHtml(await write(input))
    for (const id of ['figures-over-time-by-origins', 'arithmetic', 'changes']) expect(page).toContain(`<section id="${id}">`)
    expect((await briefOf(input, analyse(input), { ...OPTIONS, since: null })).changes).toBeNull()
    expect((await briefOf(input, analyse(input), { ...OPTIONS, since: '2024-10-25' })).changes).toEqual({
      since: '2024-10-25',
      statements: [],
      further: 0,
    })
  })

  it('says of reports without a claim that nothing rests on a recorded origin', async () => {
    const input = await readAll([{ id: 'ra', outlet: 'Quiet Post', published: '2025-01-01', text: 'Snow.' }])
    const document = await write(input)
    expect(checkSitrep(document, input)).toEqual([])
    expect(toMarkdown(document)).toContain('Nothing in the reports rests on a recorded origin.')
  })

  it('names what is missing: dates, outlets, named origins', async () => {
    const input = await readAll([
      { id: 'ra', outlet: null, published: null, text: 'Some officials said on Friday that 40 trucks had crossed the river.' },
    ])
    const document = await write(input)
    expect(checkSitrep(document, input)).toEqual([])
    const text = toMarkdown(document)
    expect(text).toContain('no report gives its date')
    expect(text).toContain('No report says when it was published')
    expect(document.gaps.map((gap) => gap.why)).toContain('no publication date')
    expect(text).not.toMatch(/undefined|null|NaN/)
  })
})
