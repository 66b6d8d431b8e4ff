/** The parts of the DOM that this needs; linkedom's, or any other's. */
interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<DomNode>
}

const SKIP = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'MATH',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'CANVAS',
  'AUDIO',
  'VIDEO',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'HEAD',
])
const BLOCK = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'CAPTION',
  'CENTER',
  'DD',
  'DETAILS',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HGROUP',
  'HR',
  'HTML',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TD',
  'TFOOT',
  'TH',
  'THEAD',
  'TR',
  'UL',
])

/**
 * The text of a document as a reader sees it: a paragraph for each block, a blank line between them, `br` as a line end, the
 * cells of a table row on one line. Walks without recursion, so that depth does not matter.
 */
export function htmlText(root: DomNode): string {
  const paragraphs: string[] = []
  let line = ''
  const end = (): void => {
    const text = line
      .split('\n')
      .map((part) => part.replace(/[ \t\r\f\u00a0]+/g, ' ').trim())
      .filter((part, i, all) => part !== '' || (i > 0 && i < all.length - 1))
      .join('\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim()
    if (text !== '') paragraphs.push(text)
    line = ''
  }
  const stack: { node: DomNode; leaving: boolean; pre: boolean; row: boolean }[] = [
    { node: root, leaving: false, pre: false, row: false },
  ]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, leaving, pre, row } = top
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      line += pre ? text : text.replace(/\s+/g, ' ')
      continue
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue
    if (SKIP.has(name)) continue
    const cell = row && (name === 'TD' || name === 'TH')
    if (leaving) {
      if (cell) line += ' | '
      else if (name === 'TR') {
        line = line.replace(/(?:\s*\|\s*)+$/, '')
        end()
      } else if (!row) end()
      continue
    }
    if (name === 'BR') {
      line += '\n'
      continue
    }
    const block = BLOCK.has(name)
    if (block && !row) end()
    const inRow = row || name === 'TR'
    if (block) stack.push({ node, leaving: true, pre, row: name === 'TR' ? false : row })
    // Asked for once: linkedom makes the list anew each time, which would make a wide page take quadratic time.
    const children = node.childNodes
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (child) stack.push({ node: child, leaving: false, pre: pre || name === 'PRE', row: inRow })
    }
  }
  end()
  return paragraphs.join('\n\n')
}
