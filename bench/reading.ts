import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createReader } from '../src/read/index.ts'
import { loadResources } from '../src/read/models/load.ts'

const BULK = new URL('../../shared/data/bulk.jsonl.gz', import.meta.url)
const EXAMPLES = new URL('../examples/', import.meta.url)
const ROUNDS = 2

/** Texts to read: the bulk corpus where it is, else the shipped examples, repeated to a useful length. */
function texts(limit: number): { readonly name: string; readonly all: string[] } {
  if (existsSync(BULK)) {
    const lines = gunzipSync(readFileSync(BULK))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
    return {
      name: `bulk.jsonl.gz (first ${Math.min(limit, lines.length)})`,
      all: lines.slice(0, limit).map((line) => (JSON.parse(line) as { text: string }).text),
    }
  }
  const files = existsSync(EXAMPLES)
    ? readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|md)$/.test(file))
    : []
  const some = files.map((file) => readFileSync(new URL(file, EXAMPLES), 'utf8'))
  return { name: `examples × 20`, all: Array.from({ length: 20 }, () => some).flat() }
}

export interface ReadingSpeed {
  readonly texts: string
  readonly reports: number
  readonly tokens: number
  readonly claims: number
  /** Seconds of the best round. */
  readonly ours: number
  readonly wink: number
  readonly compromise: number
  readonly readyMs: number
  /** What loading the reader and reading all texts once added to the process, before any peer was loaded. */
  readonly megabytes: number
}

/**
 * Reads the texts against two peers that only tag, in one process, on the same texts, in turn; the best round of each counts.
 * @returns null when there is no text to read
 */
export async function readingSpeed(limit: number): Promise<ReadingSpeed | null> {
  const { name, all } = texts(limit)
  if (all.length === 0) return null
  const before = process.memoryUsage().rss
  const started = performance.now()
  const read = createReader(await loadResources())
  const readyMs = performance.now() - started
  let tokens = 0
  let claims = 0
  const round = (): void => {
    tokens = 0
    claims = 0
    for (const text of all) {
      const reading = read({ text, title: null, outlet: null, published: '2016-10-01', language: 'en' })
      tokens += reading.tokens.length
      claims += reading.claims.length
    }
  }
  round()
  const megabytes = (process.memoryUsage().rss - before) / 1e6
  const winkNLP = (await import('wink-nlp')).default
  const winkModel = (await import('wink-eng-lite-web-model')).default
  const compromise = (await import('compromise')).default
  const wink = winkNLP(winkModel, ['sbd', 'pos'])
  const took = (work: () => void): number => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  }
  const ours: number[] = []
  const winks: number[] = []
  const compromises: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    ours.push(took(round))
    winks.push(took(() => all.forEach((text) => void wink.readDoc(text).tokens().out(wink.its.pos))))
    compromises.push(took(() => all.forEach((text) => void compromise(text).termList())))
  }
  return {
    texts: name,
    reports: all.length,
    tokens,
    claims,
    ours: Math.min(...ours),
    wink: Math.min(...winks),
    compromise: Math.min(...compromises),
    readyMs,
    megabytes,
  }
}

export function readingTable(speed: ReadingSpeed): string {
  const { tokens, reports } = speed
  const row = (label: string, seconds: number): string =>
    `  ${label.padEnd(40)}${Math.round(tokens / seconds)
      .toLocaleString('en')
      .padStart(
        10,
      )} tokens/s${(reports / seconds).toFixed(1).padStart(9)} reports/s${(seconds / speed.ours).toFixed(3).padStart(9)}\n`
  return (
    `${speed.texts}: ${tokens.toLocaleString('en')} tokens, ${speed.claims.toLocaleString('en')} claims, one thread; last column: seconds against ours\n` +
    row('sitrep, raw text to claims', speed.ours) +
    row('wink-nlp, raw text to tags', speed.wink) +
    row('compromise, raw text to tags', speed.compromise) +
    `  ready after ${speed.readyMs.toFixed(0)} ms; ${Math.round(speed.megabytes)} MB more than before it was loaded\n`
  )
}

if (import.meta.main) {
  const speed = await readingSpeed(Number(process.argv[2] ?? 300))
  process.stdout.write(speed ? readingTable(speed) : 'no texts: neither ../shared/data/bulk.jsonl.gz nor examples/ is there\n')
}
