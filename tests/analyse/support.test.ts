import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Statement, support } from '../../src/analyse/support/truth.ts'

const said = (question: string, source: string, value: string): Statement => ({ question, source, value })

describe('support of rival answers', () => {
  it('trusts the source that others bear out over two that they do not', () => {
    const statements: Statement[] = []
    for (let i = 0; i < 12; i++) {
      for (const paper of ['Harbour Post', 'Dock Gazette', 'Quay Times']) statements.push(said(`berths ${i}`, paper, `${i}`))
      statements.push(said(`berths ${i}`, 'Gull', `${i + 40}`), said(`berths ${i}`, 'Tern', `${i + 70}`))
    }
    statements.push(said('cranes', 'Gull', '9'), said('cranes', 'Harbour Post', '4'))
    expect(support(statements, () => 'count').get('cranes')?.value).toBe('4')
  })

  it('counts sources that share their mistakes as little more than one', () => {
    const statements: Statement[] = []
    for (let i = 0; i < 30; i++) {
      const honest = ['a', 'b', 'c', 'd'].map((name) => said(`book ${i}`, `${name}${i % 3}`, `author ${i}`))
      statements.push(...honest)
      if (i < 10) for (const copier of ['x', 'y', 'z']) statements.push(said(`book ${i}`, copier, `slip ${i}`))
    }
    const rival = [said('last', 'x', 'slip'), said('last', 'y', 'slip'), said('last', 'z', 'slip')]
    const two = [said('last', 'a0', 'right'), said('last', 'b1', 'right')]
    expect(support([...statements, ...rival, ...two], () => '').get('last')?.value).toBe('right')
  })

  it('answers every question with a value that was stated', () => {
    const statement = fc.record({
      question: fc.constantFrom('p', 'q', 'r'),
      source: fc.string(),
      value: fc.constantFrom('1', '2', 'a|b', 'b', ''),
    })
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1 }), (statements) => {
        const best = support(statements, (question) => question)
        for (const { question } of statements) {
          const { value, share } = best.get(question) ?? { value: null, share: -1 }
          expect(statements.some((s) => s.question === question && s.value === value)).toBe(true)
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
