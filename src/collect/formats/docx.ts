import { zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { NO_METADATA } from '../../model/index.ts'
import type { Extract } from '../extraction.ts'
import { clean } from '../html-metadata.ts'
import { htmlText } from '../html-text.ts'
import { htmlDepth } from '../nesting.ts'
import { Refusal } from '../refusal.ts'
import { zipParts } from '../zip.ts'

export const DOCX_EXTRACTOR = { name: 'docx-mammoth', version: '2' } as const

/** The text of a Word document, by mammoth; title and author from its core properties. */
export const extractDocx: Extract = async (bytes, hints) => {
  const parts = zipParts(bytes, (name) => /\.(?:xml|rels)$/i.test(name), hints.limits)
  if (parts['word/document.xml'] === undefined && parts['_rels/.rels'] === undefined)
    throw new Refusal('malformed', 'it is a zip archive, but no Word document')
  for (const part of Object.values(parts)) {
    const depth = htmlDepth(Buffer.from(part).toString('latin1'), hints.limits.depth)
    if (depth > hints.limits.depth) throw new Refusal('malformed', `its elements are nested more than ${hints.limits.depth} deep`)
  }
  const { value: html } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      { includeEmbeddedStyleMap: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    .catch((error: Error) => {
      throw new Refusal('malformed', `the Word document is broken: ${error.message.slice(0, 160)}`)
    })
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const core = Buffer.from(parts['docProps/core.xml'] ?? new Uint8Array()).toString('utf8')
  return {
    extractor: DOCX_EXTRACTOR,
    text: htmlText(document.body as unknown as Parameters<typeof htmlText>[0]),
    metadata: { ...NO_METADATA, title: property(core, 'dc:title'), author: property(core, 'dc:creator') },
    warnings: [],
  }
}

function property(xml: string, name: string): string | null {
  const match = new RegExp(`<${name}[^>]{0,200}>([^<]{0,500})</${name}>`).exec(xml)
  if (match === null) return null
  const { document } = parseHTML(`<html><body>${match[1]}</body></html>`)
  return clean(document.body.textContent)
}
