import { nounLemma } from '../../src/analyse/terms/nouns.ts'
import {
  type Attribution,
  type Cell,
  type Claim,
  cellAt,
  type Event,
  type Figure,
  NO_METADATA,
  type Reading,
  type ReadReport,
  type Sentence,
  type SituationInput,
  type Token,
  verifySpans,
} from '../../src/model/index.ts'

/** One link by hand: `source | cue`, speaker kind and, where two surfaces are one thing, the entity's id. */
export interface LinkDraft {
  readonly source: string
  readonly cue?: string
  readonly speaker?: Attribution['speaker']
  readonly entity?: string
}

export interface FigureDraft {
  readonly cell: string
  readonly of?: string
  readonly head?: string
  readonly low?: number | null
  readonly best?: number | null
  readonly high?: number | null
  readonly bound?: Figure['bound']
  readonly kind?: Figure['kind']
  readonly role?: Figure['role']
  readonly unit?: string
}

interface EventDraft {
  readonly verb: string
  readonly lemma: string
  readonly frame?: Event['frame']
  readonly negated?: boolean
  readonly agent?: string
  readonly patient?: string
}

export interface ClaimDraft {
  readonly content: string
  readonly chain?: readonly LinkDraft[]
  readonly modality?: Claim['modality']
  readonly polarity?: Claim['polarity']
  readonly events?: readonly EventDraft[]
  readonly figures?: readonly FigureDraft[]
}

export interface ReportDraft {
  readonly id: string
  readonly outlet?: string
  readonly published?: string | null
  readonly text: string
  readonly claims?: readonly ClaimDraft[]
  /** Entity id → kind and the names it goes by, fullest first. */
  readonly entities?: Readonly<
    Record<string, { readonly kind: Reading['entities'][number]['kind']; readonly names: readonly string[] }>
  >
}

function cellIn(text: string, part: string, from = 0, to = text.length): Cell {
  const start = text.indexOf(part, from)
  if (start < 0 || start + part.length > to) throw new Error(`“${part}” is not in “${text.slice(from, to)}”`)
  return cellAt(text, start, start + part.length)
}

