import chardet from 'chardet'
import iconv from 'iconv-lite'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly warnings: readonly string[]
}

const WINDOWS_KIN = new Map([
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-5', 'windows-1251'],
  ['iso-8859-6', 'windows-1256'],
  ['iso-8859-7', 'windows-1253'],
  ['iso-8859-8', 'windows-1255'],
])

/** So much of a file is enough to tell its encoding. */
const SAMPLE = 64 * 1024

/**
 * Bytes to text: by byte order mark, else by the charset that is declared if the bytes bear it out, else UTF-8 if they are
 * valid, else by detection. A declaration that the bytes contradict is noted, not obeyed.
 * @param declared from an HTTP header, a meta element or a mail header; null when nothing is
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const mark = byteOrderMark(bytes)
  const sure = mark ?? looksLikeUtf16(bytes)
  if (sure !== null) return { text: decodeAs(bytes, sure), encoding: sure, warnings: [] }
  const warnings: string[] = []
  const encoding = declared === null ? null : encodingOf(declared)
  if (declared !== null && encoding === null) warnings.push(`declared as ${declared.slice(0, 40)}, which is no known encoding`)
  const utf8 = isValidUtf8(bytes)
  if (encoding !== null && encoding !== 'utf-8') {
    // A page in which "charset=utf-16" could be read byte by byte is not in UTF-16.
    const possible = !encoding.startsWith('utf-16') && (!utf8 || isAscii(bytes))
    if (possible) return { text: decodeAs(bytes, encoding), encoding, warnings }
    // Valid UTF-8 with non-ASCII characters is hardly ever anything else.
    if (!isAscii(bytes)) warnings.push(`declared as ${declared}, read as UTF-8, which it is`)
  }
  if (utf8) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', warnings }
  const { guess, broken } = detect(bytes)
  if (broken) warnings.push('some of its UTF-8 is broken; what could not be read is marked with \ufffd')
  else warnings.push(`${encoding === 'utf-8' ? 'declared as UTF-8, which it is not; ' : ''}read as ${guess}, by detection`)
  return { text: decodeAs(bytes, guess), encoding: guess, warnings }
}

/** The encoding that a label stands for, as browsers take it (the WHATWG's table: "latin1" is windows-1252); null if none. */
function encodingOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim())
    return iconv.encodingExists(encoding) ? encoding : null
  } catch {
    return null
  }
}

export function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
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

function detect(bytes: Uint8Array): { guess: string; broken: boolean } {
  // The first stretch with anything beyond ASCII in it tells the most.
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const sample = bytes.subarray(Math.max(0, first - 256), Math.max(0, first - 256) + SAMPLE)
  // UTF-8 with a few broken bytes (a cut, a pasted stray) is still UTF-8: nearly all its multi-byte sequences hold.
  const decoded = new TextDecoder('utf-8').decode(sample)
  const broken = decoded.match(/\ufffd/g)?.length ?? 0
  const held = decoded.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0
  if (held > 0 && broken * 10 <= held) return { guess: 'utf-8', broken: true }
  const name = chardet.detect(sample)
  const guess = (name === null ? null : encodingOf(name)) ?? 'windows-1252'
  // What these encodings leave to control characters, their Windows kin use for quotation marks and dashes.
  const kin = sample.some((byte) => byte >= 0x80 && byte <= 0x9f) ? WINDOWS_KIN.get(guess) : undefined
  return { guess: kin ?? guess, broken: false }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

/**
 * UTF-16 without a mark. In any script, spaces, digits and line ends have a zero byte on one side; read that way round, the
 * text must then hold no broken, unassigned or private characters.
 */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096 & ~1)
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 8 || byteOrderMark(bytes) !== null) return null
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const encoding = odd > pairs * 0.02 && even * 5 < odd ? 'utf-16le' : even > pairs * 0.02 && odd * 5 < even ? 'utf-16be' : null
  if (encoding === null) return null
  const text = decodeAs(sample.subarray(0, pairs * 2), encoding).replace(/[\ud800-\udbff]$/, '')
  return /[\p{Cn}\p{Co}\p{Cs}\u0000-\u0008\u000e-\u001a]/u.test(text) ? null : encoding
}
