import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { createReader } from '../src/read/index.ts'
import { loadResources } from '../src/read/models/load.ts'

const BULK = new URL('../../shared/data/bulk.jsonl.gz', import.meta.url)
const EXAMPLES = new URL('../examples/', import.meta.url)
const ROUNDS = 3

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

/** Reading against wink-nlp's tokenising and tagging, same process, same texts, alternating; the best round of each counts. */
async function main(): Promise<void> {
  const limit = Number(process.argv[2] ?? 300)
  const { name, all } = texts(limit)
  if (all.length === 0) {
    process.stdout.write('no texts: neither ../shared/data/bulk.jsonl.gz nor examples/ is there\n')
    return
  }
  const before = process.memoryUsage().rss
  const started = performance.now()
  const read = createReader(await loadResources())
  const ready = performance.now() - started
  const wink = winkNLP(winkModel, ['sbd', 'pos'])
  let tokens = 0
  let claims = 0
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    tokens = 0
    claims = 0
    const a = performance.now()
    for (const text of all) {
      const reading = read({ text, title: null, outlet: null, published: '2016-10-01', language: 'en' })
      tokens += reading.tokens.length
      claims += reading.claims.length
    }
    const b = performance.now()
    for (const text of all) wink.readDoc(text).tokens().out(wink.its.pos)
    ours.push((b - a) / 1000)
    theirs.push((performance.now() - b) / 1000)
  }
  const [mine, peer] = [Math.min(...ours), Math.min(...theirs)]
  const row = (label: string, seconds: number): string =>
    `${label.padEnd(34)}${Math.round(tokens / seconds)
      .toLocaleString('en')
      .padStart(10)} tokens/s${(all.length / seconds).toFixed(1).padStart(9)} reports/s\n`
  process.stdout.write(
    `${name}: ${all.length} reports, ${tokens.toLocaleString('en')} tokens, ${claims.toLocaleString('en')} claims, one thread\n`,
  )
  process.stdout.write(row('sitrep, raw text to claims', mine))
  process.stdout.write(row('wink-nlp, raw text to tags', peer))
  process.stdout.write(
    `ratio ${(peer / mine).toFixed(3)} of the peer's speed; ready after ${ready.toFixed(0)} ms; ${Math.round((process.memoryUsage().rss - before) / 2 ** 20)} MB more than before\n`,
  )
}

await main()
