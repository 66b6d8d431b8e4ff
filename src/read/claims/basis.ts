import type { Page, Range } from '../grammar/page.ts'
import { phraseRight } from '../grammar/subjects.ts'
import { byFirstWord } from '../words.ts'

/** Words that give the grounds of a claim; the grounds follow. */
const CUES = byFirstWord([
  'based on',
  'based upon',
  'on the basis of',
  'on the strength of',
  'relying on',
  'drawing on',
  'judging by',
  'citing',
  'evidenced by',
  'backed by',
  'supported by',
  'pointing to',
  'as shown by',
])

/** "based on intelligence gathered": the cue with its noun phrase and the participle that closes it, within a range of tokens. */
export function basesIn(page: Page, from: number, to: number): Range[] {
  const out: Range[] = []
  for (let i = from; i < to; i++) {
    const cue = CUES.get(page.words[i]!)?.find((words) => words.every((word, k) => page.words[i + k] === word))
    if (!cue) continue
    const phrase = phraseRight(page, i + cue.length, to, false)
    if (!phrase) continue
    let end = phrase.end
    const verb = end < to ? page.verbOf[end]! : -1
    if (verb >= 0 && /ed$/.test(page.words[page.verbs[verb]!.head]!)) end = Math.min(page.verbs[verb]!.end, to)
    while (end < to && /^(?:by|from|of|in|at)$/.test(page.words[end]!) && page.phraseOf[end + 1]! >= 0 && end + 1 < to)
      end = Math.min(page.phrases[page.phraseOf[end + 1]!]!.end, to)
    out.push({ first: i, end })
    i = end - 1
  }
  return out
}
