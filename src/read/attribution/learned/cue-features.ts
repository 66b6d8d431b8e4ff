import type { Page } from '../../grammar/page.ts'
import type { Tree } from '../../grammar/tree.ts'
import { hashOf, mix } from '../../syntax/hash.ts'
import type { Draft } from '../draft.ts'
import { AUX, LOOK, type Marks, VERB } from './marks.ts'

const NONE = hashOf('')
const SUBJECT = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj'].map((name) => hashOf(name)))
const CLAUSE = new Set(['ccomp', 'xcomp', 'advcl', 'parataxis', 'acl'].map((name) => hashOf(name)))
const MARK = hashOf('mark')

/** Most features that `cueFeatures` writes. */
export const MOST_CUE_FEATURES = 120

/** True for words that can be the head of a cue: the rest is never asked. @param known lemmas that headed cues in training */
export function mayCue(marks: Marks, i: number, known: ReadonlySet<number>): boolean {
  return marks.upos[i] === VERB || marks.family[i]! > 0 || marks.draftOf[i]! >= 0 || known.has(marks.lemma[i]!)
}

/**
 * Features of the question "is word `i` the head of a cue?".
 * @param kinds takes the number of each feature's template, where it is asked what moved an answer
 * @returns their number
 */
export function cueFeatures(
  page: Page,
  tree: Tree,
  marks: Marks,
  drafts: readonly Draft[],
  i: number,
  out: Int32Array,
  kinds?: Uint8Array,
): number {
  const { word, lemma, upos, deprel, look, family, plain } = marks
  const first = page.sentences[page.sentenceOf[i]!]!.firstToken
  const end = page.sentences[page.sentenceOf[i]!]!.endToken
  const own = lemma[i]!
  const pos = upos[i]!
  const head = tree.head[i]!
  const at = (k: number, of: Int32Array): number => (k >= first && k < end ? of[k]! : NONE)
  let n = 0
  const put = (kind: number, a: number): void => {
    if (kinds) kinds[n] = kind
    out[n++] = mix(kind, a)
  }
  const pair = (kind: number, a: number, b: number): void => {
    if (kinds) kinds[n] = kind
    out[n++] = mix(mix(kind, a), b)
  }
  if (kinds) kinds[n] = 1
  out[n++] = 1
  put(2, own)
  pair(3, own, pos)
  put(4, word[i]!)
  pair(5, pos, deprel[i]!)
  pair(6, own, deprel[i]!)
  pair(7, family[i]!, pos)
  pair(8, family[i]!, deprel[i]!)
  // The rule that takes it for a cue
  const item = marks.draftOf[i]! >= 0 ? drafts[marks.draftOf[i]!]! : null
  const rule = item ? hashOf(item.rule) : NONE
  const ruled = item ? (item.source.length > 0 ? 2 : 1) + (item.verb >= 0 && page.verbs[item.verb]!.head === i ? 4 : 0) : 0
  put(9, rule)
  pair(10, rule, ruled)
  pair(11, ruled, own)
  pair(12, ruled, pos)
  pair(13, ruled, family[i]!)
  // Whether another draft's content or source holds it
  const held = marks.drafted[i]! & 5
  pair(14, held, ruled)
  pair(15, held, own)
  // Words around
  put(16, at(i - 1, word))
  put(17, at(i + 1, word))
  pair(18, at(i - 1, plain), at(i + 1, plain))
  pair(19, own, at(i + 1, word))
  pair(20, own, at(i - 1, plain))
  pair(21, at(i + 1, plain), at(i + 2, plain))
  pair(22, at(i - 2, plain), at(i - 1, plain))
  pair(23, own, at(i + 1, plain))
  pair(24, at(i + 1, word), at(i + 2, word))
  // Quotation marks
  const of = page.quotationOf[i]!
  const inside = of >= 0 ? 1 : 0
  const after =
    i + 1 < end && (page.quotationOf[i + 1]! !== of || (look[i + 1]! & LOOK.comma) > 0)
      ? quoteNear(page, marks, i + 1, end, 1, of)
      : 0
  const before = quoteNear(page, marks, i - 1, first, -1, of)
  pair(25, inside, (after << 2) | before)
  pair(26, own, (inside << 4) | (after << 2) | before)
  let quoted = 0
  for (let k = first; k < end; k++)
    if (page.quotationOf[k]! >= 0 && page.quotationOf[k] !== of) {
      quoted = 1
      break
    }
  pair(27, quoted, inside)
  pair(28, mix(quoted, inside), family[i]!)
  // Whom it hangs on
  const above = head >= 0 ? lemma[head]! : NONE
  pair(29, above, deprel[i]!)
  pair(30, head >= 0 ? family[head]! : 0, deprel[i]!)
  pair(31, head >= 0 ? upos[head]! : 0, pos)
  const grand = head >= 0 ? tree.head[head]! : -1
  pair(32, deprel[i]!, head >= 0 ? deprel[head]! : NONE)
  pair(33, deprel[i]!, grand >= 0 ? family[grand]! : 0)
  // What hangs on it
  let subject = -1
  let clause = -1
  let object = 0
  let hung = 0
  for (let child = tree.firstChild[i]!; child >= 0 && n < MOST_CUE_FEATURES - 30; child = tree.nextChild[child]!) {
    const relation = deprel[child]!
    const side = child < i ? 1 : 2
    pair(34, relation, side)
    pair(35, own, relation)
    pair(36, mix(relation, side), family[i]!)
    if (SUBJECT.has(relation)) subject = child
    else if (CLAUSE.has(relation) && clause < 0) clause = child
    else if (page.tokens[child]!.deprel === 'obj') object = child + 1
    if (upos[child] === AUX || upos[child] === 10) {
      pair(37, lemma[child]!, pos)
      pair(38, lemma[child]!, family[i]!)
    }
    hung = mix(hung, relation)
  }
  pair(39, hung, family[i]! > 0 ? 1 : 0)
  const doer = subject >= 0 ? (look[subject]! & (LOOK.capital | LOOK.digits | LOOK.pronoun | LOOK.person)) | 256 : 0
  const doerWord = subject >= 0 ? lemma[subject]! : NONE
  put(40, doerWord)
  pair(41, doer, own)
  pair(60, mix(inside, family[i]!), doerWord)
  pair(61, mix(inside, family[i]!), doer)
  pair(62, mix(held, family[i]!), doer)
  pair(63, mix(held, family[i]!), mix(deprel[i]!, inside))
  pair(42, doer, family[i]!)
  pair(43, doerWord, family[i]!)
  if (object > 0) {
    pair(44, lemma[object - 1]!, own)
    pair(45, upos[object - 1]!, family[i]!)
    pair(46, look[object - 1]!, family[i]!)
  }
  if (clause >= 0) {
    let mark = NONE
    for (let child = tree.firstChild[clause]!; child >= 0; child = tree.nextChild[child]!)
      if (deprel[child] === MARK) mark = word[child]!
    const side = clause < i ? 1 : 2
    pair(47, mix(deprel[clause]!, mark), side)
    pair(48, mix(deprel[clause]!, mark), own)
    pair(49, mix(deprel[clause]!, mark), doer)
    pair(50, mix(deprel[clause]!, side), mix(doer, family[i]!))
    pair(64, mix(deprel[clause]!, mark), mix(inside, family[i]!))
    pair(51, upos[clause]!, deprel[clause]!)
  } else pair(52, doer, object > 0 ? 1 : 0)
  const group = page.verbOf[i]! >= 0 ? page.verbs[page.verbOf[i]!]! : null
  if (group) {
    const form =
      (group.passive ? 1 : 0) |
      (group.negated ? 2 : 0) |
      (group.perfect ? 4 : 0) |
      (group.past ? 8 : 0) |
      (group.progressive ? 16 : 0)
    const shape = mix(hashOf(group.form), form)
    put(53, shape)
    pair(54, shape, family[i]!)
    pair(55, group.modal >= 0 ? word[group.modal]! : NONE, family[i]!)
    pair(56, group.head === i ? 1 : 0, own)
    pair(57, hashOf(group.form), own)
  }
  pair(58, first === i ? 1 : 0, pos)
  pair(59, page.sentenceOf[i]! < 2 ? page.sentenceOf[i]! : 2, family[i]! > 0 ? 1 : 0)
  return n
}

/** 0 nothing, 1 a mark of quotation next to it, 2 a comma and then one, 3 a comma. */
function quoteNear(page: Page, marks: Marks, from: number, stop: number, step: 1 | -1, of: number): number {
  if (step > 0 ? from >= stop : from < stop) return 0
  if (page.quotationOf[from]! >= 0 && page.quotationOf[from] !== of) return 1
  if ((marks.look[from]! & LOOK.comma) === 0) return 0
  const next = from + step
  if (step > 0 ? next >= stop : next < stop) return 3
  return page.quotationOf[next]! >= 0 && page.quotationOf[next] !== of ? 2 : 3
}
