import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Question } from '../../src/model/index.ts'
import { type Ran, scratch, sitrep } from './sitrep.ts'

const folder = scratch()
const ledger = join(folder.dir, 'ledger')
const run = (...args: string[]): Promise<Ran> => sitrep(args, { ledger })
let question: Question

beforeAll(async () => {
  const reports = [
    ['a', '2031-05-01', 'Italy said that 300 ferries have been sent to Riga.'],
    ['b', '2031-05-01', 'Latvia said that 300 ferries have been sent to Riga.'],
    ['c', '2031-05-02', 'Norway denied that ferries have been sent to Riga.'],
  ] as const
  for (const [name, published, text] of reports) {
    const file = join(folder.dir, `${name}.txt`)
    writeFileSync(file, `${text}\n`)
    expect((await run('add', file, '--published', published, '--outlet', `Paper ${name}`)).code).toBe(0)
  }
  const { out } = await run('questions', '--json')
  question = JSON.parse(out.split('\n')[0] ?? '') as Question
}, 60_000)
afterAll(() => folder.remove())

test('weigh, grade, judge and undo: every number opens, every edit says what it moves', async () => {
  expect(question.members).toHaveLength(3)
  const counted = await run('weigh', question.id, '--why')
  expect(counted.out).toContain('counted, not weighed: 0 of 3 origins graded')
  expect(counted.out).toMatch(/300: likely, 70 %/)
  expect(counted.out).toMatch(/2 independent origins stand behind it: (Italy, Latvia|Latvia, Italy)/)
  expect(counted.out).toContain('one origin says otherwise: Norway')

  await run('grade', 'Italy', 'B')
  await run('grade', 'Latvia', 'B')
  const graded = await run('grade', 'Norway', 'D')
  expect(graded.out).toMatch(/300: support: 67 % → 9\d %/)
  expect((await run('weigh', question.id)).out).toContain('weighed by the analyst’s grades: 3 of 3 origins graded')

  const claim = question.members[0]?.claim ?? ''
  expect((await run('grade', claim, 'A')).code).toBe(2)
  expect((await run('grade', 'Italy', '2')).code).toBe(2)
  expect((await run('grade', claim, '2')).out).toContain(`${claim}: credibility: 2 → 2 by an analyst`)

  const judged = await run('judge', question.id, 'Ferries have gone to Riga.', '--likelihood', 'likely', '--confidence', 'low')
  expect(judged.code).toBe(0)
  const brief = await run('brief')
  expect(brief.out).toContain('**An analyst judges:** Ferries have gone to Riga.')
  for (const line of brief.out.split('\n')) expect(/likel/i.test(line) && /confidence/i.test(line)).toBe(false)

  const id = /e-\d+/.exec(judged.out)?.[0] ?? ''
  expect((await run('undo', id)).out).toContain('judgement: Ferries have gone to Riga. · likely · low → none')
  expect((await run('edits')).out).not.toContain('is judged')
  expect((await run('judge', question.id, ' ')).code).toBe(2)
}, 60_000)

test('retract tells the sentences of the SITREP that fall away', async () => {
  const claim = question.members[0]?.claim ?? ''
  const ran = await run('retract', claim)
  expect(ran.out).toContain('No longer in the SITREP:')
  expect(ran.out).toContain('sentences of the SITREP changed')
}, 60_000)
