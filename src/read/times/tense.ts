import type { Token } from '../../model/index.ts'

const AHEAD = /^(?:will|'ll|shall|would|could|may|might|should|must|wo)$/
const PLANNED =
  /^(?:scheduled|due|set|expected|planned|slated|going|plans|plan|planning|expects|expect|upcoming|intends|hopes|aims|ahead|deadline|until|poised|preparing|prepare)$/
const SAYING =
  /^(?:say|tell|report|announce|state|add|claim|warn|confirm|deny|reject|declare|write|tweet|speak|note|insist|accuse)$/

/** Verbs that news puts in the present for what is on the calendar: "talks resume Monday", "the law takes effect on 1 May". */
const SCHEDULED =
  /^(?:resume|begin|start|open|end|expire|take|meet|convene|depart|air|kick|sail|return|arrive|dock|close|vote|go|travel|host|hold|launch|play|face|elect|visit|reopen|conclude|hear|gather|embark|reconvene)$/

/**
 * Which way the clause around a time expression looks: 1 for what is to come ("will meet on Friday", "due on Friday"),
 * -1 for what was ("said on Friday that it will …"), 0 when no verb says. With a parse the governing verb decides, else the
 * nearest verb before the expression in its sentence, else the first one after.
 */
export function tenseAround(text: string, tokens: readonly Token[], at: number, first: number, end: number): -1 | 0 | 1 {
  const before = at - 1 > first && /^on$/i.test(text.slice(tokens[at - 1]!.start, tokens[at - 1]!.end)) ? at - 2 : at - 1
  // Taggers take these for nouns: "talks resume Monday"
  if (
    before >= first &&
    /^(?:resume|reopen|begin|expire|convene)s?$/.test(text.slice(tokens[before]!.start, tokens[before]!.end))
  )
    return 1
  const token = tokens[at]
  if (token && token.head !== null) {
    let i = at
    for (let steps = 0; steps < 12; steps++) {
      const head: number | null = tokens[i]?.head ?? -1
      if (head === null || head < first || head >= end) break
      i = head
      const governor = tokens[i]!
      if (governor.upos === 'VERB' || governor.upos === 'AUX' || (governor.upos === 'ADJ' && governor.lemma === 'due'))
        return lookOf(text, tokens, i, first)
    }
  }
  for (let i = at - 1; i >= first; i--) {
    const surface = text.slice(tokens[i]!.start, tokens[i]!.end).toLowerCase()
    if (isPlanned(text, tokens, i, surface)) return 1
    if (tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX') return lookOf(text, tokens, i, first)
  }
  for (let i = at + 1; i < end; i++)
    if (tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX') return lookOf(text, tokens, i, first)
  return 0
}

/** "is set for Friday", "set to open"; those who "set off" are gone. */
function isPlanned(text: string, tokens: readonly Token[], at: number, word: string): boolean {
  if (word !== 'set') return PLANNED.test(word)
  const next = tokens[at + 1]
  return next !== undefined && /^(?:to|for)$/.test(text.slice(next.start, next.end))
}

function lookOf(text: string, tokens: readonly Token[], verb: number, first: number): -1 | 0 | 1 {
  const surface = text.slice(tokens[verb]!.start, tokens[verb]!.end).toLowerCase()
  if (isPlanned(text, tokens, verb, surface)) return 1
  if (AHEAD.test(surface)) return 1
  for (let i = verb - 1; i >= first && verb - i <= 4; i--) {
    const word = text.slice(tokens[i]!.start, tokens[i]!.end).toLowerCase()
    if (/^(?:have|had|has|been|was|were|did)$/.test(word)) return -1
    if (AHEAD.test(word) || (word === 'to' && tokens[i]!.upos !== 'ADP' && !SAYING.test(tokens[verb]!.lemma))) return 1
    if (verb - i <= 2 && isPlanned(text, tokens, i, word)) return 1
    if (tokens[i]!.upos === 'VERB' || /^[,.;:"“”]$/.test(word)) break
  }
  if (
    surface !== tokens[verb]!.lemma &&
    /(?:ed|en)$|^(?:was|were|had|did|said|told|went|came|began|met|held|took|hit|struck|fell|rose|left|made|sent|won|lost|shot|found|fled|broke|got|put|ran|spoke|wrote|gave|saw|became|killed)$/.test(
      surface,
    )
  )
    return -1
  if (/[^e]ed$/.test(surface)) return -1
  if (/^(?:is|are|be|being)$/.test(surface) || surface.endsWith('ing')) return 0
  const { lemma } = tokens[verb]!
  const present =
    surface === lemma || surface === `${lemma}s` || surface === `${lemma}es` || surface === lemma.replace(/y$/, 'ies')
  if (present && SCHEDULED.test(lemma)) return 1
  return surface === lemma || (present && !SAYING.test(lemma)) ? 0 : -1
}
