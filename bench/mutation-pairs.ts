// Our own mutation set: `node bench/mutation-pairs.ts > bench/data/mutations.jsonl`, and with a file of answers as its argument the
// precision and recall by kind: `npm run --silent predict -- mutations bench/data/mutations.jsonl OUT`, `node bench/mutation-pairs.ts OUT`.
// Ten topics, each told in twenty ways: ten that change the meaning and ten that do not. Sentences are ours and invented.
import { readFileSync } from 'node:fs'
import { type Pair, RETELLINGS } from './mutation-retellings.ts'

interface Topic {
  readonly source: string
  /** Who acts, who could be mistaken for it, and where it goes. */
  readonly actor: string
  readonly other: string
  readonly place: string
  readonly elsewhere: string
  readonly verb: readonly [base: string, done: string]
  readonly number: string
  readonly less: string
  readonly noun: string
  readonly rival: string
}

const topic = (row: string): Topic => {
  const [
    source = '',
    actor = '',
    other = '',
    place = '',
    elsewhere = '',
    base = '',
    done = '',
    number = '',
    less = '',
    noun = '',
    rival = '',
  ] = row.split('|').map((cell) => cell.trim())
  return { source, actor, other, place, elsewhere, verb: [base, done], number, less, noun, rival }
}

const TOPICS: readonly Topic[] = `
Peru's Defence Ministry|Chile|Peru|Bolivia|Ecuador|send|sent|4,000|2,500|soldiers|a Chilean opposition party
Norway's Health Institute|Sweden|Norway|Finland|Latvia|supply|supplied|60,000|35,000|vaccines|the Finnish Nurses' Union
Kenya's Grain Board|Uganda|Kenya|Rwanda|Burundi|ship|shipped|12,000|7,000|sacks|a Rwandan farmers' league
Japan's Coast Guard|China|Japan|Indonesia|Vietnam|deploy|deployed|150|110|ships|the Vietnamese fishing guild
Austria's Interior Ministry|Hungary|Austria|Serbia|Croatia|move|moved|1,800|900|migrants|a Serbian aid group
Egypt's Foreign Ministry|Sudan|Egypt|Chad|Libya|send|sent|9,500|6,000|refugees|the Chadian Red Cross
Poland's Energy Agency|Germany|Poland|Lithuania|Estonia|sell|sold|320|210|turbines|a Lithuanian utility
India's Election Commission|Nepal|India|Bhutan|Bangladesh|dispatch|dispatched|700|450|observers|the Bhutan Observer
Greece's Civil Protection Agency|Italy|Greece|Albania|Bulgaria|send|sent|240|160|firefighters|an Albanian mayor
Ghana's Labour Office|Nigeria|Ghana|Togo|Benin|deport|deported|2,200|1,300|workers|the Togolese Trades Council
`
  .trim()
  .split('\n')
  .map(topic)

