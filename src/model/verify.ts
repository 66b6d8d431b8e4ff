import type { Reading } from './reading.ts'
import type { Cell } from './span.ts'

/** A cell that does not reproduce its text, or a reference that leads nowhere. */
export interface SpanFault {
  /** Path of the cell within the Reading: `claims[3].chain[0].cue[0]`. */
  readonly path: string
  readonly problem: string
}

/** Thrown by a write that was asked to save a Reading whose spans do not check. */
export class SpanMismatch extends Error {
  readonly faults: readonly SpanFault[]
  constructor(what: string, faults: readonly SpanFault[]) {
    const first = faults[0]
    super(`${what}: ${faults.length} span${faults.length === 1 ? '' : 's'} do not hold; first ${first?.path}: ${first?.problem}`)
    this.name = 'SpanMismatch'
    this.faults = faults
  }
}

function isCell(value: object): value is Cell {
  return 'start' in value && 'end' in value && 'text' in value
}

/**
 * Checks that every span of a Reading lies in the working text, that every cell reproduces its text, that cells of one
 * role are in order, and that every id a claim points at exists. Runs before every write and in `doctor`.
 * @param text the working text that the Reading was made from
 * @returns the faults, in the order of the Reading; empty when all holds
 */
export function verifySpans(text: string, reading: Reading): SpanFault[] {
  const faults: SpanFault[] = []
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const item: unknown = value[i]
        walk(item, `${path}[${i}]`)
      }
      return
    }
    if ('start' in value && 'end' in value) checkSpan(value as { start: unknown; end: unknown }, path)
    for (const [key, child] of Object.entries(value)) walk(child, path === '' ? key : `${path}.${key}`)
  }
  const checkSpan = (span: { start: unknown; end: unknown }, path: string): void => {
    const { start, end } = span
    if (!Number.isInteger(start) || !Number.isInteger(end)) {
      faults.push({ path, problem: 'start and end must be whole numbers' })
      return
    }
    const from = start as number
    const to = end as number
    if (from < 0 || to > text.length || from >= to) {
      faults.push({ path, problem: `[${from}, ${to}) is empty or lies outside the text of ${text.length}` })
      return
    }
    if (isCell(span) && text.slice(from, to) !== span.text) {
      faults.push({
        path,
        problem: `[${from}, ${to}) holds ${JSON.stringify(text.slice(from, to))}, not ${JSON.stringify(span.text)}`,
      })
    }
  }
  walk(reading, '')
  checkOrder(reading, faults)
  checkReferences(reading, faults)
  return faults
}

function checkOrder(reading: Reading, faults: SpanFault[]): void {
  const ordered = (cells: readonly Cell[], path: string): void => {
    for (let i = 1; i < cells.length; i++) {
      const before = cells[i - 1]
      const cell = cells[i]
      if (before && cell && cell.start < before.end)
        faults.push({ path: `${path}[${i}]`, problem: 'cells overlap or are out of order' })
    }
  }
  reading.claims.forEach((claim, i) => {
    if (claim.content.length === 0) faults.push({ path: `claims[${i}].content`, problem: 'a claim needs content' })
    ordered(claim.content, `claims[${i}].content`)
    claim.chain.forEach((link, k) => {
      ordered(link.source, `claims[${i}].chain[${k}].source`)
      ordered(link.cue, `claims[${i}].chain[${k}].cue`)
    })
  })
}

function checkReferences(reading: Reading, faults: SpanFault[]): void {
  const ids = (items: readonly { readonly id: string }[]): Set<string> => new Set(items.map((item) => item.id))
  const known = {
    figures: ids(reading.figures),
    times: ids(reading.times),
    places: ids(reading.places),
    entities: ids(reading.entities),
    evidence: ids(reading.evidence),
    claims: ids(reading.claims),
  }
  const need = (set: Set<string>, id: string | null, path: string): void => {
    if (id !== null && !set.has(id)) faults.push({ path, problem: `points at ${id}, which is not in the Reading` })
  }
  reading.claims.forEach((claim, i) => {
    const at = `claims[${i}]`
    for (const kind of ['figures', 'times', 'places', 'entities', 'evidence'] as const) {
      for (const id of claim[kind]) need(known[kind], id, `${at}.${kind}`)
    }
    need(known.claims, claim.parent, `${at}.parent`)
    for (const link of claim.chain) need(known.entities, link.entity, `${at}.chain`)
    for (const agreement of claim.agreements) need(known.claims, agreement.with, `${at}.agreements`)
  })
  reading.evidence.forEach((item, i) => {
    for (const id of item.bearsOn) need(known.claims, id, `evidence[${i}].bearsOn`)
  })
}
