const MAGIC = 0x31505453 // "STP1"

/** A weights file: a JSON header that describes, and named sections of bytes. */
export interface Container<Header> {
  readonly header: Header
  readonly sections: ReadonlyMap<string, Uint8Array>
}

/**
 * Opens a weights file.
 * @throws Error that names the file's kind when the bytes are no such file
 */
export function readContainer<Header>(bytes: Uint8Array, kind: string): Container<Header> {
  const broken = (why: string): Error =>
    new Error(`the ${kind} weights cannot be used: ${why}; build them again with "npm run train"`)
  if (bytes.length < 12) throw broken('too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== MAGIC) throw broken('not a weights file')
  const length = view.getUint32(4, true)
  if (8 + length > bytes.length) throw broken('cut off')
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as {
    kind: string
    header: Header
    sections: [string, number][]
  }
  if (head.kind !== kind) throw broken(`they are ${head.kind} weights`)
  const sections = new Map<string, Uint8Array>()
  let at = 8 + length
  for (const [name, size] of head.sections) {
    if (at + size > bytes.length) throw broken('cut off')
    sections.set(name, bytes.subarray(at, at + size))
    at += size
  }
  return { header: head.header, sections }
}

/** Writes what `readContainer` opens. */
export function writeContainer(kind: string, header: unknown, sections: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ kind, header, sections: sections.map(([name, b]) => [name, b.length]) }))
  const size = sections.reduce((sum, [, b]) => sum + b.length, 8 + head.length)
  const out = new Uint8Array(size)
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, head.length, true)
  out.set(head, 8)
  let at = 8 + head.length
  for (const [, b] of sections) {
    out.set(b, at)
    at += b.length
  }
  return out
}

/** The section of this name. @throws Error when there is none */
export function sectionOf(container: Container<unknown>, name: string): Uint8Array {
  const section = container.sections.get(name)
  if (!section) throw new Error(`the weights have no section "${name}"; build them again with "npm run train"`)
  return section
}
