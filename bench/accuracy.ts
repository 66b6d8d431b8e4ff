// `npm run accuracy`: the measurements behind docs/ACCURACY.md, where the corpora are at hand beside the project.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const shared = '../shared'
if (!existsSync(join(shared, 'data'))) {
  console.error(`The corpora are not there: ${shared}/data. Nothing was measured.`)
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'sitrep-accuracy-'))
const output = join(folder, 'predicted')

run('Main text of pages', ['bench/extraction.ts'])
scored('Attribution, PolNeAR dev', 'attribution', `${shared}/data/polnear/dev.jsonl`, 'attribution.mjs', ['--strict'])
scored('Attribution, GUM news', 'attribution', gumNews(), 'attribution.mjs', [])
run('Syntax', ['bench/parse.ts'])
run('Entities', ['bench/entities.ts'])
run('Figures and times', ['bench/figures-times.ts'])
run('Figures, times and places, misses by kind', ['bench/misses.ts'])
for (const corpus of ['lgl', 'trnews', 'geovirus', 'gwn'])
  scored(`Places, ${corpus}`, 'toponyms', `${shared}/data/geo/${corpus}.dev.jsonl`, 'geo.mjs', [])
rmSync(folder, { recursive: true, force: true })

function run(title: string, args: readonly string[]): void {
  console.log(`\n== ${title}`)
  spawnSync(process.execPath, args, { stdio: 'inherit' })
}

function scored(title: string, task: string, input: string, scorer: string, flags: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ['bench/predict.ts', task, input, output], { stdio: 'inherit' })
  if (status === 0) run(title, [`${shared}/score/${scorer}`, input, output, ...flags])
  else console.log(`\n== ${title}\nnot measured: predict failed`)
}

/** The news documents of GUM, which the floor is about. */
function gumNews(): string {
  const path = join(folder, 'gum-news.jsonl')
  const lines = readFileSync(`${shared}/data/gum-attribution/shared.jsonl`, 'utf8').split('\n').filter(Boolean)
  writeFileSync(path, `${lines.filter((line) => JSON.parse(line).genre === 'news').join('\n')}\n`)
  return path
}
