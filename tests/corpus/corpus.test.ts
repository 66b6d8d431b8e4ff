import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitOf } from '../../train/corpus/compile.ts'
import { EVIDENCE, faults, MODALITIES, parseStandoff, QUOTATIONS, ROLES } from '../../train/corpus/standoff.ts'
import { digest, readOpenTexts } from '../../train/corpus/texts.ts'

const DATA = '../shared/data'
const FILES = ['corpus.jsonl', 'first-pass.jsonl', 'second-pass.jsonl'].filter((file) => existsSync(`data/attribution/${file}`))
const present = [
  'geo/geovirus.dev.jsonl',
  'gum-attribution/shared.jsonl',
  'treebanks/en_ewt-train.conllu.gz',
  'treebanks/en_ewt-dev.conllu.gz',
  'treebanks/en_gumfree-train.conllu.gz',
  'treebanks/en_gum-dev.conllu.gz',
].every((file) => existsSync(`${DATA}/${file}`))

describe.each(FILES)('data/attribution/%s', (file) => {
  const documents = parseStandoff(readFileSync(`data/attribution/${file}`, 'utf8'))

  it('has each document once, in the split that its id gives, under an open licence', () => {
    expect(new Set(documents.map((d) => d.id)).size).toBe(documents.length)
    for (const d of documents) {
      expect(d.split).toBe(splitOf(d.id))
      expect(d.licence).toMatch(/^CC BY|^CC0|^public domain$/)
    }
  })

  it('uses only the labels of the guidelines', () => {
    for (const d of documents) {
      for (const figure of d.figures) expect(ROLES).toContain(figure.role)
      for (const a of d.attributions) {
        expect(QUOTATIONS).toContain(a.quotation)
        expect(MODALITIES).toContain(a.modality)
        for (const item of a.evidence) expect(EVIDENCE).toContain(item.kind)
      }
    }
  })

  it.skipIf(!present)('fits texts that are the same to the byte, every offset inside them (needs ../shared/data)', () => {
    const texts = readOpenTexts(DATA)
    for (const d of documents) {
      const open = texts.get(d.id)
      if (!open) throw new Error(`${d.id} is not among the openly licensed texts of ${DATA}`)
      expect([d.id, digest(open.text)]).toEqual([d.id, d.sha256])
      expect([d.id, faults(d, open.text)]).toEqual([d.id, []])
    }
  })
})
