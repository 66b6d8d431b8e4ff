import { type Cell, cellAt } from '../../model/index.ts'
import type { Page, Range } from '../grammar/page.ts'

/** Token ranges as cells of the working text; ranges that touch become one cell. */
export function cellsOf(page: Page, ranges: readonly Range[]): Cell[] {
  const sorted = ranges.filter((range) => range.end > range.first).sort((a, b) => a.first - b.first)
  const merged: { first: number; end: number }[] = []
  for (const range of sorted) {
    const before = merged.at(-1)
    if (before && range.first <= before.end && page.paragraphOf[range.first] === page.paragraphOf[before.end - 1])
      before.end = Math.max(before.end, range.end)
    else if (before && range.first < before.end) before.end = Math.max(before.end, range.end)
    else merged.push({ ...range })
  }
  return merged.map((range) => cellOf(page, range))
}

export function cellOf(page: Page, range: Range): Cell {
  return cellAt(page.text, page.tokens[range.first]!.start, page.tokens[range.end - 1]!.end)
}
