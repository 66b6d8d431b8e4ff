// Figures, times and places against their peers: `node bench/values.ts [reports]`. Speed over texts that are parsed already, one thread, same
// process, in turn; accuracy on the public cases, ours and the peers' with the ratio; and what the gazetteer costs (`node --expose-gc` for the memory).
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import * as chrono from 'chrono-node'
import { findFigures } from '../src/read/figures/index.ts'
import { loadResources } from '../src/read/models/load.ts'
import { fold } from '../src/read/places/fold.ts'
import { findPlaces, openGazetteer } from '../src/read/places/index.ts'
import { createSyntax } from '../src/read/syntax/index.ts'
import { findTimes } from '../src/read/times/index.ts'
import { predictDates } from './predict/dates.ts'
import { predictNumbers } from './predict/numbers.ts'

const shared = new URL('../../shared/data/', import.meta.url)
const PUBLISHED = '2016-10-01'

interface Found {
  readonly text: string
}
interface Suite {
  recognizeNumber(text: string, culture: string): readonly Found[]
  recognizeDateTime(text: string, culture: string, options: number, reference: Date): readonly Found[]
  recognizeDimension(text: string, culture: string): readonly Found[]
  recognizeCurrency(text: string, culture: string): readonly Found[]
}

/** The recognizers, where `npm --prefix bench/peers ci` has put them. */
function suite(): Suite | null {
  try {
    return createRequire(new URL('peers/package.json', import.meta.url))('@microsoft/recognizers-text-suite') as Suite
  } catch {
    console.log('recognizers-text-suite is not installed, left out: npm --prefix bench/peers ci')
    return null
  }
}

function speed(texts: readonly string[], peer: Suite | null, resources: Awaited<ReturnType<typeof loadResources>>): void {
  const syntax = createSyntax(resources.syntax)
  const gazetteer = resources.gazetteer ? openGazetteer(resources.gazetteer) : null
  const parsed = texts.map((text) => ({ text, ...syntax(text) }))
  const tokens = parsed.reduce((sum, { tokens: { length } }) => sum + length, 0)
  const took = (work: () => void): number => {
    const rounds = [0, 1].map(() => {
      const start = performance.now()
      work()
      return (performance.now() - start) / 1000
    })
    return Math.min(...rounds)
  }
  const figures = took(() => parsed.forEach((p) => void findFigures(p.text, p.tokens, p.sentences)))
  const times = took(() => parsed.forEach((p) => void findTimes(p.text, p.tokens, p.sentences, PUBLISHED)))
  const places = took(() =>
    parsed.forEach((p) => void findPlaces(p.text, p.tokens, p.sentences, gazetteer, { entities: [], countries: [] })),
  )
  const few = parsed.slice(0, Math.ceil(parsed.length / 20))
  const share = few.reduce((sum, p) => sum + p.tokens.length, 0) / tokens
  const reference = new Date(`${PUBLISHED}T12:00:00Z`)
  const chronos = took(() => parsed.forEach((p) => void chrono.parse(p.text, reference)))
  const row = (name: string, seconds: number, ours: number): void =>
    console.log(
      `  ${name.padEnd(46)}${Math.round(tokens / seconds)
        .toLocaleString('en')
        .padStart(11)} tokens/s${(seconds / ours).toFixed(2).padStart(9)}`,
    )
  console.log(`${texts.length} reports, ${tokens.toLocaleString('en')} tokens; last column: seconds against ours`)
  row('figures, times and places', figures + times + places, figures + times + places)
  row('  figures', figures, figures)
  row('  times', times, times)
  row('  places', places, places)
  row('chrono-node, times', chronos, times)
  if (peer === null) return
  // Far slower: a twentieth of the texts, scaled.
  const numbers = took(() => few.forEach((p) => void peer.recognizeNumber(p.text, 'en-us'))) / share
  const dates = took(() => few.forEach((p) => void peer.recognizeDateTime(p.text, 'en-us', 0, reference))) / share
  row('recognizers-text-suite, numbers', numbers, figures)
  row('recognizers-text-suite, times', dates, times)
}

