/** `[start, end)` in UTF-16 code units of the document's text. */
export type Range = readonly [number, number]

export const QUOTATIONS = ['direct', 'indirect', 'mixed', 'none'] as const
export const MODALITIES = ['asserted', 'reported', 'believed', 'possible', 'planned', 'denied', 'cannotConfirm'] as const
export const ROLES = ['total', 'increment', 'rate', 'share', 'remaining', 'unstated'] as const
export const EVIDENCE = ['imagery', 'video', 'audio', 'document', 'object', 'witness', 'intelligence', 'data'] as const

export interface AnnotatedAttribution {
  /** `a1`, `a2`, … in the order in which the annotator wrote them. */
  readonly id: string
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly quotation: (typeof QUOTATIONS)[number]
  readonly modality: (typeof MODALITIES)[number]
  /** The words that show a modality other than asserted; may be empty. */
  readonly modalityCue: readonly Range[]
  readonly polarity: 'affirmed' | 'negated'
  /** The attribution whose content this one stands in, the smallest if several; null at top level. */
  readonly parent: string | null
  /** The attribution that passes this one's content on ("the NIS, cited by Yonhap": the NIS's points at Yonhap's); null for none. */
  readonly relay: string | null
  readonly evidence: readonly { readonly kind: (typeof EVIDENCE)[number]; readonly span: Range }[]
}

/** One annotated document. The text itself is not here: `file` and `id` say where it is read, `sha256` that it is the same. */
export interface AnnotatedDocument {
  readonly id: string
  readonly file: string
  readonly url: string
  readonly licence: string
  readonly sha256: string
  readonly split: 'train' | 'dev' | 'test'
  readonly attributions: readonly AnnotatedAttribution[]
  readonly figures: readonly { readonly span: Range; readonly role: (typeof ROLES)[number] }[]
}

/** Reads standoff JSONL, one document a line. */
export function parseStandoff(jsonl: string): AnnotatedDocument[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AnnotatedDocument)
}

/** True when every range of `inner` lies in some range of `outer`. */
export function covers(outer: readonly Range[], inner: readonly Range[]): boolean {
  return inner.every(([start, end]) => outer.some(([from, to]) => from <= start && end <= to))
}

/** What is wrong with a document's annotation, in words; empty when nothing is. */
export function faults(document: AnnotatedDocument, text: string): string[] {
  const found: string[] = []
  const ids = new Set(document.attributions.map((a) => a.id))
  const check = (name: string, ranges: readonly Range[]): void => {
    let last = 0
    for (const [start, end] of ranges) {
      const piece = text.slice(start, end)
      if (start < last || end <= start || end > text.length)
        found.push(`${name}: [${start}, ${end}) is out of order or outside the text`)
      else if (piece !== piece.trim()) found.push(`${name}: [${start}, ${end}) begins or ends with white space`)
      last = end
    }
  }
  for (const a of document.attributions) {
    check(`${a.id} source`, a.source)
    check(`${a.id} cue`, a.cue)
    check(`${a.id} content`, a.content)
    check(`${a.id} modality`, a.modalityCue)
    for (const item of a.evidence) check(`${a.id} evidence`, [item.span])
    if (a.content.length === 0) found.push(`${a.id}: no content`)
    if (a.source.length === 0 && a.cue.length === 0) found.push(`${a.id}: neither source nor cue`)
    if (a.content.some((c) => [...a.source, ...a.cue].some((o) => o[0] < c[1] && c[0] < o[1])))
      found.push(`${a.id}: content meets its source or cue`)
    for (const other of [a.parent, a.relay])
      if (other !== null && (other === a.id || !ids.has(other))) found.push(`${a.id}: points at ${other}`)
  }
  for (const figure of document.figures) check('figure', [figure.span])
  return found
}
