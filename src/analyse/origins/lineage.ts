import { type Cell, type Citation, type Lineage, type LineageEdge, overlaps } from '../../model/index.ts'
import type { PassageCopy } from '../copies/passages.ts'
import type { Resolution } from '../sources/resolve.ts'
import { surfaceKey } from '../sources/surface.ts'
import { tellsIntention } from '../terms/verbs.ts'
import { type ClaimView, joined, type ReportView, sentenceAt } from '../view.ts'

/** What an origin is called, and whether it is named. */
export interface OriginName {
  readonly name: string
  readonly anonymous: boolean
}

export interface LineageContext {
  readonly resolution: Resolution
  readonly passages: ReadonlyMap<string, PassageCopy>
  /** Version of a copy → the report it copies. */
  readonly originals: ReadonlyMap<string, ReportView>
  readonly names: Map<string, OriginName>
}

export function citation(view: ReportView, cell: { readonly start: number; readonly end: number }): Citation {
  return { version: view.report.version, start: cell.start, end: cell.end, text: view.report.text.slice(cell.start, cell.end) }
}

/**
 * Where a claim was first asserted, with the edges that show it. A claim's own chain comes first; a copied passage leads to
 * the original's; a credit or the signs of a reporter's own work stand for narrator claims. Anything else is not recorded.
 */
export function lineageOf(claim: ClaimView, context: LineageContext): Lineage {
  const chain = chainLineage(claim, context)
  const copied = copiedLineage(claim, context)
  if (copied?.known && (!chain?.known || mayBeAnybody(chain, context) || sameName(chain, copied, context))) return copied
  if (chain) return chain
  if (claim.claim.chain.length > 0) return { known: false, why: 'attributed, but no source is stated' }
  return (
    creditLineage(claim, context) ?? ownLineage(claim, context) ?? { known: false, why: 'the report states it without a source' }
  )
}

function mayBeAnybody(lineage: Lineage, context: LineageContext): boolean {
  return lineage.known && (context.resolution.byId.get(lineage.origin)?.scoped ?? false)
}

/** Two sources of one name in a copied passage are one, though each report leaves open which body of that name it is. */
function sameName(a: Lineage, b: Lineage, context: LineageContext): boolean {
  return a.known && b.known && context.names.get(a.origin)?.name === context.names.get(b.origin)?.name
}

function chainLineage(claim: ClaimView, context: LineageContext): Lineage | null {
  const ids = context.resolution.chains[claim.id] ?? []
  const edges: LineageEdge[] = []
  let from = claim.id
  let origin: string | null = null
  ids.forEach((id, index) => {
    const link = claim.claim.chain[index]
    if (id === null || !link || id === from || tellsIntention(joined(link.cue))) return
    const resolved = context.resolution.byId.get(id)
    const name = resolved?.source.name ?? id
    const proof: Cell[] = [...link.source, ...link.cue]
    edges.push({
      kind: index < ids.length - 1 && ids.slice(index + 1).some((later) => later !== null) ? 'relayed' : 'attributed',
      from,
      to: id,
      proof: proof.map((cell) => citation(claim.view, cell)),
      confidence: 'certain',
      why: `attributed to ${resolved?.anonymous ? 'an unnamed source' : name}`,
    })
    from = id
    origin = id
    context.names.set(id, { name, anonymous: resolved?.anonymous ?? false })
  })
  if (origin === null) return null
  const held = holderOf(claim, origin, context)
  if (!held && edges.length === 1 && context.resolution.byId.get(origin)?.source.kind === 'image')
    return { known: false, why: 'attributed to pictures; whose they are is not said' }
  return held ? { known: true, origin: held.to, edges: [...edges, held] } : { known: true, origin, edges }
}

/** A picture or paper speaks for whoever put it forward, when the text says who: one photograph in five papers has one origin. */
function holderOf(claim: ClaimView, thing: string, context: LineageContext): LineageEdge | null {
  const kind = context.resolution.byId.get(thing)?.source.kind
  const last = claim.claim.chain[claim.claim.chain.length - 1]
  if (!last || (kind !== 'image' && kind !== 'document')) return null
  for (const item of claim.view.report.reading.evidence) {
    if (!item.holder || !last.source.some((cell) => overlaps(cell, item.cell))) continue
    const key = surfaceKey(item.holder.text)
    const holder = context.resolution.inReport.get(`${claim.view.report.version}|${key}`) ?? context.resolution.byName.get(key)
    if (holder === undefined || holder === thing) continue
    const name = context.resolution.byId.get(holder)?.source.name ?? item.holder.text
    context.names.set(holder, { name, anonymous: context.resolution.byId.get(holder)?.anonymous ?? false })
    return {
      kind: 'attributed',
      from: thing,
      to: holder,
      proof: [citation(claim.view, item.holder), citation(claim.view, item.cell)],
      confidence: 'likely',
      why: `put forward by ${name}`,
    }
  }
  return null
}

