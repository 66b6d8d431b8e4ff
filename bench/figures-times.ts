/**
 * Accuracy of figures and times against public cases: `node bench/figures-times.ts`. Data is looked for in ../shared/data and left out
 * plainly when it is not there. Per model of Recognizers-Text (English): share of cases whose texts are all found exactly, and share whose
 * resolutions agree too, every field of every value. For GUM's dates in news: share of gold days that an expression at that place
 * resolves to.
 */
import { existsSync, readFileSync } from 'node:fs'
import { predictDates } from './predict/dates.ts'
import { predictNumbers, type Recognised } from './predict/numbers.ts'
import { wholeReader } from './predict/reader.ts'

const data = new URL('../../shared/data/', import.meta.url)

interface Case {
  readonly file: string
  readonly input: string
  readonly reference?: string
  readonly results: readonly { readonly Text: string; readonly Resolution: Record<string, unknown> | null }[]
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? String(value) : value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** Fields that the gold gives; a `subtype` that the origin left out of some cases is not asked for. */
function agrees(mine: Record<string, unknown>, gold: Record<string, unknown> | null): boolean {
  if (gold === null) return false
  const given = Object.fromEntries(Object.keys(gold).map((key) => [key, mine[key]]))
  if (JSON.stringify(sorted(given)) === JSON.stringify(sorted(gold))) return true
  const [a, b] = [Number(mine.value), Number(gold.value)]
  const { value: _a, ...rest } = given
  const { value: _b, ...other } = gold
  return (
    Number.isFinite(a) &&
    Number.isFinite(b) &&
    Math.abs(a - b) <= 1e-12 * Math.abs(b) &&
    JSON.stringify(sorted(rest)) === JSON.stringify(sorted(other))
  )
}

function recognizers(): void {
  const rows = new Map<string, [cases: number, texts: number, whole: number]>()
  for (const name of ['english-number', 'english-unit', 'english-datetime']) {
    const path = new URL(`recognizers-text/${name}.jsonl`, data)
    if (!existsSync(path)) {
      console.log(`${name}: data is not there, left out`)
      continue
    }
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const item = JSON.parse(line) as Case
      const model = /([A-Za-z]+Model)\.json$/.exec(item.file)?.[1]
      if (model === undefined) continue
      const mine: readonly Recognised[] = model === 'DateTimeModel' ? predictDates(item) : predictNumbers(item)
      const texts =
        JSON.stringify(mine.map((found) => found.Text)) === JSON.stringify(item.results.map((found) => found.Text.toLowerCase()))
      const whole =
        texts &&
        mine.every((found, index) => agrees(found.Resolution as Record<string, unknown>, item.results[index]!.Resolution))
      const row = rows.get(model) ?? [0, 0, 0]
      rows.set(model, [row[0] + 1, row[1] + (texts ? 1 : 0), row[2] + (whole ? 1 : 0)])
    }
  }
  const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)}%`.padStart(7)
  console.log('model             cases   texts  resolution')
  for (const [model, [cases, texts, whole]] of rows)
    console.log(`${model.padEnd(18)}${String(cases).padStart(4)} ${share(texts, cases)}  ${share(whole, cases)}`)
}

interface GumDocument {
  readonly genre: string
  readonly dateCreated: string
  readonly text: string
  readonly dates: readonly { readonly kind: string; readonly span: readonly [number, number]; readonly when?: string }[]
}

function gum(): void {
  const path = new URL('gum-attribution/shared.jsonl', data)
  if (!existsSync(path)) {
    console.log('GUM: data is not there, left out')
    return
  }
  const read = wholeReader()
  let [days, right, all, whole] = [0, 0, 0, 0]
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const document = JSON.parse(line) as GumDocument
    if (document.genre !== 'news') continue
    const { times } = read({ text: document.text, title: null, outlet: null, published: document.dateCreated, language: 'en' })
    for (const gold of document.dates) {
      if (gold.kind !== 'date' || gold.when === undefined) continue
      const [start, end] = gold.span
      const over = times.filter(({ cell }) => cell.start < end && start < cell.end)
      const hit = over.some(({ earliest, latest }) => {
        // "by the end of the year" has but one bound: that is its day
        if (gold.when!.length >= 10) return (earliest ?? latest)?.slice(0, 10) === gold.when!.slice(0, 10)
        return earliest?.startsWith(gold.when!) === true || latest?.startsWith(gold.when!) === true
      })
      all += 1
      if (hit) whole += 1
      if (gold.when.length >= 10) {
        days += 1
        if (hit) right += 1
      }
    }
  }
  console.log(
    `GUM news: right day ${right} of ${days} (${((100 * right) / days).toFixed(1)}%); day, month or year ${whole} of ${all} (${((100 * whole) / all).toFixed(1)}%)`,
  )
}

recognizers()
gum()
