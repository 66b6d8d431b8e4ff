/**
 * What figures, times and places miss, by kind: `node bench/misses.ts`. Counts only, no words of the corpora. Public cases of Recognizers-Text for
 * numbers, units, dates and times; the development halves of the toponym corpora for places. Data is looked for in ../shared/data and left out
 * plainly when it is not there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { predictDates } from './predict/dates.ts'
import { predictNumbers, type Recognised } from './predict/numbers.ts'
import { wholeReader } from './predict/reader.ts'

const data = new URL('../../shared/data/', import.meta.url)
const lines = (path: string): string[] | null => {
  const file = new URL(path, data)
  if (!existsSync(file)) {
    console.log(`${path}: data is not there, left out`)
    return null
  }
  return readFileSync(file, 'utf8').split('\n').filter(Boolean)
}

type Table = Map<string, Map<string, number>>
function add(table: Table, row: string, column: string, count = 1): void {
  const cells = table.get(row) ?? new Map<string, number>()
  cells.set(column, (cells.get(column) ?? 0) + count)
  table.set(row, cells)
}

function print(title: string, table: Table, columns: readonly string[]): void {
  console.log(`\n| ${title} | ${columns.join(' | ')} |\n|---|${columns.map(() => '---:').join('|')}|`)
  const misses = (cells: Map<string, number>): number =>
    columns.slice(1).reduce((sum, column) => sum + (cells.get(column) ?? 0), 0)
  for (const [row, cells] of [...table].sort((a, b) => misses(b[1]) - misses(a[1]) || (a[0] < b[0] ? -1 : 1)))
    console.log(`| ${row} | ${columns.map((column) => cells.get(column) ?? 0).join(' | ')} |`)
}

interface Expected {
  readonly Text: string
  readonly Start?: number
  readonly End?: number
  readonly TypeName: string
  readonly Resolution: Record<string, unknown> | null
}

const OUTCOMES = ['in the corpus', 'not found', 'other bounds', 'other value', 'too many']

/** Pairs what was found with what was expected: same words, overlapping words, or none. */
function compare(table: Table, mine: readonly Recognised[], gold: readonly Expected[], input: string): void {
  const used = new Set<Recognised>()
  let from = 0
  for (const item of gold) {
    const start = input.toLowerCase().indexOf(item.Text.toLowerCase(), from)
    const at = start < 0 ? (item.Start ?? 0) : start
    from = start < 0 ? from : start + 1
    const end = at + item.Text.length
    const kind = item.TypeName.replace('datetimeV2.', '')
    add(table, kind, 'in the corpus')
    const meeting = mine.filter((found) => !used.has(found) && found.Start < end && at <= found.End)
    const same = meeting.find((found) => found.Text === item.Text.toLowerCase())
    for (const found of meeting) used.add(found)
    if (meeting.length === 0) add(table, kind, 'not found')
    else if (!same) add(table, kind, 'other bounds')
    else if (!agrees(same.Resolution, item.Resolution)) add(table, kind, 'other value')
  }
  for (const found of mine) if (!used.has(found)) add(table, found.TypeName.replace('datetimeV2.', ''), 'too many')
}

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? String(value) : value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

function agrees(mine: Readonly<Record<string, unknown>>, gold: Record<string, unknown> | null): boolean {
  if (gold === null) return false
  const given = Object.fromEntries(Object.keys(gold).map((key) => [key, mine[key]]))
  if (JSON.stringify(ordered(given)) === JSON.stringify(ordered(gold))) return true
  return Math.abs(Number(mine.value) - Number(gold.value)) <= 1e-12 * Math.abs(Number(gold.value))
}

interface Case {
  readonly file: string
  readonly input: string
  readonly reference?: string
  readonly results: readonly Expected[]
}

const numbers: Table = new Map()
const dates: Table = new Map()
for (const name of ['english-number', 'english-unit', 'english-datetime'])
  for (const line of lines(`recognizers-text/${name}.jsonl`) ?? []) {
    const item = JSON.parse(line) as Case
    const model = /([A-Za-z]+)Model\.json$/.exec(item.file)?.[1]
    if (model === undefined) continue
    if (model === 'DateTime') compare(dates, predictDates(item), item.results, item.input)
    else compare(numbers, predictNumbers(item), item.results, item.input)
  }
print('numbers and units', numbers, OUTCOMES)
print('dates and times', dates, OUTCOMES)

interface Gold {
  readonly id: string
  readonly text: string
  readonly toponyms: readonly {
    readonly start: number
    readonly end: number
    readonly lat?: number
    readonly lon?: number
    readonly type?: string
  }[]
}

function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radian = Math.PI / 180
  const half =
    Math.sin(((b.lat - a.lat) * radian) / 2) ** 2 +
    Math.cos(a.lat * radian) * Math.cos(b.lat * radian) * Math.sin(((b.lon - a.lon) * radian) / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(half)))
}

const read = wholeReader()
const places: Table = new Map()
const PLACE_OUTCOMES = [
  'in the corpus',
  'not found, not in the gazetteer',
  'not found, though in it',
  'a runner-up was right',
  'no meaning was near',
  'too many',
]
for (const corpus of ['lgl', 'trnews', 'geovirus', 'gwn'])
  for (const line of lines(`geo/${corpus}.dev.jsonl`) ?? []) {
    const { text, toponyms } = JSON.parse(line) as Gold
    const found = read({ text, title: null, outlet: null, published: null, language: 'en' }).places.filter(
      ({ cell }) => !/^(?:borders?|borderlands?|frontier)$/i.test(cell.text),
    )
    const seen = new Set<string>()
    for (const { start, end, lat, lon } of toponyms) {
      if (lat === undefined || lon === undefined || seen.has(`${start} ${end}`)) continue
      seen.add(`${start} ${end}`)
      add(places, corpus, 'in the corpus')
      const hit = found.find(({ cell }) => cell.start < end && start < cell.end)
      if (!hit?.place) {
        // Read alone, after a preposition: is the name known at all?
        const surface = text.slice(start, end)
        const alone = read({
          text: `It rained in ${surface}.`,
          title: null,
          outlet: null,
          published: null,
          language: 'en',
        }).places
        add(places, corpus, alone.length > 0 ? 'not found, though in it' : 'not found, not in the gazetteer')
        continue
      }
      const near = (place: { latitude: number; longitude: number }): boolean =>
        kilometres({ lat: place.latitude, lon: place.longitude }, { lat, lon }) <= 161
      if (near(hit.place)) continue
      add(places, corpus, hit.runnersUp.some(near) ? 'a runner-up was right' : 'no meaning was near')
    }
    for (const { cell } of found)
      if (!toponyms.some(({ start, end }) => cell.start < end && start < cell.end)) add(places, corpus, 'too many')
  }
print('places', places, PLACE_OUTCOMES)
