import type { Page, Range } from '../grammar/page.ts'
import type { VerbGroup } from '../grammar/verb-groups.ts'
import { trimEnd } from './content.ts'
import type { Draft } from './draft.ts'

/**
 * Settles what drafts contend for: one draft a cue, contents cut where a coordinated attribution begins or where another's cue and
 * source stand in them as a parenthesis ("…, the mayor said, …"), empty ones dropped.
 */
export function settle(page: Page, drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.at - b.at || rank(b) - rank(a))
  const byToken = new Map<number, Draft>()
  const kept: Draft[] = []
  for (const item of sorted) {
    const cue = item.cue[0]
    if (!cue) {
      kept.push(item)
      continue
    }
    let holder: Draft | undefined
    for (let i = cue.first; i < cue.end && !holder; i++) holder = byToken.get(i)
    if (holder) continue
    for (const range of item.cue) for (let i = range.first; i < range.end; i++) byToken.set(i, item)
    kept.push(item)
  }
  const bySentence = new Map<number, Draft[]>()
  for (const item of kept) {
    const sentence = page.sentenceOf[Math.min(item.at, page.tokens.length - 1)]!
    const list = bySentence.get(sentence) ?? []
    list.push(item)
    bySentence.set(sentence, list)
  }
  const relays = new Set([...bySentence.values()].flatMap((list) => passedOn(page, list)))
  for (const list of bySentence.values())
    for (const outer of list) for (const inner of list) if (outer !== inner) cut(page, outer, inner)
  for (const item of kept) item.content = item.content.filter((range) => range.end > range.first)
  return kept.filter((item) => item.content.length > 0 && !relays.has(item))
}

/**
 * "X, the navy said, Coast Wire reported": one attribution behind another, both behind what is said. The second passes the
 * first on: it becomes its relay, and no claim of its own.
 * @returns the drafts that are only relays now
 */
function passedOn(page: Page, list: readonly Draft[]): Draft[] {
  const relays: Draft[] = []
  for (const outer of list) {
    const inner = list.find((item) => item !== outer && item.relay === null && standsBehind(page, item, outer))
    const [source] = outer.source
    const [cue] = outer.cue
    if (!inner || !source || !cue) continue
    inner.relay = { source, cue }
    const { first } = ownRange(outer)
    inner.content = inner.content
      .filter((range) => range.first < first)
      .map((range) => ({ first: range.first, end: Math.min(range.end, first) }))
    relays.push(outer)
  }
  return relays
}

/** True when the outer's content ends with the inner's own words and the outer's follow at once, all behind the inner's content. */
function standsBehind(page: Page, inner: Draft, outer: Draft): boolean {
  const own = ownRange(inner)
  const after = ownRange(outer)
  const [content] = outer.content
  const [said] = inner.content
  if (inner.source.length === 0 || outer.source.length === 0 || outer.content.length !== 1 || !content || !said) return false
  let between = own.end
  while (between < after.first && page.words[between] === ',') between += 1
  return (
    between === after.first &&
    own.end > own.first &&
    said.first === content.first &&
    said.end <= own.first &&
    content.end >= own.end
  )
}

function ownRange(item: Draft): Range {
  const own = [...item.source, ...item.cue]
  return { first: Math.min(...own.map((range) => range.first)), end: Math.max(...own.map((range) => range.end)) }
}

function rank(item: Draft): number {
  return (item.source.length > 0 ? 2 : 0) + (item.cueKind === 'verb' ? 1 : 0)
}

/** Families whose verb, coordinated behind another attribution, shares that one's speaker: "said … and warned …". */
const SPOKEN = /^(?:say|tell|direct|judge|topic)$/
/** Families whose verb, with a subject of its own behind a conjunction, begins another attribution. */
const VOICED = /^(?:say|tell|direct|think)$/
const SAID = /^(?:say|tell|show)$/
const CONJUNCTION = /^(?:and|but|while|though|although|or|yet|whereas)$/

