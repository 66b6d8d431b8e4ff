import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sift } from '../../src/second/claims.ts'
import { locate, locateAll } from '../../src/second/locate.ts'
import { type Shown, shownOf, windowsOf } from '../../src/second/windows.ts'
import { claim } from './stand-in.ts'

const whole = (text: string): ReadonlyMap<number, Shown> => new Map([[1, shownOf(text, { start: 0, end: text.length }, 1)]])
const found = (text: string, words: string, occurrence = 1) => locate(text, { sentence: 1, occurrence, text: words }, whole(text))

test('words are found where they stand, by occurrence, over line ends, never inside a word or half a character', () => {
  expect(found('The mayor said he said it.', 'said', 2)).toEqual({ start: 18, end: 22, text: 'said' })
  expect(found('The river\n  authority warned.', 'river authority')).toEqual({ start: 4, end: 21, text: 'river\n  authority' })
  expect(found('It was unsaid, he said.', 'said')?.start).toBe(18)
  expect(found('It was unsaid, he said.', 'said', 2)).toBeNull()
  expect(found('a 😀 b', '\ud83d')).toBeNull()
  expect(found('𝐀𝐁 said', '𝐀')).toBeNull()
  expect(found('Prices rose.', 'prices')).toBeNull()
  expect(found('Prices rose.', 'Prices', 0)).toBeNull()
  expect(found('Prices rose.', '')).toBeNull()
})

const word = fc.oneof(
  fc.constantFrom('said', 'the', 'office', '“no', 'Ünal', '12,000', '😀', '—', 'e\u0301t', '東京'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((w) => !/\s/.test(w)),
)
const gap = fc.constantFrom(' ', '  ', '\n', '\r\n', '\t ', '\u00a0')
const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 }).map((parts) => parts.map(([w, g]) => w + g).join(''))

test('what is found reproduces the text; words taken from it are found again at their own place', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (given, from, length) => {
      const words = [...given.matchAll(/\S+/g)]
      const a = from % words.length
      const b = Math.min(words.length - 1, a + (length % 5))
      const [first, last] = [words[a], words[b]]
      if (!first || !last) return
      const start = first.index
      const end = last.index + last[0].length
      const asked = given.slice(start, end).replace(/\s+/g, ' ')
      const hits: number[] = []
      for (let k = 1; k < 200; k++) {
        const cell = found(given, asked, k)
        if (cell === null) break
        expect(given.slice(cell.start, cell.end)).toBe(cell.text)
        expect(cell.text.replace(/\s+/g, ' ')).toBe(asked)
        hits.push(cell.start)
      }
      expect(hits).toContain(start)
      expect([...hits].sort((x, y) => x - y)).toEqual(hits)
    }),
  )
})

test('whatever is asked for, a cell reproduces its text or there is none', () => {
  const quote = fc.record({
    sentence: fc.integer({ min: -1, max: 3 }),
    occurrence: fc.integer({ min: -2, max: 9 }),
    text: fc.oneof(word, fc.string()),
  })
  fc.assert(
    fc.property(text, fc.array(quote, { maxLength: 5 }), (given, quotes) => {
      const cells = locateAll(given, quotes, whole(given))
      for (const [i, cell] of (cells ?? []).entries()) {
        expect(given.slice(cell.start, cell.end)).toBe(cell.text)
        expect(cell.start).toBeLessThan(cell.end)
        if (i > 0) expect(cell.start).toBeGreaterThanOrEqual(cells?.[i - 1]?.end ?? 0)
      }
    }),
  )
})

test('no answer, however odd, makes sifting throw or yields a cell that does not hold', () => {
  const part = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.oneof(word, fc.string()), fc.integer({ min: 0, max: 3 }))
  const near = fc.tuple(part, part, part).map(([content, source, cue]) => claim(content, source, cue))
  fc.assert(
    fc.property(text, fc.array(fc.oneof(fc.anything(), fc.jsonValue(), near), { maxLength: 20 }), (given, answer) => {
      const { claims, dropped } = sift(given, answer, [...whole(given).values()])
      expect(claims.length + Object.values(dropped).reduce((sum, n) => sum + n, 0)).toBe(answer.length)
      for (const { content, chain } of claims)
        for (const cell of [...content, ...chain.flatMap((link) => [...link.source, ...link.cue])])
          expect(given.slice(cell.start, cell.end)).toBe(cell.text)
    }),
  )
})

test('windows hold every sentence once, in order, within the limit; a paragraph is cut only where it is longer', () => {
  const lengths = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }), { maxLength: 12 })
  fc.assert(
    fc.property(lengths, (paragraphs) => {
      let given = ''
      const sentences = paragraphs.flatMap((list, paragraph) =>
        list.map((length) => {
          const start = given.length
          given += `${'x'.repeat(length)}\n`
          return { start, end: start + length, firstToken: 0, endToken: 0, paragraph }
        }),
      )
      const { windows, tooLong } = windowsOf(given, { sentences }, 50)
      const shown = windows.flat()
      const fit = sentences.flatMap(({ start, end }, i) => (end - start <= 50 ? [i + 1] : []))
      expect(shown.map(({ n }) => n)).toEqual(fit)
      expect(tooLong).toBe(sentences.length - fit.length)
      for (const window of windows) {
        expect(window.length).toBeGreaterThan(0)
        expect(window.reduce((sum, { text: t }) => sum + t.length, 0)).toBeLessThanOrEqual(50)
      }
    }),
  )
})
