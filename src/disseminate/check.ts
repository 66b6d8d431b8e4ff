import type { Sitrep, SituationInput, Statement } from '../model/index.ts'
import { MODALITY_WORDS } from './wording.ts'

/**
 * Checks a SITREP by machine before anybody reads it: each citation reproduces its passage, each statement has one, each
 * number in a statement's quotation stands in a cited passage, and no statement puts a claim more strongly than it was made.
 * @returns what does not hold, in plain words; empty when all does
 */
export function checkSitrep(document: Sitrep, input: SituationInput): string[] {
  const problems: string[] = []
  const reports = new Map(input.reports.map((report) => [report.version, report]))
  document.citations.forEach((citation, i) => {
    const report = reports.get(citation.version)
    if (citation.number !== i + 1) problems.push(`citation ${citation.number} stands in place ${i + 1}`)
    if (report === undefined)
      problems.push(`citation ${citation.number} points at ${citation.version}, which is not in the situation`)
    else if (report.text.slice(citation.start, citation.end) !== citation.quotation)
      problems.push(`citation ${citation.number} does not reproduce its passage in ${citation.version}`)
  })
  const statements: [string, Statement][] = [
    ...document.bottomLine.map((s): [string, Statement] => ['bottom line', s]),
    ...document.keyClaims.flatMap((block) => block.statements.map((s): [string, Statement] => [block.name, s])),
    ...document.disagreements.map((s): [string, Statement] => ['disagreements', s]),
    ...document.assessments.map((s): [string, Statement] => ['assessments', s]),
    ...document.mutations.map((s): [string, Statement] => ['mutations', s]),
    ...document.figures.map((row): [string, Statement] => ['figures', { text: row.question, citations: row.citations }]),
    ...document.envelopes.map((row): [string, Statement] => ['envelope', { text: row.question, citations: row.citations }]),
    ...document.arithmetic.map((s): [string, Statement] => ['arithmetic', s]),
    ...(document.changes?.statements ?? []).map((s): [string, Statement] => ['changes', s]),
    ...document.evidence.map((row): [string, Statement] => ['evidence', { text: row.text, citations: row.citations }]),
    ...document.places.map((row): [string, Statement] => ['places', { text: row.name, citations: row.citations }]),
  ]
  for (const [where, statement] of statements) {
    if (statement.citations.length === 0) problems.push(`${where}: “${statement.text.slice(0, 80)}” has no citation`)
    for (const number of statement.citations) {
      if (document.citations[number - 1] === undefined) problems.push(`${where}: citation ${number} does not exist`)
    }
  }
  const quoting = [...document.keyClaims, { name: 'assessments', statements: document.assessments }]
  for (const { name, statements } of quoting) {
    for (const statement of statements) {
      problems.push(...quotationHolds(statement, document).map((problem) => `${name}: ${problem}`))
      problems.push(...modalityHolds(statement, document, reports).map((problem) => `${name}: ${problem}`))
    }
  }
  return problems
}

/** What stands between the outer quotation marks must stand in the cited passages, piece by piece, numbers included. */
function quotationHolds(statement: Statement, document: Sitrep): string[] {
  const quotation = /: ([\s\S]*)$/.exec(statement.text)?.[1]
  if (quotation === undefined) return [`“${statement.text.slice(0, 80)}” quotes nothing`]
  const passages = statement.citations.map((number) => flat(document.citations[number - 1]?.quotation ?? ''))
  const missing = quotation
    .split(' … ')
    .map(flat)
    .filter((piece) => piece !== '' && !passages.some((passage) => passage.includes(piece)))
  return missing.map((piece) => `“${piece.slice(0, 80)}” does not stand in what is cited`)
}

function modalityHolds(
  statement: Statement,
  document: Sitrep,
  reports: ReadonlyMap<string, SituationInput['reports'][number]>,
): string[] {
  const first = document.citations[(statement.citations[0] ?? 0) - 1]
  if (!first?.claim) return []
  const report = reports.get(first.version)
  const claim = report?.reading.claims.find((candidate) => `${first.version}.${candidate.id}` === first.claim)
  if (!claim) return []
  const put = statement.text.slice(0, statement.text.indexOf(': '))
  const words = MODALITY_WORDS[claim.modality]
  return words.some((word) => put.includes(word)) ? [] : [`a claim that is ${claim.modality} is put as “${put}”`]
}

function flat(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s“"‘]+|[\s”"’,;:.]+$/g, '')
    .toLowerCase()
}
