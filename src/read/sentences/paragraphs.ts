/** Share of line ends without closing punctuation from which a text counts as hard-wrapped. */
const WRAPPED_SHARE = 0.5
const WRAP_WIDTH = 110

/**
 * Starts of the paragraphs of a text. Blank lines always part; single line ends part too, unless the text is hard-wrapped
 * (mail, telegram copy), where most lines are of one width and end in mid-sentence.
 */
export function paragraphStarts(text: string): number[] {
  const lines: { start: number; end: number }[] = []
  let at = 0
  for (;;) {
    const stop = text.indexOf('\n', at)
    lines.push({ start: at, end: stop < 0 ? text.length : stop })
    if (stop < 0) break
    at = stop + 1
  }
  const wrapped = isWrapped(text, lines)
  const starts: number[] = []
  let open = false
  for (const line of lines) {
    const blank = text.slice(line.start, line.end).trim() === ''
    if (blank) open = false
    else if (!open || !wrapped) {
      starts.push(line.start)
      open = true
    }
  }
  return starts
}

function isWrapped(text: string, lines: readonly { start: number; end: number }[]): boolean {
  let inner = 0
  let unfinished = 0
  let longest = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]!
    longest = Math.max(longest, line.end - line.start)
    if (text.slice(line.start, line.end).trim() === '' || text.slice(next.start, next.end).trim() === '') continue
    inner += 1
    if (/[\p{L}\d,;]\s*$/u.test(text.slice(Math.max(line.start, line.end - 4), line.end)) && line.end - line.start > 45)
      unfinished += 1
  }
  return inner >= 3 && longest <= WRAP_WIDTH && unfinished / inner > WRAPPED_SHARE
}
