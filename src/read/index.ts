import type { Readable, ReaderVersion, Reading } from '../model/index.ts'
import { findAttributions, openAttributionModel } from './attribution/index.ts'
import { type ExplainedCue, explainCues } from './attribution/learned/explain.ts'
import { assembleClaims } from './claims/assemble.ts'
import { withEvents } from './claims/measured.ts'
import { findEntities } from './entities/index.ts'
import { findFigures } from './figures/index.ts'
import { layOpen } from './grammar/page.ts'
import { languageOf } from './language.ts'
import { findPlaces, openGazetteer } from './places/index.ts'
import type { Resources } from './resources.ts'
import { createEntityTagger, createSyntax } from './syntax/index.ts'
import { findTimes } from './times/index.ts'

export type { ExplainedCue } from './attribution/learned/explain.ts'
export type { Resources } from './resources.ts'

/** Stored with every Reading; raised with every change of rules or weights that can change one. */
export const READER: ReaderVersion = { name: 'sitrep-linear', version: '0.5.2' }

/** Reads one report: pure, the same input gives the same Reading. Never throws on text, however odd: it notes what it could not do. */
export type Read = (report: Readable) => Reading

/** Prepares the reader once (decoding weights and gazetteer), then reads as often as needed. */
export function createReader(resources: Resources): Read {
  const gazetteer = resources.gazetteer ? openGazetteer(resources.gazetteer) : null
  const syntax = createSyntax(resources.syntax)
  const attribution = resources.attribution ? openAttributionModel(resources.attribution) : null
  const namesIn = resources.entities ? createEntityTagger(resources.entities) : null
  return (report) => {
    const { text } = report
    const language = languageOf(text, report.language)
    if (text.trim() === '') return unread(language, 'the text is empty')
    if (language !== 'en' && language !== null) return unread(language, `language ${language} is not read yet`)
    if (language === null && !looksShort(text)) return unread(null, 'the language could not be told, or is not English: not read')
    const { tokens, sentences, forms } = syntax(text)
    if (tokens.length === 0) return unread(language, 'the text holds no words')
    const page = layOpen(text, tokens, sentences)
    const times = findTimes(text, tokens, sentences, report.published)
    const figures = findFigures(text, tokens, sentences, times)
    const drafts = findAttributions(page, attribution)
    const sources = drafts.flatMap((item) => [
      ...item.source,
      ...(item.antecedent ? [item.antecedent] : []),
      ...item.links.map((each) => each.source),
      ...(item.relay ? [item.relay.source] : []),
    ])
    const entities = findEntities(page, sources, namesIn?.(text, tokens, sentences, forms))
    const named = entities.entities.flatMap(({ kind, mentions }) =>
      mentions
        .filter(({ form }) => form === 'name' || form === 'short')
        .map(({ cell }) => ({ start: cell.start, end: cell.end, kind })),
    )
    const places = findPlaces(text, tokens, sentences, gazetteer, { entities: named, countries: [] })
    const { claims, evidence } = assembleClaims(page, drafts, { figures, times, places, entities }, report.published)
    return {
      reader: READER,
      language: language ?? 'en',
      notes: [
        ...(report.published === null ? ['no publication date: relative dates are not resolved'] : []),
        ...(attribution === null ? ['no attribution weights: who said what is found by rules alone'] : []),
        ...(namesIn === null ? ['no entity weights: names are told apart by rules alone'] : []),
        ...(gazetteer === null ? ['no gazetteer: places are not read'] : []),
      ],
      sentences,
      tokens,
      entities: entities.entities,
      figures: withEvents(page, figures, claims),
      times,
      places,
      evidence,
      claims,
    }
  }
}

/** Says of a text's words what the learned model goes by: as pure as reading. Empty without attribution weights. */
export function createExplainer(resources: Resources): (text: string) => readonly ExplainedCue[] {
  const syntax = createSyntax(resources.syntax)
  const model = resources.attribution ? openAttributionModel(resources.attribution) : null
  return (text) => {
    if (model === null || text.trim() === '') return []
    const { tokens, sentences } = syntax(text)
    return tokens.length === 0 ? [] : explainCues(layOpen(text, tokens, sentences), model)
  }
}

/** Too short for its language to be told: a headline or a line is read as English. */
function looksShort(text: string): boolean {
  return text.length < 100 && /\p{Script=Latin}/u.test(text)
}

function unread(language: string | null, note: string): Reading {
  return {
    reader: READER,
    language,
    notes: [note],
    sentences: [],
    tokens: [],
    entities: [],
    figures: [],
    times: [],
    places: [],
    evidence: [],
    claims: [],
  }
}
