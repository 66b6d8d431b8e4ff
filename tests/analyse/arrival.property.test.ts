import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COPY_RULES } from '../../src/analyse/copies/arrival.ts'
import { analyse } from '../../src/analyse/index.ts'
import type { Copy, Near, ReadReport } from '../../src/model/index.ts'
import { report, situation } from './build.ts'

/** Sentences of which texts are put together: each long enough to weigh. */
const SENTENCES = [
  'The dam above the valley was opened by half a metre on Sunday night after two days of rain in the hills.',
  'Nurses at the three hospitals of the capital walked out at six and want a pay rise before the holidays begin.',
  'A survey ship mapped the wreck at ninety metres and saw no oil rising from its tanks, the owners of it wrote.',
  'Counting of postal votes in the northern districts goes on until Thursday because of snow on the mountain roads.',
  'The central bank left its rate where it was and said that bread and fuel had both grown cheaper since autumn.',
  'Two more cases of measles were found in the harbour town, both among children who had come on the night ferry.',
]

const drafts = fc.array(
  fc.record({
    day: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    hour: fc.boolean(),
    outlet: fc.constantFrom('The Lamp', 'Coast Post', 'Evening Mail'),
    parts: fc.uniqueArray(fc.integer({ min: 0, max: SENTENCES.length - 1 }), { minLength: 1, maxLength: 4 }),
    credit: fc.option(fc.constantFrom('The Lamp', 'Coast Post'), { nil: null }),
  }),
  { minLength: 1, maxLength: 9 },
)

const reports = drafts.map((list) =>
  list.map(({ day, hour, outlet, parts, credit }, i) =>
    report({
      id: `r${i}`,
      outlet,
      published: day === null ? null : `2031-05-0${day}${hour ? 'T08:00:00Z' : ''}`,
      text: `${parts.map((part) => SENTENCES[part]).join(' ')}${credit === null ? '' : ` This was first told by ${credit}.`}`,
    }),
  ),
)

const { arrival, originalOf, sketch, near: oneIn } = COPY_RULES
const least = (sampled: number): number => Math.max(1, Math.floor(sampled / oneIn))

/** What a ledger does with rows, with maps: looks up what is near, keeps what changes. */
function index(): { add(one: ReadReport): void; remove(one: ReadReport): void; copies(): readonly Copy[] } {
  const held = new Map<string, ReadReport>()
  const links = new Map<string, Copy>()
  const near = (one: ReadReport): Near[] => {
    const sampled = sketch(one.text)
    const own = new Set(sampled)
    return [...held.values()].flatMap((other): Near[] => {
      const theirs = sketch(other.text)
      const common = theirs.filter((hash) => own.has(hash)).length
      if (other.version === one.version || common < Math.min(least(sampled.length), least(theirs.length))) return []
      return [{ report: other, sampled: theirs.length, common, of: held.get(links.get(other.version)?.of ?? '') ?? null }]
    })
  }
  return {
    add(one) {
      for (const copy of arrival(one, near(one))) links.set(copy.version, copy)
      held.set(one.version, one)
    },
    remove(one) {
      held.delete(one.version)
      links.delete(one.version)
      for (const { version, of } of [...links.values()]) {
        if (of !== one.version) continue
        links.delete(version)
        const left = held.get(version)
        const copy = left && originalOf(left, near(left))
        if (copy) links.set(version, copy)
      }
    },
    copies: () => [...links.values()].sort((a, b) => (a.version < b.version ? -1 : 1)),
  }
}

const whole = (list: readonly ReadReport[]): readonly Copy[] =>
  [...analyse(situation(list)).copies].sort((a, b) => (a.version < b.version ? -1 : 1))

describe('copies, as reports arrive', () => {
  it('are after each arrival what the whole analysis finds, in any order of arrival', () => {
    let found = 0
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.nat()), (list, keys) => {
        const order = list.map((item) => ({ item, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key)
        const rows = index()
        order.forEach(({ item }, i) => {
          rows.add(item)
          const expected = whole(order.slice(0, i + 1).map((one) => one.item))
          expect(rows.copies()).toEqual(expected)
          found += expected.length
        })
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(100)
  })

  it('are right when a report leaves: what copied it copies the next that holds its text', () => {
    fc.assert(
      fc.property(reports, fc.nat(), (list, which) => {
        const rows = index()
        for (const item of list) rows.add(item)
        const gone = list[which % list.length] as ReadReport
        rows.remove(gone)
        expect(rows.copies()).toEqual(whole(list.filter((item) => item !== gone)))
      }),
      { numRuns: 150 },
    )
  })

  it('lead the analysis to the same result when they are given to it', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const plain = analyse(situation(list))
        const given = analyse({ ...situation(list), copies: plain.copies.toReversed() })
        expect(given).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it('are found anew when what is given speaks of reports that are not there', () => {
    const [a, b] = ['ra', 'rb'].map((id, i) => report({ id, published: `2031-05-0${i + 1}`, text: SENTENCES.join(' ') }))
    const list = [a, b] as ReadReport[]
    const { copies } = analyse({ ...situation(list), copies: [{ version: 'rb.1', of: 'rz.1', containment: 1 }] })
    expect(copies).toEqual([{ version: 'rb.1', of: 'ra.1', containment: 1 }])
  })
})
