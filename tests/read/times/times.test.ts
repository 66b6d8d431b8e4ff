import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTimes } from '../../../src/read/times/index.ts'
import { tagged } from '../sentences.ts'

/** Published on a Friday. */
const PUBLISHED = '2024-10-18'

function read(source: string, published: string | null = PUBLISHED) {
  const { text, tokens, sentences } = tagged(source)
  return findTimes(text, tokens, sentences, published).map((time) => [
    time.cell.text,
    time.earliest,
    time.latest,
    time.granularity,
    time.kind,
  ])
}

describe('against the publication date', () => {
  test.each([
    ['The court sat/VERB on Friday/PROPN .', ['Friday', '2024-10-18', '2024-10-18', 'day', 'moment']],
    ['She said/VERB on Monday/PROPN .', ['Monday', '2024-10-14', '2024-10-14', 'day', 'moment']],
    ['They will meet/VERB on Tuesday/PROPN .', ['Tuesday', '2024-10-22', '2024-10-22', 'day', 'moment']],
    ['Last/ADJ week prices fell/VERB .', ['Last week', '2024-10-07', '2024-10-13', 'week', 'moment']],
    ['Earlier/ADV this week it rained/VERB .', ['Earlier this week', '2024-10-14', '2024-10-18', 'week', 'moment']],
    ['Since August/PROPN output fell/VERB .', ['Since August', '2024-08-01', null, 'month', 'range']],
    ['It burned/VERB down in December/PROPN .', ['December', '2023-12-01', '2023-12-31', 'month', 'moment']],
    ['The polls will open/VERB in May/PROPN .', ['May', '2025-05-01', '2025-05-31', 'month', 'moment']],
    ['Yesterday/NOUN he resigned/VERB .', ['Yesterday', '2024-10-17', '2024-10-17', 'day', 'moment']],
    ['A strike began/VERB two weeks ago/ADV .', ['two weeks ago', '2024-10-04', '2024-10-04', 'week', 'moment']],
    ['The reactor tripped/VERB overnight/ADV .', ['overnight', '2024-10-17T20:00', '2024-10-18T05:59', 'partOfDay', 'moment']],
    ['Over the past three weeks it spread/VERB .', ['the past three weeks', '2024-09-27', '2024-10-18', 'week', 'range']],
    ['It failed/VERB in recent/ADJ months .', ['recent months', '2024-01-18', '2024-10-18', 'month', 'fuzzy']],
    ['He will know/VERB by the end of 2025 .', ['by the end of 2025', null, '2025-12-31', 'year', 'range']],
  ])('%s', (source, time) => {
    expect(read(source)[0]).toEqual(time)
  })
})

describe('said in full', () => {
  test.each([
    ['It sank/VERB on 3 March/PROPN 1998 .', ['3 March 1998', '1998-03-03', '1998-03-03', 'day', 'moment']],
    ['It sank/VERB on March/PROPN 3 , 1998 .', ['March 3, 1998', '1998-03-03', '1998-03-03', 'day', 'moment']],
    [
      'From March/PROPN to May/PROPN 2024 it rained/VERB .',
      ['From March to May 2024', '2024-03-01', '2024-05-31', 'month', 'range'],
    ],
    ['Between 2 and 4 September/PROPN 2023 .', ['Between 2 and 4 September 2023', '2023-09-02', '2023-09-04', 'day', 'range']],
    ['The third/ADJ quarter of 2021 .', ['The third quarter of 2021', '2021-07-01', '2021-09-30', 'quarter', 'moment']],
    ['In the 1990s/NOUN .', ['the 1990s', '1990-01-01', '1999-12-31', 'decade', 'moment']],
    ['Dated/VERB 2022-02-24 .', ['2022-02-24', '2022-02-24', '2022-02-24', 'day', 'moment']],
  ])('%s, also without a publication date', (source, time) => {
    expect(read(source, null)[0]).toEqual(time)
    expect(read(source)[0]).toEqual(time)
  })
})

test('what needs a publication date stays open without one', () => {
  for (const source of ['on Friday/PROPN', 'last/ADJ week', 'in August/PROPN', 'two days ago/ADV', 'the past month']) {
    const { text, tokens, sentences } = tagged(source)
    expect(findTimes(text, tokens, sentences, null)[0]).toMatchObject({ earliest: null, latest: null, relative: true })
  }
})

test('"two days later" counts from the time that the text spoke of', () => {
  expect(read('It began/VERB on 1 June/PROPN 2020 . Two days later it ended/VERB .')[1]).toEqual([
    'Two days later',
    '2020-06-03',
    '2020-06-03',
    'day',
    'moment',
  ])
})

test('durations and repeated times have no dates', () => {
  expect(read('A 30+-+day truce .')[0]).toEqual(['30-day', null, null, 'day', 'duration'])
  expect(read('Every/DET Monday/PROPN they march/VERB .')[0]).toEqual(['Every Monday', null, null, 'day', 'repeated'])
})

test('"may" and "march" are months only where they can be', () => {
  expect(read('He may/AUX march/VERB on the capital .')).toEqual([])
})

test('no clock and no local zone is read', () => {
  const module = fileURLToPath(new URL('../../../src/read/times/index.ts', import.meta.url))
  const script = `import(${JSON.stringify(module)}).then((m) => console.log(JSON.stringify(m.findTimes('It came on Friday at 11 p.m., overnight, last month and on 31 March 2024.', [], [], '2024-03-31T23:30:00Z'))))`
  const outputs = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) =>
    execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
  )
  expect(outputs[0]).toContain('2024-03-31')
  expect(new Set(outputs).size).toBe(1)
})

test('any day written in full is read back', () => {
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
      for (const written of [`${day} ${months[month - 1]} ${year}`, `${months[month - 1]} ${day}, ${year}`, iso]) {
        const [time] = findTimes(`It opened on ${written}.`, [], [], null)
        expect(time).toMatchObject({ earliest: iso, latest: iso, cell: { text: written } })
      }
    }),
  )
})

test('spans reproduce their text whatever stands there', () => {
  const piece = fc.constantFrom(
    'Friday',
    'last',
    'week',
    'of',
    'the',
    '12',
    '2024',
    'May',
    ':',
    '-',
    '30',
    ' ',
    ' ',
    'days',
    'ago',
    'since',
    'end',
    'first',
    "'",
    '90s',
    '/',
    'a.m.',
    'to',
    'every',
    '🙂',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const time of findTimes(text, [], [], PUBLISHED)) {
        expect(text.slice(time.cell.start, time.cell.end)).toBe(time.cell.text)
        expect(time.cell.start).toBeGreaterThanOrEqual(last)
        last = time.cell.end
        if (time.earliest !== null && time.latest !== null) expect(time.earliest <= time.latest).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
