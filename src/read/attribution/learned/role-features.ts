import type { Page, Range } from '../../grammar/page.ts'
import type { Tree } from '../../grammar/tree.ts'
import { hashOf, mix } from '../../syntax/hash.ts'
import type { Draft } from '../draft.ts'
import { LOOK, type Marks } from './marks.ts'

/** What a word is to one cue. */
export const ROLE = { none: 0, source: 1, cue: 2, content: 3 } as const
export const ROLES = 4
/** Log-odds that a word has the role, and that a word heads a cue, for no more than that a rule says so. Chosen by cross-validation. */
export const PRIOR_ROLE = 2
export const PRIOR_CUE = 1
export const MOST_ROLE_FEATURES = 80
export const MOST_STEP_FEATURES = 10

const NONE = hashOf('')
/** How far an attribution is followed into sentences before and behind its own while these are quoted, in sentences. */
const BEHIND = 8
const BEFORE = 4

/** One cue with what lies around it: everything that the features of its words share. */
export interface Setting {
  readonly cue: number
  readonly range: Range
  /** Role that the rules' own draft for this cue gives each word of the range; 4 where there is no draft. */
  readonly ruled: Uint8Array
  /** The word through which each word of the cue's sentence hangs on the cue or one of its heads; -1 elsewhere. */
  readonly branch: Int32Array
  /** Steps from the cue up to where that branch hangs. */
  readonly height: Uint8Array
  readonly rule: number
}

/** Lays out the words that may belong to a cue: its sentence, and quoted sentences around it. */
export function settingOf(page: Page, tree: Tree, marks: Marks, drafts: readonly Draft[], cue: number): Setting {
  const item = marks.draftOf[cue]! >= 0 ? drafts[marks.draftOf[cue]!]! : null
  const range = windowOf(page, item, cue)
  const size = range.end - range.first
  const ruled = new Uint8Array(size).fill(item ? ROLE.none : ROLES)
  if (item) {
    fill(ruled, range, item.content, ROLE.content)
    fill(ruled, range, item.source, ROLE.source)
    fill(ruled, range, item.cue, ROLE.cue)
  }
  const sentence = page.sentences[page.sentenceOf[cue]!]!
  const branch = new Int32Array(size).fill(-1)
  const height = new Uint8Array(size)
  let steps = 0
  for (let i = cue; i >= sentence.firstToken && i < sentence.endToken && steps < 60; i = tree.head[i]!, steps++) {
    branch[i - range.first] = i
    height[i - range.first] = Math.min(steps, 6)
    if (tree.head[i]! < 0) break
  }
  const open: number[] = []
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    open.length = 0
    let k = i
    while (k >= 0 && branch[k - range.first]! < 0 && open.length < 80) {
      open.push(k)
      k = tree.head[k]!
      if (k < sentence.firstToken || k >= sentence.endToken) k = -1
    }
    if (open.length === 0) continue
    // On the cue's own way up a word is its own branch; below, all take the first word under that way
    const trunk = k >= 0 && branch[k - range.first] === k && onTrunk(tree, cue, k)
    const root = k < 0 ? -1 : trunk ? open.at(-1)! : branch[k - range.first]!
    for (const each of open) {
      branch[each - range.first] = root
      height[each - range.first] = k < 0 ? 6 : height[k - range.first]!
    }
  }
  return { cue, range, ruled, branch, height, rule: item ? hashOf(item.rule) : NONE }
}

function onTrunk(tree: Tree, cue: number, at: number): boolean {
  for (let i = cue, steps = 0; i >= 0 && steps < 60; i = tree.head[i]!, steps++) if (i === at) return true
  return false
}

function fill(into: Uint8Array, range: Range, parts: readonly Range[], role: number): void {
  for (const part of parts) {
    const first = Math.max(part.first, range.first)
    const end = Math.min(part.end, range.end)
    if (first < end) into.fill(role, first - range.first, end - range.first)
  }
}

function windowOf(page: Page, item: Draft | null, cue: number): Range {
  const own = page.sentenceOf[cue]!
  let from = own
  let to = own
  if (item)
    for (const part of [...item.source, ...item.content]) {
      from = Math.min(from, page.sentenceOf[part.first]!)
      to = Math.max(to, page.sentenceOf[part.end - 1]!)
    }
  while (to + 1 < page.sentences.length && to - own < BEHIND && page.quotationOf[page.sentences[to + 1]!.firstToken]! >= 0) to++
  while (from > 0 && own - from < BEFORE && page.quotationOf[page.sentences[from - 1]!.endToken - 1]! >= 0) from--
  return { first: page.sentences[from]!.firstToken, end: page.sentences[to]!.endToken }
}

const NEAR = [0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7]

