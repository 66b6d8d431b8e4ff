/** The name and version under which a change of these rules must be told apart: spans count in the text that they give. */
export const WORKING_TEXT_RULES = '2'

// Characters that a reader does not see but that split, join or turn round what is seen: direction marks and overrides,
// zero-width spaces, invisible operators, fillers, annotation marks, tags, the combining grapheme joiner.
const INVISIBLE =
  /[\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu
// Joiners are letters' business in these scripts and in emoji; anywhere else they only hide.
const JOINERS =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?<!\ufe0f)[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

/** Takes out what can't be seen, and counts it. Soft hyphens go too, but mislead nobody and are not counted. */
export function withoutInvisible(text: string): { text: string; count: number } {
  let count = 0
  const drop = (): string => {
    count++
    return ''
  }
  let result = text.replaceAll('\u00ad', '').replace(INVISIBLE, drop)
  // Taking one joiner out can leave another without the neighbour that it needs.
  for (let before = ''; before !== result; ) {
    before = result
    result = result.replace(JOINERS, drop)
  }
  return { text: result, count }
}

/**
 * Makes decoded text into working text: one line end, no control or direction characters, no invisible ones, no lone
 * surrogates, at most one blank line, no white space at either end of a line. Otherwise as it was: quotation marks, dashes
 * and accents stay, and so does the form in which they are composed. Idempotent.
 * @returns the text, and a warning for each kind of character that was taken out and could have been meant to mislead
 */
export function workingText(text: string): { text: string; warnings: string[] } {
  const warnings: string[] = []
  const wellFormed = text.toWellFormed()
  if (wellFormed !== text) warnings.push('broken characters replaced')
  let controls = 0
  const controlled = wellFormed.replace(CONTROLS, () => {
    controls++
    return ''
  })
  if (controls > 0) warnings.push(`${controls} control ${controls === 1 ? 'character' : 'characters'} taken out`)
  const seen = withoutInvisible(controlled.replace(/^\ufeff/, ''))
  if (seen.count > 0)
    warnings.push(
      `${seen.count} invisible or direction-changing ${seen.count === 1 ? 'character' : 'characters'} taken out; what is shown may have read differently`,
    )
  const result = seen.text
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
