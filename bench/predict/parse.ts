import { readFileSync } from 'node:fs'
import { createTokenParser } from '../../src/read/syntax/index.ts'
import type { Task } from './task.ts'

/** CoNLL-U in, CoNLL-U out: words are kept as given; lemma, tags, head and relation are ours. Comments and other lines stand as they were. */
export const parse: Task = (input) => {
  const parseTokens = createTokenParser(readFileSync(new URL('../../src/read/models/syntax.bin', import.meta.url)))
  const out: string[] = []
  let rows: string[][] = []
  let lines: (string | number)[] = []
  const flush = (): void => {
    const words = parseTokens(rows.map((row) => row[1] ?? '_'))
    for (const line of lines) {
      if (typeof line === 'string') {
        out.push(line)
        continue
      }
      const word = words[line]!
      out.push([line + 1, rows[line]![1], word.lemma, word.upos, word.xpos, '_', word.head + 1, word.deprel, '_', '_'].join('\t'))
    }
    rows = []
    lines = []
  }
  for (const line of input.split('\n')) {
    if (line.trim() === '') {
      flush()
      out.push('')
    } else if (/^\d+\t/.test(line)) {
      lines.push(rows.length)
      rows.push(line.split('\t'))
    } else lines.push(line)
  }
  flush()
  return `${out.join('\n').trimEnd()}\n\n`
}
