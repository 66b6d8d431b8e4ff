import { fileTypeFromBuffer } from 'file-type'
import { byteOrderMark, looksLikeUtf16 } from './decode.ts'
import type { Extract } from './extraction.ts'
import { extractDocx } from './formats/docx.ts'
import { extractHtml } from './formats/html.ts'
import { extractJson } from './formats/json.ts'
import { extractMail, extractMhtml } from './formats/mail.ts'
import { extractPdf } from './formats/pdf.ts'
import { extractMarkdown, extractText } from './formats/text.ts'
import { Refusal } from './refusal.ts'

export interface Format {
  readonly mediaType: string
  readonly extract: Extract
}

const FORMATS = {
  html: { mediaType: 'text/html', extract: extractHtml },
  json: { mediaType: 'application/json', extract: extractJson },
  text: { mediaType: 'text/plain', extract: extractText },
  markdown: { mediaType: 'text/markdown', extract: extractMarkdown },
  mail: { mediaType: 'message/rfc822', extract: extractMail },
  mhtml: { mediaType: 'multipart/related', extract: extractMhtml },
  pdf: { mediaType: 'application/pdf', extract: extractPdf },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extract: extractDocx },
} as const satisfies Record<string, Format>

/** Extensions that `add` looks for in a folder. */
export const EXTENSIONS = [
  'txt',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'json',
  'jsonl',
  'jsonl.gz',
  'pdf',
  'docx',
  'eml',
  'mht',
  'mhtml',
] as const

/**
 * What the bytes are. Their content decides; the name only tells kinds of text apart.
 * @param name file name or the last part of an address; may be empty
 * @param declared a media type from a header; null when none
 */
export async function sniff(bytes: Uint8Array, name: string, declared: string | null): Promise<Format> {
  if (bytes.length === 0) throw new Refusal('empty', 'the file is empty')
  const found = await fileTypeFromBuffer(bytes.subarray(0, 1_000_000))
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (found?.mime === 'application/pdf') return FORMATS.pdf
  if (found?.ext === 'docx' || (found?.ext === 'zip' && extension === 'docx')) return FORMATS.docx
  if (found !== undefined && !/^(text|message)\/|xml|mhtml|eml|rfc822/.test(`${found.mime} ${found.ext}`)) {
    throw new Refusal('not text', `it is ${found.mime}${extension === '' ? '' : `, whatever its name (.${extension}) says`}`)
  }
  const wide = byteOrderMark(bytes)?.startsWith('utf-16') || looksLikeUtf16(bytes) !== null
  if (!wide && isBinary(bytes)) throw new Refusal('not text', 'it holds binary data')
  const head = Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (['pdf', 'docx'].includes(extension)) throw new Refusal('malformed', `it is named .${extension}, but is none`)
  if (['mht', 'mhtml'].includes(extension) || /^from: <saved by/i.test(head) || /snapshot-content-location:/i.test(head))
    return FORMATS.mhtml
  if (extension === 'eml' || declared === 'message/rfc822') return FORMATS.mail
  if (declared === 'application/json' || extension === 'json' || extension === 'jsonl') return FORMATS.json
  if (
    ['html', 'htm', 'xhtml'].includes(extension) ||
    declared === 'text/html' ||
    declared === 'application/xhtml+xml' ||
    looksLikeHtml(head)
  )
    return FORMATS.html
  if (['md', 'markdown'].includes(extension) || declared === 'text/markdown') return FORMATS.markdown
  if (head.startsWith('{') && /"(?:text|body|content|html)"\s*:/.test(head)) return FORMATS.json
  return FORMATS.text
}

function looksLikeHtml(head: string): boolean {
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head)
}

/** A NUL, or more control characters than any text has. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 32_768)
  let controls = 0
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++
  return controls > Math.max(8, sample.length * 0.01)
}
