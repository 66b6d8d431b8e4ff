/** Elements whose end tags are commonly left out: a parser closes them by itself, so they do not nest. */
const CLOSED_BY_THEMSELVES = new Set(
  'p li td tr th dt dd option optgroup thead tbody tfoot colgroup rp rt area base br col embed hr img input link meta param source track wbr'.split(
    ' ',
  ),
)

/**
 * How deep the elements of an HTML text are nested at most: an estimate from its tags alone, made before any parser builds a
 * tree whose depth could overflow the stack. Linear in the text's length.
 */
export function htmlDepth(html: string, enough: number): number {
  let depth = 0
  let deepest = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closing = html[at + 1] === '/'
    const from = closing ? at + 2 : at + 1
    let to = from
    while (to < html.length && to - from < 24 && /[a-zA-Z0-9:_-]/.test(html[to] ?? '')) to++
    if (to === from) continue
    if (CLOSED_BY_THEMSELVES.has(html.slice(from, to).toLowerCase())) continue
    if (closing) depth = Math.max(0, depth - 1)
    else if (html[html.indexOf('>', to) - 1] !== '/') deepest = Math.max(deepest, ++depth)
    if (deepest > enough) return deepest
  }
  return deepest
}

/** How deep the brackets of a JSON text are nested at most, strings left aside. */
export function jsonDepth(json: string, enough: number): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (inString) {
      if (code === 92) i++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) {
      deepest = Math.max(deepest, ++depth)
      if (deepest > enough) return deepest
    } else if (code === 93 || code === 125) depth--
  }
  return deepest
}
