import { check } from '@placemarkio/check-geojson'
import { kml as readKml } from '@tmcw/togeojson'
import { parse } from 'csv-parse/sync'
import type { FeatureCollection, Point } from 'geojson'
import { DOMParser } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PlaceLine, placesAs, placeTable } from '../../src/disseminate/places.ts'
import type { SituationInput } from '../../src/model/index.ts'
import { readAll } from './read.ts'

let input: SituationInput
let table: PlaceLine[]

beforeAll(async () => {
  input = await readAll([
    {
      id: 'storm',
      outlet: 'Coast Daily',
      published: '2031-05-04',
      text: 'A cyclone struck Beira on Monday. Officials said 40 boats sank in the port of Beira.\n\nNurses were sent from Maputo to Beira. Portuguese engineers met in Lisbon. Trains stopped in Vlagoveshensk, in the Russian region of Amur.',
    },
    {
      id: 'hostile',
      outlet: 'Coast Daily',
      published: '2031-05-05',
      text: 'The mayor of Beira said "<script>alert(1)</script> & ]]> =1+1" in Beira. Shots were heard in Santiago de Compostela, a city of Spain.',
    },
  ])
  table = placeTable(input)
})

const located = (): PlaceLine[] => table.filter(({ latitude }) => latitude !== null)

describe('places as files for a map', () => {
  test('GeoJSON is valid after RFC 7946, and every place keeps its point and its claims', () => {
    const collection = check(placesAs('geojson', input)) as FeatureCollection<Point>
    expect(collection.features).toHaveLength(located().length)
    for (const [index, { geometry, properties }] of collection.features.entries()) {
      const row = located()[index]!
      expect(geometry.coordinates).toEqual([row.longitude, row.latitude])
      expect(properties).toMatchObject({ name: row.name, kind: row.kind, precision: row.precision, claims: row.claims })
    }
  })

  test('KML reads back as the same points', () => {
    const document = new DOMParser().parseFromString(placesAs('kml', input), 'text/xml')
    const { features } = readKml(document as unknown as Document) as FeatureCollection<Point>
    expect(features.map(({ geometry, properties }) => [properties?.name, ...geometry.coordinates])).toEqual(
      located().map(({ name, longitude, latitude }) => [name, longitude, latitude]),
    )
  })

  test('CSV reads back as the same rows', () => {
    const rows = parse(placesAs('csv', input), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ name, latitude, longitude, claims }) => [name, latitude, longitude, claims])).toEqual(
      table.map((row) => [row.name, String(row.latitude ?? ''), String(row.longitude ?? ''), String(row.claims)]),
    )
  })

  test('what stands in them: towns, the port apart from its town, a misspelling said to be one; no peoples', () => {
    const rows = new Map(table.map((row) => [row.name, row]))
    expect(rows.get('Beira')).toMatchObject({ kind: 'city', precision: 'town' })
    expect(rows.get('Beira port')).toMatchObject({ kind: 'port' })
    expect(rows.get('Blagoveshchensk')!.note).toBe('resolved from “Vlagoveshensk”')
    expect(rows.has('Portugal')).toBe(false)
  })

  test('no text of a report becomes markup or a formula', () => {
    expect(placesAs('kml', input)).not.toContain('<script>')
    expect(placesAs('csv', input)).not.toMatch(/(?:^|,)[=+@]/m)
  })
})
