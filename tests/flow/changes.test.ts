import { describe, expect, it } from 'vitest'
import { changesSince } from '../../src/analyse/changes/since.ts'
import { analyse } from '../../src/analyse/index.ts'
import { changesAside } from '../../src/flow/changes.ts'
import { report, situation } from '../analyse/build.ts'

const input = situation(
  ['2031-05-01', '2031-05-02', '2031-05-03'].map((published, i) =>
    report({
      id: `r${i}`,
      outlet: `Paper ${i}`,
      published,
      text: `The Harbour Board said Latvia sent ${20 + i} ferries to Norway.`,
      claims: [
        {
          content: `Latvia sent ${20 + i} ferries to Norway`,
          chain: [{ source: 'The Harbour Board', cue: 'said', speaker: 'body' }],
          events: [{ verb: 'sent', lemma: 'send', agent: 'Latvia', patient: `${20 + i} ferries` }],
          figures: [{ cell: String(20 + i), of: 'ferries', head: 'ferry' }],
        },
      ],
    }),
  ),
)

describe('what changed, looked at in a thread of its own', () => {
  it('is what it is in this thread', async () => {
    const analysis = analyse(input)
    const here = changesSince('2031-05-02', input, analysis)
    expect(here.length).toBeGreaterThan(0)
    expect(await changesAside('2031-05-02', input, analysis, 0)).toEqual(here)
  })

  it('leaves this thread free meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await changesAside('2031-05-02', input, analyse(input), 0)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(1)
  })
})
