import { readFileSync } from 'node:fs'
import {
  createEntityTagger,
  createTokenParser,
  type EntityTagger,
  type NamedKind,
  type ParseTokens,
} from '../../src/read/syntax/index.ts'
import type { Task } from './task.ts'

const LABELS: Readonly<Record<NamedKind, string>> = { person: 'PER', organisation: 'ORG', place: 'LOC' }

interface Line {
  readonly id: unknown
  readonly tokens: readonly string[]
}

/** JSONL `{id, tokens}` → `{id, tags}` in IOB2. Lines whose ids differ only in a last number ("a-0001", "a-0002") are one document. */
export const entities: Task = (input) => {
  const weights = (name: string): Uint8Array => readFileSync(new URL(`../../src/read/models/${name}`, import.meta.url))
  const parse = createTokenParser(weights('syntax.bin'))
  const tag = createEntityTagger(weights('entities.bin'))
  const out: string[] = []
  let document: Line[] = []
  const flush = (): void => {
    const tags = tagDocument(document, parse, tag)
    document.forEach(({ id }, i) => {
      out.push(JSON.stringify({ id, tags: tags[i] }))
    })
    document = []
  }
  input.split('\n').forEach((line, i) => {
    if (line.trim() === '') return
    const read = readLine(line, i + 1)
    if (document.length > 0 && documentOf(read.id) !== documentOf(document[0]!.id)) flush()
    document.push(read)
  })
  flush()
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}

function readLine(line: string, number: number): Line {
  let id: unknown = null
  try {
    const read = JSON.parse(line) as { id?: unknown; tokens?: unknown }
    id = read.id ?? null
    if (!Array.isArray(read.tokens)) throw new Error('no list of tokens')
    return { id, tokens: read.tokens.map(String) }
  } catch (error) {
    process.stderr.write(`line ${number}: ${(error as Error).message}; answered empty\n`)
    return { id, tokens: [] }
  }
}

function documentOf(id: unknown): string | symbol {
  return typeof id === 'string' && /-\d+$/.test(id) ? id.replace(/-\d+$/, '') : Symbol('a document of one line')
}

/** IOB2 tags of each line; lines are sentences. */
function tagDocument(lines: readonly Line[], parse: ParseTokens, tag: EntityTagger): string[][] {
  let text = ''
  const tokens: { start: number; end: number; upos: string }[] = []
  const sentences: { firstToken: number; endToken: number }[] = []
  for (const line of lines) {
    const firstToken = tokens.length
    const parsed = parse(line.tokens)
    line.tokens.forEach((word, i) => {
      tokens.push({ start: text.length, end: text.length + word.length, upos: parsed[i]!.upos })
      text += `${word} `
    })
    sentences.push({ firstToken, endToken: tokens.length })
  }
  const tags: string[] = new Array(tokens.length).fill('O')
  for (const { kind, firstToken, endToken } of tag(text, tokens, sentences))
    for (let i = firstToken; i < endToken; i++) tags[i] = `${i === firstToken ? 'B' : 'I'}-${LABELS[kind]}`
  return sentences.map(({ firstToken, endToken }) => tags.slice(firstToken, endToken))
}
