import type { Bound, FigureRole, Modality, MutationKind, Stance } from '../model/index.ts'

/** A figure as a row of the table. */
export interface FigureRecord {
  readonly asOf: string | null
  readonly reported: string | null
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly unit: string | null
  readonly role: FigureRole
  readonly modality: Modality
  readonly stance: Stance
  readonly speaker: string
  readonly outlet: string | null
  readonly words: string
  readonly superseded: boolean
  readonly mutation: MutationKind | null
  readonly claim: string
}

const COLUMNS: readonly (readonly [name: string, key: keyof FigureRecord])[] = [
  ['asOf', 'asOf'],
  ['reported', 'reported'],
  ['low', 'low'],
  ['best', 'best'],
  ['high', 'high'],
  ['bound', 'bound'],
  ['unit', 'unit'],
  ['role', 'role'],
  ['modality', 'modality'],
  ['stance', 'stance'],
  ['origin', 'speaker'],
  ['outlet', 'outlet'],
  ['words', 'words'],
  ['superseded', 'superseded'],
  ['mutation', 'mutation'],
  ['claim', 'claim'],
]

/** The figures of a question as CSV (RFC 4180, with line feeds): one a row, a head first, an open side empty. */
export function figuresCsv(figures: readonly FigureRecord[]): string {
  const rows = figures.map((figure) => COLUMNS.map(([, key]) => cell(figure[key])).join(','))
  return `${[COLUMNS.map(([name]) => name).join(','), ...rows].join('\n')}\n`
}

/** Quoted where needed; text that a spreadsheet would run as a formula is led by an apostrophe. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
