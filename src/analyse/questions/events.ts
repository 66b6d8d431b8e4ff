import { type Cell, cellAt, type Event, type Figure } from '../../model/index.ts'
import { isFunctionWord } from '../terms/function-words.ts'
import { isCounter, nounClass, outcomeOf } from '../terms/nouns.ts'
import { isLight } from '../terms/verbs.ts'
import { type ClaimView, sentenceAt, wordsWithin } from '../view.ts'
import { countedHead } from './counted.ts'
import { headOf } from './phrase.ts'
import type { Frame } from './proposition.ts'
import { holds } from './setting.ts'

/** Events of the claim itself, with the doer that a controlling verb gives; those in a nested claim belong to that one. */
export function eventsOf(claim: ClaimView): readonly Event[] {
  const nested = claim.view.nested.get(claim.claim.id) ?? []
  const own = claim.claim.events.filter(
    (event) => !isName(claim, event) && !nested.some((other) => other.claim.content.some((cell) => holds(cell, event.predicate))),
  )
  const apart = uncoordinated(claim, own)
  return apart.map((event) => withController(claim, event, apart))
}

const CONTROLS = new Set(
  'decide plan agree want intend promise vow pledge prepare continue begin start threaten offer refuse try seek choose order expect'.split(
    ' ',
  ),
)

const GERUND_CONTROLS = new Set(['deny', 'begin', 'start', 'continue', 'stop', 'consider', 'admit', 'resume'])

/** "South Korea decided to send", "denied sending": who decides is who sends, when the text names nobody else. */
function withController(claim: ClaimView, event: Event, events: readonly Event[]): Event {
  if (event.agent !== null) return event
  const group = verbGroup(claim, event)
  const gerund = /ing$/u.test(event.predicate.text) && event.patient !== null
  if (!gerund && !/(?:^|\s)to\s/u.test(group)) return event
  let controller: Event | null = null
  for (const other of events)
    if (other.predicate.end < event.predicate.start && (gerund ? GERUND_CONTROLS : CONTROLS).has(other.lemma)) controller = other
  if (controller?.agent) return { ...event, agent: controller.agent }
  if (gerund) return event
  // "North Korea is said to have dispatched …": the content's first part is who does it.
  const [subject, rest] = claim.claim.content
  if (
    !subject ||
    !rest ||
    rest.start > event.predicate.start ||
    events.some(
      (other) => other !== event && other.predicate.start < event.predicate.start && other.predicate.start >= rest.start,
    )
  )
    return event
  const passive = /\bbe(?:en)?\s/u.test(group)
  return passive ? { ...event, patient: event.patient ?? subject } : { ...event, agent: subject }
}

/** A capital inside a sentence: a name that the tagger took for a verb. */
function isName(claim: ClaimView, event: Event): boolean {
  return /^\p{Lu}/u.test(event.predicate.text) && sentenceAt(claim.view, event.predicate.start)?.start !== event.predicate.start
}

/** The verb with its auxiliaries and "to", whichever of them the reader took for the predicate. */
function verbGroup(claim: ClaimView, event: Event): string {
  const before = claim.view.report.text.slice(Math.max(0, event.predicate.start - 24), event.predicate.start)
  const lead = /(?:\b(?:to|have|has|had|been|be|being|is|are|was|were|will|would|could|may|might|not|also|\p{Ll}+ly)\s)+$/u.exec(
    before,
  )
  return `${lead?.[0] ?? ''}${event.predicate.text}`
}

/** True when the words that are counted follow the number: "12,000" may count the soldiers of the clause before. */
function isBeside(figure: Figure): boolean {
  return figure.of !== null && figure.of.start >= figure.cell.start && figure.of.start - figure.cell.end < 30
}

const COORDINATED =
  /\s(?:and|but|or)\s(?:also\s)?(?:plans?|intends?|wants?|hopes?|aims?|expects?|threatens?|needs?|agreed|decided|vowed|promised|means?)$/iu

