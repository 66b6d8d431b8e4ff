import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesInWords, grouped, plain, table } from '../../src/cli/terminal.ts'

test('text from a report can not command the terminal', () => {
  expect(plain('a\u001b[31mred\u001b]0;title\u0007b')).toBe('a[31mred]0;titleb')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plain(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})

test('a table wraps its last column to the width it is given', () => {
  const long = 'The union says that the talks over the ferry timetable broke off late on Sunday night'
  const lines = table([{ head: 'id' }, { head: 'content' }], [['c1', long]], 60).split('\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
  expect(
    lines
      .slice(1)
      .map((line) => line.slice(4).trim())
      .join(' '),
  ).toBe(long)
})

test('numbers are grouped in the same way in every locale', () => {
  expect(grouped(1234567)).toBe('1,234,567')
  expect(grouped(-1500.25)).toBe('-1,500.25')
  expect(grouped(12)).toBe('12')
  fc.assert(fc.property(fc.integer(), (n) => void expect(Number(grouped(n).replaceAll(',', ''))).toBe(n)))
})

test('sizes read as words', () => {
  expect(bytesInWords(999)).toBe('999 B')
  expect(bytesInWords(1_500_000)).toBe('1.5 MB')
})
