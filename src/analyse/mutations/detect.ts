import { type Cell, cellAt, hull, type Mutation, type MutationKind } from '../../model/index.ts'
import { digest } from '../digest.ts'
import { byCode } from '../order.ts'
import { citation } from '../origins/lineage.ts'
import { partiesOf } from '../questions/group.ts'
import type { Proposition } from '../questions/proposition.ts'
import { countryName } from '../terms/countries.ts'
import { type ClaimView, joined, within } from '../view.ts'
import { anchor, followsSoon, type Ground, isDistinctive, tie } from './related.ts'
import { figureChanged, timeShifted } from './restated.ts'
import { type Finding, isFact, isOpen, partiesMeet, quote, type Rule, type Stated, sameThing, sideOf, words } from './rule.ts'
import { sourceLost, sourceUpgraded } from './sourced.ts'

/**
 * Flags changes of meaning between a claim and what a later report makes of it. Precision first: the two must be tied by a
 * named source, a citation of the outlet or a copied passage, must state the same number of the same thing or the same act,
 * and nobody may have said it the later way before.
 * @param propositions in canonical order
 * @returns by time of the later claim; at most one of a kind for each later claim, against the earliest claim that shows it
 */
export function mutationsOf(propositions: readonly Proposition[], ground: Ground): readonly Mutation[] {
  const stated = propositions.flatMap((p): Stated[] =>
    p.figures.length > 0 ? p.figures.map((figure) => ({ p, figure })) : [{ p, figure: null }],
  )
  const byNumber = new Map<string, Stated[]>()
  const byAct = new Map<string, Stated[]>()
  const add = (index: Map<string, Stated[]>, key: string, item: Stated): void => {
    const known = index.get(key)
    if (known) known.push(item)
    else index.set(key, [item])
  }
  for (const item of stated) {
    const value = item.figure ? anchor(item.figure) : null
    if (value !== null && isDistinctive(value)) add(byNumber, String(value), item)
    if (item.p.act !== null && item.p.theme !== null) add(byAct, `${item.p.act}|${item.p.theme}`, item)
  }
  const found = new Map<string, { mutation: Mutation; at: ClaimView }>()
  for (const [index, rules] of [
    [byNumber, NUMBER_RULES],
    [byAct, ACT_RULES],
  ] as const) {
    for (const list of index.values()) compare(list.slice(0, 300), rules, ground, found)
  }
  return [...found.values()]
    .sort(
      (a, b) => a.at.view.index - b.at.view.index || a.at.position - b.at.position || byCode(a.mutation.kind, b.mutation.kind),
    )
    .map((item) => item.mutation)
}

function compare(
  list: readonly Stated[],
  rules: readonly Rule[],
  ground: Ground,
  found: Map<string, { mutation: Mutation; at: ClaimView }>,
): void {
  for (const after of list) {
    for (const rule of rules) {
      for (const before of list) {
        const from = before.p.claim
        const to = after.p.claim
        if (from.view.index >= to.view.index) break
        if (!followsSoon(from, to)) continue
        const finding = rule(before, after, ground)
        if (!finding || found.has(`${finding.kind}|${to.id}`)) continue
        const link = tie(from, to, ground) ?? finding.link ?? null
        if (link === null || saidSoBefore(after, list, rule, ground)) continue
        const mutation: Mutation = {
          id: `m-${digest(`${finding.kind}|${from.id}|${to.id}`)}`,
          kind: finding.kind,
          before: from.id,
          after: to.id,
          proof: [proof(from, finding.before), proof(to, finding.after)],
          why: `${finding.why}; ${link}`,
        }
        found.set(`${finding.kind}|${to.id}`, { mutation, at: to })
      }
    }
  }
}

function proof(claim: ClaimView, cells: readonly Cell[]) {
  const span = hull(cells) ?? hull(claim.claim.content) ?? { start: 0, end: 0 }
  return citation(claim.view, span)
}

