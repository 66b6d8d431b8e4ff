import PostalMime, { type Email } from 'postal-mime'
import { NO_METADATA } from '../../model/index.ts'
import { webAddress } from '../address.ts'
import type { Extract, Extracted } from '../extraction.ts'
import { clean } from '../html-metadata.ts'
import { publishedDate } from '../published.ts'
import { Refusal } from '../refusal.ts'
import { fromHtml } from './html.ts'

export const MAIL_EXTRACTOR = { name: 'mail-postal-mime', version: '1' } as const
export const MHTML_EXTRACTOR = { name: 'mhtml-postal-mime', version: '1' } as const

/** A mail: its text, or the text of its HTML; subject, sender and date as metadata. Attachments are left aside, and said so. */
export const extractMail: Extract = async (bytes, hints) => {
  const mail = await parse(bytes)
  const plain = mail.text?.trim() ?? ''
  const attachments = mail.attachments.filter((attachment) => attachment.disposition === 'attachment')
  const warnings =
    attachments.length === 0 ? [] : [`${attachments.length} attachments left aside; save and add them by themselves`]
  const page = plain === '' && mail.html ? fromHtml(mail.html, hints, []) : null
  if (plain === '' && page === null) throw new Refusal('empty', 'the mail holds no text')
  return {
    extractor: MAIL_EXTRACTOR,
    text: page?.text ?? plain,
    metadata: {
      ...NO_METADATA,
      title: clean(mail.subject),
      outlet: clean(mail.from?.name),
      published: publishedDate(header(mail, 'date')),
      language: page?.metadata.language ?? null,
    },
    warnings,
  }
}

/** A page that a browser saved as one file. */
export const extractMhtml: Extract = async (bytes, hints) => {
  const mail = await parse(bytes)
  if (!mail.html) throw new Refusal('malformed', 'it is a saved page without a page in it')
  const url = webAddress(header(mail, 'snapshot-content-location')) ?? hints.url
  const page: Extracted = fromHtml(mail.html, { ...hints, url }, [])
  return {
    ...page,
    extractor: MHTML_EXTRACTOR,
    metadata: { ...page.metadata, canonical: page.metadata.canonical ?? url, title: page.metadata.title ?? clean(mail.subject) },
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(new Uint8Array(bytes), { maxNestingDepth: 50, maxHeadersSize: 500_000 })
  } catch (error) {
    throw new Refusal('malformed', `the mail is broken: ${String((error as Error).message).slice(0, 160)}`)
  }
}

function header(mail: Email, name: string): string | null {
  return mail.headers.find((entry) => entry.key === name)?.value ?? null
}
