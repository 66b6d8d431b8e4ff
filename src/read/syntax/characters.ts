const WORD = 1
const DIGIT = 2
const UPPER = 4
const SPACE = 8

/** Classes of the first 256 code units; the rest is told by ranges. */
const CLASSES = new Uint8Array(256)
for (let c = 0x30; c <= 0x39; c++) CLASSES[c] = WORD | DIGIT
for (let c = 0x41; c <= 0x5a; c++) CLASSES[c] = WORD | UPPER
for (let c = 0x61; c <= 0x7a; c++) CLASSES[c] = WORD
for (let c = 0xc0; c <= 0xff; c++) if (c !== 0xd7 && c !== 0xf7) CLASSES[c] = c <= 0xde ? WORD | UPPER : WORD
for (let c = 0; c <= 0x20; c++) CLASSES[c] = SPACE
for (const c of [0x5f, 0xaa, 0xb5, 0xba]) CLASSES[c] = WORD
for (const c of [0x7f, 0x85, 0xa0, 0xad]) CLASSES[c] = SPACE

/** White space, controls, and marks without width. */
export function isSpace(c: number): boolean {
  if (c < 256) return CLASSES[c] === SPACE
  if (c < 0x1680) return false
  return (
    c === 0x1680 ||
    c === 0x180e ||
    (c >= 0x2000 && c <= 0x200f) ||
    (c >= 0x2028 && c <= 0x202f) ||
    (c >= 0x205f && c <= 0x206f) ||
    c === 0x3000 ||
    c === 0xfeff
  )
}

/** Letters, digits, marks on letters; halves of code points beyond the first plane count as none. */
export function isWord(c: number): boolean {
  if (c < 256) return (CLASSES[c]! & WORD) !== 0
  if (c < 0x2000) return c !== 0x37e && c !== 0x387 && c !== 0x60c && c !== 0x61b && c !== 0x61f && c !== 0x2bc && !isSpace(c)
  if (c < 0x2c00) return c >= 0x2070 && c < 0x20a0
  if (c < 0x3000) return c < 0x2e00 || c >= 0x2e80
  if (c < 0x3040) return false
  if (c >= 0xd800 && c < 0xe000) return false
  return c < 0xfe10 || (c >= 0xfe70 && c < 0xfeff) || (c >= 0xff10 && c < 0xff1a) || (c >= 0xff21 && c < 0xffe0)
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39
}

export function isUpper(c: number): boolean {
  if (c < 256) return (CLASSES[c]! & UPPER) !== 0
  if (c >= 0x2000) return false
  const letter = String.fromCharCode(c)
  return letter !== letter.toLowerCase()
}

export function isLower(c: number): boolean {
  return isWord(c) && !isDigit(c) && !isUpper(c) && c !== 0x5f
}

/** The apostrophe in its typographies. */
export function isApostrophe(c: number): boolean {
  return c === 0x27 || c === 0x2019 || c === 0x2018 || c === 0x2bc || c === 0x60 || c === 0xb4 || c === 0xff07
}