/** Features of the question "what is word `i` to the cue of this setting?". @returns their number */
export function roleFeatures(page: Page, tree: Tree, marks: Marks, s: Setting, i: number, out: Int32Array): number {
  const { word, lemma, upos, deprel, look, family, drafted } = marks
  const { cue, range } = s
  const k = i - range.first
  const own = lemma[cue]!
  const kind = mix(upos[cue]!, family[cue]!)
  const away = Math.abs(i - cue)
  const side = i < cue ? 1 : i > cue ? 2 : 0
  const far = mix(side, NEAR[away] ?? 8)
  const sentences = Math.max(-3, Math.min(3, page.sentenceOf[i]! - page.sentenceOf[cue]!))
  const branch = s.branch[k]!
  const trunk = branch === i && s.height[k]! < 6
  const relation = branch >= 0 ? deprel[branch]! : NONE
  const place =
    branch < 0
      ? 0
      : (s.height[k]! << 3) | ((branch < cue ? 1 : branch > cue ? 2 : 0) << 1) | (trunk && onWay(tree, cue, i) ? 1 : 0)
  const hung = mix(mix(place, relation), side)
  const of = page.quotationOf[i]!
  const cueIn = page.quotationOf[cue]!
  const quoted = (of < 0 ? 0 : of === cueIn ? 1 : 2) | (cueIn >= 0 ? 4 : 0)
  const role = s.ruled[k]!
  const left = k > 0 ? s.ruled[k - 1]! : 5
  const right = k + 1 < s.ruled.length ? s.ruled[k + 1]! : 5
  const others = drafted[i]!
  const before = i > 0 ? word[i - 1]! : NONE
  const after = i + 1 < word.length ? word[i + 1]! : NONE
  let n = 0
  const pair = (template: number, a: number, b: number): void => {
    out[n++] = mix(mix(template, a), b)
  }
  out[n++] = 100
  pair(101, role, quoted)
  pair(102, mix(role, left), right)
  pair(104, role, hung)
  pair(105, mix(role, hung), kind)
  pair(107, role, far)
  pair(108, role, word[i]!)
  pair(109, role, mix(own, side))
  pair(113, hung, quoted)
  pair(114, hung, upos[i]!)
  pair(115, hung, others)
  pair(117, mix(relation, place), branch >= 0 ? lemma[branch]! : NONE)
  pair(118, far, sentences)
  pair(119, far, kind)
  pair(120, mix(far, quoted), upos[i]!)
  pair(121, quoted, sentences)
  pair(122, mix(quoted, side), own)
  pair(123, mix(quoted, side), kind)
  pair(125, mix(word[i]!, side), own)
  pair(126, mix(word[i]!, relation), side)
  pair(127, mix(before, side), upos[i]!)
  pair(128, mix(after, side), upos[i]!)
  pair(131, upos[i]!, mix(deprel[i]!, side))
  const head = tree.head[i]!
  pair(132, mix(deprel[i]!, side), head === cue ? 1 : head >= 0 ? upos[head]! + 2 : 0)
  pair(133, look[i]!, far)
  pair(134, look[i]!, hung)
  pair(135, sentences, others)
  // Words next to the cue: its auxiliaries, particles, nouns
  if (away <= 4 && sentences === 0) {
    pair(136, mix(word[i]!, i - cue), own)
    pair(137, mix(word[i]!, i - cue), kind)
    pair(138, mix(upos[i]!, i - cue), own)
    pair(139, mix(upos[i]!, i - cue), kind)
    const group = page.verbOf[i]! >= 0 && page.verbOf[i] === page.verbOf[cue] ? 1 : 0
    pair(140, mix(group, i - cue), kind)
    pair(141, mix(group, upos[i]!), word[i]!)
    pair(142, head === cue ? 1 : 0, mix(mix(deprel[i]!, word[i]!), own))
  }
  // Where the branch begins and ends
  if (branch >= 0 && !(trunk && onWay(tree, cue, i))) {
    const low = tree.low[branch]!
    pair(143, mix(relation, place), word[low]!)
    pair(144, mix(relation, place), i === low ? 1 : i === tree.high[branch]! - 1 ? 2 : 0)
    pair(145, mix(relation, mix(place, quoted)), page.quotationOf[low]! >= 0 ? 1 : 0)
    pair(146, mix(relation, place), mix(look[branch]! & (LOOK.capital | LOOK.person | LOOK.pronoun), kind))
  }
  return n
}

function onWay(tree: Tree, cue: number, at: number): boolean {
  return tree.low[at]! <= cue && cue < tree.high[at]!
}

/** Features of the step from word `i - 1` to word `i`: where a role may begin or end. @returns their number */
export function stepFeatures(page: Page, marks: Marks, s: Setting, i: number, out: Int32Array): number {
  const k = i - s.range.first
  const same = s.branch[k] === s.branch[k - 1] ? 1 : 0
  const quotes = page.quotationOf[i] === page.quotationOf[i - 1] ? 0 : page.quotationOf[i]! >= 0 ? 1 : 2
  const sentence = page.sentenceOf[i] === page.sentenceOf[i - 1] ? 0 : page.paragraphOf[i] === page.paragraphOf[i - 1] ? 1 : 2
  let n = 0
  out[n++] = 200
  out[n++] = mix(201, (sentence << 4) | (quotes << 2) | same)
  out[n++] = mix(mix(202, s.ruled[k - 1]!), s.ruled[k]!)
  out[n++] = mix(mix(203, marks.plain[i - 1]!), same)
  out[n++] = mix(mix(204, marks.plain[i]!), same)
  out[n++] = mix(mix(205, marks.plain[i - 1]!), marks.plain[i]!)
  out[n++] = mix(mix(206, i <= s.cue ? 1 : 2), (quotes << 1) | same)
  return n
}
