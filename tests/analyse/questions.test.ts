import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import type { Analysis } from '../../src/model/index.ts'
import { type ClaimDraft, report, situation } from './build.ts'

function at(id: string, day: number, text: string, claims: readonly ClaimDraft[], outlet = `Paper ${id}`) {
  return report({ id, outlet, published: `2031-05-${String(day).padStart(2, '0')}`, text, claims })
}

function questionOf(analysis: Analysis, claim: string) {
  return analysis.questions.find((question) => question.members.some((member) => member.claim === claim))
}

const sent = at('ra', 1, 'The defence staff of Latvia said about 1,500 Danish troops have been dispatched to Estonia.', [
  {
    content: 'about 1,500 Danish troops have been dispatched to Estonia',
    chain: [{ source: 'The defence staff of Latvia', cue: 'said' }],
    events: [{ verb: 'dispatched', lemma: 'dispatch', patient: 'about 1,500 Danish troops' }],
    figures: [{ cell: 'about 1,500', of: 'Danish troops', head: 'troop', bound: 'about' }],
  },
])
const deployed = at('rb', 2, 'According to Poland, Denmark has deployed 3,000 soldiers to Estonia.', [
  {
    content: 'Denmark has deployed 3,000 soldiers to Estonia',
    chain: [{ source: 'Poland', cue: 'According to' }],
    events: [{ verb: 'deployed', lemma: 'deploy', agent: 'Denmark', patient: '3,000 soldiers' }],
    figures: [{ cell: '3,000', of: 'soldiers', head: 'soldier' }],
  },
])
const planned = at('rc', 2, 'Lithuania said Denmark plans to send 12,000 troops to Estonia.', [
  {
    content: 'Denmark plans to send 12,000 troops to Estonia',
    chain: [{ source: 'Lithuania', cue: 'said' }],
    modality: 'planned',
    events: [{ verb: 'send', lemma: 'send', agent: 'Denmark', patient: '12,000 troops', frame: 'planned' }],
    figures: [{ cell: '12,000', of: 'troops', head: 'troop' }],
  },
])
const denial = at('rd', 3, 'Denmark denied sending troops to Estonia.', [
  {
    content: 'sending troops to Estonia',
    chain: [{ source: 'Denmark', cue: 'denied' }],
    modality: 'denied',
    events: [{ verb: 'sending', lemma: 'send', patient: 'troops' }],
  },
])
const unsure = at('re', 3, 'Sweden could not confirm that Danish soldiers had been sent to Estonia.', [
  {
    content: 'Danish soldiers had been sent to Estonia',
    chain: [{ source: 'Sweden', cue: 'could not confirm' }],
    modality: 'cannotConfirm',
    events: [{ verb: 'sent', lemma: 'send', patient: 'Danish soldiers' }],
  },
])
const other = at('rf', 3, 'Poland said 200 Swedish troops have been sent to Estonia.', [
  {
    content: '200 Swedish troops have been sent to Estonia',
    chain: [{ source: 'Poland', cue: 'said' }],
    events: [{ verb: 'sent', lemma: 'send', patient: '200 Swedish troops' }],
    figures: [{ cell: '200', of: 'Swedish troops', head: 'troop' }],
  },
])
const more = at('rg', 4, 'Poland said Denmark has sent 500 more troops to Estonia.', [
  {
    content: 'Denmark has sent 500 more troops to Estonia',
    chain: [{ source: 'Poland', cue: 'said' }],
    events: [{ verb: 'sent', lemma: 'send', agent: 'Denmark', patient: '500 more troops' }],
    figures: [{ cell: '500', of: 'troops', head: 'troop', role: 'increment' }],
  },
])

