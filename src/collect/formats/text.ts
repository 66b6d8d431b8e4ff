import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { parseDocument } from 'yaml'
import { type Metadata, NO_METADATA } from '../../model/index.ts'
import { decode } from '../decode.ts'
import type { Extract } from '../extraction.ts'
import { htmlText } from '../html-text.ts'
import { htmlDepth } from '../nesting.ts'
import { Refusal } from '../refusal.ts'
import { statedMetadata } from '../stated-metadata.ts'

export const TEXT_EXTRACTOR = { name: 'plain-text', version: '1' } as const
export const MARKDOWN_EXTRACTOR = { name: 'markdown', version: '1' } as const

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Plain text, after its front matter if it has one. */
export const extractText: Extract = async (bytes, hints) => {
  const decoded = decode(bytes, hints.charset)
  const { body, metadata, warnings } = frontMatter(decoded.text)
  return { extractor: TEXT_EXTRACTOR, text: body, metadata, warnings: [...decoded.warnings, ...warnings] }
}

/** Markdown as a reader sees it: its markup gone, its paragraphs kept. HTML inside it is treated as HTML is. */
export const extractMarkdown: Extract = async (bytes, hints) => {
  const decoded = decode(bytes, hints.charset)
  const { body, metadata, warnings } = frontMatter(decoded.text)
  if (body.length > hints.limits.text * 2)
    throw new Refusal('too large', `its text is longer than ${hints.limits.text} characters`)
  const html = await marked.parse(body, { async: true, gfm: true })
  if (htmlDepth(html, hints.limits.depth) > hints.limits.depth)
    throw new Refusal('malformed', `its blocks are nested more than ${hints.limits.depth} deep`)
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const heading = document.querySelector('h1')?.textContent?.trim() ?? null
  const text = htmlText(document.body as unknown as Parameters<typeof htmlText>[0])
  return {
    extractor: MARKDOWN_EXTRACTOR,
    text,
    metadata: { ...metadata, title: metadata.title ?? heading },
    warnings: [...decoded.warnings, ...warnings],
  }
}

/** Takes a YAML block at the beginning for what the file says of itself. One that is no such block stays text. */
function frontMatter(text: string): { body: string; metadata: Metadata; warnings: string[] } {
  const match = FRONT_MATTER.exec(text)
  if (match === null) return { body: text, metadata: NO_METADATA, warnings: [] }
  const document = parseDocument(match[1] ?? '', { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  let stated: unknown
  try {
    stated = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 20 })
  } catch {
    stated = null
  }
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    return { body: text, metadata: NO_METADATA, warnings: ['what looks like a front matter block is not YAML; taken for text'] }
  }
  const { metadata, warnings } = statedMetadata(stated as Record<string, unknown>)
  return { body: text.slice(match[0].length), metadata, warnings }
}
