import { ATOMS } from './atoms.ts'
import type { Forms } from './forms.ts'
import { hashOf } from './hash.ts'
import type { State } from './state.ts'

const COMMA = hashOf(',')
const QUOTE = hashOf('"')

/**
 * Lays a sentence out for parsing.
 * @param first,end its words in `forms` and `tags`
 * @param coarse for each fine tag its universal tag, as numbers
 */
export function layOut(state: State, forms: Forms, first: number, end: number, tags: Uint8Array, coarse: Uint8Array): void {
  state.begin(end - first)
  let commas = 0
  let quotes = 0
  state.commas[0] = 0
  state.quotes[0] = 0
  for (let i = first; i < end; i++) {
    const node = i - first + 1
    const tag = tags[i]!
    state.word[node] = forms.word[i]!
    state.tag[node] = ATOMS[tag + 1]!
    state.coarse[node] = ATOMS[coarse[tag]! + 1]!
    state.commas[node] = commas
    state.quotes[node] = quotes
    const lower = forms.lower[i]!
    if (lower === COMMA) commas++
    else if (lower === QUOTE) quotes++
  }
  state.commas[state.n + 1] = commas
  state.quotes[state.n + 1] = quotes
}
