import { memo, type ReactNode, useMemo } from 'react'
import type { Reading, Span } from '../../../../model/index.ts'

type Role = 'source' | 'cue' | 'content' | 'figure' | 'time' | 'place' | 'cited'

interface Mark extends Span {
  readonly role: Role
  readonly claims: readonly string[]
  /** The words attribute a claim that holds this one, and this one only through it. */
  readonly above?: boolean
}

interface Piece extends Span {
  readonly roles: readonly Role[]
  /** Ids of the claims that this stretch belongs to, the narrowest first, those that it only attributes through another last. */
  readonly claims: readonly string[]
}

interface Paragraph {
  readonly pieces: readonly Piece[]
  readonly claims: ReadonlySet<string>
}

interface Hooks {
  readonly chosen: string | null
  readonly near: string | null
  readonly onChoose: (claim: string) => void
  readonly onNear: (claim: string | null) => void
}

interface Props extends Hooks {
  readonly text: string
  readonly reading: Reading | null
  /** A passage that is pointed at from elsewhere, to the character. */
  readonly cited: Span | null
}

/** The report's text with the spans of its Reading marked; each mark knows its claims. Text is only ever text here. */
export const AnnotatedText = memo(function AnnotatedText({ text, reading, cited, chosen, near, onChoose, onNear }: Props) {
  const paragraphs = useMemo(() => paragraphsOf(text, reading, cited), [text, reading, cited])
  const inside = (paragraph: Paragraph, claim: string | null): string | null =>
    claim !== null && paragraph.claims.has(claim) ? claim : null
  return (
    <article className="report-text" aria-label="Text of the report">
      {paragraphs.map((paragraph) => (
        <ParagraphText
          key={paragraph.pieces[0]?.start}
          pieces={paragraph.pieces}
          text={text}
          chosen={inside(paragraph, chosen)}
          near={inside(paragraph, near)}
          onChoose={onChoose}
          onNear={onNear}
        />
      ))}
    </article>
  )
})

/** Drawn again only when a claim of its own is chosen or pointed at: a long report stays quick under the mouse. */
const ParagraphText = memo(function ParagraphText({
  pieces,
  text,
  ...hooks
}: Hooks & { readonly pieces: readonly Piece[]; readonly text: string }) {
  return <p>{pieces.map((piece) => renderPiece(piece, text, hooks))}</p>
})

function renderPiece(piece: Piece, text: string, { chosen, near, onChoose, onNear }: Hooks): ReactNode {
  const words = text.slice(piece.start, piece.end)
  const [first] = piece.claims
  if (first === undefined && piece.roles.length === 0) return words
  const state =
    chosen !== null && piece.claims.includes(chosen) ? 'chosen' : near !== null && piece.claims.includes(near) ? 'near' : ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same is done from the list of claims, by keyboard too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <span
      key={piece.start}
      className={`mark ${piece.roles.join(' ')} ${state}`}
      data-claims={piece.claims.join(' ') || undefined}
      onClick={
        first === undefined
          ? undefined
          : () =>
              onChoose(
                chosen !== null && piece.claims.includes(chosen)
                  ? (piece.claims[(piece.claims.indexOf(chosen) + 1) % piece.claims.length] ?? first)
                  : first,
              )
      }
      onMouseEnter={first === undefined ? undefined : () => onNear(first)}
      onMouseLeave={() => onNear(null)}
    >
      {words}
    </span>
  )
}

/** Cuts the text at every edge of a mark; a piece carries all roles and claims that cover it. */
function paragraphsOf(text: string, reading: Reading | null, cited: Span | null): Paragraph[] {
  const marks = reading === null ? [] : marksOf(reading)
  if (cited !== null) marks.push({ ...cited, role: 'cited', claims: [] })
  const widths = new Map<string, number>()
  for (const claim of reading?.claims ?? [])
    widths.set(
      claim.id,
      claim.content.reduce((sum, cell) => sum + cell.end - cell.start, 0),
    )
  const paragraphs: Paragraph[] = []
  // Where no blank line parts the paragraphs, each line is one.
  const paragraph = text.includes('\n\n') ? /[^\n](?:[^\n]|\n(?!\n))*/g : /[^\n]+/g
  for (const match of text.matchAll(paragraph)) {
    const from = match.index
    const to = from + match[0].length
    const inside = marks.filter((mark) => mark.start < to && from < mark.end)
    const edges = [
      ...new Set([from, to, ...inside.flatMap((mark) => [Math.max(from, mark.start), Math.min(to, mark.end)])]),
    ].sort((a, b) => a - b)
    const pieces: Piece[] = []
    for (let i = 0; i + 1 < edges.length; i++) {
      const start = edges[i] ?? from
      const end = edges[i + 1] ?? to
      const covering = inside.filter((mark) => mark.start <= start && end <= mark.end)
      pieces.push({
        start,
        end,
        roles: [...new Set(covering.map((mark) => mark.role))],
        claims: [...new Set(covering.flatMap((mark) => mark.claims))].sort(
          (a, b) => far(covering, a) - far(covering, b) || (widths.get(a) ?? 0) - (widths.get(b) ?? 0),
        ),
      })
    }
    paragraphs.push({ pieces, claims: new Set(pieces.flatMap((piece) => piece.claims)) })
  }
  return paragraphs
}

/** 1 where a claim is covered only by words that attribute it through another, else 0. */
function far(covering: readonly Mark[], claim: string): number {
  return covering.every((mark) => mark.above === true || !mark.claims.includes(claim)) ? 1 : 0
}

function marksOf(reading: Reading): Mark[] {
  const marks: Mark[] = []
  const holders = (kind: 'figures' | 'times' | 'places', id: string): string[] =>
    reading.claims.filter((claim) => claim[kind].includes(id)).map((claim) => claim.id)
  for (const claim of reading.claims) {
    // A narrator claim has no source to tell apart: its text is marked only when it is chosen.
    for (const cell of claim.content) marks.push({ start: cell.start, end: cell.end, role: 'content', claims: [claim.id] })
    const outer = reading.claims.find(({ id }) => id === claim.parent)?.chain.length ?? 0
    for (const [i, link] of claim.chain.entries()) {
      const mark = { claims: [claim.id], above: i < outer }
      for (const cell of link.source) marks.push({ start: cell.start, end: cell.end, role: 'source', ...mark })
      for (const cell of link.cue) marks.push({ start: cell.start, end: cell.end, role: 'cue', ...mark })
    }
  }
  for (const figure of reading.figures)
    marks.push({ start: figure.cell.start, end: figure.cell.end, role: 'figure', claims: holders('figures', figure.id) })
  for (const time of reading.times)
    marks.push({ start: time.cell.start, end: time.cell.end, role: 'time', claims: holders('times', time.id) })
  for (const place of reading.places)
    marks.push({ start: place.cell.start, end: place.cell.end, role: 'place', claims: holders('places', place.id) })
  return marks
}
