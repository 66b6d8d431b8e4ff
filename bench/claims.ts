import { readFileSync } from 'node:fs'
import type { Cell, Cells, Reading } from '../src/model/index.ts'
import { createReader } from '../src/read/index.ts'
import { loadResources } from '../src/read/models/load.ts'
import { agreement, COMPARED_ROLES } from '../train/corpus/agreement.ts'
import { type AnnotatedAttribution, type AnnotatedDocument, parseStandoff, type Range } from '../train/corpus/standoff.ts'
import { readOpenTexts } from '../train/corpus/texts.ts'

/** Scores the shipped reader on a split of our own corpus: attributions, nesting, modality, figure roles. */
const [data = '../shared/data', split = 'test'] = process.argv.slice(2)
const open = readOpenTexts(data)
if (open.size === 0) {
  process.stderr.write(
    `claims: no texts below ${data}; give the folder that holds geo/ and gum-attribution/ as the first argument\n`,
  )
  process.exit(2)
}
const gold = parseStandoff(readFileSync('data/attribution/corpus.jsonl', 'utf8')).filter((d) => d.split === split)
const read = createReader({ ...(await loadResources()), gazetteer: null })
const texts = new Map([...open].map(([id, { text }]) => [id, text]))
const answers = gold.map((d) =>
  answer(d, read({ text: texts.get(d.id) ?? '', title: null, outlet: null, published: null, language: 'en' })),
)
const found = agreement(gold, answers, texts)
const percent = (share: number): string => (100 * share).toFixed(1)
const [wanted, given] = found.attributions
const rows = [
  [`${split} split: ${found.documents} documents, ${wanted} attributions`, 'ours'],
  ['---', '---'],
  [
    'attributions, precision / recall / F1',
    `${percent(found.matched / given)} / ${percent(found.matched / wanted)} / ${percent(found.matchedF1)}`,
  ],
  ...COMPARED_ROLES.map((role) => [
    `${role}, F1 exact / words`,
    `${percent(found.roles[role].exact)} / ${percent(found.roles[role].words)}`,
  ]),
  ['modality, accuracy / kappa over the matched', `${percent(found.sameModality)} / ${found.kappa.modality.toFixed(2)}`],
  ['polarity, quotation, kappa over the matched', `${found.kappa.polarity.toFixed(2)}, ${found.kappa.quotation.toFixed(2)}`],
  ['nesting, F1 over matched attributions', percent(found.nestedOfMatchedF1)],
  ['nesting, F1 where an attribution that is missed or made up counts too', percent(found.nestedF1)],
  ['figure role, kappa over figures found', found.figures.kappa.toFixed(2)],
]
process.stdout.write(`${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)

function answer(document: AnnotatedDocument, reading: Reading): AnnotatedDocument {
  const attributions = reading.claims.flatMap((claim): AnnotatedAttribution[] => {
    const own = claim.chain.at(-1)
    if (!own) return []
    const { id, content, quotation, modality, modalityCues, polarity, parent } = claim
    const spans = {
      source: ranges(own.source),
      cue: ranges(own.cue),
      content: ranges(content),
      modalityCue: ranges(modalityCues),
    }
    return [{ id, ...spans, quotation, modality, polarity, parent, relay: null, evidence: [] }]
  })
  return { ...document, attributions, figures: reading.figures.map(({ cell, role }) => ({ span: range(cell), role })) }
}

function range(cell: Cell): Range {
  return [cell.start, cell.end]
}

function ranges(cells: Cells): Range[] {
  return cells.map(range)
}
