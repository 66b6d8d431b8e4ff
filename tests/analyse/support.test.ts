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

  it('discounts a bot that repeats whatever was said last, not a source that says what is right', () => {
    const statements: Statement[] = []
    for (let i = 0; i < 20; i++) {
      const q = `village ${i}`
      statements.push(said(q, `clerk ${i}`, `${i + 100}`), said(q, `prankster ${i}`, `${i + 900}`), said(q, 'bot', `${i + 900}`))
      statements.push(said(q, 'census', `${i + 100}`))
    }
    const asked = [said('town', 'census', '7'), said('town', 'prankster x', '9'), said('town', 'bot', '9')]
    expect(support([...statements, ...asked], (question) => question).get('town')?.value).toBe('7')
    const isBot = (one: Statement): boolean => one.source === 'bot'
    const all = [...statements, ...asked]
    const botFirst = [...all.filter(isBot), ...all.filter((one) => !isBot(one))]
    expect(support(botFirst, (question) => question).get('town')?.value).toBe('9')
  })

  it('takes statements in the order of their times, whatever order they come in', () => {
    const timed = (source: string, value: string, time: string): Statement => ({ question: 'q', source, value, time })
    const early = timed('a', '1', '2031-05-01')
    const late = timed('b', '2', '2031-05-02')
    expect(support([late, early], () => '').get('q')?.value).toBe('1')
    expect(support([early, late], () => '').get('q')?.value).toBe('1')
    expect(support([{ question: 'q', source: 'b', value: '2' }, early], () => '').get('q')?.value).toBe('2')
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
