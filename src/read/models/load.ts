import { readFile } from 'node:fs/promises'
import type { Resources } from '../resources.ts'
import { collectSooner } from './collect-sooner.ts'

/**
 * Loads the weights and the gazetteer that stand beside this file. The one part of the reader that touches the disk, and the process: it has
 * V8 collect its garbage sooner.
 */
export async function loadResources(): Promise<Resources> {
  collectSooner('reading')
  const [gazetteer, syntax, attribution, entities] = await Promise.all(
    ['gazetteer.bin', 'syntax.bin', 'attribution.bin', 'entities.bin'].map((name) => readFile(new URL(name, import.meta.url))),
  )
  return { gazetteer: gazetteer!, syntax: syntax!, attribution: attribution!, entities: entities! }
}
