import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figurePoints } from '../../src/analyse/figures/points.ts'
import { dimensionOf, inBase, inUnit } from '../../src/analyse/figures/units.ts'
import { analyse } from '../../src/analyse/index.ts'
import { UNITS } from '../../src/read/figures/units.ts'
import { report, situation } from './build.ts'

describe('units', () => {
  it.each([
    [300, 'mi', 482_803.2],
    [10, 'nmi', 18_520],
    [2, 'ha', 20_000],
    [1, 'bbl', 0.158987],
    [3, 't', 3000],
    [36, 'km/h', 10],
    [50, '°F', 10],
    [1, 'kWh', 3.6e6],
    [12, null, 12],
    [12, 'USD', 12],
  ])('%d %s is %d in the base unit', (value, unit, base) => {
    expect(inBase(value, unit)).toBeCloseTo(base, 3)
  })

  it('puts one unit into another of its dimension, and leaves others alone', () => {
    expect(inUnit(300, 'mi', 'km')).toBeCloseTo(482.803, 3)
    expect(inUnit(50, '°F', '°C')).toBeCloseTo(10, 6)
    expect(inUnit(5, 't', 'km')).toBe(5)
  })

  it('knows every unit that the reader writes, save those of time and of what is not compared', () => {
    const unknown = [...new Set([...UNITS.values()].map(({ symbol, dimension }) => ({ symbol, dimension })))]
      .filter(({ symbol, dimension }) => dimension !== 'time' && dimensionOf(symbol) === null)
      .map(({ symbol }) => symbol)
    expect([...new Set(unknown)].sort()).toEqual(['bpd', 'ly', '°'])
  })

  it('comes back from any unit', () => {
    const symbols = [...new Set([...UNITS.values()].map(({ symbol }) => symbol))].filter((symbol) => dimensionOf(symbol) !== null)
    fc.assert(
      fc.property(
        fc.constantFrom(...symbols),
        fc.constantFrom(...symbols),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (a, b, value) => {
          const there = inUnit(value, a, b)
          if (dimensionOf(a) === dimensionOf(b)) expect(inUnit(there, b, a) / value).toBeCloseTo(1, a.startsWith('°') ? 2 : 4)
          else expect(there).toBe(value)
        },
      ),
    )
  })
})

/** Two outlets say how far the spill reached, the second in the given words. */
const spill = (cell: string, unit: string) =>
  situation([
    report({
      id: 'r1',
      outlet: 'Harbour News',
      published: '2031-03-01',
      text: 'The coast guard said the oil had covered 480 km of coast.',
      entities: { e1: { kind: 'organisation', names: ['coast guard'] } },
      claims: [
        {
          content: 'the oil had covered 480 km of coast',
          chain: [{ source: 'The coast guard', cue: 'said', entity: 'e1' }],
          events: [{ verb: 'covered', lemma: 'cover', agent: 'the oil', patient: '480 km of coast' }],
          figures: [{ cell: '480 km', of: 'coast', head: 'coast', kind: 'measure', unit: 'km' }],
        },
      ],
    }),
    report({
      id: 'r2',
      outlet: 'Bay Herald',
      published: '2031-03-02',
      text: `The fishers' union said the oil had covered ${cell} of coast.`,
      entities: { e1: { kind: 'organisation', names: ["fishers' union"] } },
      claims: [
        {
          content: `the oil had covered ${cell} of coast`,
          chain: [{ source: "The fishers' union", cue: 'said', entity: 'e1' }],
          events: [{ verb: 'covered', lemma: 'cover', agent: 'the oil', patient: `${cell} of coast` }],
          figures: [{ cell, of: 'coast', head: 'coast', kind: 'measure', unit }],
        },
      ],
    }),
  ])

describe('claims in different units', () => {
  it('answer one question, in the unit of the first', () => {
    const input = spill('300 miles', 'mi')
    const { questions } = analyse(input)
    expect(questions).toHaveLength(1)
    const points = figurePoints(questions[0]!, input.reports, [])
    expect(points.map(({ best, unit, words }) => [best, unit, words])).toEqual([
      [480, 'km', '480 km'],
      [482.803, 'km', '300 miles'],
    ])
  })

  it('do not disagree over a rounding, and do over a distance', () => {
    expect(analyse(spill('300 miles', 'mi')).disagreements).toEqual([])
    expect(analyse(spill('480 miles', 'mi')).disagreements.map(({ kind }) => kind)).toEqual(['figures'])
  })
})
