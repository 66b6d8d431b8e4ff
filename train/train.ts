import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { trainAttribution } from './attribution/train.ts'
import { trainEntities } from './entities.ts'
import { trainSyntax } from './syntax.ts'

/** npm run train [-- DATA]: builds src/read/models/*.bin from openly licensed data; about four minutes on one core. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const data = process.argv[2] ?? process.env.SITREP_DATA ?? join(root, '..', 'shared', 'data')
const started = performance.now()
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}\n`)
}

trainSyntax({
  data,
  out: join(root, 'src/read/models/syntax.bin'),
  seed: 7,
  tagFloor: 0.3,
  moveFloor: 0.4,
  relationFloor: 0.6,
  tagEpochs: 6,
  tagMargin: 20,
  parseEpochs: 8,
  parseMargin: 12,
  say,
})

trainEntities({
  data,
  models: join(root, 'src/read/models'),
  chain: { seed: 7, rounds: 10, rate: 0.05, drop: 0.3, least: 1, warm: 3 },
  runs: 2,
  floor: 0.02,
  say,
})

trainAttribution({
  data,
  corpus: join(root, 'data/attribution/corpus.jsonl'),
  models: join(root, 'src/read/models'),
  seed: 7,
  threshold: 0.6,
  inner: 0.4,
  say,
})
