/**
 * What verbs of the field do, as classes: two reports that use two words of one row speak of the same act.
 * `act: other lemmas | nouns of the act | past participle of the act`. Written for this project. Rows are narrow on purpose: words that
 * sometimes mean less ("arrive", "prepare") are kept apart from those that mean the act itself.
 */
const ROWS = `
send: dispatch deploy despatch transfer redeploy ship move relocate | deployment dispatch transfer shipment redeployment | sent
supply: provide deliver furnish | supply provision delivery | supplied
arrive: reach | arrival | arrived
withdraw: pull_out retreat | withdrawal pullout retreat | withdrawn
kill: die perish slay | death killing fatality | killed
injure: wound hurt maim | injury wounding | injured
abduct: kidnap | abduction kidnapping | abducted
attack: strike hit bomb shell bombard target raid | attack strike airstrike bombing shelling bombardment raid | attacked
launch: fire | launch | launched
down: shoot_down intercept | interception downing | shot down
destroy: demolish wreck flatten raze | destruction demolition | destroyed
damage: | damage | damaged
capture: seize take_over overrun | capture seizure takeover | captured
arrest: detain apprehend | arrest detention | arrested
release: free | release freeing | released
evacuate: | evacuation | evacuated
displace: uproot | displacement | displaced
recover: retrieve unearth | recovery discovery | recovered
train: drill | training | trained
join: enlist | enlistment | joined
fight: battle | fighting combat | fought
infect: | infection | infected
hospitalise: hospitalize | hospitalisation hospitalization | hospitalised
vaccinate: inoculate immunise immunize | vaccination inoculation immunisation immunization | vaccinated
close: shut shutter | closure shutdown | closed
reopen: | reopening | reopened
resign: quit step_down | resignation | resigned
elect: | election | elected
appoint: | appointment | appointed
dismiss: sack oust | dismissal sacking ouster | dismissed
sign: ink | signing | signed
ratify: | ratification | ratified
approve: endorse | approval | approved
reject: refuse rebuff | rejection refusal | rejected
ban: prohibit outlaw | ban prohibition | banned
sanction: | | sanctioned
impose: | imposition | imposed
agree: | agreement | agreed
meet: | meeting | met
convene: | convening | convened
visit: | visit | visited
test: | test testing | tested
build: construct erect | construction | built
buy: purchase acquire | purchase acquisition | bought
sell: | sale | sold
pay: | payment | paid
lose: | loss | lost
hire: recruit | hiring recruitment | hired
lay_off: | layoff redundancy | laid off
cancel: call_off scrap | cancellation | cancelled
postpone: delay defer | postponement delay | postponed
collapse: cave_in | collapse | collapsed
crash: | crash | crashed
sink: | sinking | sunk
derail: | derailment | derailed
explode: detonate blow_up | explosion blast detonation | exploded
flood: inundate | flooding | flooded
burn: | | burned
rescue: save | rescue | rescued
walk_out: | walkout | walked out
`

/** Verbs that say little by themselves: what counts is what they are said of. */
const LIGHT = new Set(
  `be have do get make take give go come put stand rise reach climb increase grow fall drop decline decrease remain total number amount exceed
  surpass top become seem appear include involve account bring see show continue begin start keep let help need want try happen occur
  carry conduct undergo receive suffer undertake perform hold face pose raise cause lead follow mean know think expect hope say tell report claim
  believe suggest indicate announce add state note warn estimate reveal confirm deny allege insist argue explain describe call ask urge double triple
  jump soar swell use work look turn set stay exist comprise consist compose contain`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Light verbs under which the doer undergoes the act: "troops are undergoing training". */
const UNDERGOING = new Set(['undergo', 'receive', 'suffer', 'sustain', 'face'])

const actByLemma = new Map<string, string>()
const actByNoun = new Map<string, string>()
const participles = new Map<string, string>()
for (const line of ROWS.trim().split('\n')) {
  const [verbs = '', nouns = '', participle = ''] = line.split('|')
  const [act = '', others = ''] = verbs.split(':')
  actByLemma.set(act.trim(), act.trim())
  for (const lemma of others.split(' ')) if (lemma !== '') actByLemma.set(lemma, act.trim())
  for (const noun of nouns.split(' ')) if (noun !== '') actByNoun.set(noun, act.trim())
  participles.set(act.trim(), participle.trim())
}
const irregularLemmas = new Map(
  `sent:send died:die dying:die killed:kill struck:strike shot:shoot found:find fought:fight met:meet built:build bought:buy sold:sell paid:pay lost:lose
  sank:sink sunk:sink went:go gone:go made:make took:take taken:take gave:give given:give said:say told:tell had:have has:have was:be were:be is:be are:be
  been:be being:be rose:rise risen:rise fell:fall fallen:fall grew:grow held:hold led:lead left:leave began:begin begun:begin broke:break broken:break
  brought:bring came:come drove:drive flew:fly got:get knew:know known:know put:put ran:run saw:see seen:see spoke:speak stood:stand thought:think
  withdrew:withdraw withdrawn:withdraw wrote:write written:write hit:hit quit:quit set:set shut:shut cut:cut dead:die`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** The class of a verb's lemma; the lemma itself when no row holds it. */
export function actOf(lemma: string): string {
  const low = irregularLemmas.get(lemma) ?? lemma
  return actByLemma.get(low) ?? low
}

/** True when the verb is of a known class. */
export function knownAct(act: string): boolean {
  return participles.has(act)
}

/** The act that a noun names ("deployment" → send); null when it names none. */
export function actOfNoun(lemma: string): string | null {
  return actByNoun.get(lemma) ?? null
}

export function isLight(lemma: string): boolean {
  return LIGHT.has(irregularLemmas.get(lemma) ?? lemma)
}

export function isUndergoing(lemma: string): boolean {
  return UNDERGOING.has(lemma)
}

/** Past participle of a known class: send → sent; null for others. */
export function participleOf(act: string): string | null {
  return participles.get(act) ?? null
}

/** The act as a verb in words: "send", "shoot down". */
export function wordsOfAct(act: string): string {
  return act === 'down' ? 'shoot down' : act.replaceAll('_', ' ')
}

/** Its -ing form: "sending", "laying off". */
export function ingOf(act: string): string {
  const [verb = '', ...rest] = wordsOfAct(act).split(' ')
  const stem = DOUBLING.has(verb) ? verb + verb.slice(-1) : /[^e]e$/.test(verb) ? verb.slice(0, -1) : verb
  return [`${stem}ing`, ...rest].join(' ')
}

const DOUBLING = new Set(['ban', 'cancel'])

const INTENDS =
  /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|decid(?:e|es|ed)|want(?:s|ed)?|aim(?:s|ed)?|seek(?:s|ing)?|sought|prepar(?:e|es|ed|ing)|tr(?:y|ies|ied))\b/iu

/** True for a cue of a will and not of a word: "the agency said that Kenya plans to …" rests on the agency. */
export function tellsIntention(cue: string): boolean {
  return INTENDS.test(cue)
}
