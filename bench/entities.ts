import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readGzip } from '../train/conllu.ts'
import { readNames } from '../train/entities.ts'
import { entities } from './predict/entities.ts'

/** node bench/entities.ts [DATA]: span F1 of the entity tagger on UNER-EWT dev, by the task that `predict` answers. */
const data = process.argv[2] ?? process.env.SITREP_DATA ?? join(import.meta.dirname, '..', '..', 'shared', 'data')
const path = join(data, 'ner', 'uner-ewt-dev.iob2.gz')

function spans(tags: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i < tags.length; ) {
    const kind = tags[i]!.slice(2)
    let end = i + 1
    if (tags[i]!.startsWith('B-')) {
      while (tags[end] === `I-${kind}`) end++
      if (kind !== 'OTH') found.add(`${kind} ${i} ${end}`)
    }
    i = end
  }
  return found
}

if (!existsSync(path)) {
  process.stderr.write(`no entity annotation at ${path}: name the data folder as argument or in SITREP_DATA\n`)
  process.exitCode = 2
} else {
  const gold = readNames(readGzip(path))
  const input = gold.map(({ document, forms }, i) => JSON.stringify({ id: `${document}-${i}`, tokens: forms })).join('\n')
  const answers = ((await entities(input, null)) as string).trim().split('\n')
  const counts = new Map<string, [hits: number, found: number, right: number]>()
  const count = (kind: string, place: 0 | 1 | 2): void => {
    for (const key of [kind, 'all']) {
      const row = counts.get(key) ?? [0, 0, 0]
      row[place]++
      counts.set(key, row)
    }
  }
  gold.forEach(({ tags }, i) => {
    const right = spans(tags)
    const found = spans((JSON.parse(answers[i]!) as { tags: string[] }).tags)
    for (const span of right) count(span.split(' ')[0]!, 2)
    for (const span of found) {
      count(span.split(' ')[0]!, 1)
      if (right.has(span)) count(span.split(' ')[0]!, 0)
    }
  })
  for (const [kind, [hits, found, right]] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)
    process.stdout.write(
      `${kind}: precision ${percent(hits, found)}  recall ${percent(hits, right)}  F1 ${percent(2 * hits, found + right)}  (${right})\n`,
    )
  }
}
