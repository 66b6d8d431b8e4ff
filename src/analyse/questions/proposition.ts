import type { Cell, Event, Figure, Stance } from '../../model/index.ts'
import { dayOf } from '../order.ts'
import { isFunctionWord } from '../terms/function-words.ts'
import { isCounter, nounClass, nounLemma, outcomeOf } from '../terms/nouns.ts'
import { actOf, actOfNoun, isLight, isUndergoing, knownAct } from '../terms/verbs.ts'
import { type ClaimView, joined, sentenceAt, touching, type Word, within, wordsWithin } from '../view.ts'
import { stanceOf } from './stance.ts'

export type Frame = Event['frame']
/** Figures of two roles never answer one question; a total and an unmarked figure do. */
export type RoleGroup = 'whole' | 'increment' | 'rate' | 'share' | 'remaining'

/** One thing that a claim states, in terms that can be compared across reports. */
export interface Proposition {
  readonly claim: ClaimView
  readonly stance: Stance
  readonly frame: Frame
  /** Class of what is done; null when only a quantity or quality is stated. */
  readonly act: string | null
  /** Class of what it is done to, or what is counted; null when unstated. */
  readonly theme: string | null
  /** Lemmas that qualify the theme, countries left out: ["confirmed", "flu"]. */
  readonly modifiers: readonly string[]
  /** Keys of the doer's side. */
  readonly doers: readonly string[]
  /** Countries that qualify the theme: "North Korean troops". */
  readonly owners: readonly string[]
  /** Places and parties at or to which it happens. */
  readonly goals: readonly string[]
  /** The day on which it happened, in days since the epoch; null when the text does not say, or counts up to a day. */
  readonly day: number | null
  /** What sort of number answers it: "count", "money USD", "percent", "measure km"; null when no figure does. */
  readonly measure: string | null
  readonly role: RoleGroup
  readonly figures: readonly Figure[]
  /** The event it was read from; null when only a figure carries it. */
  readonly event: Event | null
  /** Content lemmas without function words, sorted: the last resort of comparison. */
  readonly lemmas: readonly string[]
  /** A side remark of a claim that states something else first: it joins questions but founds none. */
  readonly secondary: boolean
  /** Plain words for why a figure or denial was tied to this act when the text does not say it in one clause. */
  readonly note: string | null
}

const ANSWERING = new Set(['count', 'money', 'percent', 'measure'])

