import { analyse } from '../../src/analyse/index.ts'
import { NO_METADATA, type ReadReport } from '../../src/model/index.ts'
import { createReader } from '../../src/read/index.ts'
import { loadResources } from '../../src/read/models/load.ts'
import { eachLine, type Task } from './task.ts'

interface Pair {
  readonly id: string
  readonly before: { readonly text: string }
  readonly after: { readonly text: string }
}

/** JSONL `{id, before: {text}, after: {text}}` → `{id, kinds}`: both are read as reports of two papers on two days, with nothing else known. */
export const mutations: Task = async (input) => {
  const read = createReader({ ...(await loadResources()), gazetteer: null })
  const report = (id: string, published: string, text: string): ReadReport => {
    const metadata = { ...NO_METADATA, outlet: `Paper ${id}`, published, language: 'en' }
    const reading = read({ text, title: null, outlet: metadata.outlet, published, language: 'en' })
    return { report: id, version: `${id}.1`, address: id, capturedAt: '', sha256: '', text, metadata, reading }
  }
  return eachLine<Pair>(
    input,
    ({ before, after }) => {
      const reports = [report('a', '2031-05-06', before.text), report('b', '2031-05-08', after.text)]
      return { kinds: [...new Set(analyse({ reports, edits: [] }).mutations.map((mutation) => mutation.kind))].sort() }
    },
    { kinds: [] },
  )
}
