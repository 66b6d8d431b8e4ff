import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import type { MutationKind } from '../../src/model/index.ts'
import { type ClaimDraft, type FigureDraft, type LinkDraft, report, situation } from './build.ts'

interface Told {
  readonly day: number
  readonly outlet?: string
  readonly source: LinkDraft | null
  readonly content: string
  readonly event: NonNullable<ClaimDraft['events']>[number]
  readonly figure?: FigureDraft
  readonly modality?: NonNullable<ClaimDraft['modality']>
  /** A second sentence that names another source in the same report. */
  readonly aside?: string
}

function told(id: string, t: Told) {
  const lead = t.source ? `${t.source.source} ${t.source.cue ?? 'said'} ` : ''
  const aside = t.aside ? ` ${t.aside} said that the road is wet.` : ''
  return report({
    id,
    outlet: t.outlet ?? `Paper ${id}`,
    published: `2031-06-${String(t.day).padStart(2, '0')}`,
    text: `${lead}${t.content}.${aside}`,
    claims: [
      {
        content: t.content,
        chain: t.source ? [{ cue: 'said', ...t.source }] : [],
        events: [t.event],
        figures: t.figure ? [t.figure] : [],
        modality: t.modality ?? 'asserted',
      },
      ...(t.aside ? [{ content: 'the road is wet', chain: [{ source: t.aside, cue: 'said' }] }] : []),
    ],
  })
}

function kinds(...list: Told[]): MutationKind[] {
  return analyse(situation(list.map((item, i) => told(`r${i}`, item)))).mutations.map((mutation) => mutation.kind)
}

const OFFICE = { source: 'the Kenyan Grain Office' }
const plan: Told = {
  day: 1,
  source: OFFICE,
  content: 'Kenya plans to ship 12,000 sacks to Malawi',
  event: { verb: 'ship', lemma: 'ship', agent: 'Kenya', patient: '12,000 sacks', frame: 'planned' },
  figure: { cell: '12,000', of: 'sacks', head: 'sack' },
  modality: 'planned',
}
const done: Told = {
  day: 3,
  source: OFFICE,
  content: 'Kenya has shipped 12,000 sacks to Malawi',
  event: { verb: 'shipped', lemma: 'ship', agent: 'Kenya', patient: '12,000 sacks' },
  figure: { cell: '12,000', of: 'sacks', head: 'sack' },
}

