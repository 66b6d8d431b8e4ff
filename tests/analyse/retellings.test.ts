import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { NO_METADATA, type ReadReport } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'

const read = createReader({ ...(await loadResources()), gazetteer: null })

function report(id: string, published: string, text: string): ReadReport {
  const metadata = { ...NO_METADATA, outlet: `Paper ${id}`, published, language: 'en' }
  const reading = read({ text, title: null, outlet: metadata.outlet, published, language: 'en' })
  return { report: id, version: `${id}.1`, address: id, capturedAt: '', sha256: '', text, metadata, reading }
}

function flagged(...texts: readonly string[]): string[] {
  const reports = texts.map((text, i) => report('abc'[i] ?? 'z', `2031-05-0${6 + i}`, text))
  const { mutations } = analyse({ reports, edits: [] })
  for (const { proof } of mutations)
    for (const { version, start, end, text } of proof)
      expect(reports.find((each) => each.version === version)!.text.slice(start, end)).toBe(text)
  return mutations.map(({ kind, proof }) => `${kind}: ${proof[0].text} → ${proof[1].text}`)
}

const REST = 'to mend the sea wall before the spring tide comes in'
const SAID = `Malta's Harbour Office said that Tunisia has sent 1,240 divers to Malta ${REST}.`

describe('a statement that is retold with', () => {
  it.each([
    ['another number', SAID, SAID.replace('1,240', '2,140'), 'figureChanged: 1,240 → 2,140'],
    [
      'another day',
      `Malta's Harbour Office said that Tunisia sent 1,240 divers to Malta on 3 May ${REST}.`,
      `Malta's Harbour Office said that Tunisia sent 1,240 divers to Malta on 28 April ${REST}.`,
      'timeShifted: 3 May → 28 April',
    ],
    [
      'an office where nobody was named',
      `A clerk who asked not to be named said that Tunisia has sent 1,240 divers to Malta ${REST}.`,
      SAID,
      "sourceUpgraded: A clerk who asked not to be named → Malta's Harbour Office",
    ],
    ['no source', SAID, `Tunisia has sent 1,240 divers to Malta ${REST}.`, "sourceLost: Malta's Harbour Office said → has sent"],
  ])('%s is flagged', (_what, before, after, found) => {
    expect(flagged(before, after)).toEqual([found])
  })
})

describe('is not flagged:', () => {
  it.each([
    ['a rounded number', SAID, SAID.replace('1,240', 'about 1,250')],
    ['a newer number of the source', SAID, SAID.replace('said', 'said on Thursday').replace('1,240', 'now 2,140')],
    ['the number of another source', SAID, SAID.replace("Malta's Harbour Office", 'The divers’ guild').replace('1,240', '2,140')],
    ['both numbers in one report', SAID, `${SAID.replace('1,240', '2,140')} The first count was 1,240 divers.`],
    [
      'one day in other words',
      "Tunisia sent 1,240 divers to Malta on 3 May, Malta's Harbour Office said on Monday.",
      "Tunisia sent 1,240 divers to Malta on Saturday, Malta's Harbour Office said on Monday.",
    ],
    [
      'an office that confirms',
      `A clerk who asked not to be named said that Tunisia has sent 1,240 divers to Malta ${REST}.`,
      SAID.replace('said', 'confirmed'),
    ],
    ['a report that credits the earlier one', SAID, `Tunisia has sent 1,240 divers to Malta ${REST}, Paper a reported.`],
    [
      'a source that is named a sentence before',
      SAID,
      `Malta's Harbour Office told of the work. Tunisia has sent 1,240 divers to Malta ${REST}.`,
    ],
  ])('%s', (_what, before, after) => {
    expect(flagged(before, after)).toEqual([])
  })

  it('what another had said the later way before', () => {
    expect(
      flagged(
        SAID.replace('1,240', '2,140'),
        SAID.replace("Malta's Harbour Office", 'The port of Tunis'),
        SAID.replace('1,240', '2,140'),
      ),
    ).toEqual([])
  })
})
