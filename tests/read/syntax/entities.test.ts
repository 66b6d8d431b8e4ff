import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entities } from '../../../bench/predict/entities.ts'
import { bestPath, mayFollow, NAME_TAGS } from '../../../src/read/syntax/entities.ts'
import { createEntityTagger, createSyntax } from '../../../src/read/syntax/index.ts'
import { readNames } from '../../../train/entities.ts'

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../../src/read/models/${name}`, import.meta.url))
const syntax = createSyntax(bytes('syntax.bin'))
const tag = createEntityTagger(bytes('entities.bin'))

function named(text: string): string[] {
  const { tokens, sentences } = syntax(text)
  return tag(text, tokens, sentences).map(
    ({ kind, firstToken, endToken }) => `${kind} ${text.slice(tokens[firstToken]!.start, tokens[endToken - 1]!.end)}`,
  )
}

describe('names', () => {
  test('of persons, organisations and places', () => {
    expect(named('Maria Gonzalez flew from Peru to Germany on Monday.')).toEqual([
      'person Maria Gonzalez',
      'place Peru',
      'place Germany',
    ])
  })
  test('none where there is none', () => {
    expect(named('The strike went on for three weeks, and nobody was paid.')).toEqual([])
  })
  test('in text order, inside the text, never overlapping, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { tokens, sentences } = syntax(text)
        let at = 0
        for (const { firstToken, endToken } of tag(text, tokens, sentences)) {
          expect(firstToken).toBeGreaterThanOrEqual(at)
          expect(endToken).toBeGreaterThan(firstToken)
          expect(endToken).toBeLessThanOrEqual(tokens.length)
          at = endToken
        }
      }),
      { numRuns: 100 },
    )
  })
  test('the same whether the words are laid out anew or as the parser did', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Anna', 'May', 'of', 'the', 'IBM', 'Paris', '.', 'said', 'x9', 'd’Or')), (words) => {
        const text = words.join(' ')
        const { tokens, sentences, forms } = syntax(text)
        expect(tag(text, tokens, sentences, forms)).toEqual(tag(text, tokens, sentences))
      }),
    )
  })
  test('what was read before changes nothing', () => {
    const text = 'Jordan signed the treaty.'
    const alone = named(text)
    named('Michael Jordan met Jordan Smith in Chicago.')
    expect(named(text)).toEqual(alone)
  })
  test('of a word that says little where it stands, by what it is elsewhere in the text', () => {
    const report = 'Tarvin told the inquiry nothing. Mr Tarvin and his wife, Helen Tarvin, left by a side door.'
    expect(named(report).filter((name) => name.endsWith('Tarvin'))).toEqual([
      'person Tarvin',
      'person Tarvin',
      'person Helen Tarvin',
    ])
  })
  test('the path is the best of all paths that may be', () => {
    const classes = NAME_TAGS.length
    const score = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(
        fc.array(fc.array(score, { minLength: classes, maxLength: classes }), { minLength: 1, maxLength: 3 }),
        fc.array(score, { minLength: classes ** 2, maxLength: classes ** 2 }),
        (words, moves) => {
          const tags = new Uint8Array(words.length)
          bestPath(words.flat(), moves, 0, words.length, tags)
          const sum = (path: readonly number[]): number =>
            path.reduce((total, c, i) => total + words[i]![c]! + (i > 0 ? moves[path[i - 1]! * classes + c]! : 0), 0)
          const allowed = (path: readonly number[]): boolean => path.every((c, i) => mayFollow(i > 0 ? path[i - 1]! : 0, c))
          let paths: number[][] = [[]]
          for (const _ of words) paths = paths.flatMap((path) => NAME_TAGS.map((__, c) => [...path, c]))
          expect(allowed([...tags])).toBe(true)
          expect(sum([...tags])).toBe(Math.max(...paths.filter(allowed).map(sum)))
        },
      ),
      { numRuns: 100 },
    )
  })
  test('other bytes are refused', () => {
    expect(() => createEntityTagger(new Uint8Array(20))).toThrow(/weights/)
    expect(() => createEntityTagger(bytes('syntax.bin'))).toThrow(/syntax weights/)
  })
})

describe('predict entities', () => {
  test('a tag a token, lines kept in order, broken lines answered empty', async () => {
    const input = [
      '{"id":"a-1","tokens":["Anna","Schmidt","left","Berlin","."]}',
      'no JSON',
      '{"id":"b","tokens":[]}',
      '{"id":3}',
    ].join('\n')
    expect(
      ((await entities(input, null)) as string)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 'a-1', tags: ['B-PER', 'I-PER', 'O', 'B-LOC', 'O'] },
      { id: null, tags: [] },
      { id: 'b', tags: [] },
      { id: 3, tags: [] },
    ])
  })
})

test('IOB2 files are read by document, their fourth kind in both spellings', () => {
  expect(readNames('# sent_id = d-0001\n1\tOslo\tB-LOC\t-\t-\n2\tFrench\tB-O\t-\t-\n\n')).toEqual([
    { document: 'd', forms: ['Oslo', 'French'], tags: ['B-LOC', 'B-OTH'] },
  ])
})