/** True when a claim of an earlier or the same day already says it the later way: then the later one retells that. */
function saidSoBefore(after: Stated, list: readonly Stated[], rule: Rule, ground: Ground): boolean {
  const first = list.find(
    (item) =>
      item.p.claim.view.index < after.p.claim.view.index &&
      saidAlike(item, after, rule) &&
      (BY_WORDS.has(rule) || tie(item.p.claim, after.p.claim, ground) !== null),
  )
  if (!first) return false
  // The earlier one may itself be a mutation of something still earlier: then it excuses nobody.
  return !list.some(
    (item) =>
      item.p.claim.view.index < first.p.claim.view.index &&
      rule(item, first, ground) !== null &&
      tie(item.p.claim, first.p.claim, ground) !== null,
  )
}

/** True when both say alike what the rule looks at. */
function saidAlike(a: Stated, b: Stated, rule: Rule): boolean {
  if (rule === actorChanged) return sideOf(a.p).join() === sideOf(b.p).join()
  if (BY_WORDS.has(rule))
    return (
      sameWay(a, b) &&
      a.p.day === b.p.day &&
      (a.figure === null ? null : anchor(a.figure)) === (b.figure === null ? null : anchor(b.figure))
    )
  return sameWay(a, b) && (rule !== placeChanged || countriesOf(a.p).join() === countriesOf(b.p).join())
}

function sameWay(a: Stated, b: Stated): boolean {
  return (
    a.p.frame === b.p.frame &&
    a.p.theme === b.p.theme &&
    a.p.role === b.p.role &&
    a.p.stance === b.p.stance &&
    (a.figure?.bound ?? null) === (b.figure?.bound ?? null) &&
    (a.figure?.unit ?? null) === (b.figure?.unit ?? null) &&
    a.p.doers.join() === b.p.doers.join() &&
    lastKind(a.p.claim) === lastKind(b.p.claim)
  )
}

function lastKind(claim: ClaimView): string {
  return claim.claim.chain[claim.claim.chain.length - 1]?.speaker ?? 'none'
}

const escalated: Rule = (before, after) => {
  if (!before.figure || !after.figure || !isOpen(before.p) || !isFact(after.p)) return null
  if (!sameThing(before.p, after.p) || !partiesMeet(before.p, after.p)) return null
  // "it takes 1,237" is no deed: the same act must have been done.
  if (after.p.act === null || before.p.act !== after.p.act) return null
  const from = words(before.p, before.figure)
  const to = words(after.p, after.figure)
  const was = before.p.frame === 'planned' ? 'what was planned' : 'what was only possible'
  return {
    kind: 'modalityEscalated',
    before: from,
    after: to,
    why: `${was} is told as done: “${quote(before.p.claim, from)}” became “${quote(after.p.claim, to)}”`,
  }
}

const boundDropped: Rule = (before, after) => {
  if (!before.figure || !after.figure) return null
  if (before.figure.bound !== 'atMost' && before.figure.bound !== 'atLeast') return null
  if (after.figure.bound !== 'exact' || after.figure.approximate) return null
  if (
    !sameThing(before.p, after.p) ||
    !partiesMeet(before.p, after.p) ||
    before.p.stance !== 'asserts' ||
    after.p.stance !== 'asserts'
  )
    return null
  if (before.p.act !== null && after.p.act !== null && before.p.act !== after.p.act) return null
  return {
    kind: 'boundDropped',
    before: [before.figure.cell],
    after: [after.figure.cell],
    why: `“${before.figure.cell.text}” became “${after.figure.cell.text}”, without its bound`,
  }
}

const totalOrIncrement: Rule = (before, after) => {
  if (!before.figure || !after.figure || !partiesMeet(before.p, after.p)) return null
  if (before.p.theme !== after.p.theme && before.p.theme !== null && after.p.theme !== null) return null
  if (before.p.act !== null && after.p.act !== null && before.p.act !== after.p.act) return null
  const cells = (item: Stated): readonly Cell[] =>
    item.figure?.roleCue ? [item.figure.cell, item.figure.roleCue] : item.figure ? [item.figure.cell] : []
  const tell = (kind: MutationKind, what: string): Finding => ({
    kind,
    before: cells(before),
    after: cells(after),
    why: `${what}: “${quote(before.p.claim, cells(before))}” became “${quote(after.p.claim, cells(after))}”`,
  })
  if (before.p.role === 'whole' && after.p.role === 'increment')
    return tell('totalBecameIncrement', 'a total is told as an addition')
  if (before.p.role === 'increment' && after.p.role === 'whole' && after.figure.role === 'total')
    return tell('incrementBecameTotal', 'an addition is told as a total')
  return null
}

