import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createReader } from '../../../src/read/index.ts'

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../../src/read/models/${name}`, import.meta.url))
const reader = createReader({
  syntax: bytes('syntax.bin'),
  gazetteer: bytes('gazetteer.bin'),
  attribution: bytes('attribution.bin'),
  entities: bytes('entities.bin'),
})
const places = (text: string) => reader({ text, title: null, outlet: null, published: '2024-10-18', language: 'en' }).places

/** Each place of a text in a line: "[words] name, kind to its precision, role"; parties say so. */
function read(text: string): string[] {
  return places(text).map(({ cell, place, role, metonym, demonym, match }) =>
    [
      `[${cell.text}] ${place?.name}, ${place?.kind} to the ${place?.precision}`,
      ...(metonym ? ['an actor'] : demonym ? ['a party'] : role === 'unstated' ? [] : [role]),
      ...(match === 'fuzzy' ? ['resolved'] : []),
    ].join(', '),
  )
}

describe('what kind of place', () => {
  test.each([
    ['Measles spread in Kenya.', ['[Kenya] Kenya, country to the country, where']],
    ['Schools closed in the Poltava region.', ['[Poltava] Poltava, region to the region, where']],
    ['A ferry burned in Batumi.', ['[Batumi] Batumi, city to the town, where']],
    ['The jets left Hmeimim air base.', ['[Hmeimim air base] Hmeimim, base to the point, from']],
    ['Sailors gathered at Tartus naval base.', ['[Tartus naval base] Tartus naval base, base to the point, where']],
    ['Cranes idled at Chongjin port.', ['[Chongjin] Chongjin port, port to the town, where']],
    ['The freighter docked at the port of Odesa.', ['[Odesa] Odesa port, port to the town, where']],
    ['Snow closed Heathrow Airport.', ['[Heathrow Airport] Heathrow, airfield to the point']],
    ['Fog lay over Lublin airport.', ['[Lublin] Lublin airport, airfield to the town, where']],
    ['Barges sank on the Mekong.', ['[Mekong] Mekong, river to the region, where']],
    ['Soldiers dug in on the Pokrovsk front.', ['[Pokrovsk] Pokrovsk front, front to the region, where']],
    ['Guns fell silent in the Kharkiv sector.', ['[Kharkiv] Kharkiv sector, front to the region, where']],
    ['Mount Etna erupted.', ['[Mount Etna] Mount Etna, mountain to the region, where']],
    ['Ships waited in the Strait of Hormuz.', ['[Strait of Hormuz] Strait of Hormuz, water to the region, where']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found)
  })

  test('a port that has its name from a town says so in its path and is an entry of its own', () => {
    const [port, town] = places('Cranes idled at Chongjin port. Trains stopped in Chongjin.')
    expect(port!.place!.admin).toEqual(['North Korea', 'North Hamgyong', 'Chongjin'])
    expect(port!.place!.id).toBe(`${town!.place!.id}:port`)
    expect([port!.place!.latitude, port!.place!.longitude]).toEqual([town!.place!.latitude, town!.place!.longitude])
  })
})

describe('its part in what is told', () => {
  test.each([
    ['Tea went from Mombasa to Rotterdam.', ['from', 'to']],
    ['The ferry left Tallinn for Helsinki.', ['from', 'to']],
    ['The choir is based in Nairobi.', ['based']],
    ['The Nairobi-based bank grew.', ['based']],
    ['A Dakar-bound train derailed near Thies.', ['to', 'where']],
    ['The minister visited Hanoi.', ['to']],
    ['A cyclone struck Beira.', ['where']],
    ['Khan Younis and Rafah were evacuated.', ['where', 'where']],
    ['Rain fell on the ancient city of Palmyra.', ['where']],
  ])('%s', (text, roles) => {
    expect(places(text).map(({ role }) => role)).toEqual(roles)
  })
})

describe('actors and parties', () => {
  test.each([
    ['Moscow said the harvest was good.', ['[Moscow] Moscow, city to the town, an actor']],
    ['The Kremlin denied the report.', ['[Kremlin] Kremlin, site to the point, an actor']],
    ['Pyongyang denies sending shells.', ['[Pyongyang] Pyongyang, city to the town, an actor']],
    ['The Ankara government rejected the offer.', ['[Ankara] Ankara, city to the town, an actor']],
    ['A bomb went off in Moscow.', ['[Moscow] Moscow, city to the town, where']],
    [
      'Flights between London and Madrid stopped.',
      ['[London] London, city to the town, where', '[Madrid] Madrid, city to the town, where'],
    ],
    ['North Korean engineers arrived.', ['[North Korean] North Korea, country to the country, a party']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found)
  })
})

describe('areas that no map names', () => {
  test.each([
    ['Snow fell across Russia’s Far East.', ['[Russia’s Far East] Russian Far East, area to the region, where']],
    ['Oil washed up along the Black Sea coast.', ['[Black Sea] Black Sea coast, area to the region, where']],
    ['A tanker sank off the coast of Yemen.', ['[Yemen] coast of Yemen, area to the region, where']],
    [
      'Shots were heard along the border between Armenia and Azerbaijan.',
      [
        '[border] Border of Armenia and Azerbaijan, area to the region, where',
        '[Armenia] Armenia, country to the country',
        '[Azerbaijan] Azerbaijan, country to the country',
      ],
    ],
    [
      'Migrants crossed the Polish-Belarusian border.',
      [
        '[Polish] Poland, country to the country, a party',
        '[Belarusian] Belarus, country to the country, a party',
        '[border] Border of Belarus and Poland, area to the region, where',
      ],
    ],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found)
  })

  test('"the border" is that of the two neighbours the report names, and marked as a guess', () => {
    const found = places('Rwanda accused Congo of shelling a market. Traders along the border fled.')
    expect(found.at(-1)).toMatchObject({ cell: { text: 'border' }, match: 'alternate', role: 'where' })
    expect(found.at(-1)!.place!.name).toBe('Border of Democratic Republic of the Congo and Rwanda')
  })

  test('"the border near" a town is the one nearest to it, whoever else is named', () => {
    const found = places('South Korea and North Korea sent notes. The convoy stopped at the border near Kursk.')
    expect(found.find(({ cell }) => cell.text === 'border')!.place!.name).toBe('Border of Russia and Ukraine')
  })

  test('a border that nothing names is left out, and so are its guards and the verb', () => {
    expect(places('Farmers along the border complained.')).toEqual([])
    expect(places('Polish border guards rested.').map(({ cell }) => cell.text)).toEqual(['Polish'])
    expect(places('Chad borders Libya.').map(({ cell }) => cell.text)).toEqual(['Chad', 'Libya'])
  })

  test('every border lies on the way between its two countries', () => {
    for (const [text, latitude, longitude] of [
      ['Nurses met at the border between France and Spain.', 42.6, 0.6],
      ['Nurses met at the border between Chad and Sudan.', 14, 22.7],
      ['Nurses met at the border between Thailand and Cambodia.', 13.8, 102.7],
    ] as const) {
      const place = places(text)[0]!.place!
      expect(Math.abs(place.latitude - latitude)).toBeLessThan(1.5)
      expect(Math.abs(place.longitude - longitude)).toBeLessThan(1.5)
    }
  })
})

describe('which one it is, over the whole report', () => {
  test.each([
    ['The tornado struck Paris, Texas. In Paris two schools closed.', ['Texas', 'United States', 'Texas']],
    ['The tornado struck Paris. In Lyon two schools closed.', ['Île-de-France', 'Auvergne-Rhône-Alpes']],
    ['Schools in Blagoveshchensk, Bashkortostan, closed.', ['Bashkortostan', 'Russia']],
    ['Schools in Blagoveshchensk closed. Snow fell in the Amur region.', ['Amur', 'Russia']],
    ['Farmers in Punjab marched to New Delhi.', ['India', 'Delhi']],
    ['Police in Georgia arrested two men, Atlanta officials said.', ['United States', 'Georgia']],
  ])('%s', (text, paths) => {
    const inside = places(text).filter(({ place }) => place!.admin.length > 0)
    expect(inside.map(({ place }) => place!.admin.at(-1))).toEqual(paths)
  })

  test('the runners-up are kept', () => {
    const [first] = places('Schools in Blagoveshchensk closed.')
    expect(first!.runnersUp.map(({ admin }) => admin.at(-1))).toContain('Bashkortostan')
  })

  test('a misspelling is resolved only where near certain, and says so', () => {
    expect(read('Trains stopped in Vlagoveshensk, in the Russian region of Amur.')[0]).toBe(
      '[Vlagoveshensk] Blagoveshchensk, city to the town, where, resolved',
    )
    expect(places('Trains stopped in Blagoveshensk, in the Russian region of Amur.')[0]).toMatchObject({ match: 'alternate' })
    expect(places('Grobvarin won the race in Skerrupol.')).toEqual([])
  })
})
