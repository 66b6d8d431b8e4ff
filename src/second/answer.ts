import { z } from 'zod'
import type { CueKind, Modality, Polarity, Quotation, SpeakerKind } from '../model/index.ts'

const all = <T extends string>(record: Readonly<Record<T, true>>) => z.enum(Object.keys(record) as [T, ...T[]])
const modality = all<Modality>({
  asserted: true,
  reported: true,
  believed: true,
  possible: true,
  planned: true,
  denied: true,
  cannotConfirm: true,
})
const polarity = all<Polarity>({ affirmed: true, negated: true })
const quotation = all<Quotation>({ direct: true, indirect: true, mixed: true, none: true })
const speaker = all<SpeakerKind>({
  person: true,
  body: true,
  outlet: true,
  document: true,
  image: true,
  anonymous: true,
  collective: true,
  unstated: true,
})
const cueKind = all<CueKind>({
  verb: true,
  accordingTo: true,
  noun: true,
  adverb: true,
  passive: true,
  colon: true,
  quoteOnly: true,
})

/** Words of one sentence, by its number and which of their occurrences in it is meant (from 1). Never an offset: those we count ourselves. */
const quote = z.strictObject({ sentence: z.int(), occurrence: z.int(), text: z.string() })
const link = z.strictObject({ source: z.array(quote), cue: z.array(quote), speaker, cueKind })

/** One claim as the model must give it. */
export const AnsweredClaim = z.strictObject({
  content: z.array(quote),
  chain: z.array(link),
  modality,
  polarity,
  modalityCues: z.array(quote),
  quotation,
})
export type AnsweredClaim = z.infer<typeof AnsweredClaim>
export type Quote = z.infer<typeof quote>

/** The whole answer, as JSON Schema: what a server that can is held to. */
export const ANSWER_SCHEMA = z.toJSONSchema(z.strictObject({ claims: z.array(AnsweredClaim) }), { target: 'draft-7' })

/** Of an answer only the list is required: each claim is checked by itself, so that one bad claim costs no good one. */
export const Answer = z.object({ claims: z.array(z.unknown()) })
