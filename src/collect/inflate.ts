import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import type { Limits } from './options.ts'
import { megabytes, Refusal } from './refusal.ts'

const MOST_ENTRIES = 10_000

/**
 * Unzips for counting only: stops at the first byte over the limit, whatever the archive says of its own sizes.
 * Needed before a library unpacks it whole.
 */
export function checkZip(bytes: Uint8Array, limits: Limits): void {
  let inflated = 0
  let entries = 0
  let problem: Refusal | null = null
  const unzip = new Unzip((file) => {
    if (++entries > MOST_ENTRIES) problem = new Refusal('too large', `it holds more than ${MOST_ENTRIES} files`)
    if (problem) return
    file.ondata = (error, chunk) => {
      if (error) problem ??= new Refusal('malformed', 'its compressed parts are broken')
      else inflated += chunk.length
      if (inflated > limits.inflated) {
        problem ??= new Refusal(
          'too large',
          `it unpacks to more than ${megabytes(limits.inflated)}: a decompression bomb or no report`,
        )
        file.terminate()
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  const step = 64 * 1024
  try {
    for (let at = 0; at < bytes.length && !problem; at += step)
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch {
    problem ??= new Refusal('malformed', 'the archive is broken or cut')
  }
  if (problem) throw problem
  if (entries === 0) throw new Refusal('malformed', 'the archive is empty or broken')
}
