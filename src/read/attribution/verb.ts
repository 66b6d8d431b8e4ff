import type { Page, Range } from '../grammar/page.ts'
import { isVenue, phraseRight, type Subject, subjectBefore } from '../grammar/subjects.ts'
import { isTimeWord } from '../grammar/time-words.ts'
import type { VerbGroup } from '../grammar/verb-groups.ts'
import {
  BODY_NOUNS,
  COLLECTIVE_WORDS,
  DOCUMENT_NOUNS,
  IMAGE_NOUNS,
  OUTLET_NOUNS,
  PERSON_NOUNS,
  SPEECH_NOUNS,
} from '../lexicon/nouns.ts'
import { INVERTIBLE, VERB_FAMILIES, type VerbFamily } from '../lexicon/verbs.ts'
import { contentBefore, hasFiniteVerb, sentenceStop, skipBetween, trimEnd } from './content.ts'
import { type Draft, draft } from './draft.ts'
import { isSpeech } from './quoted.ts'

const CLAUSE_OPENERS = new Set(['that', 'whether', 'if', 'how', 'why', 'what', 'when', 'where', 'who', 'which'])
const QUOTE_MARK = /^["'`]/

interface Complement {
  readonly content: Range
  readonly cueEnd: number
  readonly family: VerbFamily
  readonly how: string
}

/** Attributions by verb: "X said that …", "…, said X", "X told Y …", "X condemned …", "…," X said. */
export function verbAttributions(page: Page): Draft[] {
  const out: Draft[] = []
  page.verbs.forEach((verb, index) => {
    const families = VERB_FAMILIES.get(verb.lemma)
    if (!families || verb.form === 'infinitive') return
    const found = readVerb(page, verb, index, families)
    if (found) out.push(found)
  })
  return out
}

function readVerb(page: Page, verb: VerbGroup, index: number, families: ReadonlySet<VerbFamily>): Draft | null {
  if (verb.passive || (verb.lemma === 'rule' && page.words[verb.end] === 'out')) return null
  const cue: Range = { first: verb.first, end: verb.end }
  if (verb.form === 'gerund') return readGerund(page, verb, index, families)
  const inverted = INVERTIBLE.has(verb.lemma) ? readInverted(page, verb) : null
  if (inverted)
    return draft({
      ...inverted,
      cue: [cue],
      cueKind: 'verb',
      rule: 'verb-inverted',
      family: 'say',
      lemma: verb.lemma,
      verb: index,
    })
  const subject = subjectBefore(page, verb)
  if (!subject || !canSpeak(page, subject)) return null
  // "I think", "we will not accept" inside a quotation: the speaker of the quotation, already known
  if (page.quotationOf[verb.head]! >= 0 && /^(?:i|we)$/.test(page.words[subject.first]!) && subject.end === subject.first + 1)
    return null
  const { source, relay } = splitRelay(page, subject)
  const base = {
    links: [] as Draft['links'],
    relay,
    source,
    cueKind: 'verb' as const,
    lemma: verb.lemma,
    verb: index,
    antecedent: subject.antecedent,
  }
  const inserted = insertedIn(page, verb, subject)
  if (inserted) return draft({ ...base, cue: [cue], content: inserted, rule: 'verb-inserted', family: 'say' })
  const after = complementAfter(page, verb, families)
  if (after && (after.family === 'show' || after.how === 'object') && !showsByItself(page, subject, verb.lemma, after.how))
    return null
  const before = INVERTIBLE.has(verb.lemma) && !subject.antecedent ? parenthetical(page, subject, verb, after !== null) : null
  if (before && after?.how !== 'that') {
    const content = [before.content, ...goesOn(page, verb.end, before.quoted)]
    return draft({ ...base, cue: [cue], content, rule: 'verb-after', family: 'say' })
  }
  if (!after) return null
  const cited = citedAfter(page, verb.end, sentenceStop(page, verb.head))
  if (cited) base.links.push({ source: cited.source, cue: cited.cue })
  if (isQuestion(page, verb, after.content)) return null
  return draft({
    ...base,
    cue: [{ first: cue.first, end: after.cueEnd }],
    content: [after.content],
    rule: `verb-${after.how}`,
    family: after.family,
  })
}

/** "…," said X, editor of Y. */
function readInverted(page: Page, verb: VerbGroup): Pick<Draft, 'source' | 'content'> | null {
  const before = page.words[verb.first - 1] ?? ''
  const quoted =
    verb.first > 0 && page.quotationOf[verb.first - 1]! >= 0 && page.quotationOf[verb.first - 1] !== page.quotationOf[verb.first]
  if (!quoted && before !== ',') return null
  if (page.paragraphOf[verb.first - 1] !== page.paragraphOf[verb.first]) return null
  if (page.phraseOf[verb.end] === undefined || page.phraseOf[verb.end]! < 0) return null
  if (verb.modal >= 0 || (verb.lemma === 'tell' && !quoted)) return null
  const stop = page.sentences[page.sentenceOf[verb.first]!]!.endToken
  const source = phraseRight(page, verb.end, stop, true)
  if (!source) return null
  const next = page.verbOf[source.end] ?? -1
  if (!quoted && next >= 0 && page.verbs[next]!.form === 'finite') return null
  const content = contentBefore(page, verb.first)
  if (!content || (!quoted && !hasFiniteVerb(page, content))) return null
  if (!quoted && subjectOfParticiple(page, verb)) return null
  return { source: [{ first: source.first, end: trimEnd(page, source.first, source.end) }], content: [content] }
}

/** ", announced Monday", ", announced the plan": the noun phrase behind is no speaker. */
function subjectOfParticiple(page: Page, verb: VerbGroup): boolean {
  const of = page.phraseOf[verb.end]!
  const phrase = page.phrases[of]!
  return isTimeWord(page.words[phrase.head]!)
}

/** The content stands before "X said", with a comma or a closing quotation mark between. */
function parenthetical(
  page: Page,
  subject: Subject,
  verb: VerbGroup,
  more: boolean,
): { content: Range; quoted: boolean; closed: boolean } | null {
  const before = subject.first - 1
  if (before < 0 || page.paragraphOf[before] !== page.paragraphOf[subject.first]) return null
  const quoted = page.quotationOf[before]! >= 0 && page.quotationOf[before] !== page.quotationOf[subject.first]
  if (quoted && !isSpeech(page, page.quotationOf[before]!)) return null
  // a closing mark whose opening one is missing still says that words were quoted
  const stray = !quoted && page.words[before] === '"' && /^[,?!]$/.test(page.words[before - 1] ?? '')
  if (!quoted && !stray && page.words[before] !== ',') return null
  const content = contentBefore(page, subject.first)
  if (!content) return null
  if (quoted) {
    // `"…," she said`: the comma, question or exclamation mark inside says that the cue follows
    const closed = /^[,?!]$/.test(page.words[before - 1] ?? '') && (hasFiniteVerb(page, content) || !more)
    if (more && !closed) return null
    return { content, quoted: true, closed }
  }
  if (!hasFiniteVerb(page, content) && !more && page.words[verb.end] === ',' && page.phraseOf[content.first]! >= 0) {
    // "The vote, the commission said, will be repeated": the verb of the content stands behind
    const stop = sentenceStop(page, verb.head)
    if (verb.end + 1 < stop && hasFiniteVerb(page, { first: verb.end + 1, end: stop }))
      return { content, quoted: false, closed: true }
  }
  if (
    !hasFiniteVerb(page, content) ||
    /^(?:as|if|when|while|although|though|because|after|before|since|but|and)$/.test(page.words[content.first]!)
  ) {
    if (more || !hasFiniteVerb(page, content)) return null
  }
  const joined = page.words[verb.end] === ','
  if (more && !joined) return null
  return { content, quoted: false, closed: joined }
}

/** `"…," she said, "but …"`; "The road, she said, was closed": what goes on behind the comma that closes the cue. */
function goesOn(page: Page, at: number, quoted: boolean): Range[] {
  const stop = sentenceStop(page, Math.min(at, page.tokens.length - 1))
  if (quoted) {
    // the quotation is taken up again in the same sentence, whatever stands between
    for (let k = at; k < stop; k++) {
      const of = page.quotationOf[k]!
      if (of < 0) continue
      if (page.words[k - 1] !== ',' && page.words[k - 2] !== ',') return []
      return isSpeech(page, of) ? [{ first: k, end: Math.max(stop, Math.min(page.quotations[of]!.end, page.tokens.length)) }] : []
    }
    return []
  }
  if (page.words[at] !== ',' || page.quotationOf[at]! >= 0) return []
  const next = at + 1
  if (next >= page.tokens.length || page.sentenceOf[next] !== page.sentenceOf[at]) return []
  const verb = page.verbOf[next]!
  if (verb >= 0 && page.verbs[verb]!.form === 'gerund') return []
  if (/^(?:who|which|according|citing|though|although|as|while|whose|but|and|so|not)$/.test(page.words[next]!)) return []
  return stop > next ? [{ first: next, end: stop }] : []
}

/** "the ministry, cited by the agency,": who passes it on stands apart from who said it. */
function splitRelay(page: Page, subject: Subject): { source: Range[]; relay: Draft['relay'] } {
  for (let k = subject.first; k + 1 < subject.end; k++) {
    if (!/^(?:cited|quoted)$/.test(page.words[k]!) || !/^(?:by|in)$/.test(page.words[k + 1]!)) continue
    const source = phraseRight(page, k + 2, subject.end, false)
    const end = page.words[k - 1] === ',' ? k - 1 : k
    if (source && end > subject.first)
      return { source: [{ first: subject.first, end }], relay: { source, cue: { first: k, end: k + 2 } } }
  }
  return { source: [{ first: subject.first, end: subject.end }], relay: null }
}

/** "Did the minister say that …?": a question attributes nothing. */
function isQuestion(page: Page, verb: VerbGroup, content: Range): boolean {
  const sentence = page.sentences[page.sentenceOf[verb.head]!]!
  if (page.words[sentence.endToken - 1] !== '?' || page.quotationOf[verb.head]! >= 0) return false
  return page.quotationOf[content.first]! < 0
}

function canSpeak(page: Page, subject: Subject): boolean {
  if (subject.end <= subject.first) return false
  const of = page.phraseOf[subject.first]!
  // "An official who …", where the tagger took the noun for an adjective
  if (of < 0)
    return subject.antecedent !== null || /^(?:who|which|that)$/.test(page.words[subject.first]!) || holdsWho(page, subject)
  const head = page.words[page.phrases[of]!.head]!
  const token = page.tokens[page.phrases[of]!.head]!
  // "extended birthday wishes": one bare noun in the singular that is no speaker's is no subject but a mistake of the parse
  if (
    subject.end === subject.first + 1 &&
    token.upos === 'NOUN' &&
    token.lemma === head &&
    /^\p{Ll}/u.test(page.text[token.start]!) &&
    !isSpeaking(head)
  )
    return false
  return (
    !/^(?:it|there|what|this|these|those|nobody|nothing|none)$/.test(head) || (head === 'it' && subject.end === subject.first + 1)
  )
}

function holdsWho(page: Page, { first, end }: Subject): boolean {
  for (let i = first; i < end; i++) if (page.words[i] === 'who') return true
  return false
}

/** "images that it said showed a ship": the speaker and the cue stand between a relative pronoun and its verb. */
function insertedIn(page: Page, verb: VerbGroup, subject: Subject): Range[] | null {
  const next = page.verbOf[verb.end] ?? -1
  const pronoun = subject.first - 1
  if (next < 0 || page.verbs[next]!.form !== 'finite' || !/^(?:that|which|who)$/.test(page.words[pronoun] ?? '')) return null
  const of = page.phraseOf[page.words[pronoun - 1] === ',' ? pronoun - 2 : pronoun - 1] ?? -1
  if (of < 0 || !INVERTIBLE.has(verb.lemma)) return null
  const stop = sentenceStop(page, verb.head)
  return [
    { first: page.phrases[of]!.first, end: page.phrases[of]!.end },
    { first: verb.end, end: stop },
  ]
}

/** "This sentiment underscores …" attributes to nobody: with verbs of showing the subject must be a speaker, a document or an image. */
function showsByItself(page: Page, subject: Subject, lemma: string, how: string): boolean {
  const { first } = subject.antecedent ?? subject
  const of = page.phraseOf[first]!
  if (of < 0) return true
  const { head, pronoun } = page.phrases[of]!
  // "patients showing symptoms": with a plain object only papers and pictures show
  if (how === 'object' && /^(?:show|demonstrate|indicate|detail|illustrate)$/.test(lemma)) {
    const noun = page.tokens[head]!.lemma
    return DOCUMENT_NOUNS.has(noun) || IMAGE_NOUNS.has(noun)
  }
  return pronoun || page.tokens[head]!.upos === 'PROPN' || isSpeaking(page.tokens[head]!.lemma)
}

/** "reported, citing two officials, that": where the sentence goes on behind whom it cites. */
function behindCiting(page: Page, at: number, stop: number): number {
  const cited = citedAfter(page, at, stop)
  return cited && page.words[cited.source.end] === ',' ? cited.source.end + 1 : at
}

/** Whom a verb's subject cites between commas right behind the verb. */
function citedAfter(page: Page, at: number, stop: number): { cue: Range; source: Range } | null {
  if (page.words[at] !== ',' || !/^(?:citing|quoting)$/.test(page.words[at + 1] ?? '')) return null
  const source = phraseRight(page, at + 2, stop, false)
  return source ? { cue: { first: at + 1, end: at + 2 }, source } : null
}

/** What a verb says, when it stands behind the verb. */
function complementAfter(page: Page, verb: VerbGroup, families: ReadonlySet<VerbFamily>): Complement | null {
  const stop = sentenceStop(page, verb.head)
  let i = verb.end
  if (i >= page.tokens.length) return null
  const clausal = families.has('say') || families.has('tell') || families.has('think') || families.has('show')
  const family: VerbFamily = families.has('say')
    ? 'say'
    : families.has('think')
      ? 'think'
      : families.has('show')
        ? 'show'
        : 'tell'
  const make = (first: number, how: string, as: VerbFamily = family, cueEnd = verb.end, end = stop): Complement | null =>
    end > first ? { content: { first, end: trimEnd(page, first, end) }, cueEnd, family: as, how } : null

  const later = skipBetween(page, i, stop)
  if (page.words[later] === 'to' && page.verbOf[later]! >= 0 && later < stop) {
    if (families.has('intend')) return make(later, 'intend', 'intend')
    if (verb.lemma === 'say') return make(later, 'infinitive')
  }
  // A listener: "told the council", "warned residents"
  let listener = false
  if ((families.has('tell') || families.has('direct')) && page.phraseOf[i]! >= 0) {
    const after = phraseRight(page, i, stop, false)
    if (after) {
      const k = skipBetween(page, after.end, stop)
      const word = page.words[k] ?? ''
      if (
        k < stop &&
        (CLAUSE_OPENERS.has(word) ||
          (opensQuotation(page, k) && families.has('tell')) ||
          (/^[:,]$/.test(word) && opensQuotation(page, k + 1)))
      ) {
        i = k
        listener = true
      } else if (families.has('direct') && page.words[after.end] === 'not' && page.words[after.end + 1] === 'to') {
        return make(i, 'direct', 'direct')
      } else if (
        families.has('direct') &&
        page.verbOf[after.end]! >= 0 &&
        page.verbs[page.verbOf[after.end]!]!.form === 'infinitive' &&
        after.end < stop
      ) {
        return make(i, 'direct', 'direct')
      } else if (
        /^(?:warn|tell|inform|remind|notify|caution|advise)$/.test(verb.lemma) &&
        k < stop &&
        /^(?:against|of|about)$/.test(word)
      ) {
        return { content: { first: i, end: clauseEnd(page, k, stop) }, cueEnd: verb.end, family: 'topic', how: 'topic' }
      } else if (verb.lemma === 'tell' && k < stop && isClause(page, k, stop)) {
        i = k
        listener = true
      }
    }
  }
  if (page.words[i] === 'to' && page.phraseOf[i + 1]! >= 0 && clausal) {
    const to = phraseRight(page, i + 1, stop, false)
    if (to && (page.words[to.end] === 'that' || page.words[to.end] === ':')) i = to.end
  }
  i = skipBetween(page, i, stop)
  i = behindCiting(page, i, stop)
  if (page.words[i] === ',' && /^(?:however|though|too|meanwhile)$/.test(page.words[i + 1] ?? '')) i = Math.min(i + 3, stop)
  if (i >= page.tokens.length) return null
  const word = page.words[i] ?? ''
  if ((word === ':' || word === ',') && opensQuotation(page, i + 1) && clausal)
    return quoted(page, i + 1, family, word === ':' ? i + 1 : verb.end)
  if (word === ':' && clausal && i + 1 < page.tokens.length) {
    const next = i + 1
    if (page.sentenceOf[next] === page.sentenceOf[verb.head]) return make(next, 'colon', family, i + 1)
    if (opensQuotation(page, next)) return quoted(page, next, family, i + 1)
    return null
  }
  if (i >= stop) {
    // `X said. "…"` never; `X continued:` handled above
    return null
  }
  if (opensQuotation(page, i) && clausal) return quoted(page, i, family, verb.end)
  if (word === 'that' && clausal && !isDemonstrative(page, i)) return make(i, 'that')
  if (CLAUSE_OPENERS.has(word) && word !== 'that' && (clausal || families.has('topic') || families.has('judge')))
    return make(i, 'wh')
  if (verb.lemma === 'agree' && word === 'with') return null
  if (clausal && (listener || takesBareClause(verb.lemma)) && isClause(page, i, stop, !LOOSE.has(verb.lemma)))
    return make(i, 'clause')
  return objectAfter(page, verb, families, i, stop)
}

/** "condemned the raid", "called for talks", "announced a ban": a thing said or judged. */
function objectAfter(
  page: Page,
  verb: VerbGroup,
  families: ReadonlySet<VerbFamily>,
  at: number,
  stop: number,
): Complement | null {
  const i = verb.end
  const word = page.words[i] ?? ''
  if (families.has('topic') || families.has('judge')) {
    if (families.has('topic') && takesTopic(verb.lemma, word)) {
      let k = i
      while (k < stop && page.tokens[k]!.upos === 'ADP') k += 1
      if (
        k < stop &&
        (page.phraseOf[k]! >= 0 || CLAUSE_OPENERS.has(page.words[k]!)) &&
        !(word === 'to' && verb.lemma !== 'refer')
      ) {
        return { content: { first: k, end: clauseEnd(page, k, stop) }, cueEnd: k, family: 'topic', how: 'topic' }
      }
    }
  }
  if (families.has('judge') && at < stop && (page.phraseOf[at]! >= 0 || opensQuotation(page, at))) {
    if (NAMING.has(verb.lemma) && !isNamed(page, at, stop)) return null
    return { content: { first: at, end: clauseEnd(page, at, stop) }, cueEnd: verb.end, family: 'judge', how: 'object' }
  }
  if (OBJECT_SAY.has(verb.lemma) && at < stop && page.phraseOf[at]! >= 0) {
    return {
      content: { first: at, end: clauseEnd(page, at, stop) },
      cueEnd: verb.end,
      family: families.has('show') && !families.has('say') ? 'show' : 'say',
      how: 'object',
    }
  }
  return null
}

/** "called for", "spoke about", "commented on", "referred to". */
function takesTopic(lemma: string, preposition: string): boolean {
  if (preposition === 'for' || preposition === 'on') {
    return preposition === 'for'
      ? /^(?:call|ask|advocate|plead|argue)$/.test(lemma)
      : /^(?:comment|elaborate|call|speak|insist)$/.test(lemma)
  }
  if (preposition === 'to') return lemma === 'refer'
  return /^(?:about|against|of|out)$/.test(preposition)
}

/** Verbs that judge only when a second complement follows: "called it a disgrace", not "called the mayor". */
const NAMING = new Set([
  'call',
  'label',
  'brand',
  'dub',
  'term',
  'term',
  'describe',
  'portray',
  'characterise',
  'characterize',
  'compare',
  'liken',
  'credit',
  'back',
  'attack',
])

function isNamed(page: Page, at: number, stop: number): boolean {
  if (page.phraseOf[at]! < 0) return true
  const { end } = page.phrases[page.phraseOf[at]!]!
  for (let k = end; k < Math.min(stop, end + 8); k++) {
    if (page.words[k] === 'as' || page.words[k] === 'to' || page.words[k] === 'with') return true
    if (opensQuotation(page, k) || page.tokens[k]!.upos === 'ADJ' || page.tokens[k]!.upos === 'DET' || page.words[k] === 'for')
      return true
    if (/^(?:on|from|at|,)$/.test(page.words[k]!)) return false
  }
  return false
}

/** Verbs whose noun object is what was said. */
const OBJECT_SAY = new Set(
  `announce report predict deny acknowledge confirm propose recommend cite mention allege reveal emphasise emphasize stress highlight underscore
  show indicate suggest demonstrate forecast estimate admit disclose detail express reiterate declare anticipate fear`.split(
    /\s+/,
  ),
)

/** Verbs that take a clause without "that" often enough to read one. */
const BARE = new Set(
  `say think believe claim hope feel know fear suspect expect insist argue note add announce warn admit acknowledge confirm swear guess suppose
  predict suggest find learn report deny show allege maintain assert estimate declare conclude reveal indicate stress promise vow wish
  understand reckon contend joke quip tweet write reply testify recall explain concede point figure assume agree decide state determine`.split(
    /\s+/,
  ),
)

/** Verbs after which a clause is so usual that its verb is looked for at any distance. */
const LOOSE = new Set(
  'say tell claim argue insist add warn believe think note announce contend maintain assert allege'.split(' '),
)

function takesBareClause(lemma: string): boolean {
  return BARE.has(lemma)
}

/** A clause begins at `at`: a noun phrase, then a finite verb before the next comma or the end. */
function isClause(page: Page, at: number, stop: number, strict = false): boolean {
  if (at >= stop) return false
  if (page.words[at] === 'there') return true
  let k = at
  const fronted =
    /^(?:in|on|at|under|after|before|during|with|by|until|despite|if|when|while|although|because|as|nearly|about|over|more|at|around|almost|even|only|not)$/
  if (page.phraseOf[at]! < 0 && !fronted.test(page.words[at]!) && page.tokens[at]!.upos !== 'DET') {
    if (!(page.verbOf[at]! >= 0 && page.verbs[page.verbOf[at]!]!.form === 'gerund')) return false
  }
  const plain = page.phraseOf[at]! >= 0 && !fronted.test(page.words[at]!)
  if (plain && strict) {
    const subject = phraseRight(page, at, stop, false)
    let next = subject ? subject.end : at
    while (next < stop && page.tokens[next]!.upos === 'ADV') next += 1
    const verb = next < stop ? page.verbOf[next]! : -1
    return verb >= 0 && page.verbs[verb]!.form === 'finite'
  }
  for (; k < stop && k < at + 45; k++) {
    const of = page.verbOf[k]!
    if (of < 0) continue
    const verb = page.verbs[of]!
    if (verb.form !== 'finite') continue
    const before = page.words[verb.first - 1] ?? ''
    if (/^(?:who|which|that|where|when)$/.test(before) || /^(?:what|how)$/.test(before)) continue
    if (
      verb.first === verb.head &&
      /(?:ed|en)$/.test(page.words[verb.head]!) &&
      /^(?:by|in|at|on|with|from|to|as|for)$/.test(page.words[verb.end] ?? '') &&
      k - at < 6 &&
      !page.phrases[page.phraseOf[k - 1]!]?.pronoun
    ) {
      // "the plan proposed by X …" could be a reduced relative: only another verb makes it a clause
      continue
    }
    return true
  }
  return false
}

function isDemonstrative(page: Page, i: number): boolean {
  const next = page.tokens[i + 1]
  if (!next) return true
  if (/^[.,;)]$/.test(page.words[i + 1]!)) return true
  return false
}

