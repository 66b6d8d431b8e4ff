import type { Cells } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'
import { eachLine, type Task } from './task.ts'

/** JSONL `{id, text}` → `{id, attributions:[{source, cue, content}]}`: attributed claims only, each with its own link of the chain. */
export const attribution: Task = async (input) => {
  const read = createReader({ ...(await loadResources()), gazetteer: null })
  const spans = (cells: Cells): [number, number][] => cells.map((cell) => [cell.start, cell.end])
  return eachLine<{ id: string; text: string }>(
    input,
    ({ text }) => {
      const reading = read({ text, title: null, outlet: null, published: null, language: 'en' })
      return {
        attributions: reading.claims.flatMap((claim) => {
          const own =
            claim.rule === 'narrator' || claim.rule === 'quote-only' || claim.parent !== null ? undefined : claim.chain.at(-1)
          return own ? [{ source: spans(own.source), cue: spans(own.cue), content: spans(claim.content) }] : []
        }),
      }
    },
    { attributions: [] },
  )
}
