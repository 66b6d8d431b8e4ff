import { createHash } from 'node:crypto'
import type { Collected, CollectedReport, Extractor, Metadata } from '../model/index.ts'
import { webAddress } from './address.ts'
import type { Extracted } from './extraction.ts'
import { clean, language } from './html-metadata.ts'
import type { CollectOptions, Given, Limits } from './options.ts'
import { publishedDate } from './published.ts'
import { Refusal } from './refusal.ts'
import { WORKING_TEXT_RULES, workingText } from './working-text.ts'

export interface Origin {
  /** Where the bytes came from: a web address, a path, `path#id`, or `-`. */
  readonly from: string
  /** The identity to fall back on when the item names no web address of its own. */
  readonly address: string
  readonly mediaType: string
  readonly headers: Readonly<Record<string, string>>
  /** Set for what was fetched: an item may then name as canonical only an address of the same site. */
  readonly fetchedFrom: string | null
}

/** Puts together what collection hands on: working text, metadata, the capture. */
export function makeReport(
  bytes: Uint8Array,
  extracted: Extracted,
  origin: Origin,
  options: CollectOptions,
  limits: Limits,
): Extract<Collected, { ok: true }> {
  const { text, warnings } = workingText(extracted.text)
  if (text === '') throw new Refusal('empty', 'it holds no text')
  if (text.length > limits.text)
    throw new Refusal('too large', `its text has ${text.length} characters; at most ${limits.text} are read`)
  const metadata = supplied(extracted.metadata, options.given)
  const notes = [...extracted.warnings, ...warnings]
  const own = ownAddress(metadata.canonical, origin, notes)
  const report: CollectedReport = {
    capture: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      mediaType: origin.mediaType,
      address: origin.from,
      capturedAt: options.now().toISOString(),
      headers: origin.headers,
    },
    address: own ?? webAddress(options.given.url) ?? origin.address,
    extractor: stamped(extracted.extractor),
    text,
    metadata: { ...metadata, canonical: own ?? webAddress(options.given.url) },
  }
  return { ok: true, report, bytes, warnings: notes }
}

/** The rules of the working text are a part of what made it. */
function stamped(extractor: Extractor): Extractor {
  return { name: extractor.name, version: `${extractor.version}+text.${WORKING_TEXT_RULES}` }
}

/** What the user supplies fills what the input leaves open; it never replaces what the input says. */
function supplied(metadata: Metadata, given: Given): Metadata {
  return {
    ...metadata,
    title: metadata.title ?? clean(given.title),
    outlet: metadata.outlet ?? clean(given.outlet),
    published: metadata.published ?? publishedDate(given.published),
    language: metadata.language ?? language(given.language),
  }
}

/**
 * The web address that the item names as its own, if it may: a fetched page can't speak for another site (it would become a
 * "new version" of somebody else's report), and a bare front page is nobody's own address.
 */
function ownAddress(canonical: string | null, origin: Origin, notes: string[]): string | null {
  if (canonical === null) return null
  const url = new URL(canonical)
  if (url.pathname === '/' && url.search === '') return null
  if (origin.fetchedFrom !== null && site(url.hostname) !== site(new URL(origin.fetchedFrom).hostname)) {
    notes.push(`it names ${url.hostname} as its address, another site than it came from; not believed`)
    return null
  }
  return canonical
}

/** A host without the prefixes under which one site serves one page. */
function site(host: string): string {
  return host.replace(/^(www|m|mobile|amp|edition)\./, '')
}