function opensQuotation(page: Page, i: number): boolean {
  const of = page.quotationOf[i] ?? -1
  return of >= 0 && page.quotations[of]!.first === i && QUOTE_MARK.test(page.words[i]!)
}

function quoted(page: Page, at: number, family: VerbFamily, cueEnd: number): Complement {
  const quotation = page.quotations[page.quotationOf[at]!]!
  const stop = sentenceStop(page, at)
  const end =
    quotation.end >= stop || isSpeech(page, page.quotationOf[at]!) ? Math.max(quotation.end, Math.min(stop, quotation.end)) : stop
  const tail = quotation.end < stop && page.words[quotation.end] !== ',' ? stop : end
  return { content: { first: at, end: Math.max(tail, quotation.end) }, cueEnd, family, how: 'quote' }
}

/** A noun phrase that a finite verb follows. */
function isSubjectAhead(page: Page, at: number): boolean {
  const of = page.phraseOf[at] ?? -1
  if (of < 0) return false
  const verb = page.verbOf[page.phrases[of]!.end] ?? -1
  return verb >= 0 && page.verbs[verb]!.form === 'finite'
}

/** End of an object: the end of its clause, before a coordinated verb or a comma with a new clause. */
function clauseEnd(page: Page, at: number, stop: number): number {
  for (let k = at + 1; k < stop; k++) {
    if (page.quotationOf[k]! >= 0 && page.quotationOf[k] !== page.quotationOf[at]) continue
    const word = page.words[k]!
    if (word === ';' || /^(?:—|–|--)$/.test(word)) return k
    if (word === ',') return k
    if ((word === 'and' || word === 'but') && page.verbOf[k + 1]! >= 0 && page.verbs[page.verbOf[k + 1]!]!.form === 'finite')
      return k
    if (/^(?:while|although|though|but|after|because|since|when|until)$/.test(word) && k > at + 1 && page.phraseOf[k]! < 0)
      return k
    if (word === 'as' && page.tokens[k]!.upos === 'SCONJ' && isSubjectAhead(page, k + 1)) return k
    if (isVenue(page, k)) return k
  }
  return stop
}

