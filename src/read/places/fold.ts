const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ə: 'a',
  ŋ: 'n',
}

/**
 * A place name as the gazetteer keys it: lower case, without accents, points and apostrophes, hyphens as spaces.
 * @returns the empty string for a name that is not in Latin letters
 */
export function fold(name: string): string {
  let plain = name.toLowerCase()
  if (/[^\x20-\x7e]/.test(plain)) {
    plain = plain.normalize('NFKD').replace(/[\u0300-\u036f\u1ab0-\u1aff]/g, '')
    plain = plain.replace(/[łøđßæœıðþħəŋ]/g, (letter) => LETTERS[letter]!)
    plain = plain.replace(/[’‘ʻʼʹ′`´ʿʾ]/g, "'").replace(/[‐‑‒–—]/g, '-')
    if (/[^\x20-\x7e]/.test(plain)) return ''
  }
  return plain
    .replace(/[.'"]/g, '')
    .replace(/[^a-z0-9&]+/g, ' ')
    .trim()
}
