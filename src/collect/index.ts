import { basename } from 'node:path'
import type { Collected } from '../model/index.ts'
import { fileAddress, shownPath, webAddress } from './address.ts'
import { decode } from './decode.ts'
import type { Extracted, Hints } from './extraction.ts'
import { createFetcher, type Fetched } from './fetch.ts'
import { discover, type Found, gather, linesOf, readPipe, readWhole } from './files.ts'
import { documentsIn, extractJson, fromObject, parseJson } from './formats/json.ts'
import { type CollectOptions, LIMITS, type Limits } from './options.ts'
import { asRefusal } from './refusal.ts'
import { makeReport, type Origin } from './report.ts'
import { sniff } from './sniff.ts'

export type { CollectOptions, FetchOptions, Given, Limits } from './options.ts'
export { EXTENSIONS } from './sniff.ts'

/**
 * Collects reports from folders, globs, files, web addresses and standard input, in the order given (a folder's files by
 * name). Each item gives one outcome: a report with its bytes, or why not. Nothing that one item does stops the next.
 */
export async function* collect(inputs: readonly string[], options: CollectOptions): AsyncGenerator<Collected> {
  const limits = options.limits ?? LIMITS
  const found: Found[] = []
  for (const input of inputs) {
    found.push(...(await discover(input)))
  }
  let known = found.length
  options.onFound?.(known)
  const lines = new Map<Found, number>()
  for (const item of found) {
    if (item.kind !== 'file' || !isLines(item.path)) continue
    const count = await countLines(item.path, limits)
    lines.set(item, count)
    known += count - 1
    options.onFound?.(known)
  }
  const fetcher = createFetcher(limits, options.fetch)
  try {
    for (const item of found) {
      if (item.kind === 'refused')
        yield { ok: false, address: shown(item.address), reason: item.refusal.reason, detail: item.refusal.message }
      else if (item.kind === 'stdin') yield* one('-', limits, options, () => gather(options.stdin, limits))
      else if (item.kind === 'pipe') yield* one(item.path, limits, options, () => readPipe(item.path, limits), true)
      else if (item.kind === 'web') yield await page(item.address, fetcher.fetch, limits, options)
      else if (isLines(item.path)) yield* documentLines(item.path, limits, options)
      else yield* one(item.path, limits, options, () => readWhole(item.path, limits))
    }
  } finally {
    await fetcher.close()
  }
}

function shown(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : shownPath(address)
}

function isLines(path: string): boolean {
  return /\.jsonl(\.gz)?$/i.test(path)
}

async function countLines(path: string, limits: Limits): Promise<number> {
  let count = 0
  try {
    for await (const _ of linesOf(path, limits)) count++
  } catch {
    // The reading proper tells what is wrong.
  }
  return Math.max(count, 1)
}

/** A file, a pipe or standard input: one report, or several when it is a JSON list of documents. */
async function* one(
  path: string,
  limits: Limits,
  options: CollectOptions,
  load: () => Promise<Uint8Array>,
  nameless = path === '-',
): AsyncGenerator<Collected> {
  const from = path === '-' ? '-' : shownPath(path)
  try {
    const bytes = await load()
    const format = await sniff(bytes, nameless ? '' : basename(path), null)
    const hints: Hints = { url: webAddress(options.given.url), charset: null, limits }
    const identity = nameless ? `stdin:${fingerprint(bytes)}` : fileAddress(path)
    if (format.extract === extractJson) {
      yield* jsonFile(
        bytes,
        { from, address: identity, mediaType: format.mediaType, headers: {}, fetchedFrom: null },
        hints,
        options,
        limits,
      )
      return
    }
    const extracted = await format.extract(bytes, hints)
    yield makeReport(
      bytes,
      extracted,
      { from, address: identity, mediaType: format.mediaType, headers: {}, fetchedFrom: null },
      options,
      limits,
    )
  } catch (error) {
    yield refused(from, error)
  }
}

