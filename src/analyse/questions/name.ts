import type { Figure } from '../../model/index.ts'
import { byCode } from '../order.ts'
import { countryAdjective, countryName } from '../terms/countries.ts'
import { knownAct, participleOf } from '../terms/verbs.ts'
import { within, wordsWithin } from '../view.ts'
import type { Cluster } from './group.ts'
import { headOf, type Proposition, textOf } from './proposition.ts'

/** A readable name for a question, made from the words of its claims. */
export function nameOf(cluster: Cluster): string {
  const propositions = cluster.members.map((member) => member.proposition)
  const asserting = propositions.filter((p) => p.stance === 'asserts')
  const pool = asserting.length > 0 ? asserting : propositions
  const name = pool.some((p) => p.figures.length > 0) ? numericName(pool) : factualName(pool)
  return tidy(name ?? plainName(pool))
}

const BE: Readonly<Record<string, readonly [one: string, many: string]>> = {
  done: ['has been', 'have been'],
  ongoing: ['is being', 'are being'],
  planned: ['is to be', 'are to be'],
  possible: ['could be', 'could be'],
}

function numericName(pool: readonly Proposition[]): string | null {
  const best = fullest(pool.filter((p) => p.figures.length > 0))
  const figure = best?.figures[0]
  if (!best || !figure) return null
  if (figure.kind === 'percent') return `What share: ${shortText(best)}`
  const noun = countedPhrase(best, figure)
  if (noun === null) return null
  const ask =
    figure.kind === 'money' || figure.kind === 'measure' ? 'How much' : best.role === 'increment' ? 'How many more' : 'How many'
  const where = goalPhrase(best)
  if (figure.kind === 'money') return `How much money: ${shortText(best)}`
  if (figure.kind === 'measure') return `What measure: ${shortText(best)}`
  if (best.act !== null && knownAct(best.act)) {
    const participle = participleOf(best.act)
    if (participle !== null && participle !== '') {
      const [, be] = BE[best.frame] ?? ['', 'have been']
      const active = ACTIVE.has(best.act)
      const verb = active ? `${ACTIVE_AUX[best.frame]} ${active ? activeForm(best) : participle}` : `${be} ${participle}`
      return `${ask} ${noun} ${verb}${where}?`
    }
  }
  const clause = clauseAfter(best, figure)
  if (clause !== null) return `${ask} ${noun} ${clause}?`
  return `${ask} ${noun} are there${where}?`
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
const ACTIVE_AUX: Readonly<Record<string, string>> = { done: 'have', ongoing: 'are', planned: 'are to', possible: 'could' }

function activeForm(p: Proposition): string {
  const act = p.act ?? ''
  if (p.frame === 'done') return participleOf(act) ?? act
  if (p.frame === 'ongoing') return act.endsWith('e') ? `${act.slice(0, -1)}ing` : `${act}ing`
  return act.replace('_', ' ')
}

/** The thing counted, in the words of the text, without the number: "North Korean troops". */
function countedPhrase(p: Proposition, figure: Figure): string | null {
  if (p.theme === 'person' && (p.act === 'kill' || p.act === 'injure')) return 'people'
  if (!figure.of) {
    if (p.theme === null) return null
    const owner = p.owners[0] !== undefined && /^[A-Z]{2}$/.test(p.owners[0]) ? `${countryAdjective(p.owners[0])} ` : ''
    return `${owner}${plural(p.theme)}`
  }
  const words = wordsWithin(p.claim.view, figure.of.start, figure.of.end)
  const head = headOf(p.claim, figure.of)
  let kept = words.filter((word) => !(figure.cell.start <= word.start && word.end <= figure.cell.end))
  while (
    kept[0] &&
    /^(?:the|a|an|of|some|more|another|additional|extra|other|these|those|their|its|his|her|total|number|about|approximately|over|than|\p{N}.*)$/iu.test(
      kept[0].text,
    )
  )
    kept = kept.slice(1)
  const last = head ? kept.findIndex((word) => word.start === head.start) : -1
  const end = last >= 0 ? kept[last] : kept[kept.length - 1]
  const [first] = kept
  if (!first || !end) return null
  return p.claim.view.report.text.slice(first.start, end.end).replace(/\s+/gu, ' ')
}

function plural(noun: string): string {
  if (noun === 'person') return 'people'
  if (noun === 'child') return 'children'
  if (/(?:police|aircraft|personnel|aid)$/.test(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** "to Russia", "in Ukraine": the first country or place of the goals, with the preposition of the text or, lacking one, of the act. */
function goalPhrase(p: Proposition): string {
  const goal = p.goals.find((key) => /^[A-Z]{2}$/.test(key))
  const place = p.goals.find((key) => key.startsWith('place:'))
  const usual = p.act !== null && TOWARDS.has(p.act) ? 'to' : 'in'
  if (place !== undefined && (goal === undefined || usual === 'in')) {
    const name = written(p, place.slice(6))
    return ` ${prepositionBefore(p, (at, end) => p.claim.view.report.text.slice(at, end).toLowerCase() === place.slice(6)) ?? usual} ${name}`
  }
  if (goal === undefined) return ''
  const at = (start: number): boolean =>
    p.claim.view.countries.some((country) => country.start === start && country.code === goal && country.form !== 'demonym')
  return ` ${prepositionBefore(p, at) ?? usual} ${countryName(goal)}`
}

const TOWARDS = new Set(['send', 'supply', 'sell'])

/** The preposition that stands right before a place in the content: "to the port of", "near". */
function prepositionBefore(p: Proposition, isPlace: (start: number, end: number) => boolean): string | null {
  const { view, claim } = p.claim
  for (const cell of claim.content) {
    for (const item of [...within(view.countries, cell.start, cell.end), ...within(view.places, cell.start, cell.end)]) {
      if (!isPlace(item.start, item.end)) continue
      const match = /\b(to|in|into|from|at|near|on|across|over|against|with)\s+(?:the\s+)?$/iu.exec(
        view.report.text.slice(Math.max(cell.start, item.start - 20), item.start),
      )
      if (match?.[1]) return match[1].toLowerCase()
    }
  }
  return null
}

/** A place as the text writes it, for a key in lower case. */
function written(p: Proposition, key: string): string {
  const toponym = p.claim.view.report.reading.places.find((place) => (place.place?.name ?? place.cell.text).toLowerCase() === key)
  if (toponym) return toponym.place?.name ?? toponym.cell.text
  return key.replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

/** What follows the counted phrase in its clause, when the figure stands first: "could potentially join the battle". */
function clauseAfter(p: Proposition, figure: Figure): string | null {
  const [cell, second] = p.claim.claim.content
  if (!cell || second || !figure.of) return null
  const before = p.claim.view.report.text.slice(cell.start, figure.cell.start).trim()
  if (before !== '' && !/^(?:that|the|some|about|as many as|up to)$/iu.test(before)) return null
  const head = headOf(p.claim, figure.of)
  if (!head) return null
  const rest = p.claim.view.report.text.slice(head.end, cell.end).replace(/\s+/gu, ' ').trim()
  const clause = rest.split(/[,;:.“”"]|\s(?:after|before|while|because|although|as|since|amid|following)\s/u)[0]?.trim() ?? ''
  if (
    clause === '' ||
    clause.length > 90 ||
    !/^(?:\p{Ll}+ly )?(?:have|has|had|are|is|were|was|could|may|might|would|will|can|must|should)\b/u.test(clause)
  )
    return null
  return clause.replace(/\b(?:already|currently|potentially|reportedly|allegedly|also|now|so far|possibly)\s/gu, '')
}

function factualName(pool: readonly Proposition[]): string | null {
  const best = fullest(pool)
  if (!best || best.act === null || best.event === null || !knownAct(best.act)) return null
  const participle = participleOf(best.act)
  const { event } = best
  if (participle === null || participle === '') return null
  const nominal = !event.patient || headOf(best.claim, event.patient) === null
  if (nominal) return null
  const [doer] = best.doers
  const theme = event.patient ? nounPhrase(best, event.patient.start, event.patient.end) : null
  if (theme === null || theme.length > 70) return null
  const where = best.goals.length > 0 && !coversGoals(best, theme) ? goalPhrase(best) : ''
  const many = isPlural(best)
  if (doer !== undefined && /^[A-Z]{2}$/.test(doer)) {
    const name = countryName(doer)
    const base = best.act.replace('_', ' ')
    if (best.frame === 'done') return `Did ${name} ${base} ${theme}${where}?`
    if (best.frame === 'ongoing') return `Is ${name} ${base.endsWith('e') ? base.slice(0, -1) : base}ing ${theme}${where}?`
    if (best.frame === 'planned') return `Will ${name} ${base} ${theme}${where}?`
    return `Could ${name} ${base} ${theme}${where}?`
  }
  if (doer !== undefined) return null
  const [one = '', more = ''] = BE[best.frame] ?? []
  const [aux = '', ...tail] = (many ? more : one).split(' ')
  return `${aux} ${theme} ${[...tail, participle].join(' ')}${where}?`
}

function coversGoals(p: Proposition, phrase: string): boolean {
  return p.goals.some((key) =>
    phrase.toLowerCase().includes(key.startsWith('place:') ? key.slice(6) : countryName(key).replace(/^the /, '').toLowerCase()),
  )
}

function isPlural(p: Proposition): boolean {
  const head = p.event?.patient ? headOf(p.claim, p.event.patient) : null
  return (
    head !== null &&
    (head.lower.endsWith('s') || /^(?:people|police|personnel|aircraft|children|men|women)$/.test(head.lower)) &&
    !head.lower.endsWith('ss')
  )
}

/** A noun phrase up to its head, without leading number and article of the number. */
function nounPhrase(p: Proposition, start: number, end: number): string | null {
  const head = headOf(p.claim, { start, end, text: '' })
  const words = wordsWithin(p.claim.view, start, end).filter(
    (word) => !p.claim.view.report.reading.figures.some((f) => f.cell.start <= word.start && word.end <= f.cell.end),
  )
  const [first] = words
  if (!first || !head) return null
  return p.claim.view.report.text.slice(first.start, head.end).replace(/\s+/gu, ' ')
}

/** The shortest content that says enough, as a statement. */
function plainName(pool: readonly Proposition[]): string {
  const texts = pool.map(shortText).filter((text) => text.length > 0)
  const good = texts.filter((text) => text.length >= 20)
  const [best = ''] = (good.length > 0 ? good : texts).sort((a, b) => a.length - b.length || byCode(a, b))
  return best
}

function shortText(p: Proposition): string {
  const text = textOf(p)
    .replace(/^(?:that|“|"|‘)\s*/iu, '')
    .replace(/^[“"‘]+|[”"’.,;:]+$/gu, '')
    .trim()
  if (text.length <= 140) return text
  const cut = text.slice(0, 140)
  const stop = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '))
  return `${(stop > 60 ? cut.slice(0, stop) : cut.slice(0, cut.lastIndexOf(' '))).trim()} …`
}

/** The one that states most, in canonical order among equals. */
function fullest(pool: readonly Proposition[]): Proposition | null {
  let best: Proposition | null = null
  let score = -1
  for (const p of pool) {
    const value =
      p.owners.length * 2 +
      p.goals.length +
      p.doers.length +
      (p.figures[0]?.of ? 2 : 0) +
      (p.theme !== null ? 2 : 0) -
      (p.goals.length > 2 ? 2 : 0)
    if (value > score) {
      best = p
      score = value
    }
  }
  return best
}

function tidy(name: string): string {
  const text = name.replace(/\s+/gu, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
