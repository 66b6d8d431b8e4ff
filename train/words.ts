import { plainOf, WordList } from '../src/read/syntax/forms.ts'
import { hashOf } from '../src/read/syntax/hash.ts'
import type { Tree } from './conllu.ts'

/** The words seen at least `least` times, each with a number for the set of universal tags it was seen with. */
export function wordList(trees: readonly Tree[], least: number): WordList {
  const seen = new Map<string, Map<string, number>>()
  for (const tree of trees)
    tree.forms.forEach((form, i) => {
      const lower = plainOf(form).toLowerCase()
      const tags = seen.get(lower) ?? new Map<string, number>()
      if (tags.size === 0) seen.set(lower, tags)
      tags.set(tree.upos[i]!, (tags.get(tree.upos[i]!) ?? 0) + 1)
    })
  const kept: { hash: number; kind: string }[] = []
  const kinds = new Map<string, number>()
  for (const [word, tags] of seen) {
    let total = 0
    for (const count of tags.values()) total += count
    if (total < least) continue
    const main = [...tags].filter(([, count]) => count >= total * 0.06).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const kind = main
      .map(([tag]) => tag)
      .slice(0, 3)
      .join(' ')
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    kept.push({ hash: hashOf(word), kind })
  }
  const numbers = new Map(
    [...kinds]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 253)
      .map(([kind], i) => [kind, i + 1]),
  )
  kept.sort((a, b) => a.hash - b.hash)
  return new WordList(
    Int32Array.from(kept, (k) => k.hash),
    Uint8Array.from(kept, (k) => numbers.get(k.kind) ?? 254),
  )
}
