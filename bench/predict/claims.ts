import { wholeReader } from './reader.ts'
import { eachLine, type Task } from './task.ts'

/** JSONL `{id, text, published?, outlet?}` → the lists of the Reading, in the shape of `sitrep read --json`. */
export const claims: Task = (input) => {
  const read = wholeReader()
  return eachLine<{
    id: string
    text: string
    published?: string | null
    outlet?: string | null
    title?: string | null
    language?: string | null
  }>(
    input,
    (document) => {
      const reading = read({
        text: document.text,
        title: document.title ?? null,
        outlet: document.outlet ?? null,
        published: document.published ?? null,
        language: document.language ?? null,
      })
      const { claims, figures, places, times, entities, evidence, notes } = reading
      return { claims, figures, places, times, entities, evidence, notes }
    },
    { claims: [], figures: [], places: [], times: [], entities: [], evidence: [], notes: ['not read'] },
  )
}
