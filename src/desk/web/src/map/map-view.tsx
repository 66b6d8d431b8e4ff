import type { FeatureCollection } from 'geojson'
import { type GeoJSONSource, LngLatBounds, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import { basemap, chosenOnly, loadRegions, loadWorld } from './basemap.ts'
import { outlineOf } from './outlines.ts'
import { edgesOf, extentOf, type MappedPlace, mayHaveBorder, mostClaims, pointsOf, radiusOf, reachOf } from './places.ts'

setWorkerUrl(workerUrl)

/** So many places carry their name on the map; the list beside it has all. */
const LABELS = 24

interface Props {
  readonly places: readonly MappedPlace[]
  readonly scheme: 'light' | 'dark'
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** The map itself: points sized by claims, and the area that a place may mean: its border, or a disc. */
export function MapView({ places, scheme, chosen, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<MapLibre | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const areas = useRef<FeatureCollection>({ type: 'FeatureCollection', features: [] })
  const latest = useRef(chosen)
  latest.current = chosen

  useEffect(() => {
    let gone = false
    void Promise.all([loadWorld(), places.some(({ place }) => mayHaveBorder(place)) ? loadRegions() : null])
      .then(([world, regions]) => {
        if (gone || box.current === null) return
        const style = basemap(world, scheme)
        const made = new MapLibre({ container: box.current, style, attributionControl: false, maxZoom: 9, dragRotate: false })
        map.current = made
        made.touchZoomRotate.disableRotation()
        made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
        const bounds = new LngLatBounds()
        for (const { place } of inFocus(places)) bounds.extend([place.longitude, place.latitude])
        if (!bounds.isEmpty()) made.fitBounds(bounds, { padding: 70, maxZoom: 5, animate: false })
        made.once('load', () => {
          const source = (id: string): GeoJSONSource | undefined => made.getSource(id)
          source('places')?.setData(pointsOf(places))
          areas.current = reachOf(places, (place) => outlineOf(place, world, regions))
          source('reach')?.setData(areas.current)
          source('edges')?.setData(edgesOf(areas.current))
          made.setFilter('reach-chosen', chosenOnly(latest.current))
          box.current?.setAttribute('data-ready', 'true')
        })
        made.on('click', 'places', (event) => {
          const id = event.features?.[0]?.properties.id
          if (typeof id === 'string') choose.current(id)
        })
        const pointer = (shape: string) => () => {
          made.getCanvas().style.cursor = shape
        }
        made.on('mouseenter', 'places', pointer('pointer'))
        made.on('mouseleave', 'places', pointer(''))
        const most = mostClaims(places)
        const labels = places
          .slice(0, LABELS)
          .map(({ place, claims }) =>
            label(place.name, [place.longitude, place.latitude], radiusOf(claims.length, most)).addTo(made).getElement(),
          )
        made.on('moveend', () => declutter(labels))
        made.once('idle', () => declutter(labels))
      })
      .catch((error: unknown) => setFailed(error instanceof Error ? error.message : String(error)))
    return () => {
      gone = true
      map.current?.remove()
      map.current = null
    }
  }, [places, scheme])

  useEffect(() => {
    if (map.current?.getLayer('reach-chosen')) map.current.setFilter('reach-chosen', chosenOnly(chosen))
    const place = places.find((candidate) => candidate.place.id === chosen)?.place
    if (!place || !map.current) return
    const area = areas.current.features.find(({ properties }) => properties?.id === place.id)
    if (area && (place.precision === 'region' || place.precision === 'country')) {
      const [west, south, east, north] = extentOf(area, place)
      map.current.fitBounds([west, Math.max(-80, south), east, Math.min(80, north)], { padding: 40, maxZoom: 7, duration: 300 })
    } else
      map.current.easeTo({
        center: [place.longitude, place.latitude],
        zoom: Math.max(map.current.getZoom(), 4.5),
        duration: 300,
      })
  }, [chosen, places])

  if (failed !== null) return <p role="alert">The map can not be drawn here: {failed}. The list has all places.</p>
  return <section ref={box} className="map" aria-label="Map of the places that claims name" />
}

/** What the map opens on: places known better than to their country and named more than once, as far as there are any. */
function inFocus(places: readonly MappedPlace[]): readonly MappedPlace[] {
  const fine = places.filter(({ place }) => place.precision !== 'country' && place.precision !== 'continent')
  const often = fine.filter(({ claims }) => claims.length > 1)
  return often.length > 0 ? often : fine.length > 0 ? fine : places
}

/** Hides a name that would stand on one of a place with more claims. */
function declutter(labels: readonly HTMLElement[]): void {
  const taken: DOMRect[] = []
  for (const element of labels) {
    const box = element.getBoundingClientRect()
    const free = taken.every((t) => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom)
    element.style.visibility = free ? 'visible' : 'hidden'
    if (free) taken.push(box)
  }
}

/** Text only: a name never becomes markup. */
function label(name: string, at: [number, number], radius: number): Marker {
  const element = document.createElement('span')
  element.className = 'map-label'
  element.textContent = name
  return new Marker({ element, anchor: 'left', offset: [radius + 4, 0] }).setLngLat(at)
}
