import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { PlaceEntry } from '../../../../model/index.ts'
import codes from './countries.json' with { type: 'json' }
import { unwrapped } from './unwrap.ts'

export type Outline = Feature<Polygon | MultiPolygon>

/** The countries of the basemap, by the three letters that Visionscarto gives them. */
export interface World extends Topology {
  readonly objects: { readonly countries: GeometryCollection<{ a3: string }>; readonly land: GeometryCollection }
}

/** First-order units and some named areas, by the gazetteer's id; made by `npm run gazetteer`. */
export interface Regions extends Topology {
  readonly objects: { readonly regions: GeometryCollection }
}

/**
 * The drawn border of a place: of a country from the basemap, of a region or named area from Natural Earth's units.
 * @param regions null while no region is on the map
 * @returns null where no border is known: a sea, a vague area, a unit too small to draw
 */
export function outlineOf(place: PlaceEntry, world: World, regions: Regions | null): Outline | null {
  const [topology, geometry] =
    place.kind === 'country'
      ? [world, countryOf(world, place.country)]
      : [regions, regions?.objects.regions.geometries.find(({ id }) => id === place.id)]
  if (!topology || !geometry || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return null
  const [outline] = unwrapped(feature(topology, geometry)).features
  return outline ? { ...(outline as Outline), properties: { id: place.id } } : null
}

function countryOf(world: World, country: string | null): World['objects']['countries']['geometries'][number] | undefined {
  const letters = (codes as Readonly<Record<string, string>>)[country ?? '']
  return world.objects.countries.geometries.find(({ properties = {} }) => 'a3' in properties && properties.a3 === letters)
}
