import { readFile } from 'node:fs/promises'
import type { Resources } from '../resources.ts'

/** Loads the weights and the gazetteer that stand beside this file. The one part of the reader that touches the disk. */
export async function loadResources(): Promise<Resources> {
  const [gazetteer, syntax, attribution] = await Promise.all(
    ['gazetteer.bin', 'syntax.bin', 'attribution.bin'].map((name) => readFile(new URL(name, import.meta.url))),
  )
  return { gazetteer: gazetteer!, syntax: syntax!, attribution: attribution! }
}
