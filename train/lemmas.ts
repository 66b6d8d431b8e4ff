import { plainOf } from '../src/read/syntax/forms.ts'
import { type LemmaRule, LONGEST_ENDING } from '../src/read/syntax/lemma.ts'
import type { Tree } from './conllu.ts'
import { IRREGULAR_VERBS } from './irregular-verbs.ts'

/** Learns the lemmatiser's rules: per fine tag a tree of endings, each kept only where it decides otherwise than the shorter one. */
export function lemmaRules(trees: readonly Tree[]): LemmaRule[] {
  // How often each word of a tag has which lemma.
  const seen = new Map<string, Map<string, Map<string, number>>>()
  for (const tree of trees)
    tree.forms.forEach((form, i) => {
      const word = (/\d/.test(form) ? form : plainOf(form)).toLowerCase()
      const lemma = tree.lemmas[i]!.toLowerCase()
      if (lemma === '_' || /\d/.test(word)) return
      const words = seen.get(tree.xpos[i]!) ?? new Map<string, Map<string, number>>()
      seen.set(tree.xpos[i]!, words)
      const lemmas = words.get(word) ?? new Map<string, number>()
      words.set(word, lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1))
    })
  for (const verb of IRREGULAR_VERBS) {
    const [base = '', past = '', participle = ''] = verb.split(' ')
    for (const [xpos, word] of [
      ['VBD', past],
      ['VBN', participle],
      ['VBN', past],
    ] as const) {
      const lemmas = seen.get(xpos)?.get(word) ?? new Map<string, number>()
      seen.get(xpos)?.set(word, lemmas.set(base, (lemmas.get(base) ?? 0) + 2))
    }
  }
  const rules: LemmaRule[] = []
  for (const [xpos, words] of [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const choice = new Map<string, { edit: string; count: number }>()
    for (const [word, lemmas] of words) {
      const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
      choice.set(word, { edit: editOf(word, lemma), count })
    }
    const votes = new Map<string, Map<string, number>>()
    for (const [word, { edit }] of choice)
      for (let k = 0; k <= Math.min(LONGEST_ENDING, word.length - 1); k++) {
        const ending = word.slice(word.length - k)
        const edits = votes.get(ending) ?? new Map<string, number>()
        votes.set(ending, edits.set(edit, (edits.get(edit) ?? 0) + 1))
      }
    const decided = new Map<string, string>()
    for (const ending of [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const [edit, count] = [...votes.get(ending)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
      const inherited = decision(decided, ending.slice(1), ending === '')
      if (edit === inherited || (ending !== '' && count < 2)) continue
      decided.set(ending, edit)
      rules.push([xpos, ending, ...parts(edit)])
    }
    for (const [word, { edit, count }] of [...choice].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
      if (count >= 2 && edit !== decision(decided, word.slice(-LONGEST_ENDING), false, word.length))
        rules.push([xpos, `^${word}`, ...parts(edit)])
  }
  // A tag whose only rule is "leave it" needs none.
  const changing = new Set(rules.filter(([, , strip, add]) => strip > 0 || add !== '').map(([xpos]) => xpos))
  return rules.filter(([xpos]) => changing.has(xpos))
}

function decision(
  decided: ReadonlyMap<string, string>,
  ending: string,
  none: boolean,
  length = Number.POSITIVE_INFINITY,
): string {
  if (none) return '0 '
  for (let k = 0; k <= ending.length; k++) {
    const tail = ending.slice(k)
    if (tail.length >= length) continue
    const edit = decided.get(tail)
    if (edit !== undefined) return edit
  }
  return '0 '
}

function editOf(word: string, lemma: string): string {
  let same = 0
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++
  return `${word.length - same} ${lemma.slice(same)}`
}

function parts(edit: string): [number, string] {
  const gap = edit.indexOf(' ')
  return [Number(edit.slice(0, gap)), edit.slice(gap + 1)]
}
