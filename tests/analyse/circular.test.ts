import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { report, situation } from './build.ts'

const CONTENT = 'Chad has closed the border crossing to Niger'

function told(id: string, day: number, by: string, speaker: 'outlet' | 'body' = 'outlet') {
  return report({
    id,
    outlet: `Paper ${id}`,
    published: `2031-07-0${day}`,
    text: `${by} reported that ${CONTENT}. Traders waited at the bridge number ${id}.`,
    claims: [
      {
        content: CONTENT,
        chain: [{ source: by, cue: 'reported', speaker }],
        events: [{ verb: 'closed', lemma: 'close', agent: 'Chad', patient: 'the border crossing' }],
      },
    ],
  })
}
const questionOf = (...reports: Parameters<typeof situation>[0]) => analyse(situation(reports)).questions[0]

describe('circular reporting', () => {
  it('is named where reports cite each other, and stands for no origin', () => {
    const question = questionOf(told('ra', 1, 'Paper rc'), told('rb', 2, 'Paper ra'), told('rc', 3, 'Paper rb'))
    expect(question?.circular?.kind).toBe('ring')
    expect(question?.circular?.why).toMatch(
      /^circular: Paper r\w cites Paper r\w cites Paper r\w cites Paper r\w, and none says where it comes from$/,
    )
    expect(question?.circular?.claims).toHaveLength(3)
    expect(question?.circular?.proof.map(({ text }) => text)).toContain('Paper ra')
    expect(question?.origins).toEqual([])
    expect(question?.originsWhy).toContain('3 not recorded')
  })

  it('is the same in whatever order the reports came', () => {
    const reports = [told('ra', 1, 'Paper rb'), told('rb', 1, 'Paper ra')]
    const [one, other] = [questionOf(...reports), questionOf(...[...reports].reverse())]
    expect(one?.circular).toEqual(other?.circular)
    expect(one?.circular?.kind).toBe('ring')
  })

  it('is none where one of them leads out to somebody', () => {
    const question = questionOf(
      told('ra', 1, 'Paper rb'),
      told('rb', 2, 'Paper ra'),
      told('rb2', 2, 'The Border Commission', 'body'),
    )
    const out = questionOf(told('ra', 2, 'Paper rb'), told('rb', 1, 'The Border Commission', 'body'))
    expect(question?.origins.map(({ name }) => name)).toEqual(['Border Commission'])
    expect(out?.circular).toBeUndefined()
    expect(out?.origins.map(({ name }) => name)).toEqual(['Border Commission'])
  })

  it('tells where many outlets return to one root, and not of two', () => {
    const commission = (id: string, day: number) => told(id, day, 'The Border Commission', 'body')
    const many = questionOf(commission('ra', 1), commission('rb', 2), told('rc', 3, 'Paper ra'))
    expect(many?.circular).toMatchObject({ kind: 'oneRoot', why: '3 outlets, and every path returns to Border Commission' })
    expect(questionOf(commission('ra', 1), commission('rb', 2))?.circular).toBeUndefined()
  })
})
