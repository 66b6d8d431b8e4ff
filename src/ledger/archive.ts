import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from './digest.ts'
import { LedgerError } from './error.ts'
import { fsync } from './flush.ts'

/** The original bytes, unchanged, under their SHA-256: `archive/ab/cd/abcd…`. Written once, never changed. */
export interface Archive {
  /** Durable when it answers. Bytes that are there already are left alone. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  get(hash: string): Promise<Uint8Array>
  /** Null when all is well, else what is wrong. */
  check(hash: string): Promise<string | null>
  /** Hashes of all objects there. */
  list(): AsyncGenerator<string>
  bytes(): Promise<number>
}

export function openArchive(dir: string): Archive {
  let parts = 0
  const place = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash))
      throw new LedgerError(`"${hash.slice(0, 80)}" is not a SHA-256: nothing was read or written.`)
    return join(dir, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  return {
    async put(hash, bytes) {
      const path = place(hash)
      const there = await stat(path).catch(() => null)
      if (there?.size === bytes.byteLength) return
      const folder = dirname(path)
      const made = await mkdir(folder, { recursive: true })
      const temporary = `${path}.${process.pid}-${++parts}.part`
      try {
        const handle = await open(temporary, 'wx')
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(temporary, path)
      } catch (error) {
        await unlink(temporary).catch(() => {})
        throw error
      }
      await fsync(folder)
      if (made !== undefined) for (let up = dirname(folder); up.length >= dir.length; up = dirname(up)) await fsync(up)
    },
    async get(hash) {
      try {
        return await readFile(place(hash))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT')
          throw new LedgerError(`the archive has no object ${hash}. \`sitrep doctor\` says what else is missing.`)
        throw error
      }
    },
    async check(hash) {
      const bytes = await readFile(place(hash)).catch((error: NodeJS.ErrnoException) => error.code ?? 'unreadable')
      if (typeof bytes === 'string')
        return bytes === 'ENOENT' ? 'the archived original is missing' : `the archived original can't be read (${bytes})`
      const found = sha256(bytes)
      return found === hash ? null : `the archived original has changed: its SHA-256 is now ${found}`
    },
    async *list() {
      for (const a of await folders(dir))
        for (const b of await folders(join(dir, a)))
          for (const file of (await readdir(join(dir, a, b))).sort()) if (/^[0-9a-f]{64}$/.test(file)) yield file
    },
    async bytes() {
      let total = 0
      for (const a of await folders(dir))
        for (const b of await folders(join(dir, a)))
          for (const file of await readdir(join(dir, a, b)))
            total += (await stat(join(dir, a, b, file)).catch(() => ({ size: 0 }))).size
      return total
    },
  }
}

async function folders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}
