import { mix } from './hash.ts'
import type { Scorer } from './linear.ts'
import { LEFT, RIGHT, SHIFT, type State } from './state.ts'

const features = new Int32Array(160)

/** Parses the sentence laid out in `state` greedily: one pass, no second thoughts. Heads and labels stand in `state` afterwards. */
export function parseSentence(moves: Scorer, labels: Scorer, state: State): void {
  while (!state.done) {
    const allowed = state.allowed()
    let move: number
    if (allowed === 1 << SHIFT) move = SHIFT
    else if (allowed === 1 << LEFT) move = LEFT
    else if (allowed === 1 << RIGHT) move = RIGHT
    else {
      moves.score(features, moveFeatures(state, features))
      move = bestMove(moves.scores, allowed)
    }
    if (move === SHIFT) state.shift()
    else {
      labels.score(features, labelFeatures(state, move, features))
      state.attach(move, labels.best() + 1)
    }
  }
}

/** The best-scored of the allowed transitions. */
export function bestMove(scores: ArrayLike<number>, allowed: number): number {
  let best = -1
  for (let t = 0; t < 3; t++) if (allowed & (1 << t) && (best < 0 || scores[t]! > scores[best]!)) best = t
  return best
}

function near(distance: number): number {
  return distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : distance < 20 ? 7 : 8
}

function few(count: number): number {
  return count < 4 ? count : 4
}