/** What each claim of a report states, in text order; a claim that only relays a nested one states nothing itself. */
export function propositionsOf(claim: ClaimView, before: readonly Proposition[]): readonly Proposition[] {
  const events = eventsOf(claim)
  const figures = figuresOf(claim)
  const left = new Set(figures)
  const made: Proposition[] = []
  const stance = stanceOf(claim)
  for (const written of events) {
    const event = withController(claim, written, events)
    const own = figures.filter((figure) => left.has(figure) && belongs(figure, event, claim))
    const sorted = bySort(own)
    if (sorted.length === 0) {
      const made1 = fromEvent(claim, event, [], stance, made.length > 0)
      if (made1) made.push(made1)
      continue
    }
    for (const list of sorted) {
      const proposition = fromEvent(claim, event, list, stance, false)
      if (!proposition) continue
      made.push(proposition)
      for (const figure of list) left.delete(figure)
    }
  }
  for (const figure of figures) {
    if (!left.has(figure)) continue
    const proposition = fromFigure(claim, figure, events, [...before, ...made], stance)
    if (proposition) made.push(proposition)
  }
  if (made.length === 0 || made.every((p) => p.secondary)) {
    const [first] = events
    made.unshift(bare(claim, first ?? null, stance))
  }
  return once(made)
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

/** Two propositions of one claim that say the same are one. */
function once(made: readonly Proposition[]): readonly Proposition[] {
  const seen = new Map<string, Proposition>()
  for (const p of made) {
    const key = [p.act, p.theme, p.frame, p.measure, p.role, p.modifiers.join(), p.owners.join(), p.goals.join()].join('|')
    const known = seen.get(key)
    if (!known) seen.set(key, p)
    else if (p.figures.length > 0) seen.set(key, { ...known, figures: [...known.figures, ...p.figures] })
  }
  return [...seen.values()]
}

/** Events of the claim itself: those in a claim nested in it belong to that one. */
function eventsOf(claim: ClaimView): readonly Event[] {
  const nested = claim.view.nested.get(claim.claim.id) ?? []
  if (nested.length === 0) return claim.claim.events
  return claim.claim.events.filter(
    (event) => !nested.some((other) => other.claim.content.some((cell) => holds(cell, event.predicate))),
  )
}

function figuresOf(claim: ClaimView): readonly Figure[] {
  const nested = claim.view.nested.get(claim.claim.id) ?? []
  return claim.claim.figures.flatMap((id) => {
    const figure = claim.view.figures.get(id)
    if (!figure || !ANSWERING.has(figure.kind)) return []
    if (nested.some((other) => other.claim.figures.includes(id))) return []
    return [figure]
  })
}

function holds(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** True when the figure counts the doer or the thing done to. */
function belongs(figure: Figure, event: Event, claim: ClaimView): boolean {
  if (isCountedOutcome(figure)) return false
  for (const cell of [event.patient, event.agent]) {
    if (!cell) continue
    if (!holds(cell, figure.cell) && !(figure.of && holds(cell, figure.of))) continue
    // "eight million shells" inside "13,000 containers filled with …": only the head of the phrase is done to.
    const head = headOf(claim, cell)
    if (
      figure.ofHead === null ||
      head === null ||
      head.lemma === figure.ofHead ||
      nounClass(head.lemma) === nounClass(figure.ofHead)
    )
      return true
    if (figure.cell.start === cell.start) return true
  }
  return false
}

function isCountedOutcome(figure: Figure): boolean {
  return figure.ofHead !== null && outcomeOf(figure.ofHead) !== null
}

/** Figures that answer one question each: by measure and role. */
function bySort(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = `${measureOf(figure)}|${roleOf(figure)}|${figure.ofHead ?? ''}`
    const known = groups.get(key)
    if (known) known.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.values()]
}

function measureOf(figure: Figure): string {
  return figure.unit === null || figure.kind === 'percent' ? figure.kind : `${figure.kind} ${figure.unit}`
}

function roleOf(figure: Figure): RoleGroup {
  return figure.role === 'unstated' || figure.role === 'total' ? 'whole' : figure.role
}

function frameOf(claim: ClaimView, event: Event | null): Frame {
  const { modality } = claim.claim
  if (modality === 'planned') return 'planned'
  if (modality === 'possible') return 'possible'
  return event?.frame ?? 'done'
}

function fromEvent(
  claim: ClaimView,
  event: Event,
  figures: readonly Figure[],
  claimStance: Stance,
  secondary: boolean,
): Proposition | null {
  const lemma = event.lemma.toLowerCase()
  const figure = figures[0] ?? null
  const patientHead = event.patient ? headOf(claim, event.patient) : null
  const agentHead = event.agent ? headOf(claim, event.agent) : null
  let act: string | null = actOf(lemma)
  let themeCell: Cell | null = event.patient
  // "paid 300 dollars": the unit is not what is paid for.
  let theme = patientHead && !(figure && holds(figure.cell, patientHead)) ? nounClass(patientHead.lemma) : null
  let doerCell: Cell | null = event.agent
  if (isLight(lemma)) {
    const nominal = patientHead ? actOfNoun(patientHead.lemma) : null
    if (nominal !== null) {
      act = nominal
      if (isUndergoing(lemma)) {
        themeCell = event.agent
        doerCell = null
        theme = agentHead ? nounClass(agentHead.lemma) : null
      } else {
        themeCell = null
        theme = null
      }
    } else {
      act = null
      if (figure === null) return secondary ? null : bare(claim, event, claimStance)
    }
  } else if (event.patient === null && agentHead && isIntransitive(act)) {
    // "troops arrived", "12 people died": the one it happens to.
    themeCell = event.agent
    doerCell = null
    theme = nounClass(agentHead.lemma)
  }
  if (figure?.ofHead != null) {
    const head = nounClass(figure.ofHead)
    if (act === null || (figure.of && (!themeCell || !holds(themeCell, figure.of)))) {
      if (figure.of && doerCell && holds(doerCell, figure.of)) doerCell = null
      if (!isCounter(figure.ofHead)) {
        themeCell = figure.of
        theme = head
      }
    }
  }
  if (act === null && theme === null) return null
  return build(claim, { event, act, theme, themeCell, doerCell, figures, secondary, claimStance, note: null })
}

const INTRANSITIVE = new Set(
  'arrive kill explode collapse crash sink resign flood burn fight join train derail withdraw launch increase'.split(' '),
)

function isIntransitive(act: string): boolean {
  return INTRANSITIVE.has(act) || !knownAct(act)
}

/** A figure that no event of the claim has for its doer or object: "the death toll stands at 12", "could rise to 12,000". */
function fromFigure(
  claim: ClaimView,
  figure: Figure,
  events: readonly Event[],
  before: readonly Proposition[],
  claimStance: Stance,
): Proposition | null {
  const outcome = figure.ofHead === null ? null : outcomeOf(figure.ofHead)
  const event = nearest(events, figure)
  if (outcome) {
    const [act, theme] = outcome
    return build(claim, {
      event,
      act,
      theme,
      themeCell: figure.of,
      doerCell: null,
      figures: [figure],
      secondary: false,
      claimStance,
      note: null,
    })
  }
  if (figure.ofHead === null || isCounter(figure.ofHead)) {
    const toll = figure.of
      ? wordsWithin(claim.view, figure.of.start, figure.of.end).some((word) => word.lower === 'death')
      : false
    if (toll)
      return build(claim, {
        event,
        act: 'kill',
        theme: 'person',
        themeCell: figure.of,
        doerCell: null,
        figures: [figure],
        secondary: false,
        claimStance,
        note: null,
      })
    const back = referent(claim, figure, before)
    if (back) return inherited(claim, figure, event, back, claimStance)
    if (figure.ofHead === null) return null
  }
  const head = nounClass(figure.ofHead)
  const carrying = events.find(
    (other) =>
      !isLight(other.lemma) &&
      other.agent === null &&
      other.patient !== null &&
      figure.of !== null &&
      holds(figure.of, other.predicate),
  )
  const act = carrying ? actOf(carrying.lemma) : null
  return build(claim, {
    event: event ?? null,
    act,
    theme: head,
    themeCell: figure.of,
    doerCell: null,
    figures: [figure],
    secondary: false,
    claimStance,
    note: null,
  })
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

/** "The total", "the number", "12,000 in all": what the figure just before it counts, in the same paragraph. */
function referent(claim: ClaimView, figure: Figure, before: readonly Proposition[]): Proposition | null {
  const paragraph = sentenceAt(claim.view, figure.cell.start)?.paragraph ?? null
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    const last = other?.figures[other.figures.length - 1]
    if (!other || !last || other.claim.view !== claim.view || last.cell.start >= figure.cell.start) continue
    if ((sentenceAt(claim.view, last.cell.start)?.paragraph ?? null) !== paragraph) return null
    if (last.kind !== figure.kind || last.unit !== figure.unit) continue
    return other
  }
  return null
}

function inherited(claim: ClaimView, figure: Figure, event: Event | null, from: Proposition, claimStance: Stance): Proposition {
  return {
    ...from,
    claim,
    stance: claimStance,
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
  readonly claimStance: Stance
  readonly note: string | null
}

function build(claim: ClaimView, parts: Parts): Proposition {
  const { view } = claim
  const { event, themeCell, doerCell, figures } = parts
  const figure = figures[0] ?? null
  const doers = new Set<string>()
  const owners = new Set<string>()
  const goals = new Set<string>()
  const hulls = claim.claim.content
  const toponyms = hulls.flatMap((cell) => within(view.places, cell.start, cell.end).map((place) => place.toponym))
  for (const cell of hulls) {
    for (const country of within(view.countries, cell.start, cell.end)) {
      const key = country.code
      if (doerCell && holds(doerCell, country)) doers.add(key)
      else if (themeCell && holds(themeCell, country) && country.form === 'demonym') owners.add(key)
      else if (country.form !== 'capital') goals.add(key)
      else if (!toponyms.some((place) => holds(place.cell, country)))
        goals.add(`place:${view.report.text.slice(country.start, country.end).toLowerCase()}`)
    }
  }
  for (const place of toponyms) {
    if (place.demonym || place.metonym || place.place?.kind === 'country') continue
    if (doerCell && holds(doerCell, place.cell)) continue
    goals.add(`place:${(place.place?.name ?? place.cell.text).toLowerCase()}`)
  }
  if (doerCell && doers.size === 0) {
    const name = partyName(claim, doerCell)
    if (name !== null) doers.add(name)
  } else if (
    !doerCell &&
    event &&
    event.agent === null &&
    parts.claimStance !== 'asserts' &&
    /ing\b/u.test(event.predicate.text)
  ) {
    // "denied sending troops": the one who denies is the one who would have sent them.
    for (const key of speakersOf(claim)) doers.add(key)
  }
  for (const key of doers) goals.delete(key)
  for (const key of owners) goals.delete(key)
  const stance: Stance = parts.claimStance === 'asserts' && event?.negated ? 'denies' : parts.claimStance
  return {
    claim,
    stance,
    frame: frameOf(claim, event),
    act: parts.act,
    theme: parts.theme,
    modifiers: themeCell ? modifiersOf(claim, themeCell, parts.theme) : [],
    doers: [...doers].sort(),
    owners: [...owners].sort(),
    goals: [...goals].sort(),
    day: figure?.role === 'total' ? null : dayIn(claim),
    measure: figure ? measureOf(figure) : null,
    role: figure ? roleOf(figure) : 'whole',
    figures,
    event,
    lemmas: lemmasOf(claim),
    secondary: parts.secondary,
    note: parts.note,
  }
}

const UP_TO = /\b(?:as of|by|until|till|since|up to|through|from|before|after)\s+(?:\w+\s+){0,2}$/iu

/** The one day that the content names as the day of what happened; an as-of day is none. */
function dayIn(claim: ClaimView): number | null {
  const days = new Set<number>()
  for (const id of claim.claim.times) {
    const time = claim.view.times.get(id)
    if (time?.kind !== 'moment' || !DAYS.has(time.granularity) || !claim.claim.content.some((cell) => holds(cell, time.cell)))
      continue
    if (UP_TO.test(claim.view.report.text.slice(Math.max(0, time.cell.start - 30), time.cell.start))) continue
    const day = dayOf(time.earliest)
    if (day !== null) days.add(day)
  }
  const [day] = days
  return days.size === 1 && day !== undefined ? day : null
}

const DAYS = new Set(['minute', 'hour', 'partOfDay', 'day'])

/** A claim with nothing that could be taken apart: compared by its words alone. */
function bare(claim: ClaimView, event: Event | null, stance: Stance): Proposition {
  return build(claim, {
    event,
    act: null,
    theme: null,
    themeCell: null,
    doerCell: null,
    figures: [],
    secondary: false,
    claimStance: stance,
    note: null,
  })
}

function partyName(claim: ClaimView, cell: Cell): string | null {
  for (const { entity } of touching(claim.view.parties, cell.start, cell.end)) {
    const words = entity.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return `party:${entity.kind === 'person' ? (words[words.length - 1] ?? '') : words.filter((word) => word !== 'the').join(' ')}`
  }
  const head = headOf(claim, cell)
  return head ? `noun:${nounClass(head.lemma)}` : null
}

/** Countries of the last stated source. */
function speakersOf(claim: ClaimView): readonly string[] {
  const last = claim.claim.chain[claim.claim.chain.length - 1]
  if (!last) return []
  return [
    ...new Set(last.source.flatMap((cell) => within(claim.view.countries, cell.start, cell.end).map((country) => country.code))),
  ]
}

/** Head of a noun phrase: by the parse when there is one, else the last noun before a preposition, comma or relative clause. */
export function headOf(claim: ClaimView, cell: Cell): Word | null {
  const words = wordsWithin(claim.view, cell.start, cell.end)
  let head: Word | null = null
  for (const word of words) {
    if (
      head &&
      /^(?:of|in|to|at|from|for|with|on|by|near|who|which|that|including|under|against|after|before|since|during|between|into|over|than|and|filled|sent|comprised)$/u.test(
        word.lower,
      )
    ) {
      if (word.lower === 'of' && isCounter(head.lemma)) {
        head = null
        continue
      }
      break
    }
    if (isFunctionWord(word.lower)) continue
    if (word.upos === null ? !/^\p{N}/u.test(word.text) : word.upos === 'NOUN' || word.upos === 'PROPN') {
      head = word.upos === null || word.lemma === word.lower ? { ...word, lemma: nounLemma(word.lower) } : word
    }
  }
  return head
}

function modifiersOf(claim: ClaimView, cell: Cell, theme: string | null): readonly string[] {
  const { view } = claim
  const found = new Set<string>()
  for (const word of wordsWithin(view, cell.start, cell.end)) {
    if (isFunctionWord(word.lower) || /^\p{N}/u.test(word.text) || word.upos === 'NUM') continue
    if (
      within(view.countries, cell.start, cell.end).some((country) => country.start <= word.start && word.end <= country.end + 2)
    )
      continue
    if (touching(view.places, word.start, word.end).length > 0) continue
    const lemma = nounClass(nounLemma(word.lower))
    if (lemma === theme || isCounter(lemma) || VAGUE.has(word.lower) || outcomeOf(lemma) !== null) continue
    found.add(lemma)
  }
  return [...found].sort()
}

const VAGUE = new Set(
  'million billion thousand hundred dozen thousands hundreds dozens tens million-strong some least average additional number total'.split(
    ' ',
  ),
)

function lemmasOf(claim: ClaimView): readonly string[] {
  const found = new Set<string>()
  for (const cell of claim.claim.content) {
    for (const word of wordsWithin(claim.view, cell.start, cell.end)) {
      if (isFunctionWord(word.lower)) continue
      const verb = word.upos === null || word.upos === 'VERB' ? actOf(word.lemma) : ''
      const noun = nounClass(word.lemma === word.lower ? nounLemma(word.lower) : word.lemma)
      found.add(knownAct(verb) ? verb : noun)
    }
  }
  return [...found].sort()
}

/** The words of a proposition's claim in one line, for names and explanations. */
export function textOf(proposition: Proposition): string {
  return joined(proposition.claim.claim.content)
}
