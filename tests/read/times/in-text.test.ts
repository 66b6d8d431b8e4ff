import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createReader } from '../../../src/read/index.ts'

const syntax = readFileSync(new URL('../../../src/read/models/syntax.bin', import.meta.url))
const reader = createReader({ syntax, gazetteer: null, attribution: null, entities: null })

/** Each time of a text in a line: "[words] earliest..latest granularity kind". Published on a Friday. */
function read(text: string, published: string | null = '2024-10-18'): string[] {
  return reader({ text, title: null, outlet: null, published, language: 'en' }).times.map(
    ({ cell, earliest, latest, granularity, kind }) =>
      `[${cell.text}] ${earliest === latest ? (earliest ?? '?') : `${earliest ?? '?'}..${latest ?? '?'}`} ${granularity} ${kind}`,
  )
}

describe('explicit and partial', () => {
  test.each([
    ['The dam collapsed on 3 March 2019.', ['[3 March 2019] 2019-03-03 day moment']],
    ['The inquiry ended in June 2020.', ['[June 2020] 2020-06-01..2020-06-30 month moment']],
    ['He was born in 1961.', ['[1961] 1961-01-01..1961-12-31 year moment']],
    ['The bridge opened in May.', ['[May] 2024-05-01..2024-05-31 month moment']],
    ['She left on Oct. 3 and returned on the 9th.', ['[Oct. 3] 2024-10-03 day moment', '[the 9th] 2024-10-09 day moment']],
    ['Exports fell in the second quarter.', ['[the second quarter] 2024-04-01..2024-06-30 quarter moment']],
    ['Pipes froze in the winter of 2021.', ['[the winter of 2021] 2021-12-01..2022-02-28 season moment']],
    ['The mine closed in the 1990s.', ['[the 1990s] 1990-01-01..1999-12-31 decade moment']],
    ['Mid-October talks failed.', ['[Mid-October] 2024-10-11..2024-10-21 month moment']],
  ])('%s', (text, times) => {
    expect(read(text)).toEqual(times)
  })
})

describe('relative', () => {
  test.each([
    ['The senator resigned on Friday.', ['[Friday] 2024-10-18 day moment']],
    ['Last week the union voted.', ['[Last week] 2024-10-07..2024-10-13 week moment']],
    ['Earlier this week nurses struck.', ['[Earlier this week] 2024-10-14..2024-10-18 week moment']],
    ['Since August prices have climbed.', ['[Since August] 2024-08-01..? month range']],
    [
      'The quake hit on 1 June 2023. Two days later aid arrived.',
      ['[1 June 2023] 2023-06-01 day moment', '[Two days later] 2023-06-03 day moment'],
    ],
    ['The ferry capsized overnight.', ['[overnight] 2024-10-17T20:00..2024-10-18T05:59 partOfDay moment']],
    ['Late last month the choir dissolved.', ['[Late last month] 2024-09-20..2024-09-30 month moment']],
    ['The village flooded two years ago.', ['[two years ago] 2022-01-01..2022-12-31 year moment']],
    ['A decade ago the port boomed.', ['[A decade ago] 2010-01-01..2019-12-31 decade moment']],
    ['The following week shares rebounded.', ['[The following week] 2024-10-21..2024-10-27 week moment']],
    ['Cyclists gathered at the weekend.', ['[the weekend] 2024-10-12..2024-10-13 day moment']],
    [
      'Sales fell over the last 3 months and 2 days ago it closed.',
      ['[the last 3 months] 2024-07-18..2024-10-18 month range', '[2 days ago] 2024-10-16 day moment'],
    ],
    ['The rule was signed on 2/30/2024.', ['[2/30/2024] ? day moment']],
    ['The glacier shrank by year-end.', ['[by year-end] ?..2024-12-31 year range']],
    ["Profits fell in last year's third quarter.", ["[last year's third quarter] 2023-07-01..2023-09-30 quarter moment"]],
    ['A week after the quake the port reopened.', ['[A week after] ? week moment']],
    [
      'It sank on 1 June 2023. Hours later it was found.',
      ['[1 June 2023] 2023-06-01 day moment', '[Hours later] 2023-06-01..2023-06-02 day fuzzy'],
    ],
  ])('%s', (text, times) => {
    expect(read(text)).toEqual(times)
  })
})

