import { ATOMS, stamp } from './atoms.ts'
import type { Choice } from './choice.ts'
import type { Linear } from './linear.ts'
import { LEFT, RIGHT, SHIFT, type State } from './state.ts'

const features = new Int32Array(128)

/** So many templates are asked first; where they leave the second best so far behind, the rest are not. Measured on the treebanks' dev parts. */
const SOME_MOVES = 34
const SURE_MOVE = 17_000
const SOME_RELATIONS = 14
const SURE_RELATION = 12_000

/** Parses the sentence laid out in `state` greedily: one pass, no second thoughts. Heads and labels stand in `state` afterwards. */
export function parseSentence(moves: Choice, labels: Linear, state: State): void {
  while (!state.done) {
    const allowed = state.allowed()
    let move: number
    if (allowed === 1 << SHIFT) move = SHIFT
    else if (allowed === 1 << LEFT) move = LEFT
    else if (allowed === 1 << RIGHT) move = RIGHT
    else {
      const count = moveFeatures(state, features)
      moves.score(features, SOME_MOVES)
      if (moves.lead(allowed) < SURE_MOVE) moves.more(features, SOME_MOVES, count)
      move = bestMove(moves.scores, allowed)
    }
    if (move === SHIFT) state.shift()
    else {
      const count = labelFeatures(state, move, features)
      state.attach(move, labels.decide(features, count, SOME_RELATIONS, SURE_RELATION) + 1)
    }
  }
}

/** The best-scored of the allowed transitions. */
export function bestMove(scores: ArrayLike<number>, allowed: number): number {
  let best = -1
  for (let t = 0; t < 3; t++) if (allowed & (1 << t) && (best < 0 || scores[t]! > scores[best]!)) best = t
  return best
}

/** Distances told apart as 0…4, 5–7, 8–11, 12–19 and more. */
const NEAR = Uint8Array.from({ length: 21 }, (_, d) => (d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : d < 20 ? 7 : 8))

function near(distance: number): number {
  return ATOMS[101 + NEAR[distance < 20 ? distance : 20]!]!
}

function few(count: number, beside: number): number {
  return ATOMS[120 + (count < 4 ? count : 4) * 5 + (beside < 4 ? beside : 4)]!
}

/**
 * Features of the choice between transitions, after Zhang and Nivre (2011), with marks and prepositions between added. Each is a sum of
 * atoms; the order is the number of its template.
 */