const unitChanged: Rule = (before, after) => {
  if (!before.figure || !after.figure || before.figure.kind !== after.figure.kind) return null
  if (before.figure.unit === null || after.figure.unit === null || before.figure.unit === after.figure.unit) return null
  if (!partiesMeet(before.p, after.p) || before.p.act !== after.p.act || before.p.theme !== after.p.theme) return null
  return {
    kind: 'unitChanged',
    before: [before.figure.cell],
    after: [after.figure.cell],
    why: `the same number with another unit: “${before.figure.cell.text}” became “${after.figure.cell.text}”`,
  }
}

/** Another country does it: the same number of the same thing, or the act put on the very country that spoke of it. */
const actorChanged: Rule = (before, after, ground) => {
  const from = sideOf(before.p)
  const to = sideOf(after.p)
  if (
    from.length === 0 ||
    to.length === 0 ||
    to.some((key) => from.includes(key) || before.p.goals.includes(key) || before.p.owners.includes(key))
  )
    return null
  if (before.p.stance !== 'asserts' || after.p.stance !== 'asserts') return null
  if (before.p.act === null || before.p.act !== after.p.act || before.p.theme !== after.p.theme) return null
  if (
    !before.p.goals.some((goal) => after.p.goals.includes(goal)) &&
    !after.p.owners.some((owner) => before.p.owners.includes(owner) || from.includes(owner))
  )
    return null
  const speakers = (ground.resolution.chains[before.p.claim.id] ?? []).flatMap((id) =>
    id === null ? [] : (ground.resolution.byId.get(id)?.countries ?? []),
  )
  const sameNumber =
    before.figure !== null &&
    after.figure !== null &&
    anchor(before.figure) === anchor(after.figure) &&
    isDistinctive(anchor(before.figure) ?? 0)
  if (!sameNumber && !to.every((key) => speakers.includes(key))) return null
  const cells = (p: Proposition): readonly Cell[] =>
    p.event?.agent ? [withoutCredit(p, p.event.agent), p.event.predicate] : p.event ? [p.event.predicate] : []
  return {
    kind: 'actorChanged',
    before: cells(before.p),
    after: cells(after.p),
    why: `what ${from.map(countryName).join(' and ')} was said to do is put on ${to.map(countryName).join(' and ')}`,
  }
}

/** A doer's words without the end of a credit that the reader took along: "Sea Wire) Norway". */
function withoutCredit(p: Proposition, cell: Cell): Cell {
  const credit = /^[^()]*\)\s*/u.exec(cell.text)?.[0].length ?? 0
  return credit === 0 ? cell : cellAt(p.claim.view.report.text, cell.start + credit, cell.end)
}

const SHOWS =
  /^(?:that\s)?((?:(?:new|the|recent|satellite|aerial|drone|surveillance|leaked|official)\s)*(?:images?|imagery|photos?|photographs?|pictures?|videos?|footage|documents?|records?|data))\s(?:also\s)?(?:show|shows|showed|reveal|reveals|revealed|confirm|confirms|confirmed|indicate|indicates|indicated|prove|proves|proved)\b/iu

/** The words that name a picture or paper which is said to speak; null when a person or body does, or nobody. */
function thingThatSpeaks(claim: ClaimView): readonly Cell[] | null {
  const { chain, content } = claim.claim
  if (chain.some((link) => link.speaker === 'body' || link.speaker === 'person' || link.speaker === 'outlet')) return null
  const last = chain[chain.length - 1]
  if (last) return last.source.length > 0 && (last.speaker === 'image' || last.speaker === 'document') ? last.source : null
  const [first] = content
  const match = first && SHOWS.exec(first.text)
  if (!first || !match?.[1]) return null
  const start = first.start + match[0].indexOf(match[1])
  return [cellAt(claim.view.report.text, start, start + match[1].length)]
}

