/**
 * What the reader misses and makes too much of, by kind: `node bench/reader-misses.ts [DATA]`. Counts only, over the test split of our own corpus and PolNeAR dev,
 * neither of which anything was trained on; each kind with a sentence of our own that shows it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cells, Reading, Token } from '../src/model/index.ts'
import { createReader } from '../src/read/index.ts'
import { SPEECH_NOUNS } from '../src/read/lexicon/nouns.ts'
import { VERB_FAMILIES } from '../src/read/lexicon/verbs.ts'
import { loadResources } from '../src/read/models/load.ts'
import { parseStandoff } from '../train/corpus/standoff.ts'
import { readOpenTexts } from '../train/corpus/texts.ts'

type Range = readonly [number, number]
interface Spans {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

/** Every kind with a sentence of our own: what was annotated in it, or taken for an attribution, stands between asterisks. */
const SHOWN = {
  'not found: no cue': 'Mayor Ruth Adeyemi. *The dam is safe.*',
  'not found: noun as cue': 'A *rebuke* of the closure came from the union.',
  'not found: adjective as cue': 'Growers are *wary* of a second frost.',
  'not found: adverb as cue': 'The ferry *supposedly* left on time.',
  'not found: a verb that speaks only here': 'The council *moved* to calm traders: shops would stay open.',
  'not found: thinking, wanting, judging': 'Voters *want* lower fares.',
  'not found: verb of speech': 'The clerk, *asked* about the fee, kept silent.',
  'not found: other words as cue': '*For* the guild the case is closed.',
  'content: runs on too far': 'The clinic said *beds were short and nurses left for the coast in spring*.',
  'content: ends too soon': 'Beds were short, *the clinic said*, because nurses had left.',
  'content: begins elsewhere': '*As for the wells,* she said they were dry.',
  'content: a piece is missing or too many': '*The well*, the smith said, *was dry when he came*.',
  'source: none found': 'It was agreed *by all present* that the well was dry.',
  'source: found where none is': 'It is *believed* that the ferry left.',
  'source: longer or shorter': '*The smith, who had come from the north,* said the well was dry.',
  'source: somebody else': 'The smith’s brother told *him* that the well was dry.',
  'cue: other words': 'The smith *went on to say* that the well was dry.',
  'too many: verb of speech': 'They *called* at the harbour and left.',
  'too many: thinking, wanting, judging': 'The ferry *needs* a new engine.',
  'too many: a verb that speaks only elsewhere': 'The light *showed* green for an hour.',
  'too many: noun': 'The *plan* of the house hung in the hall.',
  'too many: other': 'The so-called *“peace road”* was closed.',
} as const
type Kind = keyof typeof SHOWN

const data = process.argv[2] ?? '../shared/data'
if (!existsSync(join(data, 'polnear'))) {
  process.stderr.write(`reader-misses: no corpora below ${data}; give the folder that holds polnear/ as the first argument\n`)
  process.exit(2)
}
const read = createReader({ ...(await loadResources()), gazetteer: null })
const texts = readOpenTexts(data)
const own = parseStandoff(readFileSync('data/attribution/corpus.jsonl', 'utf8'))
  .filter(({ split, id }) => split === 'test' && texts.has(id))
  .map(({ id, attributions }) => ({ text: texts.get(id)?.text ?? '', attributions: attributions as readonly Spans[] }))
const polnear = readFileSync(join(data, 'polnear/dev.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; attributions: readonly Spans[] })

const counts = [own, polnear].map((documents, corpus) => {
  const found = new Map<Kind, number>()
  for (const { text, attributions } of documents)
    for (const kind of kindsOf(text, attributions, corpus === 0)) found.set(kind, (found.get(kind) ?? 0) + 1)
  return found
})
const total = (kind: Kind): number => counts.reduce((sum, found) => sum + (found.get(kind) ?? 0), 0)
const kinds = (Object.keys(SHOWN) as Kind[]).sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1))
process.stdout.write('| | kind of error | our test split | PolNeAR dev | for example |\n| ---: | --- | ---: | ---: | --- |\n')
kinds.forEach((kind, i) => {
  process.stdout.write(`| ${i + 1} | ${kind} | ${counts.map((found) => found.get(kind) ?? 0).join(' | ')} | ${SHOWN[kind]} |\n`)
})

