// Speed of the analysis on made-up situations: `node bench/analyse.ts [reports] [claims a report]`.
// No peer does the same work; the second run at four times the size shows how the time grows.
import { analyse } from '../src/analyse/index.ts'
import type { ReadReport } from '../src/model/index.ts'
import { report } from '../tests/analyse/build.ts'

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
const WORDS =
  'river mountain council winter harvest engine market signal ladder window copper island harbour meadow garden bottle'.split(' ')
const PEOPLE = ['Anna', 'Peter', 'Marta', 'Olek'].flatMap((first) =>
  ['Lund', 'Okafor', 'Varga', 'Moreau', 'Tanaka'].map((last) => `${first} ${last}`),
)

/** A situation of plausible shape from a seed: the same numbers give the same reports. */
function madeUp(reports: number, claims: number, seed: number): ReadReport[] {
  let state = seed
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * n)
  }
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  return Array.from({ length: reports }, (_, r) => {
    const parts = Array.from({ length: claims }, (_, k) => {
      const kind = below(4)
      const source =
        [
          `${pick(COUNTRIES)}’s Interior Ministry`,
          `the ${pick(['Coast', 'Border', 'Grain'])} Agency`,
          'a diplomat',
          pick(PEOPLE),
        ][kind] ?? ''
      const [verb, lemma] = pick(VERBS)
      const number = below(3) > 0 ? 2 + below(4000) : null
      const noun = pick(NOUNS)
      const things = `${pick(QUALITIES)} ${noun}`
      const patient = number === null ? things : `${number} ${things}`
      const agent = pick(COUNTRIES)
      const content = `${agent} ${verb} ${patient} to ${pick(COUNTRIES)} near the ${pick(WORDS)} ${pick(WORDS)} ${k}`
      return {
        sentence: `${source} said ${content}.`,
        claim: {
          content,
          chain:
            below(4) > 0
              ? [{ source, cue: 'said', speaker: (['body', 'body', 'anonymous', 'person'] as const)[kind] ?? 'body' }]
              : [],
          events: [{ verb, lemma, agent, patient, frame: pick(['done', 'planned', 'possible'] as const) }],
          figures: number === null ? [] : [{ cell: String(number), of: things, head: noun.slice(0, -1) }],
        },
      }
    })
    return report({
      id: `r${r}`,
      outlet: `Paper ${r % 40}`,
      published: `2031-0${1 + below(9)}-${10 + below(18)}`,
      text: parts.map((part) => part.sentence).join('\n'),
      claims: parts.map((part) => part.claim),
    })
  })
}

const reports = Number(process.argv[2] ?? 1000)
const claims = Number(process.argv[3] ?? 25)
for (const size of [Math.ceil(reports / 4), reports]) {
  const input = { reports: madeUp(size, claims, 7), edits: [] }
  const from = performance.now()
  const before = process.cpuUsage()
  const analysis = analyse(input)
  const took = performance.now() - from
  const { user, system } = process.cpuUsage(before)
  const perClaim = (user + system) / (size * claims)
  console.log(
    `${size} reports, ${size * claims} claims: ${Math.round(took)} ms (${perClaim.toFixed(0)} µs of processor time a claim), ${analysis.questions.length} questions, ${analysis.sources.length} sources`,
  )
}
