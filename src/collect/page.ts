import { parseHTML } from 'linkedom'
import { htmlDepth } from './nesting.ts'
import type { Limits } from './options.ts'
import { Refusal } from './refusal.ts'

/** linkedom's document. */
export type PageDocument = ReturnType<typeof parseHTML>['document']

/** Characters of one page's markup; real pages have at most a few million. */
const MOST_MARKUP = 10_000_000

const MOST_STRAY = 20_000

/**
 * A page as a document that has `html`, `head` and `body`, as browsers make it of pages that leave those tags out (which the
 * standard allows, and linkedom does not add).
 * @throws Refusal when it is too large or nested too deep to be taken apart safely
 */
export function parsePage(source: string, limits: Limits): PageDocument {
  const html = strayEscaped(source)
  if (html.length > MOST_MARKUP)
    throw new Refusal('too large', `its markup has ${html.length} characters; at most ${MOST_MARKUP} are read`)
  if (htmlDepth(html, limits.depth) > limits.depth)
    throw new Refusal('malformed', `its elements are nested more than ${limits.depth} deep`)
  const given = documentOf(html)
  const root = given.documentElement
  if (root?.nodeName === 'HTML' && given.querySelector('html > body, html > frameset') !== null) return given
  if (/<body[\s>]/i.test(html) && root?.nodeName !== 'HTML')
    return documentOf(`<!doctype html><html>${withoutDoctype(html)}</html>`)
  if (root?.nodeName !== 'HTML')
    return documentOf(`<!doctype html><html><head></head><body>${withoutDoctype(html)}</body></html>`)
  const body = given.createElement('body')
  for (const child of [...root.childNodes]) if (child.nodeName !== 'HEAD') body.appendChild(child)
  root.appendChild(body)
  return given
}

/** A "<" that begins no tag makes linkedom a text node of its own; a page full of them would take minutes. */
function strayEscaped(html: string): string {
  const stray = html.match(/<(?![a-z/!?])/gi)?.length ?? 0
  return stray > MOST_STRAY ? html.replace(/<(?![a-z/!?])/gi, '&lt;') : html
}

function documentOf(html: string): PageDocument {
  return parseHTML(html).document
}

function withoutDoctype(html: string): string {
  return html.replace(/^\s*(?:<\?xml[^>]{0,200}>\s*)?<!doctype[^>]{0,500}>/i, '')
}
