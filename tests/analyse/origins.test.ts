import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { type ClaimDraft, report, situation } from './build.ts'

function crossing(
  id: string,
  day: number,
  options: { outlet?: string; lead?: string; tail?: string; chain?: ClaimDraft['chain']; of?: string },
) {
  const content = `Chad has closed the border crossing to Niger${options.of ?? ''}`
  return report({
    id,
    outlet: options.outlet ?? `Paper ${id}`,
    published: `2031-07-0${day}`,
    text: `${options.lead ?? ''}${content}.${options.tail ?? ''}`,
    claims: [
      {
        content,
        chain: options.chain ?? [],
        events: [{ verb: 'closed', lemma: 'close', agent: 'Chad', patient: 'the border crossing' }],
      },
    ],
  })
}

describe('origins', () => {
  it('counts who stands behind a claim, not who prints it', () => {
    const reports = [
      crossing('ra', 1, { lead: 'The Border Commission said ', chain: [{ source: 'The Border Commission', cue: 'said' }] }),
      crossing('rb', 2, { lead: 'The Border Commission said ', chain: [{ source: 'The Border Commission', cue: 'said' }] }),
      crossing('rc', 2, { lead: 'A driver said ', chain: [{ source: 'A driver', cue: 'said', speaker: 'anonymous' }] }),
      crossing('rd', 3, {
        lead: 'On the way home from the lake market, a driver said ',
        chain: [{ source: 'a driver', cue: 'said', speaker: 'anonymous' }],
      }),
      crossing('re', 3, {}),
    ]
    const [question] = analyse(situation(reports)).questions
    expect(question?.name).toBe('Did Chad close the border crossing to Niger?')
    expect(question?.originsWhy).toBe('5 claims: 2 rest on Border Commission, 2 on 2 unnamed sources, 1 not recorded → 3 origins')
    expect(question?.origins.map((origin) => origin.anonymous)).toEqual([false, true, true])
  })

  it('takes an unnamed source for the same only where the sentence is copied', () => {
    const driver = (id: string, day: number) =>
      crossing(id, day, { lead: 'A driver said ', chain: [{ source: 'A driver', cue: 'said', speaker: 'anonymous' }] })
    const [question] = analyse(situation([driver('ra', 1), driver('rb', 2)])).questions
    expect(question?.originsWhy).toBe('2 claims: 2 rest on an unnamed source → 1 origin')
  })

  it('follows a relayed outlet to the source that its own report names', () => {
    const wire = crossing('ra', 1, {
      outlet: 'Sahel Wire',
      lead: 'The Border Commission said ',
      chain: [{ source: 'The Border Commission', cue: 'said' }],
    })
    const paper = crossing('rb', 2, {
      lead: 'Sahel Wire reported ',
      chain: [{ source: 'Sahel Wire', cue: 'reported', speaker: 'outlet' }],
    })
    const [question] = analyse(situation([paper, wire])).questions
    expect(question?.originsWhy).toBe('2 claims: 2 rest on Border Commission → 1 origin')
    const second = question?.members[1]?.lineage
    expect(second?.known && second.edges.map((edge) => edge.kind)).toEqual(['attributed', 'relayed', 'attributed'])
  })

  it('takes the last source of a chain for the origin and the others for relays', () => {
    const chain = [
      { source: 'Sahel Wire', cue: 'reported', speaker: 'outlet' as const },
      { source: 'the Border Commission', cue: 'citing' },
    ]
    const [question] = analyse(
      situation([crossing('ra', 1, { lead: 'Sahel Wire reported, citing the Border Commission, that ', chain })]),
    ).questions
    expect(question?.origins.map((origin) => origin.name)).toEqual(['Border Commission'])
    const lineage = question?.members[0]?.lineage
    expect(lineage?.known && lineage.edges.map((edge) => [edge.kind, edge.proof.map((proof) => proof.text).join(' ')])).toEqual([
      ['relayed', 'Sahel Wire reported'],
      ['attributed', 'the Border Commission citing'],
    ])
  })

  it('credits an agency in the dateline, and the outlet’s own people when they saw it', () => {
    const credited = crossing('ra', 1, { lead: 'NDJAMENA (Lake News) — ' })
    const seen = crossing('rb', 2, { tail: '', of: ', as seen by this newspaper' })
    const [question] = analyse(situation([credited, seen])).questions
    expect(question?.origins.map((origin) => [origin.id, origin.name])).toEqual([
      ['credit:lake news', 'Lake News'],
      ['own:rb', 'Paper rb’s own reporting'],
    ])
  })

  it('counts an unresolved lineage as none', () => {
    const [question] = analyse(situation([crossing('ra', 1, {}), crossing('rb', 2, {})])).questions
    expect(question?.origins).toEqual([])
    expect(question?.originsWhy).toBe('2 claims: 2 not recorded → no recorded origin')
  })
})

describe('pictures and papers', () => {
  it('rest on whoever put them forward', () => {
    const text = 'The Border Commission released drone photographs on Friday. The drone photographs show trucks at the crossing.'
    const shown = report({
      id: 'ra',
      published: '2031-07-01',
      text,
      claims: [
        { content: 'trucks at the crossing', chain: [{ source: 'The drone photographs', cue: 'show', speaker: 'image' }] },
        { content: 'released drone photographs on Friday', chain: [{ source: 'The Border Commission', cue: 'released' }] },
      ],
    })
    const at = text.lastIndexOf('drone photographs')
    const held = {
      ...shown,
      reading: {
        ...shown.reading,
        evidence: [
          {
            id: 'v1',
            kind: 'imagery' as const,
            cell: { start: at, end: at + 17, text: 'drone photographs' },
            holder: { start: 0, end: 21, text: 'The Border Commission' },
            bearsOn: ['c1'],
          },
        ],
      },
    }
    const origins = (input: typeof shown): string[] | undefined =>
      analyse(situation([input]))
        .questions.find((question) => question.members.some((member) => member.claim === 'ra.1.c1'))
        ?.origins.map((origin) => origin.name)
    expect(origins(held)).toEqual(['Border Commission'])
    // Whose they are is not said: pictures alone are no recorded origin.
    expect(origins(shown)).toEqual([])
  })
})
