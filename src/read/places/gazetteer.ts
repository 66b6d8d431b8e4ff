import type { PlaceEntry, PlaceKind, Precision } from '../../model/index.ts'
import { fold } from './fold.ts'

/** Sections of the file, in order; each begins on a multiple of four bytes. `train/gazetteer/build.ts` writes them. */
export const SECTIONS = [
  'meta',
  'ids',
  'latitudes',
  'longitudes',
  'populations',
  'kinds',
  'countries',
  'admins',
  'names',
  'nameBlocks',
  'keys',
  'keyBlocks',
] as const
export const MAGIC = 0x5a475253
export const VERSION = 1
export const BLOCK = 16
/** Words whose answer is kept: capitalised words come again from text to text. */
const REMEMBERED = 10_000
export const KINDS: readonly PlaceKind[] = [
  'country',
  'region',
  'district',
  'city',
  'base',
  'port',
  'airfield',
  'water',
  'mountain',
  'area',
  'site',
  'continent',
  'river',
  'front',
]
/** Bits beside the kind: a seat of government (capital cities and houses of government), a capital of a first-order unit. */
export const SEAT = 0x80
export const PROVINCIAL = 0x40
const KIND_BITS = 0x0f

const PRECISION: Readonly<Record<PlaceKind, Precision>> = {
  country: 'country',
  region: 'region',
  district: 'district',
  city: 'town',
  base: 'point',
  port: 'point',
  airfield: 'point',
  water: 'region',
  mountain: 'region',
  area: 'region',
  site: 'point',
  continent: 'continent',
  river: 'region',
  front: 'region',
}

export interface GazetteerMeta {
  /** ISO 3166-1 alpha-2; index 0 is none. */
  readonly countries: readonly string[]
  /** English names of the countries, same order. */
  readonly countryNames: readonly string[]
  /** First-order units: GeoNames code ("UA.18") and name; index 0 is none. */
  readonly admins: readonly (readonly [code: string, name: string])[]
  readonly built: string
}

/** One meaning of a name: the entry and whether it is the entry's own name or another one. */
export interface Meaning {
  readonly entry: number
  readonly main: boolean
}

/** A gazetteer over the bytes of its file: nothing is decoded until it is asked for. */
export interface Gazetteer {
  readonly size: number
  /** Entries that bear the name, as `fold` makes it; more populous first. */
  readonly lookup: (folded: string) => readonly Meaning[]
  /** Entries of a name that counts only as written: "U.S.", "UAE", "Ky.". */
  readonly exact: (written: string) => readonly Meaning[]
  /** The country of an adjective or people's name: "north korean". */
  readonly demonym: (folded: string) => readonly Meaning[]
  /** True when some name begins with the word (and goes on with a space or ends there). */
  readonly begins: (foldedWord: string) => boolean
  readonly kind: (entry: number) => PlaceKind
  readonly isSeat: (entry: number) => boolean
  readonly isProvincial: (entry: number) => boolean
  readonly population: (entry: number) => number
  readonly latitude: (entry: number) => number
  readonly longitude: (entry: number) => number
  /** Index of the country, 0 for none. */
  readonly country: (entry: number) => number
  /** Index of the first-order unit, 0 for none. */
  readonly admin: (entry: number) => number
  readonly geonames: (entry: number) => number
  readonly entry: (entry: number) => PlaceEntry
}

/**
 * Opens the bytes of a gazetteer file. Takes no copy where the bytes lie on a boundary of four, and no time worth naming:
 * names are found by binary search over front-coded blocks.
 * @throws when the bytes are no gazetteer, or one of another version
 */
