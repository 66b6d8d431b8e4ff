/**
 * Mixes one more value into a feature hash: 32 bits in, 32 bits out. Every feature is a chain of these over small integers and word
 * hashes; the order matters, or template 3 with tag 9 would be template 9 with tag 3.
 */
export function mix(hash: number, value: number): number {
  let h = Math.imul(Math.imul(hash, 0x9e3779b1) ^ value, 0x2c1b3c6d)
  h ^= h >>> 15
  h = Math.imul(h, 0x297a2d39)
  return h ^ (h >>> 14)
}

/** Hash of a piece of a string by UTF-16 code units: the same on every machine. */
export function hashOf(text: string, start = 0, end: number = text.length): number {
  let h = 0x811c9dc5 | 0
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 13)
}
