import { open } from 'node:fs/promises'

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
