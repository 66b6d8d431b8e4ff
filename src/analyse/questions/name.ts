import type { Cell, Figure } from '../../model/index.ts'
import { byCode } from '../order.ts'
import { countryAdjective, countryName } from '../terms/countries.ts'
import { actOf, ingOf, isLight, knownAct, participleOf, wordsOfAct } from '../terms/verbs.ts'
import { touching, within, wordsWithin } from '../view.ts'
import type { Cluster } from './group.ts'
import { headOf } from './phrase.ts'
import type { Frame, Proposition } from './proposition.ts'
import { townOf } from './setting.ts'

/** A readable name for a question, made from the words of its claims: "How many North Korean troops have been sent to Russia?" */
export function nameOf(cluster: Cluster): string {
  const propositions = cluster.members.map((member) => member.proposition)
  const asserting = propositions.filter((p) => p.stance === 'asserts')
  const pool = asserting.length > 0 ? asserting : propositions
  const numeric = pool.filter((p) => p.figures.length > 0)
  const best = fullest(numeric.length > 0 ? numeric : pool)
  const name = best ? (numeric.length > 0 ? numericName(best) : factualName(best)) : null
  return tidy(name ?? asked(plainName(numeric.length > 0 ? numeric : pool)))
}

/** The one that states most, the first in canonical order among equals. */
function fullest(pool: readonly Proposition[]): Proposition | null {
  let best: Proposition | null = null
  let score = Number.NEGATIVE_INFINITY
  for (const p of pool) {
    const stated =
      p.figures[0]?.of &&
      p.claim.claim.content.some(
        (cell) => p.figures[0]?.of && cell.start <= p.figures[0].of.start && p.figures[0].of.end <= cell.end,
      )
    const value =
      p.owners.length * 2 +
      p.doers.length +
      (p.goals.length > 2 ? 0 : p.goals.length) +
      (stated ? 2 : 0) +
      (p.theme !== null ? 2 : 0) +
      (p.note === null ? 1 : 0)
    if (value > score) {
      best = p
      score = value
    }
  }
  return best
}

/** Acts that happen to their theme without a passive: "have arrived", "could join". */
const ACTIVE = new Set([
  'arrive',
  'join',
  'withdraw',
  'fight',
  'resign',
  'train',
  'collapse',
  'explode',
  'crash',
  'sink',
  'walk_out',
])

function numericName(p: Proposition): string | null {
  const [figure] = p.figures
  if (!figure) return null
  if (figure.kind !== 'count') return inPlace(p, figure, 'how much')
  const noun = countedPhrase(p, figure)
  if (noun === null) return inPlace(p, figure, 'how many')
  const ask = p.role === 'increment' ? 'How many more' : 'How many'
  const where = goalPhrase(p)
  const act = p.act
  const countsDoer =
    p.event !== null &&
    actOf(p.event.lemma) === act &&
    !/^(?:the\s)?(?:total\s)?(?:number|total|count|figure)\b/iu.test(p.event.agent?.text ?? '') &&
    p.event?.agent &&
    figure.of &&
    p.event.agent.start <= figure.of.start &&
    figure.of.end <= p.event.agent.end
  if (act !== null && knownAct(act) && !(countsDoer && !ACTIVE.has(act) && act !== 'kill')) {
    const doer = p.owners.length === 0 ? p.doers.find((key) => /^[A-Z]{2}$/.test(key)) : undefined
    if (doer !== undefined)
      return `${ask} ${noun} ${AUXILIARY[p.frame].one} ${countryName(doer)} ${verbAfter(p.frame, act)}${where}?`
    if (ACTIVE.has(act)) return `${ask} ${noun} ${AUXILIARY[p.frame].many} ${verbAfter(p.frame, act)}${aimPhrase(p)}${where}?`
    if (act === 'kill' && p.event?.lemma !== 'kill') return `${ask} ${noun} ${AUXILIARY[p.frame].many} ${DIE[p.frame]}${where}?`
    return `${ask} ${noun} ${PASSIVE[p.frame].many} ${participleOf(act)}${where}?`
  }
  const clause = clauseAfter(p, figure)
  if (p.event === null || (p.note !== null && p.act === null) || (isLight(p.event.lemma) && clause === null))
    return `${ask} ${noun} are there${whereThere(p)}?`
  if (clause !== null) return `${ask} ${noun} ${clause}?`
  return inPlace(p, figure, ask.toLowerCase()) ?? `${ask} ${noun} are there${whereThere(p)}?`
}

