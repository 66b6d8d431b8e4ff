/**
 * How much of a page's main text is found, and how much else: token F1 against the expected text of saved pages, and how many
 * metadata fields are told right.
 *
 *   node bench/extraction.ts [--json] [--diff NAME] [FOLDER]     (default: ../shared/data/pages)
 *
 * A token is a run of letters or digits, in lower case; tokens count as often as they stand there (bags). The expected text is
 * the text of `expected.html`, block by block; the expected metadata is `expected-metadata.json`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseHTML } from 'linkedom'
import { extractHtml } from '../src/collect/formats/html.ts'
import { htmlText } from '../src/collect/html-text.ts'
import { LIMITS } from '../src/collect/options.ts'
import { publishedDate } from '../src/collect/published.ts'
import { workingText } from '../src/collect/working-text.ts'
import type { Metadata } from '../src/model/index.ts'

interface Expected {
  readonly title: string | null
  readonly byline: string | null
  readonly lang?: string | null
  readonly siteName: string | null
  readonly publishedTime: string | null
}

interface Score {
  readonly name: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly milliseconds: number
}

const FIELDS = [
  ['title', (e: Expected) => e.title, (m: Metadata) => m.title],
  ['author', (e: Expected) => e.byline, (m: Metadata) => m.author],
  ['outlet', (e: Expected) => e.siteName, (m: Metadata) => m.outlet],
  ['published', (e: Expected) => publishedDate(e.publishedTime), (m: Metadata) => m.published],
  ['language', (e: Expected) => e.lang?.split(/[-_]/)[0] ?? null, (m: Metadata) => m.language],
] as const

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, diff: { type: 'string' } },
  allowPositionals: true,
})
const folder = positionals[0] ?? '../shared/data/pages'
if (!existsSync(folder)) {
  console.error(`${folder} is not here: nothing to measure`)
  process.exit(66)
}

const scores: Score[] = []
const told = new Map(FIELDS.map(([field]) => [field, { expected: 0, right: 0, wrong: [] as string[], extra: 0 }]))
for (const name of readdirSync(folder).sort()) {
  if (!existsSync(join(folder, name, 'source.html')) || (values.diff !== undefined && values.diff !== name)) continue
  const expectedText = textOf(readFileSync(join(folder, name, 'expected.html'), 'utf8'))
  const stated = JSON.parse(readFileSync(join(folder, name, 'expected-metadata.json'), 'utf8')) as Expected
  const began = performance.now()
  const { text, metadata } = await extractHtml(readFileSync(join(folder, name, 'source.html')), {
    url: 'http://fakehost/test/page.html',
    charset: null,
    limits: LIMITS,
  })
  const found = workingText(text).text
  scores.push({ name, ...overlap(found, expectedText), milliseconds: performance.now() - began })
  for (const [field, wanted, got] of FIELDS) {
    const count = told.get(field)
    if (count === undefined) continue
    const [want, have] = [line(wanted(stated)), line(got(metadata))]
    if (want === '') count.extra += have === '' ? 0 : 1
    else {
      count.expected++
      if (want === have) count.right++
      else count.wrong.push(`${name}: ${want} ≠ ${have || '(none)'}`)
    }
  }
  if (values.diff === name) console.log(`--- expected\n${expectedText}\n\n--- found\n${found}\n`)
}

const mean = (of: (score: Score) => number): number => scores.reduce((sum, score) => sum + of(score), 0) / scores.length
const worst = scores.toSorted((a, b) => a.f1 - b.f1).slice(0, 5)
const summary = {
  pages: scores.length,
  f1: mean((s) => s.f1),
  precision: mean((s) => s.precision),
  recall: mean((s) => s.recall),
  milliseconds: mean((s) => s.milliseconds),
  worst,
  metadata: Object.fromEntries(told),
}
if (values.json) console.log(JSON.stringify(summary))
else {
  console.log(
    `${scores.length} pages, means: token F1 ${percent(summary.f1)}, precision ${percent(summary.precision)}, recall ${percent(summary.recall)}, ${summary.milliseconds.toFixed(0)} ms`,
  )
  for (const s of worst) console.log(`  ${percent(s.f1)}  p ${percent(s.precision)}  r ${percent(s.recall)}  ${s.name}`)
  for (const [field, count] of told) {
    console.log(`${field}: ${count.right} of ${count.expected} right; ${count.extra} where none is expected`)
    for (const wrong of count.wrong) console.log(`  ${wrong}`)
  }
}

function textOf(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return workingText(htmlText(document.body as unknown as Parameters<typeof htmlText>[0])).text
}

function line(value: string | null | undefined): string {
  return (value ?? '').replace(/\s+/g, ' ').trim()
}

function overlap(found: string, expected: string): { precision: number; recall: number; f1: number } {
  const bag = new Map<string, number>()
  const wanted = tokens(expected)
  for (const token of wanted) bag.set(token, (bag.get(token) ?? 0) + 1)
  const have = tokens(found)
  let common = 0
  for (const token of have) {
    const left = bag.get(token) ?? 0
    if (left > 0) {
      common++
      bag.set(token, left - 1)
    }
  }
  const precision = have.length === 0 ? 0 : common / have.length
  const recall = wanted.length === 0 ? 1 : common / wanted.length
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2)}%`
}
