import type { Cell, Event, Figure, Stance } from '../../model/index.ts'
import { isCounter, nounClass, outcomeOf } from '../terms/nouns.ts'
import { actOf, actOfNoun, isLight, isUndergoing, knownAct } from '../terms/verbs.ts'
import { type ClaimView, wordsWithin } from '../view.ts'
import { answeringFigures, countedHead, measureOf, referent, roleOf, sorted } from './counted.ts'
import { headOf, lemmasOf, modifiersOf } from './phrase.ts'
import { dayIn, holds, type Setting, settingOf } from './setting.ts'
import { stanceOf } from './stance.ts'

export type Frame = Event['frame']
/** Figures of two roles never answer one question; a total and an unmarked figure do. */
export type RoleGroup = 'whole' | 'increment' | 'rate' | 'share' | 'remaining'

/** One thing that a claim states, in terms that can be compared across reports. */
export interface Proposition extends Omit<Setting, 'note'> {
  readonly claim: ClaimView
  readonly stance: Stance
  readonly frame: Frame
  /** Class of what is done; null when only a quantity or quality is stated. */
  readonly act: string | null
  /** Class of what it is done to, or what is counted; null when unstated. */
  readonly theme: string | null
  /** The words of the theme, and of the doer. */
  readonly themeCell: Cell | null
  readonly doerCell: Cell | null
  /** Lemmas that qualify the theme, countries left out: ["confirmed", "flu"]. */
  readonly modifiers: readonly string[]
  /** The day on which it happened, in days since the epoch; null when the text does not say, or counts up to a day. */
  readonly day: number | null
  /** What sort of number answers it; null when no figure does. */
  readonly measure: string | null
  readonly role: RoleGroup
  readonly figures: readonly Figure[]
  /** The event it was read from; null when only a figure carries it. */
  readonly event: Event | null
  /** Content lemmas without function words, sorted. */
  readonly lemmas: readonly string[]
  /** A side remark of a claim that states something else first: it joins questions but founds none. */
  readonly secondary: boolean
  /** Plain words for what was tied together though the text does not say it in one clause. */
  readonly note: string | null
}

/** What a claim states, in text order: one proposition for each event with the figures that count its doer or object, one for each other figure. */
export function propositionsOf(claim: ClaimView, before: readonly Proposition[]): readonly Proposition[] {
  const events = eventsOf(claim)
  const figures = answeringFigures(claim)
  const left = new Set(figures)
  const made: Proposition[] = []
  for (const event of events) {
    const own = sorted(
      claim,
      figures.filter((figure) => left.has(figure) && belongs(figure, event, claim)),
    )
    for (const list of own.length === 0 ? [[]] : own) {
      const proposition = fromEvent(claim, event, list, list.length === 0 && made.length > 0)
      if (!proposition) continue
      made.push(proposition)
      for (const figure of list) left.delete(figure)
    }
  }
  for (const figure of figures) {
    if (!left.has(figure)) continue
    const proposition = fromFigure(claim, figure, events, [...before, ...made])
    if (proposition) made.push(proposition)
  }
  if (made.length === 0) made.push(build(claim, { ...NOTHING, event: events[0] ?? null }))
  return once(made)
}

/** Two propositions of one claim that say the same are one. */
function once(made: readonly Proposition[]): readonly Proposition[] {
  const seen = new Map<string, Proposition>()
  for (const p of made) {
    const key = [p.act, p.theme, p.frame, p.measure, p.role, p.modifiers.join(), p.owners.join(), p.goals.join()].join('|')
    const known = seen.get(key)
    if (!known) seen.set(key, p)
    else if (p.figures.length > 0) seen.set(key, { ...known, figures: [...known.figures, ...p.figures] })
  }
  const list = [...seen.values()]
  return list.every((p) => p.secondary) ? list.map((p, i) => (i === 0 ? { ...p, secondary: false } : p)) : list
}

/** Events of the claim itself, with the doer that a controlling verb gives; those in a nested claim belong to that one. */
function eventsOf(claim: ClaimView): readonly Event[] {
  const nested = claim.view.nested.get(claim.claim.id) ?? []
  const own = claim.claim.events.filter(
    (event) => !nested.some((other) => other.claim.content.some((cell) => holds(cell, event.predicate))),
  )
  return own.map((event) => withController(claim, event, own))
}

