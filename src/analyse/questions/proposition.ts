import { type Cell, cellAt, type Event, type Figure, type Stance } from '../../model/index.ts'
import { isCounter, nounClass, outcomeOf } from '../terms/nouns.ts'
import { actOf, actOfNoun, isLight, isUndergoing, knownAct } from '../terms/verbs.ts'
import { type ClaimView, wordsWithin } from '../view.ts'
import { answeringFigures, countedHead, measureOf, referent, roleOf, sorted } from './counted.ts'
import { belongs, clipped, eventsOf, fateOf, frameOf, nearest } from './events.ts'
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

/**
 * What a claim states, in text order: one proposition for each event with the figures that count its doer or object, one for
 * each other figure.
 * @param before propositions of the claims before it in the report
 * @param speakers countries of the last stated source: "it plans to send", "denied sending"
 */
export function propositionsOf(
  claim: ClaimView,
  before: readonly Proposition[],
  speakers: readonly string[],
): readonly Proposition[] {
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
      const proposition = fromEvent(claim, event, list, list.length === 0 && made.length > 0, speakers)
      if (!proposition) continue
      made.push(proposition)
      for (const figure of list) left.delete(figure)
    }
  }
  for (const figure of figures) {
    if (!left.has(figure)) continue
    const proposition = fromFigure(claim, figure, events, before, made, speakers)
    if (proposition) made.push(proposition)
  }
  if (made.length === 0) made.push(build(claim, { ...NOTHING, event: events[0] ?? null, speakers }))
  return once(withSideRemarks(made))
}

/** Beside a figure, what is only compared by its words is a side remark. */
function withSideRemarks(made: readonly Proposition[]): readonly Proposition[] {
  if (made.every((p) => p.figures.length === 0)) return made
  return made.map((p) => (p.figures.length === 0 && (p.act === null || !knownAct(p.act)) ? { ...p, secondary: true } : p))
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

/** Acts of the one who moves or undergoes: "troops arrived", "12 people died", "soldiers could join the battle". */
const MOVING = new Set(
  'arrive kill explode collapse crash sink resign flood burn fight join train derail withdraw walk_out increase'.split(' '),
)

function fromEvent(
  claim: ClaimView,
  event: Event,
  figures: readonly Figure[],
  secondary: boolean,
  speakers: readonly string[],
): Proposition | null {
  const { view } = claim
  const lemma = event.lemma.toLowerCase()
  const figure = figures[0] ?? null
  const object = actOf(lemma) === 'supply' ? suppliedIn(claim, event) : event.patient
  const patientHead = object ? headOf(view, object) : null
  const agentHead = event.agent ? headOf(view, event.agent) : null
  let act: string | null = actOf(lemma)
  let themeCell = object
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
  if (act === null && figure && theme !== null) act = fateOf(claim, figure, theme)
  if (act === null && (theme === null || (counted !== null && isCounter(counted)))) return null
  return build(claim, { ...NOTHING, event, act, theme, themeCell, doerCell, figures, secondary, aim, speakers })
}

/** "supplying Russia with shells": what is supplied stands after "with". */
function suppliedIn(claim: ClaimView, event: Event): Cell | null {
  const { text } = claim.view.report
  const cell = claim.claim.content.find((part) => holds(part, event.predicate))
  if (!event.patient || !cell) return event.patient
  const rest = text.slice(event.patient.start, cell.end)
  const match = /^[^,;.]{1,60}?\swith\s/u.exec(rest)
  if (!match) return event.patient
  const start = event.patient.start + match[0].length
  const length = text.slice(start, cell.end).search(/[,;.]|\s(?:to|for|in|from|since|after|before|and)\s/u)
  return cellAt(text, start, length < 0 ? cell.end : start + length)
}

/** Moving acts that may have an aim: the mover is still what is asked about. */
const MOVERS = new Set(['join', 'arrive', 'fight', 'withdraw'])

/** "13,000 containers were sent, amounting to eight million shells": what is summed up is done to as well. */
const SUMMING = new Set(['amount', 'total', 'equal', 'number', 'contain', 'carry', 'hold'])

/** A figure that no event of the claim has for its doer or object: "the death toll stands at 12", "could rise to 12,000". */
function fromFigure(
  claim: ClaimView,
  figure: Figure,
  events: readonly Event[],
  before: readonly Proposition[],
  made: readonly Proposition[],
  speakers: readonly string[],
): Proposition | null {
  const counted = countedHead(claim, figure)
  const event = nearest(events, figure)
  const base = { ...NOTHING, event, figures: [figure], themeCell: figure.of, speakers }
  const outcome = counted === null ? null : outcomeOf(counted)
  if (outcome) return build(claim, { ...base, act: outcome[0], theme: outcome[1] })
  const stated = figure.of !== null && claim.claim.content.some((cell) => figure.of && holds(cell, figure.of))
  if (counted === null || isCounter(counted) || !stated) {
    if (figure.of && wordsWithin(claim.view, figure.of.start, figure.of.end).some((word) => word.lower === 'death'))
      return build(claim, { ...base, act: 'kill', theme: 'person' })
    // "the number of people admitted was 203": it says itself what it counts, though not in a form we can take apart.
    const own = claim.claim.content.some((cell) =>
      /\b(?:number|total|count)s? of\s+\p{L}/u.test(cell.text.slice(0, Math.max(0, figure.cell.start - cell.start))),
    )
    const back = counted === null && own ? null : referent(claim, figure, counted, before, made)
    if (back) return inherited(claim, figure, event, back)
    if (counted === null || isCounter(counted)) return null
  }
  const summed =
    event && SUMMING.has(event.lemma) && /ing$/u.test(event.predicate.text) ? made.findLast((p) => p.figures.length > 0) : null
  if (summed && summed.act !== null)
    return {
      ...build(claim, { ...base, event: summed.event, act: summed.act, theme: nounClass(counted), doerCell: summed.doerCell }),
      note: `“${event?.predicate.text} to” makes it the same act as “${summed.figures[0]?.cell.text}”`,
    }
  const head = figure.of ? headOf(claim.view, figure.of) : null
  const carrying = events.find(
    (other) =>
      !isLight(other.lemma) && head && figure.of && other.predicate.start > head.end && holds(figure.of, other.predicate),
  )
  const theme = nounClass(counted)
  return build(claim, { ...base, act: fateOf(claim, figure, theme) ?? (carrying ? actOf(carrying.lemma) : null), theme })
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
  /** Countries of the last stated source. */
  readonly speakers: readonly string[]
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
  speakers: [],
}

function build(claim: ClaimView, parts: Parts): Proposition {
  const { event, act, theme, themeCell, doerCell, figures, secondary, aim, speakers } = parts
  const [figure] = figures
  const stance = stanceOf(claim, event)
  const counted = figure && (act === null || OUTCOMES.has(act)) ? figure.cell : null
  const { doers, owners, goals, implied, note } = settingOf(
    claim,
    event,
    themeCell,
    clipped(claim, doerCell),
    stance,
    aim,
    counted,
    speakers,
  )
  return {
    claim,
    stance,
    frame: frameOf(claim, event),
    act,
    theme,
    themeCell,
    doerCell: clipped(claim, doerCell),
    modifiers: themeCell ? modifiersOf(claim.view, themeCell, theme) : [],
    doers,
    owners,
    goals,
    implied,
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

/** Acts whose counts are tolls of a place. */
const OUTCOMES = new Set(['kill', 'injure', 'infect', 'hospitalise', 'displace', 'evacuate', 'arrest', 'vaccinate'])
