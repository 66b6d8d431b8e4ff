import type { Modality, Polarity } from '../../model/index.ts'
import type { Draft } from '../attribution/draft.ts'
import type { Page, Range } from '../grammar/page.ts'
import type { VerbGroup } from '../grammar/verb-groups.ts'
import { inFamily } from '../lexicon/verbs.ts'
import { DIRECTS, HOLDS, PASSED_ON, TELLS, TO_SPEAK, withholds } from './modality-words.ts'

/**
 * How far the text commits itself, and by which words. One value a claim, the weakest commitment on the way from the report to the
 * content wins, in this order:
 *
 * 1. `cannotConfirm` — somebody could not, or nobody did, confirm or verify the content.
 * 2. `denied` — the cue denies, rejects, disputes or rules out the content (its own words stay affirmed).
 * 3. `possible` — the content's main predicate stands under could, may, might, can, or likely, possibly, perhaps.
 * 4. `planned` — will, would, plan to, be set to, decide to, intend to, or a promise: meant or expected to happen.
 * 5. `believed` — a cue of mind (believes, fears, suspects) or of expectation without a source (is thought to).
 * 6. `reported` — a hedge without a source: reportedly, is said to, rumours that.
 * 7. `asserted` — everything else, attributed or not.
 *
 * "has sent 1,500" is asserted, "could send 12,000" is possible, "is said to have sent" is reported, "plans to send" is planned.
 */
export interface Commitment {
  readonly modality: Modality
  readonly polarity: Polarity
  readonly cues: readonly Range[]
}

const POSSIBLE_MODALS = new Set(['could', 'may', 'might', 'can'])
const PLANNED_MODALS = new Set(['will', 'would', "'ll", 'shall', 'wo', "'d", 'should', 'must'])
const HEDGES = new Set(['apparently', 'reportedly', 'allegedly', 'seemingly', 'purportedly', 'supposedly', 'ostensibly'])
const POSSIBLE_ADVERBS = new Set([
  'possibly',
  'perhaps',
  'maybe',
  'potentially',
  'likely',
  'probably',
  'presumably',
  'conceivably',
])
const PLAN_VERBS = new Set([
  'plan',
  'intend',
  'decide',
  'aim',
  'prepare',
  'vow',
  'pledge',
  'promise',
  'agree',
  'seek',
  'want',
  'hope',
  'threaten',
  'schedule',
  'set',
  'propose',
  'poise',
])
const DENY = new Set(['deny', 'reject', 'dispute', 'refute', 'dismiss', 'rebut', 'repudiate', 'disavow'])
const BELIEVE = new Set([
  'believe',
  'think',
  'suspect',
  'fear',
  'hope',
  'expect',
  'feel',
  'assume',
  'consider',
  'doubt',
  'reckon',
  'presume',
  'suppose',
  'imagine',
  'worry',
  'anticipate',
  'trust',
  'guess',
  'estimate',
  'judge',
  'speculate',
  'conjecture',
])
const CONFIRM = new Set(['confirm', 'verify', 'corroborate', 'substantiate', 'authenticate', 'establish'])