/** Share of the public cases whose texts are found exactly, ours and the peers', and the peers' share of ours. */
function accuracy(peer: Suite | null): void {
  const ask: Record<string, ((text: string, reference: Date) => readonly Found[]) | undefined> = {
    NumberModel: peer ? (text) => peer.recognizeNumber(text, 'en-us') : undefined,
    CurrencyModel: peer ? (text) => peer.recognizeCurrency(text, 'en-us') : undefined,
    DimensionModel: peer ? (text) => peer.recognizeDimension(text, 'en-us') : undefined,
    DateTimeModel: peer ? (text, reference) => peer.recognizeDateTime(text, 'en-us', 0, reference) : undefined,
  }
  const counts = new Map<string, { cases: number; ours: number; suite: number; chrono: number }>()
  for (const name of ['english-number', 'english-unit', 'english-datetime']) {
    const path = new URL(`recognizers-text/${name}.jsonl`, shared)
    if (!existsSync(path)) continue
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const item = JSON.parse(line)
      const { file, input, reference, results } = item
      const model = /([A-Za-z]+Model)\.json$/.exec(file)?.[1] ?? ''
      if (!(model in ask)) continue
      const gold = JSON.stringify(results.map((result: { Text: string }) => result.Text.toLowerCase()))
      const at = new Date(reference ?? '2016-11-07T00:00:00')
      const by = (texts: readonly string[]): number => (JSON.stringify(texts.map((text) => text.toLowerCase())) === gold ? 1 : 0)
      const texts = (found: readonly Found[]): string[] => found.map(({ text }) => text)
      const row = counts.get(model) ?? { cases: 0, ours: 0, suite: 0, chrono: 0 }
      row.cases += 1
      row.ours += by((model === 'DateTimeModel' ? predictDates(item) : predictNumbers(item)).map(({ Text }) => Text))
      row.suite += by(texts(ask[model]?.(input, at) ?? []))
      row.chrono += model === 'DateTimeModel' ? by(texts(chrono.parse(input, at))) : 0
      counts.set(model, row)
    }
  }
  const share = (found: number, cases: number): string => `${((100 * found) / cases).toFixed(1)}%`.padStart(9)
  const against = (found: number, { cases, ours }: { cases: number; ours: number }): string =>
    `${share(found, cases)} = ${(found / ours).toFixed(2)} of ours`
  console.log('cases whose texts are found exactly   cases     ours   recognizers-text-suite       chrono-node')
  for (const [model, row] of counts)
    console.log(
      `  ${model.padEnd(34)}${String(row.cases).padStart(7)}${share(row.ours, row.cases)}${(peer ? against(row.suite, row) : '–').padStart(25)}${(model === 'DateTimeModel' ? against(row.chrono, row) : '').padStart(25)}`,
    )
}

/** What the gazetteer costs: bytes on disk, memory held once it is open, and time for a name. */
function gazetteerCost(bytes: Uint8Array): void {
  const held = (): number => {
    globalThis.gc?.()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = held()
  const start = performance.now()
  const gazetteer = openGazetteer(new Uint8Array(bytes))
  const opened = performance.now() - start
  const memory = (held() - before) / 1e6
  const names: string[] = []
  for (let entry = 0; entry < gazetteer.size; entry += 7) names.push(fold(gazetteer.entry(entry).name))
  const lookup = (list: readonly string[]): { time: number; found: number } => {
    let found = 0
    const from = performance.now()
    for (const name of list) found += gazetteer.lookup(name).length > 0 ? 1 : 0
    return { time: ((performance.now() - from) * 1000) / list.length, found: found / list.length }
  }
  lookup(names)
  const known = lookup(names)
  const unknown = lookup(names.map((name) => `${name}q`))
  console.log(
    `gazetteer: ${gazetteer.size.toLocaleString('en')} entries, ${(bytes.length / 1e6).toFixed(1)} MB on disk, ${memory.toFixed(1)} MB held, opened in ${opened.toFixed(1)} ms; a name that is in it ${known.time.toFixed(1)} µs (${(100 * known.found).toFixed(1)} % found), one that is not ${unknown.time.toFixed(1)} µs`,
  )
}

const resources = await loadResources()
if (resources.gazetteer) gazetteerCost(resources.gazetteer)
const bulk = new URL('bulk.jsonl.gz', shared)
const peer = suite()
if (existsSync(bulk)) {
  const lines = gunzipSync(readFileSync(bulk))
    .toString('utf8')
    .split('\n')
    .slice(0, Number(process.argv[2] ?? 100))
  speed(
    lines.filter(Boolean).map((line) => JSON.parse(line).text),
    peer,
    resources,
  )
} else console.log('bulk.jsonl.gz is not there: no speed measured')
accuracy(peer)
