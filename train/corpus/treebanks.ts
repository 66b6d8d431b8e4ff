import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A treebank some of whose documents are annotated: which, and under what licence their texts came with it. */
const TREEBANKS = [
  {
    file: 'treebanks/en_ewt-train.conllu.gz',
    url: 'https://github.com/UniversalDependencies/UD_English-EWT',
    licence: 'CC BY-SA 4.0',
    documents: /^(?:weblog|newsgroup)-/,
  },
  {
    file: 'treebanks/en_ewt-dev.conllu.gz',
    url: 'https://github.com/UniversalDependencies/UD_English-EWT',
    licence: 'CC BY-SA 4.0',
    documents: /^(?:weblog|newsgroup)-/,
  },
  {
    file: 'treebanks/en_gumfree-train.conllu.gz',
    url: 'https://github.com/UniversalDependencies/UD_English-GUM',
    licence: 'public domain',
    documents: /^GUM_speech_(?:nixon|remarks|floyd|maiden|telescope)$/,
  },
  {
    file: 'treebanks/en_gumfree-train.conllu.gz',
    url: 'https://github.com/UniversalDependencies/UD_English-GUM',
    licence: 'CC BY 4.0',
    documents: /^GUM_textbook_evoethics$/,
  },
  {
    file: 'treebanks/en_gum-dev.conllu.gz',
    url: 'https://github.com/UniversalDependencies/UD_English-GUM',
    licence: 'public domain',
    documents: /^GUM_speech_impeachment$/,
  },
] as const

/** One document of a treebank as running text. */
export interface TreebankText {
  readonly id: string
  readonly file: string
  readonly url: string
  readonly licence: string
  readonly text: string
}

/**
 * The documents of the treebanks below a data folder that are annotated or may be, as running text: sentences joined by
 * one space, paragraphs by a line break. Absent files give none.
 */
export function* readTreebankTexts(data: string): Generator<TreebankText> {
  for (const { file, url, licence, documents } of TREEBANKS) {
    const path = join(data, file)
    if (!existsSync(path)) continue
    for (const [id, text] of runningTexts(gunzipSync(readFileSync(path)).toString('utf8')))
      if (documents.test(id)) yield { id, file, url, licence, text }
  }
}

/** Each document's id and running text, from a CoNLL-U text with `newdoc`, `newpar` and `text` comments. */
export function runningTexts(conllu: string): Map<string, string> {
  const texts = new Map<string, string>()
  let id = ''
  let gap = ''
  for (const [, key, value = ''] of conllu.matchAll(/^# (newdoc id|newpar|text)\b(?: id)?(?: = (.*))?$/gm)) {
    if (key === 'newdoc id') {
      id = value
      texts.set(id, '')
      gap = ''
    } else if (key === 'newpar') {
      if (gap !== '') gap = '\n'
    } else {
      texts.set(id, `${texts.get(id) ?? ''}${gap}${value.trim()}`)
      gap = ' '
    }
  }
  return texts
}
