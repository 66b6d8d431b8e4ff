import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forEyes } from '../../src/cli/for-eyes.ts'
import { inert } from '../../src/disseminate/markdown.ts'

const PARTS = 'said [1] * _x_ a|b https://example.org <b> & A. #4 - www.x.y a@b 1. one &lt; \\'.split(' ')

test('what was made inert for Markdown reads as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: 1 }), (parts) => {
      expect(forEyes(inert(parts.join(' ')))).toBe(parts.join(' '))
    }),
  )
})
