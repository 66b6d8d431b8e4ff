import chardet from 'chardet'
import iconv from 'iconv-lite'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly warnings: readonly string[]
}

/** So much of a file is enough to tell its encoding. */
const SAMPLE = 64 * 1024

/**
 * Bytes to text: by byte order mark, else by the charset that is declared if the bytes bear it out, else UTF-8 if they are
 * valid, else by detection. A declaration that the bytes contradict is noted, not obeyed.
 * @param declared from an HTTP header, a meta element or a mail header; null when nothing is
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { text: decodeAs(bytes, mark), encoding: mark, warnings: [] }
  const warnings: string[] = []
  const named: string | null = declared
  if (named !== null && !isUtf8Name(named)) {
    const known: boolean = iconv.encodingExists(named)
    if (known && (!isValidUtf8(bytes) || isAscii(bytes)))
      return { text: decodeAs(bytes, named), encoding: named.toLowerCase(), warnings }
    // Valid UTF-8 with non-ASCII characters is hardly ever anything else.
    if (known)
      return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', warnings: [`declared as ${named}, read as UTF-8, which it is`] }
    warnings.push(`declared as ${named.slice(0, 40)}, which is no known encoding`)
  }
  if (isValidUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', warnings }
  const detected = detect(bytes)
  warnings.push(
    `${declared !== null && isUtf8Name(declared) ? 'declared as UTF-8, which it is not; ' : ''}read as ${detected}, by detection`,
  )
  return { text: decodeAs(bytes, detected), encoding: detected, warnings }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

function isUtf8Name(name: string): boolean {
  return /^utf-?8$/i.test(name.trim())
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false
  return true
}

function detect(bytes: Uint8Array): string {
  // The first stretch with anything beyond ASCII in it tells the most.
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - 256)
  const sample = bytes.subarray(from, from + SAMPLE)
  const guess = chardet.detect(sample)
  return guess !== null && iconv.encodingExists(guess) ? guess.toLowerCase() : 'windows-1252'
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

/** UTF-16 without a mark: every other byte is zero in Latin text. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 16) return null
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const pairs = Math.floor(sample.length / 2)
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return null
}
