import type { Attribution, Claim, EvidenceItem, Figure, Quotation, Span, TimeExpression, Toponym } from '../../model/index.ts'
import type { Draft } from '../attribution/draft.ts'
import { isSpeech } from '../attribution/quoted.ts'
import type { Entities } from '../entities/index.ts'
import type { Page, Range } from '../grammar/page.ts'
import { agreementCues } from './agreements.ts'
import { basesIn } from './basis.ts'
import { cellOf, cellsOf } from './cells.ts'
import { eventsOf } from './events.ts'
import { evidenceItem, findEvidence } from './evidence.ts'
import { type Commitment, commitmentOf, contentCommitment } from './modality.ts'
import { narratorContents } from './narrator.ts'
import { nest } from './nest.ts'
import { saidAt } from './said.ts'
import { speakerOf } from './speaker.ts'

export interface Found {
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
  readonly places: readonly Toponym[]
  readonly entities: Entities
}

interface Made {
  readonly content: Range[]
  readonly own: Range[]
  readonly draft: Draft | null
  readonly first: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }

/**
 * Claims and evidence out of attributions and what nobody is said to have said; every claim with its chain, commitment, events and parts.
 * @param published when the report was published, as it was given
 */
export function assembleClaims(
  page: Page,
  drafts: readonly Draft[],
  found: Found,
  published: string | null,
): { claims: Claim[]; evidence: EvidenceItem[] } {
  const covered = new Uint8Array(page.tokens.length)
  const cues = new Uint8Array(page.tokens.length)
  for (const item of drafts) {
    // What a noun or a participle hangs on is still part of the report's own sentence: "the ministry released [photographs showing …]"
    const hangs = item.cueKind === 'noun' || item.rule.startsWith('gerund')
    const relay = item.relay ? [item.relay.source, item.relay.cue] : []
    const held = hangs ? item.content : [...item.source, ...item.cue, ...relay, ...item.content]
    for (const range of held) covered.fill(1, range.first, range.end)
    if (item.rule.startsWith('gerund') && page.words[item.at - 1] === 'with') covered.fill(1, item.at - 1, item.cue[0]!.first)
    if (item.rule.startsWith('gerund')) for (const range of item.cue) covered.fill(1, range.first, range.end)
    for (const range of item.cue) cues.fill(1, range.first, range.end)
  }
  const made: Made[] = [
    ...drafts.map((item) => ({
      content: item.content,
      own: [...item.source, ...item.cue],
      draft: item,
      first: Math.min(item.at, item.content[0]!.first),
    })),
    ...narratorContents(page, covered)
      .filter((range) => !speaksOfSpeech(page, range, drafts) && agreementCues(page, range.first, range.end).length === 0)
      .map((range) => ({ content: [range], own: [], draft: null, first: range.first })),
  ].sort((a, b) => a.first - b.first || a.content[0]!.first - b.content[0]!.first)
  const parents = nest(made)
  const inner = made.map(() => [] as Range[])
  made.forEach((item, i) => {
    if (parents[i]! >= 0) inner[parents[i]!]!.push(...item.content)
  })
  const claims: Mutable<Claim>[] = []
  made.forEach((item, i) => {
    const parent = parents[i]!
    const above = parent >= 0 ? claims[parent]!.chain : []
    claims.push(claimOf(page, item, i, parent, above, found, cues, inner[i]!, published))
  })
  for (const [i, claim] of claims.entries()) claim.times = claim.times.filter((id) => !saidAbove(claims, parents, i, id))
  const evidence = attachEvidence(page, made, claims)
  attachAgreements(page, made, claims, found)
  return { claims, evidence }
}

/** True for a time that dates an attribution which the claim is nested in: it is not when the inner event was. */
function saidAbove(claims: readonly Mutable<Claim>[], parents: readonly number[], index: number, time: string): boolean {
  for (let i = parents[index]!, steps = 0; i >= 0 && steps < claims.length; i = parents[i]!, steps++)
    if (claims[i]!.said === time) return true
  return false
}

/** "This follows the president's assertion [that …]": what hangs on a noun that attributes says only that something was said. */
function speaksOfSpeech(page: Page, range: Range, drafts: readonly Draft[]): boolean {
  const from = firstDraftFrom(drafts, range.first)
  for (let i = from; i < drafts.length && drafts[i]!.at < range.end; i++) {
    if (drafts[i]!.cueKind === 'noun' && page.sentenceOf[drafts[i]!.at] === page.sentenceOf[range.first]) return true
  }
  return false
}

