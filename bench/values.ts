// Figures, times and places against their peers: `node bench/values.ts [reports]`. Speed over texts that are parsed already, one thread, same
// process, in turn; and the peers' own accuracy on the public cases that `bench/figures-times.ts` scores ours on.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import * as chrono from 'chrono-node'
import { findFigures } from '../src/read/figures/index.ts'
import { loadResources } from '../src/read/models/load.ts'
import { findPlaces, openGazetteer } from '../src/read/places/index.ts'
import { createSyntax } from '../src/read/syntax/index.ts'
import { findTimes } from '../src/read/times/index.ts'

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

/** Share of the public cases whose texts a peer finds exactly. */
function accuracy(peer: Suite | null): void {
  const ask: Record<string, ((text: string, reference: Date) => readonly Found[]) | undefined> = {
    NumberModel: peer ? (text) => peer.recognizeNumber(text, 'en-us') : undefined,
    CurrencyModel: peer ? (text) => peer.recognizeCurrency(text, 'en-us') : undefined,
    DimensionModel: peer ? (text) => peer.recognizeDimension(text, 'en-us') : undefined,
    DateTimeModel: peer ? (text, reference) => peer.recognizeDateTime(text, 'en-us', 0, reference) : undefined,
  }
  const counts = new Map<string, [cases: number, suite: number, chrono: number]>()
  for (const name of ['english-number', 'english-unit', 'english-datetime']) {
    const path = new URL(`recognizers-text/${name}.jsonl`, shared)
    if (!existsSync(path)) continue
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const { file, input, reference, results } = JSON.parse(line)
      const model = /([A-Za-z]+Model)\.json$/.exec(file)?.[1] ?? ''
      if (!(model in ask)) continue
      const gold = JSON.stringify(results.map((result: { Text: string }) => result.Text.toLowerCase()))
      const at = new Date(reference ?? '2016-11-07T00:00:00')
      const row = counts.get(model) ?? [0, 0, 0]
      const by = (found: readonly Found[]): number =>
        JSON.stringify(found.map((item) => item.text.toLowerCase())) === gold ? 1 : 0
      const mine = ask[model]
      const theirs = mine ? by(mine(input, at)) : 0
      const chronos = model === 'DateTimeModel' ? by(chrono.parse(input, at)) : 0
      counts.set(model, [row[0] + 1, row[1] + theirs, row[2] + chronos])
    }
  }
  console.log('cases whose texts are found exactly      cases   recognizers   chrono-node')
  for (const [model, [cases, theirs, chronos]] of counts)
    console.log(
      `  ${model.padEnd(36)}${String(cases).padStart(8)}${peer ? `${((100 * theirs) / cases).toFixed(1)}%`.padStart(14) : '–'.padStart(14)}${
        model === 'DateTimeModel' ? `${((100 * chronos) / cases).toFixed(1)}%`.padStart(14) : ''
      }`,
    )
}

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
    await loadResources(),
  )
} else console.log('bulk.jsonl.gz is not there: no speed measured')
accuracy(peer)