function sentencesAndTokens(text: string): { sentences: Sentence[]; tokens: Token[] } {
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  let paragraph = 0
  for (const match of text.matchAll(/[^.!?\n]+(?:[.!?](?=\s|$|["”])["”]?|\.(?=\S)[^.!?\n]*)*|\n+/gu)) {
    if (match[0].startsWith('\n')) {
      paragraph++
      continue
    }
    const lead = match[0].length - match[0].trimStart().length
    const start = match.index + lead
    const end = match.index + match[0].trimEnd().length
    if (start >= end) continue
    const firstToken = tokens.length
    for (const word of text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:[.,-][\p{L}\p{N}]+)*|['’]s|[^\s\p{L}\p{N}]/gu)) {
      const lower = word[0].toLowerCase()
      const upos = /^\p{N}/u.test(word[0]) ? 'NUM' : /^\p{L}/u.test(word[0]) ? guess(lower, word[0]) : 'PUNCT'
      tokens.push({
        start: start + word.index,
        end: start + word.index + word[0].length,
        lemma: upos === 'NOUN' ? nounLemma(lower) : lower,
        upos,
        head: null,
        deprel: null,
      })
    }
    sentences.push({ start, end, firstToken, endToken: tokens.length, paragraph })
  }
  return { sentences, tokens }
}

const SMALL =
  /^(?:the|a|an|of|to|in|at|from|for|with|on|by|that|has|have|had|been|be|is|are|was|were|will|could|would|may|and|or|as|many|more|already|about|not|its|their)$/
function guess(lower: string, word: string): string {
  if (SMALL.test(lower)) return 'ADP'
  return /^\p{Lu}/u.test(word) ? 'PROPN' : 'NOUN'
}

/** Makes a ReadReport whose spans check from a text and the parts of it that are claims. */
export function report(draft: ReportDraft): ReadReport {
  const { text } = draft
  const { sentences, tokens } = sentencesAndTokens(text)
  const figures: Figure[] = []
  const entities = Object.entries(draft.entities ?? {}).map(([id, { kind, names }]) => ({
    id,
    kind,
    name: names[0] ?? '',
    aliases: names.slice(1),
    mentions: names.map((name) => ({
      cell: cellIn(text, name),
      form: /^\p{Lu}{2,6}$/u.test(name) ? ('acronym' as const) : ('name' as const),
    })),
  }))
  const claims = (draft.claims ?? []).map((item, index): Claim => {
    const content = cellIn(text, item.content)
    const sentence = sentences.find((s) => s.start <= content.start && content.start < s.end)
    const from = sentence?.start ?? 0
    const inContent = (part: string): Cell => cellIn(text, part, content.start, content.end)
    const own = (item.figures ?? []).map((figure): Figure => {
      const cell = inContent(figure.cell)
      const value = Number((/[\d,.]*\d/.exec(figure.cell)?.[0] ?? '').replaceAll(',', ''))
      const made: Figure = {
        id: `f${figures.length + 1}`,
        cell,
        kind: figure.kind ?? 'count',
        low: figure.low === undefined ? value : figure.low,
        best: figure.best === undefined ? value : figure.best,
        high: figure.high === undefined ? value : figure.high,
        bound: figure.bound ?? 'exact',
        approximate: figure.bound === 'about',
        vague: null,
        unit: figure.unit ?? null,
        of: figure.of === undefined ? null : inContent(figure.of),
        ofHead: figure.head ?? null,
        role: figure.role ?? 'unstated',
        roleCue: null,
        event: null,
      }
      figures.push(made)
      return made
    })
    return {
      id: `c${index + 1}`,
      content: [content],
      polarity: item.polarity ?? 'affirmed',
      modality: item.modality ?? 'asserted',
      modalityCues: [],
      quotation: item.chain ? 'indirect' : 'none',
      chain: (item.chain ?? []).map((link) => ({
        source: link.source === '' ? [] : [cellIn(text, link.source, from)],
        cue: link.cue === undefined ? [] : [cellIn(text, link.cue, from)],
        cueKind: 'verb',
        speaker: link.speaker ?? 'body',
        entity: link.entity ?? null,
      })),
      parent: null,
      events: (item.events ?? []).map((event) => ({
        predicate: inContent(event.verb),
        lemma: event.lemma,
        negated: event.negated ?? false,
        frame: event.frame ?? 'done',
        agent: event.agent === undefined ? null : inContent(event.agent),
        patient: event.patient === undefined ? null : inContent(event.patient),
      })),
      figures: own.map((figure) => figure.id),
      times: [],
      said: null,
      reported: null,
      places: [],
      entities: [],
      basis: [],
      evidence: [],
      agreements: [],
      rule: 'by hand',
    }
  })
  const reading: Reading = {
    reader: { name: 'by hand', version: '1' },
    language: 'en',
    notes: [],
    sentences,
    tokens,
    entities,
    figures,
    times: [],
    places: [],
    evidence: [],
    claims,
  }
  const faults = verifySpans(text, reading)
  if (faults.length > 0) throw new Error(`${draft.id}: ${faults.map((fault) => `${fault.path} ${fault.problem}`).join('; ')}`)
  return {
    report: draft.id,
    version: `${draft.id}.1`,
    address: `https://example.org/${draft.id}`,
    capturedAt: '2025-01-01T00:00:00Z',
    sha256: draft.id.padEnd(64, '0'),
    text,
    metadata: { ...NO_METADATA, outlet: draft.outlet ?? null, published: draft.published ?? null },
    reading,
  }
}

export function situation(reports: readonly ReadReport[], edits: SituationInput['edits'] = []): SituationInput {
  return { reports, edits }
}