function cut(page: Page, outer: Draft, inner: Draft): void {
  const own = [...inner.source, ...inner.cue]
  if (own.length === 0) return
  const first = Math.min(...own.map((range) => range.first))
  const end = Math.max(...own.map((range) => range.end))
  const outerOwn = Math.min(...[...outer.source, ...outer.cue].map((range) => range.first))
  for (let k = 0; k < outer.content.length; k++) {
    const range = outer.content[k]!
    const cueFirst = inner.cue[0]!.first
    if (cueFirst < range.first || cueFirst >= range.end) continue
    if (page.quotationOf[cueFirst] !== page.quotationOf[outer.cue[0]?.first ?? cueFirst]) continue
    const start = Math.max(first, range.first)
    // "…, adding that …", "…, with some sources suggesting …": another attribution hangs on at the end
    const verb = inner.verb >= 0 ? page.verbs[inner.verb]! : null
    if (outerOwn < range.first && verb?.form === 'gerund') {
      const borrowed = inner.source.length === 0 || (SPOKEN.test(inner.family) && inner.source.every(({ end }) => end < cueFirst))
      if ((first < range.first || borrowed) && page.words[cueFirst - 1] === ',') {
        outer.content[k] = { first: range.first, end: trimEnd(page, range.first, cueFirst) }
        if (borrowed) {
          inner.source = outer.source.map((each) => ({ ...each }))
          inner.antecedent = outer.antecedent
        }
        continue
      }
      if (page.words[first - 1] === 'with' && page.words[first - 2] === ',' && first - 2 > range.first) {
        outer.content[k] = { first: range.first, end: first - 2 }
        continue
      }
    }
    // "said that … and warned …": the second verb has the first one's tense and speaker
    if (
      outerOwn < range.first &&
      verb &&
      SPOKEN.test(inner.family) &&
      outer.verb >= 0 &&
      verb.form === 'finite' &&
      verb.first === cueFirst
    ) {
      let conjunction = cueFirst - 1
      while (conjunction > range.first && page.tokens[conjunction]!.upos === 'ADV') conjunction -= 1
      const parted = page.words[conjunction] === 'but' || page.words[conjunction - 1] === ','
      if (
        /^(?:and|but)$/.test(page.words[conjunction]!) &&
        (sameTense(page.verbs[outer.verb]!, verb) || (parted && verb.modal < 0)) &&
        conjunction > range.first &&
        first >= range.first &&
        sharesSubject(inner, conjunction)
      ) {
        outer.content[k] = { first: range.first, end: trimEnd(page, range.first, conjunction) }
        inner.source = outer.source.map((each) => ({ ...each }))
        inner.antecedent = outer.antecedent
        continue
      }
    }
    // "…, and he urged": a coordinated attribution ends the content before the conjunction
    if (outerOwn < range.first) {
      let conjunction = (first < range.first ? cueFirst : first) - 1
      while (conjunction > range.first && page.tokens[conjunction]!.upos === 'ADV' && !CONJUNCTION.test(page.words[conjunction]!))
        conjunction -= 1
      const comma = page.words[conjunction - 1] === ','
      const sharedSubject = first < range.first
      // "… though officials still urge people to": somebody else's words, not a part of what the first one said
      const anew = inner.source[0]?.first === conjunction + 1 && VOICED.test(inner.family) && inner.content[0]!.first >= end
      if (CONJUNCTION.test(page.words[conjunction] ?? '') && conjunction > range.first && (comma || sharedSubject || anew)) {
        outer.content[k] = { first: range.first, end: trimEnd(page, range.first, conjunction) }
        continue
      }
    }
    // a parenthesis at the end or in the middle of the content that attributes the words before it
    const attributesBefore = inner.content.some((c) => c.end <= first && c.end > range.first)
    if (attributesBefore && outerOwn < range.first && end >= range.end - 1) {
      outer.content[k] = { first: range.first, end: trimEnd(page, range.first, start) }
      for (let m = 0; m < inner.content.length; m++) {
        const content = inner.content[m]!
        // "He planned to search homes, the mayor said": the mayor says the whole; only what was said before is said again
        if (SAID.test(outer.family) && content.first <= outerOwn && content.end > range.first && inner.cueKind !== 'accordingTo')
          inner.content[m] = { first: range.first, end: content.end }
      }
    }
  }
}

/** Contents of others that a range overlaps: used to nest. */
export function within(inner: readonly Range[], outer: readonly Range[]): boolean {
  return inner.every((range) => outer.some((other) => other.first <= range.first && range.end <= other.end))
}

function sameTense(a: VerbGroup, b: VerbGroup): boolean {
  return a.past === b.past && a.perfect === b.perfect && a.modal < 0 && b.modal < 0 && b.form === 'finite'
}

/** The subject stands before the conjunction: it was borrowed from the verb before. */
function sharesSubject(inner: Draft, conjunction: number): boolean {
  return inner.source.every((range) => range.end <= conjunction)
}
