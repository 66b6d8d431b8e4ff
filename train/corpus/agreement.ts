import { number } from './numbering.ts'
import { type AnnotatedAttribution, type AnnotatedDocument, covers, type Range } from './standoff.ts'

export const COMPARED_ROLES = ['source', 'cue', 'content'] as const

/** How far two annotations of the same documents agree. Shares are 0 to 1; F1 is the same whichever of the two is called gold. */
export interface Agreement {
  readonly documents: number
  readonly attributions: readonly [number, number]
  /** Attributions found by both: the same cue (or no cue and the same source), or contents that share most of their words. */
  readonly matched: number
  readonly matchedF1: number
  readonly roles: Readonly<Record<(typeof COMPARED_ROLES)[number], { readonly exact: number; readonly words: number }>>
  /** Cohen's kappa over the matched pairs. */
  readonly kappa: { readonly modality: number; readonly polarity: number; readonly quotation: number; readonly nested: number }
  /** Share of the matched pairs with the same modality. */
  readonly sameModality: number
  /** F1 of nesting: pairs both nested, in attributions that are matched with each other too. */
  readonly nestedF1: number
  /** The same where only attributions that both found count: whether they nest alike what they agree on. */
  readonly nestedOfMatchedF1: number
  /** Cohen's kappa of a figure's role over figures that share a word, and F1 of finding them. */
  readonly figures: { readonly f1: number; readonly kappa: number }
}

/** Compares the documents that both lists hold; texts are needed to count words. Throws when they have none in common. */
export function agreement(
  first: readonly AnnotatedDocument[],
  second: readonly AnnotatedDocument[],
  texts: ReadonlyMap<string, string>,
): Agreement {
  const both = second.flatMap((b) => {
    const a = first.find((d) => d.id === b.id && d.sha256 === b.sha256)
    const text = texts.get(b.id)
    return a && text !== undefined ? [{ a, b, words: number(text) }] : []
  })
  if (both.length === 0) throw new Error('the two annotations have no document in common whose text is at hand')
  const matches = both.map(({ a, b, words }) => match(a.attributions, b.attributions, words))
  const pairs = matches.flat()
  const nested = both.map((d) => [d.a, d.b].map((side) => side.attributions.filter((a) => a.parent !== null)))
  const alike = matches.flatMap((own) =>
    own.filter(([a, b]) => a.parent !== null && own.some(([c, d]) => c.id === a.parent && d.id === b.parent)),
  )
  const held = both.map((_d, i): [number, number] => {
    const own = matches[i] ?? []
    const inner = (side: 0 | 1): number =>
      own.filter((pair) => pair[side].parent !== null && own.some((other) => other[side].id === pair[side].parent)).length
    return [inner(0), inner(1)]
  })
  const sizes = [count(both.map((d) => d.a.attributions)), count(both.map((d) => d.b.attributions))] as const
  const figures = both.flatMap(({ a, b }) => {
    const open = new Set(b.figures)
    return a.figures.flatMap((x) => {
      const y = [...open].find((z) => z.span[0] < x.span[1] && x.span[0] < z.span[1])
      if (!y) return []
      open.delete(y)
      return [[x.role, y.role] as const]
    })
  })
  const role = (name: (typeof COMPARED_ROLES)[number]): { exact: number; words: number } => {
    const exact = [0, 0, 0] as [number, number, number]
    const tokens = [0, 0, 0] as [number, number, number]
    for (const { a, b, words } of both) {
      tally(exact, distinct(a.attributions, name), distinct(b.attributions, name))
      tally(tokens, covered(a.attributions, name, words), covered(b.attributions, name, words))
    }
    return { exact: f1(...exact), words: f1(...tokens) }
  }
  return {
    documents: both.length,
    attributions: sizes,
    matched: pairs.length,
    matchedF1: f1(pairs.length, ...sizes),
    roles: { source: role('source'), cue: role('cue'), content: role('content') },
    kappa: {
      modality: kappa(pairs.map(([a, b]) => [a.modality, b.modality])),
      polarity: kappa(pairs.map(([a, b]) => [a.polarity, b.polarity])),
      quotation: kappa(pairs.map(([a, b]) => [a.quotation, b.quotation])),
      nested: kappa(pairs.map(([a, b]) => [String(a.parent !== null), String(b.parent !== null)])),
    },
    sameModality: pairs.filter(([a, b]) => a.modality === b.modality).length / pairs.length,
    nestedF1: f1(alike.length, count(nested.map(([a = []]) => a)), count(nested.map(([, b = []]) => b))),
    nestedOfMatchedF1: f1(
      alike.length,
      held.reduce((sum, [a]) => sum + a, 0),
      held.reduce((sum, [, b]) => sum + b, 0),
    ),
    figures: {
      f1: f1(figures.length, count(both.map((d) => d.a.figures)), count(both.map((d) => d.b.figures))),
      kappa: kappa(figures),
    },
  }
}

