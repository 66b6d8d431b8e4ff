import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { whenOf } from '../../../src/disseminate/when.ts'
import { createReader } from '../../../src/read/index.ts'

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../../src/read/models/${name}`, import.meta.url))
const reader = createReader({
  syntax: bytes('syntax.bin'),
  gazetteer: null,
  attribution: bytes('attribution.bin'),
  entities: bytes('entities.bin'),
})
/** Published on a Friday. */
const read = (text: string, published: string | null = '2024-10-18') =>
  reader({ text, title: null, outlet: null, published, language: 'en' })

/** Event, said and reported of the first claim. */
function when(text: string, published: string | null = '2024-10-18') {
  const reading = read(text, published)
  return whenOf(reading.claims[0]!, reading)
}

describe('a claim carries when it was said, when it was reported, and when its event was or will be', () => {
  test.each([
    ['The blast on Monday killed three people, officials said Tuesday.', '2024-10-14', '2024-10-15'],
    ['On Thursday the ministry denied that 200 nurses had resigned in September.', '2024-09-01 to 2024-09-30', '2024-10-17'],
    [
      '"We will open 40 schools next year," the minister said in a statement on Wednesday.',
      '2025-01-01 to 2025-12-31',
      '2024-10-16',
    ],
    ['The union said on Wednesday the strike would begin on Monday.', '2024-10-21', '2024-10-16'],
    ['Speaking to reporters on Sunday, the mayor said 12 pupils were missing.', null, '2024-10-13'],
    ['According to a report published on 3 May, exports fell 4% in April.', '2024-04-01 to 2024-04-30', '2024-05-03'],
    ['The dam collapsed on 3 March 2019.', '2019-03-03', null],
    ['The bank is solvent, its chairman said.', null, null],
  ])('%s', (text, event, said) => {
    expect(when(text)).toEqual({ event, said, reported: '2024-10-18' })
  })

  test('without a date of publication what is relative stays open', () => {
    expect(when('The blast on Monday killed three people, officials said Tuesday.', null)).toEqual({
      event: null,
      said: null,
      reported: null,
    })
  })

  test('the time of the outer attribution is not that of an inner event', () => {
    const reading = read('The army plans to send 3,000 troops to the coast in March, the agency reported last week.')
    for (const claim of reading.claims)
      expect(claim.times.map((id) => reading.times.find((time) => time.id === id)!.cell.text)).toEqual(['March'])
  })
})

describe('a figure carries the event that it measures', () => {
  test.each([
    ['Rescuers found 19 bodies.', '19', 'find', 'done', false],
    ['About 12,000 soldiers sent to the front have begun training.', 'About 12,000', 'send', 'done', false],
    ['The ministry will send 200 doctors.', '200', 'send', 'planned', false],
    ['The bank could cut 300 jobs.', '300', 'cut', 'possible', false],
    ['No fewer than 900 doctors were trained.', 'No fewer than 900', 'train', 'done', false],
    ['The storm injured 120 and will displace 5,000.', '5,000', 'displace', 'planned', false],
    ['At least 40 people are dead.', 'At least 40', 'dead', 'done', false],
    ['The fire left 31 dead and 200 homeless.', '200', 'homeless', 'done', false],
    ['The company failed to deliver 40 trains.', '40', 'deliver', 'done', true],
    ['The factory did not dismiss 70 workers.', '70', 'dismiss', 'done', true],
  ])('%s', (text, words, lemma, frame, negated) => {
    const figure = read(text).figures.find(({ cell }) => cell.text === words)
    expect(figure?.event).toMatchObject({ lemma, frame, negated })
  })

  test('what stands under no predicate measures none', () => {
    expect(read('Toll: 64').figures[0]!.event).toBeNull()
  })

  test('ages, calibres and names measure nothing', () => {
    const { figures } = read('A 34-year-old pilot flew a Su-35 with 30-mm guns.')
    expect(figures.map(({ event }) => event)).toEqual([null, null, null])
  })
})
