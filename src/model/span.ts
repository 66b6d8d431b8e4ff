/** A half-open range `[start, end)` in UTF-16 code units of a report's working text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the text it was read from. Every value in a Reading hangs on at least one cell. */
export interface Cell extends Span {
  readonly text: string
}

/** A role may be discontinuous: its cells stand in text order and do not overlap. */
export type Cells = readonly Cell[]

/** Cuts a cell out of a working text. */
export function cellAt(text: string, start: number, end: number): Cell {
  return { start, end, text: text.slice(start, end) }
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The smallest span that holds all the given ones; null for none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}
