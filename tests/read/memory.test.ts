import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'

const folder = new URL('../golden/attribution/', import.meta.url)
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
const asReport = (text: string) => ({ text, title: null, outlet: null, published: '2025-06-13', language: 'en' })

/** A reader that remembers would give other claims to other batches, and to other numbers of workers. */
it('keeps nothing of one text for the next', async () => {
  const resources = await loadResources()
  const used = createReader(resources)
  const forwards = texts.map((text) => used(asReport(text)))
  const backwards = texts.toReversed().map((text) => used(asReport(text)))
  expect(backwards.toReversed()).toEqual(forwards)
  for (const i of [0, 7, texts.length - 1]) expect(createReader(resources)(asReport(texts[i]!))).toEqual(forwards[i])
})