/** "in Peru": only a place where something can be, not one to or from which it goes. */
function whereThere(p: Proposition): string {
  const where = goalPhrase(p)
  return /^ (?:to|into|from|with|over|against) /u.test(where) ? '' : where
}

const AUXILIARY: Readonly<Record<Frame, { readonly one: string; readonly many: string }>> = {
  done: { one: 'has', many: 'have' },
  ongoing: { one: 'is', many: 'are' },
  planned: { one: 'will', many: 'will' },
  possible: { one: 'could', many: 'could' },
}
const PASSIVE: Readonly<Record<Frame, { readonly one: string; readonly many: string }>> = {
  done: { one: 'has been', many: 'have been' },
  ongoing: { one: 'is being', many: 'are being' },
  planned: { one: 'is to be', many: 'are to be' },
  possible: { one: 'could be', many: 'could be' },
}
const DIE: Readonly<Record<Frame, string>> = { done: 'died', ongoing: 'dying', planned: 'die', possible: 'die' }

/** The form of the act that follows the auxiliary of its frame: sent, sending, send, send. */
function verbAfter(frame: Frame, act: string): string {
  if (frame === 'done') return participleOf(act) ?? act
  return frame === 'ongoing' ? ingOf(act) : wordsOfAct(act)
}

/** The thing counted, in the words of the text, without the number: "North Korean troops". */
function countedPhrase(p: Proposition, figure: Figure): string | null {
  if (p.theme === 'person' && (p.act === 'kill' || p.act === 'injure')) return 'people'
  const { view } = p.claim
  const span = figure.of ?? (p.note === null ? null : p.themeCell)
  if (!span) {
    if (p.theme === null) return null
    const owner = p.owners.find((key) => /^[A-Z]{2}$/.test(key))
    return `${owner === undefined ? '' : `${countryAdjective(owner)} `}${plural(p.theme)}`
  }
  const head = headOf(view, span)
  if (!head) return null
  const kept = wordsWithin(view, span.start, head.end).filter(
    (word) => !p.claim.view.report.reading.figures.some((f) => f.cell.start <= word.start && word.end <= f.cell.end),
  )
  // "122-mm and 152-mm shells": from after the last number or conjunction.
  const last = kept.findLastIndex(
    (word) =>
      word.lower === 'and' ||
      /\p{N}-?$/u.test(view.report.text.slice(Math.max(0, word.start - 2), word.start)) ||
      /^\p{N}/u.test(word.text),
  )
  const first = kept.slice(last + 1).find((word) => !DETERMINERS.test(word.text))
  if (!first || first.start > head.start) return head.text
  return view.report.text.slice(first.start, head.end).replace(/\s+/gu, ' ')
}

const DETERMINERS =
  /^(?:the|a|an|of|some|more|another|additional|extra|further|other|these|those|their|its|his|her|total|number|about|approximately|over|than|up|to|as|many|\p{N}.*)$/iu

