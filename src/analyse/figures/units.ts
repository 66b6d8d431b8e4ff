import { convert, type Unit } from 'convert'
import type { Figure } from '../../model/index.ts'

type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'speed'
  | 'temperature'
  | 'energy'
  | 'power'
  | 'data'
  | 'pressure'
  | 'frequency'

/** Symbols of figures that the unit library knows by the same name, by dimension; the first of each is the base that figures are compared in. */
const SAME: Readonly<Record<Exclude<Dimension, 'speed'>, readonly [base: Unit, ...others: Unit[]]>> = {
  length: ['m', 'nm', 'pm', 'µm', 'mm', 'cm', 'km', 'in', 'ft', 'yd', 'mi', 'nmi'],
  area: ['m²', 'km²', 'mi²', 'ft²', 'ha', 'ac'],
  volume: ['m³', 'ml', 'l', 'gal', 'km³', 'ft³'],
  mass: ['kg', 'µg', 'mg', 'g', 't', 'kt', 'Mt', 'oz', 'lb'],
  temperature: ['°C', '°F'],
  energy: ['J', 'kWh', 'MWh', 'GWh', 'TWh'],
  power: ['W', 'kW', 'MW', 'GW', 'hp'],
  data: ['B', 'bit', 'kB', 'MB', 'Mb', 'GB', 'TB'],
  pressure: ['Pa', 'hPa', 'mbar'],
  frequency: ['Hz', 'MHz', 'GHz'],
}
const LITRES_A_BARREL = convert(42, 'gal').to('l')
/** What the library does not have: made of what it has. */
const MADE: ReadonlyMap<string, readonly [Dimension, (value: number) => number]> = new Map([
  ['bbl', ['volume', (value) => convert(value * LITRES_A_BARREL, 'l').to('m³')]],
  ['m/s', ['speed', (value) => value]],
  ['km/h', ['speed', (value) => convert(value, 'km').to('m') / convert(1, 'h').to('s')]],
  ['mph', ['speed', (value) => convert(value, 'mi').to('m') / convert(1, 'h').to('s')]],
  ['kn', ['speed', (value) => convert(value, 'nmi').to('m') / convert(1, 'h').to('s')]],
])
const DIMENSIONS: ReadonlyMap<string, readonly [Dimension, Unit]> = new Map(
  (Object.entries(SAME) as [Exclude<Dimension, 'speed'>, readonly Unit[]][]).flatMap(([dimension, units]) =>
    units.map((unit) => [unit as string, [dimension, units[0]!]] as const),
  ),
)

/** What a unit measures; null for one that is compared with no other (money, percent, durations). */
export function dimensionOf(unit: string | null): Dimension | null {
  return unit === null ? null : (DIMENSIONS.get(unit)?.[0] ?? MADE.get(unit)?.[0] ?? null)
}

/**
 * A value in the base unit of its dimension: metres, square and cubic metres, kilograms, metres a second, degrees Celsius, joules, watts,
 * bytes, pascals, hertz. "t" is the metric ton and "gal" the US gallon. A unit that is compared with no other leaves the value as it is.
 */
export function inBase(value: number, unit: string | null): number {
  if (unit === null) return value
  const made = MADE.get(unit)
  if (made) return made[1](value)
  const known = DIMENSIONS.get(unit)
  return known ? convert(value, unit as Unit).to(known[1]) : value
}

/** The bounds of a figure in the base unit of its dimension, null where they are open. */
export function boundsInBase({
  low,
  best,
  high,
  unit,
}: Pick<Figure, 'low' | 'best' | 'high' | 'unit'>): Pick<Figure, 'low' | 'best' | 'high'> {
  const put = (value: number | null): number | null => (value === null ? null : inBase(value, unit))
  return { low: put(low), best: put(best), high: put(high) }
}

/** A value of one unit in another of the same dimension; unchanged where the two do not compare. Six digits, so that 500 km is not 310.6855961 mi. */
export function inUnit(value: number, from: string | null, to: string | null): number {
  if (from === to || dimensionOf(from) === null || dimensionOf(from) !== dimensionOf(to)) return value
  const base = inBase(value, from)
  const zero = inBase(0, to)
  return Number(((base - zero) / (inBase(1, to) - zero)).toPrecision(6))
}
