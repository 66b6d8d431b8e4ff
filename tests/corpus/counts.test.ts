import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { counts } from '../../train/corpus/counts.ts'
import { parseStandoff } from '../../train/corpus/standoff.ts'

describe('counts of the attribution corpus', () => {
  const documents = parseStandoff(readFileSync('data/attribution/corpus.jsonl', 'utf8'))
  const topics = JSON.parse(readFileSync('data/attribution/topics.json', 'utf8')) as Record<string, string>

  it('stand in docs/annotation.md as `node train/corpus.ts counts data/attribution/corpus.jsonl` prints them', () => {
    expect(readFileSync('docs/annotation.md', 'utf8')).toContain(counts(documents, topics))
  })

  it('name a topic for every document and for no other', () => {
    expect(Object.keys(topics).sort()).toEqual(documents.map((d) => d.id).sort())
  })
})
