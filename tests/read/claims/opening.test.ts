import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createExplainer, createReader } from '../../../src/read/index.ts'

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../../src/read/models/${name}`, import.meta.url))
const reader = createReader({
  syntax: bytes('syntax.bin'),
  gazetteer: null,
  attribution: bytes('attribution.bin'),
  entities: bytes('entities.bin'),
})
const read = (text: string) => reader({ text, title: null, outlet: null, published: '2024-10-18', language: 'en' })
const sources = (text: string): string[] =>
  read(text).claims.map(({ chain }) => (chain.at(-1)?.source ?? []).map((cell) => cell.text).join(' … '))

describe('a dateline or credit is no part of who speaks', () => {
  test.each([
    ['NAIROBI, 18 October 2024 (Coast Wire) - Kenya’s port authority said two ships had sunk.', 'Kenya’s port authority'],
    ['Lima (Andes Press) — The mayor said the strike was over.', 'The mayor'],
    ['ST. LOUIS — The fire chief said nobody was hurt.', 'The fire chief'],
    ['NEW DELHI, Oct. 3 (Plains News) -- Doctors said the wards were full.', 'Doctors'],
    ['(Coast Wire) Two ships sank in the strait, the navy said.', 'the navy'],
    ['Harbour workers – who met on Monday – said they would strike.', 'Harbour workers – who met on Monday'],
    ['NATO - which met on Monday - said it was ready to help.', 'NATO - which met on Monday'],
  ])('%s', (text, source) => {
    expect(sources(text)[0]).toBe(source)
  })

  test('a lone shouted place and a colon at the top is a dateline, two labels are a talk', () => {
    const filed = read('The harvest\n\nKABUL: For three years the valley had no rain. Farmers left.\n\nThe wells are dry.')
    expect(filed.claims.filter(({ rule }) => rule === 'colon-transcript')).toEqual([])
    const talk = read('The harvest\n\nREED: The valley had no rain for years.\n\nOLSEN: The wells are dry now, all of them.')
    expect(talk.claims.filter(({ rule }) => rule === 'colon-transcript')).toHaveLength(2)
  })
})

test('two single marks written for a double one hold a quotation', () => {
  const { claims } = read('‘’The bridge will open in May,’’ the engineer said. The road stays closed.')
  expect(claims[0]).toMatchObject({ quotation: 'direct' })
  expect(claims[0]!.content[0]!.text).toContain('The bridge will open in May')
})

describe('contents end where somebody else is heard, or the same one again', () => {
  test.each([
    ['The clinic said that beds were short but also warned that nurses were leaving.', 'that beds were short'],
    ['The clinic said that beds were short, adding that nurses were leaving.', 'that beds were short'],
    ['Officials say that the well is safe though doctors still urge people to boil water.', 'that the well is safe'],
  ])('%s', (text, content) => {
    expect(read(text).claims[0]!.content.map((cell) => cell.text)).toEqual([content])
    expect(read(text).claims[1]!.parent).toBeNull()
  })
})

test('what is said to have been done is what a figure measures', () => {
  const { figures } = read('About 300 of the boats are said to have been moved to the north.')
  expect(figures[0]!.event).toMatchObject({ lemma: 'move', frame: 'done' })
})

test('two sums in two currencies are no range', () => {
  const money = read('The bridge cost between $1.5 million and 2 million euros.').figures.filter(({ kind }) => kind === 'money')
  expect(money.map(({ unit, best }) => [unit, best])).toEqual([
    ['USD', 1_500_000],
    ['EUR', 2_000_000],
  ])
})

test('what the learned model goes by adds up to the probability that a claim shows', () => {
  const text = 'The harbour master said that two ships had sunk. Voters want lower fares, the union believes.'
  const explain = createExplainer({
    syntax: bytes('syntax.bin'),
    gazetteer: null,
    attribution: bytes('attribution.bin'),
    entities: bytes('entities.bin'),
  })
  const cues = explain(text)
  for (const { probability, grounds } of cues) {
    const odds = grounds.reduce((sum, { weight }) => sum + weight, 0)
    expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(probability, 6)
  }
  const scored = read(text).claims.filter(({ score }) => score !== undefined)
  expect(scored.length).toBeGreaterThan(0)
  for (const { chain, score } of scored) {
    const own = chain.at(-1)!.cue
    const head = cues.filter(({ start, end }) => own.some((cell) => cell.start <= start && end <= cell.end))
    expect(Math.max(...head.map(({ probability }) => probability))).toBeCloseTo(score!, 2)
  }
})

describe('who asks not to be named is nobody that is known', () => {
  test.each([
    ['An official who asked not to be named said that Peru has sent sailors.', 'An official who asked not to be named'],
    ['A diplomat who declined to be identified said the talks failed.', 'A diplomat who declined to be identified'],
  ])('%s', (text, source) => {
    const [claim] = read(text).claims
    expect(claim!.chain[0]).toMatchObject({ speaker: 'anonymous' })
    expect(claim!.chain[0]!.source.map((cell) => cell.text)).toEqual([source])
  })
})
