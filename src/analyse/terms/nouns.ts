/**
 * Nouns of the field that name the same sort of thing: `class: other lemmas`. Written for this project, narrow on purpose
 * ("civilian" is not "person": a toll of civilians is another question than a toll).
 */
const ROWS = `
troop: soldier serviceman servicewoman servicemember trooper personnel infantryman force
person: people individual victim resident inhabitant human
civilian: noncombatant
child: kid minor
police: policeman policewoman
fighter: militant insurgent gunman guerrilla rebel combatant
aircraft: plane airplane jet aeroplane airliner
ship: vessel
shell: round
missile:
drone: uav
house: home dwelling
school: 
hospital: 
case: infection
sanction: 
worker: employee staff staffer labourer laborer
protester: demonstrator protestor
migrant: 
refugee: 
money: cash
aid: assistance relief
tank: 
vehicle: car truck lorry
bill: legislation
pact: treaty accord
vote: ballot
`

/** Nouns that stand for a number and not for what is counted: "the total", "the toll". */
const COUNTERS = new Set(
  'number total figure toll count tally sum amount rest other more another estimate level quantity majority minority half quarter proportion percentage'.split(
    ' ',
  ),
)

/** Nouns that name a state or outcome that is also an act: "12 dead", "30 wounded". */
const OUTCOMES: ReadonlyMap<string, readonly [act: string, theme: string]> = new Map([
  ['death', ['kill', 'person']],
  ['dead', ['kill', 'person']],
  ['fatality', ['kill', 'person']],
  ['killed', ['kill', 'person']],
  ['injury', ['injure', 'person']],
  ['injured', ['injure', 'person']],
  ['wounded', ['injure', 'person']],
  ['arrest', ['arrest', 'person']],
  ['evacuee', ['evacuate', 'person']],
  ['layoff', ['lay_off', 'worker']],
])

/** Modifiers that make two counts two questions: "confirmed cases" are not "suspected cases". */
const CONTRASTS = new Set(
  `confirmed suspected probable possible new daily weekly monthly annual yearly active missing dead injured wounded serious critical fatal severe mild
  male female young old elderly pregnant foreign domestic local national international military civilian first second third last next previous former
  extra additional further remaining recovered hospitalised hospitalized vaccinated unvaccinated registered unregistered official unofficial primary
  secondary early late major minor heavy light armed unarmed empty full human animal poultry bird wild commercial`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const classByLemma = new Map<string, string>()
for (const line of ROWS.trim().split('\n')) {
  const [head = '', others = ''] = line.split(':')
  classByLemma.set(head.trim(), head.trim())
  for (const lemma of others.split(' ')) if (lemma !== '') classByLemma.set(lemma, head.trim())
}

/** The class of a noun's lemma; the lemma itself when no row holds it. */
export function nounClass(lemma: string): string {
  return classByLemma.get(lemma) ?? lemma
}

export function isCounter(lemma: string): boolean {
  return COUNTERS.has(lemma)
}

/** The act and theme that a counted noun stands for ("deaths" → people killed); null when it stands for itself. */
export function outcomeOf(lemma: string): readonly [act: string, theme: string] | null {
  return OUTCOMES.get(lemma) ?? null
}

export function isContrast(lemma: string): boolean {
  return CONTRASTS.has(lemma)
}

/** Things that anything may be counted in: of themselves they say nothing about what is asked. */
const VAGUE_THEMES = new Set(
  `person man woman child thing time year month week day hour minute way point part member group country state place side question word term step reason
  example issue kind type level page dollar one job vote seat company school family friend voter supporter percent mile meter metre`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

export function isVagueTheme(theme: string): boolean {
  return VAGUE_THEMES.has(theme)
}

const PLURALS = new Map(
  'people:person children:child men:man women:woman servicemen:serviceman policemen:policeman gunmen:gunman lives:life wives:wife deaths:death aircraft:aircraft troops:troop personnel:personnel cases:case houses:house series:series species:species police:police'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** A rough singular for a noun without a tagger: "containers" → "container". */
export function nounLemma(word: string): string {
  const known = PLURALS.get(word)
  if (known !== undefined) return known
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
