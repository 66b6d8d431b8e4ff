import { ANSWER_SCHEMA, Answer } from './answer.ts'
import { INSTRUCTIONS } from './prompt.ts'
import type { Settings } from './settings.ts'

/** What became of one request. `again`: worth trying; `over`: the endpoint will answer no other request either. */
export type Asked =
  | { readonly ok: true; readonly claims: readonly unknown[]; readonly tokens: number; readonly version: string }
  | {
      readonly ok: false
      readonly why: string
      readonly then: 'again' | 'give up' | 'over' | 'without schema'
      readonly waitMs: number
      readonly tokens: number
    }

/** Larger than any honest answer to one window. */
const MOST_BYTES = 2 * 1024 * 1024
const LONGEST_WAIT_MS = 30_000

/**
 * Asks once. Whatever the server does (errors, silence, endless or broken answers, redirects), the outcome is a value, and its words are ours:
 * nothing that the server wrote gets into it.
 * @param schema false for servers that refuse a JSON schema: they are asked for any JSON object
 */
export async function ask(
  settings: Settings,
  message: string,
  most: number,
  schema: boolean,
  signal: AbortSignal,
): Promise<Asked> {
  const { generateText, jsonSchema, NoObjectGeneratedError, Output, APICallError } = await library()
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  let trouble: string | null = null
  const provider = createOpenAICompatible({
    name: 'second',
    baseURL: settings.url,
    ...(settings.key === null ? {} : { apiKey: settings.key }),
    supportsStructuredOutputs: schema,
    fetch: guarded((what) => {
      trouble = what
    }),
  })
  const slow = AbortSignal.timeout(settings.timeoutMs)
  const failed = (why: string, then: 'again' | 'give up' | 'over' | 'without schema', waitMs = 0, tokens = 0): Asked => ({
    ok: false,
    why,
    then,
    waitMs,
    tokens,
  })
  try {
    const result = await generateText({
      model: provider(settings.model),
      instructions: INSTRUCTIONS,
      prompt: message,
      output: Output.object({
        name: 'claims',
        schema: jsonSchema<{ claims: unknown[] }>(ANSWER_SCHEMA as Parameters<typeof jsonSchema>[0], {
          validate: (value) => {
            const parsed = Answer.safeParse(value)
            return parsed.success ? { success: true, value: parsed.data } : { success: false, error: parsed.error }
          },
        }),
      }),
      temperature: 0,
      maxOutputTokens: most,
      maxRetries: 0,
      abortSignal: AbortSignal.any([slow, signal]),
    })
    return {
      ok: true,
      claims: result.output.claims,
      tokens: count(result.usage.totalTokens),
      version: printable(result.response.modelId, settings.model),
    }
  } catch (error) {
    if (signal.aborted) return failed('stopped', 'give up')
    if (slow.aborted) return failed(`no answer within ${settings.timeoutMs / 1000} s`, 'again')
    if (trouble !== null) return failed(trouble, 'give up')
    if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400)
      return refused(error.statusCode, error.responseHeaders?.['retry-after'], schema, failed)
    if (NoObjectGeneratedError.isInstance(error)) {
      const tokens = count(error.usage?.totalTokens)
      const claims = fenced(error.text ?? '')
      if (claims !== null) return { ok: true, claims, tokens, version: printable(error.response?.modelId, settings.model) }
      return failed(
        error.finishReason === 'length' ? 'the answer was cut off' : 'the answer was not the JSON asked for',
        'again',
        0,
        tokens,
      )
    }
    if (APICallError.isInstance(error) && error.statusCode !== undefined)
      return failed('the answer was no chat completion', 'again')
    if (APICallError.isInstance(error)) return failed('the endpoint could not be reached', 'again')
    return failed('the answer was no chat completion', 'again')
  }
}

async function library() {
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })
  return import('ai')
}

function refused(
  status: number,
  retryAfter: string | undefined,
  schema: boolean,
  failed: (why: string, then: 'again' | 'give up' | 'over' | 'without schema', waitMs?: number) => Asked,
): Asked {
  if (status === 401 || status === 403) return failed(`the endpoint refused the key (${status}): see SITREP_READER_KEY`, 'over')
  if (status === 404) return failed('the endpoint knows no such address or model (404): see SITREP_READER_URL and _MODEL', 'over')
  if ((status === 400 || status === 422) && schema) return failed(`the endpoint answered ${status}`, 'without schema')
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(retryAfter)
    const wait = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : 0
    return failed(
      status === 429 ? 'the endpoint asks for fewer requests (429)' : `the endpoint answered ${status}`,
      'again',
      wait,
    )
  }
  return failed(`the endpoint answered ${status}`, 'give up')
}

/** Follows no redirect (text and key go where the user said, nowhere else) and reads no more than an answer can hold. */
function guarded(tell: (trouble: string) => void): typeof fetch {
  return async (address, init) => {
    const response = await fetch(address, { ...init, redirect: 'manual' })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      tell('the endpoint redirects elsewhere, which is not followed')
      throw new Error('redirected')
    }
    if (response.body === null) return response
    let bytes = 0
    const limited = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength
          if (bytes <= MOST_BYTES) return controller.enqueue(chunk)
          tell(`the answer is larger than ${MOST_BYTES / 1024 / 1024} MB`)
          controller.error(new Error('too large'))
        },
      }),
    )
    return new Response(limited, { status: response.status, statusText: response.statusText, headers: response.headers })
  }
}

/** Some models wrap their JSON in a code fence. */
function fenced(text: string): readonly unknown[] | null {
  const [, inner] = /^\s*```(?:json)?\s*\n([\s\S]*)\n\s*```\s*$/.exec(text) ?? []
  if (inner === undefined) return null
  try {
    const parsed = Answer.safeParse(JSON.parse(inner))
    return parsed.success ? parsed.data.claims : null
  } catch {
    return null
  }
}

function count(tokens: number | undefined): number {
  return tokens !== undefined && Number.isFinite(tokens) && tokens > 0 ? Math.ceil(tokens) : 0
}

function printable(given: string | undefined, otherwise: string): string {
  const clean = (given ?? '').replace(/[^\x21-\x7e]/g, '').slice(0, 100)
  return clean === '' ? otherwise : clean
}
