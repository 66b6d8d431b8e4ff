import { readFileSync } from 'node:fs'
import { agreement, COMPARED_ROLES } from '../train/corpus/agreement.ts'
import { parseStandoff } from '../train/corpus/standoff.ts'
import { readOpenTexts } from '../train/corpus/texts.ts'

/** Prints how far the two passes over the attribution corpus agree, as the table of docs/annotation.md. */
const [data = '../shared/data', first = 'data/attribution/first-pass.jsonl', second = 'data/attribution/second-pass.jsonl'] =
  process.argv.slice(2)
const texts = new Map([...readOpenTexts(data)].map(([id, open]) => [id, open.text]))
if (texts.size === 0) {
  process.stderr.write(
    `agreement: no texts below ${data}; give the folder that holds geo/ and gum-attribution/ as the first argument\n`,
  )
  process.exit(2)
}
const found = agreement(parseStandoff(readFileSync(first, 'utf8')), parseStandoff(readFileSync(second, 'utf8')), texts)
const percent = (share: number): string => (100 * share).toFixed(1)
const rows = [
  ['measure', 'value'],
  ['---', '---'],
  ['documents; attributions of the first and second pass', `${found.documents}; ${found.attributions.join(' and ')}`],
  ['attributions found in both, F1', percent(found.matchedF1)],
  ...COMPARED_ROLES.map((role) => [
    `${role}, F1 exact / words`,
    `${percent(found.roles[role].exact)} / ${percent(found.roles[role].words)}`,
  ]),
  ...Object.entries(found.kappa).map(([label, value]) => [`${label}, kappa over ${found.matched} matched`, value.toFixed(2)]),
  ['same modality, of the matched; nesting, F1', `${percent(found.sameModality)}; ${percent(found.nestedF1)}`],
  ['nesting, F1 over matched attributions', percent(found.nestedOfMatchedF1)],
  ['figures found in both, F1; role, kappa', `${percent(found.figures.f1)}; ${found.figures.kappa.toFixed(2)}`],
]
process.stdout.write(`${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)
