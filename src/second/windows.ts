import type { Reading, Sentence } from '../model/index.ts'

/** A sentence as the model sees it: white space runs are one space, and each character knows where it comes from. */
export interface Shown {
  /** From 1, through the whole report. */
  readonly n: number
  readonly text: string
  /** `at[i]`: offset in the working text of character `i`. */
  readonly at: readonly number[]
}

export interface Windows {
  readonly windows: readonly (readonly Shown[])[]
  /** Sentences too long to be asked about. */
  readonly tooLong: number
}

/** About 2,000 tokens: a page, in which pronouns find their names and a small model does not lose the thread. */
const WINDOW_CHARACTERS = 6000

/**
 * Cuts a report into windows of whole paragraphs; a paragraph longer than a window is cut between sentences.
 * @param limit characters of a window
 */
export function windowsOf(text: string, reading: Pick<Reading, 'sentences'>, limit = WINDOW_CHARACTERS): Windows {
  const windows: Shown[][] = []
  let current: Shown[] = []
  let size = 0
  let tooLong = 0
  const close = (): void => {
    if (current.length > 0) windows.push(current)
    current = []
    size = 0
  }
  for (const paragraph of paragraphs(text, reading.sentences)) {
    const whole = paragraph.reduce((sum, sentence) => sum + sentence.text.length, 0)
    if (size > 0 && size + whole > limit) close()
    for (const sentence of paragraph) {
      if (sentence.text.length > limit) {
        tooLong++
        continue
      }
      if (size > 0 && size + sentence.text.length > limit) close()
      current.push(sentence)
      size += sentence.text.length
    }
  }
  close()
  return { windows, tooLong }
}

function paragraphs(text: string, sentences: readonly Sentence[]): Shown[][] {
  const found: Shown[][] = []
  let last = -1
  sentences.forEach((sentence, i) => {
    const shown = shownOf(text, sentence, i + 1)
    if (shown.text === '') return
    if (sentence.paragraph !== last) found.push([])
    last = sentence.paragraph
    found[found.length - 1]?.push(shown)
  })
  return found
}

export function shownOf(text: string, { start, end }: { readonly start: number; readonly end: number }, n: number): Shown {
  let shown = ''
  const at: number[] = []
  for (let i = start; i < end; i++) {
    const c = text[i] ?? ''
    const space = /\s/.test(c)
    if (space && (shown === '' || shown.endsWith(' '))) continue
    shown += space ? ' ' : c
    at.push(i)
  }
  if (shown.endsWith(' ')) {
    shown = shown.slice(0, -1)
    at.pop()
  }
  return { n, text: shown, at }
}
