import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { whenOf, whenWords } from '../disseminate/when.ts'
import { type Attribution, type Claim, type Figure, type Reading, readerAgreement, type Span } from '../model/index.ts'
import type { ExplainedCue } from '../read/index.ts'
import { modalityInWords } from './modality.ts'
import { colour, grouped, plain } from './terminal.ts'

type Role = 'text' | 'content' | 'figure' | 'cue' | 'source'

/** Later roles win where spans overlap: who and how matter more than what. */
const ORDER: readonly Role[] = ['text', 'content', 'figure', 'cue', 'source']

export interface ViewOptions {
  readonly width: number
  /** Colour marks the roles; without it brackets do: {source} <cue> and =figure=. */
  readonly colours: boolean
  /** What the learned model goes by, where each claim is to be explained. */
  readonly explain: readonly ExplainedCue[] | null
}

/** The text of a report with its roles marked, and beside each paragraph the claims that begin in it. */
export function viewReading(text: string, reading: Reading, options: ViewOptions): string {
  const lines = [legend(options.colours), '']
  const sideBySide = options.width >= 100
  const left = sideBySide ? Math.floor(options.width * 0.55) : options.width
  const right = sideBySide ? options.width - left - 3 : options.width - 4
  const roles = rolesOf(text, reading)
  for (const paragraph of paragraphsOf(text)) {
    const claims = reading.claims.filter((claim) => within(paragraph, beginningOf(claim)))
    const textLines = wrap(mark(text, paragraph, roles, claims, options.colours), left)
    const claimLines = claims.flatMap((claim) => [
      ...describeClaim(claim, text, reading, options).flatMap((line, i) => indent(line, right, i > 0)),
      '',
    ])
    if (sideBySide) lines.push(...beside(textLines, claimLines, left))
    else lines.push(...textLines, ...claimLines.map((line) => `    ${line}`))
    lines.push('')
  }
  if (reading.second !== undefined) {
    const { reader, same, onlyFirst, onlySecond } = reading.second
    lines.push(
      plain(
        `${reader.version === reader.model ? reader.model : `${reader.model} (${reader.version})`}, prompt ${reader.prompt}: ${same} the same, ${onlyFirst} only first reader, ${onlySecond} only second`,
      ),
    )
  }
  for (const note of reading.notes) lines.push(colour.yellow(`note: ${plain(note)}`))
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
}

function legend(colours: boolean): string {
  const roles = (['source', 'cue', 'content', 'figure'] as const).map((role) =>
    colours ? paint(role, role, true) : bracket(role, role) || role,
  )
  return `${roles.join('  ')}   ${colour.dim('[c1] a claim begins')}`
}

function rolesOf(text: string, reading: Reading): Uint8Array {
  const roles = new Uint8Array(text.length)
  const put = (span: Span, role: Role): void => {
    const rank = ORDER.indexOf(role)
    for (let i = span.start; i < span.end; i++) if ((roles[i] ?? 0) < rank) roles[i] = rank
  }
  for (const claim of reading.claims) {
    if (claim.chain.length > 0) for (const cell of claim.content) put(cell, 'content')
    for (const link of claim.chain) {
      for (const cell of link.cue) put(cell, 'cue')
      for (const cell of link.source) put(cell, 'source')
    }
  }
  for (const figure of reading.figures) put(figure.cell, 'figure')
  return roles
}

function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/\S[^\n]*/g)) spans.push({ start: match.index, end: match.index + match[0].length })
  return spans
}

function beginningOf(claim: Claim): number {
  const starts = [...claim.content, ...claim.chain.flatMap((link) => [...link.source, ...link.cue])].map((cell) => cell.start)
  return claim.chain.length === 0 ? (claim.content[0]?.start ?? 0) : Math.min(...starts)
}

function within(span: Span, position: number): boolean {
  return span.start <= position && position < span.end
}

