/**
 * What the reader needs besides the text: weights and the gazetteer, as bytes that somebody else has loaded
 * (`models/load.ts` on Node, `fetch` in a browser), so that reading itself does no I/O.
 * A resource that is null is done without, and the Reading notes it.
 */
export interface Resources {
  readonly gazetteer: Uint8Array | null
  readonly syntax: Uint8Array
  /** Without it attributions are found by rules alone. */
  readonly attribution: Uint8Array | null
  /** Without it the kinds of names are told by rules alone. */
  readonly entities: Uint8Array | null
}
