import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a client sent, as the server saw it. */
export interface Request {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: {
    readonly model: string
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly response_format?: { readonly type: string }
    readonly tools?: unknown
    readonly max_tokens?: number
  }
  /** The sentences that it was asked about. */
  readonly sentences: readonly { readonly n: number; readonly text: string }[]
}

export type Reply = (request: Request, response: ServerResponse, count: number) => void | Promise<void>

/** A chat-completions server on this machine that does what each test tells it to. */
export interface StandIn {
  readonly url: string
  readonly requests: Request[]
  reply: Reply
  close(): Promise<void>
}

export async function standIn(reply: Reply): Promise<StandIn> {
  const server = createServer(async (request, response) => {
    response.on('error', () => {})
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
    const asked = body.messages?.find((message: { role: string }) => message.role === 'user')?.content ?? '{}'
    const seen = { path: request.url ?? '', headers: request.headers, body, sentences: JSON.parse(asked).sentences ?? [] }
    made.requests.push(seen)
    await made.reply(seen, response, made.requests.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const made: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    reply,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return made
}

/** A chat completion as servers send it. */
export function completion(content: string, more: { finish?: string; model?: string; tokens?: number } = {}): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: more.model ?? 'stand-in-2026-01',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: more.finish ?? 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: more.tokens ?? 15 },
  })
}

export function send(response: ServerResponse, body: string, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}

export function error(response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void {
  send(response, JSON.stringify({ error: { message, type: 'error', code: status } }), status, headers)
}

type Quoted = readonly [sentence: number, text: string, occurrence?: number]

export const quotes = (...given: readonly Quoted[]) =>
  given.map(([sentence, text, occurrence = 1]) => ({ sentence, occurrence, text }))

export function claim(content: Quoted, source: Quoted, cue: Quoted, more: Record<string, unknown> = {}) {
  return {
    content: quotes(content),
    chain: [{ source: quotes(source), cue: quotes(cue), speaker: 'body', cueKind: 'verb' }],
    modality: 'asserted',
    polarity: 'affirmed',
    modalityCues: [],
    quotation: 'indirect',
    ...more,
  }
}

/** Answers every request with these claims. */
export function answering(...claims: readonly unknown[]): Reply {
  return (_, response) => send(response, completion(JSON.stringify({ claims })))
}
