import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSyntax, createTokenParser } from '../src/read/syntax/index.ts'
import { readGzip, readTrees, type Tree } from '../train/conllu.ts'

/**
 * node bench/parse.ts [DATA] [WEIGHTS]: scores the parser on the development treebanks, with the words given and from raw text,
 * as the CoNLL 2018 shared task scores (relations with subtypes).
 */
const root = join(import.meta.dirname, '..')
const data = process.argv[2] ?? process.env.SITREP_DATA ?? join(root, '..', 'shared', 'data')
const weights = readFileSync(process.argv[3] ?? join(root, 'src/read/models/syntax.bin'))

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(2)
}

function goldTokens(trees: readonly Tree[]): string {
  const parse = createTokenParser(weights)
  let [words, upos, uas, las, lemmas] = [0, 0, 0, 0, 0]
  const started = performance.now()
  for (const tree of trees)
    parse(tree.forms).forEach((word, i) => {
      words++
      if (word.upos === tree.upos[i]) upos++
      if (word.lemma === tree.lemmas[i]!.toLowerCase()) lemmas++
      if (word.head !== tree.heads[i]) return
      uas++
      if (word.deprel === tree.relations[i]) las++
    })
  const rate = Math.round(words / ((performance.now() - started) / 1000))
  return `given words: UPOS ${percent(upos, words)}  UAS ${percent(uas, words)}  LAS ${percent(las, words)}  lemmas ${percent(lemmas, words)}  (${rate} words/s)`
}

/** The treebank's text again: sentences by a space, paragraphs by an empty line; and where each word begins among its letters. */
function rawText(trees: readonly Tree[]): string {
  return trees.map((tree, i) => (i === 0 ? '' : tree.newParagraph ? '\n\n' : ' ') + tree.text).join('')
}

/** Places of words as counts of the characters that are not white space, so that spacing does not matter. */
function places(forms: readonly string[], from: number): { keys: string[]; end: number } {
  let at = from
  const keys = forms.map((form) => {
    const start = at
    at += form.replace(/\s/g, '').length
    return `${start}-${at}`
  })
  return { keys, end: at }
}

function f1(hits: number, gold: number, found: number): string {
  return percent(2 * hits, gold + found)
}

function raw(trees: readonly Tree[]): string {
  const text = rawText(trees)
  const { tokens, sentences } = createSyntax(weights)(text)
  const gold = new Map<string, { upos: string; head: string; relation: string }>()
  const goldSentences = new Set<string>()
  let at = 0
  for (const tree of trees) {
    const { keys, end } = places(tree.forms, at)
    goldSentences.add(`${at}-${end}`)
    keys.forEach((key, i) => {
      gold.set(key, {
        upos: tree.upos[i]!,
        head: tree.heads[i]! < 0 ? 'root' : keys[tree.heads[i]!]!,
        relation: tree.relations[i]!,
      })
    })
    at = end
  }
  const { keys } = places(
    tokens.map(({ start, end }) => text.slice(start, end)),
    0,
  )
  let [same, upos, uas, las] = [0, 0, 0, 0]
  tokens.forEach((token, i) => {
    const match = gold.get(keys[i]!)
    if (!match) return
    same++
    if (match.upos === token.upos) upos++
    if (match.head !== (token.head === -1 ? 'root' : keys[token.head!])) return
    uas++
    if (match.relation === token.deprel) las++
  })
  const found = sentences.filter(({ firstToken, endToken }) =>
    goldSentences.has(`${keys[firstToken]!.split('-')[0]}-${keys[endToken - 1]!.split('-')[1]}`),
  ).length
  const f = (hits: number): string => f1(hits, gold.size, tokens.length)
  return `raw text:    UPOS ${f(upos)}  UAS ${f(uas)}  LAS ${f(las)}  words ${f(same)}  sentences ${f1(found, goldSentences.size, sentences.length)}`
}

for (const name of ['en_ewt-dev', 'en_gum-dev']) {
  const path = join(data, 'treebanks', `${name}.conllu.gz`)
  if (!existsSync(path)) {
    process.stderr.write(`no treebank at ${path}: name the data folder as argument or in SITREP_DATA\n`)
    process.exitCode = 2
    continue
  }
  const trees = readTrees(readGzip(path))
  process.stdout.write(`${name}\n  ${goldTokens(trees)}\n  ${raw(trees)}\n`)
}
