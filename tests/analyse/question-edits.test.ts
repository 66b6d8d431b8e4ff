import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { type QuestionWish, questionDraft, questionOfId } from '../../src/analyse/questions/drafts.ts'
import { splitId } from '../../src/analyse/questions/ids.ts'
import type { Analysis, Edit, ReadReport } from '../../src/model/index.ts'
import { reports, shuffled } from './any-reports.ts'
import { report, situation } from './build.ts'

/** "SOURCE said FERRIES ferries have been sent to Riga." */
function sent(id: string, day: number, source: string, ferries: number): ReadReport {
  return report({
    id,
    outlet: `Paper ${id}`,
    published: `2031-05-0${day}`,
    text: `${source} said ${ferries} ferries have been sent to Riga.`,
    claims: [
      {
        content: `${ferries} ferries have been sent to Riga`,
        chain: [{ source, cue: 'said' }],
        events: [{ verb: 'sent', lemma: 'send', patient: `${ferries} ferries` }],
        figures: [{ cell: String(ferries), of: 'ferries', head: 'ferry' }],
      },
    ],
  })
}

/** "SOURCE said 3 trawlers have been seized in Tallinn." */
function seized(id: string, day: number, source: string): ReadReport {
  return report({
    id,
    outlet: `Paper ${id}`,
    published: `2031-05-0${day}`,
    text: `${source} said 3 trawlers have been seized in Tallinn.`,
    claims: [
      {
        content: '3 trawlers have been seized in Tallinn',
        chain: [{ source, cue: 'said' }],
        events: [{ verb: 'seized', lemma: 'seize', patient: '3 trawlers' }],
        figures: [{ cell: '3', of: 'trawlers', head: 'trawler' }],
      },
    ],
  })
}

const base = [sent('ra', 1, 'Latvia', 12), sent('rb', 2, 'Poland', 14), sent('rc', 3, 'Norway', 40), seized('rd', 3, 'Finland')]
const plain = analyse(situation(base))
const holding = (analysis: Analysis, claim: string): string | undefined =>
  analysis.questions.find((question) => question.members.some((member) => member.claim === claim))?.id
const ferries = holding(plain, 'ra.1.c1') ?? ''
const trawlers = holding(plain, 'rd.1.c1') ?? ''

function drafted(id: string, wish: QuestionWish, analysis: Analysis = plain): Edit {
  const made = questionDraft(wish, analysis)
  if ('wrong' in made) throw new Error(made.wrong)
  return { id, ...made.draft }
}

describe('an analyst’s edits of questions', () => {
  it('split takes claims out, and what comes later and says the same goes with them', () => {
    const edit = drafted('e-1', { kind: 'splitQuestion', question: ferries, claims: ['rc.1.c1'] })
    const after = analyse(situation([...base, sent('re', 4, 'Norway', 40), sent('rf', 4, 'Sweden', 12)], [edit]))
    const part = splitId(ferries, ['rc.1.c1'])
    expect(holding(after, 'rc.1.c1')).toBe(part)
    expect(holding(after, 're.1.c1')).toBe(part)
    expect(holding(after, 'ra.1.c1')).toBe(ferries)
    expect(holding(after, 'rf.1.c1')).toBe(ferries)
    expect(questionOfId(after, part)?.members.map((member) => member.why)).toEqual([
      'split off by an analyst (e-1)',
      'says the same as a claim that an analyst split off (e-1)',
    ])
    expect(questionOfId(after, part)?.edited?.by).toEqual(['e-1'])
  })

  it('join makes one of two, and the old id leads to it', () => {
    const edit = drafted('e-1', { kind: 'joinQuestions', keep: ferries, merge: trawlers })
    const after = analyse(situation(base, [edit]))
    expect(after.questions).toHaveLength(plain.questions.length - 1)
    expect(questionOfId(after, trawlers)?.id).toBe(ferries)
    expect(questionOfId(after, ferries)?.origins).toHaveLength(4)
    expect(questionOfId(after, ferries)?.name).toBe(questionOfId(plain, ferries)?.name)
  })

  it('rename keeps the name that the program made beside it', () => {
    const edit = drafted('e-1', { kind: 'renameQuestion', question: ferries, name: 'Ferries so far?' })
    const question = questionOfId(analyse(situation(base, [edit])), ferries)
    expect(question?.name).toBe('Ferries so far?')
    expect(question?.edited).toEqual({ by: ['e-1'], madeName: questionOfId(plain, ferries)?.name })
  })

  it('pin holds a claim in a question and takes it out of the other', () => {
    const edit = drafted('e-1', { kind: 'pinClaim', claim: 'rd.1.c1', question: ferries, from: trawlers })
    const after = analyse(situation(base, [edit]))
    expect(holding(after, 'rd.1.c1')).toBe(ferries)
    expect(after.questions.some((question) => question.id === trawlers)).toBe(false)
  })

  it('holds when an earlier report that comes in later gives the question another id', () => {
    const edit = drafted('e-1', { kind: 'renameQuestion', question: ferries, name: 'Ferries so far?' })
    const earlier = report({
      id: 'rz',
      outlet: 'Paper rz',
      published: '2031-04-30',
      text: 'Estonia said the harbour office has sent 11 ferries to Riga.',
      claims: [
        {
          content: 'the harbour office has sent 11 ferries to Riga',
          chain: [{ source: 'Estonia', cue: 'said' }],
          events: [{ verb: 'sent', lemma: 'send', agent: 'the harbour office', patient: '11 ferries' }],
          figures: [{ cell: '11', of: 'ferries', head: 'ferry' }],
        },
      ],
    })
    const after = analyse(situation([earlier, ...base], [edit]))
    const held = after.questions.find((question) => question.members.some((member) => member.claim === 'ra.1.c1'))
    expect(held?.name).toBe('Ferries so far?')
    expect(questionOfId(after, ferries)?.id).toBe(held?.id)
  })

  it('lets the later edit win, and tells of the earlier one', () => {
    const split = drafted('e-1', { kind: 'splitQuestion', question: ferries, claims: ['rc.1.c1'] })
    const parted = analyse(situation(base, [split]))
    const part = splitId(ferries, ['rc.1.c1'])
    const join = drafted('e-2', { kind: 'joinQuestions', keep: ferries, merge: part }, parted)
    const after = analyse(situation(base, [split, join]))
    expect(after.overruled).toEqual([{ edit: 'e-1', why: 'e-2, made later, joins what it parted' }])
    expect(questionOfId(after, part)?.id).toBe(ferries)
    expect(questionOfId(after, ferries)?.members).toHaveLength(3)
  })

  it('tells of an edit whose claims are gone, and of one that makes no sense', () => {
    const edit = drafted('e-1', { kind: 'renameQuestion', question: trawlers, name: 'Trawlers?' })
    expect(analyse(situation(base.slice(0, 3), [edit])).overruled).toEqual([
      { edit: 'e-1', why: `no claim of ${trawlers} is left in the situation` },
    ])
    const wrong = (wish: QuestionWish): string => {
      const made = questionDraft(wish, plain)
      return 'wrong' in made ? made.wrong : ''
    }
    const all = ['ra.1.c1', 'rb.1.c1', 'rc.1.c1']
    expect(wrong({ kind: 'splitQuestion', question: ferries, claims: all })).toContain('at least one must stay')
    expect(wrong({ kind: 'splitQuestion', question: ferries, claims: ['rd.1.c1'] })).toContain('does not stand in')
    expect(wrong({ kind: 'joinQuestions', keep: ferries, merge: ferries })).toContain('one question already')
    expect(wrong({ kind: 'pinClaim', claim: 'rx.1.c1', question: ferries, from: null })).toContain('there is no claim')
    expect(wrong({ kind: 'renameQuestion', question: 'toString', name: 'x' })).toContain('there is no question')
  })
})

