import { createRequire } from 'node:module'
import { WordList } from '../src/read/syntax/forms.ts'
import { hashOf } from '../src/read/syntax/hash.ts'

/** What a word may be by the dictionary, as bits. */
const MAY = { noun: 1, verb: 2, plural: 4, adjective: 8, adverb: 16, third: 32, past: 64, ing: 128 } as const

const require = createRequire(import.meta.url)

/** The single words of WordNet (by way of wink-lexicon) with what they and their regular and listed forms may be. */
export function lexicon(): WordList {
  const load = (name: string) => require(`wink-lexicon/src/${name}.js`) as unknown
  const words = load('wn-words') as Record<string, string>
  const senses = load('wn-word-senses') as Record<string, number[]>
  const names = load('wn-senses') as string[]
  const bits = new Map<number, number>()
  const add = (word: string, bit: number): void => {
    const hash = hashOf(word)
    bits.set(hash, (bits.get(hash) ?? 0) | bit)
  }
  const nouns = new Set<string>()
  const verbs = new Set<string>()
  for (const [word, id] of Object.entries(words))
    for (const sense of senses[id] ?? []) {
      const kind = names[sense]?.split('.')[0]
      if (kind === 'adj') add(word, MAY.adjective)
      else if (kind === 'adv') add(word, MAY.adverb)
      else if (kind === 'noun') nouns.add(word)
      else if (kind === 'verb') verbs.add(word)
    }
  for (const word of nouns) {
    add(word, MAY.noun)
    add(withS(word), MAY.plural)
  }
  for (const word of verbs) {
    add(word, MAY.verb)
    add(withS(word), MAY.third)
    add(`${word.replace(/e$/, '').replace(/([^aeiou])y$/, '$1i')}ed`, MAY.past)
    add(`${word.replace(/([^e])e$/, '$1')}ing`, MAY.ing)
  }
  for (const [form, word] of Object.entries(load('wn-noun-exceptions') as Record<string, string>))
    if (nouns.has(word)) add(form, MAY.plural)
  for (const [form, word] of Object.entries(load('wn-verb-exceptions') as Record<string, string>))
    if (verbs.has(word)) add(form, form.endsWith('ing') ? MAY.ing : MAY.past)
  for (const form of Object.keys(load('wn-adjective-exceptions') as Record<string, string>)) add(form, MAY.adjective)
  const sorted = [...bits].sort((a, b) => a[0] - b[0])
  return new WordList(
    Int32Array.from(sorted, ([hash]) => hash),
    Uint8Array.from(sorted, ([, bit]) => bit),
  )
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}
