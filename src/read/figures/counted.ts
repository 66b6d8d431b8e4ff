import { type Cell, cellAt, type Token } from '../../model/index.ts'
import { CHANGES } from './quantity.ts'

/** What a figure counts: the noun phrase and the lemma of its head. */
export interface Counted {
  readonly cell: Cell
  readonly head: string
}

const FATES =
  /^(?:killed|injured|wounded|dead|missing|hurt|arrested|detained|displaced|evacuated|hospitali[sz]ed|rescued|captured|infected|homeless|trapped|unaccounted|abducted|kidnapped|executed|imprisoned|deported|sickened|stranded|died|perished|drowned|voted|abstained|fled)$/
const FATE_VERBS =
  /^(?:kill|killing|killed|injure|injuring|injured|wound|wounding|wounded|displace|displacing|displaced|arrest|arresting|arrested|detain|detaining|detained|hospitali[sz]ing|claiming|leaving|left)$/
const AUXILIARIES =
  /^(?:was|were|is|are|be|been|being|have|has|had|remain|remains|remained|also|already|still|now|reportedly|confirmed|later|then|so|far|feared|reported|believed|presumed|left|others)$/
const LINKS = new Set(['-', '–', "'s", '’s', "'", '’', '/'])
const NOT_NOUN =
  /^(?:percent|per|cent|times|more|less|fewer|other|others|such|ago|later|own|left|wide|tall|long|high|deep|thick|am|pm|a\.m\.|p\.m\.)$/
/** Past forms that taggers take for nouns: "60 boats sank", "a 90-strong choir sang". */
const NEVER_NOUN =
  /^(?:sank|fell|grew|ran|went|came|fled|flew|froze|broke|met|lost|won|sat|stood|died|struck|swam|sang|drank|shrank|tore|wore|woke)$/
/** Others that may be nouns, but hardly behind a plural. */
const PASTS = /^(?:rose|burnt|burst|shut|quit|split|spread|hit|left|voted)$/
const BARE = /^(?:more|others|other|additional|further|new|extra)$/
const TOTALS = /^(?:number|toll|total|tally|count|death|figure|amount|strength|size)s?$/

/** "27-member", "1,500-strong": what is counted stands inside the compound, or after it for "strong". */
const COMPOUND = /^[-‑–](strong|member|man|person|seat|nation|country|bed|vehicle|truck|ship|room|passenger)/

/** Subjects that only name what the figure is. */
const NO_MEASURED = /^(?:number|toll|total|tally|count|death|figure|amount|strength|size|ratio|odds|score|result|vote)s?$/
const COPULAS = /^(?:be|remain|reach|hit|total|stand|average|exceed|top|surpass|near|approach|amount|number|come)$/

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Finds what is counted by a figure that ends at `end`: the noun phrase after it ("1,500 North Korean troops", "dozens of the
 * prisoners", "12,000 more soldiers"), a fate that stands for the people ("12 were killed", "34 dead", "killing 12"), or the
 * noun whose number it states ("the number of refugees rose to 12,000").
 */
export function findCounted(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
  sentence: { readonly firstToken: number; readonly endToken: number },
): Counted | null {
  let from = tokenAt(tokens, end)
  if (from < tokens.length && tokens[from]!.start < end) from += 1
  const at = tokenAt(tokens, start)
  return (
    after(text, tokens, end, from, sentence.endToken) ??
    before(text, tokens, at, sentence.firstToken) ??
    held(text, tokens, at, sentence.firstToken) ??
    subject(text, tokens, at, sentence)
  )
}

/** "a crowd of 3,000", "inflation of 3.4 per cent": the noun that the figure gives the size of. */
function held(text: string, tokens: readonly Token[], at: number, limit: number): Counted | null {
  if (at - 2 < limit || word(text, tokens[at - 1]!) !== 'of') return null
  const head = tokens[at - 2]!
  if (head.upos !== 'NOUN' || TOTALS.test(head.lemma) || /^(?:average|maximum|minimum|estimate|range|rate)s?$/.test(head.lemma))
    return null
  let first = at - 2
  while (first - 1 >= limit && at - first < 6 && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[first - 1]!.upos)) first -= 1
  return { cell: cellAt(text, tokens[first]!.start, head.end), head: lemmaOf(text, head) }
}

