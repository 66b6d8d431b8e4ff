/** The name and version under which a change of these rules must be told apart: spans count in the text that they give. */
export const WORKING_TEXT_RULES = '1'

// Characters that a reader does not see but that split, join or turn round what is seen.
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
const ZERO_WIDTH_JOINERS =
  /(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\ufe0f)[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

/**
 * Makes decoded text into working text: one line end, no control or direction characters, no invisible ones, no lone
 * surrogates, at most one blank line, no white space at either end of a line. Otherwise as it was: quotation marks, dashes
 * and accents stay. Idempotent.
 * @returns the text, and a warning for each kind of character that was taken out and could have been meant to mislead
 */
export function workingText(text: string): { text: string; warnings: string[] } {
  const warnings: string[] = []
  const drop = (from: string, pattern: RegExp, by: string, what: string | null): string => {
    let count = 0
    const result = from.replace(pattern, () => {
      count++
      return by
    })
    if (count > 0 && what !== null) warnings.push(`${count} ${what} taken out`)
    return result
  }
  let result = text.toWellFormed()
  if (result !== text) warnings.push('broken characters replaced')
  result = drop(result, CONTROLS, '', 'control characters')
  result = drop(result, INVISIBLE, '', 'invisible or direction-changing characters')
  result = drop(result, ZERO_WIDTH_JOINERS, '', null)
  result = result
    .replace(/\r\n?|[\u0085\u2028\u000c]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { text: result, warnings }
}
