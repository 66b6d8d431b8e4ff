/** Cues that ask, order, advise, hope or expect: what follows is meant or expected to come. Lemmas. */
export const DIRECTS: ReadonlySet<string> = new Set(
  `demand propose recommend urge request order instruct advise appeal plead beg command encourage forbid require schedule expect anticipate hope
  predict forecast recommendation proposal plea advice prediction hope expectation`.split(/\s+/),
)

/** Cues and words of a mind that is not sure of what it holds. Lemmas, beside the verbs of belief. */
export const HOLDS: ReadonlySet<string> = new Set(
  'deem view theory opinion sure confident convinced understanding impression perceive suspicious certain optimistic sceptical'.split(
    ' ',
  ),
)

/** Passives that pass on what others said: "were reported", "are said". Lemmas. */
export const PASSED_ON: ReadonlySet<string> = new Set('report say allege rumour rumor claim'.split(' '))

/** Cues whose infinitive tells what is or was, not what is to come: "claims to have seen". Lemmas. */
export const TELLS: ReadonlySet<string> = new Set(
  'claim pretend describe refer find know say show reveal prove appear seem discover understand consider deem report think believe'.split(
    ' ',
  ),
)

/** A wish to speak or to learn is no plan: "wanted to know", "wish to stress". */
export const TO_SPEAK: ReadonlySet<string> = new Set(
  'know emphasise emphasize stress say thank note add express make point ask'.split(' '),
)

/** Words that say that something is not known. */
const UNKNOWN = /^(?:unknown|unclear|uncertain|unsure)$/
const TOLD = /^(?:say|tell|comment|elaborate|speculate|disclose|reveal|specify|discuss|give|predict)$/

/** True where words of a cue say that its source does not know or will not say. */
export function withholds(words: readonly string[], lemma: string, negated: boolean, modal: string): boolean {
  const text = words.join(' ')
  if (words.some((word) => UNKNOWN.test(word))) return true
  if (/\b(?:not|n't) (?:\w+ )?(?:clear|certain|sure)\b/.test(text) || /\btoo (?:early|soon)\b/.test(text)) return true
  if (negated && lemma === 'know') return true
  if (/^(?:no one|nobody) /.test(text) && /^(?:know|say)$/.test(lemma)) return true
  return negated && TOLD.test(lemma) && /^(?:can|could|ca|would|will|wo)$/.test(modal)
}