describe('durations, ranges, repeated, fuzzy', () => {
  test.each([
    ['The truce lasted 30 days.', ['[30 days] ? day duration']],
    ['For decades the river was clean.', ['[decades] ? decade duration']],
    ['The festival runs from 3 to 9 July 2025.', ['[from 3 to 9 July 2025] 2025-07-03..2025-07-09 day range']],
    ['Between 2011 and 2014 output halved.', ['[Between 2011 and 2014] 2011-01-01..2014-12-31 year range']],
    ['The budget for 2025-26 doubles.', ['[2025-26] 2025-01-01..2026-12-31 year range']],
    ['Until Sunday the road stays shut.', ['[Until Sunday] ?..2024-10-20 day range']],
    ['Over the past three weeks measles spread.', ['[the past three weeks] 2024-09-27..2024-10-18 week range']],
    ['Every Monday the market opens.', ['[Every Monday] ? day repeated']],
    ['The bulletin appears daily.', ['[daily] ? day repeated']],
    ['The clinic treated 400 patients in recent months.', ['[recent months] 2024-01-18..2024-10-18 month fuzzy']],
    ['A few days ago the mayor quit.', ['[A few days ago] 2024-10-15..2024-10-18 day fuzzy']],
    ['Heavy rain is expected in the coming days.', ['[the coming days] 2024-10-18..2024-10-27 day fuzzy']],
  ])('%s', (text, times) => {
    expect(read(text)).toEqual(times)
  })
})

describe('a weekday looks back unless the tense looks forward', () => {
  test.each([
    ['The plane landed on Monday.', '2024-10-14'],
    ['The committee had met on Wednesday.', '2024-10-16'],
    ['Hikers set off on Wednesday.', '2024-10-16'],
    ['The bridge will open on Monday.', '2024-10-21'],
    ['The court is due to rule on Wednesday.', '2024-10-23'],
    ['The next round is set for Thursday.', '2024-10-24'],
    ['The law takes effect on Tuesday.', '2024-10-22'],
    ['The talks resume Monday in Geneva.', '2024-10-21'],
    ['Schools reopen on Wednesday.', '2024-10-23'],
    ['The ship docked last Friday.', '2024-10-11'],
    ['The ship docks next Friday.', '2024-10-25'],
  ])('%s', (text, day) => {
    expect(read(text)[0]).toContain(`] ${day} day`)
  })
})

describe('the dateline and the zone', () => {
  test('"today" and a weekday count from the dateline, not from the day of publication', () => {
    expect(read('NAIROBI, Oct. 16 (Daily Ledger) — Teachers walked out today after talks failed yesterday.').slice(1)).toEqual([
      '[today] 2024-10-16 day moment',
      '[yesterday] 2024-10-15 day moment',
    ])
    expect(read('Tuesday, October 15, 2024\n\nThe ferry sank yesterday.')[1]).toBe('[yesterday] 2024-10-14 day moment')
  })

  test('a date far from the publication is no dateline', () => {
    expect(read('NAIROBI, Oct. 16, 2011 — Teachers walked out today.')[1]).toBe('[today] 2024-10-18 day moment')
  })

  test('a stated zone gives UTC; without one the time stays local', () => {
    expect(read('The blackout began at 02:15 GMT.')).toEqual(['[02:15 GMT] 2024-10-18T02:15Z minute moment'])
    expect(read('Doors opened at 9 a.m. EST on Thursday.')).toEqual(['[9 a.m. EST on Thursday] 2024-10-17T14:00Z minute moment'])
    expect(read('The rocket rose at 06:00 Moscow time on Thursday.')).toEqual([
      '[06:00 Moscow time on Thursday] 2024-10-17T03:00Z minute moment',
    ])
    expect(read('The bus left at 3 in the morning on Thursday.')).toEqual([
      '[3 in the morning on Thursday] 2024-10-17T03:00 minute moment',
    ])
    expect(read('The siren sounded at 18:30 on Tuesday.')).toEqual(['[18:30 on Tuesday] 2024-10-15T18:30 minute moment'])
  })

  test('days are those of where it was published', () => {
    expect(read('The bank failed today.', '2024-10-18T23:30:00-05:00')).toEqual(['[today] 2024-10-18 day moment'])
    expect(read('The bank failed two hours ago.', '2024-10-18T23:30:00-05:00')).toEqual([
      '[two hours ago] 2024-10-19T02:30Z hour moment',
    ])
  })
})