function copiedLineage(claim: ClaimView, context: LineageContext): Lineage | null {
  const copy = context.passages.get(claim.id)
  if (!copy) return null
  const edge: LineageEdge = {
    kind: 'copied',
    from: claim.id,
    to: copy.of.id,
    proof: [citation(claim.view, copy.span), citation(copy.of.view, copy.ofSpan)],
    confidence: copy.containment >= 0.95 ? 'certain' : 'likely',
    why: `${Math.round(copy.containment * 100)} % of the passage stands in ${copy.of.view.report.version}`,
  }
  const before = chainLineage(copy.of, context) ?? creditLineage(copy.of, context) ?? ownLineage(copy.of, context)
  return before?.known ? { known: true, origin: before.origin, edges: [edge, ...before.edges] } : null
}

const CREDIT = /^[^\n]{0,80}?\((\p{Lu}[\p{L}&. ]{1,30}?)\)\s*(?:[-–—]{1,2}|:)/u
const TAIL_CREDIT =
  /(?:^|\n)\s*(?:\((\p{Lu}[\p{L}&. ]{1,30})\)|[–—-]{1,2}\s?(\p{Lu}[\p{L}&. ]{1,30})|(?:Source|Credit)s?: (\p{Lu}[\p{L}&. ]{1,30}))\s*\.?\s*$/u

/** "(AP) —" in the dateline or a credit at the foot: narrator claims rest on the agency. */
function creditLineage(claim: ClaimView, context: LineageContext): Lineage | null {
  if (claim.claim.chain.length > 0) return null
  const { text } = claim.view.report
  const match = CREDIT.exec(text) ?? TAIL_CREDIT.exec(text.slice(-200))
  const name = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim()
  if (!match || name === undefined) return null
  const outlet = claim.view.report.metadata.outlet
  const start = text.indexOf(name, match.index)
  if (start < 0 || (outlet !== null && surfaceKey(outlet) === surfaceKey(name))) return null
  const origin = context.resolution.byName.get(surfaceKey(name)) ?? `credit:${surfaceKey(name)}`
  if (!context.names.has(origin))
    context.names.set(origin, { name: context.resolution.byId.get(origin)?.source.name ?? name, anonymous: false })
  return {
    known: true,
    origin,
    edges: [
      {
        kind: 'credited',
        from: claim.id,
        to: origin,
        proof: [citation(claim.view, { start, end: start + name.length })],
        confidence: 'likely',
        why: `the report credits ${name}`,
      },
    ],
  }
}

const OWN =
  /\b(?:(?:seen|witnessed|observed|counted|verified|reviewed|obtained|visited|photographed|filmed|inspected) (?:first-?hand )?by (?:this|our|the) (?:newspaper|paper|reporters?|correspondents?|newsroom|journalists?|team)|(?:this|our) (?:newspaper|paper|reporters?|correspondents?|newsroom|team)(?:'s|’s)? (?:saw|seen|counted|watched|witnessed|observed|visited|reviewed|verified|obtained|photographed|was|were|has|have)|(?:I|we) (?:saw|counted|watched|witnessed|visited|observed)|told (?:this|our) (?:newspaper|paper|reporters?|correspondents?|newsroom))\b/u

/** A reporter's own work: the sentence, or the one before it in the paragraph, says that the outlet's people were there. */
function ownLineage(claim: ClaimView, context: LineageContext): Lineage | null {
  const { view } = claim
  if (claim.claim.chain.length > 0) return null
  const [first] = claim.claim.content
  const sentence = first ? sentenceAt(view, first.start) : null
  if (!sentence) return null
  const sign = ownSign(view, sentence.start, sentence.end)
  if (!sign) return null
  const origin = `own:${view.report.report}`
  const name = `${view.report.metadata.outlet ?? view.report.address}’s own reporting`
  context.names.set(origin, { name, anonymous: false })
  return {
    known: true,
    origin,
    edges: [
      {
        kind: 'attributed',
        from: claim.id,
        to: origin,
        proof: [citation(view, sign)],
        confidence: 'likely',
        why: 'the report says that its own people saw it',
      },
    ],
  }
}

function ownSign(view: ReportView, start: number, end: number): { start: number; end: number } | null {
  const text = view.report.text.slice(start, end)
  const match = OWN.exec(text)
  if (match) return { start: start + match.index, end: start + match.index + match[0].length }
  const outlet = view.report.metadata.outlet
  if (outlet === null || outlet.length < 3) return null
  const plain = outlet.replace(/^The /, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const named = new RegExp(
    `\\b(?:(?:seen|witnessed|observed|counted|verified|reviewed|obtained) by (?:the )?${plain}|(?:the )?${plain}(?:'s|’s)? (?:reporters?|correspondents?|journalists?|team) (?:saw|counted|watched|witnessed|visited|observed))`,
    'iu',
  ).exec(text)
  return named ? { start: start + named.index, end: start + named.index + named[0].length } : null
}