describe('mutations', () => {
  it('flags a plan that is told as done on the word of the same source', () => {
    const { mutations } = analyse(situation([told('ra', plan), told('rb', done)]))
    expect(mutations.map((m) => [m.kind, m.before, m.after])).toEqual([['modalityEscalated', 'ra.1.c1', 'rb.1.c1']])
    expect(mutations[0]?.proof.map((proof) => proof.text)).toEqual(['ship 12,000', 'shipped 12,000'])
    expect(mutations[0]?.why).toContain('what was planned is told as done')
  })

  it('does not flag another source that says it has come about', () => {
    expect(kinds(plan, { ...done, source: { source: 'the Malawian Harvest Board' } })).toEqual([])
  })

  it('does not flag a plan that came about weeks later', () => {
    expect(kinds(plan, { ...done, day: 28 })).toEqual([])
  })

  it('does not flag the later one of two on one day, whose order is not known', () => {
    expect(kinds(plan, { ...done, day: 1 })).toEqual([])
  })

  it('does not flag a report when the source itself had said so before', () => {
    const before: Told = { ...done, day: 1 }
    expect(kinds({ ...plan, day: 2 }, before, done)).toEqual([])
  })

  it('still flags who retells a mutation', () => {
    expect(kinds(plan, done, { ...done, day: 4 })).toEqual(['modalityEscalated', 'modalityEscalated'])
  })

  it('flags a dropped bound', () => {
    const upTo: Told = {
      ...done,
      day: 1,
      content: 'Kenya has shipped up to 12,000 sacks to Malawi',
      event: { ...done.event, patient: 'up to 12,000 sacks' },
      figure: { cell: 'up to 12,000', of: 'sacks', head: 'sack', low: null, best: null, high: 12_000, bound: 'atMost' },
    }
    expect(kinds(upTo, done)).toEqual(['boundDropped'])
    expect(kinds(upTo, { ...upTo, day: 3 })).toEqual([])
  })

  it('flags a total that is told as an addition', () => {
    const more: Told = {
      ...plan,
      day: 2,
      content: 'Kenya plans to ship 12,000 more sacks to Malawi',
      event: { ...plan.event, patient: '12,000 more sacks' },
      figure: { cell: '12,000', of: 'sacks', head: 'sack', role: 'increment' },
    }
    expect(kinds(plan, more)).toEqual(['totalBecameIncrement'])
    expect(kinds({ ...more, day: 1 }, { ...more, day: 2 })).toEqual([])
  })

  it('flags an act that is put on the country that spoke of it', () => {
    const spoken: Told = {
      day: 1,
      source: { source: 'Uganda’s Border Police' },
      content: 'Rwanda decided to send engineers to Burundi',
      event: { verb: 'send', lemma: 'send', agent: 'Rwanda', patient: 'engineers', frame: 'planned' },
      modality: 'planned',
    }
    const turned: Told = {
      ...spoken,
      day: 2,
      content: 'Uganda decided to send engineers to Burundi',
      event: { ...spoken.event, agent: 'Uganda' },
    }
    expect(kinds(spoken, turned)).toEqual(['actorChanged'])
    const third: Told = {
      ...turned,
      content: 'Tanzania decided to send engineers to Burundi',
      event: { ...spoken.event, agent: 'Tanzania' },
    }
    expect(kinds(spoken, third)).toEqual([])
  })

  it('flags a picture that is said to have said what a body said', () => {
    const image: Told = {
      ...done,
      day: 4,
      source: { source: 'satellite images', cue: 'show', speaker: 'image' },
      aside: 'the Kenyan Grain Office',
    }
    expect(kinds({ ...done, day: 1 }, image)).toEqual(['evidenceReattributed'])
    expect(kinds({ ...done, day: 1 }, { ...image, aside: 'the mayor of Mzuzu' })).toEqual([])
  })

  it('flags another country for the same number, but not the town for its country', () => {
    const moved = (place: string, day: number): Told => ({ ...done, day, content: `Kenya has shipped 12,000 sacks to ${place}` })
    expect(kinds(moved('Malawi', 1), moved('Zambia', 2))).toEqual(['placeChanged'])
    expect(kinds(moved('Malawi', 1), moved('Lilongwe', 2))).toEqual([])
    expect(kinds(moved('Malawi', 1), moved('Malawi and Zambia', 2))).toEqual([])
  })

  it('leaves the report that returns to what was said first unaccused', () => {
    const first: Told = { ...done, day: 1 }
    const south: Told = {
      ...done,
      day: 2,
      content: 'Uganda has shipped 12,000 sacks to Malawi',
      event: { ...done.event, agent: 'Uganda' },
    }
    expect(kinds(first, south, { ...done, day: 3 })).toEqual(['actorChanged'])
  })

  it('flags a denial that is told as an assertion of the same source', () => {
    const denial: Told = {
      day: 1,
      source: { source: 'the Peruvian Mine Council' },
      content: 'Peru has sold the copper mines to Chile',
      event: { verb: 'sold', lemma: 'sell', agent: 'Peru', patient: 'the copper mines' },
      modality: 'denied',
    }
    expect(kinds(denial, { ...denial, day: 2, modality: 'asserted' })).toEqual(['negationLost'])
    expect(kinds({ ...denial, modality: 'asserted' }, { ...denial, day: 2 })).toEqual([])
  })

  it('flags a changed currency', () => {
    const paid = (day: number, unit: string, cell: string): Told => ({
      day,
      source: { source: 'the Kenyan Grain Office' },
      content: `Kenya has paid ${cell} to Malawi`,
      event: { verb: 'paid', lemma: 'pay', agent: 'Kenya', patient: cell },
      figure: { cell, kind: 'money', unit, low: 300, best: 300, high: 300 },
    })
    expect(kinds(paid(1, 'KES', '300 shillings'), paid(2, 'USD', '300 dollars'))).toEqual(['unitChanged'])
  })
})