/** Commitment of an attributed claim. */
export function commitmentOf(page: Page, item: Draft): Commitment {
  const verb = item.verb >= 0 ? page.verbs[item.verb]! : null
  const cueRange: Range | undefined = item.cue[0]
  const inner = contentCommitment(
    page,
    item.content,
    TELLS.has(item.lemma) ||
      (item.cueKind === 'passive' && !/^(?:expect|tell|urge|order|ask|project|predict|forecast)$/.test(item.lemma)),
  )
  if (verb && CONFIRM.has(verb.lemma) && (verb.negated || unable(page, verb)))
    return { modality: 'cannotConfirm', polarity: inner.polarity, cues: cueRange ? [cueRange] : [] }
  if (item.family === 'noun' && item.lemma === 'confirmation' && page.words[item.at] === 'no')
    return { modality: 'cannotConfirm', polarity: inner.polarity, cues: cueRange ? [cueRange] : [] }
  const said = item.cue.flatMap((range) => page.words.slice(range.first, range.end))
  if (cueRange && withholds(said, item.lemma, verb?.negated === true, verb && verb.modal >= 0 ? page.words[verb.modal]! : ''))
    return { modality: 'cannotConfirm', polarity: inner.polarity, cues: [cueRange] }
  const denies = DENY.has(item.lemma) || item.lemma === 'denial'
  if (denies && !verb?.negated && cueRange) return { modality: 'denied', polarity: inner.polarity, cues: [cueRange] }
  if (verb?.negated && cueRange && (item.family === 'say' || item.family === 'think') && !denies && verb.modal < 0) {
    // "did not say that", "does not believe that"
    return {
      modality: item.family === 'think' ? 'believed' : inner.modality,
      polarity: 'negated',
      cues: [cueRange, ...inner.cues],
    }
  }
  if (
    inner.modality === 'possible' ||
    inner.modality === 'planned' ||
    inner.modality === 'cannotConfirm' ||
    inner.modality === 'denied'
  ) {
    if (inner.cues.length === 0 && cueRange && item.cueKind !== 'colon') return { ...inner, cues: [cueRange] }
    const mind = BELIEVE.has(item.lemma) || item.lemma === 'belief'
    // "thinks it would be": no plan, but what somebody holds would follow
    const supposed = mind && inner.cues.some((cue) => /^(?:would|'d)$/.test(page.words[cue.first]!))
    if (supposed && cueRange) return { ...inner, modality: 'believed', cues: [cueRange, ...inner.cues] }
    return { ...inner, cues: mind && cueRange ? [cueRange, ...inner.cues] : inner.cues }
  }
  if (item.family === 'intend' && said.some((_, i) => i > 0 && said[i - 1] === 'to' && TO_SPEAK.has(said[i]!))) return inner
  if (
    item.family === 'intend' ||
    (item.family === 'noun' &&
      /^(?:plan|intention|decision|promise|pledge|vow|threat|offer|determination|commitment)$/.test(item.lemma))
  ) {
    return {
      modality: verb?.negated || /^(?:refuse|decline)$/.test(item.lemma) ? 'asserted' : 'planned',
      polarity: inner.polarity,
      cues: cueRange ? [cueRange] : [],
    }
  }
  if (
    (DIRECTS.has(item.lemma) || item.family === 'direct' || callsFor(said, item.lemma)) &&
    cueRange &&
    inner.modality === 'asserted'
  )
    return { ...inner, modality: 'planned', cues: [cueRange] }
  if (
    item.cueKind === 'passive' &&
    item.source.length === 0 &&
    PASSED_ON.has(item.lemma) &&
    inner.modality === 'asserted' &&
    cueRange
  )
    return { ...inner, modality: 'reported', cues: [cueRange, ...inner.cues] }
  if (
    BELIEVE.has(item.lemma) ||
    HOLDS.has(item.lemma) ||
    item.family === 'think' ||
    /^(?:belief|suspicion|fear|hope|expectation|concern|conviction|speculation)$/.test(item.lemma)
  ) {
    if (
      item.family === 'think' &&
      /^(?:know|learn|hear|see|find|remember|recall|realise|realize|recognise|recognize|conclude|forget)$/.test(item.lemma)
    )
      return inner
    return { ...inner, modality: 'believed', cues: cueRange ? [cueRange, ...inner.cues] : inner.cues }
  }
  if (item.family === 'hedge' && item.source.length === 0)
    return { ...inner, modality: 'reported', cues: cueRange ? [cueRange, ...inner.cues] : inner.cues }
  if (item.family === 'noun' && item.source.length === 0)
    return { ...inner, modality: 'reported', cues: cueRange ? [cueRange, ...inner.cues] : inner.cues }
  return inner
}

/** "called for", "calls for": a demand; "called it" is none. */
function callsFor(said: readonly string[], lemma: string): boolean {
  return lemma === 'call' && said.at(-1) === 'for'
}

/** "could not confirm", "was unable to verify", "has yet to verify". */
function unable(page: Page, verb: VerbGroup): boolean {
  const before = `${page.words[verb.first - 2] ?? ''} ${page.words[verb.first - 1] ?? ''}`
  return /unable|yet|impossible|declined|refused/.test(before)
}

/** Commitment that the words of the content themselves show, by their main verb. */
export function contentCommitment(page: Page, content: readonly Range[], hedged = false): Commitment {
  const main = mainVerb(page, content)
  const cues: Range[] = []
  let modality: Modality = 'asserted'
  let polarity: Polarity = 'affirmed'
  if (!main) return { modality, polarity, cues }
  if (main.negated) {
    polarity = 'negated'
    for (let i = Math.max(0, main.first - 1); i < main.end; i++)
      if (/^(?:not|n't|never)$/.test(page.words[i]!)) cues.push({ first: i, end: i + 1 })
  } else {
    const no = noSubject(page, main, content)
    if (no >= 0) {
      polarity = 'negated'
      cues.push({ first: no, end: no + 1 })
    }
  }
  const behind = page.words.slice(main.first, main.end + 3)
  const known = main.lemma === 'know' || main.lemma === 'be'
  if ((CONFIRM.has(main.lemma) && main.negated) || (known && withholds(behind, main.lemma, main.negated, '')))
    return { modality: 'cannotConfirm', polarity: 'affirmed', cues: [{ first: main.first, end: main.end }] }
  const modal = main.modal >= 0 ? page.words[main.modal]! : ''
  const adverb = adverbNear(page, main, content)
  if (POSSIBLE_MODALS.has(modal) || (modal === 'would' && main.perfect)) {
    modality = 'possible'
    cues.push({ first: main.modal, end: main.modal + 1 })
  } else if (adverb >= 0) {
    modality = 'possible'
    cues.push({ first: adverb, end: adverb + 1 })
  } else if (PLANNED_MODALS.has(modal)) {
    modality = 'planned'
    cues.push({ first: main.modal, end: main.modal + 1 })
  } else if (
    followedByInfinitive(page, main) &&
    (PLAN_VERBS.has(main.lemma) || (main.lemma === 'go' && main.progressive)) &&
    !(main.negated && main.lemma !== 'plan')
  ) {
    modality = 'planned'
    cues.push({ first: main.first, end: main.end })
  } else if (
    main.lemma === 'be' &&
    /^(?:likely|set|due|about|expected|poised|ready|scheduled|supposed)$/.test(page.words[main.end] ?? '') &&
    page.words[main.end + 1] === 'to'
  ) {
    modality = page.words[main.end] === 'likely' ? 'possible' : 'planned'
    cues.push({ first: main.end, end: main.end + 1 })
  } else if (main.form === 'infinitive' && !main.perfect && !hedged) {
    modality = 'planned'
  }
  if (modality === 'asserted' && BELIEVE.has(main.lemma) && /^(?:i|we)$/.test(page.words[main.first - 1] ?? '')) {
    modality = 'believed'
    cues.push({ first: main.first, end: main.end })
  }
  if (modality === 'asserted') {
    for (let i = Math.max(0, main.first - 2); i <= main.end && modality === 'asserted'; i++) {
      if (!HEDGES.has(page.words[i] ?? '') || !content.some((range) => range.first <= i && i < range.end)) continue
      modality = 'reported'
      cues.push({ first: i, end: i + 1 })
    }
  }
  if (inFamily(main.lemma, 'say') && DENY.has(main.lemma) && modality === 'asserted') modality = 'denied'
  if (modality === 'denied') cues.push({ first: main.first, end: main.end })
  cues.sort((a, b) => a.first - b.first)
  return { modality, polarity, cues: distinct(cues) }
}

function distinct(cues: readonly Range[]): Range[] {
  return cues.filter((cue, i) => i === 0 || cue.first >= cues[i - 1]!.end)
}

function followedByInfinitive(page: Page, verb: VerbGroup): boolean {
  const of = page.verbOf[verb.end] ?? -1
  return of >= 0 && page.verbs[of]!.form === 'infinitive'
}

/** First finite verb of the content that is not in a relative or subordinate clause; else the first verb. */
export function mainVerb(page: Page, content: readonly Range[]): VerbGroup | null {
  let fallback: VerbGroup | null = null
  for (const range of content) {
    let subordinate = false
    for (let i = range.first; i < range.end; i++) {
      const word = page.words[i]!
      if (i > range.first + 1 && /^(?:who|which|whose|where)$/.test(word)) subordinate = true
      if (
        /^(?:if|when|while|because|although|though|after|before|since|as|unless|until|whereas)$/.test(word) &&
        page.tokens[i]!.upos === 'SCONJ'
      )
        subordinate = true
      if (word === ',') subordinate = false
      const of = page.verbOf[i]!
      if (of < 0) continue
      const verb = page.verbs[of]!
      if (verb.first >= i && (verb.form === 'finite' || verb.form === 'infinitive')) {
        const relative = page.words[verb.first - 1] === 'that' && verb.first - 1 > range.first
        if (verb.form === 'finite' && !subordinate && !relative && !isReducedParticiple(page, verb)) return verb
        if (!fallback || (fallback.form !== 'finite' && verb.form === 'finite')) fallback = fallback ?? verb
        if (subordinate) subordinate = false
      }
      i = Math.max(i, verb.end - 1)
    }
  }
  return fallback
}

function isReducedParticiple(page: Page, verb: VerbGroup): boolean {
  return (
    verb.first === verb.head &&
    /(?:ed|en)$/.test(page.words[verb.head]!) &&
    /^(?:by|in|at|with|from|near|for)$/.test(page.words[verb.end] ?? '') &&
    page.tokens[verb.head - 1]?.upos !== 'PRON'
  )
}

function noSubject(page: Page, verb: VerbGroup, content: readonly Range[]): number {
  for (let i = verb.first - 1; i >= 0 && i > verb.first - 8; i--) {
    if (!content.some((range) => range.first <= i && i < range.end)) return -1
    if (page.words[i] === 'no' || page.words[i] === 'nobody' || page.words[i] === 'none' || page.words[i] === 'neither') return i
    if (page.verbOf[i]! >= 0) return -1
  }
  if (
    /^(?:no|none)$/.test(page.words[verb.end] ?? '') &&
    (verb.lemma === 'be' || verb.lemma === 'have' || verb.lemma === 'find' || verb.lemma === 'see')
  )
    return verb.end
  return -1
}

function adverbNear(page: Page, verb: VerbGroup, content: readonly Range[]): number {
  for (let i = Math.max(0, verb.first - 2); i < verb.end + 1; i++) {
    if (POSSIBLE_ADVERBS.has(page.words[i] ?? '') && content.some((range) => range.first <= i && i < range.end)) return i
  }
  return -1
}