export function moveFeatures(s: State, out: Int32Array): number {
  const { word, tag, coarse, label, left1, left2, right1, right2, leftSet, rightSet } = s
  const d = s.depth
  const s0 = d > 0 ? s.stack[d - 1]! : 0
  const s1 = d > 1 ? s.stack[d - 2]! : 0
  const s2 = d > 2 ? s.stack[d - 3]! : 0
  const b0 = s.next
  const b0l = left1[b0]!
  const s0l = left1[s0]!
  const s0r = right1[s0]!
  const s1r = right1[s1]!
  const s0w = Math.imul(word[s0]!, 0x2c1b3c6d)
  const s1w = Math.imul(word[s1]!, 0x297a2d39)
  const b0w = word[b0]!
  const b1w = word[b0 + 1]!
  const s0t = Math.imul(tag[s0]!, 0x1b873593)
  const s1t = Math.imul(tag[s1]!, 0x85ebca6b)
  const s2t = Math.imul(tag[s2]!, 0xcc9e2d51)
  const b0t = tag[b0]!
  const b1t = Math.imul(tag[b0 + 1]!, 0x9e3779b1)
  const b2t = Math.imul(tag[b0 + 2]!, 0xc2b2ae35)
  const s0lw = Math.imul(word[s0l]!, 0x165667b1)
  const b0lw = Math.imul(word[b0l]!, 0x27d4eb2f)
  const s0lt = Math.imul(tag[s0l]!, 0x2127599b)
  const s0rt = Math.imul(tag[s0r]!, 0x4cf5ad43)
  const s0ll = Math.imul(ATOMS[label[s0l]!]!, 0x38b34ae5)
  const s0rl = Math.imul(ATOMS[label[s0r]!]!, 0x5bd1e995)
  const b0ll = Math.imul(ATOMS[label[b0l]!]!, 0x7feb352d)
  const s1rl = Math.imul(ATOMS[label[s1r]!]!, 0x846ca68b)
  const s0ls = Math.imul(leftSet[s0]!, 0x3c6ef372 | 1)
  const s0rs = Math.imul(rightSet[s0]!, 0x6a09e667)
  const s1rs = Math.imul(rightSet[s1]!, 0x510e527f)
  const b0ls = Math.imul(leftSet[b0]!, 0x1f83d9ab)
  const gap = near(b0 - s0)
  const gap1 = near(s0 - s1)
  const comma = ATOMS[111 + Math.min(2, s.commas[b0]! - s.commas[s0]!)]!
  const comma1 = ATOMS[114 + Math.min(2, s.commas[s0]! - s.commas[s1]!)]!
  const quote = ATOMS[150 + (((s.quotes[b0]! & 1) << 1) | ((s.quotes[s0]! ^ s.quotes[b0]!) & 1))]!
  const quote1 = ATOMS[155 + ((s.quotes[s1]! ^ s.quotes[s0]!) & 1)]!
  const s0n = few(s.rightCount[s0]!, s.leftCount[s0]!)
  const s1n = few(s.rightCount[s1]!, 0)
  const b0n = few(0, s.leftCount[b0]!)
  const s0b0t = s0t + b0t
  const s1s0t = s1t + s0t
  const tags3 = s1s0t + b0t
  let n = 0
  out[n++] = 0
  out[n++] = s0w
  out[n++] = s0t
  out[n++] = s0w + s0t
  out[n++] = s1w
  out[n++] = s1t
  out[n++] = s1w + s1t
  out[n++] = b0w
  out[n++] = b0t
  out[n++] = b0w + b0t
  out[n++] = b1t
  out[n++] = b1w + b1t
  out[n++] = b2t
  out[n++] = s0b0t
  out[n++] = s1s0t
  out[n++] = s0w + b0w
  out[n++] = s0w + b0w + s0b0t
  out[n++] = s0w + s0b0t
  out[n++] = b0w + s0b0t
  out[n++] = s0b0t + b1t
  out[n++] = s0b0t + b1t + b2t
  out[n++] = tags3
  out[n++] = tags3 + b1t
  out[n++] = s2t + tags3
  out[n++] = s1w + s0w
  out[n++] = s1w + s1s0t
  out[n++] = s0w + s1s0t
  out[n++] = s1w + s0t + b0t
  out[n++] = s1t + s0w + b0t
  out[n++] = s1s0t + b0w
  out[n++] = s0b0t + gap
  out[n++] = s1s0t + gap1
  out[n++] = s0b0t + comma
  out[n++] = s1s0t + comma1
  out[n++] = s1s0t + comma1 + b0t
  out[n++] = s0n + s0w
  out[n++] = s0b0t + s0ls
  out[n++] = s0b0t + s0rs
  out[n++] = s0b0t + b0ls
  out[n++] = s1s0t + s1rs
  out[n++] = s0w + gap
  out[n++] = s0t + gap
  out[n++] = b0w + gap
  out[n++] = b0t + gap
  out[n++] = s1w + b0t
  out[n++] = s1w + b0w
  out[n++] = s1t + b0t
  out[n++] = s1t + b0w
  out[n++] = b0t + b1t
  out[n++] = b0w + b1t
  out[n++] = b0t + b1w
  out[n++] = b1t + b2t
  out[n++] = Math.imul(word[b0 + 2]!, 0x2c1b3c6d)
  out[n++] = Math.imul(word[s2]!, 0x2c1b3c6d) + s2t
  out[n++] = s2t + s1s0t
  out[n++] = coarse[b0]! + Math.imul(coarse[b0 + 1]!, 0x165667b1) + b2t + Math.imul(tag[b0 + 3]!, 0x27d4eb2f)
  out[n++] = Math.imul(coarse[s0]!, 0x1b873593) + coarse[b0]! + b1t + b2t + Math.imul(tag[b0 + 3]!, 0x27d4eb2f)
  // What already hangs on them.
  out[n++] = s0b0t + s0lt
  out[n++] = s0b0t + s0rt
  out[n++] = s0b0t + Math.imul(tag[b0l]!, 0x2127599b)
  out[n++] = s1s0t + Math.imul(tag[s1r]!, 0x2127599b)
  out[n++] = s1s0t + Math.imul(tag[left1[s1]!]!, 0x2127599b)
  out[n++] = s1s0t + s0lt
  out[n++] = s1s0t + s0rt
  out[n++] = Math.imul(word[s0r]!, 0x2c1b3c6d)
  out[n++] = Math.imul(word[s1r]!, 0x2c1b3c6d)
  out[n++] = s0lw
  out[n++] = b0lw
  out[n++] = s0t + s0ll
  out[n++] = s0t + s0rl
  out[n++] = b0t + b0ll
  out[n++] = s1t + s1rl
  out[n++] = s0t + s0ll + Math.imul(ATOMS[label[left2[s0]!]!]!, 0x27d4eb2f)
  out[n++] = s0t + s0rl + Math.imul(ATOMS[label[right2[s0]!]!]!, 0x27d4eb2f)
  out[n++] = b0t + b0ll + Math.imul(ATOMS[label[left2[b0]!]!]!, 0x27d4eb2f)
  out[n++] = s1t + s1rl + Math.imul(ATOMS[label[right2[s1]!]!]!, 0x27d4eb2f)
  out[n++] = s0w + s0ll + s0rl
  out[n++] = b0w + b0ll
  out[n++] = s1w + s1rl + s0t
  out[n++] = s0t + s0n
  out[n++] = b0t + b0n
  out[n++] = b0w + b0n
  out[n++] = s1w + s1n
  out[n++] = s1t + s1n
  out[n++] = s1s0t + Math.imul(leftSet[s1]!, 0x6a09e667)
  out[n++] = s0ls + b0ls + s0b0t
  out[n++] = Math.imul(leftSet[s1]!, 0x6a09e667) + s0ls + s1s0t
  // Prepositions and markers decide attachment.
  out[n++] = s0w + b0lw
  out[n++] = s1w + b0lw
  out[n++] = s0t + s1t + b0lw + b0t
  out[n++] = s1w + s0lw + s0t
  out[n++] = s1t + s0lw + s0w
  out[n++] = s1w + s0lw + s0w
  out[n++] = s0w + b0lw + b0w
  // Distance and marks between.
  out[n++] = s1w + gap1
  out[n++] = s0w + gap1
  out[n++] = quote + s0b0t
  out[n++] = quote1 + s1s0t
  out[n++] = quote + s1w + s0w
  out[n++] = (b0 - 1 === s0 ? 0 : Math.imul(tag[b0 - 1]!, 0x2127599b)) + s0b0t
  stamp(out, n)
  return n
}

