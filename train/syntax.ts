import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeContainer } from '../src/read/syntax/container.ts'
import { Forms } from '../src/read/syntax/forms.ts'
import { readGzip, readTrees, type Tree } from './conllu.ts'
import { guessedTags } from './guessed-tags.ts'
import { lemmaRules } from './lemmas.ts'
import { lexicon } from './lexicon.ts'
import { projective } from './oracle.ts'
import { type Lesson, trainParser } from './parse.ts'
import { type Perceptron, packChoice } from './perceptron.ts'
import { type Stretch, trainTagger } from './tag.ts'
import { wordList } from './words.ts'

const TREEBANKS = ['en_ewt-train', 'en_gumfree-train']

/** Plain names for what is counted out. */
export interface Plan {
  readonly data: string
  readonly out: string
  readonly seed: number
  readonly tagEpochs: number
  /** By how much the right tag must lead before a lesson counts as learned. */
  readonly tagMargin: number
  readonly parseEpochs: number
  readonly parseMargin: number
  /** Averaged weights smaller than these are dropped. */
  readonly tagFloor: number
  readonly moveFloor: number
  readonly relationFloor: number
  readonly say: (line: string) => void
}

/** Trains tagger and parser on the treebanks under `data` and writes `syntax.bin`. The same data and seed give the same bytes. */
export function trainSyntax(plan: Plan): void {
  const trees = TREEBANKS.flatMap((name) => {
    const path = join(plan.data, 'treebanks', `${name}.conllu.gz`)
    if (!existsSync(path)) throw new Error(`no treebank at ${path}: name the data folder as argument or in SITREP_DATA`)
    return readTrees(readGzip(path))
  })
  const words = wordList(trees, 2)
  const fine = names(
    trees.flatMap((tree) => tree.upos.map((upos, i) => `${upos} ${tree.xpos[i]}`)),
    4,
  )
  const fallback = new Map<string, number>()
  fine.forEach((name, i) => {
    const upos = name.split(' ')[0]!
    if (!fallback.has(upos)) fallback.set(upos, i)
  })
  const universal = names(
    trees.flatMap((tree) => tree.upos),
    1,
  ).sort()
  const relations = names(
    trees.flatMap((tree) => tree.relations),
    4,
  )
  const fineIndex = new Map(fine.map((name, i) => [name, i]))
  const relationIndex = new Map(relations.map((name, i) => [name, i]))
  const coarse = Uint8Array.from(fine, (name) => universal.indexOf(name.split(' ')[0]!))

  const lemmas = lemmaRules(trees)
  plan.say(`${lemmas.length} rules of lemmatising`)

  const dictionary = lexicon()
  const forms = new Forms()
  const stretches: Stretch[] = []
  const gold: number[] = []
  const documents: string[] = []
  for (const tree of trees) {
    const first = forms.size
    tree.forms.forEach((form, i) => {
      forms.add(form, words, dictionary)
      gold.push(fineIndex.get(`${tree.upos[i]} ${tree.xpos[i]}`) ?? fallback.get(tree.upos[i]!) ?? 0)
    })
    stretches.push({ first, end: forms.size })
    documents.push(tree.document)
  }
  const goldTags = Uint8Array.from(gold)
  plan.say(
    `${trees.length} sentences, ${forms.size} words, ${fine.length} tags, ${relations.length} relations, ${words.hashes.length} known words`,
  )

  const tagger = trainTagger(forms, stretches, goldTags, fine.length, plan.tagEpochs, plan.tagMargin, plan.seed)
  const tagModel = tagger.pack(plan.tagFloor)
  plan.say(`tagger: ${tagModel.features} features, ${tagModel.entries} weights, ${tagModel.bytes.length} bytes`)

  const tags = guessedTags(forms, stretches, documents, goldTags, fine.length, plan.tagMargin, plan.seed)
  let right = 0
  for (let i = 0; i < tags.length; i++) if (coarse[tags[i]!] === coarse[goldTags[i]!]) right++
  plan.say(`jackknifed universal tags: ${((100 * right) / tags.length).toFixed(2)} % right`)

  const lessons: Lesson[] = trees.map((tree, i) => ({
    ...stretches[i]!,
    heads: projective(tree.heads),
    labels: tree.relations.map((r) => relationIndex.get(r) ?? relationIndex.get(r.split(':')[0]!) ?? relationIndex.get('dep')!),
  }))
  const save = (moves: Perceptron, labels: Perceptron, path: string): void => {
    const m = packChoice(moves, plan.moveFloor)
    const l = labels.pack(plan.relationFloor)
    plan.say(
      `moves: ${m.features} of ${m.entries} features, ${m.bytes.length} bytes; relations: ${l.features} features, ${l.bytes.length} bytes`,
    )
    writeFileSync(
      path,
      writeContainer('syntax', { fine, universal, relations, lemmas }, [
        ['words', words.write()],
        ['dictionary', dictionary.write()],
        ['tags', tagModel.bytes],
        ['moves', m.bytes],
        ['relations', l.bytes],
      ]),
    )
  }
  const { moves, labels } = trainParser(
    forms,
    lessons,
    tags,
    coarse,
    relations.length,
    plan.parseEpochs,
    plan.parseMargin,
    plan.seed,
    (epoch, m, l) => {
      plan.say(`parser round ${epoch + 1} of ${plan.parseEpochs}: ${m.mistakes} moves and ${l.mistakes} relations wrong`)
      m.mistakes = 0
      l.mistakes = 0
      if (epoch === 3) save(m, l, plan.out)
    },
  )
  save(moves, labels, plan.out)
}

/** Distinct names seen at least `least` times, commonest first. */
function names(all: readonly string[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name)
}

export type { Tree }
