import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifySpans } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'

const read = createReader({ ...(await loadResources()), gazetteer: null })
const reading = (text: string) => read({ text, title: null, outlet: null, published: '2025-03-04', language: 'en' })

const pieces = [
  'The mayor said',
  ' that ',
  '“We will rebuild,” ',
  '"No," ',
  'he added',
  '. ',
  ', ',
  '\n\n',
  '\n',
  'according to ',
  'the ministry',
  "'s claim that ",
  ' reportedly ',
  ' is said to have ',
  'sent',
  ' could ',
  'Anna Lindqvist',
  ', editor of the Gazette, ',
  ' and ',
  'who ',
  '(',
  ')',
  '12,000',
  ' troops',
  ' — ',
  '…',
  '😀',
  '\u00a0',
  '\u200b',
  '\t',
  '‘',
  '’',
  '“',
  '”',
  '"',
  "'",
  'told reporters',
  ': ',
  'U.S.',
  ' Mr. ',
  '\u202e',
  'é',
  '\r\n',
  '\u0000',
]

describe('spans', () => {
  it('hold on any sequence of things that news is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        expect(verifySpans(text, reading(text))).toEqual([])
      }),
      { numRuns: 300, seed: 11 },
    )
  })

  it('hold on any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(verifySpans(text, reading(text))).toEqual([])
      }),
      { numRuns: 300, seed: 12 },
    )
  })

  it('hold on lone surrogates and odd white space', () => {
    for (const text of [
      '\ud83d said \udc00 that it rained.',
      '\ufeffThe mayor\u2028said\u2029 “it\u3000rains”.',
      '\r\n\r\n"',
      '“',
      '”said X',
      "''''''''",
      ',,,said,,,said,,,',
    ]) {
      expect(verifySpans(text, reading(text))).toEqual([])
    }
  })
})

describe('what cannot be read', () => {
  it('is noted and gives no claims', () => {
    expect(reading('').notes).toEqual(['the text is empty'])
    expect(reading('  \n ').claims).toEqual([])
    const german = read({
      text: 'Der Minister sagte, dass die Lage ernst sei.',
      title: null,
      outlet: null,
      published: null,
      language: 'de',
    })
    expect(german.notes).toEqual(['language de is not read yet'])
    expect(german.claims).toEqual([])
  })

  it('is found out from the words when nothing is stated', () => {
    const text =
      'Der Bürgermeister sagte am Montag, dass die Brücke wegen des Hochwassers noch mindestens drei Wochen lang gesperrt bleiben werde.'
    const german = read({ text, title: null, outlet: null, published: null, language: null })
    expect(german.claims).toEqual([])
    expect(german.notes[0]).toMatch(/not read/)
  })
})
