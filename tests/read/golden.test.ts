import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifySpans } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'
import { renderClaims } from './render.ts'

const folder = new URL('../golden/attribution/', import.meta.url)
const read = createReader(await loadResources())

/** Whole texts with what must come out: `NAME.txt` beside `NAME.claims`, one line a claim. */
describe('golden texts', () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -4))
  it('are there', () => expect(names.length).toBeGreaterThanOrEqual(30))
  for (const name of names) {
    it(name, () => {
      const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8').trimEnd()
      const reading = read({ text, title: null, outlet: null, published: '2025-06-13', language: 'en' })
      expect(verifySpans(text, reading)).toEqual([])
      expect(renderClaims(reading)).toBe(readFileSync(new URL(`${name}.claims`, folder), 'utf8').trimEnd())
    })
  }
})
