import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeContainer } from '../src/read/syntax/container.ts'
import { bestTag, NAME_TAGS, nameFeatures } from '../src/read/syntax/entities.ts'
import { NameForms } from '../src/read/syntax/names.ts'
import { createTokenParser } from '../src/read/syntax/parse-tokens.ts'
import { chance, shuffle } from './chance.ts'
import { readGzip, readTrees } from './conllu.ts'
import { gumNames } from './gum-names.ts'
import { nameList } from './name-lists.ts'
import { Perceptron } from './perceptron.ts'

/** A sentence with a name tag a word. */
export interface NamedSentence {
  readonly document: string
  readonly forms: readonly string[]
  readonly tags: readonly string[]
}

/** The sentences of an IOB2 file (id, form, tag in columns); tags that are no tags count as O. */
export function readNames(iob2: string): NamedSentence[] {
  const out: NamedSentence[] = []
  let document = ''
  let forms: string[] = []
  let tags: string[] = []
  for (const line of `${iob2}\n\n`.split('\n')) {
    if (line.startsWith('# newdoc')) document = line.replace(/^.*=\s*/, '')
    else if (line.startsWith('# sent_id')) document = line.replace(/^.*=\s*/, '').replace(/-\d+$/, '')
    else if (line.startsWith('#')) continue
    else if (line.trim() === '') {
      if (forms.length > 0) out.push({ document, forms, tags })
      forms = []
      tags = []
    } else {
      const [, form, tag] = line.split('\t')
      forms.push(form!)
      // The corpus writes its fourth kind in two ways.
      const known = tag!.replace(/^([BI])-O$/, '$1-OTH')
      tags.push(NAME_TAGS.includes(known as (typeof NAME_TAGS)[number]) ? known : 'O')
    }
  }
  return out
}

/** Trains the entity tagger on UNER-EWT and writes `entities.bin`. The same data and seed give the same bytes. */
export function trainEntities(plan: {
  data: string
  models: string
  seed: number
  epochs: number
  floor: number
  /** By how much the right tag must lead before a lesson counts as learned. */
  margin: number
  say: (line: string) => void
}): void {
  const path = join(plan.data, 'ner', 'uner-ewt-train.iob2.gz')
  if (!existsSync(path)) throw new Error(`no entity annotation at ${path}: name the data folder as argument or in SITREP_DATA`)
  const treebank = join(plan.data, 'treebanks', 'en_gumfree-train.conllu.gz')
  const sentences = [...readNames(readGzip(path)), ...gumNames(readTrees(readGzip(treebank)))]
  const list = nameList(readFileSync(join(plan.models, 'gazetteer.bin')))
  const parse = createTokenParser(readFileSync(join(plan.models, 'syntax.bin')))
  const documents = new Map<string, { first: number; end: number }[]>()
  const forms = new NameForms()
  const gold: number[] = []
  for (const { document, forms: words, tags } of sentences) {
    const first = forms.size
    const parsed = parse([...words])
    words.forEach((word, i) => {
      forms.addTagged(word, parsed[i]!.upos)
      gold.push(NAME_TAGS.indexOf(tags[i] as (typeof NAME_TAGS)[number]))
    })
    const stretches = documents.get(document) ?? []
    documents.set(document, stretches)
    stretches.push({ first, end: forms.size })
  }
  const model = new Perceptron(NAME_TAGS.length)
  const features = new Int32Array(96)
  const tags = new Uint8Array(gold.length)
  const random = chance(plan.seed)
  const order = [...documents.values()]
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random)
    for (const stretches of order) {
      forms.begin()
      for (const { first, end } of stretches) {
        forms.lookUp(list, first, end)
        for (let i = first; i < end; i++) {
          const t1 = i > first ? tags[i - 1]! : 0
          const n = nameFeatures(forms, first, end, i, t1, i > first + 1 ? tags[i - 2]! : 0, features)
          model.score(features, n)
          const guess = bestTag(model.scores, t1)
          // Where the tag before was missed, an inside can only begin anew.
          let right = gold[i]!
          if (right > 0 && right % 2 === 0 && t1 !== right && t1 !== right - 1) right -= 1
          model.scores[right]! -= plan.margin
          const rival = bestTag(model.scores, t1)
          if (rival !== right) model.update(features, n, right, rival)
          model.time++
          tags[i] = guess
        }
        forms.remember(first, end, tags)
      }
    }
    plan.say(`entities round ${epoch + 1}: ${model.mistakes} wrong`)
    model.mistakes = 0
  }
  const packed = model.pack(plan.floor)
  plan.say(`entities: ${packed.features} features, ${packed.bytes.length} bytes; ${list.words.hashes.length} listed names`)
  writeFileSync(
    join(plan.models, 'entities.bin'),
    writeContainer('entities', {}, [
      ['names', packed.bytes],
      ['lists', list.words.write()],
    ]),
  )
}
