import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { NO_METADATA } from '../../model/index.ts'
import type { Extract } from '../extraction.ts'
import { clean } from '../html-metadata.ts'
import { htmlText } from '../html-text.ts'
import { checkZip } from '../inflate.ts'
import { htmlDepth } from '../nesting.ts'
import { Refusal } from '../refusal.ts'

export const DOCX_EXTRACTOR = { name: 'docx-mammoth', version: '1' } as const

/** The text of a Word document, by mammoth; title and author from its core properties. */
export const extractDocx: Extract = async (bytes, hints) => {
  checkZip(bytes, hints.limits)
  const parts = unzipSync(bytes, { filter: (file) => file.name === 'docProps/core.xml' || file.name === 'word/document.xml' })
  const main = parts['word/document.xml']
  if (main === undefined) throw new Refusal('malformed', 'it is a zip archive, but no Word document')
  const xml = Buffer.from(main).toString('utf8')
  if (htmlDepth(xml, hints.limits.depth) > hints.limits.depth)
    throw new Refusal('malformed', `its elements are nested more than ${hints.limits.depth} deep`)
  const { value: html } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
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