/** @param nested false for a corpus that leaves claims inside claims out */
function* kindsOf(text: string, gold: readonly Spans[], nested: boolean): Generator<Kind> {
  const reading = read({ text, title: null, outlet: null, published: null, language: 'en' })
  const mine = reading.claims.flatMap(({ chain, content, parent }): Spans[] => {
    const last = chain.at(-1)
    return last && (nested || parent === null)
      ? [{ source: ranges(last.source), cue: ranges(last.cue), content: ranges(content) }]
      : []
  })
  const used = new Set<Spans>()
  for (const item of gold) {
    const found = mine
      .filter(
        (other) => !used.has(other) && (meet(other.cue, item.cue) || (item.cue.length === 0 && meet(other.source, item.source))),
      )
      .sort((a, b) => shared(b.content, item.content) - shared(a.content, item.content))[0]
    if (!found || shared(found.content, item.content) === 0) {
      yield missed(item, reading)
      continue
    }
    used.add(found)
    yield* differs(item, found, reading)
  }
  for (const item of mine) if (!used.has(item)) yield tooMany(item, reading)
}

function missed({ cue }: Spans, reading: Reading): Kind {
  const head = headOf(cue, reading)
  if (!head) return 'not found: no cue'
  if (head.upos === 'NOUN' || head.upos === 'PROPN') return 'not found: noun as cue'
  if (head.upos === 'ADJ') return 'not found: adjective as cue'
  if (head.upos === 'ADV') return 'not found: adverb as cue'
  if (head.upos !== 'VERB') return 'not found: other words as cue'
  const family = familyOf(head)
  if (family === null) return 'not found: a verb that speaks only here'
  return family === 'mind' ? 'not found: thinking, wanting, judging' : 'not found: verb of speech'
}

function tooMany({ cue }: Spans, reading: Reading): Kind {
  const head = headOf(cue, reading)
  if (head?.upos === 'NOUN' || SPEECH_NOUNS.has(head?.lemma ?? '')) return 'too many: noun'
  if (head?.upos !== 'VERB') return 'too many: other'
  const family = familyOf(head)
  if (family === null) return 'too many: a verb that speaks only elsewhere'
  return family === 'mind' ? 'too many: thinking, wanting, judging' : 'too many: verb of speech'
}

function* differs(gold: Spans, mine: Spans, { tokens }: Reading): Generator<Kind> {
  const words = (list: readonly Range[]): number[] =>
    tokens.flatMap(({ start, end, upos }, i) => (upos !== 'PUNCT' && list.some(([a, b]) => a < end && start < b) ? [i] : []))
  const [content, ours] = [words(gold.content), words(mine.content)]
  if (!same(content, ours)) {
    if (gaps(content) !== gaps(ours)) yield 'content: a piece is missing or too many'
    else if (content[0] !== ours[0]) yield 'content: begins elsewhere'
    else yield content.length < ours.length ? 'content: runs on too far' : 'content: ends too soon'
  }
  const [source, theirs] = [words(gold.source), words(mine.source)]
  if (!same(source, theirs)) {
    if (theirs.length === 0) yield 'source: none found'
    else if (source.length === 0) yield 'source: found where none is'
    else yield source.some((i) => theirs.includes(i)) ? 'source: longer or shorter' : 'source: somebody else'
  }
  if (!same(words(gold.cue), words(mine.cue))) yield 'cue: other words'
}

/** The word of a cue that the sentence hangs the others on. */
function headOf(cue: readonly Range[], { tokens }: Reading): Token | null {
  const inside = tokens.flatMap((token, i) => (cue.some(([a, b]) => a < token.end && token.start < b) ? [i] : []))
  const heads = inside.filter((i) => !inside.includes(tokens[i]?.head ?? -1))
  const chosen = heads.find((i) => tokens[i]?.upos === 'VERB') ?? heads.find((i) => tokens[i]?.upos === 'NOUN') ?? heads[0]
  return chosen === undefined ? null : (tokens[chosen] ?? null)
}

function familyOf({ lemma }: Token): 'speech' | 'mind' | null {
  const families = VERB_FAMILIES.get(lemma)
  if (!families) return null
  return families.has('say') || families.has('tell') || families.has('direct') || families.has('topic') ? 'speech' : 'mind'
}

function ranges(cells: Cells): Range[] {
  return cells.map(({ start, end }): Range => [start, end])
}

function meet(a: readonly Range[], b: readonly Range[]): boolean {
  return shared(a, b) > 0
}

function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0
  for (const [x, y] of a) for (const [u, v] of b) sum += Math.max(0, Math.min(y, v) - Math.max(x, u))
  return sum
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}

function gaps(list: readonly number[]): number {
  return list.filter((value, i) => i > 0 && value > (list[i - 1] ?? 0) + 4).length
}
