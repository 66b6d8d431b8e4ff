import { readFile } from 'node:fs/promises'
import type { Resources } from '../resources.ts'

/** Loads the weights and the gazetteer that stand beside this file. The one part of the reader that touches the disk. */
export async function loadResources(): Promise<Resources> {
  const [gazetteer, syntax] = await Promise.all([bytesOf('gazetteer.bin'), bytesOf('syntax.bin')])
  return { gazetteer, syntax }
}

async function bytesOf(name: string): Promise<Uint8Array | null> {
  try {
    return await readFile(new URL(name, import.meta.url))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
