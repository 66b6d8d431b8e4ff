import { existsSync, readFileSync } from 'node:fs'
import { createReader, type Read } from '../../src/read/index.ts'

/** The reader with everything that ships beside it, loaded at once: tasks answer without waiting. */
export function wholeReader(): Read {
  const bytes = (name: string): Uint8Array | null => {
    const path = new URL(`../../src/read/models/${name}`, import.meta.url)
    return existsSync(path) ? readFileSync(path) : null
  }
  return createReader({ gazetteer: bytes('gazetteer.bin'), syntax: bytes('syntax.bin') })
}
