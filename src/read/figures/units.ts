/** What a unit measures; `time` units make durations and ages. */
export type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'speed'
  | 'temperature'
  | 'time'
  | 'energy'
  | 'power'
  | 'data'
  | 'angle'
  | 'pressure'
  | 'frequency'
  | 'flow'

export interface Unit {
  /** The symbol that a Figure carries: SI and common symbols ("km", "t", "ha", "°C", "bbl"). */
  readonly symbol: string
  readonly dimension: Dimension
}

/** Symbol, dimension, then every way it is written. Case matters only for forms with a capital letter. */
const ROWS: readonly (readonly [string, Dimension, string])[] = [
  ['mm', 'length', 'mm|millimetre|millimetres|millimeter|millimeters'],
  ['cm', 'length', 'cm|centimetre|centimetres|centimeter|centimeters'],
  ['m', 'length', 'm|metre|metres|meter|meters'],
  ['km', 'length', 'km|kms|kilometre|kilometres|kilometer|kilometers'],
  ['nm', 'length', 'nanometre|nanometres|nanometer|nanometers'],
  ['µm', 'length', 'µm|μm|micron|microns|micrometre|micrometres|micrometer|micrometers'],
  ['pm', 'length', 'picometre|picometres|picometer|picometers'],
  ['in', 'length', 'inch|inches'],
  ['ft', 'length', 'ft|foot|feet'],
  ['yd', 'length', 'yd|yard|yards'],
  ['mi', 'length', 'mile|miles|mi'],
  ['nmi', 'length', 'nautical mile|nautical miles|nmi'],
  ['ly', 'length', 'light year|light years|light-year|light-years'],
  ['m²', 'area', 'm2|m²|sqm|sq m|square metre|square metres|square meter|square meters'],
  ['km²', 'area', 'km2|km²|sq km|square kilometre|square kilometres|square kilometer|square kilometers'],
  ['mi²', 'area', 'sq mi|square mile|square miles'],
  ['ft²', 'area', 'sq ft|square foot|square feet'],
  ['ha', 'area', 'ha|hectare|hectares'],
  ['ac', 'area', 'acre|acres'],
  ['ml', 'volume', 'ml|millilitre|millilitres|milliliter|milliliters'],
  ['l', 'volume', 'litre|litres|liter|liters'],
  ['gal', 'volume', 'gallon|gallons'],
  ['bbl', 'volume', 'barrel|barrels|bbl|bbls'],
  ['m³', 'volume', 'm3|m³|cubic metre|cubic metres|cubic meter|cubic meters|bcm'],
  ['km³', 'volume', 'km3|km³|cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers'],
  ['ft³', 'volume', 'cubic foot|cubic feet'],
  ['µg', 'mass', 'µg|μg|microgram|micrograms'],
  ['mg', 'mass', 'mg|milligram|milligrams'],
  ['g', 'mass', 'gram|grams|gramme|grammes'],
  ['kg', 'mass', 'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes'],
  ['t', 'mass', 'tonne|tonnes|metric ton|metric tons|ton|tons'],
  ['kt', 'mass', 'kiloton|kilotons|kilotonne|kilotonnes'],
  ['Mt', 'mass', 'megaton|megatons|megatonne|megatonnes'],
  ['oz', 'mass', 'oz|ounce|ounces'],
  ['lb', 'mass', 'lb|lbs|pound|pounds'],
  ['km/h', 'speed', 'km/h|km/hr|kph|kmph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour'],
  ['mph', 'speed', 'mph|miles per hour|miles an hour'],
  ['m/s', 'speed', 'm/s|metres per second|meters per second|metres a second|meters a second'],
  ['kn', 'speed', 'knot|knots'],
  [
    '°C',
    'temperature',
    '°C|° C|℃|celsius|celcius|centigrade|degrees celsius|degree celsius|deg celsius|degrees centigrade|degrees C|degrees c|degree C|deg C|° celsius',
  ],
  [
    '°F',
    'temperature',
    '°F|° F|℉|fahrenheit|farenheit|degrees fahrenheit|degree fahrenheit|deg fahrenheit|degrees farenheit|degrees F|degrees f|degree F|deg F|° fahrenheit',
  ],
  ['°', 'angle', '°|degree|degrees'],
  ['s', 'time', 'second|seconds|sec|secs'],
  ['min', 'time', 'minute|minutes|min|mins'],
  ['h', 'time', 'hour|hours|hr|hrs'],
  ['d', 'time', 'day|days'],
  ['night', 'time', 'night|nights'],
  ['wk', 'time', 'week|weeks'],
  ['mo', 'time', 'month|months'],
  ['yr', 'time', 'year|years|yr|yrs'],
  ['decade', 'time', 'decade|decades'],
  ['century', 'time', 'century|centuries'],
  ['kWh', 'energy', 'kWh|kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours'],
  ['MWh', 'energy', 'MWh|megawatt hour|megawatt hours|megawatt-hours'],
  ['GWh', 'energy', 'GWh|gigawatt hour|gigawatt hours|gigawatt-hours'],
  ['TWh', 'energy', 'TWh|terawatt hour|terawatt hours'],
  ['kW', 'power', 'kW|kilowatt|kilowatts'],
  ['MW', 'power', 'MW|megawatt|megawatts'],
  ['GW', 'power', 'GW|gigawatt|gigawatts'],
  ['hp', 'power', 'horsepower'],
  ['bit', 'data', 'bit|bits'],
  ['B', 'data', 'byte|bytes'],
  ['kB', 'data', 'KB|kB|kilobyte|kilobytes'],
  ['MB', 'data', 'MB|megabyte|megabytes'],
  ['Mb', 'data', 'mb|Mb|megabit|megabits'],
  ['GB', 'data', 'GB|gigabyte|gigabytes'],
  ['TB', 'data', 'TB|terabyte|terabytes'],
  ['hPa', 'pressure', 'hPa|hectopascal|hectopascals'],
  ['mbar', 'pressure', 'mbar|millibar|millibars'],
  ['Hz', 'frequency', 'Hz|hertz'],
  ['MHz', 'frequency', 'MHz|megahertz'],
  ['GHz', 'frequency', 'GHz|gigahertz'],
  ['bpd', 'flow', 'bpd|barrels per day|barrels a day'],
]

/** Every written form → unit. Forms of several words are joined by one space. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  ROWS.flatMap(([symbol, dimension, forms]) => forms.split('|').map((form) => [form, { symbol, dimension }] as const)),
)
