import { describe, expect, it } from 'vitest'
import { figurePoints } from '../../src/analyse/figures/points.ts'
import { analyse } from '../../src/analyse/index.ts'
import { forestOf, type LineageNode } from '../../src/analyse/origins/forest.ts'
import { answersOf } from '../../src/analyse/questions/answers.ts'
import type { Question } from '../../src/model/index.ts'
import { type ClaimDraft, report, situation } from './build.ts'

/** A lighthouse keeper's count of stranded whales, told by several papers. */
const whales = (
  id: string,
  day: number,
  number: string,
  chain: ClaimDraft['chain'],
  options: { lead?: string; modality?: ClaimDraft['modality'] } = {},
) => {
  const value = Number(number.replace(/\D/g, ''))
  const content = `${number} whales have stranded in Golden Bay`
  const open = number.startsWith('at least')
  return report({
    id,
    outlet: `Paper ${id}`,
    published: `2031-02-0${day}`,
    text: `${options.lead ?? ''}${content}.`,
    claims: [
      {
        content,
        chain: chain ?? [],
        ...(options.modality === undefined ? {} : { modality: options.modality }),
        events: [{ verb: 'stranded', lemma: 'strand', agent: 'whales' }],
        figures: [
          {
            cell: number,
            of: 'whales',
            head: 'whale',
            low: value,
            best: open ? null : value,
            high: open ? null : value,
            bound: open ? 'atLeast' : number.startsWith('about') ? 'about' : 'exact',
          },
        ],
      },
    ],
  })
}
const by = (source: string) => ({ lead: `${source} said `, chain: [{ source, cue: 'said' }] })

function asked(reports: ReturnType<typeof whales>[]) {
  const analysis = analyse(situation(reports))
  const question = analysis.questions[0] as Question
  const points = figurePoints(question, reports, analysis.mutations)
  const names = new Map(analysis.sources.map((source) => [source.id, source.name]))
  const modalities = new Map(
    reports.flatMap((one) => one.reading.claims.map((claim) => [`${one.version}.${claim.id}`, claim.modality] as const)),
  )
  return { question, points, names, answers: answersOf(question, points, modalities, names) }
}

describe('the answers to a question', () => {
  const harbour = by('Harbour Watch')
  const rescue = by('Whale Rescue')
  const reports = [
    whales('ra', 1, '40', harbour.chain, harbour),
    whales('rb', 2, 'about 40', rescue.chain, rescue),
    whales('rc', 3, 'at least 90', harbour.chain, harbour),
    whales('rd', 3, '40', []),
  ]
  const { answers } = asked(reports)

  it('puts one value told as exact and as about together, with its origins and the claims of no recorded origin', () => {
    const forty = answers.find((answer) => answer.figure?.best === 40)
    expect(forty?.claims).toHaveLength(3)
    expect(forty?.origins.map((origin) => origin.name)).toEqual(['Whale Rescue'])
    expect(forty?.unrecorded).toEqual([expect.stringMatching(/^rd/)])
  })

  it('names an origin that has since given another figure as former, and counts it for the figure it gives now', () => {
    const [forty, ninety] = [40, 90].map((low) => answers.find((answer) => answer.figure?.low === low))
    expect(forty?.former.map((origin) => origin.name)).toEqual(['Harbour Watch'])
    expect(ninety?.origins.map((origin) => origin.name)).toEqual(['Harbour Watch'])
    expect(ninety?.figure).toMatchObject({ low: 90, best: null, high: null, bound: 'atLeast' })
  })

  it('holds every claim of the question in an answer', () => {
    const { question } = asked(reports)
    expect(new Set(answers.flatMap((answer) => answer.claims))).toEqual(new Set(question.members.map((member) => member.claim)))
  })
})

describe('the forest of origins', () => {
  const leaves = (node: LineageNode): string[] => [...(node.kind === 'claim' ? [node.id] : []), ...node.rest.flatMap(leaves)]

  it('leads from each origin down to every claim that rests on it, each edge proved, and lists what is not recorded', () => {
    const harbour = by('Harbour Watch')
    const reports = [
      whales('ra', 1, '40', harbour.chain, harbour),
      whales('rb', 2, '40', [{ source: 'Paper ra', cue: 'reported' }, ...harbour.chain], {
        lead: 'Paper ra reported Harbour Watch said ',
      }),
      whales('rc', 3, '40', []),
    ]
    const { question, names } = asked(reports)
    const forest = forestOf(question, names)
    const known = question.members.filter((member) => member.lineage.known).map((member) => member.claim)
    expect(known.length).toBeGreaterThan(1)
    expect(new Set(forest.origins.flatMap(leaves))).toEqual(new Set(known))
    expect(forest.unrecorded.map((item) => item.claim)).toEqual([expect.stringMatching(/^rc/)])
    expect(forest.unrecorded[0]?.why).toMatch(/without a source/)
    const edges = (node: LineageNode): void => {
      expect(node.edge === null).toBe(node.kind === 'origin')
      if (node.edge !== null) expect(node.edge.proof.length).toBeGreaterThan(0)
      for (const child of node.rest) {
        expect(child.edge?.to).toBe(node.id)
        edges(child)
      }
    }
    for (const origin of forest.origins) edges(origin)
  })
})
