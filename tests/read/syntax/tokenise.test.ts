import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSpace } from '../../../src/read/syntax/characters.ts'
import { cutSentences } from '../../../src/read/syntax/sentences.ts'
import { tokenise } from '../../../src/read/syntax/tokenise.ts'

function words(text: string): string {
  const { starts, ends } = tokenise(text)
  return starts.map((start, i) => text.slice(start, ends[i])).join(' ')
}

function sentences(text: string): string[] {
  const spans = tokenise(text)
  return cutSentences(text, spans).map(({ first, end }) => text.slice(spans.starts[first], spans.ends[end - 1]))
}

describe('words', () => {
  test.each([
    ["The minister didn't say it's over.", "The minister did n't say it 's over ."],
    ['The minister didn’t say it’s over.', 'The minister did n’t say it ’s over .'],
    ["The strikers' demands cannot wait", "The strikers ' demands can not wait"],
    ['a well-known anti-war, non-profit group', 'a well - known anti-war , non-profit group'],
    ['Dr. J. Okafor of the U.S. Treasury', 'Dr. J. Okafor of the U.S. Treasury'],
    ['It fell 3.5% to $1,250.75 (US$4bn) at 10:30 a.m.', 'It fell 3.5 % to $ 1,250.75 ( US$ 4 bn ) at 10:30 a.m.'],
    [
      'See https://example.org/a?b=c, or write to desk@example.org.',
      'See https://example.org/a?b=c , or write to desk@example.org .',
    ],
    ['“Wait...” he said—then left!!!', '“ Wait ... ” he said — then left !!!'],
    ['in the 1990s, and/or 24/7', 'in the 1990s , and / or 24/7'],
    ['No. 4 said no.', 'No. 4 said no .'],
    ['the 10-12 range, 212-555-0188', 'the 10 - 12 range , 212-555-0188'],
    ["back in the '90s", "back in the '90s"],
    ['🇰🇷 flood 🌊!', '🇰🇷 flood 🌊 !'],
  ])('%s', (text, expected) => {
    expect(words(text).replaceAll('🇰 🇷', '🇰🇷')).toBe(expected)
  })
})

describe('sentences', () => {
  test.each([
    ['The bridge fell. Nobody was hurt.', ['The bridge fell.', 'Nobody was hurt.']],
    ['“The bridge fell.” Nobody was hurt.', ['“The bridge fell.”', 'Nobody was hurt.']],
    ['"Is it over?" asked the mayor. "Yes."', ['"Is it over?" asked the mayor.', '"Yes."']],
    ['Gen. Ahmed Sayed met Mr. Brown at 5 p.m. on Friday.', ['Gen. Ahmed Sayed met Mr. Brown at 5 p.m. on Friday.']],
    ['They left the U.S. The army stayed.', ['They left the U.S.', 'The army stayed.']],
    ['The fund (est. 1990. It is small.) grew. It pays.', ['The fund (est. 1990. It is small.) grew.', 'It pays.']],
    ['Floods in the north\n\nThousands fled', ['Floods in the north', 'Thousands fled']],
    ['Prices rose 3.5 percent. Wages did not.', ['Prices rose 3.5 percent.', 'Wages did not.']],
    ['Really?! Yes... And then some.', ['Really?!', 'Yes...', 'And then some.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        'B',
        '7',
        '.',
        ',',
        "'",
        '’',
        '"',
        '“',
        '”',
        '-',
        '(',
        ')',
        '[',
        ' ',
        '\n',
        '$',
        '@',
        '/',
        '🌊',
        'é',
        'U.S.',
        "n't",
        '...',
      ),
      {
        maxLength: 120,
      },
    )
    .map((parts) => parts.join('')),
)

test('every character that is not white space lies in exactly one token, whatever the text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { starts, ends } = tokenise(text)
      let at = 0
      starts.forEach((start, i) => {
        for (; at < start; at++) expect(isSpace(text.charCodeAt(at))).toBe(true)
        expect(ends[i]).toBeGreaterThan(start)
        at = ends[i]!
      })
      for (; at < text.length; at++) expect(isSpace(text.charCodeAt(at))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('sentences take up every token once, in order', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const spans = tokenise(text)
      let at = 0
      for (const { first, end } of cutSentences(text, spans)) {
        expect(first).toBe(at)
        expect(end).toBeGreaterThan(first)
        at = end
      }
      expect(at).toBe(spans.starts.length)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['letters without a space', 'a'.repeat(2_000_000)],
  ['dots and letters', 'a.b'.repeat(500_000)],
  ['hyphens', '1-2'.repeat(500_000)],
  ['open brackets', '( '.repeat(500_000)],
  ['straight marks', '. " '.repeat(300_000)],
  ['at signs', 'a@'.repeat(500_000)],
])('hostile text is cut too: %s', (_, text) => {
  const spans = tokenise(text)
  expect(cutSentences(text, spans).length).toBeGreaterThan(0)
})
