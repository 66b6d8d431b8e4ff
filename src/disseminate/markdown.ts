import type { ChangesBlock, QuestionBlock, Sitrep, SitrepCitation } from '../model/index.ts'
import { whenWords } from './when.ts'
import { atStart, counted, grouped, STANCE_WORD } from './wording.ts'

/**
 * Text from reports as Markdown that stays text: no emphasis, link, image, HTML, table or list can come of it, nor an address
 * that a viewer would turn into a link by itself.
 */
export function inert(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]#|~!$^{}]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/@/g, '&#64;')
    .replace(/^([-+=]|\d+(?=[.)](?:\s|$)))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** The SITREP as Markdown. */
export function toMarkdown(s: Sitrep): string {
  const lines: string[] = []
  const add = (...more: string[]): void => {
    lines.push(...more)
  }
  add(`# SITREP: ${inert(s.situation)}`, '', `**TLP:${s.tlp}** · as of ${moment(s.asOf)}`, '')
  add(
    `Period: ${period(s)}. ${counted(s.counts.reports, 'report')} from ${counted(s.counts.outlets, 'outlet')}, ${counted(s.counts.claims, 'claim')}, ${counted(s.counts.origins, 'independent origin')}.`,
    '',
  )
  section(
    'Bottom line',
    s.bottomLine.length === 0
      ? ['Nothing in the reports rests on a recorded origin.']
      : s.bottomLine.flatMap((statement) => [`- ${inert(statement.text)} ${cites(statement.citations)}`]),
  )
  if (s.keyClaims.length > 0) {
    add(
      '## Key claims',
      '',
      '_What is claimed, on whose word. Quotations are the reports’ own; a statement here is not a finding._',
      '',
    )
    for (const block of s.keyClaims) {
      add(`### ${inert(block.name)}`, '', `**${origins(block.origins)}.** ${inert(block.originsWhy)}`.trimEnd(), '')
      for (const statement of block.statements)
        add(
          `- ${statement.stance === 'asserts' ? '' : `*${STANCE_WORD[statement.stance]}* — `}${inert(statement.text)} ${cites(statement.citations)}`,
        )
      add('', ...weighed(block), '')
    }
    if (s.furtherQuestions > 0) add(`${counted(s.furtherQuestions, 'further question')} in the ledger: \`sitrep questions\`.`, '')
  }
  table(
    'Figures',
    ['Question', 'Speaker', 'Low', 'Best', 'High', 'Bound', 'Modality', 'Role', 'As of', ''],
    s.figures.map((row) => [
      row.question,
      row.speaker,
      number(row.low, row.unit),
      number(row.best, row.unit),
      number(row.high, row.unit),
      row.bound,
      row.modality,
      row.role,
      row.asOf ?? 'not known',
      raw(cites(row.citations)),
    ]),
  )
  table(
    ENVELOPE,
    ['Question', 'From', 'Low', 'Best', 'High', 'Origins', ''],
    s.envelopes.map((row) => [
      row.question,
      row.day,
      number(row.low, row.unit, 'open'),
      `${number(row.best, row.unit)}${row.fell ? ' (fell)' : ''}`,
      number(row.high, row.unit, 'open'),
      String(row.origins),
      raw(cites(row.citations)),
    ]),
  )
  section(
    ARITHMETIC,
    s.arithmetic.map(
      (row) => `- ${row.verdict === 'mismatch' ? '**Does not add up:** ' : ''}${inert(row.text)} ${cites(row.citations)}`,
    ),
  )
  section(
    'Disagreements',
    s.disagreements.map((statement) => `- ${inert(statement.text)} ${cites(statement.citations)}`),
  )
  section(
    'What changed on the way',
    s.mutations.map((row) => `- ${inert(row.text)} “${inert(row.before)}” → “${inert(row.after)}” ${cites(row.citations)}`),
  )
  if (s.changes !== null)
    section(`What is new since ${day(s.changes.since)}`, [
      ...s.changes.statements.map((statement) => `- ${inert(statement.text)} ${cites(statement.citations)}`),
      ...(s.changes.statements.length > 0 ? [''] : []),
      ...further(s.changes),
    ])
  section(
    ASSESSMENTS,
    s.assessments.map((statement) => `- ${inert(statement.text)} ${cites(statement.citations)}`),
  )
  table(
    'Evidence mentioned',
    ['Kind', 'What', 'Held by', 'Can show', 'Cannot show', ''],
    s.evidence.map((row) => [row.kind, row.text, row.holder ?? 'not stated', row.can, row.cannot, raw(cites(row.citations))]),
  )
  table(
    'Places',
    ['Place', 'Kind', 'Position', 'Known to the', 'Note', ''],
    s.places.map((row) => [
      row.name,
      row.kind,
      position(row.latitude, row.longitude),
      row.precision ?? '–',
      row.note ?? '',
      raw(cites(row.citations)),
    ]),
  )
  section(
    'Gaps',
    s.gaps.map((gap) => `- ${inert(gap.text)} ${cites(gap.citations)}`.trimEnd()),
  )
  table(
    'Sources',
    ['Source', 'Kind', 'Claims', 'Named as'],
    s.sources.slice(0, 25).map((row) => [row.name, row.kind, String(row.claims), row.surfaces.slice(0, 5).join(' · ')]),
  )
  add('## Citations', '')
  for (const citation of s.citations) add(`${citation.number}. ${cited(citation)}`)
  add('')
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`

  function section(title: string, body: readonly string[]): void {
    if (body.length > 0) add(`## ${title}`, '', ...body, '')
  }
  function table(title: string, head: readonly string[], rows: readonly (readonly (string | Raw)[])[]): void {
    if (rows.length === 0) return
    add(`## ${title}`, '', `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`)
    for (const row of rows) add(`| ${row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell.markdown)).join(' | ')} |`)
    add('')
  }
}

