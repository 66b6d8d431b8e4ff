import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifySpans } from '../../src/model/index.ts'
import { findFigures } from '../../src/read/figures/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'
import { findPlaces, openGazetteer } from '../../src/read/places/index.ts'
import { findTimes } from '../../src/read/times/index.ts'

const gazetteer = openGazetteer(readFileSync(new URL('../../src/read/models/gazetteer.bin', import.meta.url)))
const SIZE = 200_000

/** Rows that make a grammar that looks too far ahead take days; here each must come back, whatever it finds. */
test.each([
  '7',
  '1,',
  '1 ',
  '1,234,',
  '1.1.',
  'the end of ',
  'first week of ',
  'two and ',
  '1-',
  'May ',
  'since ',
  'a ',
  '1/1/',
  "a'",
  'between 1 and 2 ',
  'Paris ',
  'Paris, ',
  'North ',
  'Vlad',
  '$',
  'half a ',
  'twenty ',
])('a long row of %j', (piece) => {
  const text = piece.repeat(SIZE / piece.length)
  const cells = [
    ...findFigures(text, [], []),
    ...findTimes(text, [], [], '2024-10-18'),
    ...findPlaces(text, [], [], gazetteer),
  ].map(({ cell }) => cell)
  expect(cells.every((cell) => text.slice(cell.start, cell.end) === cell.text)).toBe(true)
})

test('words that are names of JavaScript are words like others', async () => {
  const read = createReader(await loadResources())
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']
  const text = names.map((name) => `The ${name} ${name} said on Monday that 12 ${name} were ${name}. ${name} it.`).join('\n\n')
  const reading = read({ text, title: null, outlet: null, published: '2025-03-04', language: 'en' })
  expect(verifySpans(text, reading)).toEqual([])
  expect(reading.tokens.every(({ lemma, upos }) => typeof lemma === 'string' && typeof upos === 'string')).toBe(true)
  expect(reading.claims.length).toBeGreaterThanOrEqual(names.length)
})
