import { LEFT, RIGHT, SHIFT, type State } from '../src/read/syntax/state.ts'

/**
 * Which allowed transitions lose no arc of the gold tree that can still be had, as bits (Goldberg and Nivre 2013, arc-hybrid).
 * @param gold head of each node 1…n; the root is n+1
 */
export function lossless(state: State, allowed: number, gold: Int32Array): number {
  const { stack, depth, next, n } = state
  const top = depth > 0 ? stack[depth - 1]! : 0
  const below = depth > 1 ? stack[depth - 2]! : 0
  const cost = [0, 0, 0]
  if (top) {
    const head = gold[top]!
    for (let k = next; k <= n; k++)
      if (gold[k] === top) {
        cost[LEFT]!++
        cost[RIGHT]!++
      }
    if (head === below || head > next) cost[LEFT]!++
    if (head >= next) cost[RIGHT]!++
  }
  if (next <= n) {
    const head = gold[next]!
    for (let i = 0; i < depth; i++) {
      const node = stack[i]!
      if (node === head && i < depth - 1) cost[SHIFT]!++
      if (gold[node] === next) cost[SHIFT]!++
    }
  }
  let least = Number.POSITIVE_INFINITY
  for (let t = 0; t < 3; t++) if (allowed & (1 << t)) least = Math.min(least, cost[t]!)
  let out = 0
  for (let t = 0; t < 3; t++) if (allowed & (1 << t) && cost[t] === least) out |= 1 << t
  return out
}

/** Lifts arcs that cross others to the head's head until none cross (Nivre and Nilsson 2005), so that the system can build the tree. */
export function projective(heads: readonly number[]): number[] {
  const out = [...heads]
  const n = out.length
  const under = (ancestor: number, node: number): boolean => {
    for (let k = node, steps = 0; k >= 0 && steps <= n; k = out[k]!, steps++) if (k === ancestor) return true
    return ancestor < 0
  }
  for (;;) {
    let shortest = -1
    let length = Number.POSITIVE_INFINITY
    for (let d = 0; d < n; d++) {
      const h = out[d]!
      if (h < 0) continue
      const lo = Math.min(d, h)
      const hi = Math.max(d, h)
      if (hi - lo >= length) continue
      for (let k = lo + 1; k < hi; k++)
        if (!under(h, k)) {
          shortest = d
          length = hi - lo
          break
        }
    }
    if (shortest < 0) return out
    out[shortest] = out[out[shortest]!]!
  }
}