function mark(text: string, paragraph: Span, roles: Uint8Array, claims: readonly Claim[], colours: boolean): string {
  const labels = new Map<number, string[]>()
  for (const claim of claims) {
    const at = claim.content[0]?.start ?? paragraph.start
    labels.set(at, [...(labels.get(at) ?? []), claim.id])
  }
  let result = ''
  let from = paragraph.start
  while (from < paragraph.end) {
    const label = labels.get(from)
    if (label) result += colour.dim(`[${label.join(' ')}] `)
    let to = from + 1
    while (to < paragraph.end && roles[to] === roles[from] && !labels.has(to)) to++
    const piece = plain(text.slice(from, to))
    const role = ORDER[roles[from] ?? 0] ?? 'text'
    result += colours ? paint(role, piece) : bracket(role, piece) || piece
    from = to
  }
  return result
}

function paint(role: Role, piece: string, sample = false): string {
  if (role === 'source') return colour.cyan(colour.underline(piece))
  if (role === 'cue') return colour.magenta(piece)
  if (role === 'figure') return colour.yellow(piece)
  if (role === 'content') return piece
  return sample ? piece : colour.dim(piece)
}

function bracket(role: Role, piece: string): string {
  if (role === 'source') return `{${piece}}`
  if (role === 'cue') return `<${piece}>`
  if (role === 'figure') return `=${piece}=`
  return ''
}

function describeClaim(claim: Claim, text: string, reading: Reading, options: ViewOptions): string[] {
  const who = chainInWords(claim.chain)
  const shown = claim.modalityCues.map((cell) => plain(cell.text)).join(', ')
  const lines = [
    `${colour.bold(claim.id)}  ${modalityInWords(claim.modality, claim.polarity)}${shown === '' ? '' : colour.dim(` (${shown})`)}  ${who}${claim.parent === null ? '' : colour.dim(`  in ${claim.parent}`)}`,
  ]
  lines.push(plain(claim.content.map((cell) => cell.text).join(' … ')))
  const figures = claim.figures
    .map((id) => reading.figures.find((figure) => figure.id === id))
    .filter((figure) => figure !== undefined)
  for (const figure of figures) lines.push(colour.yellow(figureInWords(figure)))
  const when = whenOf(claim, reading)
  if (when.event !== null || when.said !== null)
    lines.push(`when: ${whenWords(when)}${when.reported === null ? 'no date of publication' : `reported ${when.reported}`}`)
  for (const id of claim.evidence) {
    const item = reading.evidence.find((candidate) => candidate.id === id)
    if (item) lines.push(`evidence (${item.kind}): ${plain(item.cell.text)}`)
  }
  if (claim.basis.length > 0) lines.push(`basis: ${plain(claim.basis.map((cell) => cell.text).join(' … '))}`)
  for (const agreement of claim.agreements)
    lines.push(
      `${agreement.kind === 'corroborates' ? 'agrees with' : 'conflicts with'} ${agreement.with ?? 'something not found here'} ("${plain(agreement.cue.text)}")`,
    )
  const agreement = agreementInWords(claim, reading)
  if (agreement !== null) lines.push(agreement)
  if (options.explain) for (const line of explain(claim, text, options.explain)) lines.push(colour.dim(line))
  return lines
}

function chainInWords(chain: readonly Attribution[]): string {
  if (chain.length === 0) return colour.dim('the report itself')
  return chain
    .map((link) =>
      link.source.length === 0
        ? colour.dim('(no source stated)')
        : colour.cyan(plain(link.source.map((cell) => cell.text).join(' … '))),
    )
    .join(colour.dim(' ← '))
}