/** Features of the choice between transitions, after Zhang and Nivre (2011), with marks and prepositions between added. */
export function moveFeatures(s: State, out: Int32Array): number {
  const { word, tag, coarse, label, left1, left2, right1, right2 } = s
  const d = s.depth
  const s0 = d > 0 ? s.stack[d - 1]! : 0
  const s1 = d > 1 ? s.stack[d - 2]! : 0
  const s2 = d > 2 ? s.stack[d - 3]! : 0
  const b0 = s.next
  const b1 = b0 + 1
  const b2 = b0 + 2
  const s0w = word[s0]!
  const s1w = word[s1]!
  const b0w = word[b0]!
  const b1w = word[b1]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const s2t = tag[s2]!
  const b0t = tag[b0]!
  const b1t = tag[b1]!
  const b2t = tag[b2]!
  const b3t = tag[b0 + 3]!
  const s0c = coarse[s0]!
  const b0c = coarse[b0]!
  const b1c = coarse[b1]!
  const s0l = left1[s0]!
  const s0r = right1[s0]!
  const s1l = left1[s1]!
  const s1r = right1[s1]!
  const b0l = left1[b0]!
  const s0l2 = left2[s0]!
  const s0r2 = right2[s0]!
  const s1r2 = right2[s1]!
  const b0l2 = left2[b0]!
  const gap = near(b0 - s0)
  const gap1 = near(s0 - s1)
  const comma = Math.min(2, s.commas[b0]! - s.commas[s0]!)
  const comma1 = Math.min(2, s.commas[s0]! - s.commas[s1]!)
  const quote = ((s.quotes[b0]! & 1) << 1) | ((s.quotes[s0]! ^ s.quotes[b0]!) & 1)
  const quote1 = (s.quotes[s1]! ^ s.quotes[s0]!) & 1
  const s0vr = few(s.rightCount[s0]!)
  const s0vl = few(s.leftCount[s0]!)
  const s1vr = few(s.rightCount[s1]!)
  const b0vl = few(s.leftCount[b0]!)
  const s0b0t = mix(mix(40, s0t), b0t)
  const s1s0t = mix(mix(41, s1t), s0t)
  const tags3 = mix(s1s0t, b0t)
  let n = 0
  out[n++] = 3
  out[n++] = mix(2, s0w)
  out[n++] = mix(3, s0t)
  out[n++] = mix(mix(4, s0w), s0t)
  out[n++] = mix(5, s1w)
  out[n++] = mix(6, s1t)
  out[n++] = mix(mix(7, s1w), s1t)
  out[n++] = mix(8, b0w)
  out[n++] = mix(9, b0t)
  out[n++] = mix(mix(10, b0w), b0t)
  out[n++] = mix(mix(11, b1w), b1t)
  out[n++] = mix(12, b1t)
  out[n++] = mix(13, b2t)
  out[n++] = mix(mix(14, word[b2]!), b2t)
  out[n++] = mix(mix(15, word[s2]!), s2t)
  out[n++] = mix(mix(16, s0w), b0w)
  out[n++] = mix(mix(mix(17, s0w), s0t), b0t)
  out[n++] = mix(mix(mix(18, s0t), b0w), b0t)
  out[n++] = s0b0t
  out[n++] = mix(mix(s0b0t, s0w), b0w)
  out[n++] = mix(mix(19, s1w), s0w)
  out[n++] = mix(mix(mix(20, s1w), s1t), s0t)
  out[n++] = mix(mix(mix(21, s1t), s0w), s0t)
  out[n++] = s1s0t
  out[n++] = mix(mix(22, b0t), b1t)
  out[n++] = mix(mix(23, b0w), b1t)
  out[n++] = mix(mix(24, b0t), b1w)
  out[n++] = mix(mix(25, s1t), b0t)
  out[n++] = mix(mix(26, s1w), b0t)
  out[n++] = mix(mix(27, s1t), b0w)
  out[n++] = mix(mix(28, s1w), b0w)
  out[n++] = mix(s0b0t, b1t)
  out[n++] = mix(mix(s0b0t, b1t), b2t)
  out[n++] = tags3
  out[n++] = mix(tags3, b1t)
  out[n++] = mix(mix(mix(29, s2t), s1t), s0t)
  out[n++] = mix(mix(mix(mix(30, s2t), s1t), s0t), b0t)
  out[n++] = mix(mix(mix(31, s1w), s0t), b0t)
  out[n++] = mix(mix(mix(32, s1t), s0w), b0t)
  out[n++] = mix(mix(mix(33, s1t), s0t), b0w)
  out[n++] = mix(mix(mix(34, b0c), b1c), mix(b2t, b3t))
  out[n++] = mix(mix(mix(35, s0c), b0c), mix(b1t, mix(b2t, b3t)))
  // What already hangs on them.
  out[n++] = mix(mix(50, s0b0t), tag[s0l]!)
  out[n++] = mix(mix(51, s0b0t), tag[s0r]!)
  out[n++] = mix(mix(52, s0b0t), tag[b0l]!)
  out[n++] = mix(mix(53, s1s0t), tag[s1r]!)
  out[n++] = mix(mix(54, s1s0t), tag[s1l]!)
  out[n++] = mix(mix(55, s1s0t), tag[s0l]!)
  out[n++] = mix(mix(56, s1s0t), tag[s0r]!)
  out[n++] = mix(mix(57, s0t), label[s0l]!)
  out[n++] = mix(mix(58, s0t), label[s0r]!)
  out[n++] = mix(mix(59, b0t), label[b0l]!)
  out[n++] = mix(mix(60, s1t), label[s1r]!)
  out[n++] = mix(mix(61, s1t), label[s1l]!)
  out[n++] = mix(62, word[s0l]!)
  out[n++] = mix(63, word[s0r]!)
  out[n++] = mix(64, word[b0l]!)
  out[n++] = mix(65, word[s1r]!)
  out[n++] = mix(mix(mix(66, s0t), label[s0l]!), label[s0l2]!)
  out[n++] = mix(mix(mix(67, s0t), label[s0r]!), label[s0r2]!)
  out[n++] = mix(mix(mix(68, b0t), label[b0l]!), label[b0l2]!)
  out[n++] = mix(mix(mix(69, s1t), label[s1r]!), label[s1r2]!)
  out[n++] = mix(mix(mix(70, s0w), label[s0l]!), label[s0r]!)
  out[n++] = mix(mix(71, b0w), label[b0l]!)
  out[n++] = mix(mix(mix(72, s1w), label[s1r]!), s0t)
  out[n++] = mix(mix(mix(73, s0t), s0vr), s0vl)
  out[n++] = mix(mix(mix(74, s0w), s0vr), s0vl)
  out[n++] = mix(mix(75, b0t), b0vl)
  out[n++] = mix(mix(76, b0w), b0vl)
  out[n++] = mix(mix(77, s1t), s1vr)
  out[n++] = mix(mix(78, s1w), s1vr)
  out[n++] = mix(mix(mix(79, s0t), s.leftSet[s0]!), b0t)
  out[n++] = mix(mix(mix(80, s0t), s.rightSet[s0]!), b0t)
  out[n++] = mix(mix(mix(81, b0t), s.leftSet[b0]!), s0t)
  out[n++] = mix(mix(mix(82, s1t), s.rightSet[s1]!), s0t)
  out[n++] = mix(mix(mix(83, s1t), s.leftSet[s1]!), s0t)
  out[n++] = mix(mix(mix(84, s.leftSet[s0]!), s.leftSet[b0]!), s0b0t)
  out[n++] = mix(mix(mix(85, s.leftSet[s1]!), s.leftSet[s0]!), s1s0t)
  // Prepositions and markers decide attachment.
  out[n++] = mix(mix(86, s0w), word[b0l]!)
  out[n++] = mix(mix(87, s1w), word[b0l]!)
  out[n++] = mix(mix(mix(88, s0t), s1t), mix(word[b0l]!, b0t))
  out[n++] = mix(mix(mix(89, s1w), word[s0l]!), s0t)
  out[n++] = mix(mix(mix(90, s1t), word[s0l]!), s0w)
  out[n++] = mix(mix(mix(91, s1w), word[s0l]!), s0w)
  out[n++] = mix(mix(mix(92, s0w), word[b0l]!), b0w)
  // Distance and marks between.
  out[n++] = mix(mix(100, s0w), gap)
  out[n++] = mix(mix(101, s0t), gap)
  out[n++] = mix(mix(102, b0w), gap)
  out[n++] = mix(mix(103, b0t), gap)
  out[n++] = mix(s0b0t, gap + 1000)
  out[n++] = mix(s1s0t, gap1 + 1000)
  out[n++] = mix(mix(104, s1w), gap1)
  out[n++] = mix(mix(105, s0w), gap1)
  out[n++] = mix(s0b0t, comma + 2000)
  out[n++] = mix(s1s0t, comma1 + 2000)
  out[n++] = mix(mix(s1s0t, comma1 + 2100), b0t)
  out[n++] = mix(mix(mix(106, quote), s0t), b0t)
  out[n++] = mix(mix(mix(107, quote1), s0t), s1t)
  out[n++] = mix(mix(mix(108, quote), s1w), s0w)
  out[n++] = mix(mix(mix(109, b0 - 1 === s0 ? 0 : tag[b0 - 1]!), s0t), b0t)
  return n
}

