import { decode } from '../decode.ts'
import type { Extract, Extracted, Hints } from '../extraction.ts'
import { jsonDepth } from '../nesting.ts'
import { Refusal } from '../refusal.ts'
import { statedMetadata } from '../stated-metadata.ts'
import { fromHtml } from './html.ts'

export const JSON_EXTRACTOR = { name: 'json-document', version: '1' } as const

const TEXT_KEYS = ['text', 'body', 'content', 'article', 'maintext'] as const

/** One document as a JSON object: `{id, url, outlet, published, title, text, licence}` or close to it. */
export const extractJson: Extract = async (bytes, hints) => {
  const decoded = decode(bytes, null)
  const value = parseJson(decoded.text, hints)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('malformed', 'it is JSON, but not a document: an object with a text is wanted')
  return fromObject(value as Record<string, unknown>, hints, decoded.warnings)
}

export function fromObject(document: Record<string, unknown>, hints: Hints, warnings: readonly string[]): Extracted {
  const { metadata, warnings: stated } = statedMetadata(document)
  for (const key of TEXT_KEYS) {
    const value = Object.hasOwn(document, key) ? document[key] : undefined
    const text =
      typeof value === 'string'
        ? value
        : Array.isArray(value) && value.every((part) => typeof part === 'string')
          ? value.join('\n\n')
          : null
    if (text !== null) return { extractor: JSON_EXTRACTOR, text, metadata, warnings: [...warnings, ...stated] }
  }
  if (Object.hasOwn(document, 'html') && typeof document.html === 'string') {
    const page = fromHtml(document.html, hints, warnings)
    const said = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
    return { ...page, metadata: { ...page.metadata, ...said }, warnings: [...page.warnings, ...stated] }
  }
  throw new Refusal('malformed', `it has no text: one of ${TEXT_KEYS.join(', ')} or html is wanted`)
}

export function parseJson(text: string, hints: Hints): unknown {
  if (jsonDepth(text, hints.limits.depth) > hints.limits.depth)
    throw new Refusal('malformed', `it is nested more than ${hints.limits.depth} deep`)
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Refusal('malformed', `it is not JSON: ${String((error as Error).message).slice(0, 160)}`)
  }
}

/** The documents of a JSON file: one object, an array of them, or an array under a telling key. */
export function documentsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value))
    return value.filter(
      (item): item is Record<string, unknown> => typeof item === 'object' && item !== null && !Array.isArray(item),
    )
  if (typeof value !== 'object' || value === null) return []
  const document = value as Record<string, unknown>
  if (TEXT_KEYS.some((key) => Object.hasOwn(document, key)) || Object.hasOwn(document, 'html')) return [document]
  for (const key of ['documents', 'articles', 'items', 'reports', 'results', 'data']) {
    const inner = Object.hasOwn(document, key) ? document[key] : undefined
    if (Array.isArray(inner)) return documentsIn(inner)
  }
  return [document]
}