const CONTROLS = new Set(
  'decide plan agree want intend promise vow pledge prepare continue begin start threaten offer refuse try seek choose order expect'.split(
    ' ',
  ),
)

/** "South Korea decided to send": who decides is who sends, when the text names nobody else. */
function withController(claim: ClaimView, event: Event, events: readonly Event[]): Event {
  if (event.agent !== null) return event
  const before = claim.view.report.text.slice(Math.max(0, event.predicate.start - 4), event.predicate.start)
  if (!/\bto\s$/u.test(before)) return event
  let controller: Event | null = null
  for (const other of events) if (other.predicate.end < event.predicate.start && CONTROLS.has(other.lemma)) controller = other
  return controller?.agent ? { ...event, agent: controller.agent } : event
}

/** True when the figure counts the doer or the thing done to, or stands right after a verb whose object the reader did not find. */
function belongs(figure: Figure, event: Event, claim: ClaimView): boolean {
  const counted = countedHead(claim, figure)
  if (counted !== null && outcomeOf(counted) !== null) return false
  for (const cell of [event.patient, event.agent]) {
    if (!cell || !(holds(cell, figure.cell) || (figure.of && holds(cell, figure.of)))) continue
    // "eight million shells" inside "13,000 containers filled with …": only the head of the phrase is done to.
    const head = headOf(claim.view, cell)
    if (counted === null || head === null || nounClass(head.lemma) === nounClass(counted) || figure.cell.start === cell.start)
      return true
  }
  if (event.patient !== null || figure.cell.start < event.predicate.end || isLight(event.lemma)) return false
  return wordsWithin(claim.view, event.predicate.end, figure.cell.start).length === 0
}

/** Acts of the one who moves or undergoes: "troops arrived", "12 people died", "soldiers could join the battle". */
const MOVING = new Set(
  'arrive kill explode collapse crash sink resign flood burn fight join train derail withdraw walk_out increase'.split(' '),
)

function fromEvent(claim: ClaimView, event: Event, figures: readonly Figure[], secondary: boolean): Proposition | null {
  const { view } = claim
  const lemma = event.lemma.toLowerCase()
  const figure = figures[0] ?? null
  const patientHead = event.patient ? headOf(view, event.patient) : null
  const agentHead = event.agent ? headOf(view, event.agent) : null
  let act: string | null = actOf(lemma)
  let themeCell = event.patient
  // "paid 300 dollars": the unit is not what is paid for.
  let theme = patientHead && !(figure && holds(figure.cell, patientHead)) ? nounClass(patientHead.lemma) : null
  let doerCell = event.agent
  let aim: Cell | null = null
  const undergone = isLight(lemma) && patientHead ? actOfNoun(patientHead.lemma) : null
  if (undergone !== null) {
    act = undergone
    themeCell = isUndergoing(lemma) ? event.agent : null
    theme = isUndergoing(lemma) && agentHead ? nounClass(agentHead.lemma) : null
    if (isUndergoing(lemma)) doerCell = null
  } else if (isLight(lemma)) {
    if (figure === null) return null
    act = null
  } else if (agentHead && (event.patient === null ? MOVING.has(act) || !knownAct(act) : MOVERS.has(act))) {
    aim = event.patient
    themeCell = event.agent
    doerCell = null
    theme = nounClass(agentHead.lemma)
  }
  const counted = figure ? countedHead(claim, figure) : null
  if (figure && counted !== null && (act === null || (figure.of && (!themeCell || !holds(themeCell, figure.of))))) {
    if (figure.of && doerCell && holds(doerCell, figure.of)) doerCell = null
    if (!isCounter(counted)) {
      themeCell = figure.of ?? themeCell
      theme = nounClass(counted)
    }
  }
  if (act === null && (theme === null || (counted !== null && isCounter(counted)))) return null
  return build(claim, { ...NOTHING, event, act, theme, themeCell, doerCell, figures, secondary, aim })
}

