import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type { PlacesAnswer } from '../../src/desk/answers.ts'
import { mappedPlaces, reachOf } from '../../src/desk/web/src/map/places.ts'
import { unwrapped } from '../../src/desk/web/src/map/unwrap.ts'
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

test('a disc reaches as far as its precision says, in every direction', () => {
  const place = {
    id: 'x',
    name: 'X',
    kind: 'region',
    latitude: 62,
    longitude: 179.5,
    precision: 'region',
    country: null,
    admin: [],
  } as const
  const [disc] = reachOf([{ place, mentions: [], claims: ['c'], misspelt: [] }]).features
  for (const [longitude = 0, latitude = 0] of disc?.geometry.coordinates[0] ?? []) {
    const rad = Math.PI / 180
    const cos =
      Math.sin(62 * rad) * Math.sin(latitude * rad) +
      Math.cos(62 * rad) * Math.cos(latitude * rad) * Math.cos((longitude - 179.5) * rad)
    expect(Math.acos(cos) * 6371).toBeCloseTo(120, 3)
  }
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
