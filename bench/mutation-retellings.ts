// The second half of our own mutation set: retellings in which a figure, a day or the source itself changes, and as many in which it does
// not. Twelve topics, sixteen ways each; sentences are ours and invented.

interface Story {
  readonly source: string
  readonly actor: string
  readonly done: string
  readonly number: string
  readonly other: string
  readonly near: string
  readonly noun: string
  readonly place: string
  /** What the sentence goes on to say: the words by which a retelling shows itself. */
  readonly rest: string
}

const STORIES: readonly Story[] = `
Chile's Navy|Peru|sent|1,240|2,140|about 1,250|sailors|Panama|to clear the harbour of wrecks before the rains begin
Norway's Food Authority|Denmark|shipped|3,480|4,380|nearly 3,500|tonnes of fish|Latvia|in the largest sale of its kind since the new rules came in
Kenya's Meteorological Office|Uganda|delivered|730|370|some 740|gauges|Rwanda|after the floods had washed away half of the older stations
Japan's Transport Ministry|Vietnam|ordered|412|214|about 410|carriages|Laos|for the mountain line that is to open at the end of next year
Poland's Border Guard|Lithuania|moved|1,960|1,690|almost 2,000|guards|Estonia|because the crossing in the forest had been left without watch
Egypt's Health Ministry|Sudan|donated|86,000|68,000|some 85,000|vaccines|Chad|where the clinics along the river had run out of supplies
India's Wildlife Board|Nepal|returned|184|148|about 185|elephants|Bhutan|following a year of talks between the park wardens of both sides
Spain's Culture Ministry|Portugal|lent|327|237|some 330|paintings|Morocco|for an exhibition that will travel to five cities in the south
Ghana's Energy Commission|Nigeria|sold|9,150|1,950|about 9,200|transformers|Togo|under a contract that the two governments had kept from the press
Italy's Coast Guard|Greece|rescued and sent|645|465|some 650|migrants|Malta|when the engine of their boat had failed in a storm at night
Canada's Mint|Mexico|supplied|27,300|23,700|about 27,000|coins|Cuba|which had asked for them when its own presses broke down in spring
Brazil's Football Federation|Argentina|handed|5,310|3,510|about 5,300|tickets|Uruguay|so that the supporters could travel together on the night trains
`
  .trim()
  .split('\n')
  .map((row) => {
    const [source = '', actor = '', done = '', number = '', other = '', near = '', noun = '', place = '', rest = ''] =
      row.split('|')
    return { source, actor, done, number, other, near, noun, place, rest }
  })

export type Pair = readonly [kind: string | null, before: string, after: string]

function tell(s: Story): readonly Pair[] {
  const deed = (number = s.number): string => `${s.actor} has ${s.done} ${number} ${s.noun} to ${s.place}`
  const full = `${deed()} ${s.rest}`
  const past = (day: string): string => `${s.actor} ${s.done} ${s.number} ${s.noun} to ${s.place} on ${day}`
  const said = `${s.source} said that ${full}.`
  return [
    ['figureChanged', `${s.source} said on Monday that ${deed()}.`, `${deed(s.other)}, ${s.source} said on Monday.`],
    ['figureChanged', said, `${s.source} said that ${deed(s.other)} ${s.rest}.`],
    [
      null,
      `${s.source} said on Monday that ${deed()}.`,
      `${s.source} said on Thursday that ${s.actor} has now ${s.done} ${s.other} ${s.noun} to ${s.place}.`,
    ],
    [null, said, `${s.source} said that ${deed(s.near)} ${s.rest}.`],
    ['timeShifted', `${past('3 May')}, ${s.source} said on Monday.`, `${s.source} said on Monday that ${past('1 May')}.`],
    ['timeShifted', `${s.source} said that ${past('3 May')} ${s.rest}.`, `${s.source} said that ${past('28 April')} ${s.rest}.`],
    [
      null,
      `${past('3 May')}, ${s.source} said on Monday.`,
      `${s.actor} ${s.done} ${s.other} ${s.noun} to ${s.place} on 7 May, ${s.source} said on Thursday.`,
    ],
    [null, `${past('3 May')}, ${s.source} said on Monday.`, `${past('Saturday')}, ${s.source} said on Monday.`],
    ['sourceUpgraded', `An official who asked not to be named said that ${full}.`, said],
    ['sourceUpgraded', `${full}, according to a person familiar with the matter.`, `According to ${s.source}, ${full}.`],
    [null, `An official who asked not to be named said that ${full}.`, `${s.source} confirmed on Thursday that ${full}.`],
    [null, `An official who asked not to be named said that ${full}.`, `${full}, two officials who declined to be named said.`],
    ['sourceLost', said, `${full}.`],
    ['sourceLost', `${full}, according to ${s.source}.`, `${full}. It rained for most of the week.`],
    [null, said, `${full}, Paper a reported.`],
    [null, said, `${s.source} gave details on Thursday. ${full}, it said.`],
  ]
}

/** Each story's pairs, by the number of the story. */
export const RETELLINGS: readonly (readonly Pair[])[] = STORIES.map(tell)
