/** The part of a TopoJSON file of countries that is read here. */
export interface Atlas {
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly objects: { readonly countries: { readonly geometries: readonly { readonly id: string; readonly arcs: unknown }[] } }
}

export interface Border {
  /** ISO 3166-1 alpha-2, in alphabetical order. */
  readonly countries: readonly [string, string]
  readonly latitude: number
  readonly longitude: number
}

/**
 * The land borders of the world, each with the point of it that lies nearest to its middle: where two countries share an arc of the
 * drawing. The point says where "the Armenian-Azerbaijani border" is, no more; which country a place belongs to is never read from it.
 * @param alpha2 ISO 3166-1 numeric → alpha-2; a shape without a code there has no borders
 */
export function bordersOf(atlas: Atlas, alpha2: (numeric: string) => string | undefined): Border[] {
  const owners = new Map<number, Set<string>>()
  for (const { id, arcs } of atlas.objects.countries.geometries) {
    const iso = alpha2(id)
    if (!iso) continue
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const inner of value) walk(inner)
      else if (typeof value === 'number') {
        const arc = value < 0 ? ~value : value
        owners.set(arc, (owners.get(arc) ?? new Set()).add(iso))
      }
    }
    walk(arcs)
  }
  const points = new Map<string, [number, number][]>()
  for (const [arc, countries] of owners) {
    if (countries.size !== 2) continue
    const pair = [...countries].sort().join(' ')
    let [x, y] = [0, 0]
    const line = atlas.arcs[arc]!.map(([dx, dy]): [number, number] => {
      x += dx
      y += dy
      return [
        x * atlas.transform.scale[0] + atlas.transform.translate[0],
        y * atlas.transform.scale[1] + atlas.transform.translate[1],
      ]
    })
    points.set(pair, [...(points.get(pair) ?? []), ...line])
  }
  return [...points]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, line]) => {
      const middle = [0, 1].map((axis) => line.reduce((sum, point) => sum + point[axis]!, 0) / line.length)
      const [longitude, latitude] = line.reduce((best, point) =>
        Math.hypot(point[0] - middle[0]!, point[1] - middle[1]!) < Math.hypot(best[0] - middle[0]!, best[1] - middle[1]!)
          ? point
          : best,
      )
      const [a = '', b = ''] = pair.split(' ')
      return { countries: [a, b] as const, latitude, longitude }
    })
}
