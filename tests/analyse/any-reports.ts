import fc from 'fast-check'
import type { ReadReport } from '../../src/model/index.ts'
import { type ClaimDraft, report } from './build.ts'

const SOURCES = [
  ['Norway’s Coast Agency (NCA)', 'body'],
  ['the NCA', 'body'],
  ['the Norwegian coast agency', 'body'],
  ['Denmark’s Coast Agency', 'body'],
  ['the coast agency', 'body'],
  ['Oslo', 'body'],
  ['a diplomat', 'anonymous'],
  ['officials', 'collective'],
  ['Prime Minister Elsa Lund', 'person'],
  ['Lund', 'person'],
  ['Peter Lund', 'person'],
  ['', 'unstated'],
] as const
const COUNTRIES = ['Norway', 'Denmark', 'Latvia'] as const
const VERBS = [
  ['sent', 'send'],
  ['dispatched', 'dispatch'],
  ['attacked', 'attack'],
] as const
const FRAMES = ['done', 'planned', 'possible'] as const
const MODALITIES = ['asserted', 'denied', 'cannotConfirm', 'reported'] as const

const statement = fc.record({
  source: fc.option(fc.constantFrom(...SOURCES), { nil: null }),
  agent: fc.constantFrom(...COUNTRIES),
  verb: fc.constantFrom(...VERBS),
  number: fc.option(fc.integer({ min: 2, max: 40 }), { nil: null }),
  noun: fc.constantFrom('troops', 'soldiers', 'ferries'),
  goal: fc.constantFrom(...COUNTRIES),
  frame: fc.constantFrom(...FRAMES),
  modality: fc.constantFrom(...MODALITIES),
})

/** Any few reports on who sent what where, by named and unnamed sources. */
export const reports = fc
  .array(
    fc.record({
      day: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
      statements: fc.array(statement, { minLength: 0, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drafts) =>
    drafts.map((draft, index): ReadReport => {
      const parts = draft.statements.map((s) => {
        const patient = `${s.number === null ? '' : `${s.number} `}${s.noun}`
        const content = `${s.agent} ${s.verb[0]} ${patient} to ${s.goal}`
        const lead = s.source === null ? '' : s.source[0] === '' ? 'Reportedly ' : `${s.source[0]} said `
        const claim: ClaimDraft = {
          content,
          modality: s.modality,
          chain:
            s.source === null
              ? []
              : [{ source: s.source[0], cue: s.source[0] === '' ? 'Reportedly' : 'said', speaker: s.source[1] }],
          events: [{ verb: s.verb[0], lemma: s.verb[1], agent: s.agent, patient, frame: s.frame }],
          figures: s.number === null ? [] : [{ cell: String(s.number), of: s.noun, head: s.noun.slice(0, -1) }],
        }
        return { sentence: `${lead}${content}.`, claim }
      })
      // Each statement stands in a paragraph of its own, so that the builder finds each content in its own place.
      return onePerParagraph(`r${index}`, draft.day, parts)
    }),
  )

function onePerParagraph(id: string, day: number | null, parts: readonly { sentence: string; claim: ClaimDraft }[]): ReadReport {
  const unique = parts.filter((part, i) => parts.findIndex((other) => other.claim.content === part.claim.content) === i)
  return report({
    id,
    outlet: `Paper ${id}`,
    published: day === null ? null : `2031-05-0${day}`,
    text: unique.length === 0 ? 'Nothing today.' : unique.map((part) => part.sentence).join('\n'),
    claims: unique.map((part) => part.claim),
  })
}

/** The same things in the order of the keys. */
export function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || b.i - a.i)
    .map(({ item }) => item)
}
