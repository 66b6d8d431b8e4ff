import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSyntax, createTokenParser } from '../../../src/read/syntax/index.ts'

const path = new URL('../../../src/read/models/syntax.bin', import.meta.url)
const weights = existsSync(path) ? readFileSync(path) : new Uint8Array()

/** A parse as a person reads it: "word/UPOS/lemma relation→head". */
function parsed(text: string): string[] {
  const { tokens } = createSyntax(weights)(text)
  const form = (i: number): string => text.slice(tokens[i]!.start, tokens[i]!.end)
  return tokens.map(
    (token, i) => `${form(i)}/${token.upos}/${token.lemma} ${token.deprel}${token.head === -1 ? '' : `→${form(token.head!)}`}`,
  )
}

describe('parses that news rests on', () => {
  test('who said what', () => {
    expect(parsed('The minister said that the bridge had collapsed.')).toEqual([
      'The/DET/the det→minister',
      'minister/NOUN/minister nsubj→said',
      'said/VERB/say root',
      'that/SCONJ/that mark→collapsed',
      'the/DET/the det→bridge',
      'bridge/NOUN/bridge nsubj→collapsed',
      'had/AUX/have aux→collapsed',
      'collapsed/VERB/collapse ccomp→said',
      './PUNCT/. punct→said',
    ])
  })
  test('passives and agents', () => {
    expect(parsed('Two villages were flooded by the river.')).toEqual([
      'Two/NUM/two nummod→villages',
      'villages/NOUN/village nsubj:pass→flooded',
      'were/AUX/be aux:pass→flooded',
      'flooded/VERB/flood root',
      'by/ADP/by case→river',
      'the/DET/the det→river',
      'river/NOUN/river obl:agent→flooded',
      './PUNCT/. punct→flooded',
    ])
  })
  test('possessors and clitics', () => {
    expect(parsed("The union's members haven't voted.")).toEqual([
      'The/DET/the det→union',
      'union/NOUN/union nmod:poss→members',
      "'s/PART/'s case→union",
      'members/NOUN/member nsubj→voted',
      'have/AUX/have aux→voted',
      "n't/PART/not advmod→voted",
      'voted/VERB/vote root',
      './PUNCT/. punct→voted',
    ])
  })
})

test('curly marks are read as straight ones', () => {
  const strip = (text: string): string[] => {
    const { tokens } = createSyntax(weights)(text)
    return tokens.map(({ upos, head, deprel }) => `${upos} ${head} ${deprel}`)
  }
  expect(strip('“We don’t know,” the mayor’s office said.')).toEqual(strip('"We don\'t know," the mayor\'s office said.'))
})

test('any text comes back as trees: one root a sentence, heads inside it, no circles, spans in order', () => {
  const syntax = createSyntax(weights)
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.lorem({ maxCount: 30, mode: 'words' }),
    fc
      .array(
        fc.constantFrom(
          'The',
          'police',
          'said',
          'that',
          ',',
          '“',
          '”',
          '.',
          '(',
          ')',
          'of',
          'and',
          'who',
          '1,200',
          'killed',
          '\n\n',
        ),
        { maxLength: 80 },
      )
      .map((a) => a.join(' ')),
  )
  fc.assert(
    fc.property(text, (drawn) => {
      const { tokens, sentences } = syntax(drawn)
      let at = 0
      for (const { firstToken, endToken, start, end } of sentences) {
        expect(firstToken).toBe(at)
        expect(start).toBe(tokens[firstToken]!.start)
        expect(end).toBe(tokens[endToken - 1]!.end)
        let roots = 0
        for (let i = firstToken; i < endToken; i++) {
          let node = i
          for (let steps = 0; node !== -1; steps++) {
            expect(steps).toBeLessThanOrEqual(endToken - firstToken)
            node = tokens[node]!.head!
            if (node !== -1) expect(node >= firstToken && node < endToken).toBe(true)
          }
          if (tokens[i]!.head === -1) roots++
          expect(tokens[i]!.deprel === 'root').toBe(tokens[i]!.head === -1)
          expect(tokens[i]!.lemma).not.toBe('')
        }
        expect(roots).toBe(1)
        at = endToken
      }
      expect(at).toBe(tokens.length)
    }),
    { numRuns: 400 },
  )
})

test('the same text gives the same parse, also after other texts', () => {
  const syntax = createSyntax(weights)
  const text = 'Rebels seized the airport, two officials said on Monday.'
  const once = syntax(text)
  syntax('Something quite different. And long. '.repeat(200))
  expect(syntax(text)).toEqual(once)
})

test('tokens given are parsed as given', () => {
  const words = createTokenParser(weights)(['Voters', 'in', 'the', 'capital', 'queued', '.'])
  expect(words.map(({ head }) => head)).toEqual([4, 3, 3, 0, -1, 4])
  expect(createTokenParser(weights)([])).toEqual([])
})

test.each([
  ['nothing', new Uint8Array()],
  ['another file', new TextEncoder().encode('PK this is some other file altogether')],
  ['a file cut short', weights.subarray(0, 5000)],
])('weights that are none are refused by name: %s', (_, bytes) => {
  expect(() => createSyntax(bytes)).toThrow(/the syntax weights cannot be used.*npm run train/)
})
