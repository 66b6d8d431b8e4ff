import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { report, situation } from './build.ts'

const STORY =
  'A cargo ferry ran aground on a sandbank outside the port of Esbjerg shortly before dawn, and all forty people on board were taken off by lifeboats within two hours. The harbour master said that the hull is not leaking. Divers will look at the rudder when the tide falls, and a tug from the mainland is on its way to pull the vessel free in the evening.'
const QUOTE =
  '“We have never seen a winter like this one in all the years that this weather station has kept its books, and we do not expect another soon”'

describe('copies of reports', () => {
  it('links a brief inside a long story to the story, whichever arrives first', () => {
    const long = report({ id: 'ra', published: '2031-02-01', text: STORY })
    const brief = report({
      id: 'rb',
      published: '2031-02-02',
      text: 'A cargo ferry ran aground on a sandbank outside the port of Esbjerg shortly before dawn, and all forty people on board were taken off by lifeboats within two hours.',
    })
    const { copies } = analyse(situation([brief, long]))
    expect(copies).toEqual([{ version: 'rb.1', of: 'ra.1', containment: 1 }])
  })

  it('takes the text with an hour for the original of one that gives only the day', () => {
    const content = 'forty people were taken off the ferry by lifeboats in the dark before dawn'
    const told = (id: string, published: string) =>
      report({
        id,
        outlet: `Paper ${id}`,
        published,
        text: `The harbour master of Esbjerg said ${content}.`,
        claims: [{ content, chain: [{ source: 'The harbour master of Esbjerg', cue: 'said' }] }],
      })
    const { questions } = analyse(situation([told('ra', '2031-02-01'), told('rz', '2031-02-01T06:10:00Z')]))
    const edges = questions.flatMap((question) =>
      question.members.flatMap(({ lineage }) => (lineage.known ? lineage.edges.filter((edge) => edge.kind === 'copied') : [])),
    )
    expect(edges.map((edge) => [edge.from, edge.to])).toEqual([['ra.1.c1', 'rz.1.c1']])
  })

  it('links every copy to the earliest text that holds it, not to the copy before', () => {
    const texts = [STORY, `Shipping news. ${STORY}`, `${STORY} More follows when we know it.`]
    const reports = texts.map((text, i) => report({ id: `r${i}`, published: `2031-02-0${i + 1}`, text }))
    expect(analyse(situation(reports)).copies.map((copy) => [copy.version, copy.of])).toEqual([
      ['r1.1', 'r0.1'],
      ['r2.1', 'r0.1'],
    ])
  })

  it('does not take a shared quotation for a copy', () => {
    const a = report({
      id: 'ra',
      published: '2031-02-01',
      text: `Schools stay shut in the valley this week as snow blocks two passes and the railway. ${QUOTE}, the head of the station told villagers.`,
    })
    const b = report({
      id: 'rb',
      published: '2031-02-02',
      text: `Farmers count their losses after the barn roofs gave way under a metre of snow in a night. ${QUOTE}, says the woman who runs the station.`,
    })
    expect(analyse(situation([a, b])).copies).toEqual([])
  })

  it('lets undated texts copy from the longer one', () => {
    const long = report({ id: 'rb', text: STORY })
    const brief = report({ id: 'ra', text: STORY.slice(0, 170) })
    expect(analyse(situation([brief, long])).copies.map((copy) => copy.version)).toEqual(['ra.1'])
  })
})

describe('copied passages', () => {
  it('a narrator claim copied from a report rests on what the original rests on', () => {
    const original = report({
      id: 'ra',
      published: '2031-02-01',
      outlet: 'Coast Bulletin',
      text: 'Forty people were taken off the stranded cargo ferry by two lifeboats before sunrise, the harbour office said.',
      claims: [
        {
          content: 'Forty people were taken off the stranded cargo ferry by two lifeboats before sunrise',
          chain: [{ source: 'the harbour office', cue: 'said' }],
        },
      ],
    })
    const copy = report({
      id: 'rb',
      published: '2031-02-02',
      outlet: 'Inland Echo',
      text: 'Elsewhere, the markets were calm. Forty people were taken off the stranded cargo ferry by two lifeboats before sunrise on Monday.',
      claims: [{ content: 'Forty people were taken off the stranded cargo ferry by two lifeboats before sunrise on Monday' }],
    })
    const { questions } = analyse(situation([original, copy]))
    const question = questions.find((q) => q.members.length === 2)
    expect(question?.originsWhy).toBe('2 claims: 2 rest on harbour office → 1 origin')
    const member = question?.members.find((m) => m.claim === 'rb.1.c1')
    expect(member?.lineage.known && member.lineage.edges[0]?.kind).toBe('copied')
    if (member?.lineage.known)
      for (const edge of member.lineage.edges) for (const proof of edge.proof) expect(proof.text.length).toBeGreaterThan(0)
  })
})
