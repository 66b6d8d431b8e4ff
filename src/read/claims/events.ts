import type { Event } from '../../model/index.ts'
import type { Page, Range } from '../grammar/page.ts'
import { phraseRight, subjectBefore } from '../grammar/subjects.ts'
import type { VerbGroup } from '../grammar/verb-groups.ts'
import { cellOf } from './cells.ts'

/** Verbs that only say how another verb is meant: "has begun deploying", "plans to send", "continues to train". */
const CATENATIVE: ReadonlyMap<string, Event['frame'] | null> = new Map(
  Object.entries({
    begin: null,
    start: null,
    continue: 'ongoing',
    keep: 'ongoing',
    stop: null,
    cease: null,
    manage: null,
    fail: null,
    appear: null,
    seem: null,
    plan: 'planned',
    intend: 'planned',
    decide: 'planned',
    want: 'planned',
    hope: 'planned',
    prepare: 'planned',
    agree: 'planned',
    vow: 'planned',
    pledge: 'planned',
    promise: 'planned',
    seek: 'planned',
    aim: 'planned',
    threaten: 'planned',
    go: 'planned',
    expect: 'planned',
    set: 'planned',
    say: null,
    report: null,
    believe: null,
    think: null,
    know: null,
    allege: null,
    suspect: null,
    rumor: null,
    rumour: null,
  }),
)

const POSSIBLE = new Set(['could', 'may', 'might', 'can'])
const PLANNED = new Set(['will', 'would', "'ll", 'shall', 'wo', "'d"])
const MOST = 6

/**
 * Who did what to whom in a content: one event a predicate, chains of verbs read as one ("has begun deploying" is deploy, done).
 * `skip` holds tokens of attributions nested in the content, which are claims of their own.
 */
export function eventsOf(page: Page, content: readonly Range[], skip: (token: number) => boolean): Event[] {
  const out: Event[] = []
  let previous: Range | null = null
  for (const range of content) {
    // "North Korea | [is said] to have sent": the infinitive's subject is the cell before
    const raised =
      previous && page.verbOf[range.first]! >= 0 && page.verbs[page.verbOf[range.first]!]!.form === 'infinitive' ? previous : null
    previous = range
    for (let i = range.first; i < range.end && out.length < MOST; i++) {
      const of = page.verbOf[i]!
      if (of < 0) continue
      const verb = page.verbs[of]!
      if (verb.first !== i || skip(verb.head)) {
        i = Math.max(i, verb.end - 1)
        continue
      }
      const found = eventAt(page, of, range, i === range.first ? raised : null)
      if (found) out.push(found.event)
      i = Math.max(i, (found?.end ?? verb.end) - 1)
    }
  }
  return out
}

function eventAt(page: Page, index: number, range: Range, raised: Range | null): { event: Event; end: number } | null {
  const outer = page.verbs[index]!
  let verb = outer
  let frame: Event['frame'] = frameOf(page, outer)
  let negated = outer.negated
  // Through catenatives to the verb that carries the meaning, three at most
  for (let step = 0; step < 3; step++) {
    const next = nextVerb(page, verb, range)
    if (!next || !CATENATIVE.has(verb.lemma)) break
    const shift = CATENATIVE.get(verb.lemma)
    if (shift && frame !== 'possible') frame = shift
    if (verb.lemma === 'fail') negated = !negated
    verb = next
    negated = negated || next.negated
  }
  if (/^(?:be|have|do|get)$/.test(verb.lemma) && verb === outer && verb.head === verb.first && page.phraseOf[verb.end]! < 0) {
    // "is likely to", "was due": the adjective's infinitive carries the meaning
    const likely = page.words[verb.end] ?? ''
    const next = (page.verbOf[verb.end + 1] ?? -1) >= 0 ? page.verbs[page.verbOf[verb.end + 1]!]! : null
    if (
      next &&
      next.form === 'infinitive' &&
      next.end <= range.end &&
      /^(?:likely|unlikely|able|ready|due|set|poised|about|willing|expected|scheduled)$/.test(likely)
    ) {
      frame = likely === 'likely' || likely === 'unlikely' ? 'possible' : likely === 'able' ? frame : 'planned'
      negated = negated || likely === 'unlikely'
      verb = next
    }
  }
  const first = Math.max(outer.first, range.first)
  const end = Math.min(verb.end, range.end)
  if (end <= first) return null
  const subject = outer.form === 'gerund' || raised ? null : subjectBefore(page, outer)
  const subjectRange = raised ?? (subject ? (subject.antecedent ?? subject) : null)
  let behind = verb.end
  while (behind < range.end && page.phraseOf[behind]! < 0 && page.tokens[behind]!.upos === 'ADV') behind += 1
  const object = phraseRight(page, behind, range.end, false)
  let agent = subjectRange
  let patient: Range | null = object
  if (verb.passive || outer.passive) {
    patient = subjectRange
    agent = null
    for (let k = verb.end; k < Math.min(range.end, verb.end + 12); k++) {
      if (page.words[k] === 'by' && page.phraseOf[k + 1]! >= 0) {
        agent = phraseRight(page, k + 1, range.end, false)
        break
      }
      if (page.verbOf[k]! >= 0) break
    }
  }
  // A subject that begins before the content does (a dateline, a credit) is the part inside it.
  const whole = (r: Range | null): Range | null =>
    r && r.end > r.first ? { first: r.end > range.first ? Math.max(r.first, range.first) : r.first, end: r.end } : null
  const doer = whole(agent)
  const object2 = whole(patient)
  return {
    event: {
      predicate: cellOf(page, { first, end }),
      lemma: verb.lemma,
      negated,
      frame,
      agent: doer ? cellOf(page, doer) : null,
      patient: object2 ? cellOf(page, object2) : null,
    },
    end,
  }
}

function nextVerb(page: Page, verb: VerbGroup, range: Range): VerbGroup | null {
  let k = verb.end
  while (k < range.end && page.tokens[k]!.upos === 'ADV') k += 1
  const of = k < range.end ? page.verbOf[k]! : -1
  if (of < 0) return null
  const next = page.verbs[of]!
  return next.form === 'infinitive' || next.form === 'gerund' ? next : null
}

/** Where a verb group by itself places its event. */
export function frameOf(page: Page, verb: VerbGroup): Event['frame'] {
  const modal = verb.modal >= 0 ? page.words[verb.modal]! : ''
  if (POSSIBLE.has(modal)) return 'possible'
  if (PLANNED.has(modal)) return 'planned'
  for (let i = Math.max(0, verb.first - 1); i < verb.end; i++)
    if (/^(?:possibly|potentially|perhaps|maybe|probably|likely)$/.test(page.words[i]!)) return 'possible'
  if (verb.form === 'infinitive') return verb.perfect ? 'done' : verb.progressive ? 'ongoing' : 'planned'
  if (verb.progressive) return 'ongoing'
  return 'done'
}
