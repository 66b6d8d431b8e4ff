import { isIP } from 'node:net'
import { z } from 'zod'

/** Where the second reader is and how much it may be asked. */
export interface Settings {
  /** Base address of the API, without `/chat/completions`. */
  readonly url: string
  readonly model: string
  /** Sent as a bearer token; null for servers that ask for none. Never written anywhere. */
  readonly key: string | null
  /** For one request, in milliseconds. */
  readonly timeoutMs: number
  /** For one report, asked and answered together. */
  readonly tokens: number
  /** Reports asked about at once. */
  readonly concurrency: number
  /** Wait before the second attempt, in milliseconds; doubles with each further one. */
  readonly backoffMs: number
}

export type Choice =
  | { readonly on: true; readonly settings: Settings }
  /** `wrong`: what is amiss with what is set; null where nothing is set at all. */
  | { readonly on: false; readonly wrong: string | null }

/** The variables that set it up, with what each means: docs/CLI.md lists them. */
export const VARIABLES: Readonly<Record<string, string>> = {
  SITREP_READER_URL: 'base address of an OpenAI-compatible API; turns the second reader on',
  SITREP_READER_MODEL: 'the model to ask there',
  SITREP_READER_KEY: 'its key, where it needs one; stored and logged nowhere',
  SITREP_READER_TIMEOUT: 'seconds to wait for one answer (default: 120)',
  SITREP_READER_TOKENS: 'tokens that one report may cost (default: 40000)',
  SITREP_READER_CONCURRENCY: 'reports to ask about at once (default: 2)',
}

const whole = (least: number, most: number, otherwise: number) =>
  z.preprocess((value) => (value === undefined || value === '' ? otherwise : value), z.coerce.number().int().min(least).max(most))
const LIMITS = {
  SITREP_READER_TIMEOUT: whole(1, 3600, 120),
  SITREP_READER_TOKENS: whole(1000, 10_000_000, 40_000),
  SITREP_READER_CONCURRENCY: whole(1, 64, 2),
}

/** Reads the settings out of the environment that is passed in. The key never shows in what is `wrong`. */
export function settingsOf(env: Readonly<Record<string, string | undefined>>): Choice {
  const address = env.SITREP_READER_URL?.trim() ?? ''
  const model = env.SITREP_READER_MODEL?.trim() ?? ''
  const key = env.SITREP_READER_KEY?.trim() ?? ''
  if (address === '')
    return { on: false, wrong: model === '' ? null : 'SITREP_READER_MODEL is set but SITREP_READER_URL is not: set both' }
  if (model === '') return { on: false, wrong: 'SITREP_READER_URL is set but SITREP_READER_MODEL is not: set both' }
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    return { on: false, wrong: 'SITREP_READER_URL is no http or https address' }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return { on: false, wrong: 'SITREP_READER_URL must hold no user, query or fragment: a key goes into SITREP_READER_KEY' }
  if (key !== '' && url.protocol === 'http:' && !isLoopback(url.hostname))
    return { on: false, wrong: 'SITREP_READER_KEY would go unencrypted over the network: give SITREP_READER_URL as https' }
  if (!/^[\x21-\x7e]*$/.test(key)) return { on: false, wrong: 'SITREP_READER_KEY holds characters that no key has' }
  const numbers: Record<string, number> = {}
  for (const [name, limit] of Object.entries(LIMITS)) {
    const parsed = limit.safeParse(env[name])
    if (!parsed.success) return { on: false, wrong: `${name} must be a whole number within its limits, not "${env[name]}"` }
    numbers[name] = parsed.data
  }
  return {
    on: true,
    settings: {
      url: url.href.replace(/\/+$/, ''),
      model,
      key: key === '' ? null : key,
      timeoutMs: (numbers.SITREP_READER_TIMEOUT ?? 120) * 1000,
      tokens: numbers.SITREP_READER_TOKENS ?? 40_000,
      concurrency: numbers.SITREP_READER_CONCURRENCY ?? 2,
      backoffMs: 1000,
    },
  }
}

/** One line for `doctor`: what is set, never the key. */
export function settingsInWords(choice: Choice): string {
  if (!choice.on) return choice.wrong ?? 'off (SITREP_READER_URL is not set): no text leaves this machine'
  const { url, model, key, timeoutMs, tokens, concurrency } = choice.settings
  const plainly = url.startsWith('http:') && !isLoopback(new URL(url).hostname) ? ', unencrypted' : ''
  return `on: ${model} at ${url}${plainly}, ${key === null ? 'no key' : 'with a key'}; ${timeoutMs / 1000} s an answer, ${tokens} tokens a report, ${concurrency} at once`
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}
