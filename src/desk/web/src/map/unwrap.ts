import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'

/**
 * World atlases for globes let rings run over the 180th meridian; a flat map would draw them back across the whole world.
 * Rings go on beyond 180° instead (the map wraps them), and one that circles a pole is closed along it.
 */
export function unwrapped(land: Feature | FeatureCollection): FeatureCollection {
  const features = land.type === 'FeatureCollection' ? land.features : [land]
  return { type: 'FeatureCollection', features: features.map((one) => ({ ...one, geometry: flat(one.geometry) })) }
}

function flat(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(ring) }
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(ring)) }
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map(flat) }
  return geometry
}

function ring(points: readonly Position[]): Position[] {
  const out: Position[] = []
  let shift = 0
  let before: number | null = null
  for (const [longitude = 0, latitude = 0] of points) {
    if (before !== null && longitude - before > 180) shift -= 360
    else if (before !== null && before - longitude > 180) shift += 360
    before = longitude
    out.push([longitude + shift, latitude])
  }
  const [first] = out
  const last = out.at(-1)
  if (!first || !last || Math.abs((last[0] ?? 0) - (first[0] ?? 0)) < 180) return out
  const pole = (first[1] ?? 0) < 0 ? -90 : 90
  return [...out, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first]
}
