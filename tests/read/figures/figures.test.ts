import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFigures, VAGUE } from '../../../src/read/figures/index.ts'
import { tagged } from '../sentences.ts'

function read(source: string) {
  const { text, tokens, sentences } = tagged(source)
  return findFigures(text, tokens, sentences).map((figure) => ({
    text: figure.cell.text,
    kind: figure.kind,
    range: [figure.low, figure.best, figure.high],
    bound: figure.bound,
    unit: figure.unit,
    of: figure.ofHead,
    role: figure.role,
  }))
}

const count = (text: string, range: (number | null)[], bound: string, of: string | null, role = 'unstated') => ({
  text,
  kind: 'count',
  range,
  bound,
  unit: null,
  of,
  role,
})

describe('counts with their bounds', () => {
  test.each([
    ['As many as 700 coastal/ADJ villages lost/VERB power .', count('As many as 700', [null, null, 700], 'atMost', 'village')],
    ['At least/ADJ 41 miners died/VERB .', count('At least 41', [41, null, null], 'atLeast', 'miner')],
    ['No fewer than 12 schools closed/VERB .', count('No fewer than 12', [12, null, null], 'atLeast', 'school')],
    [
      'Approximately/ADV 2,300 dock/NOUN workers walked/VERB out .',
      count('Approximately 2,300', [2300, 2300, 2300], 'about', 'worker'),
    ],
    ['Some/DET 1,900 voters queued/VERB .', count('Some 1,900', [1900, 1900, 1900], 'about', 'voter')],
    ['Between 200 and 300 nurses resigned/VERB .', count('Between 200 and 300', [200, null, 300], 'between', 'nurse')],
    ['Police counted/VERB 300+-+400 tractors .', count('300-400', [300, null, 400], 'between', 'tractor')],
    [
      'Two to three million tonnes/X .',
      {
        text: 'Two to three million tonnes',
        kind: 'measure',
        range: [2e6, null, 3e6],
        bound: 'between',
        unit: 't',
        of: null,
        role: 'unstated',
      },
    ],
    ['A dozen trawlers sank/VERB .', count('A dozen', [12, 12, 12], 'exact', 'trawler')],
    ['Tens of thousands of fans marched/VERB .', count('Tens of thousands', [1e4, null, 99_999], 'between', 'fan')],
    ['Several/ADJ hundred/NUM graves were dug/VERB .', count('Several hundred', [300, null, 999], 'between', 'grave')],
    ['The bank cut/VERB 1.5 million accounts .', count('1.5 million', [1.5e6, 1.5e6, 1.5e6], 'exact', 'account')],
    ['Eight million ballots were printed/VERB .', count('Eight million', [8e6, 8e6, 8e6], 'exact', 'ballot')],
    ['The region has 1.250.000 inhabitants .', count('1.250.000', [1_250_000, 1_250_000, 1_250_000], 'exact', 'inhabitant')],
    ["Switzerland/PROPN counted/VERB 12'400 cows .", count("12'400", [12_400, 12_400, 12_400], 'exact', 'cow')],
    ['About 50 or so goats .', count('About 50 or so', [50, 50, 50], 'about', 'goat')],
  ])('%s', (source, figure) => {
    expect(read(source)[0]).toEqual(figure)
  })
})

describe('what is counted', () => {
  test.each([
    ['12 were killed/VERB in the blast .', 'killed'],
    ['The flood left/VERB 31 dead/ADJ .', 'dead'],
    ['A landslide struck/VERB , killing/VERB 12 .', 'killed'],
    ['Dozens of the prisoners escaped/VERB .', 'prisoner'],
    ['Ten of them fled/VERB .', 'them'],
    ['The number of refugees rose/VERB to 12,000 .', 'refugee'],
    ['The death toll reached/VERB 18 .', 'death'],
    ['A 27+-+member bloc voted/VERB .', 'member'],
    ['A 1,500+-+strong/ADJ garrison held/VERB out .', 'garrison'],
    ['Guards shot/VERB 25 rebel+-+backed/VERB Malian/ADJ gunmen .', 'gunmen'],
    ['They sent/VERB 6,000 155+-+mm and 105+-+mm shells .', 'shell'],
  ])('%s', (source, head) => {
    expect(read(source)[0]?.of).toBe(head)
  })
})

describe('totals, additions, rates, shares, remainders', () => {
  test.each([
    ['The total could reach/VERB 90 .', 'total'],
    ['Another/DET 200 guards were hired/VERB .', 'increment'],
    ['12,000 more/ADJ recruits will come/VERB .', 'increment'],
    ['Some/DET 400 trucks have already/ADV crossed/VERB .', 'total'],
    ['The mill makes/VERB 50 tonnes/X a day .', 'rate'],
    ['Half/NOUN of the 3,000 staff left/VERB .', 'share'],
    ['The remaining/ADJ 40 divers wait/VERB .', 'remaining'],
  ])('%s', (source, role) => {
    expect(read(source)[0]?.role).toBe(role)
  })
})

