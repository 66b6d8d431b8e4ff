import type { CueKind } from '../../../model/index.ts'
import type { Page, Range } from '../../grammar/page.ts'
import type { Tree } from '../../grammar/tree.ts'
import { VERB_FAMILIES, type VerbFamily } from '../../lexicon/verbs.ts'
import { sentenceStop } from '../content.ts'
import { type Draft, draft } from '../draft.ts'
import { settle } from '../settle.ts'
import { cueFeatures, MOST_CUE_FEATURES, mayCue } from './cue-features.ts'
import { bestRoles } from './decode.ts'
import { type Marks, markWords } from './marks.ts'
import type { AttributionModel } from './model.ts'
import { PRIOR_CUE, PRIOR_ROLE, ROLE, settingOf } from './role-features.ts'

const features = new Int32Array(MOST_CUE_FEATURES)
/** Rules that are rare in what was annotated, so that little was learned of them: what they find stays. */
const KEPT = /^(?:quote-only|signature|colon|noun-ground|hedge-adverb)/
/** Denials are as rare, and to lose one is worse than to keep a doubtful one. */
const DENIALS = /^(?:deny|reject|dispute|refute|dismiss|rebut|repudiate|disavow|denial)$/
/** Rules whose spans were right at least as often as the learned ones, in cross-validation: where the model takes the cue, they stay. */
const TRUSTED = /^(?:according-to|verb-inverted|verb-quote|passive-that|verb-colon|noun)/

/** What the rules found that the model has no say in. */
function stays(item: Draft): boolean {
  return item.cue.length === 0 || KEPT.test(item.rule) || DENIALS.test(item.lemma) || item.links.length > 0 || item.relay !== null
}

/**
 * Lets the learned model have the last word on what the rules drafted: which words head a cue, and for each cue which words are its
 * source, cue and content. The surest come first; what they take for their cue is no other's.
 */
export function revise(page: Page, drafts: readonly Draft[], model: AttributionModel): Draft[] {
  const { tree } = page
  if (!tree) return [...drafts]
  const marks = markWords(page, drafts)
  const out = drafts.filter(stays)
  const taken = new Uint8Array(page.tokens.length)
  const said = new Uint8Array(page.tokens.length)
  for (const item of out) {
    const links = [...item.links, ...(item.relay ? [item.relay] : [])].map((link) => link.cue)
    for (const range of [...item.cue, ...links]) taken.fill(1, range.first, range.end)
    for (const range of item.content) said.fill(1, range.first, range.end)
  }
  for (const { head, probability } of headsOf(page, tree, marks, drafts, model)) {
    // Within what somebody is said to say, more is said and thought than elsewhere: less proof will do
    if (taken[head] === 1 || (probability < model.threshold && said[head] === 0)) continue
    const base = marks.draftOf[head]! >= 0 ? drafts[marks.draftOf[head]!]! : null
    const item =
      base && TRUSTED.test(base.rule)
        ? { ...base, score: probability }
        : draftOf(page, base, head, probability, spansOf(page, tree, marks, drafts, head, model))
    if (empty(page, item.content) || item.cue.some((range) => taken.subarray(range.first, range.end).includes(1))) continue
    for (const range of item.cue) taken.fill(1, range.first, range.end)
    for (const range of item.content) said.fill(1, range.first, range.end)
    out.push(item)
  }
  return settle(page, out).sort((a, b) => a.at - b.at || a.content[0]!.first - b.content[0]!.first)
}

/** Nothing, or no more than a word that stands for something said elsewhere: "that", "so", "it". */
function empty(page: Page, content: readonly Range[]): boolean {
  const [only] = content
  if (!only || content.length > 1 || only.end - only.first > 1) return !only
  return /^(?:PRON|DET|SCONJ|ADV|PART|PUNCT|ADP)$/.test(page.tokens[only.first]!.upos)
}

/** The words that may head a cue, the surest first. */
function headsOf(
  page: Page,
  tree: Tree,
  marks: Marks,
  drafts: readonly Draft[],
  { cues, unit, known, inner }: AttributionModel,
): { head: number; probability: number }[] {
  const found: { head: number; probability: number }[] = []
  for (let head = 0; head < page.tokens.length; head++) {
    if (!mayCue(marks, head, known)) continue
    cues.score(features, cueFeatures(page, tree, marks, drafts, head, features))
    const odds = cues.scores[0]! * unit + (marks.draftOf[head]! >= 0 ? PRIOR_CUE : 0)
    const probability = 1 / (1 + Math.exp(-odds))
    if (probability >= inner) found.push({ head, probability })
  }
  return found.sort((a, b) => b.probability - a.probability || a.head - b.head)
}