/** "…, saying that …", "a report showing that …", ", citing two officials". */
function readGerund(page: Page, verb: VerbGroup, index: number, families: ReadonlySet<VerbFamily>): Draft | null {
  const before = page.words[verb.first - 1] ?? ''
  if (page.words[verb.end] === 'by' || /^(?:citing|quoting)$/.test(page.words[verb.head]!)) return null
  const after = complementAfter(page, verb, families)
  if (!after || !/^(?:say|show|tell|judge|topic)$/.test(after.family)) return null
  const cue: Range[] = [{ first: verb.first, end: after.cueEnd }]
  const common = {
    cue,
    content: [after.content],
    cueKind: 'verb' as const,
    rule: `gerund-${after.how}`,
    family: after.family,
    lemma: verb.lemma,
    verb: index,
  }
  const phrase = verb.first > 0 ? page.phraseOf[verb.first - 1]! : -1
  if (phrase >= 0 && before !== ',') {
    if (after.family !== 'say' && after.family !== 'show' && after.family !== 'tell') return null
    const { first, end, head, pronoun } = page.phrases[phrase]!
    const lemma = page.tokens[head]!.lemma
    if (!showsByItself(page, { first, end, antecedent: null }, verb.lemma, after.how)) return null
    if (pronoun || isTimeWord(lemma) || !(page.tokens[head]!.upos === 'PROPN' || isSpeaking(lemma))) return null
    return draft({ ...common, source: [{ first, end }] })
  }
  if (page.words[verb.first - 1] !== ',' && !opensAdverbial(page, verb.first - 1)) return null
  const main = mainVerbBefore(page, verb)
  if (!main) return null
  const subject = subjectBefore(page, main)
  if (subject && page.words[subject.first] === 'it') return null
  if (!subject || !canSpeak(page, subject)) {
    return null
  }
  return draft({ ...common, source: [{ first: subject.first, end: subject.end }], antecedent: subject.antecedent })
}