describe('questions', () => {
  const analysis = analyse(situation([more, other, unsure, denial, planned, deployed, sent]))

  it('groups the same act in other words, active or passive', () => {
    expect(questionOf(analysis, 'ra.1.c1')).toBe(questionOf(analysis, 'rb.1.c1'))
    expect(questionOf(analysis, 'ra.1.c1')?.name).toBe('How many Danish troops have been sent to Estonia?')
  })

  it('keeps what was done, what is planned and what is added apart', () => {
    const ids = ['ra.1.c1', 'rc.1.c1', 'rg.1.c1'].map((claim) => questionOf(analysis, claim)?.id)
    expect(new Set(ids).size).toBe(3)
    expect(questionOf(analysis, 'rc.1.c1')?.name).toBe('How many troops will Denmark send to Estonia?')
    expect(questionOf(analysis, 'rg.1.c1')?.name).toBe('How many more troops has Denmark sent to Estonia?')
  })

  it('keeps other parties apart', () => {
    expect(questionOf(analysis, 'rf.1.c1')).not.toBe(questionOf(analysis, 'ra.1.c1'))
  })

  it('puts a denial and a cannot-confirm where what they speak to stands, and counts neither as an origin', () => {
    const question = questionOf(analysis, 'ra.1.c1')
    expect(question?.members.map((member) => [member.claim, member.stance])).toEqual([
      ['ra.1.c1', 'asserts'],
      ['rb.1.c1', 'asserts'],
      ['rd.1.c1', 'denies'],
      ['re.1.c1', 'cannotConfirm'],
    ])
    expect(question?.originsWhy).toBe(
      '2 claims: 1 rests on Poland, 1 on defence staff of Latvia → 2 origins; 1 denies (Denmark); 1 cannot confirm (Sweden)',
    )
  })

  it('finds the denial, the cannot-confirm and the rival figures', () => {
    const id = questionOf(analysis, 'ra.1.c1')?.id
    expect(analysis.disagreements.filter((d) => d.question === id).map((d) => d.kind)).toEqual([
      'cannotConfirm',
      'denial',
      'figures',
    ])
  })

  it('takes a denial of the act to the plan when nothing else was asserted', () => {
    const { questions } = analyse(situation([planned, denial]))
    expect(questions).toHaveLength(1)
    expect(questions[0]?.members.map((member) => member.stance)).toEqual(['asserts', 'denies'])
  })

  it('takes a bare “total” for a total of what was counted before it', () => {
    const text = 'The port office said 40 cranes have been delivered to Togo, and the total number could rise to 90.'
    const two = at('rh', 1, text, [
      {
        content: '40 cranes have been delivered to Togo, and the total number could rise to 90',
        chain: [{ source: 'The port office', cue: 'said' }],
        events: [
          { verb: 'delivered', lemma: 'deliver', patient: '40 cranes' },
          { verb: 'rise', lemma: 'rise', agent: 'the total number', frame: 'possible' },
        ],
        figures: [
          { cell: '40', of: 'cranes', head: 'crane' },
          { cell: '90', role: 'total' },
        ],
      },
    ])
    const { questions } = analyse(situation([two]))
    expect(questions.map((question) => [question.name, question.frame])).toEqual([
      ['How many cranes could be supplied to Togo?', 'possible'],
      ['How many cranes have been supplied to Togo?', 'done'],
    ])
  })

  it('counts deaths as people killed, and keeps tolls of two places apart', () => {
    const toll = (id: string, text: string, content: string, figure: ClaimDraft['figures']): ReturnType<typeof at> =>
      at(id, 1, text, [{ content, chain: [{ source: 'the police', cue: 'said' }], events: [], figures: figure ?? [] }])
    const { questions } = analyse(
      situation([
        toll('ra', '12 deaths in Chile, the police said.', '12 deaths in Chile', [{ cell: '12', of: 'deaths', head: 'death' }]),
        toll('rb', '14 dead in Chile, the police said.', '14 dead in Chile', [{ cell: '14', of: 'dead', head: 'dead' }]),
        toll('rc', '3 deaths in Kenya, the police said.', '3 deaths in Kenya', [{ cell: '3', of: 'deaths', head: 'death' }]),
      ]),
    )
    expect(questions.map((question) => question.name).sort()).toEqual([
      'How many people have died in Chile?',
      'How many people have died in Kenya?',
    ])
  })

  it('keeps confirmed cases and suspected cases apart', () => {
    const cases = (id: string, kind: string, count: string) =>
      at(id, 1, `${count} ${kind} cases in Peru, the health office said.`, [
        {
          content: `${count} ${kind} cases in Peru`,
          chain: [{ source: 'the health office', cue: 'said' }],
          figures: [{ cell: count, of: `${kind} cases in Peru`, head: 'case' }],
        },
      ])
    const { questions } = analyse(
      situation([cases('ra', 'confirmed', '20'), cases('rb', 'suspected', '90'), cases('rc', 'confirmed', '31')]),
    )
    expect(questions.map((question) => [question.name, question.members.length])).toEqual([
      ['How many confirmed cases are there in Peru?', 2],
      ['How many suspected cases are there in Peru?', 1],
    ])
  })

  it('leaves out what a report states by itself without a figure, and says so', () => {
    const plain = at('ra', 1, 'The harbour was busy.', [{ content: 'The harbour was busy' }])
    const { questions, outside } = analyse(situation([plain]))
    expect(questions).toEqual([])
    expect(outside.map((item) => item.claim)).toEqual(['ra.1.c1'])
  })
})

