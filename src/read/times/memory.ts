import type { Lexeme } from '../numbers/index.ts'

/** What a rule found at each lexeme of one text. */
export interface Memory<T> {
  all: readonly Lexeme[] | null
  found: Map<number, T | null>
}

export function memory<T>(): Memory<T> {
  return { all: null, found: new Map() }
}

/**
 * What `read` finds at a lexeme, asked once a text. Safe because the rules look at nothing but the lexemes; another text makes it forget.
 */
export function remembered<T>(
  memory: Memory<T>,
  all: readonly Lexeme[],
  at: number,
  read: (all: readonly Lexeme[], at: number) => T | null,
): T | null {
  if (memory.all !== all) {
    memory.all = all
    memory.found.clear()
  }
  const known = memory.found.get(at)
  if (known !== undefined) return known
  const found = read(all, at)
  if (memory.all === all) memory.found.set(at, found)
  return found
}
