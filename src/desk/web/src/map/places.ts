import type { Feature, FeatureCollection, MultiLineString, Point, Polygon, Position } from 'geojson'
import type { PlaceMention } from '../../../../ledger/ledger.ts'
import type { PlaceEntry, Precision } from '../../../../model/index.ts'
import type { Outline } from './outlines.ts'

/** A place with what is said of it: parties named by their country and seats of power that "said" something are left out. */
export interface MappedPlace {
  readonly place: PlaceEntry
  readonly mentions: readonly PlaceMention[]
  /** Ledger ids of the claims that name it, in text order, each once. */
  readonly claims: readonly string[]
  /** The spelling it was resolved from, where that was not its name. */
  readonly misspelt: readonly string[]
}

/** Places that claims name as places, those of most claims first. */
export function mappedPlaces(mentions: readonly PlaceMention[]): readonly MappedPlace[] {
  const byPlace = new Map<string, PlaceMention[]>()
  for (const mention of mentions) {
    const { place, metonym, demonym } = mention.toponym
    if (place === null || metonym || demonym || mention.claims.length === 0) continue
    const known = byPlace.get(place.id)
    if (known) known.push(mention)
    else byPlace.set(place.id, [mention])
  }
  const places = [...byPlace.values()].flatMap((all): MappedPlace[] => {
    const place = all[0]?.toponym.place
    if (!place) return []
    const fuzzy = all.filter((mention) => mention.toponym.match === 'fuzzy').map((mention) => mention.toponym.cell.text)
    return [{ place, mentions: all, claims: [...new Set(all.flatMap((m) => m.claims))], misspelt: [...new Set(fuzzy)] }]
  })
  return places.sort((a, b) => b.claims.length - a.claims.length || (a.place.name < b.place.name ? -1 : 1))
}

/** So many claims are at least reckoned to the largest point, so that few claims make no large ones. */
const LARGEST = 20

/** The radius of a point in pixels: it grows with the root of the number of claims, against the place that has most. */
export function radiusOf(claims: number, most: number): number {
  return 4 + 14 * Math.sqrt(claims / Math.max(LARGEST, most))
}

/** The claims of the place that has most. */
export function mostClaims(places: readonly MappedPlace[]): number {
  return places.reduce((most, { claims }) => Math.max(most, claims.length), 0)
}

/** Points for the map, sized by the number of claims. */
export function pointsOf(places: readonly MappedPlace[]): FeatureCollection<Point> {
  const most = mostClaims(places)
  return {
    type: 'FeatureCollection',
    features: places.map(({ place, claims }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: { id: place.id, radius: radiusOf(claims.length, most), precision: place.precision },
    })),
  }
}

/** How far from its point a town or district may be meant, in kilometres. Wider places have borders, not a radius. */
const REACH_KM: Readonly<Partial<Record<Precision, number>>> = { town: 4, district: 25 }

const EARTH_KM = 6371

/** West, south, east and north of an area, in degrees, as seen from its place: one over the 180th meridian goes on beyond it. */
export function extentOf(area: Feature, { longitude }: PlaceEntry): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [longitude, 90, longitude, -90]
  const take = (at: Position | Position[] | Position[][] | Position[][][]): void => {
    const [x, y] = at
    if (typeof x !== 'number' || typeof y !== 'number') {
      for (const part of at) take(part as Position)
      return
    }
    const near = x - 360 * Math.round((x - longitude) / 360)
    box[0] = Math.min(box[0], near)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], near)
    box[3] = Math.max(box[3], y)
  }
  if ('coordinates' in area.geometry) take(area.geometry.coordinates)
  return box
}

/**
 * The area that each place may mean: its border where one is drawn, a disc for a town or district. A wide place without a
 * border (a sea, "the border area") has none: a disc would say where it ends.
 */
export function reachOf(places: readonly MappedPlace[], outline: (place: PlaceEntry) => Outline | null): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: places.flatMap(({ place }): Feature[] => {
      const km = REACH_KM[place.precision]
      if (km === undefined) {
        const border = place.precision === 'point' ? null : outline(place)
        return border ? [{ ...border, properties: { id: place.id, precision: place.precision } }] : []
      }
      const geometry: Polygon = { type: 'Polygon', coordinates: [circle(place.longitude, place.latitude, km)] }
      return [{ type: 'Feature', geometry, properties: { id: place.id, precision: place.precision } }]
    }),
  }
}

/** The edges of areas as lines, without the stretches along the 180th meridian where the data cut an area that goes on beyond it. */
export function edgesOf(areas: FeatureCollection): FeatureCollection<MultiLineString> {
  return {
    type: 'FeatureCollection',
    features: areas.features.map(({ geometry, properties }) => {
      const polygons =
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
      return { type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates: polygons.flat().flatMap(uncut) } }
    }),
  }
}

function uncut(ring: readonly Position[]): Position[][] {
  const lines: Position[][] = []
  let line: Position[] = []
  for (const point of ring) {
    const before = line.at(-1)
    if (before && onCut(before) && onCut(point)) {
      lines.push(line)
      line = []
    }
    line.push(point)
  }
  return [...lines, line].filter((one) => one.length > 1)
}

function onCut([longitude = 0]: Position): boolean {
  return Math.abs(Math.abs(longitude) - 180) < 0.02
}

/** True for a place that has a border of its own, which the regions' file may hold. */
export function mayHaveBorder({ precision, kind }: PlaceEntry): boolean {
  return precision === 'region' && kind !== 'water' && kind !== 'mountain'
}

/** Great-circle destination points around a centre: longitude and latitude in degrees. */
function circle(longitude: number, latitude: number, km: number): [number, number][] {
  const d = km / EARTH_KM
  const lat = (latitude * Math.PI) / 180
  return Array.from({ length: 65 }, (_, i) => {
    const bearing = (i / 64) * 2 * Math.PI
    const to = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(bearing))
    const over = Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * Math.sin(to))
    return [longitude + (over * 180) / Math.PI, (to * 180) / Math.PI]
  })
}