/** A body's word is told as if a picture or paper itself said it. */
const reattributed: Rule = (before, after) => {
  const earlier = before.p.claim.claim.chain[before.p.claim.claim.chain.length - 1]
  if (!earlier || earlier.source.length === 0 || (earlier.speaker !== 'body' && earlier.speaker !== 'person')) return null
  const later = thingThatSpeaks(after.p.claim)
  if (later === null || !sameThing(before.p, after.p) || !partiesMeet(before.p, after.p)) return null
  return {
    kind: 'evidenceReattributed',
    before: earlier.source,
    after: later,
    why: `what “${joined(earlier.source)}” said is put in the mouth of “${joined(later)}”`,
    ...linkByPictures(before.p, after),
  }
}

/**
 * A report without a source of its own gives a distinctive number of the same parties to pictures, where the earlier report
 * has the number from the body and tells of pictures beside it: the same pictures, or none.
 */
function linkByPictures(before: Proposition, after: Stated): { link?: string } {
  const value = after.figure ? anchor(after.figure) : null
  if (value === null || !isDistinctive(value) || before.act === null || before.act !== after.p.act) return {}
  const sides = sideOf(before).join() === sideOf(after.p).join() && sideOf(before).length > 0
  if (!sides || before.goals.join() !== after.p.goals.join() || before.goals.length === 0) return {}
  const pictures = before.claim.view.report.reading.evidence.find((item) => item.kind === 'imagery' && item.holder !== null)
  return pictures
    ? { link: `the earlier report tells of “${pictures.cell.text}” beside it and has the number from the source` }
    : {}
}

function countriesOf(p: Proposition): readonly string[] {
  return p.goals.filter((key) => /^[A-Z]{2}$/.test(key))
}

/** The same number of the same thing, by the same doer in the same act and frame, goes to another country. */
const placeChanged: Rule = (before, after) => {
  const from = countriesOf(before.p)
  const to = countriesOf(after.p)
  if (!before.figure || !after.figure || from.length !== 1 || to.length !== 1 || from[0] === to[0]) return null
  const { p } = before
  if (p.act === null || p.act !== after.p.act || !sameThing(p, after.p) || p.frame !== after.p.frame || p.role !== after.p.role)
    return null
  if (p.implied || after.p.implied || p.stance !== 'asserts' || after.p.stance !== 'asserts') return null
  if (sideOf(p).length === 0 || sideOf(p).join() !== sideOf(after.p).join()) return null
  const place = (claim: ClaimView, code: string | undefined): readonly Cell[] =>
    claim.claim.content.flatMap((cell) =>
      within(claim.view.countries, cell.start, cell.end)
        .filter((country) => country.code === code)
        .map((country) => cellAt(claim.view.report.text, country.start, country.end)),
    )
  return {
    kind: 'placeChanged',
    before: place(p.claim, from[0]).slice(-1),
    after: place(after.p.claim, to[0]).slice(-1),
    why: `what was said of ${from.map(countryName).join('')} is told of ${to.map(countryName).join('')}, with the same number`,
  }
}

/** The same source is told to say the opposite. */
const negationLost: Rule = (before, after) => {
  if (before.p.stance !== 'denies' || after.p.stance !== 'asserts' || !isFact(after.p)) return null
  if (
    before.p.frame !== after.p.frame ||
    partiesOf(before.p).join() !== partiesOf(after.p).join() ||
    partiesOf(before.p).length === 0
  )
    return null
  const common = before.p.lemmas.filter((lemma) => after.p.lemmas.includes(lemma)).length
  if (common < 0.7 * Math.min(before.p.lemmas.length, after.p.lemmas.length)) return null
  return {
    kind: 'negationLost',
    before: words(before.p, null),
    after: words(after.p, null),
    why: 'a denial is told as an assertion of the same source',
  }
}

const NUMBER_RULES: readonly Rule[] = [escalated, boundDropped, totalOrIncrement, unitChanged, reattributed, placeChanged]
const ACT_RULES: readonly Rule[] = [actorChanged, negationLost, figureChanged, timeShifted, sourceUpgraded, sourceLost]
/** Rules that look at the words themselves: whoever said it the later way before excuses the later one, tied to it or not. */
const BY_WORDS: ReadonlySet<Rule> = new Set([figureChanged, timeShifted, sourceUpgraded, sourceLost])