interface Raw {
  readonly markdown: string
}

function raw(markdown: string): Raw {
  return { markdown }
}

function cites(numbers: readonly number[]): string {
  return numbers.map((n) => `\\[${n}\\]`).join('')
}

function cited(citation: SitrepCitation): string {
  const outlet = citation.outlet ?? 'outlet not given'
  const title = citation.title === null ? '' : `, “${inert(citation.title)}”`
  return `${inert(outlet)}${title}, ${citation.published?.slice(0, 10) ?? 'date not given'}: “${inert(citation.quotation)}” (${whenWords(citation)}${citation.claim ?? citation.version}, characters ${citation.start}–${citation.end}; ${inert(citation.address)})${citation.credibility === '' ? '' : ` · ${inert(citation.credibility)}`}`
}

/** Proposals and judgement in paragraphs of their own, so that likelihood and confidence never share a sentence. */
function weighed({ weighed: found }: QuestionBlock): string[] {
  if (found === null) return []
  const { likelihood, likelihoodWhy, confidence, judgement } = found
  return [
    ...(likelihood.length > 0
      ? [`_Likelihood, proposed._ ${inert(likelihood.join('; '))}. ${inert(atStart(likelihoodWhy))}.`, '']
      : []),
    ...(confidence.length > 0 ? [`_Confidence, proposed._ ${inert(confidence.join('; '))}.`, ''] : []),
    ...(judgement === null ? [] : [`**An analyst judges:** ${inert(judgement.text)}`, '']),
    ...(judgement?.likelihood ? [`**Likelihood:** ${judgement.likelihood}.`, ''] : []),
    ...(judgement?.confidence ? [`**Confidence:** ${judgement.confidence}.`, ''] : []),
  ]
}

/** The counted rest of what is new, or that there is nothing. */
export function further({ statements, further: more }: ChangesBlock): string[] {
  if (more === 0) return statements.length === 0 ? ['Nothing moved.'] : []
  return [
    `${statements.length === 0 ? 'Only' : 'And'} ${counted(more, 'new claim or question', 'new claims and questions')}: see \`sitrep changes\`.`,
  ]
}

/** "2024-10-23", also of a moment. */
export function day(since: string): string {
  return since.slice(0, 10)
}

export const ENVELOPE = 'Figures over time, by origins'
export const ARITHMETIC = 'Figures that imply each other'
export const ASSESSMENTS = 'Beliefs and possibilities, apart from what is said to have happened'

export function origins(count: number): string {
  return count === 0 ? 'No recorded origin' : counted(count, 'independent origin')
}

/** "2024-10-23 23:59 UTC"; a time that is not ISO 8601 in UTC stays as it is. */
export function moment(asOf: string): string {
  return asOf.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/, '$1 $2 UTC')
}

export function period(s: Sitrep): string {
  if (s.period.from === null || s.period.to === null) return 'no report gives its date'
  return s.period.from === s.period.to ? s.period.from : `${s.period.from} to ${s.period.to}`
}

export function number(value: number | null, unit: string | null, open = '–'): string {
  return value === null ? open : `${grouped(value)}${unit === null ? '' : ` ${unit}`}`
}

export function position(latitude: number | null, longitude: number | null): string {
  return latitude === null || longitude === null ? 'not known' : `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`
}
