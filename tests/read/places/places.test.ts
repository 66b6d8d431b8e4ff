import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadResources } from '../../../src/read/models/load.ts'
import { fold } from '../../../src/read/places/fold.ts'
import { findPlaces, type Gazetteer, openGazetteer } from '../../../src/read/places/index.ts'
import { createSyntax } from '../../../src/read/syntax/index.ts'

let gazetteer: Gazetteer
const syntax = createSyntax((await loadResources()).syntax)

beforeAll(() => {
  gazetteer = openGazetteer(readFileSync(new URL('../../../src/read/models/gazetteer.bin', import.meta.url)))
})

function read(text: string) {
  const { tokens, sentences } = syntax(text)
  return findPlaces(text, tokens, sentences, gazetteer)
}

/** Where a name is put: its entry's name and its country or the last of its path. */
function put(text: string, surface: string): string {
  const found = read(text).find((toponym) => toponym.cell.text === surface)
  if (!found) return 'not found'
  return `${found.place!.name}, ${found.place!.admin.at(-1) ?? found.place!.country ?? 'nowhere'} (${found.place!.kind})`
}

describe('which one it is', () => {
  test.each([
    ['A tornado struck Paris, Texas, on Monday.', 'Paris', 'Paris, Texas (city)'],
    ['The strike closed museums in Paris and Lyon.', 'Paris', 'Paris, Île-de-France (city)'],
    ['Floods cut roads in the Poltava region of Ukraine.', 'Poltava', 'Poltava, Ukraine (region)'],
    ['Ferries left Khabarovsk for the islands of Russia.', 'Khabarovsk', 'Khabarovsk, Khabarovsk Krai (city)'],
    ['Prices rose in Georgia, officials in Tbilisi and Batumi said.', 'Georgia', 'Georgia, GE (country)'],
    ['Voters in Atlanta and Savannah, Georgia, queued for hours.', 'Georgia', 'Georgia, United States (region)'],
    ['Grain ships crossed the Black Sea.', 'Black Sea', 'Black Sea, nowhere (water)'],
    ['The U.S. imposed tariffs.', 'U.S.', 'United States, US (country)'],
    ['A fire burned in Kanawha County on Sunday.', 'Kanawha County', 'Kanawha County, West Virginia (district)'],
    ['Snow fell across Russia’s Far East.', 'Russia’s Far East', 'Russian Far East, Russia (area)'],
  ])('%s', (text, surface, expected) => {
    expect(put(text, surface)).toBe(expected)
  })

  test('the runners-up are kept', () => {
    const [paris] = read('A concert in Paris was cancelled.')
    expect(paris!.runnersUp.some((place) => place.admin.includes('Texas'))).toBe(true)
  })
})

describe('what is no place', () => {
  test.each([
    'Vladimir Orlov spoke for an hour.',
    'Mr. Lancaster declined to comment.',
    'She resigned in August, on a Tuesday.',
    'President Lincoln Mbeki thanked the crew.',
  ])('%s', (text) => {
    expect(read(text).filter((toponym) => !toponym.demonym)).toEqual([])
  })
})

describe('parties, not locations', () => {
  test('a government called by its seat or country is a metonym, a place where something happened is not', () => {
    const [acts] = read('Ankara rejected the offer.')
    expect(acts).toMatchObject({ metonym: true, role: 'unstated' })
    const [happens] = read('A bomb went off in Ankara.')
    expect(happens).toMatchObject({ metonym: false, role: 'where' })
    expect(read('Talks between Hanoi and Manila stalled.').map((toponym) => toponym.metonym)).toEqual([true, true])
  })

  test('an adjective of a people is a demonym', () => {
    expect(
      read('North Korean engineers met Peruvian farmers.').map(({ cell, demonym, place }) => [
        cell.text,
        demonym,
        place!.country,
      ]),
    ).toEqual([
      ['North Korean', true, 'KP'],
      ['Peruvian', true, 'PE'],
    ])
  })
})

describe('roles', () => {
  test.each([
    ['The convoy drove from Lviv to Odesa.', ['from', 'to']],
    ['The unit is based in Kaunas.', ['based']],
    ['Shells fell in Homs, Hama and Aleppo.', ['where', 'where', 'where']],
  ])('%s', (text, roles) => {
    expect(read(text).map((toponym) => toponym.role)).toEqual(roles)
  })
})

describe('misspelt names', () => {
  test('one edit from a place of a country the text names is resolved and marked', () => {
    const found = read('Russia moved trains through Khabarovsk, Ussuriysk and Vladivostock.').at(-1)!
    expect(found.place!.name).toBe('Vladivostok')
    const other = read('Engineers in Japan checked bridges in Nagoya, Fukuoka and Hiroshema.').at(-1)!
    expect(other).toMatchObject({ match: 'fuzzy', place: { name: 'Hiroshima', country: 'JP' } })
  })

  test('an unknown name that could be anything stays out', () => {
    expect(read('Zelenskov praised Martinson.')).toEqual([])
  })
})

describe('the gazetteer', () => {
  test('what is no gazetteer is refused, naming the reason', () => {
    expect(() => openGazetteer(new Uint8Array(10))).toThrow('no gazetteer')
    expect(() => openGazetteer(new Uint8Array(400))).toThrow('no gazetteer')
  })

  test('bytes at an odd offset are read as well', () => {
    const bytes = readFileSync(new URL('../../../src/read/models/gazetteer.bin', import.meta.url))
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    const again = openGazetteer(shifted.subarray(1))
    expect(again.lookup('ouagadougou')).toEqual(gazetteer.lookup('ouagadougou'))
    expect(again.lookup('ouagadougou').length).toBeGreaterThan(0)
  })

  test('every entry is found again under its own name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: gazetteer.size - 1 }), (index) => {
        const { name } = gazetteer.entry(index)
        const folded = fold(name)
        if (folded.length < 3 || /^[\d ]+$/.test(folded)) return
        expect(gazetteer.lookup(folded).some((meaning) => meaning.entry === index && meaning.main)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('no name of a country is missing', () => {
    for (const name of [
      'Ukraine',
      'Côte d’Ivoire',
      'South Korea',
      'Timor-Leste',
      'United Arab Emirates',
      'Bosnia and Herzegovina',
      'Eswatini',
    ]) {
      expect(gazetteer.lookup(fold(name)).some(({ entry }) => gazetteer.kind(entry) === 'country')).toBe(true)
    }
  })
})

test('spans reproduce their text whatever stands there', () => {
  const piece = fc.constantFrom(
    'Paris',
    'Texas',
    'in',
    ', ',
    ' ',
    ' ',
    'U.S.',
    '’s',
    'New',
    'York',
    'the',
    'North',
    'Korean',
    '-',
    '.',
    '\n',
    'Ky.',
    'Vladivostock',
    '🙂',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { cell } of findPlaces(text, [], [], gazetteer)) {
        expect(text.slice(cell.start, cell.end)).toBe(cell.text)
        expect(cell.start).toBeGreaterThanOrEqual(last)
        last = cell.end
      }
    }),
    { numRuns: 300 },
  )
})

test('without a gazetteer there are no places', () => {
  expect(findPlaces('In Paris.', [], [], null)).toEqual([])
})
