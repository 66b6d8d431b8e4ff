import type { Token } from '../../model/index.ts'

/** The dependency parse of a text, laid out for walking: children, and the reach of each subtree. */
export interface Tree {
  readonly head: Int32Array
  readonly deprel: readonly string[]
  readonly firstChild: Int32Array
  readonly nextChild: Int32Array
  /** First and one past the last token that hang on each token, itself included. */
  readonly low: Int32Array
  readonly high: Int32Array
}

/** @returns null when the tokens carry no parse */
export function treeOf(tokens: readonly Token[]): Tree | null {
  const n = tokens.length
  if (n === 0 || tokens[0]!.head === null) return null
  const head = Int32Array.from(tokens, (token) => token.head ?? -1)
  const firstChild = new Int32Array(n).fill(-1)
  const nextChild = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const high = new Int32Array(n)
  for (let i = n - 1; i >= 0; i--) {
    low[i] = i
    high[i] = i + 1
    const above = head[i]!
    if (above < 0) continue
    nextChild[i] = firstChild[above]!
    firstChild[above] = i
  }
  for (let i = 0; i < n; i++) {
    for (let above = head[i]!, steps = 0; above >= 0 && steps < n; above = head[above]!, steps++) {
      if (i < low[above]!) low[above] = i
      else if (i >= high[above]!) high[above] = i + 1
      else break
    }
  }
  return { head, deprel: tokens.map((token) => token.deprel ?? ''), firstChild, nextChild, low, high }
}

/** The child of a token with one of the relations, the first in text order; -1 when there is none. */
export function childBy(tree: Tree, of: number, relation: RegExp): number {
  for (let child = tree.firstChild[of]!; child >= 0; child = tree.nextChild[child]!)
    if (relation.test(tree.deprel[child]!)) return child
  return -1
}