function isSpeaking(lemma: string): boolean {
  return [PERSON_NOUNS, BODY_NOUNS, DOCUMENT_NOUNS, IMAGE_NOUNS, OUTLET_NOUNS, SPEECH_NOUNS, COLLECTIVE_WORDS].some((nouns) =>
    nouns.has(lemma),
  )
}

/** "after saying that", "by accusing": the main clause's subject is the speaker. */
function opensAdverbial(page: Page, at: number): boolean {
  return at >= 0 && /^(?:after|by|while|before|in|and|when|without)$/.test(page.words[at]!)
}

function mainVerbBefore(page: Page, verb: VerbGroup): VerbGroup | null {
  const floor = page.sentences[page.sentenceOf[verb.first]!]!.firstToken
  let found: VerbGroup | null = null
  for (let k = verb.first - 1; k >= floor; k--) {
    const of = page.verbOf[k]!
    if (of < 0) continue
    const group = page.verbs[of]!
    k = group.first
    if (group.form !== 'finite' || page.quotationOf[group.head] !== page.quotationOf[verb.head]) continue
    if (/^(?:who|which|that)$/.test(page.words[group.first - 1] ?? '') && found === null) {
      found = group
      continue
    }
    found = group
    if (VERB_FAMILIES.has(group.lemma)) return group
    return group
  }
  return found
}
