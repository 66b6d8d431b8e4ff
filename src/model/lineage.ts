import type { Span } from './span.ts'

/** Proof that can be opened: a span of one version of one report. */
export interface Citation extends Span {
  readonly version: string
  readonly text: string
}

/** What one claim rests on another by, or on a source by. */
export type EdgeKind = 'attributed' | 'relayed' | 'copied' | 'credited'

/** `from` rests on `to`. Both are claim ids, or `to` is an origin id. */
export interface LineageEdge {
  readonly kind: EdgeKind
  readonly from: string
  readonly to: string
  readonly proof: readonly Citation[]
  readonly confidence: 'certain' | 'likely'
  readonly why: string
}

/** Where a claim was first asserted. Unknown lineage is "not recorded" and counts as none. */
export type Lineage =
  | { readonly known: true; readonly origin: string; readonly edges: readonly LineageEdge[] }
  | { readonly known: false; readonly why: string }

/** The root that claims rest on: a resolved source, or the reporting of an outlet of its own. */
export interface Origin {
  /** The id of the source, or `own:` and the id of the report whose own reporting it is. */
  readonly id: string
  readonly name: string
  readonly anonymous: boolean
  readonly claims: readonly string[]
}
