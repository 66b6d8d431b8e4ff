import { type ModelReader, type Readable, type Reading, verifySpans } from '../model/index.ts'
import { type Asked, ask } from './ask.ts'
import { type DropReason, type HeardClaim, sift } from './claims.ts'
import { merged } from './merge.ts'
import { messageFor, PROMPT_HASH } from './prompt.ts'
import type { Settings } from './settings.ts'
import { windowsOf } from './windows.ts'

export { settingsOf } from './settings.ts'

/** A second reader: takes the first's Reading of a report and gives it back with what the model saw. Never throws, never loses a claim. */
export interface SecondReader {
  /** Raised with everything that can change what it finds: model and prompt. */
  readonly name: string
  read(report: Readable, first: Reading, signal?: AbortSignal): Promise<Reading>
}

const ATTEMPTS = 3
/** After so many reports in a row without any answer the endpoint is taken for gone. */
const PATIENCE = 3
const ANSWER_TOKENS = 4000
const CHARACTERS_A_TOKEN = 3

interface Heard {
  readonly claims: HeardClaim[]
  readonly dropped: Map<DropReason, number>
  version: string | null
  tokens: number
  failed: string | null
}

/**
 * Opens the second reader that the settings name. It asks for quotations, finds them in the text itself, and keeps a claim only where all of its
 * quotations stand there. Method and limits: docs/decisions/0190-second-reader.md.
 */
export function openSecondReader(settings: Settings): SecondReader {
  const slot = slots(settings.concurrency)
  let schema = true
  let over: string | null = null
  let silent = 0

  const askPatiently = async (message: string, most: number, signal: AbortSignal): Promise<Asked> => {
    let spent = 0
    for (let attempt = 1; ; attempt++) {
      const asked = await ask(settings, message, most, schema, signal)
      spent += asked.tokens
      if (asked.ok) return { ...asked, tokens: spent }
      if (asked.then === 'without schema' && schema) {
        schema = false
        continue
      }
      if (asked.then !== 'again' || attempt >= ATTEMPTS) return { ...asked, tokens: spent }
      await wait(Math.max(asked.waitMs, settings.backoffMs * 2 ** (attempt - 1)), signal)
    }
  }

  const hear = async (text: string, first: Reading, signal: AbortSignal): Promise<Heard> => {
    const heard: Heard = { claims: [], dropped: new Map(), version: null, tokens: 0, failed: over }
    const { windows, tooLong } = windowsOf(text, first)
    if (heard.failed !== null) return heard
    for (const [i, window] of windows.entries()) {
      const message = messageFor(window)
      const cost = estimate(message)
      const left = settings.tokens - heard.tokens - cost
      if (left < Math.min(ANSWER_TOKENS, settings.tokens / 4)) {
        heard.failed = `the budget of ${settings.tokens} tokens ended after ${i} of ${windows.length} parts`
        break
      }
      const asked = await askPatiently(message, Math.min(ANSWER_TOKENS, left), signal)
      heard.tokens += Math.max(asked.tokens, cost)
      if (!asked.ok) {
        heard.failed = windows.length === 1 ? asked.why : `${asked.why} (part ${i + 1} of ${windows.length})`
        if (asked.then === 'over') over = asked.why
        break
      }
      heard.version ??= asked.version
      const { claims, dropped } = sift(text, asked.claims, window)
      heard.claims.push(...claims)
      for (const [reason, n] of Object.entries(dropped) as [DropReason, number][])
        heard.dropped.set(reason, (heard.dropped.get(reason) ?? 0) + n)
    }
    if (tooLong > 0) heard.failed ??= `${tooLong} sentence${tooLong === 1 ? ' was' : 's were'} too long to ask about`
    silent = heard.version === null && heard.failed !== null ? silent + 1 : 0
    if (silent >= PATIENCE) over ??= `${heard.failed}; not asked again after ${PATIENCE} reports without an answer`
    return heard
  }

  return {
    name: `${settings.model}@${PROMPT_HASH}`,
    read: (report, first, signal = new AbortController().signal) =>
      slot(async () => {
        if (first.sentences.length === 0) return first
        const heard = await hear(report.text, first, signal)
        return joined(report, first, heard, settings)
      }),
  }
}

function joined(report: Readable, first: Reading, heard: Heard, settings: Settings): Reading {
  const reader: ModelReader = { model: settings.model, version: heard.version ?? settings.model, prompt: PROMPT_HASH }
  const { claims, same, onlyFirst, onlySecond } = merged(first, heard.claims, reader, report.published)
  const dropped = [...heard.dropped.values()].reduce((sum, n) => sum + n, 0)
  const note = (words: string): string => `second reader (${reader.model}): ${words}`
  const both: Reading = {
    ...first,
    notes: [
      ...first.notes,
      ...(heard.failed === null ? [] : [note(heard.failed)]),
      ...(dropped === 0 ? [] : [note(`${dropped} of its claims not kept: ${reasons(heard.dropped)}`)]),
    ],
    claims,
    second: { reader, same, onlyFirst, onlySecond, dropped, tokens: heard.tokens, failed: heard.failed },
  }
  // What is joined is made of checked parts; should it still not hold, the first reader's word stands alone.
  const [fault] = verifySpans(report.text, both)
  return fault === undefined ? both : { ...first, notes: [...first.notes, note(`left out: ${fault.path} does not hold`)] }
}

function reasons(dropped: ReadonlyMap<DropReason, number>): string {
  return [...dropped].map(([reason, n]) => `${n} ${reason}`).join(', ')
}

/** Upwards of what tokenisers make of English; instructions and schema are counted with every request. */
function estimate(message: string): number {
  return Math.ceil(message.length / CHARACTERS_A_TOKEN) + 1500
}

/** Lets so many run at once; the others wait in order. */
function slots(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
