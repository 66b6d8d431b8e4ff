import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartedFigure, figureChart } from '../../src/disseminate/figure-chart.ts'
import { figureSvg } from '../../src/disseminate/figure-svg.ts'

const SIZE = { width: 640, height: 300 }
const figure = (day: number | null, over: Partial<ChartedFigure> = {}): ChartedFigure => ({
  claim: 'r1.1.c1',
  words: '40',
  low: 40,
  best: 40,
  high: 40,
  bound: 'exact',
  stance: 'asserts',
  origin: 'harbour',
  speaker: 'Harbour office',
  asOf: day === null ? null : new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10),
  superseded: false,
  mutation: null,
  ...over,
})

const anyFigure = fc
  .record({
    day: fc.option(fc.integer({ min: 0, max: 4000 }), { freq: 9 }),
    values: fc.tuple(fc.float({ noNaN: true, noDefaultInfinity: true, min: -50, max: 2 ** 40 }), fc.nat(9000)),
    sides: fc.constantFrom('exact', 'atLeast', 'atMost', 'between'),
    origin: fc.constantFrom('a', 'b', 'c', null),
  })
  .map(({ day, values: [low, more], sides, origin }) => {
    const high = low + (sides === 'between' ? more : 0)
    return figure(day, {
      origin,
      speaker: origin ?? 'not recorded',
      bound: sides as ChartedFigure['bound'],
      low: sides === 'atMost' ? null : low,
      best: sides === 'exact' ? low : null,
      high: sides === 'atLeast' ? null : high,
    })
  })

describe('the chart of figures over time', () => {
  it('keeps every symbol within the plot’s height, and every figure with a day in exactly one mark', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { minLength: 1, maxLength: 20 }), (figures) => {
        const chart = figureChart(figures, [], SIZE)
        const dated = figures.filter((one) => one.asOf !== null)
        expect(chart === null).toBe(dated.length === 0)
        if (chart === null) return
        expect(chart.undated).toBe(figures.length - dated.length)
        expect(chart.marks.flatMap((mark) => mark.figures)).toHaveLength(dated.length)
        for (const { y, top, bottom } of chart.marks) {
          expect(top).toBeGreaterThanOrEqual(chart.plot.top - 0.001)
          expect(bottom).toBeLessThanOrEqual(chart.plot.bottom + 0.001)
          expect(top).toBeLessThanOrEqual(y + 0.001)
          expect(y).toBeLessThanOrEqual(bottom + 0.001)
        }
      }),
    )
  })

  it('draws "at least" open above and "at most" open below, and neither as a number on the open side', () => {
    const chart = figureChart(
      [
        figure(0, { low: 3000, best: null, high: null, bound: 'atLeast' }),
        figure(1, { low: null, best: null, high: 9000, bound: 'atMost' }),
      ],
      [
        { day: '2031-01-01', low: 3000, best: null, high: null },
        { day: '2031-01-02', low: null, best: null, high: 9000 },
      ],
      SIZE,
    )
    expect(chart?.marks.map((mark) => [mark.open, mark.top === mark.bottom])).toEqual([
      ['above', true],
      ['below', true],
    ])
    const [first, second] = chart?.bands ?? []
    expect(first).toMatchObject({ openAbove: true, openBelow: false, top: chart?.plot.top, median: null, right: second?.left })
    expect(second).toMatchObject({ openAbove: false, openBelow: true, bottom: chart?.plot.bottom, right: chart?.plot.right })
  })

  it('makes one mark of what several claims give on one word, and sets what would cover another aside', () => {
    const chart = figureChart(
      [figure(0), figure(0, { claim: 'r2.1.c1' }), figure(0, { origin: 'union', speaker: 'Union' })],
      [],
      SIZE,
    )
    expect(chart?.marks.map((mark) => mark.figures.length)).toEqual([2, 1])
    const [a, b] = chart?.marks ?? []
    expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBeGreaterThan(10)
    expect(a?.y).toBe(b?.y)
  })

  it('begins the axis at nought, or says that it does not', () => {
    const values = (numbers: number[]) =>
      figureChart(
        numbers.map((n, i) => figure(i, { low: n, best: n, high: n })),
        [],
        SIZE,
      )
    expect(values([10, 100])).toMatchObject({ cut: false })
    expect(values([10, 100])?.values[0]?.label).toBe('0')
    expect(values([96, 100])).toMatchObject({ cut: true })
    expect(values([-4, 3])?.values.some(({ label }) => label === '0')).toBe(true)
  })

  it('tells apart what stands, what was replaced, bent or denied, and what has no recorded origin', () => {
    const chart = figureChart(
      [
        figure(0, { superseded: true }),
        figure(1),
        figure(2, { mutation: 'boundDropped' }),
        figure(3, { stance: 'denies' }),
        figure(4, { origin: null, speaker: 'not recorded' }),
      ],
      [],
      SIZE,
    )
    expect(chart?.marks.map((mark) => mark.state)).toEqual(['superseded', 'standing', 'bent', 'denied', 'unrecorded'])
    expect(chart?.series).toEqual([
      { origin: 'harbour', name: 'Harbour office' },
      { origin: null, name: 'origin not recorded' },
    ])
  })

  it('writes the year at the first day and where it changes', () => {
    const labels = figureChart([figure(-40), figure(60)], [], SIZE)?.days.map((day) => day.label) ?? []
    expect(labels.filter((label) => /20\d\d$/.test(label)).map((label) => label.slice(-4))).toEqual(['2030', '2031'])
  })
})

describe('the chart as a file', () => {
  it('never lets a text become markup', () => {
    const hostile = '</title><script>alert(1)</script>&amp;\u0000\u202e"\''
    const chart = figureChart(
      [figure(0, { speaker: hostile, words: hostile })],
      [{ day: '2031-01-01', low: 1, best: 2, high: 3 }],
      SIZE,
    )
    if (chart === null) throw new Error('nothing drawn')
    const svg = figureSvg(chart, hostile)
    expect(svg).not.toMatch(/<script|\u0000|\u202e/)
    expect(svg.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(5)
    expect(svg.match(/<\/title>/g)).toHaveLength(2)
  })

  it('is the same for the same figures, and names what is drawn', () => {
    const chart = () => figureChart([figure(0), figure(3, { low: 55, best: null, high: null, bound: 'atLeast' })], [], SIZE)
    const [a, b] = [chart(), chart()]
    if (!a || !b) throw new Error('nothing drawn')
    expect(figureSvg(a, 'How many boats are in port?')).toBe(figureSvg(b, 'How many boats are in port?'))
    expect(figureSvg(a, 'How many boats are in port?')).toContain('Harbour office</text>')
  })
})