/** Moving acts that may have an aim: the mover is still what is asked about. */
const MOVERS = new Set(['join', 'arrive', 'fight', 'withdraw'])

/** A figure that no event of the claim has for its doer or object: "the death toll stands at 12", "could rise to 12,000". */
function fromFigure(
  claim: ClaimView,
  figure: Figure,
  events: readonly Event[],
  before: readonly Proposition[],
): Proposition | null {
  const counted = countedHead(claim, figure)
  const event = nearest(events, figure)
  const base = { ...NOTHING, event, figures: [figure], themeCell: figure.of }
  const outcome = counted === null ? null : outcomeOf(counted)
  if (outcome) return build(claim, { ...base, act: outcome[0], theme: outcome[1] })
  const stated = figure.of !== null && claim.claim.content.some((cell) => figure.of && holds(cell, figure.of))
  if (counted === null || isCounter(counted) || !stated) {
    if (figure.of && wordsWithin(claim.view, figure.of.start, figure.of.end).some((word) => word.lower === 'death'))
      return build(claim, { ...base, act: 'kill', theme: 'person' })
    const back = referent(claim, figure, counted, before)
    if (back) return inherited(claim, figure, event, back)
    if (counted === null || isCounter(counted)) return null
  }
  const carrying = events.find(
    (other) => !isLight(other.lemma) && other.agent === null && figure.of && holds(figure.of, other.predicate),
  )
  return build(claim, { ...base, act: carrying ? actOf(carrying.lemma) : null, theme: nounClass(counted) })
}

function nearest(events: readonly Event[], figure: Figure): Event | null {
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

function inherited(claim: ClaimView, figure: Figure, event: Event | null, from: Proposition): Proposition {
  return {
    ...from,
    claim,
    stance: stanceOf(claim),
    frame: frameOf(claim, event),
    measure: measureOf(figure),
    role: roleOf(figure),
    figures: [figure],
    event,
    lemmas: lemmasOf(claim),
    secondary: false,
    note: `“${figure.cell.text}” counts what the figure before it counts`,
  }
}

interface Parts {
  readonly event: Event | null
  readonly act: string | null
  readonly theme: string | null
  readonly themeCell: Cell | null
  readonly doerCell: Cell | null
  readonly figures: readonly Figure[]
  readonly secondary: boolean
  /** What a moving act is aimed at: "the battle" in "join the battle". */
  readonly aim: Cell | null
}

/** A claim of which nothing can be taken apart: compared by its words alone. */
const NOTHING: Parts = {
  event: null,
  act: null,
  theme: null,
  themeCell: null,
  doerCell: null,
  figures: [],
  secondary: false,
  aim: null,
}

function build(claim: ClaimView, parts: Parts): Proposition {
  const { event, act, theme, themeCell, doerCell, figures, secondary, aim } = parts
  const [figure] = figures
  const stance = stanceOf(claim, event)
  const { doers, owners, goals, note } = settingOf(claim, event, themeCell, doerCell, stance, aim)
  return {
    claim,
    stance,
    frame: frameOf(claim, event),
    act,
    theme,
    themeCell,
    doerCell,
    modifiers: themeCell ? modifiersOf(claim.view, themeCell, theme) : [],
    doers,
    owners,
    goals,
    day: figure?.role === 'total' ? null : dayIn(claim),
    measure: figure ? measureOf(figure) : null,
    role: figure ? roleOf(figure) : 'whole',
    figures,
    event,
    lemmas: lemmasOf(claim),
    secondary,
    note: act === null && figures.length === 0 ? null : note,
  }
}

/** The frame of the event; a claim that is planned or possible as a whole makes it so, unless it is said to have been done. */
function frameOf(claim: ClaimView, event: Event | null): Frame {
  const { modality } = claim.claim
  if (
    event &&
    /\bto have\s(?:\w+ly\s)?(?:been\s)?$/u.test(
      claim.view.report.text.slice(Math.max(0, event.predicate.start - 24), event.predicate.start),
    )
  )
    return 'done'
  if (modality === 'planned') return 'planned'
  if (modality === 'possible') return 'possible'
  return event?.frame ?? 'done'
}
