import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { gradeOf } from '../../src/analyse/weighing/credibility.ts'
import { middleOf, withoutOne } from '../../src/analyse/weighing/middle.ts'
import { accuracyOf, chanceOf, inWords, percentOf, UNGRADED, wilson } from '../../src/analyse/weighing/odds.ts'
import { weigh } from '../../src/analyse/weighing/weigh.ts'
import { type Edit, LIKELIHOOD, type ReadReport, type Reliability, type Weighing } from '../../src/model/index.ts'
import { reports, shuffled } from './any-reports.ts'
import { type FigureDraft, report, situation } from './build.ts'

/** "SOURCE said FIGURE ferries have been sent to Riga." */
function sent(id: string, day: number, source: string, figure: string, more: Partial<FigureDraft> = {}): ReadReport {
  return report({
    id,
    outlet: `Paper ${id}`,
    published: `2031-05-0${day}`,
    text: `${source} said ${figure} ferries have been sent to Riga.`,
    claims: [
      {
        content: `${figure} ferries have been sent to Riga`,
        chain: [{ source, cue: 'said', speaker: source === 'a diplomat' ? 'anonymous' : 'body' }],
        events: [{ verb: 'sent', lemma: 'send', patient: `${figure} ferries` }],
        figures: [{ cell: figure, of: 'ferries', head: 'ferry', ...more }],
      },
    ],
  })
}
function denied(id: string, source: string): ReadReport {
  return report({
    id,
    outlet: `Paper ${id}`,
    published: '2031-05-03',
    text: `${source} denied that ferries have been sent to Riga.`,
    claims: [
      {
        content: 'ferries have been sent to Riga',
        chain: [{ source, cue: 'denied' }],
        modality: 'denied',
        events: [{ verb: 'sent', lemma: 'send', patient: 'ferries' }],
      },
    ],
  })
}

function weighed(list: readonly ReadReport[], edits: readonly Edit[] = []): Weighing {
  const input = situation(list, edits)
  const analysis = analyse(input)
  const [question] = analysis.questions
  if (!question) throw new Error('no question')
  return weigh(question, { ...input, analysis })
}
const gradeIn = (weighing: Weighing, claim: string) => weighing.items.find((item) => item.claim === claim)

