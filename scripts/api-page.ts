import { readFileSync } from 'node:fs'
import { createApp } from '../src/desk/server.ts'
import type { Ledger } from '../src/ledger/ledger.ts'

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly format?: string
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>
}

/** docs/API.md: every route of the desk from its OpenAPI, then the types of the answers. */
export async function apiPage(): Promise<string> {
  // The document is made from the routes alone; no ledger is looked at.
  const app = await createApp({ ledger: {} as Ledger, assets: '' }, () => 7310)
  await app.ready()
  const { paths = {} } = app.swagger() as { paths?: Record<string, Record<string, Operation>> }
  await app.close()
  const byTag = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other'
      byTag.set(tag, [...(byTag.get(tag) ?? []), ...describe(method, path, operation)])
    }
  }
  const answers = readFileSync(new URL('../src/desk/answers.ts', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('import '))
    .join('\n')
    .trim()
  return [
    '# The API of the desk',
    '',
    '<!-- Made by `npm run docs`; a test fails when it drifts. -->',
    '',
    'What `sitrep serve` answers to programs on the same machine, at `http://127.0.0.1:7310` unless told otherwise. The same as an',
    'OpenAPI document: `/api/openapi.json`. Lists come page by page: pass the last `next` as `after`. Requests that change something need the',
    'header `x-sitrep-desk: 1` and a JSON body; a `Host` or an `Origin` other than the desk’s own is refused (403, 421). Every error is a',
    'problem as of RFC 9457 (`application/problem+json`), whose `detail` says in words what is off.',
    '',
    ...[...byTag].flatMap(([tag, lines]) => [`## ${tag[0]?.toUpperCase()}${tag.slice(1)}`, '', ...lines]),
    '## The answers',
    '',
    'As TypeScript, from `src/desk/answers.ts`; the types they are made of are in `src/model`, `src/analyse` and `src/ledger/ledger.ts`.',
    '',
    '```ts',
    answers,
    '```',
    '',
  ].join('\n')
}

function describe(method: string, path: string, operation: Operation): string[] {
  const lines = [`### ${method.toUpperCase()} ${path}`, '', `${operation.summary ?? ''}.`, '']
  if (operation.parameters?.length) {
    lines.push('| parameter | | takes | meaning |', '|---|---|---|---|')
    for (const { name, in: where, schema, description = '', required } of operation.parameters)
      lines.push(`| \`${name}\` | ${where}${required ? ', needed' : ''} | ${taken(schema)} | ${cell(description)} |`)
    lines.push('')
  }
  const body = operation.requestBody?.content['application/json']?.schema
  if (body) lines.push(`Body: ${(body.oneOf ?? body.anyOf ?? [body]).map(shape).join(', or ')}`, '')
  for (const [status, { description = '' }] of Object.entries(operation.responses ?? {})) {
    const type = /^(.+) \(src\/desk\/answers\.ts\)$/.exec(description)?.[1]
    if (Number(status) < 300 && type) lines.push(`Answers ${status} with \`${type}\`.`, '')
  }
  return lines
}

function shape(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const one = field.const ?? (field.enum?.length === 1 ? field.enum[0] : undefined)
    const value = one === undefined ? (field.type ?? 'any') : JSON.stringify(one)
    return `${name}${schema.required?.includes(name) ? '' : '?'}: ${value}`
  })
  return `\`{ ${fields.join(', ')} }\``
}

function taken(schema: Schema): string {
  const { type = 'any', format, minimum, maximum, maxLength } = schema
  const what = schema.enum
    ? schema.enum.map((value) => `\`${String(value)}\``).join(' ')
    : minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      ? `${minimum} to ${maximum}`
      : maxLength !== undefined
        ? `text, up to ${maxLength}`
        : (format ?? type)
  return schema.default === undefined ? what : `${what} (${String(schema.default)})`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
