const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `men man|women woman|children child|people person|feet foot|died die|dies die|dying die|lying lie|said say|says say|killed kill|shot shoot|shots shoot|bought buy|sold sell|won win|wins win|winning win|lost lose|left leave|sent send|held hold|made make|took take|taken take|took take|found find|came come|went go|gone go|gave give|given give|fell fall|fallen fall|rose rise|risen rise|struck strike|stricken strike|began begin|begun begin|met meet|led lead|fought fight|told tell|thought think|caught catch|broke break|broken break|spoke speak|spoken speak|stole steal|stolen steal|wrote write|written write|drove drive|driven drive|flew fly|flown fly|threw throw|thrown throw|knew know|known know|saw see|seen see|got get|gotten get|ran run|running run|paid pay|built build|kept keep|felt feel|stood stand|brought bring|taught teach|froze freeze|frozen freeze|sank sink|sunk sink|dealt deal|fled flee|deaths die|dead die|death die|resignation resign|arrival arrive|acquisition acquire|explosion explode|election elect|elections elect|collision collide|invasion invade|decision decide|investigation investigate|approval approve|murders murder`
    .split('|')
    .map((pair): [string, string] => pair.split(' ') as [string, string]),
)

/**
 * A word's stem for comparing texts of unlike grammar: plural, tense and agent endings cut (after Porter 1980, shortened),
 * irregular verbs by a list. Lower-case input; words with digits come back unchanged. Not for display.
 */
export function stem(word: string): string {
  const known = IRREGULAR.get(word)
  if (known !== undefined) return stem(known)
  if (word.length < 4 || /\d/u.test(word)) return word
  let w = word
  if (w.endsWith('sses')) w = w.slice(0, -2)
  else if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`
  else if (w.endsWith('s') && !/(?:ss|us|is)$/u.test(w)) w = w.slice(0, -1)
  const cut = (end: string, least: number): boolean => {
    if (!w.endsWith(end) || w.length - end.length < least || !/[aeiouy]/u.test(w.slice(0, -end.length))) return false
    w = w.slice(0, -end.length)
    if (/([bdfgklmnprt])\1$/u.test(w) && !/(?:ll|ss)$/u.test(w)) w = w.slice(0, -1)
    return true
  }
  if (w.endsWith('ied') && w.length > 4) w = `${w.slice(0, -3)}y`
  else if (!cut('ingly', 3)) cut('ing', 3) || cut('edly', 3) || cut('ed', 3)
  cut('ization', 3) || cut('isation', 3) || cut('ational', 3) || cut('fulness', 3)
  cut('ation', 3) || cut('ment', 4) || cut('ness', 4) || cut('ity', 4) || cut('ion', 4) || cut('ive', 4) || cut('ly', 4)
  if (w.length > 4 && w.endsWith('er')) w = w.slice(0, -2)
  if (w.length > 3 && w.endsWith('e')) w = w.slice(0, -1)
  if (w.length > 3 && w.endsWith('y')) w = `${w.slice(0, -1)}i`
  return w
}