/** "Ticket sales doubled to 48,000", "the population is 40,000": the subject of the verb of change or being that the figure completes. */
function subject(
  text: string,
  tokens: readonly Token[],
  at: number,
  { firstToken, endToken }: { readonly firstToken: number; readonly endToken: number },
): Counted | null {
  let verb = tokens[at]?.upos === 'VERB' || tokens[at]?.deprel === 'root' ? at : (tokens[at]?.head ?? -1)
  for (let steps = 0; steps < 3 && verb >= firstToken && verb < endToken; steps++) {
    if (tokens[verb]!.upos === 'VERB' || tokens[verb]!.upos === 'AUX') break
    if (tokens[verb]!.deprel === 'root') break
    verb = tokens[verb]!.head ?? -1
  }
  if (verb < firstToken || verb >= endToken) return null
  const surface = word(text, tokens[verb]!).toLowerCase()
  let bound = CHANGES.test(surface) || COPULAS.test(tokens[verb]!.lemma)
  let subjectAt = -1
  for (let i = firstToken; i < Math.min(at, endToken) && at - firstToken < 40; i++) {
    if (tokens[i]!.head !== verb) continue
    if (/^nsubj/.test(tokens[i]!.deprel ?? '')) subjectAt = i
    if (tokens[i]!.deprel === 'cop') bound = true
  }
  if (subjectAt < 0) {
    subjectAt = verb - 1
    while (
      subjectAt > firstToken &&
      /^(?:more|than|nearly|almost|about|roughly|has|have|had|also|since)$/.test(word(text, tokens[subjectAt]!))
    )
      subjectAt -= 1
  }
  if (!bound || subjectAt < firstToken || tokens[subjectAt]!.upos !== 'NOUN' || NO_MEASURED.test(tokens[subjectAt]!.lemma))
    return null
  let first = subjectAt
  while (
    first - 1 >= firstToken &&
    subjectAt - first < 6 &&
    /^(?:ADJ|NOUN|PROPN)$/.test(tokens[first - 1]!.upos) &&
    tokens[first - 1]!.end + 1 >= tokens[first]!.start
  )
    first -= 1
  return { cell: cellAt(text, tokens[first]!.start, tokens[subjectAt]!.end), head: lemmaOf(text, tokens[subjectAt]!) }
}

function word(text: string, token: Token): string {
  return text.slice(token.start, token.end)
}

function after(text: string, tokens: readonly Token[], end: number, from: number, limit: number): Counted | null {
  let i = from
  if (
    i < limit &&
    /^(?:or|and)$/.test(word(text, tokens[i]!)) &&
    i + 1 < limit &&
    /^(?:so|more|less|fewer)$/.test(word(text, tokens[i + 1]!))
  )
    i += 2
  const compound = COMPOUND.exec(text.slice(end, end + 16))
  if (compound && compound[1] !== 'strong') {
    const start = end + compound[0].length - compound[1]!.length
    return { cell: cellAt(text, start, start + compound[1]!.length), head: compound[1]!.replace('man', 'person') }
  }
  if (compound) while (i < limit && tokens[i]!.start < end + compound[0].length) i += 1
  const direct = nounPhrase(text, tokens, i, limit)
  // "4% year on year", "up 3 per cent month on month": against what, not of what
  if (
    direct &&
    /^(?:year|month|quarter|week|day)$/.test(direct.head) &&
    /^ (?:on|over)\b/.test(text.slice(direct.cell.end, direct.cell.end + 6))
  )
    return null
  if (direct) return direct
  if (i < limit && word(text, tokens[i]!) === 'of') {
    i += 1
    const them = i < limit ? word(text, tokens[i]!) : ''
    if (/^(?:them|whom|these|those|us|which)$/.test(them))
      return { cell: cellAt(text, tokens[i]!.start, tokens[i]!.end), head: them }
    while (
      i < limit &&
      (tokens[i]!.upos === 'DET' || tokens[i]!.upos === 'PRON' || (tokens[i]!.upos === 'NUM' && tokens[i - 1]!.upos === 'DET'))
    )
      i += 1
    const partitive = nounPhrase(text, tokens, i, limit)
    if (partitive) return partitive
  }
  let j = from
  while (j < limit && j - from < 6 && (AUXILIARIES.test(word(text, tokens[j]!)) || BARE.test(word(text, tokens[j]!)))) j += 1
  if (j < limit && FATES.test(word(text, tokens[j]!)))
    return { cell: cellAt(text, tokens[j]!.start, tokens[j]!.end), head: word(text, tokens[j]!).toLowerCase() }
  return null
}

