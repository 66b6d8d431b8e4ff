import { createHash } from 'node:crypto'
import {
  type Claim,
  type CollectedReport,
  cellAt,
  type Metadata,
  NO_METADATA,
  type Readable,
  type ReaderVersion,
  type Reading,
  type Sentence,
  type Token,
} from '../../src/model/index.ts'

export const READER: ReaderVersion = { name: 'test-sentences', version: '1' }

export interface Item {
  readonly report: CollectedReport
  readonly bytes: Uint8Array
}

/** A report whose bytes are its text, unless others are given. */
export function item(address: string, text: string, metadata: Partial<Metadata> = {}, bytes = Buffer.from(text)): Item {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    bytes,
    report: {
      capture: {
        sha256,
        bytes: bytes.byteLength,
        mediaType: 'text/plain',
        address,
        capturedAt: '2025-03-01T08:00:00.000Z',
        headers: {},
      },
      address,
      extractor: { name: 'plain', version: '1' },
      text,
      metadata: { ...NO_METADATA, ...metadata },
    },
  }
}

/** Takes each sentence that says "said" for a claim of whoever stands before it, and each other sentence for the narrator's. */
export function readSentences({ text }: Readable): Reading {
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  const claims: Claim[] = []
  const places = [...text.matchAll(/\b(?:Port|Lake) [A-Z][a-z]+/g)].map((m, i) => ({
    id: `p${i + 1}`,
    cell: cellAt(text, m.index, m.index + m[0].length),
    place: null,
    match: 'unresolved' as const,
    runnersUp: [],
    role: 'where' as const,
    metonym: false,
    demonym: false,
  }))
  const figures = [...text.matchAll(/\b\d+\b/g)].map((m, i) => ({
    id: `f${i + 1}`,
    cell: cellAt(text, m.index, m.index + m[0].length),
    kind: 'count' as const,
    low: Number(m[0]),
    best: Number(m[0]),
    high: Number(m[0]),
    bound: 'exact' as const,
    approximate: false,
    vague: null,
    unit: null,
    of: null,
    ofHead: null,
    role: 'unstated' as const,
    roleCue: null,
    event: null,
  }))
  for (const found of text.matchAll(/[^.!?\s][^.!?]*[.!?]/g)) {
    const start = found.index
    const end = start + found[0].length
    const firstToken = tokens.length
    for (const word of found[0].matchAll(/\w+/g)) {
      const at = start + word.index
      tokens.push({ start: at, end: at + word[0].length, lemma: word[0].toLowerCase(), upos: 'X', head: null, deprel: null })
    }
    sentences.push({ start, end, firstToken, endToken: tokens.length, paragraph: 0 })
    const said = /^(.+?) (said) (.+)[.!?]$/.exec(found[0])
    const inside = (cell: { start: number; end: number }): boolean => cell.start >= start && cell.end <= end
    claims.push({
      id: `c${claims.length + 1}`,
      content: [said ? cellAt(text, end - 1 - said[3]!.length, end - 1) : cellAt(text, start, end)],
      polarity: 'affirmed',
      modality: /\bmay\b/.test(found[0]) ? 'possible' : 'asserted',
      modalityCues: [],
      quotation: said ? 'indirect' : 'none',
      chain: said
        ? [
            {
              source: [cellAt(text, start, start + said[1]!.length)],
              cue: [cellAt(text, start + said[1]!.length + 1, start + said[1]!.length + 5)],
              cueKind: 'verb',
              speaker: 'body',
              entity: null,
            },
          ]
        : [],
      parent: null,
      events: [],
      figures: figures.filter((f) => inside(f.cell)).map((f) => f.id),
      times: [],
      said: null,
      reported: null,
      places: places.filter((p) => inside(p.cell)).map((p) => p.id),
      entities: [],
      basis: [],
      evidence: [],
      agreements: [],
      rule: 'sentence',
    })
  }
  return {
    reader: READER,
    language: 'en',
    notes: [],
    sentences,
    tokens,
    entities: [],
    figures,
    times: [],
    places,
    evidence: [],
    claims,
  }
}

export const readMany = (reports: readonly Readable[]): Promise<Reading[]> => Promise.resolve(reports.map(readSentences))
