import { expect, test } from 'vitest'
import { type FigureRecord, figuresCsv } from '../../src/disseminate/figure-csv.ts'

const figure: FigureRecord = {
  asOf: '2031-03-04',
  reported: null,
  low: 3000,
  best: null,
  high: null,
  bound: 'atLeast',
  unit: null,
  role: 'total',
  modality: 'believed',
  stance: 'asserts',
  speaker: 'Port Authority, Valdo',
  outlet: '=HYPERLINK("https://evil.example")',
  words: 'at least\n3,000',
  superseded: false,
  mutation: null,
  claim: 'rabc.1.c1',
}

test('an open side is empty, text is quoted, and nothing runs as a formula', () => {
  expect(figuresCsv([figure])).toBe(
    [
      'asOf,reported,low,best,high,bound,unit,role,modality,stance,origin,outlet,words,superseded,mutation,claim',
      '2031-03-04,,3000,,,atLeast,,total,believed,asserts,"Port Authority, Valdo","\'=HYPERLINK(""https://evil.example"")","at least\n3,000",false,,rabc.1.c1',
      '',
    ].join('\n'),
  )
})