type Spans = Pick<Draft, 'source' | 'cue' | 'content'>

function spansOf(page: Page, tree: Tree, marks: Marks, drafts: readonly Draft[], head: number, model: AttributionModel): Spans {
  const setting = settingOf(page, tree, marks, drafts, head)
  const roles = bestRoles(page, tree, marks, setting, model.words, model.steps, PRIOR_ROLE / model.unit)
  const of = (role: number): Range[] => ranges(roles, role, setting.range.first)
  const spans = { source: of(ROLE.source), cue: of(ROLE.cue), content: of(ROLE.content) }
  return empty(page, spans.content) ? { ...spans, content: behind(page, head, spans.cue) } : spans
}

/** Where no word is taken for content: what stands behind the cue, up to the end of its quotation or clause. */
function behind(page: Page, head: number, cue: readonly Range[]): Range[] {
  const last = cue.at(-1)
  if (!last || page.tokens[head]!.upos === 'NOUN') return []
  const stop = sentenceStop(page, last.end - 1)
  let first = last.end
  while (first < stop && /^[,:]$/.test(page.words[first]!)) first += 1
  return stop - first > 2 ? [{ first, end: stop }] : []
}

function ranges(roles: Uint8Array, role: number, first: number): Range[] {
  const out: Range[] = []
  for (let k = 0; k < roles.length; k++) {
    if (roles[k] !== role) continue
    let end = k + 1
    while (end < roles.length && roles[end] === role) end++
    out.push({ first: first + k, end: first + end })
    k = end
  }
  return out
}

function draftOf(page: Page, base: Draft | null, head: number, score: number, { source, cue, content }: Spans): Draft {
  if (base) {
    const whole = content.length === 0 || (source.length === 0 && base.source.length > 0) || mends(page, base, content)
    const kept = whole ? base.content : content
    // The rules' sources are whole noun phrases, and as often right
    const named = base.source.length > 0 && !meet(base.source, [...kept, ...cue]) ? base.source : source
    const { cueKind, rule, family, lemma, verb } = base
    const antecedent = named === base.source ? base.antecedent : null
    if (meet(kept, [...named, ...cue])) return { ...base, score }
    return draft({ source: named, cue, content: kept, cueKind, rule, family, lemma, verb, score, antecedent })
  }
  const token = page.tokens[head]!
  const group = page.verbOf[head]!
  const verb = group >= 0 && page.verbs[group]!.head === head ? group : -1
  const kind = kindOf(page, head, verb, source.length > 0)
  return draft({
    source,
    cue,
    content,
    score,
    cueKind: kind,
    rule: `learned-${kind}`,
    family: familyOf(token.lemma, kind),
    lemma: token.lemma,
    verb,
  })
}

/** True where a range of one list meets one of the other. */
function meet(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((x) => b.some((y) => x.first < y.end && y.first < x.end))
}

/** True where the rule's content is whole and the learned one lacks a side of it, or begins with a credit in brackets. */
function mends(page: Page, base: Draft, content: readonly Range[]): boolean {
  const cue = base.cue[0]!
  const around = base.content.some((range) => range.end <= cue.first) && base.content.some((range) => range.first >= cue.end)
  const oneSided = content.every((range) => range.end <= cue.first) || content.every((range) => range.first >= cue.end)
  return (around && oneSided) || (page.words[content[0]!.first] === '(' && page.words[base.content[0]!.first] !== '(')
}

function kindOf(page: Page, head: number, verb: number, sourced: boolean): CueKind {
  const { upos } = page.tokens[head]!
  if (verb >= 0) return page.verbs[verb]!.passive && !sourced ? 'passive' : 'verb'
  if (upos === 'NOUN') return 'noun'
  if (upos === 'ADV') return 'adverb'
  if (upos === 'PUNCT') return 'colon'
  return page.words[head] === 'according' ? 'accordingTo' : 'verb'
}

function familyOf(lemma: string, kind: CueKind): Draft['family'] {
  if (kind === 'noun') return 'noun'
  if (kind === 'adverb') return 'hedge'
  if (kind === 'colon') return 'colon'
  if (kind === 'accordingTo') return 'according'
  const [family] = VERB_FAMILIES.get(lemma) ?? new Set<VerbFamily>(['say'])
  return family ?? 'say'
}
