import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence of a treebank; heads are word indices, -1 for the root. */
export interface Tree {
  readonly document: string
  readonly newParagraph: boolean
  readonly text: string
  readonly forms: string[]
  readonly lemmas: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly heads: number[]
  readonly relations: string[]
  readonly misc: string[]
}

/** The trees of a CoNLL-U text. Multi-word tokens and empty nodes are passed over: words are what counts. */
export function readTrees(conllu: string): Tree[] {
  const trees: Tree[] = []
  let document = ''
  let newParagraph = false
  let tree = blank()
  function blank(): Tree {
    return { document, newParagraph, text: '', forms: [], lemmas: [], upos: [], xpos: [], heads: [], relations: [], misc: [] }
  }
  let text = ''
  for (const line of conllu.split('\n')) {
    if (line.startsWith('#')) {
      if (line.startsWith('# newdoc')) {
        document = line.replace(/^.*=\s*/, '')
        newParagraph = true
      } else if (line.startsWith('# newpar')) newParagraph = true
      else if (line.startsWith('# text = ')) text = line.slice(9)
    } else if (line.trim() === '') {
      if (tree.forms.length > 0) trees.push({ ...tree, document, newParagraph, text })
      newParagraph = tree.forms.length > 0 ? false : newParagraph
      tree = blank()
    } else {
      const f = line.split('\t')
      if (!/^\d+$/.test(f[0]!)) continue
      tree.forms.push(f[1]!)
      tree.lemmas.push(f[2]!)
      tree.upos.push(f[3]!)
      tree.xpos.push(f[4]!)
      tree.heads.push(Number(f[6]) - 1)
      tree.relations.push(f[7]!)
      tree.misc.push(f[9]!)
    }
  }
  if (tree.forms.length > 0) trees.push({ ...tree, document, newParagraph, text })
  return trees
}

export function readGzip(path: string): string {
  const bytes = readFileSync(path)
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
}
