import { readFileSync } from 'node:fs'
import { createReader, type Read } from '../../src/read/index.ts'

/** The reader with everything that ships beside it, loaded at once: tasks answer without waiting. */
export function wholeReader(): Read {
  const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../src/read/models/${name}`, import.meta.url))
  return createReader({
    gazetteer: bytes('gazetteer.bin'),
    syntax: bytes('syntax.bin'),
    attribution: bytes('attribution.bin'),
    entities: bytes('entities.bin'),
  })
}
