import type { BigIntStats } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes a folder's changes survive a power cut. PGlite never calls fsync, whatever its settings, so the host does: every file
 * below `dir` that changed since the last call is fsynced, then every folder in which one was made or renamed.
 * Walking costs about 10 ms for an empty database of 1,000 files; `sync -f` would need a child process and Linux
 * (docs/decisions/0011-flush.md).
 */
export function createFlusher(dir: string): () => Promise<void> {
  const seen = new Map<string, string>()
  const mark = (s: BigIntStats): string => `${s.mtimeNs}/${s.size}/${s.ino}`

  const flushFolder = async (folder: string): Promise<void> => {
    const before = await stat(folder, { bigint: true }).catch(gone)
    if (before === null) return
    const entries = await readdir(folder, { withFileTypes: true })
    await Promise.all(
      entries.map(async (entry) => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return flushFolder(path)
        if (!entry.isFile()) return
        const found = await stat(path, { bigint: true }).catch(gone)
        if (found === null || seen.get(path) === mark(found)) return
        await fsync(path)
        seen.set(path, mark(found))
      }),
    )
    if (seen.get(folder) !== mark(before)) {
      await fsync(folder)
      seen.set(folder, mark(before))
    }
  }
  return () => flushFolder(dir)
}

/** Fsyncs one file or folder. Windows can't open a folder and needs no fsync of one. */
export async function fsync(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r+').catch((error: NodeJS.ErrnoException) =>
      error.code === 'EISDIR' ? open(path, 'r') : Promise.reject(error),
    )
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))) return
    throw error
  }
}

function gone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
