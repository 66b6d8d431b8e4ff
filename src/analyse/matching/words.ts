import { isFunctionWord } from '../terms/function-words.ts'
import { stem } from '../terms/stem.ts'

/** A text taken apart for matching. */
export interface Wording {
  /** Stems in order, function words left out. */
  readonly stems: readonly string[]
  readonly numbers: ReadonlySet<string>
  /** Stems of the account that signed a post. */
  readonly signed: readonly string[]
  /** Month and year that the signature bears. */
  readonly dated: { readonly month: string; readonly year: string } | null
}

const ADDRESS = /https?:\/\/\S+|\bpic\.twitter\.com\/\S+/gu
/** The signature of a post: "— Name (@account) May 1, 2020". */
const SIGNATURE = /—([^—]{1,80})$/u

/** Takes a claim or a post apart: addresses and signature left out, names of accounts and topics split into their words. */
export function wordingOf(text: string): Wording {
  const whole = text.normalize('NFKC').replace(ADDRESS, ' ')
  const body = whole.replace(SIGNATURE, ' ')
  const signature = SIGNATURE.exec(whole)?.[1] ?? ''
  const stems: string[] = []
  const numbers = new Set<string>()
  for (const word of wordsOf(body)) {
    const lower = word.toLowerCase()
    if (isFunctionWord(lower)) continue
    const term = stem(lower)
    stems.push(term)
    if (/^\p{N}/u.test(word)) numbers.add(term)
  }
  const signed = wordsOf(signature.replace(/\(@[^)]*\).*$/u, ' ')).map((word) => stem(word.toLowerCase()))
  const [, month, year] = /(\p{L}{3,9}) \d{1,2}, (\d{4})\s*$/u.exec(signature) ?? []
  return {
    stems,
    numbers,
    signed,
    dated: month === undefined || year === undefined ? null : { month: stem(month.toLowerCase()), year },
  }
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .replace(/[#@]([\p{L}\p{N}_]+)/gu, (_, name: string) => ` ${name} ${takenApart(name)} `)
      .replace(/[’']s\b/gu, '')
      .match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []
  )
}

/** "SaveTheBees2020" → "Save The Bees 2020". */
function takenApart(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/(\p{N}+)/gu, ' $1 ')
}
