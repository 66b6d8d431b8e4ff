/** 32-bit FNV-1a with a final mix, over UTF-16 code units. Same text and seed, same number, on every machine. */
export function hash32(text: string, seed = 0): number {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}

/** A short name for a text: ten characters of base 36. For ids, not for security. */
export function digest(text: string): string {
  const high = hash32(text, 0x9e3779b9).toString(36).padStart(7, '0')
  const low = hash32(text, 0x51ed270b).toString(36).padStart(7, '0')
  return (high + low).slice(2, 12)
}
