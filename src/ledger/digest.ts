import { createHash } from 'node:crypto'

/** Lower-case hex SHA-256. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** The first `length` characters of the lower-case base32 of the SHA-256: ids that are easy to read, say and type. */
export function shortDigest(data: string, length: number): string {
  const bytes = createHash('sha256').update(data).digest()
  let bits = 0
  let value = 0
  let result = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5 && result.length < length) {
      result += ALPHABET[(value >>> (bits - 5)) & 31]
      bits -= 5
    }
    value &= (1 << bits) - 1
    if (result.length >= length) break
  }
  return result
}

/** JSON with sorted keys: one value, one text, so that digests can be compared. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return value.some(isObject) ? `[${value.map(canonical).join(',')}]` : JSON.stringify(value)
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
