import { createReadStream } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Limits } from './options.ts'
import { asRefusal, megabytes, Refusal } from './refusal.ts'
import { EXTENSIONS } from './sniff.ts'

/** One thing to collect, or why it can't be. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'pipe'; readonly path: string }
  | { readonly kind: 'refused'; readonly address: string; readonly refusal: Refusal }

/** Says what an input stands for: a folder's files (sorted, those with a known extension), a glob's, a file, a pipe (`<(…)` of a shell), an address, standard input. */
export async function discover(input: string): Promise<Found[]> {
  if (input === '-') return [{ kind: 'stdin' }]
  if (/^https?:\/\//i.test(input)) return [{ kind: 'web', address: input }]
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) {
    return [
      { kind: 'refused', address: input, refusal: new Refusal('refused address', 'only http, https and files are collected') },
    ]
  }
  try {
    const found = await stat(input)
    if (found.isDirectory()) return await inFolder(input)
    return [{ kind: found.isFIFO() ? 'pipe' : 'file', path: input }]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isDynamicPattern(input)) {
      const paths = (await glob(input, { onlyFiles: true, dot: false, expandDirectories: false })).sort()
      if (paths.length > 0) return paths.map((path) => ({ kind: 'file', path }))
      return [{ kind: 'refused', address: input, refusal: new Refusal('not found', 'no file matches') }]
    }
    return [{ kind: 'refused', address: input, refusal: asRefusal(error, 'it could not be looked at') }]
  }
}

/** Walks a folder without following a link into a folder it has been in. README files of a collection are about it, not of it. */
async function inFolder(root: string): Promise<Found[]> {
  const result: Found[] = []
  const been = new Set<string>()
  const walk = async (folder: string): Promise<void> => {
    let names: string[]
    try {
      const real = await realpath(folder)
      if (been.has(real)) return
      been.add(real)
      names = (await readdir(folder)).sort()
    } catch (error) {
      result.push({ kind: 'refused', address: folder, refusal: asRefusal(error, 'the folder could not be read') })
      return
    }
    for (const name of names) {
      if (name.startsWith('.')) continue
      const path = join(folder, name)
      const found = await stat(path).catch((error: unknown) => error as NodeJS.ErrnoException)
      if (found instanceof Error) {
        if (EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`)) || found.code === 'EACCES') {
          const link = await lstat(path).then(
            (s) => s.isSymbolicLink(),
            () => false,
          )
          result.push({
            kind: 'refused',
            address: path,
            refusal:
              link && found.code === 'ENOENT'
                ? new Refusal('not found', 'it is a link to nothing')
                : asRefusal(found, 'it could not be looked at'),
          })
        }
      } else if (found.isDirectory()) await walk(path)
      else if (EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`)) && !/^readme\./i.test(name))
        result.push({ kind: 'file', path })
    }
  }
  await walk(root)
  return result
}

/** A whole file, refused before it is read when it is too large or is no ordinary file (a pipe found in a folder may never end). */
export async function readWhole(path: string, limits: Limits): Promise<Uint8Array> {
  const found = await stat(path)
  if (found.isDirectory()) throw new Refusal('unreadable', 'it is a folder')
  if (!found.isFile()) throw new Refusal('unreadable', 'it is not an ordinary file (a pipe, socket or device)')
  if (found.size > limits.bytes)
    throw new Refusal('too large', `it has ${megabytes(found.size)}; at most ${megabytes(limits.bytes)} are read`)
  return gather(createReadStream(path), limits)
}

/** All that comes through a pipe until its writer closes it, up to the limit. */
export function readPipe(path: string, limits: Limits): Promise<Uint8Array> {
  return gather(createReadStream(path), limits)
}

/** All of a stream, up to the limit. */
export async function gather(stream: AsyncIterable<Buffer | string>, limits: Limits): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > limits.bytes) throw new Refusal('too large', `it is larger than ${megabytes(limits.bytes)}`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** The lines of a .jsonl or .jsonl.gz file, one at a time: a file of any length takes the memory of its longest line. */
export async function* linesOf(path: string, limits: Limits): AsyncGenerator<{ line: number; bytes: Uint8Array }> {
  const found = await stat(path)
  if (!found.isFile()) throw new Refusal('unreadable', 'it is not an ordinary file (a pipe, socket or device)')
  const raw = createReadStream(path, { highWaterMark: 256 * 1024 })
  const stream = basename(path).toLowerCase().endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => stream.destroy(error))
  let rest: Buffer[] = []
  let held = 0
  let line = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        line++
        const bytes = Buffer.concat([...rest, chunk.subarray(from, at)])
        rest = []
        held = 0
        from = at + 1
        if (!isBlank(bytes)) yield { line, bytes }
      }
      rest.push(chunk.subarray(from))
      held += chunk.length - from
      if (held > limits.bytes) throw new Refusal('too large', `line ${line + 1} is longer than ${megabytes(limits.bytes)}`)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('Z_')) throw new Refusal('malformed', `it can not be unpacked after line ${line}: it is broken or cut`)
    throw error
  }
  const last = Buffer.concat(rest)
  if (!isBlank(last)) yield { line: line + 1, bytes: last }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13 || byte === 10)
}
