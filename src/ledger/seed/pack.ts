import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** One file or, with `size` null, one empty folder. Paths are relative, with forward slashes. */
interface Entry {
  readonly path: string
  readonly size: number | null
}

/**
 * Packs a folder into one compressed block: a line of JSON that lists the entries, then the files' bytes one after another.
 * @returns Brotli, at its slowest and smallest: it is made once and unpacked by everyone
 */
export async function pack(dir: string): Promise<Uint8Array> {
  const entries: Entry[] = []
  const parts: Uint8Array[] = []
  const walk = async (below: string): Promise<void> => {
    const found = (await readdir(join(dir, below), { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
    if (found.length === 0) entries.push({ path: below, size: null })
    for (const entry of found) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) {
        await walk(path)
        continue
      }
      const bytes = await readFile(join(dir, path))
      entries.push({ path, size: bytes.byteLength })
      parts.push(bytes)
    }
  }
  await walk('')
  const plain = Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...parts])
  return brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
    },
  })
}

/** The files and empty folders of a packed folder, in its order. */
export function* unpack(packed: Uint8Array): Generator<{ readonly path: string; readonly bytes: Uint8Array | null }> {
  const plain = brotliDecompressSync(packed)
  const end = plain.indexOf(0x0a)
  const entries = JSON.parse(plain.subarray(0, end).toString()) as Entry[]
  let at = end + 1
  for (const { path, size } of entries) {
    yield { path, bytes: size === null ? null : plain.subarray(at, at + size) }
    at += size ?? 0
  }
}
