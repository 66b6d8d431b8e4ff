/** What an analyst changed. Append-only: an undo is a new entry that points at what it takes back. */
export type Edit =
  | { readonly id: string; readonly kind: 'mergeSources'; readonly keep: string; readonly merge: string }
  | { readonly id: string; readonly kind: 'splitSurface'; readonly source: string; readonly surface: string }
  | { readonly id: string; readonly kind: 'undo'; readonly edit: string }