const wishes = fc.array(fc.tuple(fc.constantFrom('split', 'join', 'rename', 'pin'), fc.nat(), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 5,
})

/** Edits as an analyst might make them, each on what the ones before it left. */
function editsOn(list: readonly ReadReport[], picks: readonly (readonly [string, number, number, number])[]): Edit[] {
  const edits: Edit[] = []
  for (const [kind, a, b, c] of picks) {
    const analysis = analyse(situation(list, edits))
    const first = analysis.questions[a % Math.max(1, analysis.questions.length)]
    const second = analysis.questions[b % Math.max(1, analysis.questions.length)]
    if (!first || !second) break
    const claim = first.members[c % first.members.length]?.claim ?? ''
    const wish: QuestionWish =
      kind === 'split'
        ? { kind: 'splitQuestion', question: first.id, claims: [claim] }
        : kind === 'join'
          ? { kind: 'joinQuestions', keep: first.id, merge: second.id }
          : kind === 'rename'
            ? { kind: 'renameQuestion', question: first.id, name: `name ${c}` }
            : { kind: 'pinClaim', claim, question: second.id, from: first.id }
    const made = questionDraft(wish, analysis)
    if ('draft' in made) edits.push({ id: `e-${edits.length + 1}`, ...made.draft })
  }
  return edits
}

describe('edits of questions, for any situation', () => {
  it('give the same analysis whatever the order of arrival, lose no claim, and hold all they were asked to', () => {
    fc.assert(
      fc.property(reports, wishes, fc.array(fc.integer(), { minLength: 7, maxLength: 7 }), (list, picks, keys) => {
        const edits = editsOn(list, picks)
        const edited = analyse(situation(list, edits))
        expect(analyse(situation(shuffled(list, keys), edits))).toEqual(edited)
        const told = [...edited.questions.flatMap((q) => q.members.map((m) => m.claim)), ...edited.outside.map((o) => o.claim)]
        const all = list.flatMap((item) => item.reading.claims.map((claim) => `${item.version}.${claim.id}`))
        expect(new Set(told)).toEqual(new Set(all))
        expect(new Set(edited.questions.map((q) => q.id)).size).toBe(edited.questions.length)
        for (const [id, now] of Object.entries(edited.formerIds ?? {})) {
          expect(edited.questions.some((q) => q.id === now)).toBe(true)
          expect(edited.questions.some((q) => q.id === id)).toBe(false)
        }
        const last = edits.at(-1)
        if (last?.kind === 'pinClaim')
          expect(questionOfId(edited, last.question)?.members.some((m) => m.claim === last.claim)).toBe(true)
        if (last?.kind === 'splitQuestion')
          expect(holding(edited, last.claims[0] ?? '')).toBe(splitId(last.question, last.claims))
        if (last?.kind === 'renameQuestion') expect(questionOfId(edited, last.question)?.name).toBe(last.name)
      }),
      { numRuns: 80 },
    )
  })

  it('come back exactly when undone', () => {
    fc.assert(
      fc.property(reports, wishes, (list, picks) => {
        const edits = editsOn(list, picks)
        const undone: Edit[] = edits.map((edit, i) => ({ id: `u-${i}`, kind: 'undo', edit: edit.id }))
        expect(analyse(situation(list, [...edits, ...undone]))).toEqual(analyse(situation(list)))
      }),
      { numRuns: 60 },
    )
  })
})
