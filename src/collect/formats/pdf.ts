import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { NO_METADATA } from '../../model/index.ts'
import type { Extract } from '../extraction.ts'
import { clean } from '../html-metadata.ts'
import { Refusal } from '../refusal.ts'

export const PDF_EXTRACTOR = { name: 'pdf-unpdf', version: '1' } as const

const MOST_PAGES = 2_000

/** The text of a PDF, page by page, its lines joined to paragraphs. */
export const extractPdf: Extract = async (bytes, hints) => {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 4096))).toString('latin1')
  if (!tail.includes('%%EOF')) throw new Refusal('malformed', 'the PDF stops before its end: it has been cut')
  // pdf.js takes the buffer for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    verbosity: 0,
  }).catch((error: Error) => {
    if (error.name === 'PasswordException') throw new Refusal('malformed', 'the PDF is locked with a password')
    throw new Refusal('malformed', `the PDF is broken: ${error.message.slice(0, 160)}`)
  })
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new Refusal('too large', `the PDF has ${pdf.numPages} pages; at most ${MOST_PAGES} are read`)
    const { text: pages } = await extractText(pdf, { mergePages: false })
    const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }))
    const text = pages
      .map(joinLines)
      .filter((page) => page !== '')
      .join('\n\n')
    if (text.trim() === '') throw new Refusal('empty', 'the PDF holds no text: it may be a scan')
    if (text.length > hints.limits.text)
      throw new Refusal('too large', `its text has ${text.length} characters; at most ${hints.limits.text} are read`)
    return {
      extractor: PDF_EXTRACTOR,
      text,
      metadata: { ...NO_METADATA, title: titleOf(info.Title), author: clean(stringOf(info.Author)) },
      warnings: [],
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** A title that a word processor left ("Microsoft Word - draft3.docx") is none. */
function titleOf(value: unknown): string | null {
  const title = clean(stringOf(value))
  return title === null || /\.(docx?|indd|qxd|tex|pdf|rtf)$/i.test(title) || /^(untitled|microsoft word)/i.test(title)
    ? null
    : title
}

/**
 * A page's lines to paragraphs: a hyphen at a line's end before a small letter goes, a line that ends a sentence well before
 * the right margin ends a paragraph, and so does an empty line.
 */
export function joinLines(page: string): string {
  const lines = page.split('\n').map((line) => line.trim())
  const widths = lines
    .filter((line) => line !== '')
    .map((line) => line.length)
    .sort((a, b) => a - b)
  const margin = (widths[Math.floor(widths.length * 0.8)] ?? 0) * 0.75
  let result = ''
  let last = ''
  for (const line of lines) {
    if (line === '') {
      if (result !== '' && !result.endsWith('\n\n')) result += '\n\n'
    } else if (result === '' || result.endsWith('\n\n')) result += line
    else if (/\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(line)) result = result.slice(0, -1) + line
    else if (/[.!?:”"’)]$/.test(last) && last.length < margin) result += `\n\n${line}`
    else result += ` ${line}`
    last = line
  }
  return result.trim()
}
