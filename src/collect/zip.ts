import { unzipSync } from 'fflate'
import type { Limits } from './options.ts'
import { megabytes, Refusal } from './refusal.ts'

const MOST_ENTRIES = 10_000

/**
 * The parts of a zip archive that are wanted, unpacked. The archive's directory is added up first, and no part can unpack to
 * more than the directory says of it, so that a decompression bomb costs nothing. Nothing is read but what the directory
 * lists: what a library is then given is made from these parts, never from the archive itself.
 */
export function zipParts(bytes: Uint8Array, wanted: (name: string) => boolean, limits: Limits): Record<string, Uint8Array> {
  let entries = 0
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++entries > MOST_ENTRIES) throw new Refusal('too large', `it holds more than ${MOST_ENTRIES} files`)
        total += originalSize
        if (total > limits.inflated)
          throw new Refusal(
            'too large',
            `it unpacks to more than ${megabytes(limits.inflated)}: a decompression bomb, or no report`,
          )
        return wanted(name)
      },
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed', 'the zip archive in it is broken or cut')
  }
}