/** Cohen's kappa (1960) of paired labels: agreement beyond what the two label distributions would give by chance; 1 when neither varies. */
export function kappa(pairs: readonly (readonly [string, string])[]): number {
  if (pairs.length === 0) return Number.NaN
  const labels = new Set(pairs.flat())
  let chance = 0
  for (const label of labels) {
    chance +=
      (pairs.filter(([a]) => a === label).length / pairs.length) * (pairs.filter(([, b]) => b === label).length / pairs.length)
  }
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length
  return chance === 1 ? 1 : (observed - chance) / (1 - chance)
}

function match(
  first: readonly AnnotatedAttribution[],
  second: readonly AnnotatedAttribution[],
  words: readonly Range[],
): [AnnotatedAttribution, AnnotatedAttribution][] {
  const candidates = first.flatMap((a) => second.map((b) => ({ a, b, score: likeness(a, b, words) }))).filter((c) => c.score > 0)
  candidates.sort((x, y) => y.score - x.score)
  const used = new Set<AnnotatedAttribution>()
  const pairs: [AnnotatedAttribution, AnnotatedAttribution][] = []
  for (const { a, b } of candidates) {
    if (used.has(a) || used.has(b)) continue
    used.add(a).add(b)
    pairs.push([a, b])
  }
  return pairs
}

function likeness(a: AnnotatedAttribution, b: AnnotatedAttribution, words: readonly Range[]): number {
  const share = shared(inside(a.content, words), inside(b.content, words))
  const anchor =
    a.cue.length + b.cue.length > 0
      ? shared(inside(a.cue, words), inside(b.cue, words))
      : shared(inside(a.source, words), inside(b.source, words))
  return share > 0 && anchor > 0 ? share + anchor : 0
}

function shared(a: readonly number[], b: readonly number[]): number {
  return f1(a.filter((word) => b.includes(word)).length, a.length, b.length)
}

function inside(ranges: readonly Range[], words: readonly Range[]): number[] {
  return words.flatMap((word, index) => (covers(ranges, [word]) ? [index] : []))
}

function distinct(attributions: readonly AnnotatedAttribution[], name: (typeof COMPARED_ROLES)[number]): Set<string> {
  return new Set(attributions.filter((a) => a[name].length > 0).map((a) => JSON.stringify(a[name])))
}

function covered(
  attributions: readonly AnnotatedAttribution[],
  name: (typeof COMPARED_ROLES)[number],
  words: readonly Range[],
): Set<string> {
  return new Set(attributions.flatMap((a) => inside(a[name], words)).map(String))
}

function tally(sum: [number, number, number], a: ReadonlySet<string>, b: ReadonlySet<string>): void {
  sum[0] += [...a].filter((item) => b.has(item)).length
  sum[1] += a.size
  sum[2] += b.size
}

function f1(hit: number, a: number, b: number): number {
  return a + b === 0 ? 1 : (2 * hit) / (a + b)
}

function count(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0)
}