/** Which of two readers found a claim, and what the second made of it where it differs. */
function agreementInWords(claim: Claim, reading: Reading): string | null {
  const agreement = readerAgreement(claim, reading)
  if (agreement === null) return null
  if (agreement === 'onlyFirst') return colour.dim('only the first reader')
  if (agreement === 'onlySecond') return colour.green(`only the second reader (${plain(claim.reader?.model ?? '')})`)
  const { second } = claim
  const differs: string[] = []
  if (second !== undefined) {
    const words = (cells: Claim['content']): string => plain(cells.map((cell) => cell.text).join(' … '))
    const how = modalityInWords(second.modality, second.polarity)
    if (how !== modalityInWords(claim.modality, claim.polarity)) differs.push(how)
    if (chainInWords(second.chain) !== chainInWords(claim.chain)) differs.push(chainInWords(second.chain))
    if (words(second.content) !== words(claim.content)) differs.push(`“${words(second.content)}”`)
  }
  return `${colour.green('both readers')}${differs.length === 0 ? '' : `; the second: ${differs.join(', ')}`}`
}

function explain(claim: Claim, text: string, cues: readonly ExplainedCue[]): string[] {
  const cells = [...claim.chain.flatMap((link) => [...link.source, ...link.cue]), ...claim.content]
  const spans = cells.map((cell) => `[${cell.start}, ${cell.end})`).join(' ')
  const made = `rule ${claim.rule}${claim.score === undefined ? '' : `, cue ${claim.score.toFixed(2)}`}; ${claim.quotation} quotation; ${claim.chain.map((link) => `${link.speaker} by ${link.cueKind}`).join(' ← ') || 'narrator'}; spans ${spans} of ${text.length}`
  const own = claim.chain.at(-1)?.cue ?? []
  // Of a cue's words, the one that the model was surest of is its head
  const head = cues
    .filter(({ start, end }) => own.some((cell) => cell.start <= start && end <= cell.end))
    .sort((a, b) => b.probability - a.probability)[0]
  if (claim.score === undefined || head === undefined) return [made]
  const sign = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`
  return [
    made,
    `“${plain(text.slice(head.start, head.end))}” heads a cue, in log-odds: ${head.grounds.map(({ what, weight }) => `${what} ${sign(weight)}`).join(', ')}`,
  ]
}

/** "at most 12,000 troops (total) · send, done". */
export function figureInWords(figure: Figure): string {
  if (/^(?:ordinal|designation|calibre)$/.test(figure.kind))
    return `“${plain(figure.cell.text)}”, ${figure.kind === 'designation' ? 'a name' : figure.kind === 'calibre' ? 'a calibre' : 'a rank in order'}, no count`
  const number = (value: number | null): string => (value === null ? '?' : grouped(value))
  const amount =
    figure.bound === 'between'
      ? `${number(figure.low)} to ${number(figure.high)}`
      : figure.bound === 'atLeast'
        ? `at least ${number(figure.low)}`
        : figure.bound === 'atMost'
          ? `at most ${number(figure.high)}`
          : `${figure.bound === 'about' ? 'about ' : ''}${number(figure.best ?? figure.low ?? figure.high)}`
  const unit = figure.unit === null ? '' : figure.unit === '%' ? ' %' : ` ${figure.unit}`
  const of = figure.of === null ? '' : ` ${plain(figure.of.text)}`
  const role = figure.role === 'unstated' ? '' : ` (${figure.role})`
  const event = figure.event ? ` · ${figure.event.negated ? 'not ' : ''}${figure.event.lemma}, ${figure.event.frame}` : ''
  return `${amount}${unit}${of}${role}${event}`
}

function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true, trim: true }).split('\n')
}

function indent(line: string, width: number, more: boolean): string[] {
  return wrap(line, width - (more ? 4 : 0)).map((part, i) => (more || i > 0 ? `    ${part}` : part))
}

function beside(left: readonly string[], right: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const text = left[i] ?? ''
    lines.push(`${text}${' '.repeat(Math.max(0, width - stringWidth(text)))} ${colour.dim('│')} ${right[i] ?? ''}`.trimEnd())
  }
  return lines
}