describe('credibility of an item', () => {
  it('is 1 only with two independent origins, one of them named, and nobody against', () => {
    const two = weighed([sent('ra', 1, 'Italy', '300'), sent('rb', 1, 'France', '300')])
    expect(two.items.map((item) => item.grade)).toEqual([1, 1])
    expect(two.items[0]?.factors[0]).toMatchObject({ kind: 'origins', effect: 'for', claims: ['ra.1.c1', 'rb.1.c1'] })
    const one = weighed([sent('ra', 1, 'Italy', '300'), sent('rb', 2, 'Italy', '300')])
    expect(one.items.map((item) => item.grade)).toEqual([3, 3])
  })

  it('cannot be judged where one unnamed source is all there is', () => {
    expect(weighed([sent('ra', 1, 'a diplomat', '300')]).items[0]?.grade).toBe(6)
  })

  it('falls with a denial, and says who denies it', () => {
    const weighing = weighed([sent('ra', 1, 'Italy', '300'), denied('rb', 'Riga')])
    expect(gradeIn(weighing, 'ra.1.c1')?.grade).toBe(4)
    expect(gradeIn(weighing, 'ra.1.c1')?.factors.map((factor) => factor.why)).toContain('one origin says otherwise: Riga')
    expect(gradeIn(weighing, 'rb.1.c1')?.grade).toBe(4)
  })

  it('keeps the analyst’s grade beside its own', () => {
    const weighing = weighed(
      [sent('ra', 1, 'Italy', '300')],
      [{ id: 'e-1', kind: 'gradeItem', claim: 'ra.1.c1', credibility: 2 }],
    )
    expect(gradeIn(weighing, 'ra.1.c1')).toMatchObject({ grade: 3, graded: { credibility: 2, edit: 'e-1' } })
  })

  it('never rises with more against it, nor falls with more for it, and a flaw never helps', () => {
    const standing = fc.record({
      speakFor: fc.integer({ min: 1, max: 5 }),
      against: fc.integer({ min: 0, max: 5 }),
      named: fc.constant(true),
      shown: fc.boolean(),
      flawed: fc.boolean(),
    })
    fc.assert(
      fc.property(standing, (s) => {
        const grade = gradeOf(s)
        expect(gradeOf({ ...s, against: s.against + 1 })).toBeGreaterThanOrEqual(grade)
        expect(gradeOf({ ...s, speakFor: s.speakFor + 1 })).toBeLessThanOrEqual(grade)
        expect(gradeOf({ ...s, flawed: true })).toBeGreaterThanOrEqual(gradeOf({ ...s, flawed: false }))
        if (grade === 1) expect(s.speakFor).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})

describe('support, likelihood, confidence', () => {
  const grade = (analysed: readonly ReadReport[], grades: Readonly<Record<string, Reliability>>): Edit[] =>
    analyse(situation(analysed)).sources.flatMap((source, i): Edit[] => {
      const reliability = grades[source.name]
      return reliability ? [{ id: `e-${i}`, kind: 'gradeSource', source: source.id, reliability }] : []
    })
  const list = [sent('ra', 1, 'Italy', '300'), sent('rb', 1, 'France', '300'), sent('rc', 1, 'Spain', '500')]

  it('counts where few are graded, and says so; weighs where enough are', () => {
    const counted = weighed(list)
    expect(counted.method).toBe('counted')
    expect(counted.why).toBe('counted, not weighed: 0 of 3 origins graded, and at least 3 and two thirds would be needed')
    expect(counted.answers.map(({ figure, support }) => [figure?.best, support?.share])).toEqual([
      [300, 0.67],
      [500, 0.33],
    ])
    const byGrade = weighed(list, grade(list, { Italy: 'D', France: 'D', Spain: 'A' }))
    expect(byGrade.method).toBe('weighed')
    const [first, second] = byGrade.answers
    expect(second?.support?.share).toBeGreaterThan(first?.support?.share ?? 1)
  })

  it('leaves a source graded F out of the calculation, and tells it', () => {
    const without = weighed(list, grade(list, { Spain: 'F' })).answers[0]
    expect(without?.likelihood?.chance).toBe(percentOf(chanceOf([UNGRADED, UNGRADED], []).mid))
    expect(without?.likelihoodWhy).toContain('1 graded F left out')
    const alone = weighed([sent('ra', 1, 'Italy', '300')], grade(list.slice(0, 1), { Italy: 'F' })).answers[0]
    expect(alone?.likelihood).toBeNull()
    expect(alone?.likelihoodWhy).toContain('cannot be judged')
  })

  it('takes a figure that grew for no contradiction, and one of the same day for one', () => {
    const grown = weighed([sent('ra', 1, 'Italy', '300'), sent('rb', 4, 'France', '500')])
    expect(grown.answers.map((answer) => answer.against)).toEqual([[], []])
    const shrunk = weighed([sent('ra', 4, 'Italy', '300'), sent('rb', 1, 'France', '500')])
    expect(shrunk.answers.every((answer) => answer.against.length === 1)).toBe(true)
  })

  it('does not take “at least 300” for a word for 5,000', () => {
    const weighing = weighed([
      sent('ra', 1, 'Italy', 'at least 300', { low: 300, best: null, high: null, bound: 'atLeast' }),
      sent('rb', 1, 'France', '5,000'),
    ])
    expect(weighing.answers.map((answer) => [answer.for.length, answer.against.length])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('proposes no likelihood of a plan', () => {
    const planned = report({
      id: 'ra',
      outlet: 'Paper',
      published: '2031-05-01',
      text: 'Italy said it plans to send 300 ferries to Riga.',
      claims: [
        {
          content: 'it plans to send 300 ferries to Riga',
          chain: [{ source: 'Italy', cue: 'said' }],
          modality: 'planned',
          events: [{ verb: 'send', lemma: 'send', patient: '300 ferries', frame: 'planned' }],
          figures: [{ cell: '300', of: 'ferries', head: 'ferry' }],
        },
      ],
    })
    const [answer] = weighed([planned]).answers
    expect(answer?.likelihood).toBeNull()
    expect(answer?.confidence).toBeNull()
    expect(answer?.likelihoodWhy).toContain('planned')
  })

  it('carries the latest judgement of an analyst, also when the question has another id since', () => {
    const analysis = analyse(situation(list))
    const id = analysis.questions[0]?.id ?? ''
    const judge = (n: number, text: string): Edit => ({
      id: `e-${n}`,
      kind: 'judgeQuestion',
      question: id,
      text,
      likelihood: 'likely',
      confidence: 'low',
      members: { [id]: ['ra.1.c1'] },
    })
    const earlier = sent('rz', 1, 'Malta', '300')
    const weighing = weighed([earlier, ...list], [judge(1, 'Old.'), judge(2, 'Ferries have gone to Riga.')])
    expect(weighing.judgement).toEqual({
      edit: 'e-2',
      text: 'Ferries have gone to Riga.',
      likelihood: 'likely',
      confidence: 'low',
    })
  })

  it('gives the same, whatever the order of arrival, and numbers that are shares', () => {
    fc.assert(
      fc.property(reports, fc.array(fc.integer(), { minLength: 7, maxLength: 7 }), (some, keys) => {
        const input = situation(some)
        const analysis = analyse(input)
        for (const question of analysis.questions) {
          const weighing = weigh(question, { ...input, analysis })
          expect(weigh(question, { ...situation(shuffled(some, keys)), analysis })).toEqual(weighing)
          expect(weighing.items.map((item) => item.claim)).toEqual(question.members.map((member) => member.claim))
          for (const { support, likelihood, for: speakFor, against, confidence } of weighing.answers) {
            expect(speakFor.filter((id) => against.includes(id))).toEqual([])
            if (support) {
              expect(support.low).toBeLessThanOrEqual(support.share)
              expect(support.share).toBeLessThanOrEqual(support.high)
              expect(support.low >= 0 && support.high <= 1).toBe(true)
            }
            if (likelihood) {
              expect(likelihood.low <= likelihood.chance && likelihood.chance <= likelihood.high).toBe(true)
              expect(LIKELIHOOD[likelihood.words].from).toBeLessThanOrEqual(likelihood.chance + 1)
            }
            if (confidence === 'high') expect(speakFor.length).toBeGreaterThanOrEqual(3)
            if (confidence === 'moderate') expect(speakFor.length + Number(against.length === 0)).toBeGreaterThanOrEqual(2)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the arithmetic of weighing', () => {
  it('has the words of ICD 203 for their bands', () => {
    expect([0.01, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95].map(inWords)).toEqual(Object.keys(LIKELIHOOD))
    expect([percentOf(0), percentOf(1)]).toEqual([1, 99])
  })

  it('gives E no weight and F no number', () => {
    expect(chanceOf([accuracyOf('E') ?? UNGRADED], []).mid).toBe(0.5)
    expect(accuracyOf('F')).toBeNull()
    expect(accuracyOf(null)).toBe(UNGRADED)
  })

  it('keeps the range of a share wide where few speak', () => {
    expect(wilson(1, 1).low).toBeLessThan(0.5)
    expect(wilson(100, 100).low).toBeGreaterThan(0.95)
  })

  const said = fc.array(
    fc.record({ origin: fc.constantFrom('a', 'b', 'c', 'd'), from: fc.integer({ min: 0, max: 50 }), width: fc.nat(20) }),
    { minLength: 1, maxLength: 6 },
  )
  it('finds the weighed median of points, and lets an open side pull nothing', () => {
    const point = (value: number, weight = 1) => ({ origin: String(value), interval: { from: value, to: value }, weight })
    expect(middleOf([point(1), point(5), point(100)])).toEqual({ from: 5, to: 5 })
    expect(middleOf([point(1, 3), point(5), point(100)])).toEqual({ from: 1, to: 1 })
    const open = { origin: 'open', interval: { from: 3, to: Number.POSITIVE_INFINITY }, weight: 1 }
    expect(middleOf([open, point(5)])).toEqual({ from: 5, to: 5 })
    expect(withoutOne([point(1), point(5), point(100)])).toEqual({ from: 1, to: 100 })
    expect(withoutOne([point(1), point(5)])).toBeNull()
    expect(middleOf([])).toBeNull()
  })

  it('is nearest to all: no end of any range is nearer', () => {
    fc.assert(
      fc.property(said, (drafts) => {
        const list = drafts.map(({ origin, from, width }) => ({ origin, interval: { from, to: from + width }, weight: 1 }))
        const distance = (value: number): number =>
          list.reduce((sum, { interval }) => sum + Math.max(0, interval.from - value, value - interval.to), 0)
        const middle = middleOf(list)
        if (!middle) throw new Error('no middle')
        expect(distance(middle.from)).toBeCloseTo(distance(middle.to), 9)
        for (let value = 0; value <= 70; value++) expect(distance(value)).toBeGreaterThanOrEqual(distance(middle.from) - 1e-9)
      }),
    )
  })
})
