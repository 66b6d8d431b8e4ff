import { copiesOf } from '../../src/analyse/copies/reports.ts'
import { happeningsOf } from '../../src/analyse/stories/happenings.ts'
import { storiesOf } from '../../src/analyse/stories/stories.ts'
import { viewsOf } from '../../src/analyse/view.ts'
import { NO_METADATA, type Reading, type ReadReport } from '../../src/model/index.ts'
import type { Task } from './task.ts'

/** The documents of a JSONL file; a line that can't be read is said on standard error and left out. */
function documents<T extends { readonly id: string }>(input: string): readonly T[] {
  return input.split('\n').flatMap((line, i): T[] => {
    if (line.trim() === '') return []
    try {
      const document = JSON.parse(line) as T
      if (typeof document.id !== 'string') throw new Error('no id')
      return [document]
    } catch (error) {
      process.stderr.write(`line ${i + 1}: ${(error as Error).message}; left out\n`)
      return []
    }
  })
}

const table = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join('\t')}\n`).join('')

const UNREAD: Reading = {
  reader: { name: 'none', version: '0' },
  language: null,
  notes: [],
  sentences: [],
  tokens: [],
  entities: [],
  figures: [],
  times: [],
  places: [],
  evidence: [],
  claims: [],
}

/** JSONL `{id, text}` → `id ⇥ cluster`: a copy stands with the text it was taken from. */
export const copies: Task = (input) => {
  const all = documents<{ id: string; text?: string }>(input)
  const reports = all.map(
    (document): ReadReport => ({
      report: document.id,
      version: document.id,
      address: document.id,
      capturedAt: '',
      sha256: '',
      text: document.text ?? '',
      metadata: NO_METADATA,
      reading: UNREAD,
    }),
  )
  const of = new Map(copiesOf(viewsOf({ reports, edits: [] })).map((copy) => [copy.version, copy.of]))
  const rootOf = (id: string): string => {
    const seen = new Set([id])
    let root = id
    for (let next = of.get(root); next !== undefined && !seen.has(next); next = of.get(root)) {
      seen.add(next)
      root = next
    }
    return root
  }
  return table(all.map(({ id }) => [id, rootOf(id)]))
}

/** JSONL of headlines `{id, title}` or texts `{id, sentences}`, `{id, text}` → `id ⇥ story`. */
export const stories: Task = (input) => {
  const all = documents<{ id: string; title?: string; text?: string; sentences?: readonly string[] }>(input)
  const groups = storiesOf(all.map((document) => document.sentences?.join(' ') ?? document.text ?? document.title ?? ''))
  return table(all.map(({ id }, i) => [id, String(groups[i])]))
}

/** JSONL of mentions `{id, doc, text, sentence}` → `id ⇥ happening`; documents are grouped into stories first, by their sentences. */
export const events: Task = (input) => {
  const all = documents<{ id: string; doc: string; text: string; sentence: string }>(input)
  const sentences = new Map<string, Set<string>>()
  for (const { doc, sentence } of all) sentences.set(doc, (sentences.get(doc) ?? new Set()).add(sentence))
  const groups = storiesOf([...sentences.values()].map((set) => [...set].join(' ')))
  const story = new Map([...sentences.keys()].map((doc, i) => [doc, groups[i] ?? i]))
  const found = happeningsOf(
    all.map((mention) => ({ story: story.get(mention.doc) ?? -1, words: mention.text, sentence: mention.sentence })),
  )
  return table(all.map(({ id }, i) => [id, String(found[i])]))
}