/** Features of the relation between the top of the stack and the node it is about to hang on. */
export function labelFeatures(s: State, move: number, out: Int32Array): number {
  const { word, tag, coarse, label, left1, left2, right1, leftSet, rightSet } = s
  const c = s.dependent()
  const h = s.headFor(move)
  const cl = left1[c]!
  const cl2 = left2[c]!
  const cr = right1[c]!
  const hl = left1[h]!
  const hr = right1[h]!
  const lo = c < h ? c : h
  const hi = c < h ? h : c
  const side = ATOMS[160 + move]!
  const cw = word[c]!
  const hw = Math.imul(word[h]!, 0x2c1b3c6d)
  const ct = tag[c]!
  const ht = Math.imul(tag[h]!, 0x1b873593)
  const clw = Math.imul(word[cl]!, 0x297a2d39)
  const cll = Math.imul(ATOMS[label[cl]!]!, 0x38b34ae5)
  const crl = Math.imul(ATOMS[label[cr]!]!, 0x5bd1e995)
  const hll = Math.imul(ATOMS[label[hl]!]!, 0x7feb352d)
  const hrl = Math.imul(ATOMS[label[hr]!]!, 0x846ca68b)
  const cls = Math.imul(leftSet[c]!, 0x3c6ef373)
  const crs = Math.imul(rightSet[c]!, 0x6a09e667)
  const hls = Math.imul(leftSet[h]!, 0x510e527f)
  const hrs = Math.imul(rightSet[h]!, 0x1f83d9ab)
  const hs = move === LEFT ? hls : hrs
  const gap = near(hi - lo)
  const comma = ATOMS[111 + Math.min(2, s.commas[hi]! - s.commas[lo]!)]!
  const quote = ATOMS[155 + ((s.quotes[hi]! ^ s.quotes[lo]!) & 1)]!
  const pair = side + ct + ht
  const coarsePair = side + coarse[c]! + Math.imul(coarse[h]!, 0x1b873593)
  let n = 0
  out[n++] = side
  out[n++] = side + cw
  out[n++] = side + hw
  out[n++] = side + ct
  out[n++] = side + ht
  out[n++] = side + cw + ct
  out[n++] = side + hw + ht
  out[n++] = pair
  out[n++] = pair + cw
  out[n++] = pair + hw
  out[n++] = side + hw + cw
  out[n++] = side + hw + ct
  out[n++] = side + ht + cw
  out[n++] = pair + gap
  out[n++] = coarsePair + gap
  out[n++] = coarsePair + comma
  out[n++] = pair + comma
  out[n++] = coarsePair + quote
  out[n++] = pair + clw
  out[n++] = coarsePair + clw
  out[n++] = coarsePair + cll
  out[n++] = pair + cls
  out[n++] = coarsePair + cls + crs
  out[n++] = coarsePair + crs
  out[n++] = coarsePair + hs
  out[n++] = pair + hs
  out[n++] = hs + ct + hw
  out[n++] = hs + cw + ht
  out[n++] = coarsePair + hls + hrs
  out[n++] = pair + Math.imul(tag[c - 1]!, 0x297a2d39)
  out[n++] = pair + Math.imul(tag[c + 1]!, 0x297a2d39)
  out[n++] = pair + Math.imul(tag[h - 1]!, 0x297a2d39)
  out[n++] = pair + Math.imul(tag[h + 1]!, 0x297a2d39)
  out[n++] = side + hw + clw
  out[n++] = side + cw + clw
  out[n++] = clw + Math.imul(word[cl2]!, 0x165667b1) + coarsePair
  out[n++] = Math.imul(tag[cl]!, 0x297a2d39) + Math.imul(tag[cr]!, 0x165667b1) + pair
  out[n++] = cll + crl + Math.imul(ATOMS[label[cl2]!]!, 0x27d4eb2f) + coarsePair
  out[n++] = Math.imul(word[hl]!, 0x297a2d39) + hll + coarsePair
  out[n++] = Math.imul(word[hr]!, 0x297a2d39) + hrl + coarsePair
  out[n++] = hll + hrl + pair
  out[n++] = Math.imul(word[c + 1]!, 0x297a2d39) + coarsePair
  out[n++] = Math.imul(word[c - 1]!, 0x297a2d39) + coarsePair
  out[n++] = ATOMS[c === 1 ? 170 : 0]! + pair
  out[n++] = cw + side + Math.imul(word[c + 1]!, 0x297a2d39)
  out[n++] = cw + side + Math.imul(tag[c + 1]!, 0x297a2d39)
  out[n++] = word[s.next]! + Math.imul(coarsePair, 0x2c1b3c6d)
  out[n++] = word[s.n]! + Math.imul(coarsePair, 0x2c1b3c6d)
  stamp(out, n)
  return n
}