describe('numbers that count nothing', () => {
  test.each([
    ['They fired/VERB 122+-+mm shells .', ['calibre']],
    ['A column of T+-+72 tanks and Su+-+35 jets .', ['designation', 'designation']],
    ['They invoked/VERB Article/PROPN 5 .', ['designation']],
    ['The 11th/ADJ Brigade/PROPN moved/VERB .', ['ordinal']],
    ['It spread/VERB in 2024 .', []],
    ['COVID+-+19 returned/VERB .', ['designation']],
    ['H1N1/PROPN killed/VERB pigs .', ['designation']],
    ['The G7/PROPN met/VERB .', ['designation']],
    ['Call/VERB 555+-+010+-+2234 now/ADV .', []],
    ['They won/VERB 3+-+1 at home .', ['ratio']],
    ['See/VERB page 12 .', ['designation']],
    ['He pleaded/VERB guilty/ADJ to one/NUM count of arson .', []],
    ['One/NUM of the men and no one/PRON else .', []],
    ['A two/NUM+-+state solution .', []],
    ['They reached/VERB the Final/PROPN Four/NUM in style .', []],
    ['A post on 4Chan/PROPN spread/VERB .', ['designation']],
    ['Ada/PROPN Moss/PROPN , 34 , teaches/VERB .', ['age']],
    ['A 25+-+year+-+old/ADJ driver .', ['age']],
    ['The talks resume/VERB on 5 May/PROPN at 10:30 .', []],
  ])('%s', (source, kinds) => {
    expect(read(source).map((figure) => figure.kind)).toEqual(kinds)
  })
})

describe('money, percent, measures', () => {
  test.each([
    ['It cost/VERB $1.5 million .', 1.5e6, 'USD'],
    ['It cost/VERB €20bn .', 2e10, 'EUR'],
    ['They signed/VERB a $300 million deal .', 3e8, 'USD'],
    ['It cost/VERB C$ 7 .', 7, 'CAD'],
    ['It made/VERB 361 million pounds .', 361e6, 'GBP'],
    ['It cost/VERB 3 billion euros .', 3e9, 'EUR'],
    ['It cost/VERB US$ 5m .', 5e6, 'USD'],
    ['Rates rose/VERB 4.2% .', 4.2, '%'],
    ['Rates rose/VERB 0.3 percentage points .', 0.3, 'pp'],
    ['A depth of 10 km .', 10, 'km'],
    ['Winds of 120 kilometres per hour .', 120, 'km/h'],
    ['It reached/VERB 41 degrees Celsius .', 41, '°C'],
  ])('%s', (source, best, unit) => {
    expect(read(source)[0]).toMatchObject({ range: [best, best, best], unit })
  })
})

const ONES = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

function inWords(value: number): string {
  if (value < 20) return ONES[value]!
  if (value < 100) return TENS[Math.floor(value / 10)]! + (value % 10 ? `-${ONES[value % 10]}` : '')
  const [size, name] = (
    [
      [1e9, 'billion'],
      [1e6, 'million'],
      [1e3, 'thousand'],
      [100, 'hundred'],
    ] as const
  ).find(([least]) => value >= least)!
  const rest = value % size
  return `${inWords(Math.floor(value / size))} ${name}${rest ? `${rest < 100 ? ' and ' : ' '}${inWords(rest)}` : ''}`
}

describe('properties', () => {
  test('a number written in words or with thousands marks is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999_999 }), (value) => {
        for (const written of [inWords(value), value.toLocaleString('en-US'), String(value).replace(/\B(?=(\d{3})+$)/g, ' ')]) {
          const text = `They counted ${written} seals there`
          const figure = findFigures(text, [], []).find((found) => found.kind === 'count')
          expect(figure?.best).toBe(value)
          expect(figure?.cell.text).toBe(written)
        }
      }),
    )
  })

  test('spans reproduce their text, bounds keep their order, figures do not overlap', () => {
    const piece = fc.constantFrom(
      '12',
      '1,500',
      'million',
      'half',
      'a',
      'of',
      'and',
      '-',
      'between',
      'to',
      '$',
      '%',
      'dozens',
      'at least',
      'or more',
      'third',
      '.',
      ',',
      ' ',
      ' ',
      ' ',
      'km',
      'people',
      'T',
      '3/4',
      'first',
      '٣',
      '\u200b',
      '🙂',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const figure of findFigures(text, [], [])) {
          expect(text.slice(figure.cell.start, figure.cell.end)).toBe(figure.cell.text)
          expect(figure.cell.start).toBeGreaterThanOrEqual(last)
          last = figure.cell.end
          const known = [figure.low, figure.best, figure.high].filter((value) => value !== null)
          expect([...known].sort((a, b) => a - b)).toEqual(known)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the vague table is in order and has no gaps between low and high', () => {
    for (const row of VAGUE) expect(row.high === null || row.low < row.high).toBe(true)
  })
})
