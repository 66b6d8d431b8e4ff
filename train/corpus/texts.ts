import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTreebankTexts } from './treebanks.ts'

/** Where an openly licensed text is read from: a file under the data folder (JSONL or a treebank), and the id of its line or document. */
export interface OpenText {
  readonly id: string
  /** Path below the data folder. */
  readonly file: string
  readonly url: string
  readonly licence: string
  readonly text: string
}

/** GeoVirus is cut from English Wikinews, whose texts of those years are CC BY 2.5; its lines carry no licence field of their own. */
const WIKINEWS_LICENCE = 'CC BY 2.5'
const WIKINEWS = 'https://en.wikinews.org/'
/** Licences under which a text may be annotated and a model trained on it be given away. */
const OPEN = /^CC (?:BY|BY-SA) \d\.\d$|^CC0|^public domain$/i
const FILES = ['geo/geovirus.dev.jsonl', 'gum-attribution/shared.jsonl'] as const

/**
 * Reads the openly licensed texts below a data folder, in the order of their files. Texts with another licence, or none,
 * are left out. Files that are absent are skipped: the map is then smaller, or empty.
 */
export function readOpenTexts(data: string): Map<string, OpenText> {
  const texts = new Map<string, OpenText>()
  for (const file of FILES) {
    const path = join(data, file)
    if (!existsSync(path)) continue
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line === '') continue
      const row = JSON.parse(line) as { id: string; text: string; url?: string; sourceURL?: string; licence?: string }
      const url = row.url ?? row.sourceURL ?? ''
      const licence = row.licence ?? (url.startsWith(WIKINEWS) ? WIKINEWS_LICENCE : '')
      if (OPEN.test(licence)) texts.set(row.id, { id: row.id, file, url, licence, text: row.text })
    }
  }
  for (const text of readTreebankTexts(data)) if (!texts.has(text.id) && OPEN.test(text.licence)) texts.set(text.id, text)
  return texts
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
