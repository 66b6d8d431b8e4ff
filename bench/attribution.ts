import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Draft, findAttributions } from '../src/read/attribution/index.ts'
import type { AttributionModel } from '../src/read/attribution/learned/model.ts'
import { layOpen, type Page } from '../src/read/grammar/page.ts'
import { createSyntax } from '../src/read/syntax/index.ts'
import type { Taught } from '../train/attribution/lessons.ts'
import { learnAttribution, readOwnCorpus } from '../train/attribution/train.ts'
import { readGzip } from '../train/conllu.ts'
import { agreement } from '../train/corpus/agreement.ts'
import { type AnnotatedAttribution, type AnnotatedDocument, covers, parseStandoff, type Range } from '../train/corpus/standoff.ts'

/**
 * The attribution tagger and linker as a method: cross-validated on our own corpus, on news it never saw (PolNeAR, and GUM with its
 * documents left out of training), and the same architecture trained on PolNeAR's own training documents, for comparison only.
 *
 *   node bench/attribution.ts [DATA] [--quick]
 */
const data = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? '../shared/data'
const scorer = join(data, '..', 'score', 'attribution.mjs')
if (!existsSync(join(data, 'polnear'))) {
  process.stderr.write(`attribution: no corpora below ${data}; give the folder that holds polnear/ as the first argument\n`)
  process.exit(2)
}
const FOLDS = 5
const seed = 7
const threshold = Number(process.argv.find((each) => each.startsWith('--threshold='))?.slice(12) ?? 0.6)
const inner = Number(process.argv.find((each) => each.startsWith('--inner='))?.slice(8) ?? 0.4)
const started = performance.now()
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}\n`)
}
const syntax = createSyntax(readFileSync('src/read/models/syntax.bin'))
const pages = new Map<string, Page>()
const pageOf = ({ id, text }: Taught): Page => {
  const known = pages.get(id)
  if (known) return known
  const { tokens, sentences } = syntax(text)
  const page = layOpen(text, tokens, sentences)
  pages.set(id, page)
  return page
}
const own = readOwnCorpus(data, 'data/attribution/corpus.jsonl')
const seen = own.filter(({ split }) => split !== 'test')
const learn = (documents: readonly Taught[]): AttributionModel =>
  learnAttribution(syntax, documents, { seed, threshold, inner, say: () => {} })

const folds = Array.from({ length: FOLDS }, (_, k) => learn(seen.filter((_, i) => i % FOLDS !== k)))
say('cross-validated')
const gold = parseStandoff(readFileSync('data/attribution/corpus.jsonl', 'utf8')).filter(({ id }) =>
  seen.some((d) => d.id === id),
)
const texts = new Map(own.map(({ id, text }) => [id, text]))
const answers = gold.map((document) => answer(document, folds[seen.findIndex(({ id }) => id === document.id) % FOLDS]!))
const found = agreement(gold, answers, texts)
const [wanted, given] = found.attributions
const percent = (share: number): string => (100 * share).toFixed(1)
const triple = ({ p, r, f1 }: { p: number; r: number; f1: number }): string => [p, r, f1].map(percent).join(' / ')
const rows = [
  ['corpus', 'measure', 'score'],
  ['---', '---', '---'],
  [
    `our own, ${FOLDS}-fold over train and dev`,
    'attributions P / R / F1',
    triple({ p: found.matched / given, r: found.matched / wanted, f1: found.matchedF1 }),
  ],
  ['', 'nesting F1', percent(found.nestedF1)],
]
const lines = (path: string): (Taught & { genre?: string })[] =>
  readGzip(join(data, path))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Taught & { genre?: string })
const gum = lines('gum-attribution/shared.jsonl').filter(({ genre }) => genre === 'news')
const polnear = lines('polnear/dev.jsonl')
const shipped = learn(seen)
const withoutGum = learn(seen.filter(({ id }) => !gum.some((d) => d.id === id)))
for (const [name, documents, model, strict] of [
  ['GUM news, its documents left out of training', gum, withoutGum, false],
  ['PolNeAR dev, trained as shipped', polnear, shipped, true],
] as const)
  rows.push([name, 'linked P / R / F1', triple(score(documents, model, strict).attribution)])
say('scored')
if (!process.argv.includes('--quick')) {
  const model = learn(lines('polnear/train.jsonl.gz'))
  say('trained on PolNeAR')
  const { attribution, spans, tags } = score(polnear, model, true)
  rows.push(['PolNeAR dev, trained on PolNeAR train (method comparison, not shipped)', 'linked P / R / F1', triple(attribution)])
  for (const role of ['all', 'source', 'cue', 'content'] as const)
    rows.push(['', `unlinked ${role}, F1 exact / tokens`, `${percent(spans[role].f1)} / ${percent(tags[role].f1)}`])
}
process.stdout.write(`${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)

type Score = { p: number; r: number; f1: number }
type Roles = Record<'all' | 'source' | 'cue' | 'content', Score>

function score(
  documents: readonly Taught[],
  model: AttributionModel,
  strict: boolean,
): { attribution: Score; spans: Roles; tags: Roles } {
  const folder = mkdtempSync(join(tmpdir(), 'attribution-'))
  const [goldFile, ours] = [join(folder, 'gold.jsonl'), join(folder, 'ours.jsonl')]
  const write = (path: string, list: readonly object[]): void =>
    writeFileSync(path, list.map((each) => `${JSON.stringify(each)}\n`).join(''))
  write(
    goldFile,
    documents.map(({ id, text, attributions }) => ({ id, text, attributions })),
  )
  write(
    ours,
    documents.map((document) => ({
      id: document.id,
      attributions: attributions(document, model)
        .filter(({ parent }) => parent === null)
        .map(({ source, cue, content }) => ({ source, cue, content })),
    })),
  )
  const out = execFileSync(process.execPath, [scorer, goldFile, ours, '--json', ...(strict ? ['--strict'] : [])], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return JSON.parse(out) as ReturnType<typeof score>
}

function answer(document: AnnotatedDocument, model: AttributionModel): AnnotatedDocument {
  return { ...document, attributions: attributions({ ...document, text: texts.get(document.id)! }, model) }
}

/** What the model finds, quotations without a cue aside: the corpora have none. Each nested in the smallest content that holds it. */
function attributions(document: Taught, model: AttributionModel): AnnotatedAttribution[] {
  const page = pageOf(document)
  const spans = (list: Draft['content']): Range[] =>
    list.map(({ first, end }) => [page.tokens[first]!.start, page.tokens[end - 1]!.end])
  const flat = findAttributions(page, model)
    .filter(({ cue }) => cue.length > 0)
    .map(({ source, cue, content }, i) => ({ id: `a${i}`, source: spans(source), cue: spans(cue), content: spans(content) }))
  const size = (list: readonly Range[]): number => list.reduce((sum, [start, end]) => sum + end - start, 0)
  return flat.map((item) => {
    const holders = flat.filter((other) => other !== item && covers(other.content, item.cue))
    const parent = holders.sort((a, b) => size(a.content) - size(b.content))[0]?.id ?? null
    return {
      ...item,
      parent,
      relay: null,
      evidence: [],
      quotation: 'none',
      modality: 'asserted',
      modalityCue: [],
      polarity: 'affirmed',
    }
  })
}
