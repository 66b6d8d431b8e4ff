import type { ReadReport } from '../src/model/index.ts'
import { type ClaimDraft, report } from '../tests/analyse/build.ts'

const COUNTRIES = ['Norway', 'Denmark', 'Latvia', 'Chile', 'Peru', 'Kenya', 'Ghana', 'Japan', 'India', 'Poland', 'Spain', 'Egypt']
const VERBS = [
  ['sent', 'send'],
  ['dispatched', 'dispatch'],
  ['attacked', 'attack'],
  ['approved', 'approve'],
  ['visited', 'visit'],
  ['inspected', 'inspect'],
  ['painted', 'paint'],
  ['described', 'describe'],
] as const
const NOUNS = [
  'troops',
  'soldiers',
  'ferries',
  'tanks',
  'trains',
  'bridges',
  'maps',
  'papers',
  'shells',
  'schools',
  'cows',
  'tents',
]
const QUALITIES = ['red', 'small', 'armoured', 'wooden', 'old', 'secret', 'broken', 'rural', 'tall']
const SYLLABLES = 'ba ko ri ten mar lo vis dra une pel sor ith can wo ger lin tu fas hem oy qua ned zil ora'.split(' ')
const MINOR = 'the of and a in to that was for on with as at from by it were has had an which after be been'.split(' ')

/** Numbers from a seed: the same seed gives the same, on every machine. */
function dice(seed: number): (n: number) => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * n)
  }
}

/** A made-up name: one of some hundreds. */
function name(below: (n: number) => number): string {
  const made = [below(20), below(20)].map((part) => SYLLABLES[part]).join('')
  return `${made.charAt(0).toUpperCase()}${made.slice(1)}`
}

/** A made-up word, the lower ranks far more often than the higher, as in any language (Zipf); every other one a minor word. */
function word(below: (n: number) => number, after = ''): string {
  if (!MINOR.includes(after) && below(100) < 60) return MINOR[Math.floor(MINOR.length * (below(1000) / 1000) ** 2)] ?? 'the'
  const rank = Math.floor(20_000 ** (below(10_000) / 10_000))
  return [rank, rank >> 3, rank >> 7].map((part, i) => SYLLABLES[(part + i * 5) % SYLLABLES.length]).join('')
}

interface Part {
  readonly sentence: string
  readonly claim: ClaimDraft
}

function words(below: (n: number) => number, count: number): string {
  const list: string[] = []
  while (list.length < count) list.push(word(below, list.at(-1)))
  return list.join(' ')
}

/** The sentences of a report, each with a claim: one in three without a figure, one in five the narrator's own. */
function parts(below: (n: number) => number, claims: number): Part[] {
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  return Array.from({ length: claims }, (_, k) => {
    const kind = below(4)
    const source =
      [
        `${pick(COUNTRIES)}’s ${name(below)} Ministry`,
        `the ${name(below)} Agency`,
        `a diplomat of ${name(below)}`,
        `Anna ${name(below)}`,
      ][kind] ?? ''
    const [verb, lemma] = pick(VERBS)
    const number = below(3) > 0 ? 2 + below(4000) : null
    const noun = pick(NOUNS)
    const things = `${pick(QUALITIES)} ${noun}`
    const patient = number === null ? things : `${number} ${things}`
    const agent = pick(COUNTRIES)
    const tail = words(below, 8 + below(18))
    const content = `${agent} ${words(below, 2)} ${verb} ${patient} to ${pick(COUNTRIES)} ${tail} ${k}`
    return {
      sentence: `${source} said ${content}.`,
      claim: {
        content,
        chain:
          below(5) > 0
            ? [{ source, cue: 'said', speaker: (['body', 'body', 'anonymous', 'person'] as const)[kind] ?? 'body' }]
            : [],
        events: [{ verb, lemma, agent, patient, frame: pick(['done', 'planned', 'possible'] as const) }],
        figures: number === null ? [] : [{ cell: String(number), of: things, head: noun.slice(0, -1) }],
      },
    }
  })
}

/**
 * A report of plausible shape: the same number gives the same one. Every seventh carries an earlier one, cut at the end and with a lead of
 * its own; every outlet puts the same notice below all its reports. Claims a report vary from half to one and a half of `claims`.
 */
export function madeUp(n: number, claims: number): ReadReport {
  const below = dice(n)
  const outlet = below(40)
  const own = parts(below, Math.max(1, Math.round(claims / 2) + below(claims + 1)))
  const copies = n > 10 && n % 7 === 0
  const from = copies ? parts(originalDice(below(n)), claims) : []
  const kept = copies ? [...own.slice(0, 1), ...from.slice(0, Math.max(1, from.length - below(4)))] : own
  const seen = new Set<string>()
  const told = kept.filter(({ claim }) => !seen.has(claim.content) && seen.add(claim.content))
  const day = `2031-${String(1 + (Math.floor(n / 280) % 12)).padStart(2, '0')}-${String(1 + (Math.floor(n / 10) % 28)).padStart(2, '0')}`
  return report({
    id: `r${n}`,
    outlet: `Paper ${outlet}`,
    published: day,
    text: [...told.map((part) => part.sentence), notice(outlet)].join('\n'),
    claims: told.map((part) => part.claim),
  })
}

/** What an outlet puts below each of its reports. */
function notice(outlet: number): string {
  const below = dice(-2 - outlet)
  return `Paper ${outlet} ${words(below, 14)}.`
}

/** The dice of report `m` as they lay when its sentences were made. */
function originalDice(m: number): (n: number) => number {
  const below = dice(m)
  below(40)
  below(1)
  return below
}
