import type { Tree } from './conllu.ts'
import type { NamedSentence } from './entities.ts'

const KINDS: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', place: 'LOC' }
const TITLES = new Set(
  'mr. mrs. ms. dr. prof. professor sir lord lady dame president prime minister chancellor senator sen. representative rep. governor gov. mayor secretary ambassador general gen. lieutenant colonel major captain admiral judge justice king queen prince princess pope bishop archbishop cardinal rev. father sister brother st. chief director mr mrs ms dr prof'.split(
    ' ',
  ),
)
/** Small words inside names of bodies and places. */
const INNER = new Set(['of', 'for', 'and', '&', 'the', 'de', 'la', 'del', "'s", '-'])

interface Mention {
  readonly kind: string
  readonly first: number
  readonly heads: readonly number[]
  readonly linked: boolean
  end: number
}

/**
 * The names among GUM's mentions of persons, organisations and places: the proper nouns around a mention's head, without titles.
 * Where names lie in one another the longest stands, as in UNER.
 */
export function gumNames(trees: readonly Tree[]): NamedSentence[] {
  const open = new Map<string, Mention[]>()
  return trees.map((tree) => {
    open.clear()
    const mentions: Mention[] = []
    tree.misc.forEach((misc, i) => {
      const field = misc.split('|').find((part) => part.startsWith('Entity='))
      for (const piece of field?.slice(7).match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
        const group = /^\(?(\d+)/.exec(piece)?.[1] ?? ''
        if (piece.startsWith('(')) {
          const parts = piece.replace(/[()]/g, '').split('-')
          const heads = (parts[5] ?? '').split(',').map(Number)
          const mention = { kind: KINDS[parts[1] ?? ''] ?? '', first: i, end: i + 1, heads, linked: parts.length > 7 }
          mentions.push(mention)
          if (!piece.endsWith(')')) open.set(group, [...(open.get(group) ?? []), mention])
        } else {
          const mention = open.get(group)?.pop()
          if (mention) mention.end = i + 1
        }
      }
    })
    const tags = tree.forms.map(() => 'O')
    const spans = mentions
      .flatMap((mention) => nameIn(tree, mention))
      .sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)
    for (const { kind, first, end } of spans) {
      if (tags.slice(first, end).some((tag) => tag !== 'O')) continue
      for (let i = first; i < end; i++) tags[i] = `${i === first ? 'B' : 'I'}-${kind}`
    }
    return { document: tree.document, forms: tree.forms, tags }
  })
}

function nameIn(tree: Tree, mention: Mention): { kind: string; first: number; end: number }[] {
  const { kind, linked } = mention
  if (kind === '') return []
  const proper = (i: number): boolean =>
    tree.upos[i] === 'PROPN' || (linked && /^\p{Lu}/u.test(tree.forms[i]!) && tree.upos[i] !== 'PRON')
  const heads = mention.heads
    .map((k) => mention.first + k - 1)
    .filter((i) => i < mention.end && proper(i) && tree.upos[i] === 'PROPN')
  if (heads.length === 0) return []
  let first = Math.min(...heads)
  let end = Math.max(...heads) + 1
  for (let i = first; i < end; i++) if (!proper(i) && !INNER.has(tree.forms[i]!.toLowerCase())) return []
  const bridged = kind !== 'PER' && linked
  while (
    end < mention.end &&
    (proper(end) ||
      (bridged && INNER.has(tree.forms[end]!) && tree.forms[end] !== "'s" && end + 1 < mention.end && proper(end + 1)))
  )
    end++
  while (
    first > mention.first &&
    (proper(first - 1) ||
      (bridged &&
        INNER.has(tree.forms[first - 1]!) &&
        tree.forms[first - 1] !== 'the' &&
        first - 1 > mention.first &&
        proper(first - 2)))
  )
    first--
  while (first < end - 1 && (TITLES.has(tree.forms[first]!.toLowerCase()) || !proper(first))) first++
  return [{ kind, first, end }]
}