function pairs(t: Topic): readonly Pair[] {
  const [base, done] = t.verb
  const said = `${t.source} said`
  const plan = `${said} on Monday that ${t.actor} plans to ${base} ${t.number} ${t.noun} to ${t.place}.`
  const deed = `${said} on Monday that ${t.actor} has ${done} ${t.number} ${t.noun} to ${t.place}.`
  const upTo = `${said} on Monday that ${t.actor} has ${done} up to ${t.number} ${t.noun} to ${t.place}.`
  const all = `${said} on Monday that ${t.actor} will ${base} ${t.number} ${t.noun} to ${t.place} in all.`
  const more = `${said} on Monday that ${t.actor} will ${base} ${t.number} more ${t.noun} to ${t.place}.`
  const denial = `${t.source} denied that ${t.actor} has ${done} ${t.noun} to ${t.place}.`
  const pictures = `${deed} The agency released satellite images of the border.`
  return [
    ['modalityEscalated', plan, `${t.actor} has ${done} ${t.number} ${t.noun} to ${t.place}, ${said}.`],
    [
      'modalityEscalated',
      `${said} that ${t.actor} could ${base} ${t.number} ${t.noun} to ${t.place}.`,
      `According to ${t.source}, ${t.actor} has ${done} ${t.number} ${t.noun} to ${t.place}.`,
    ],
    ['boundDropped', upTo, `${t.actor} has ${done} ${t.number} ${t.noun} to ${t.place}, ${said}.`],
    [
      'boundDropped',
      `${said} that at least ${t.number} ${t.noun} have been ${done} to ${t.place} by ${t.actor}.`,
      `${said} that ${t.number} ${t.noun} have been ${done} to ${t.place} by ${t.actor}.`,
    ],
    ['totalBecameIncrement', all, `${t.actor} will ${base} ${t.number} more ${t.noun} to ${t.place}, ${said}.`],
    ['incrementBecameTotal', more, `${t.actor} will ${base} a total of ${t.number} ${t.noun} to ${t.place}, ${said}.`],
    ['actorChanged', deed, `${t.other} has ${done} ${t.number} ${t.noun} to ${t.place}, ${said}.`],
    ['negationLost', denial, `${t.source} said that ${t.actor} has ${done} ${t.noun} to ${t.place}.`],
    ['evidenceReattributed', pictures, `Satellite images show that ${t.actor} has ${done} ${t.number} ${t.noun} to ${t.place}.`],
    ['placeChanged', deed, `${t.actor} has ${done} ${t.number} ${t.noun} to ${t.elsewhere}, ${said}.`],
    [null, plan, `${t.number} ${t.noun} are to be ${done} to ${t.place} by ${t.actor}, ${said}.`],
    [null, plan, `${t.actor} intends to ${base} ${t.number} ${t.noun} to ${t.place}, according to ${t.source}.`],
    [null, plan, `${t.rival} said that ${t.actor} has already ${done} ${t.less} ${t.noun} to ${t.place}.`],
    [null, deed, `${t.number} ${t.noun} have been ${done} to ${t.place} by ${t.actor}, ${said}.`],
    [null, upTo, `As many as ${t.number} ${t.noun} have been ${done} to ${t.place} by ${t.actor}, ${said}.`],
    [null, all, `A total of ${t.number} ${t.noun} will be ${done} to ${t.place} by ${t.actor}, ${said}.`],
    [
      null,
      `${said} that ${t.actor} has ${done} ${t.less} ${t.noun} to ${t.place}.`,
      `${said} on Thursday that ${t.actor} has now ${done} ${t.number} ${t.noun} to ${t.place}.`,
    ],
    [null, denial, `${t.rival} said that ${t.actor} has ${done} ${t.noun} to ${t.place}.`],
    [null, deed, `${t.other} has ${done} ${t.less} ${t.noun} to ${t.elsewhere}, ${t.rival} said.`],
    [
      null,
      pictures,
      `${t.source}, which released satellite images, said that ${t.actor} has ${done} ${t.number} ${t.noun} to ${t.place}.`,
    ],
  ]
}

const set = [...TOPICS.map(pairs), ...RETELLINGS].flatMap((list, i) =>
  list.map(([kind, before, after], k) => ({
    id: i < TOPICS.length ? `m${i}-${k}` : `r${i - TOPICS.length}-${k}`,
    kinds: kind === null ? [] : [kind],
    before: { text: before, span: [0, before.length] },
    after: { text: after, span: [0, after.length] },
  })),
)

const [answers] = process.argv.slice(2)
if (answers === undefined) for (const pair of set) console.log(JSON.stringify(pair))
else {
  const told = new Map(
    readFileSync(answers, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; kinds: readonly string[] })
      .map((answer) => [answer.id, answer.kinds]),
  )
  const count = new Map<string, { right: number; told: number; gold: number }>()
  const at = (kind: string) =>
    count.get(kind) ?? count.set(kind, { right: 0, told: 0, gold: 0 }).get(kind) ?? { right: 0, told: 0, gold: 0 }
  for (const { id, kinds } of set) {
    const found = told.get(id) ?? []
    for (const kind of kinds) at(kind).gold++
    for (const kind of found) {
      at(kind).told++
      if (kinds.includes(kind)) at(kind).right++
    }
  }
  const all = [...count.values()].reduce((a, b) => ({ right: a.right + b.right, told: a.told + b.told, gold: a.gold + b.gold }))
  for (const [kind, c] of [...count, ['all', all] as const])
    console.log(
      `${kind.padEnd(22)} precision ${((100 * c.right) / (c.told || 1)).toFixed(1)} (${c.right}/${c.told})  recall ${((100 * c.right) / (c.gold || 1)).toFixed(1)} (${c.right}/${c.gold})`,
    )
}