/** Adjectives and nouns up to the last noun: the head. */
function nounPhrase(text: string, tokens: readonly Token[], from: number, limit: number): Counted | null {
  let i = from
  while (i < limit && BARE.test(word(text, tokens[i]!).toLowerCase()) && !/^(?:others)$/.test(word(text, tokens[i]!))) i += 1
  if (i < limit && word(text, tokens[i]!) === 'than') return null
  const start = i
  let head = -1
  while (i < limit && i - start < 12) {
    const token = tokens[i]!
    const surface = word(text, token)
    const next = i + 1 < limit ? tokens[i + 1]! : null
    if (head >= 0 && token.upos === 'NUM' && tokens[i - 1]!.upos === 'NOUN' && !joined(text, tokens, i)) break
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      if (NOT_NOUN.test(surface.toLowerCase())) break
      if (head >= 0 && (NEVER_NOUN.test(surface) || (PASTS.test(surface) && isPlural(text, tokens[head]!)))) break
      if (
        head >= 0 &&
        token.upos === 'PROPN' &&
        tokens[head]!.upos === 'NOUN' &&
        tokens[head]!.lemma !== surface.toLowerCase() &&
        isPlural(text, tokens[head]!)
      )
        break
      head = i
    } else if (token.upos === 'NUM' && (i > start || joined(text, tokens, i))) {
      if (head >= 0 && !joined(text, tokens, i)) break
    } else if (token.upos === 'ADJ' && !(i > start && LINKS.has(word(text, tokens[i - 1]!)))) {
      if (head >= 0 && isPlural(text, tokens[head]!)) break
      if (FATES.test(surface) && !(next && (next.upos === 'NOUN' || next.upos === 'PROPN' || next.upos === 'ADJ'))) break
    } else if (
      i > start &&
      LINKS.has(word(text, tokens[i - 1]!)) &&
      /^(?:VERB|ADJ|ADV)$/.test(token.upos) &&
      next &&
      /^(?:ADJ|NOUN|PROPN|VERB)$/.test(next.upos)
    ) {
      // the second half of "Turkish-backed", "war-torn"
    } else if (
      token.upos === 'VERB' &&
      next?.upos === 'NOUN' &&
      /(?:ed|ing|en)$/.test(surface) &&
      (head < 0 || surface === surface.toLowerCase())
    ) {
      if (head >= 0) break
    } else if (
      token.upos === 'ADV' &&
      head < 0 &&
      next &&
      (next.upos === 'ADJ' || next.upos === 'VERB') &&
      surface.endsWith('ly')
    ) {
      // "newly recruited soldiers"
    } else if (LINKS.has(surface) && i > start) {
      // inner hyphens and possessives
    } else if ((token.upos === 'CCONJ' || surface === ',') && head >= 0 && next && coordinates(text, tokens, i, head, limit)) {
      // "122-mm and 152-mm shells"
    } else break
    i += 1
  }
  if (head < 0) return null
  let first = start
  while (first < head && LINKS.has(word(text, tokens[first]!))) first += 1
  const token = tokens[head]!
  return { cell: cellAt(text, tokens[first]!.start, token.end), head: lemmaOf(text, token) }
}

function isPlural(text: string, token: Token): boolean {
  const surface = word(text, token).toLowerCase()
  return surface !== token.lemma || surface === 'people' || surface === 'troops'
}

/** A number that is part of a compound: "122-mm", "T-72". */
function joined(text: string, tokens: readonly Token[], i: number): boolean {
  const surface = word(text, tokens[i]!)
  if (/[-‑–][a-z]/i.test(surface)) return true
  const next = tokens[i + 1]
  const before = tokens[i - 1]
  return (
    (next !== undefined && next.start === tokens[i]!.end && LINKS.has(word(text, next))) ||
    (next !== undefined && /^(?:mm|cm|km|kg)$/.test(word(text, next))) ||
    (before !== undefined && before.end === tokens[i]!.start && LINKS.has(word(text, before)))
  )
}

function coordinates(text: string, tokens: readonly Token[], at: number, head: number, limit: number): boolean {
  const unit = word(text, tokens[head]!).toLowerCase()
  if (!/(?:mm|cm|calib(?:er|re)|inch)$/.test(unit)) return false
  const next = tokens[at + 1]
  return next !== undefined && at + 1 < limit && (next.upos === 'NUM' || /^\d/.test(word(text, next)))
}

function lemmaOf(text: string, token: Token): string {
  const lemma = (token.lemma || word(text, token)).toLowerCase()
  return lemma === 'troops' ? 'troop' : lemma
}

function before(text: string, tokens: readonly Token[], at: number, limit: number): Counted | null {
  const last = at - 1
  if (last < limit) return null
  const verb = word(text, tokens[last]!).toLowerCase()
  if (FATE_VERBS.test(verb)) {
    const fate = /^kill/.test(verb)
      ? 'killed'
      : /^injur/.test(verb)
        ? 'injured'
        : /^wound/.test(verb)
          ? 'wounded'
          : /^arrest/.test(verb)
            ? 'arrested'
            : /^d(?:etain|isplac)/.test(verb)
              ? `${verb.replace(/(?:ing|ed|e)$/, '')}ed`
              : null
    if (fate) return { cell: cellAt(text, tokens[last]!.start, tokens[last]!.end), head: fate }
  }
  for (let i = last; i >= limit && last - i < 12; i--) {
    if (!TOTALS.test(tokens[i]!.lemma) && !TOTALS.test(word(text, tokens[i]!).toLowerCase())) continue
    if (tokens[i]!.upos !== 'NOUN' && tokens[i]!.upos !== 'ADJ') continue
    let j = i + 1
    if (j < at && word(text, tokens[j]!) === 'of') {
      j += 1
      while (j < at && tokens[j]!.upos === 'DET') j += 1
      const counted = nounPhrase(text, tokens, j, at)
      if (counted) return counted
    }
    if (/^(?:toll|death|deaths)$/.test(word(text, tokens[i]!).toLowerCase())) {
      const start = i > limit && word(text, tokens[i - 1]!).toLowerCase() === 'death' ? i - 1 : i
      return {
        cell: cellAt(text, tokens[start]!.start, tokens[i]!.end),
        head: start < i || tokens[i]!.lemma.startsWith('death') ? 'death' : 'toll',
      }
    }
  }
  return null
}
