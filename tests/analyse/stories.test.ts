import { describe, expect, it } from 'vitest'
import { claimSearch } from '../../src/analyse/matching/search.ts'
import { happeningsOf } from '../../src/analyse/stories/happenings.ts'
import { storiesOf } from '../../src/analyse/stories/stories.ts'

const HEADLINES = [
  'Bakers in Lyon strike over flour prices',
  'Volcano on Flores throws ash over three villages',
  'Lyon bakers’ strike enters second week as flour prices rise',
  'Ash from Flores volcano shuts airport',
  'Parliament of Malta votes on ferry subsidies',
  'Flour prices: striking bakers in Lyon meet minister',
]

describe('stories', () => {
  it('groups headlines that tell one happening', () => {
    const groups = storiesOf(HEADLINES)
    expect(groups[2]).toBe(groups[0])
    expect(groups[5]).toBe(groups[0])
    expect(groups[3]).toBe(groups[1])
    expect(new Set([groups[0], groups[1], groups[4]]).size).toBe(3)
  })

  it('keeps texts without a common word apart, also empty ones', () => {
    expect(storiesOf(['', '', 'rain', 'tax'])).toEqual([0, 1, 2, 3])
    expect(storiesOf([])).toEqual([])
  })

  it('unites namings of one act in one story, but not two speakers’ words', () => {
    const naming = (story: number, words: string, sentence: string) => ({ story, words, sentence })
    expect(
      happeningsOf([
        naming(0, 'purchased', 'A dairy in Cork purchased its rival on Monday.'),
        naming(0, 'takeover', 'The takeover makes it the island’s largest dairy.'),
        naming(1, 'purchased', 'A museum purchased a ship’s bell.'),
        naming(0, 'said', 'The chairman said nobody loses work.'),
        naming(0, 'said', 'A union clerk said farms fear lower prices.'),
      ]),
    ).toEqual([0, 0, 2, 3, 4])
  })
})

describe('search for claims in other words', () => {
  const claims = [
    'Vaccinated travellers do not have to stay in quarantine in Peru.',
    'A bridge over the Vistula was closed because of cracks.',
    'The mint will stop making one-cent coins.',
  ]
  it('finds a claim across grammar, addresses and joined names', () => {
    const search = claimSearch(claims)
    expect(search('Quarantine for vaccination holders in #PeruTravel ends https://example.org/bridge', 2)[0]?.index).toBe(0)
    expect(search('Cracked bridges on the Vistula: closing', 1)[0]?.index).toBe(1)
  })

  it('prefers the claim that names who signed a post, and when', () => {
    const search = claimSearch([
      'A governor promised free ferries in March 2018.',
      ['Free ferries were promised in May 2021 by Ada Lindqvist.', 'Did Lindqvist promise free ferries?'],
      'A mayor promised free trams.',
    ])
    expect(search('Free ferries for all, I promise! — Ada Lindqvist (@lindqvist) May 3, 2021', 1)[0]?.index).toBe(1)
  })

  it('finds nothing where nothing is shared', () => {
    expect(claimSearch(claims)('zzz', 5)).toEqual([])
    expect(claimSearch([])('coins', 5)).toEqual([])
  })
})