export function openGazetteer(given: Uint8Array): Gazetteer {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice()
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headLength = 8 + SECTIONS.length * 8
  if (bytes.byteLength < headLength || head.getUint32(0, true) !== MAGIC)
    throw new Error('these bytes are no gazetteer: the file is damaged or another one')
  if (head.getUint32(4, true) !== VERSION)
    throw new Error(
      `the gazetteer has version ${head.getUint32(4, true)}, this program reads version ${VERSION}: take the file that ships with it`,
    )
  const at = (name: (typeof SECTIONS)[number]): [number, number] => {
    const index = SECTIONS.indexOf(name)
    const [start, length] = [head.getUint32(8 + index * 8, true), head.getUint32(12 + index * 8, true)]
    if (start % 4 !== 0 || start + length > bytes.byteLength)
      throw new Error('the gazetteer is cut short: take the file that ships with this program')
    return [bytes.byteOffset + start, length]
  }
  const u8 = (name: (typeof SECTIONS)[number]): Uint8Array => {
    const [start, length] = at(name)
    return new Uint8Array(bytes.buffer, start, length)
  }
  const u32 = (name: (typeof SECTIONS)[number]): Uint32Array => {
    const [start, length] = at(name)
    return new Uint32Array(bytes.buffer, start, length >> 2)
  }
  const i32 = (name: (typeof SECTIONS)[number]): Int32Array => {
    const [start, length] = at(name)
    return new Int32Array(bytes.buffer, start, length >> 2)
  }
  const text = new TextDecoder()
  const meta = JSON.parse(text.decode(u8('meta'))) as GazetteerMeta
  const ids = u32('ids')
  const latitudes = i32('latitudes')
  const longitudes = i32('longitudes')
  const populations = u32('populations')
  const kinds = u8('kinds')
  const countries = u8('countries')
  const [adminStart, adminLength] = at('admins')
  const admins = new Uint16Array(bytes.buffer, adminStart, adminLength >> 1)
  const names = u8('names')
  const nameBlocks = u32('nameBlocks')
  const keys = u8('keys')
  const keyBlocks = u32('keyBlocks')

  const NONE: readonly Meaning[] = []
  const scratch = new Uint8Array(512)

  /** Compares the first key of a block with `wanted`. */
  const compareFirst = (block: number, wanted: string): number => {
    const start = keyBlocks[block]!
    const length = keys[start + 1]!
    const shared = Math.min(length, wanted.length)
    for (let i = 0; i < shared; i++) {
      const difference = keys[start + 2 + i]! - wanted.charCodeAt(i)
      if (difference !== 0) return difference
    }
    return length - wanted.length
  }

  /** The last block whose first key is not after `wanted`; -1 when all are. */
  const blockOf = (wanted: string): number => {
    let low = 0
    let high = keyBlocks.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (compareFirst(middle, wanted) <= 0) low = middle + 1
      else high = middle - 1
    }
    return high
  }

  /** Walks the keys of a block; `visit` returns true to stop. */
  const walk = (block: number, visit: (length: number, postings: number) => boolean): void => {
    let position = keyBlocks[block]!
    const end = block + 1 < keyBlocks.length ? keyBlocks[block + 1]! : keys.length
    while (position < end) {
      const shared = keys[position]!
      const suffix = keys[position + 1]!
      for (let i = 0; i < suffix; i++) scratch[shared + i] = keys[position + 2 + i]!
      position += 2 + suffix
      if (visit(shared + suffix, position)) return
      let count = 0
      let shift = 0
      let byte: number
      do {
        byte = keys[position++]!
        count |= (byte & 0x7f) << shift
        shift += 7
      } while (byte & 0x80)
      while (count > 0) if ((keys[position++]! & 0x80) === 0) count -= 1
    }
  }

  const postingsAt = (start: number): Meaning[] => {
    let position = start
    const read = (): number => {
      let value = 0
      let shift = 0
      let byte: number
      do {
        byte = keys[position++]!
        value |= (byte & 0x7f) << shift
        shift += 7
      } while (byte & 0x80)
      return value
    }
    const count = read()
    const out: Meaning[] = []
    let last = 0
    for (let i = 0; i < count; i++) {
      last += read()
      out.push({ entry: last >>> 1, main: (last & 1) === 1 })
    }
    return out
  }

  const find = (wanted: string): readonly Meaning[] => {
    if (wanted.length === 0 || wanted.length > 120) return NONE
    const block = blockOf(wanted)
    if (block < 0) return NONE
    let found: readonly Meaning[] = NONE
    walk(block, (length, postings) => {
      if (length !== wanted.length) return false
      for (let i = 0; i < length; i++) if (scratch[i] !== wanted.charCodeAt(i)) return false
      found = postingsAt(postings)
      return true
    })
    return found
  }

  const begun = new Map<string, boolean>()
  const begins = (word: string): boolean => {
    if (word.length === 0 || word.length > 60) return false
    const known = begun.get(word)
    if (known !== undefined) return known
    if (begun.size >= REMEMBERED) begun.clear()
    const found = searchBeginning(word)
    begun.set(word, found)
    return found
  }

  const searchBeginning = (word: string): boolean => {
    const block = Math.max(0, blockOf(word))
    for (const candidate of [block, block + 1]) {
      if (candidate >= keyBlocks.length) continue
      let hit = false
      walk(candidate, (length) => {
        if (length < word.length) return false
        for (let i = 0; i < word.length; i++) if (scratch[i] !== word.charCodeAt(i)) return false
        hit = length === word.length || scratch[word.length] === 32
        return hit
      })
      if (hit) return true
    }
    return false
  }

  const nameOf = (entry: number): string => {
    let position = nameBlocks[Math.floor(entry / BLOCK)]!
    for (let i = entry % BLOCK; i > 0; i--) position += 1 + names[position]!
    return text.decode(names.subarray(position + 1, position + 1 + names[position]!))
  }

  return {
    size: ids.length,
    lookup: find,
    exact: (written) => find(`!${written}`),
    demonym: (folded) => find(`~${folded}`),
    begins,
    kind: (entry) => KINDS[kinds[entry]! & KIND_BITS] ?? 'area',
    isSeat: (entry) => (kinds[entry]! & SEAT) !== 0,
    isProvincial: (entry) => (kinds[entry]! & PROVINCIAL) !== 0,
    population: (entry) => populations[entry]!,
    latitude: (entry) => latitudes[entry]! / 1e5,
    longitude: (entry) => longitudes[entry]! / 1e5,
    country: (entry) => countries[entry]!,
    admin: (entry) => admins[entry]!,
    geonames: (entry) => ids[entry]!,
    entry: (entry) => {
      const kind = KINDS[kinds[entry]! & KIND_BITS] ?? 'area'
      const country = meta.countries[countries[entry]!] || null
      const name = nameOf(entry)
      const path: string[] = []
      if (kind !== 'country' && countries[entry]! > 0) path.push(meta.countryNames[countries[entry]!]!)
      if (admins[entry]! > 0 && kind !== 'region' && kind !== 'country') path.push(meta.admins[admins[entry]!]![1])
      return {
        id: ids[entry]! > 0 ? `gn:${ids[entry]}` : `sr:${fold(name).replaceAll(' ', '-')}`,
        name,
        kind,
        latitude: latitudes[entry]! / 1e5,
        longitude: longitudes[entry]! / 1e5,
        precision: PRECISION[kind],
        country,
        admin: path,
      }
    },
  }
}
