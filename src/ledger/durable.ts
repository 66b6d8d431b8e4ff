import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What this file needs of Emscripten's stream: `nfd` is the host's descriptor, which a folder has none of. */
interface Stream {
  readonly nfd?: number | null
  readonly node: unknown
}

/** The parts of Emscripten's module that hold the file system which PGlite mounts. */
interface Emscripten {
  readonly FS: { readonly ErrnoError: new (errno: number) => Error & { readonly errno: number } }
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: Stream) => number; write(stream: Stream, ...rest: readonly unknown[]): number }
    realPath(node: unknown): string
    convertNodeCode(error: unknown): number
  }
}

type Started = Awaited<ReturnType<NodeFS['init']>>

/**
 * A folder of the host in which PostgreSQL's fsync is the host's fsync.
 *
 * PGlite's file system has no fsync: the call is answered with success and nothing happens. Given one, and with `fsync=on`,
 * PostgreSQL itself flushes in the order that it has been proven with for decades: the log before a commit is acknowledged, and
 * at a checkpoint the data before the control file says so (docs/decisions/0011-flush.md).
 */
export class DurableFolder extends NodeFS {
  #writeFailure: Error | null = null

  /** The last write or flush that the host refused: why, should PostgreSQL end over it. */
  get writeFailure(): Error | null {
    return this.#writeFailure
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): Promise<Started> {
    const started = await super.init(pg, options)
    const mount = (module: unknown): void => {
      const { FS, NODEFS } = module as Emscripten
      const { write } = NODEFS.stream_ops
      NODEFS.stream_ops.write = (stream, ...rest) => {
        try {
          return write(stream, ...rest)
        } catch (error) {
          this.#writeFailure = refused(error)
          throw error
        }
      }
      NODEFS.stream_ops.fsync = (stream) => {
        try {
          if (typeof stream.nfd === 'number') fsyncSync(stream.nfd)
          else fsyncFolder(NODEFS.realPath(stream.node))
          return 0
        } catch (error) {
          this.#writeFailure = error as Error
          throw new FS.ErrnoError(NODEFS.convertNodeCode(error))
        }
      }
    }
    const { emscriptenOpts } = started
    return { ...started, emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), mount] } }
  }
}

/** Emscripten's numbers of errors are WASI's. */
const REASONS: Readonly<Record<number, string>> = { 19: 'EDQUOT', 22: 'EFBIG', 29: 'EIO', 51: 'ENOSPC', 69: 'EROFS' }

function refused(error: unknown): Error {
  const code = REASONS[(error as { readonly errno?: number }).errno ?? -1] ?? 'EIO'
  return Object.assign(new Error(`the database's files could not be written (${code})`), { code })
}

/** Windows can't open a folder, and needs no fsync of one. */
function fsyncFolder(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** What PGlite starts PostgreSQL with, but for fsync, which it turns off, and for memory and log sizes, which a laptop has less of. */
export const START_PARAMETERS: readonly string[] = [
  '--single',
  '-O',
  '-j',
  ...settings({
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    log_startup_progress_interval: '0', // its timer would keep a process alive whose start has failed
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    fsync: 'on',
    wal_sync_method: 'fsync',
    shared_buffers: '32MB',
    max_wal_size: '128MB',
  }),
]

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
