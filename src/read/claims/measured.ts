import type { Claim, Event, Figure, FigureEvent } from '../../model/index.ts'
import type { Page } from '../grammar/page.ts'
import { childBy } from '../grammar/tree.ts'
import { cellOf } from './cells.ts'
import { frameOf } from './events.ts'

const MEASURED: ReadonlySet<Figure['kind']> = new Set(['count', 'percent', 'ratio', 'measure', 'money'])
/** States that stand for what happened to those counted: "31 dead", "12 missing". */
const STATES = /^(?:dead|missing|homeless|wounded|injured|killed|displaced|arrested|detained|hurt|trapped|stranded|infected)$/
const RAISING = /^(?:seem|appear|happen|prove|tend|begin|start|continue|go)$/
const MOST = 8
/** Events of nested claims repeat a predicate: so many are looked at before a token. */
const NEAR = 6

/**
 * Finds for each figure the event that it measures: the predicate that governs what is counted in the parse ("sent 12,000 troops",
 * "31 people were killed"), or the participle behind it ("12,000 troops sent to the front"). Where a claim has that event already, the
 * figure carries the claim's reading of it, so that "has begun deploying 300" and its claim never differ.
 */
export function withEvents(page: Page, figures: readonly Figure[], claims: readonly Claim[]): Figure[] {
  const { tree } = page
  if (!tree) return [...figures]
  const events = claims.flatMap((claim) => claim.events).sort((a, b) => a.predicate.start - b.predicate.start)
  let token = 0
  return figures.map((figure) => {
    while (token < page.tokens.length && page.tokens[token]!.end <= figure.cell.start) token += 1
    if (!MEASURED.has(figure.kind) || token >= page.tokens.length) return figure
    const event = eventOf(page, figure, token, events)
    return event ? { ...figure, event } : figure
  })
}

function eventOf(page: Page, figure: Figure, first: number, events: readonly Event[]): FigureEvent | null {
  const tree = page.tree!
  let last = first
  while (last + 1 < page.tokens.length && page.tokens[last + 1]!.end <= figure.cell.end) last += 1
  // The token of the figure, or of what it counts, that hangs on something outside both.
  let reach = last
  if (figure.of && figure.of.start >= figure.cell.start)
    while (reach + 1 < page.tokens.length && page.tokens[reach + 1]!.end <= figure.of.end && reach - last < 16) reach += 1
  let at = reach
  for (let steps = 0; steps < MOST; steps++) {
    const above = tree.head[at]!
    if (above < first || above > reach) break
    at = above
  }
  const participle = childBy(tree, at, /^acl$/)
  if (participle > at && participle - at <= 2 && page.verbOf[participle]! >= 0) return readAt(page, participle, events)
  for (let i = first; i <= reach + 3 && i < page.tokens.length; i++)
    if (i > last && STATES.test(page.words[i]!) && page.sentenceOf[i] === page.sentenceOf[first] && i <= reach)
      return stateAt(page, i, events)
  for (let steps = 0, i = at; steps < MOST && i >= 0; steps++) {
    if (i !== at || page.verbOf[i]! >= 0) {
      const found = page.verbOf[i]! >= 0 ? readAt(page, i === at ? i : raised(page, i), events) : null
      if (found) return found
      if (STATES.test(page.words[i]!)) return stateAt(page, i, events)
    }
    if (/^(?:acl|acl:relcl|advcl|parataxis|ccomp|conj)$/.test(tree.deprel[i]!) && i !== at) break
    i = tree.head[i]!
  }
  return null
}

/** "3,000 troops are said to have been moved", "300 seem to have left": the infinitive tells what happened to them. */
function raised(page: Page, token: number): number {
  const verb = page.verbs[page.verbOf[token]!]!
  if (!verb.passive && !RAISING.test(verb.lemma)) return token
  const infinitive = childBy(page.tree!, verb.head, /^xcomp$/)
  return infinitive > verb.head && page.verbOf[infinitive]! >= 0 ? infinitive : token
}

/** The event whose predicate holds the token, as the claim reads it, else as its verb group stands. */
function readAt(page: Page, token: number, events: readonly Event[]): FigureEvent | null {
  const { start, end } = page.tokens[token]!
  const verb = page.verbs[page.verbOf[token]!]!
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.predicate.start <= start) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0 && low - i <= NEAR; i--) {
    const { predicate, lemma, negated, frame } = events[i]!
    if (predicate.end >= end) return { predicate, lemma, negated, frame }
  }
  return { predicate: cellOf(page, verb), lemma: verb.lemma, negated: verb.negated, frame: frameOf(page, verb) }
}

function stateAt(page: Page, token: number, events: readonly Event[]): FigureEvent {
  if (page.verbOf[token]! >= 0) return readAt(page, token, events)!
  return {
    predicate: cellOf(page, { first: token, end: token + 1 }),
    lemma: page.words[token]!,
    negated: false,
    frame: 'done',
  }
}
