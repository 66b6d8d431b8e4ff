import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/analyse/changes/changes.ts'
import { changesOfWithdrawal } from '../../src/analyse/changes/withdrawal.ts'
import { envelope } from '../../src/analyse/figures/envelope.ts'
import { type FigurePoint, figurePoints } from '../../src/analyse/figures/points.ts'
import { analyse } from '../../src/analyse/index.ts'
import type { ReadReport } from '../../src/model/index.ts'
import { report, situation } from './build.ts'

const point = (
  origin: string | null,
  day: string,
  low: number | null,
  best: number | null,
  high: number | null,
): FigurePoint => ({
  claim: `${origin}-${day}`,
  figure: 'f1',
  words: '',
  low,
  best,
  high,
  bound: 'exact',
  unit: null,
  role: 'total',
  modality: 'asserted',
  stance: 'asserts',
  origin,
  speaker: origin ?? '',
  outlet: null,
  asOf: day,
  reported: day,
  superseded: false,
  mutation: null,
})

describe('the envelope of a question', () => {
  it('takes the latest of each origin, the median between them, and the outermost bounds', () => {
    const steps = envelope([
      point('police', '2031-03-01', 40, 40, 40),
      point('union', '2031-03-01', 90, 90, 90),
      point('police', '2031-03-02', 60, 60, 60),
      point('clinic', '2031-03-02', 70, 70, 70),
    ])
    expect(steps.map(({ day, low, best, high, origins }) => [day, low, best, high, origins])).toEqual([
      ['2031-03-01', 40, 40, 90, 2],
      ['2031-03-02', 60, 70, 90, 3],
    ])
  })

  it('keeps an open side open, and shows a correction', () => {
    expect(envelope([point('police', '2031-03-01', 1500, null, null)])[0]).toMatchObject({ low: 1500, best: null, high: null })
    const [, second] = envelope([point('police', '2031-03-01', 40, 40, 40), point('police', '2031-03-02', 30, 30, 30)])
    expect(second).toMatchObject({ high: 30, fell: true })
  })

  it('leaves the range open where one origin does', () => {
    const steps = envelope([point('police', '2031-03-01', 40, 40, 40), point('union', '2031-03-01', 90, null, null)])
    expect(steps[0]).toMatchObject({ low: 40, best: 40, high: null })
  })

  it('does not weigh what a report bent on the way', () => {
    const bent = { ...point('police', '2031-03-02', 900, 900, 900), mutation: 'boundDropped' as const }
    expect(envelope([point('police', '2031-03-01', 40, 40, 40), bent]).map((step) => step.high)).toEqual([40])
  })

  it('leaves out what has no recorded origin', () => {
    expect(envelope([point(null, '2031-03-01', 9, 9, 9)])).toEqual([])
  })
})

const tents = (id: string, day: number, who: string, count: string): ReadReport => {
  const content = `Latvia has sent ${count} tents to Malta`
  return report({
    id,
    outlet: `Paper ${id}`,
    published: `2031-05-0${day}`,
    text: `${who} said ${content}.`,
    claims: [
      {
        content,
        chain: [{ source: who, cue: 'said' }],
        events: [{ verb: 'has sent', lemma: 'send', agent: 'Latvia', patient: `${count} tents` }],
        figures: [{ cell: count, of: 'tents', head: 'tent' }],
      },
    ],
  })
}

describe('what changed', () => {
  const first = tents('ra', 1, 'The Latvian Relief Board', '400')
  const second = tents('rb', 3, 'The Maltese Red Cross', '900')

  it('tells of a second origin and of a risen figure, with the claims that moved them', () => {
    const state = (...reports: ReadReport[]) => ({ analysis: analyse(situation(reports)), reports })
    const changes = changesBetween(state(first), state(first, second))
    expect(changes.map((change) => [change.kind, change.by])).toEqual([
      ['secondOrigin', ['rb.1.c1']],
      ['boundRose', ['rb.1.c1']],
      ['newClaims', ['rb.1.c1']],
    ])
    expect(changesBetween(state(first), state(first))).toEqual([])
  })

  it('marks a figure that its own origin replaced', () => {
    const reports = [first, tents('rc', 4, 'The Latvian Relief Board', '650')]
    const [question] = analyse(situation(reports)).questions
    expect(question && figurePoints(question, reports, []).map(({ best, superseded }) => [best, superseded])).toEqual([
      [400, true],
      [650, false],
    ])
  })

  it('takes a withdrawn report out of what is weighed, and brings it back when undone', () => {
    const reports = [first, second]
    const before = analyse(situation(reports))
    const withdraw = { id: 'e-1', kind: 'withdraw', target: 'rb', why: 'taken back' } as const
    const after = analyse({ reports, edits: [withdraw] })
    expect(changesOfWithdrawal(before, after).map((moved) => [moved.before, moved.after])).toEqual([
      [expect.stringContaining('→ 2 origins'), expect.stringContaining('→ 1 origin')],
    ])
    expect(analyse({ reports, edits: [withdraw, { id: 'e-2', kind: 'undo', edit: 'e-1' }] })).toEqual(before)
  })

  it('sets a withdrawn claim or source outside, with the reason', () => {
    const reports = [first, second]
    const { sources } = analyse(situation(reports))
    const board = sources.find((source) => source.name.includes('Relief'))?.id ?? ''
    for (const target of ['ra.1.c1', board])
      expect(analyse({ reports, edits: [{ id: 'e-1', kind: 'withdraw', target, why: '' }] }).outside).toContainEqual({
        claim: 'ra.1.c1',
        why: 'withdrawn by an analyst',
      })
  })
})
