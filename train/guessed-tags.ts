import { Forms } from '../src/read/syntax/forms.ts'
import { tagSentence } from '../src/read/syntax/tagger.ts'
import type { Tree } from './conllu.ts'
import { lexicon } from './lexicon.ts'
import { type Stretch, trainTagger } from './tag.ts'
import { wordList } from './words.ts'

const FOLDS = 5
const ROUNDS = 3
const MARGIN = 20

/**
 * Tags as later stages will get them: each document's guessed by a tagger that has not seen it (jackknifing). What learns on tags of a tagger
 * that was taught the right ones trusts them too much.
 * @param documents of each stretch
 * @param gold class of each word
 */
export function guessedTags(
  forms: Forms,
  stretches: readonly Stretch[],
  documents: readonly string[],
  gold: Uint8Array,
  classes: number,
  margin: number,
  seed: number,
): Uint8Array {
  const fold = new Map([...new Set(documents)].map((document, i) => [document, i % FOLDS]))
  const tags = new Uint8Array(forms.size)
  for (let k = 0; k < FOLDS; k++) {
    const seen = stretches.filter((_, i) => fold.get(documents[i]!) !== k)
    const averaged = trainTagger(forms, seen, gold, classes, ROUNDS, margin, seed + k).averaged()
    stretches.forEach((stretch, i) => {
      if (fold.get(documents[i]!) === k) tagSentence(averaged, forms, stretch.first, stretch.end, tags)
    })
  }
  return tags
}

/** The universal tags that are guessed for sentences of treebanks, by their words joined with blanks. */
export function guessedSentences(trees: readonly Tree[], seed: number): Map<string, string[]> {
  const universal = [...new Set(trees.flatMap((tree) => tree.upos))].sort()
  const words = wordList(trees, 2)
  const dictionary = lexicon()
  const forms = new Forms()
  const stretches = trees.map((tree) => {
    const first = forms.size
    for (const form of tree.forms) forms.add(form, words, dictionary)
    return { first, end: forms.size }
  })
  const gold = Uint8Array.from(trees.flatMap((tree) => tree.upos.map((upos) => universal.indexOf(upos))))
  const documents = trees.map(({ document }) => document)
  const tags = guessedTags(forms, stretches, documents, gold, universal.length, MARGIN, seed)
  return new Map(
    trees.map((tree, i) => [tree.forms.join(' '), tree.forms.map((_, k) => universal[tags[stretches[i]!.first + k]!]!)]),
  )
}
