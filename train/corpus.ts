import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compile } from './corpus/compile.ts'
import { counts } from './corpus/counts.ts'
import { numbered } from './corpus/numbering.ts'
import { parseStandoff } from './corpus/standoff.ts'
import { readOpenTexts } from './corpus/texts.ts'

const USAGE = `node train/corpus.ts show DATA ID…             the texts with numbered words, to annotate by
node train/corpus.ts compile DATA DRAFTS OUT   the drafts (ID.txt in a folder) as standoff JSONL
node train/corpus.ts counts CORPUS             the tables of docs/annotation.md; topics.json lies beside CORPUS`

const [command, data = '', ...rest] = process.argv.slice(2)
if (command === 'show') {
  const texts = readOpenTexts(data)
  for (const id of rest) {
    const open = texts.get(id)
    process.stdout.write(
      open
        ? `== ${id} (${open.licence})\n${numbered(open.text)}\n\n`
        : `== ${id}: no openly licensed text of that id below ${data}\n`,
    )
  }
} else if (command === 'compile') {
  const [drafts = '', out = ''] = rest
  const texts = readOpenTexts(data)
  const documents = []
  for (const file of readdirSync(drafts).sort()) {
    const id = file.replace(/\.txt$/, '')
    const open = texts.get(id)
    try {
      if (!open) throw new Error(`${id}: no openly licensed text of that id below ${data}`)
      documents.push(compile(readFileSync(join(drafts, file), 'utf8'), open))
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`)
      process.exitCode = 1
    }
  }
  if (process.exitCode !== 1) writeFileSync(out, documents.map((d) => `${JSON.stringify(d)}\n`).join(''))
  const count = documents.reduce((sum, d) => sum + d.attributions.length, 0)
  process.stderr.write(`${documents.length} documents, ${count} attributions\n`)
} else if (command === 'counts') {
  const topics = JSON.parse(readFileSync(join(dirname(data), 'topics.json'), 'utf8')) as Record<string, string>
  process.stdout.write(`${counts(parseStandoff(readFileSync(data, 'utf8')), topics)}\n`)
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}