/** Features of the relation between the top of the stack and the node it is about to hang on. */
export function labelFeatures(s: State, move: number, out: Int32Array): number {
  const { word, tag, coarse, label, left1, left2, right1 } = s
  const c = s.dependent()
  const h = s.headFor(move)
  const cw = word[c]!
  const hw = word[h]!
  const ct = tag[c]!
  const ht = tag[h]!
  const cl = left1[c]!
  const cl2 = left2[c]!
  const cr = right1[c]!
  const hl = left1[h]!
  const hr = right1[h]!
  const gap = near(Math.abs(h - c))
  const side = move
  const lo = c < h ? c : h
  const hi = c < h ? h : c
  const comma = Math.min(2, s.commas[hi]! - s.commas[lo]!)
  const quote = (s.quotes[hi]! ^ s.quotes[lo]!) & 1
  const pairTags = mix(mix(mix(200, side), ct), ht)
  const coarsePair = mix(mix(mix(201, side), coarse[c]!), coarse[h]!)
  const hs = move === LEFT ? s.leftSet[h]! : s.rightSet[h]!
  let n = 0
  out[n++] = mix(199, side)
  out[n++] = mix(mix(202, side), cw)
  out[n++] = mix(mix(203, side), ct)
  out[n++] = mix(mix(204, side), hw)
  out[n++] = mix(mix(205, side), ht)
  out[n++] = mix(mix(mix(206, cw), ct), side)
  out[n++] = mix(mix(mix(207, hw), ht), side)
  out[n++] = pairTags
  out[n++] = mix(mix(pairTags, cw), 21)
  out[n++] = mix(mix(pairTags, hw), 22)
  out[n++] = mix(mix(pairTags, hw), cw)
  out[n++] = mix(mix(mix(208, side), hw), cw)
  out[n++] = mix(mix(mix(209, side), hw), ct)
  out[n++] = mix(mix(mix(210, side), ht), cw)
  out[n++] = mix(pairTags, gap + 300)
  out[n++] = mix(coarsePair, gap + 400)
  out[n++] = mix(coarsePair, comma + 500)
  out[n++] = mix(pairTags, comma + 520)
  out[n++] = mix(coarsePair, quote + 530)
  out[n++] = mix(mix(coarsePair, word[cl]!), 1)
  out[n++] = mix(mix(pairTags, word[cl]!), 2)
  out[n++] = mix(mix(coarsePair, label[cl]!), 3)
  out[n++] = mix(mix(pairTags, s.leftSet[c]!), 4)
  out[n++] = mix(mix(coarsePair, s.leftSet[c]!), mix(s.rightSet[c]!, 5))
  out[n++] = mix(mix(coarsePair, s.rightSet[c]!), 6)
  out[n++] = mix(mix(coarsePair, hs), 7)
  out[n++] = mix(mix(pairTags, hs), 8)
  out[n++] = mix(mix(mix(211, hs), ct), hw)
  out[n++] = mix(mix(mix(212, hs), cw), ht)
  out[n++] = mix(mix(coarsePair, s.leftSet[h]!), mix(s.rightSet[h]!, 9))
  out[n++] = mix(mix(pairTags, tag[c - 1]!), 10)
  out[n++] = mix(mix(pairTags, tag[c + 1]!), 11)
  out[n++] = mix(mix(pairTags, tag[h - 1]!), 12)
  out[n++] = mix(mix(pairTags, tag[h + 1]!), 13)
  out[n++] = mix(mix(mix(213, hw), word[cl]!), side)
  out[n++] = mix(mix(mix(214, cw), word[cl]!), side)
  out[n++] = mix(mix(mix(215, word[cl]!), word[cl2]!), coarsePair)
  out[n++] = mix(mix(mix(216, tag[cl]!), tag[cr]!), pairTags)
  out[n++] = mix(mix(mix(217, label[cl]!), label[cr]!), mix(label[cl2]!, coarsePair))
  out[n++] = mix(mix(mix(218, word[hl]!), label[hl]!), coarsePair)
  out[n++] = mix(mix(mix(219, word[hr]!), label[hr]!), coarsePair)
  out[n++] = mix(mix(mix(220, label[hl]!), label[hr]!), pairTags)
  out[n++] = mix(mix(221, word[c + 1]!), coarsePair)
  out[n++] = mix(mix(222, word[c - 1]!), coarsePair)
  out[n++] = mix(mix(223, c === 1 ? 1 : 0), pairTags)
  out[n++] = mix(mix(mix(224, cw), side), mix(word[c + 1]!, 1))
  out[n++] = mix(mix(mix(225, cw), side), mix(tag[c + 1]!, 1))
  out[n++] = mix(mix(226, word[s.next]!), coarsePair)
  out[n++] = mix(mix(227, word[s.n]!), coarsePair)
  return n
}