/** "has sent 1,500 soldiers and plans to send 12,000": a second verb that was taken for a noun gives its verb the first one's doer. */
function uncoordinated(claim: ClaimView, events: readonly Event[]): readonly Event[] {
  const { text } = claim.view.report
  return events.map((event, i) => {
    const patient = event.patient && COORDINATED.exec(event.patient.text)
    const agent = event.agent && COORDINATED.exec(event.agent.text)
    const first = events
      .slice(0, i)
      .findLast((other) => other.agent !== null && event.agent !== null && other.agent.end <= event.agent.start)
    return {
      ...event,
      patient: event.patient && patient ? cellAt(text, event.patient.start, event.patient.start + patient.index) : event.patient,
      agent: agent && first ? first.agent : event.agent,
    }
  })
}

/** True when the figure counts the doer or the thing done to, or stands right after a verb whose object the reader did not find. */
export function belongs(figure: Figure, event: Event, claim: ClaimView): boolean {
  const counted = countedHead(claim, figure)
  if (counted !== null && outcomeOf(counted) !== null) return false
  for (const cell of [event.patient, event.agent]) {
    if (!cell || !(holds(cell, figure.cell) || (holds(cell, figure.of ?? figure.cell) && isBeside(figure)))) continue
    // "eight million shells" inside "13,000 containers filled with …": only the head of the phrase is done to.
    const head = headOf(claim.view, cell)
    if (counted === null || head === null || nounClass(head.lemma) === nounClass(counted) || figure.cell.start === cell.start)
      return true
  }
  if (event.patient !== null || figure.cell.start < event.predicate.end || isLight(event.lemma)) return false
  return wordsWithin(claim.view, event.predicate.end, figure.cell.start).every(
    (word) => isFunctionWord(word.lower) || isCounter(word.lower),
  )
}

const PEOPLE = new Set([
  'person',
  'civilian',
  'child',
  'troop',
  'worker',
  'police',
  'fighter',
  'man',
  'woman',
  'migrant',
  'refugee',
  'protester',
  'patient',
  'student',
])

/** What befell people that are counted with a light verb: "20 people were reported dead", "the death toll rose to 20 people". */
export function fateOf(claim: ClaimView, figure: Figure, theme: string): string | null {
  if (!PEOPLE.has(theme)) return null
  const { text } = claim.view.report
  const cell = claim.claim.content.find((part) => holds(part, figure.cell))
  if (!cell) return null
  const clause = (part: string): string => part.split(/[,;:]\s/u)[0] ?? ''
  const after = clause(text.slice(figure.of?.end ?? figure.cell.end, Math.min(cell.end, figure.cell.end + 80)))
  const before =
    text
      .slice(Math.max(cell.start, figure.cell.start - 50), figure.cell.start)
      .split(/[,;:]\s/u)
      .at(-1) ?? ''
  if (/\b(?:dead|killed)\b/u.test(after) || /\btoll\b/u.test(before)) return 'kill'
  return /\b(?:injured|wounded|hurt)\b/u.test(after) ? 'injure' : null
}

export function nearest(events: readonly Event[], figure: Figure): Event | null {
  let best: Event | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const event of events) {
    const away = Math.abs(event.predicate.start - figure.cell.start)
    if (away < distance) {
      best = event
      distance = away
    }
  }
  return best
}

/** The part of a doer's phrase that lies in the content: the reader may have taken the noun cue along. */
export function clipped(claim: ClaimView, cell: Cell | null): Cell | null {
  if (!cell) return null
  for (const part of claim.claim.content) {
    if (holds(part, cell)) return cell
    const start = Math.max(part.start, cell.start)
    const end = Math.min(part.end, cell.end)
    if (start < end) return cellAt(claim.view.report.text, start, end)
  }
  return cell
}

/** The frame of the event; a claim that is planned or possible as a whole makes it so, unless it is said to have been done. */
export function frameOf(claim: ClaimView, event: Event | null): Frame {
  const { modality } = claim.claim
  if (event && /\bto have\s/u.test(verbGroup(claim, event))) return 'done'
  if (modality === 'planned') return 'planned'
  if (modality === 'possible') return 'possible'
  return event?.frame ?? 'done'
}
