import type { FeatureCollection, Point, Polygon } from 'geojson'
import type { PlaceMention } from '../../../../ledger/ledger.ts'
import type { PlaceEntry, Precision } from '../../../../model/index.ts'

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

/** Points for the map, with the number of claims. */
export function pointsOf(places: readonly MappedPlace[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: places.map(({ place, claims }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: { id: place.id, claims: claims.length, precision: place.precision },
    })),
  }
}

/** How far from its point a place may be meant, in kilometres: what the precision is drawn as. */
export const REACH_KM: Readonly<Record<Precision, number>> = {
  point: 0,
  town: 4,
  district: 25,
  region: 120,
  country: 350,
  continent: 900,
}

const EARTH_KM = 6371

/** A disc around each place that is known no better than to its district, region or country. */
export function reachOf(places: readonly MappedPlace[]): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: places
      .filter(({ place }) => REACH_KM[place.precision] > 0)
      .map(({ place }) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [circle(place.longitude, place.latitude, REACH_KM[place.precision])] },
        properties: { id: place.id },
      })),
  }
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
