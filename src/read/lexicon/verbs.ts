/**
 * Verbs that attribute, by what they take. One verb may stand in several families. Our own list, made from the grammar of
 * English reporting verbs, not from any corpus.
 *
 * - `say`: an utterance as clause or quotation ("said that", "…," she added)
 * - `tell`: the same with a listener ("told reporters that")
 * - `think`: a state of mind with a clause ("believes that")
 * - `show`: what documents, images and findings do ("the photographs show that")
 * - `direct`: somebody is asked or told to act ("urged both sides to")
 * - `intend`: somebody commits to act ("vowed to", "refused to")
 * - `judge`: an utterance that evaluates a thing ("condemned the raid", "called it a disgrace")
 * - `topic`: speech about something ("spoke about", "called for")
 */
export type VerbFamily = 'say' | 'tell' | 'think' | 'show' | 'direct' | 'intend' | 'judge' | 'topic'

const LISTS: Readonly<Record<VerbFamily, string>> = {
  say: `say state add announce report declare claim assert allege argue insist maintain contend note remark observe comment explain
    confirm acknowledge admit concede deny disclose reveal warn caution stress emphasise emphasize reiterate repeat affirm reaffirm
    recall reply respond answer write tweet post conclude predict forecast estimate suggest propose recommend testify swear
    exclaim joke quip whisper shout mutter cry complain lament vow pledge promise boast brag counter retort recount relate
    clarify elaborate continue agree disagree advise signal hint imply speculate opine theorise theorize proclaim pronounce
    attest certify quote cite mention ask wonder tout underline underscore highlight point interject chime conjecture
    guess intone enthuse gush fume muse wrote read rule find argue plead profess protest purport rebut
    reckon urge demand request blog text email cable broadcast`,
  tell: 'tell inform notify assure remind warn advise convince persuade brief reassure alert caution ask',
  think: `believe think suspect fear hope expect know understand feel assume consider doubt reckon presume suppose imagine worry
    realise realize learn hear see recognise recognize remember forget anticipate judge assess conclude foresee trust regret
    calculate determine`,
  show: 'show indicate suggest reveal demonstrate confirm prove find imply detail document illustrate conclude establish point',
  direct: `urge order ask request instruct command direct encourage advise press beg implore invite call tell warn demand persuade
    convince summon appeal exhort oblige lobby push challenge`,
  intend: `plan intend promise pledge vow agree refuse decline decide threaten offer hope seek want aim propose swear
    undertake volunteer wish opt resolve prefer`,
  judge: `condemn criticise criticize praise support oppose reject denounce decry deplore blast slam attack accuse blame deny
    endorse back welcome dismiss defend mock ridicule question dispute applaud hail laud commend call describe label brand dub
    characterise characterize portray term compare liken thank congratulate apologise apologize credit fault chide
    rebuke scold chastise denigrate disavow repudiate downplay champion favour favor disparage
    tout lambast lambaste castigate rebuff scorn bemoan lament protest deride`,
  topic:
    'speak talk comment complain discuss mention cite refer quote call warn advocate elaborate outline describe address detail ask inquire',
}

export const VERB_FAMILIES: ReadonlyMap<string, ReadonlySet<VerbFamily>> = build()

function build(): Map<string, Set<VerbFamily>> {
  const map = new Map<string, Set<VerbFamily>>()
  for (const family of Object.keys(LISTS) as VerbFamily[]) {
    for (const verb of LISTS[family].split(/\s+/)) {
      const set = map.get(verb) ?? new Set()
      set.add(family)
      map.set(verb, set)
    }
  }
  return map
}

/** True when the verb belongs to the family. */
export function inFamily(lemma: string, family: VerbFamily): boolean {
  return VERB_FAMILIES.get(lemma)?.has(family) ?? false
}

/** Verbs that may follow their content or break it ("…, she said", "said the mayor"). */
export const INVERTIBLE: ReadonlySet<string> = new Set(
  `say state add announce report declare claim assert allege argue insist maintain contend note remark observe comment explain
  confirm acknowledge admit concede disclose reveal warn caution stress emphasise emphasize reiterate repeat affirm recall reply respond answer
  write tweet post conclude predict estimate suggest testify exclaim joke quip whisper shout complain lament
  boast counter retort recount clarify elaborate continue agree ask wonder believe think fear hope tell read vow declare
  tout urge show indicate find learn hear assure inform go cry muse opine interject proclaim promise`.split(/\s+/),
)