function firstDraftFrom(drafts: readonly Draft[], at: number): number {
  let low = 0
  let high = drafts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (drafts[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

function claimOf(
  page: Page,
  item: Made,
  index: number,
  parent: number,
  above: readonly Attribution[],
  found: Found,
  cues: Uint8Array,
  inner: readonly Range[],
  published: string | null,
): Mutable<Claim> {
  const content = cellsOf(page, item.content)
  const commitment: Commitment = item.draft ? commitmentOf(page, item.draft) : contentCommitment(page, item.content)
  const nested = cellsOf(page, inner)
  const within = <T extends { readonly id: string; readonly cell: Span }>(list: readonly T[]): string[] =>
    between(list, content).map((each) => each.id)
  return {
    id: `c${index + 1}`,
    content,
    polarity: commitment.polarity,
    modality: commitment.modality,
    modalityCues: cellsOf(page, commitment.cues),
    quotation: item.draft ? quotationOf(page, item.draft) : 'none',
    chain: item.draft ? [...above, ...linksOf(page, item.draft, found.entities)] : [...above],
    parent: parent >= 0 ? `c${parent + 1}` : null,
    events: eventsOf(
      page,
      eventRanges(item),
      (token) => cues[token] === 1 || inner.some((range) => range.first <= token && token < range.end),
    ),
    // A figure belongs to the innermost claim that holds it: the chain above says the rest
    figures: between(found.figures, content)
      .filter((figure) => !nested.some((cell) => cell.start <= figure.cell.start && figure.cell.end <= cell.end))
      .map((figure) => figure.id),
    times: within(found.times),
    said: item.draft ? (saidAt(page, item.draft, content, found.times)?.id ?? null) : null,
    reported: published,
    places: within(found.places),
    entities: entitiesIn(page, item.content, found.entities),
    basis: cellsOf(page, basesFor(page, item)),
    evidence: [],
    agreements: [],
    rule: item.draft ? item.draft.rule : 'narrator',
    ...(item.draft && item.draft.score !== null ? { score: Math.round(item.draft.score * 100) / 100 } : {}),
  }
}

/** A hedge in the middle of its clause splits the content, not the event. */
function eventRanges(item: Made): readonly Range[] {
  if (item.draft?.rule !== 'hedge-adverb' || item.content.length < 2) return item.content
  return [{ first: item.content[0]!.first, end: item.content.at(-1)!.end }]
}

/** Items, sorted by text order, whose cell lies in one of the cells. */
function between<T extends { readonly cell: Span }>(list: readonly T[], cells: readonly Span[]): T[] {
  const out: T[] = []
  for (const cell of cells) {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]!.cell.start < cell.start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < list.length && list[i]!.cell.start < cell.end; i++)
      if (list[i]!.cell.end <= cell.end) out.push(list[i]!)
  }
  return out
}

/** Relay, source, and whom the source cites: from the carrier's side to the origin's. */
function linksOf(page: Page, item: Draft, entities: Entities): Attribution[] {
  const side = ({ source, cue }: { source: Range; cue: Range }): Attribution => {
    const speaker = speakerOf(page, entities, source)
    return {
      source: cellsOf(page, [source]),
      cue: cellsOf(page, [cue]),
      cueKind: 'verb',
      speaker: speaker.kind,
      entity: speaker.entity >= 0 ? entities.entities[speaker.entity]!.id : null,
    }
  }
  return [...(item.relay ? [side(item.relay)] : []), link(page, item, entities), ...item.links.map(side)]
}

function link(page: Page, item: Draft, entities: Entities): Attribution {
  const speaker = speakerOf(page, entities, item.antecedent ?? item.source[0])
  const kind = item.source.length === 0 && item.antecedent === null ? 'unstated' : speaker.kind
  return {
    source: cellsOf(page, item.source),
    cue: cellsOf(page, item.cue),
    cueKind: item.cueKind,
    speaker: kind,
    entity: speaker.entity >= 0 ? entities.entities[speaker.entity]!.id : null,
  }
}

function quotationOf(page: Page, item: Draft): Quotation {
  let inside = 0
  let outside = 0
  for (const range of item.content) {
    for (let i = range.first; i < range.end; i++) {
      if (!/[\p{L}\p{N}]/u.test(page.words[i]!)) continue
      const of = page.quotationOf[i]!
      const cue = item.cue[0]
      if (of >= 0 && !(cue && page.quotationOf[cue.first] === of))
        inside += isSpeech(page, of) || page.quotations[of]!.end - page.quotations[of]!.first > 3 ? 1 : 0
      else outside += 1
    }
  }
  if (inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}

function entitiesIn(_page: Page, content: readonly Range[], entities: Entities): string[] {
  const out = new Set<string>()
  for (const range of content) {
    for (let i = range.first; i < range.end; i++) {
      const of = entities.headAt[i]! >= 0 ? entities.headAt[i]! : entities.nameAt[i]!
      if (of >= 0) out.add(entities.entities[of]!.id)
    }
  }
  return [...out]
}

function basesFor(page: Page, item: Made): Range[] {
  let first = Number.POSITIVE_INFINITY
  let end = 0
  for (const range of [...item.own, ...item.content]) {
    first = Math.min(first, range.first)
    end = Math.max(end, range.end)
  }
  // "Based on interviews, investigators said …": a fronted basis stands before the source
  const fronted = item.draft ? page.sentences[page.sentenceOf[first]!]!.firstToken : first
  if (fronted < first && page.words[first - 1] === ',') first = fronted
  return basesIn(page, first, Math.min(end, first + 400))
}

/** An item bears on claims that mention it; without one, on the claim before it in its paragraph by the same holder, or the nearest. */
function attachEvidence(page: Page, made: readonly Made[], claims: Mutable<Claim>[]): EvidenceItem[] {
  const bySentence = new Map<number, number[]>()
  made.forEach((item, i) => {
    const sentence = page.sentenceOf[item.first]!
    const list = bySentence.get(sentence) ?? []
    list.push(i)
    bySentence.set(sentence, list)
  })
  return findEvidence(page).map((span, n) => {
    const id = `v${n + 1}`
    const sentence = page.sentenceOf[span.range.first]!
    let bears = (bySentence.get(sentence) ?? []).filter((i) =>
      [...made[i]!.content, ...made[i]!.own].some((range) => range.first < span.range.end && span.range.first < range.end),
    )
    if (bears.length === 0) bears = bySentence.get(sentence) ?? []
    for (let back = sentence - 1; bears.length === 0 && back >= 0 && back > sentence - 3; back--)
      bears = (bySentence.get(back) ?? []).slice(-1)
    for (const i of bears) claims[i]!.evidence.push(id)
    return evidenceItem(
      page,
      span,
      id,
      bears.map((i) => `c${i + 1}`),
    )
  })
}

/** "The ministry's assertion aligns with reports …": the earlier claim of that speaker agrees with the one in this sentence. */
function attachAgreements(page: Page, made: readonly Made[], claims: Mutable<Claim>[], found: Found): void {
  let cursor = 0
  for (const sentence of page.sentences) {
    while (cursor < made.length && made[cursor]!.first < sentence.firstToken) cursor += 1
    const cues = agreementCues(page, sentence.firstToken, sentence.endToken)
    for (const cue of cues) {
      let here = cursor
      const inSentence: number[] = []
      while (here < made.length && made[here]!.first < sentence.endToken) {
        inSentence.push(here)
        here += 1
      }
      const other = inSentence.find((i) => made[i]!.draft !== null && made[i]!.content[0]!.first >= cue.range.end)
      const speaker = subjectEntity(page, found.entities, sentence.firstToken, cue.range.first)
      let subject = -1
      for (let i = cursor - 1; i >= 0 && i > cursor - 40; i--) {
        const last = claims[i]!.chain.at(-1)
        if (speaker === null ? made[i]!.draft !== null || i === cursor - 1 : last?.entity === speaker) {
          subject = i
          break
        }
      }
      if (subject < 0) subject = inSentence.find((i) => i !== other) ?? -1
      if (subject < 0 || subject === other) continue
      claims[subject]!.agreements.push({
        kind: cue.kind,
        with: other === undefined ? null : `c${other + 1}`,
        cue: cellOf(page, cue.range),
      })
    }
  }
}

function subjectEntity(_page: Page, entities: Entities, from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    const of = entities.headAt[i]! >= 0 ? entities.headAt[i]! : entities.nameAt[i]!
    if (of >= 0) return entities.entities[of]!.id
  }
  return null
}
