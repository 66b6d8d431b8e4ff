import { describe, expect, it } from 'vitest'
import { agreement, kappa } from '../../train/corpus/agreement.ts'
import { compile } from '../../train/corpus/compile.ts'

const text = 'The harbour office said nine boats sank. Divers believe two more are lost. Nobody was hurt, the mayor added.'
const open = { id: 'boats', file: 'own.jsonl', url: '', licence: 'CC BY 4.0', text }
const texts = new Map([['boats', text]])
const first = compile(
  'The harbour office | said | nine boats sank\nDivers | believe | two more are lost | believed\nthe mayor | added | Nobody was hurt | neg',
  open,
)

describe('agreement', () => {
  it('is full with itself', () => {
    const found = agreement([first], [first], texts)
    expect(found.matchedF1).toBe(1)
    expect(Object.values(found.roles)).toEqual(Array(3).fill({ exact: 1, words: 1 }))
    expect(found.kappa.modality).toBe(1)
  })

  it('counts a miss, a shorter span and another modality', () => {
    const second = compile('harbour office | said | nine boats sank\nDivers | believe | two more are lost', open)
    const found = agreement([first], [second], texts)
    expect(found.matched).toBe(2)
    expect(found.matchedF1).toBeCloseTo(4 / 5)
    expect(found.roles.source.exact).toBeCloseTo(2 / 5)
    expect(found.roles.source.words).toBeCloseTo(6 / 9)
    expect(found.kappa.modality).toBe(0)
  })

  it('takes nesting as found only where both parts are matched', () => {
    const nested = 'The harbour office | said | nine boats .. are lost\nDivers | believe | two more are lost | believed'
    const flat = 'Divers | believe | two more are lost | believed'
    const [a, b] = [compile(nested, open), compile(flat, open)]
    expect(a.attributions[1]?.parent).toBe('a1')
    expect(agreement([a], [a], texts).nestedF1).toBe(1)
    expect(agreement([a], [b], texts).nestedF1).toBe(0)
    expect(agreement([a], [b], texts).sameModality).toBe(1)
  })

  it('does not compare different texts', () => {
    expect(() => agreement([first], [{ ...first, sha256: '0' }], texts)).toThrow(/no document in common/)
  })

  it('gives kappa as worked by hand', () => {
    const pairs = [
      ...Array(20).fill(['y', 'y']),
      ...Array(5).fill(['y', 'n']),
      ...Array(10).fill(['n', 'y']),
      ...Array(15).fill(['n', 'n']),
    ]
    expect(kappa(pairs)).toBeCloseTo(0.4)
  })
})
