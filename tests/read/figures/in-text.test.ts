import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createReader } from '../../../src/read/index.ts'

const syntax = readFileSync(new URL('../../../src/read/models/syntax.bin', import.meta.url))
const reader = createReader({ syntax, gazetteer: null, attribution: null, entities: null })

/** Each figure of a text in a line: "[words] kind low..high (best) unit of head, role: cue". */
function read(text: string): string[] {
  return reader({ text, title: null, outlet: null, published: '2024-10-18', language: 'en' }).figures.map((figure) => {
    const { low, best, high, kind, unit, of, ofHead, role, roleCue, approximate, vague } = figure
    const value = low === null && high === null ? 'none' : best !== null ? `${best}` : `${low ?? '?'}..${high ?? '?'}`
    return [
      `[${figure.cell.text}]`,
      kind,
      `${approximate ? '~' : ''}${value}`,
      ...(vague === null ? [] : [`"${vague}"`]),
      ...(unit === null ? [] : [unit]),
      ...(of === null ? [] : [`of ${of.text} (${ofHead})`]),
      ...(role === 'unstated' ? [] : [`${role}${roleCue === null ? '' : `: ${roleCue.text}`}`]),
    ].join(' ')
  })
}

describe('how a number is written', () => {
  test.each([
    ['The lab ordered 1.5 million test kits.', ['[1.5 million] count 1500000 of test kits (kit)']],
    ['The charity shipped eight million masks.', ['[eight million] count 8000000 of masks (mask)']],
    ['The museum lent a dozen statues.', ['[a dozen] count 12 of statues (statue)']],
    ['Ice stopped half a dozen ferries.', ['[half a dozen] count 6 of ferries (ferry)']],
    [
      'Tens of thousands of commuters waited.',
      ['[Tens of thousands] count ~10000..99999 "tens of thousands" of commuters (commuter)'],
    ],
    ['The tremor was felt by 3m people.', ['[3m] count 3000000 of people (people)']],
    ['Over 1 lakh farmers marched.', ['[Over 1 lakh] count 100000..? of farmers (farmer)']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})

describe('thousands as different countries write them', () => {
  test.each([
    ['The bank counted 1,250,000 depositors.', 1_250_000],
    ['The bank counted 1.250.000 depositors.', 1_250_000],
    ['The bank counted 1 250 000 depositors.', 1_250_000],
    ['The bank counted 1\u00a0250\u00a0000 depositors.', 1_250_000],
    ['The bank counted 1\u202f250\u202f000 depositors.', 1_250_000],
    ["The bank counted 1'250'000 depositors.", 1_250_000],
    ['The bank counted 1’250’000 depositors.', 1_250_000],
    ['The bank counted 12,50,000 depositors.', 1_250_000],
    ['The silo holds 1.250,50 tonnes.', 1250.5],
    ['The silo cost 3,5 million euros.', 3_500_000],
  ])('%s', (text, value) => {
    expect(reader({ text, title: null, outlet: null, published: null, language: 'en' }).figures.map(({ best }) => best)).toEqual([
      value,
    ])
  })
})

describe('bounds', () => {
  test.each([
    ['Between 200 and 300 whales passed the cape.', ['[Between 200 and 300] count 200..300 of whales (whale)']],
    ['Fog cancelled 300-400 flights.', ['[300-400] count 300..400 of flights (flight)']],
    ['The army has 1.5 to 2 million reservists.', ['[1.5 to 2 million] count 1500000..2000000 of reservists (reservist)']],
    ['No fewer than 40 wells ran dry.', ['[No fewer than 40] count 40..? of wells (well)']],
    ['As many as 900 nurses resigned.', ['[As many as 900] count ?..900 of nurses (nurse)']],
    ['The grant covers up to 75 schools.', ['[up to 75] count ?..75 of schools (school)']],
    ['Approximately 60 boats sank.', ['[Approximately 60] count ~60 of boats (boat)']],
    ['Some 1,500 divers joined the search.', ['[Some 1,500] count ~1500 of divers (diver)']],
    [
      'More than 2,000 but fewer than 3,000 pilgrims came.',
      ['[More than 2,000 but fewer than 3,000] count 2000..3000 of pilgrims (pilgrim)'],
    ],
    ['The crowd of 3,000-plus cheered.', ['[3,000-plus] count 3000..? of crowd (crowd)']],
    ['Thirty-odd tents burned.', ['[Thirty-odd] count ~30 of tents (tent)']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})

describe('a part of a whole, and a change', () => {
  test.each([
    [
      'Half of the 3,000 teachers walked out.',
      ['[Half] count 1500 of teachers (teacher) share: of the 3,000', '[3,000] count 3000 of teachers (teacher)'],
    ],
    [
      'Nearly 5,000 of the 12,000 homes lack power.',
      ['[Nearly 5,000] count ~5000 of homes (home) share: of the 12,000', '[12,000] count 12000 of homes (home)'],
    ],
    [
      'The bank has 200 branches, 40 of which will close.',
      ['[200] count 200 of branches (branch)', '[40] count 40 of branches (branch) share: of which'],
    ],
    [
      'Ticket sales more than doubled to 48,000.',
      ['[more than doubled] ratio 2..? of Ticket sales (sale)', '[48,000] count 48000 of Ticket sales (sale) total: doubled to'],
    ],
    [
      'Applications tripled from 200 to 600.',
      [
        '[tripled] ratio 3 of Applications (application)',
        '[200] count 200 of Applications (application)',
        '[600] count 600 of Applications (application) total: tripled from 200 to',
      ],
    ],
    [
      'The garrison was cut by 300 to 1,200.',
      ['[300] count 300 of garrison (garrison)', '[1,200] count 1200 of garrison (garrison) total: cut by 300 to'],
    ],
    ['The choir grew by 40.', ['[40] count 40 of choir (choir) increment: grew by']],
    ['One in five voters abstained.', ['[One in five] ratio 0.2 of voters (voter) share']],
    ['A third of the fleet is idle.', [`[A third] ratio ${1 / 3} of fleet (fleet) share: of`]],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})

describe('ratios, percentages, money, measures', () => {
  test.each([
    ['The ratio of nurses to patients is 1:8.', ['[1:8] ratio 0.125']],
    ['The club won 3-1.', ['[3-1] ratio none']],
    ['About 40 to 50 percent of the crop was lost.', ['[About 40 to 50 percent] percent ~40..50 % of crop (crop) share: of']],
    [
      'Growth slowed 0.3 percentage points to 2.1%.',
      [
        '[0.3 percentage points] percent 0.3 pp of Growth (growth)',
        '[2.1%] percent 2.1 % of Growth (growth) total: slowed 0.3 percentage points to',
      ],
    ],
    [
      'The loan was €3.5 billion, or 12 crore rupees.',
      ['[€3.5 billion] money 3500000000 EUR of loan (loan)', '[12 crore rupees] money 120000000 INR of loan (loan)'],
    ],
    [
      'She paid 200 Swiss francs, 15,000 yen and £40m.',
      ['[200 Swiss francs] money 200 CHF', '[15,000 yen] money 15000 JPY', '[£40m] money 40000000 GBP'],
    ],
    ['A barge carried 3,200 tons of coal.', ['[3,200 tons] measure 3200 t of coal (coal)']],
    ['The yacht made 18 knots.', ['[18 knots] measure 18 kn']],
    ['A 6.2-magnitude tremor shook the coast.', ['[6.2-magnitude] measure 6.2 magnitude of tremor (tremor)']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})

describe('told apart from counts', () => {
  test.each([
    ['Police found 122-mm and 152-mm shells.', ['[122-mm] calibre 122 mm', '[152-mm] calibre 152 mm']],
    [
      'He sold .50-calibre rounds, a 9mm pistol and a 12-gauge shotgun.',
      ['[.50-calibre] calibre 0.5 in', '[9mm] calibre 9 mm', '[12-gauge] calibre 12 gauge'],
    ],
    [
      'A T-72 tank and two Su-35 jets crossed.',
      ['[T-72] designation none', '[two] count 2 of Su-35 jets (jet)', '[Su-35] designation none'],
    ],
    ['Article 5 was invoked by the 11th Air Assault Brigade in 2024.', ['[Article 5] designation none', '[11th] ordinal 11']],
    ['The third vaccine and the 21st congress.', ['[third] ordinal 3', '[21st] ordinal 21']],
    ['A 34-year-old pilot and a girl aged 7 survived.', ['[34-year-old] age 34 yr', '[7] age 7 yr']],
    ['Maria Lopez, 61, was released at 18:30.', ['[61] age 61 yr']],
    ['A 1,500-strong choir sang.', ['[1,500] count 1500 of choir (choir)']],
    ['A 27-member panel met.', ['[27] count 27 of member (member)']],
    [
      'Flight MH17, room 101 and COVID-19.',
      ['[MH17] designation none', '[room 101] designation none', '[COVID-19] designation none'],
    ],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})

describe('of what, and in which role', () => {
  test.each([
    ['About 12,000 North Korean troops were sent east.', ['[About 12,000] count ~12000 of North Korean troops (troop)']],
    [
      'Three more miners were found, bringing the total to 19.',
      ['[Three] count 3 of miners (miner) increment: more', '[19] count 19 of miners (miner) total: total'],
    ],
    ['The plant makes 500 cars a day.', ['[500] count 500 of cars (car) rate: a day']],
    ['The clinic saw 12 deaths per 1,000 births.', ['[12] count 12 of deaths (death) rate: per 1,000']],
    ['Only 70 beds remain.', ['[70] count 70 of beds (bed) remaining: remain']],
    ['The remaining 12 patients left.', ['[12] count 12 of patients (patient) remaining: remaining']],
    ['Output rose 4% year on year.', ['[4%] percent 4 % of Output (output)']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures)
  })
})
