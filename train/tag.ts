import type { Forms } from '../src/read/syntax/forms.ts'
import { tagFeatures } from '../src/read/syntax/tagger.ts'
import { chance, shuffle } from './chance.ts'
import { Perceptron } from './perceptron.ts'

/** A stretch of words in `forms`. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** Trains the tagger on some sentences of `forms`; `gold` holds the right class of every word. */
export function trainTagger(
  forms: Forms,
  sentences: readonly Stretch[],
  gold: Uint8Array,
  classes: number,
  epochs: number,
  margin: number,
  seed: number,
) {
  const model = new Perceptron(classes)
  const features = new Int32Array(64)
  const tags = new Uint8Array(gold.length)
  const random = chance(seed)
  const order = [...sentences]
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const { first, end } of order) {
      for (let i = first; i < end; i++) {
        const n = tagFeatures(forms, first, end, i, tags, features)
        model.score(features, n)
        const guess = model.best()
        const rival = guess === gold[i] ? model.rival(guess, margin) : guess
        if (rival >= 0) model.update(features, n, gold[i]!, rival)
        model.time++
        tags[i] = guess
      }
    }
  }
  return model
}