/** Standard input and a pipe have no name of their own (`/dev/fd/63` is another each time): what they held is their identity. */
function fingerprint(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

async function* jsonFile(
  bytes: Uint8Array,
  origin: Origin,
  hints: Hints,
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Collected> {
  const value = parseJson(decode(bytes, null).text, hints)
  const documents = documentsIn(value)
  if (!Array.isArray(value) && documents.length === 1 && documents[0] === value) {
    yield makeReport(bytes, await extractJson(bytes, hints), origin, options, limits)
    return
  }
  options.onFound?.(documents.length)
  for (const [i, document] of documents.entries()) {
    const name = nameOf(document, i + 1)
    try {
      // A member of a list has no bytes of its own: its canonical JSON stands for them.
      const own = Buffer.from(JSON.stringify(document))
      yield makeReport(
        own,
        fromObject(document, hints, []),
        { ...origin, from: `${origin.from}#${name}`, address: `${origin.address}#${name}` },
        options,
        limits,
      )
    } catch (error) {
      yield refused(`${origin.from}#${name}`, error)
    }
  }
  if (documents.length === 0)
    yield { ok: false, address: origin.from, reason: 'malformed', detail: 'it is JSON, but holds no documents' }
}

async function* documentLines(path: string, limits: Limits, options: CollectOptions): AsyncGenerator<Collected> {
  const hints: Hints = { url: null, charset: null, limits }
  const from = shownPath(path)
  const seen = new Map<string, number>()
  let any = false
  try {
    for await (const { line, bytes } of linesOf(path, limits)) {
      any = true
      try {
        const extracted: Extracted = await extractJson(bytes, hints)
        const named = nameOf(JSON.parse(decode(bytes, null).text), line)
        const times = (seen.get(named) ?? 0) + 1
        seen.set(named, times)
        const name = times === 1 ? named : `${named}~${times}`
        yield makeReport(
          bytes,
          extracted,
          {
            from: `${from}#${name}`,
            address: `${fileAddress(path)}#${name}`,
            mediaType: 'application/json',
            headers: {},
            fetchedFrom: null,
          },
          options,
          limits,
        )
      } catch (error) {
        yield refused(`${from}, line ${line}`, error)
      }
    }
    if (!any) yield { ok: false, address: from, reason: 'empty', detail: 'the file holds no documents' }
  } catch (error) {
    yield refused(from, error)
  }
}

/** The id that a document gives itself, else its number. */
function nameOf(document: Record<string, unknown>, number: number): string {
  const id = Object.hasOwn(document, 'id') ? document.id : undefined
  const name =
    (typeof id === 'string' || typeof id === 'number') && String(id).length <= 200
      ? String(id).replace(/[\u0000-\u001f\u007f]/g, '')
      : ''
  return name === '' ? String(number) : name
}

async function page(
  address: string,
  fetch: (address: string) => Promise<Fetched>,
  limits: Limits,
  options: CollectOptions,
): Promise<Collected> {
  const wanted = webAddress(address)
  if (wanted === null)
    return { ok: false, address, reason: 'refused address', detail: 'it is no web address that can be fetched' }
  try {
    const { url, bytes, headers, mediaType, charset } = await fetch(wanted)
    const final = webAddress(url) ?? wanted
    const format = await sniff(bytes, basename(new URL(final).pathname), mediaType)
    const extracted = await format.extract(bytes, { url: final, charset, limits })
    return makeReport(
      bytes,
      extracted,
      { from: wanted, address: final, mediaType: format.mediaType, headers, fetchedFrom: final },
      options,
      limits,
    )
  } catch (error) {
    return refused(wanted, error)
  }
}

function refused(address: string, error: unknown): Collected {
  const refusal = asRefusal(error, 'it could not be taken apart')
  return { ok: false, address, reason: refusal.reason, detail: refusal.message }
}