describe('what is stated around a claim', () => {
  it('takes a denial of “the reports” to the answer in its own paragraph', () => {
    const text = 'The Danish government denied the reports. Poland said Denmark has sent troops to Estonia.'
    const { questions } = analyse(
      situation([
        at('ra', 1, text, [
          { content: 'the reports', chain: [{ source: 'The Danish government', cue: 'denied' }], modality: 'denied' },
          {
            content: 'Denmark has sent troops to Estonia',
            chain: [{ source: 'Poland', cue: 'said' }],
            events: [{ verb: 'sent', lemma: 'send', agent: 'Denmark', patient: 'troops' }],
          },
        ]),
      ]),
    )
    expect(questions.map((question) => [question.name, question.members.map((member) => member.stance)])).toEqual([
      ['Did Denmark send troops to Estonia?', ['denies', 'asserts']],
    ])
  })

  it('does not let the place of filing be the place of the event', () => {
    const filed = (id: string, city: string) =>
      at(id, 1, `${city} — Denmark has sent troops to Estonia, Poland said.`, [
        {
          content: `${city} — Denmark has sent troops to Estonia`,
          chain: [{ source: 'Poland', cue: 'said' }],
          events: [{ verb: 'sent', lemma: 'send', agent: 'Denmark', patient: 'troops' }],
        },
      ])
    const { questions } = analyse(situation([filed('ra', 'WARSAW'), filed('rb', 'TALLINN')]))
    expect(questions.map((question) => question.members.length)).toEqual([2])
  })

  it('takes nobody for the place who is only said to speak', () => {
    const claim = (content: string, figure: string) => ({
      content,
      chain: [{ source: 'The Border Watch', cue: 'said' }],
      events: [{ verb: 'been sent', lemma: 'send', patient: `${figure} Chilean soldiers`, frame: 'done' as const }],
      figures: [{ cell: figure, of: 'Chilean soldiers', head: 'soldier' }],
    })
    const { questions } = analyse(
      situation([
        at('ra', 1, 'The Border Watch said 900 Chilean soldiers have been sent to Peru.', [
          claim('900 Chilean soldiers have been sent to Peru', '900'),
        ]),
        at('rb', 2, 'The Border Watch said 950 Chilean soldiers have been sent to Peru, Bolivia’s navy told reporters.', [
          claim('950 Chilean soldiers have been sent to Peru, Bolivia’s navy told reporters', '950'),
        ]),
      ]),
    )
    expect(questions.map((question) => question.name)).toEqual(['How many Chilean soldiers have been sent to Peru?'])
  })

  it('leaves out what is said once, in words that nothing can be compared with', () => {
    const { questions, outside } = analyse(
      situation([
        at('ra', 1, 'Her long wait without an answer, Anna Lund said.', [
          { content: 'Her long wait without an answer', chain: [{ source: 'Anna Lund', cue: 'said' }] },
        ]),
      ]),
    )
    expect(questions).toEqual([])
    expect(outside.map((item) => item.why)).toEqual(['said once, in words that no other claim repeats'])
  })

  it('asks nothing of “the two countries”', () => {
    const { questions } = analyse(
      situation([
        at('ra', 1, 'The treaty binds the two countries, Chile said.', [
          {
            content: 'The treaty binds the two countries',
            chain: [{ source: 'Chile', cue: 'said' }],
            figures: [{ cell: 'two', of: 'countries', head: 'country', low: 2, best: 2, high: 2 }],
          },
        ]),
      ]),
    )
    expect(questions.filter((question) => question.kind === 'numeric')).toEqual([])
  })

  it('keeps a vague count without a place in its report', () => {
    const vague = (id: string) =>
      at(id, 1, 'There were 20 people, the mayor said.', [
        {
          content: 'There were 20 people',
          chain: [{ source: 'the mayor', cue: 'said' }],
          figures: [{ cell: '20', of: 'people', head: 'people' }],
        },
      ])
    expect(analyse(situation([vague('ra'), vague('rb')])).questions).toHaveLength(2)
  })
})

describe('a denial of something else', () => {
  it('does not go to the nearest answer only because it begins with “that”', () => {
    const { questions } = analyse(
      situation([
        at('ra', 1, 'Poland said Denmark has sent troops to Estonia. Latvia could not confirm that ferries had sunk.', [
          {
            content: 'Denmark has sent troops to Estonia',
            chain: [{ source: 'Poland', cue: 'said' }],
            events: [{ verb: 'sent', lemma: 'send', agent: 'Denmark', patient: 'troops' }],
          },
          {
            content: 'that ferries had sunk',
            chain: [{ source: 'Latvia', cue: 'could not confirm' }],
            modality: 'cannotConfirm',
            events: [{ verb: 'sunk', lemma: 'sink', agent: 'ferries' }],
          },
        ]),
      ]),
    )
    expect(questions.map((question) => question.members.length)).toEqual([1, 1])
  })
})