function plural(noun: string): string {
  if (noun === 'person') return 'people'
  if (noun === 'child') return 'children'
  if (/(?:police|aircraft|personnel|aid)$/.test(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

const TOWARDS = new Set(['send', 'supply', 'sell'])

/** "to Russia", "in Ukraine": the first country or place of the goals, with the preposition of the text or, lacking one, of the act. */
function goalPhrase(p: Proposition): string {
  const { view } = p.claim
  const goal = p.goals.find((key) => /^[A-Z]{2}$/.test(key))
  // Of several places none stands for all: their country does, when it is named.
  const places = p.goals.filter((key) => key.startsWith('place:'))
  const place = places.length === 1 ? places[0]?.slice(6) : undefined
  const usual = p.act !== null && TOWARDS.has(p.act) ? 'to' : 'in'
  if (place !== undefined && (goal === undefined || usual === 'in')) {
    if (place === 'the world') return ' worldwide'
    const toponym = view.places.find((item) => townOf(item.toponym) === place)
    const name = toponym
      ? (toponym.toponym.place?.name ?? toponym.toponym.cell.text)
      : place.replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    return ` ${(toponym && prepositionBefore(p, toponym.start)) ?? usual} ${name}`
  }
  if (goal === undefined) return ''
  const mention = p.claim.claim.content
    .flatMap((cell) => within(view.countries, cell.start, cell.end))
    .find((country) => country.code === goal && country.form === 'name')
  return ` ${(mention && prepositionBefore(p, mention.start)) ?? usual} ${countryName(goal)}`
}

/** The preposition that stands right before a place in the content. */
function prepositionBefore(p: Proposition, start: number): string | null {
  const cell = p.claim.claim.content.find((part) => part.start <= start && start < part.end)
  if (!cell) return null
  const before = p.claim.view.report.text.slice(Math.max(cell.start, start - 20), start)
  return /\b(to|in|into|from|at|near|on|across|over|against|with)\s+(?:the\s+)?$/iu.exec(before)?.[1]?.toLowerCase() ?? null
}

/** "the battle" in "join the battle". */
function aimPhrase(p: Proposition): string {
  const aim = p.event?.patient
  if (!aim || aim === p.themeCell || !p.goals.some((key) => key.startsWith('noun:'))) return ''
  const phrase = nounPhrase(p, aim)
  return phrase === null ? '' : ` ${phrase}`
}

/** What follows the counted phrase in its clause, when the figure stands first: "could be produced per year". */
function clauseAfter(p: Proposition, figure: Figure): string | null {
  const [cell, second] = p.claim.claim.content
  if (!cell || second || !figure.of) return null
  const { text } = p.claim.view.report
  const before = text.slice(cell.start, figure.cell.start).trim()
  const head = headOf(p.claim.view, figure.of)
  if (!head || !/^(?:that|the|some)?$/iu.test(before)) return null
  const rest = text.slice(head.end, cell.end).replace(/\s+/gu, ' ').trim()
  const clause = firstPart(rest)
  const verb = p.event && p.event.predicate.start >= head.end && text.slice(head.end, p.event.predicate.start).trim() === ''
  if (
    !verb &&
    !/^(?:(?:in|from|at|near|of)\s[^,]{2,40}?\s)?(?:\p{Ll}+ly )?(?:have|has|had|are|is|were|was|could|may|might|would|will|can|must|should)\b/u.test(
      clause,
    )
  )
    return null
  return clause.replace(/\b(?:already|currently|potentially|reportedly|allegedly|also|now|so far|possibly)\s/gu, '')
}

/** A clause up to its second preposition, comma or connective: enough to ask, short enough to read. */
function firstPart(text: string): string {
  const clause =
    text.split(/[,;:.“”"]|\s(?:after|before|while|because|although|as|since|amid|following|if|when|and|but)\s/u)[0]?.trim() ?? ''
  const prepositions = [...clause.matchAll(/\s(?:in|on|at|to|from|by|for|with|of|into|near|per|through|during)\s/gu)]
  const [, second] = prepositions
  return second && second.index > 30 ? clause.slice(0, second.index) : clause
}

/** "The virus has spread to how many countries?": the clause around the figure, with the figure asked for. */
function inPlace(p: Proposition, figure: Figure, ask: string): string | null {
  const cell = p.claim.claim.content.find((part) => part.start <= figure.cell.start && figure.cell.end <= part.end)
  if (!cell) return null
  const { text } = p.claim.view.report
  const lead = text.slice(cell.start, figure.cell.start)
  const clause = lead.split(/[;:.“”"](?!\d)|,\s/u).at(-1) ?? ''
  // What stands after a comma and begins with a verb has lost its subject.
  if (
    clause !== lead &&
    p.event &&
    text
      .slice(figure.cell.start - clause.length)
      .trimStart()
      .startsWith(p.event.predicate.text)
  )
    return null
  const before = clause.replace(/^.*\bthat\s/iu, '').replace(/^\s*(?:and|but|with)\s/iu, '')
  const after =
    text
      .slice(figure.cell.end, cell.end)
      .split(/[;:.“”"](?!\d)|,\s|\s(?:after|while|because|although|since|if|when|and|but)\s/u)[0]
      ?.replace(/[,\s]+$/u, '') ?? ''
  if (
    /^(?:(?:a further|another|an additional|some|about|at least|the|the first|up to|as many as|of which|of whom|there (?:is|are|was|were|have been|has been))\s*)?$/iu.test(
      before.trim(),
    ) &&
    after.trim() !== '' &&
    ask === 'how many'
  )
    return `How many${after}?`
  const unit = figure.kind === 'percent' && ask === 'how much' ? 'what share' : ask
  const rest = /more$/u.test(ask) ? after.replace(/^\s*more\b/u, '') : after
  const name = `${before}${/\S$/u.test(before) ? ' ' : ''}${unit}${rest}`.replace(/\s+/gu, ' ').trim()
  if (/^(?:to|which|who|whom|whose|only|of)\b/iu.test(name)) return null
  return name.length > 120 || !/\p{L}{2,}/u.test(before) ? null : `${name}?`
}

function factualName(p: Proposition): string | null {
  const { act } = p
  if (act === null || !knownAct(act) || p.event === null) return null
  const theme = p.themeCell ? nounPhrase(p, p.themeCell) : null
  if (theme === null) return null
  const where = p.goals.length > 0 && !namesGoal(p, theme) ? goalPhrase(p) : ''
  const number = isPlural(p, p.themeCell) ? 'many' : 'one'
  if (ACTIVE.has(act) && p.doerCell === null) {
    const aux = p.frame === 'done' || p.frame === 'ongoing' ? AUXILIARY[p.frame][number] : AUXILIARY[p.frame].one
    return `${aux} ${theme} ${verbAfter(p.frame, act)}${aimPhrase(p)}${where}?`
  }
  const doer = doerPhrase(p)
  if (doer === undefined) return null
  if (doer === null) {
    const [aux = '', ...rest] = PASSIVE[p.frame][number].split(' ')
    return `${aux} ${theme} ${[...rest, participleOf(act)].join(' ')}${where}?`
  }
  const one = isPlural(p, p.doerCell) ? 'many' : 'one'
  if (p.frame === 'done') return `Did ${doer} ${wordsOfAct(act)} ${theme}${where}?`
  return `${AUXILIARY[p.frame][p.frame === 'ongoing' ? one : 'one']} ${doer} ${verbAfter(p.frame, act)} ${theme}${where}?`
}

/** Who does it, in words; null when nobody is named, undefined when it cannot be said well. */
function doerPhrase(p: Proposition): string | null | undefined {
  const [key] = p.doers
  if (key === undefined) return p.doerCell === null ? null : undefined
  if (!p.doerCell) return /^[A-Z]{2}$/.test(key) ? countryName(key) : undefined
  const head = headOf(p.claim.view, p.doerCell)
  if (head && /^[A-Z]{2}$/.test(key) && touching(p.claim.view.countries, head.start, head.end).length > 0) return countryName(key)
  return nounPhrase(p, p.doerCell) ?? undefined
}

function namesGoal(p: Proposition, phrase: string): boolean {
  const low = phrase.toLowerCase()
  return p.goals.some((key) =>
    low.includes(key.startsWith('place:') ? key.slice(6) : countryName(key).replace(/^the /, '').toLowerCase()),
  )
}

function isPlural(p: Proposition, cell: Cell | null): boolean {
  const head = cell ? headOf(p.claim.view, cell) : null
  if (!head) return false
  return /^(?:people|police|personnel|aircraft|children|men|women|servicemen)$/.test(head.lower) || /[^s]s$/.test(head.lower)
}

/** A noun phrase up to its head, without a number; null when it is a pronoun, too long or no phrase at all. */
function nounPhrase(p: Proposition, cell: Cell): string | null {
  const { view } = p.claim
  const head = headOf(view, cell)
  if (!head) return null
  const words = wordsWithin(view, cell.start, head.end).filter(
    (word) => !view.report.reading.figures.some((f) => f.cell.start <= word.start && word.end <= f.cell.end),
  )
  const [first] = words
  if (!first) return null
  const phrase = view.report.text.slice(first.start, head.end).replace(/\s+/gu, ' ')
  if (phrase.length > 70 || /[“”"]/u.test(phrase)) return null
  return phrase.replace(/^(?:The|A|An|Its|His|Her|Their)\s/u, (word) => word.toLowerCase())
}

/** A statement as a question: "The dam holds" → "Is it so that the dam holds?" */
function asked(statement: string): string {
  if (statement === '') return statement
  const lower = statement.replace(
    /^(?:The|A|An|This|That|These|Those|It|They|He|She|We|There|Its|Their|His|Her|Some|All|Both|No|In|On|At|If)\b/u,
    (word) => word.toLowerCase(),
  )
  if (/^(?:whether|which|who|whom|whose|what|when|where|why|how)\b/iu.test(lower))
    return `Is it known ${lower.charAt(0).toLowerCase()}${lower.slice(1)}?`
  return `Is it so that ${lower}?`
}

/** The shortest content that says enough, as a statement. */
function plainName(pool: readonly Proposition[]): string {
  const texts = pool.map((p) => shortText(firstPartOf(p))).filter((text) => text.length > 0)
  const good = texts.filter((text) => text.length >= 20)
  const [best = ''] = (good.length > 0 ? good : texts).sort(
    (a, b) => Number(startsOddly(a)) - Number(startsOddly(b)) || a.length - b.length || byCode(a, b),
  )
  return best
}

/** The content, or its first part when that says enough: later parts often stand far away in the text. */
function firstPartOf(p: Proposition): string {
  const [cell] = p.claim.claim.content
  return cell && cell.text.length >= 40 ? cell.text.replace(/\s+/gu, ' ') : p.claim.text
}

/** Fragments that lean on what stands before them. */
function startsOddly(text: string): boolean {
  return /^(?:it|they|he|she|we|i|this|that|these|those|him|her|them|out|and|but|or|of|for)\b/iu.test(text)
}

function shortText(content: string): string {
  let text = content
    .replace(/^(?:that)\s+/iu, '')
    .replace(/''/gu, '')
    .trim()
  const quotes = text.match(/[“”"]/gu)?.length ?? 0
  if (quotes % 2 === 1 || /^[“"]/u.test(text)) text = text.replace(/[“”"]/gu, '')
  text = text.replace(/^[\s,;:.]+|[\s,;:.]+$/gu, '').trim()
  if (text.length <= 140) return text
  const cut = text.slice(0, 140)
  const stop = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '))
  return `${(stop > 60 ? cut.slice(0, stop) : cut.slice(0, cut.lastIndexOf(' '))).trim()} …`
}

function tidy(name: string): string {
  const text = name.replace(/\s+/gu, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
