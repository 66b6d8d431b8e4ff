import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const LAUNCHER = fileURLToPath(new URL('../../bin/sitrep.mjs', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a person would, in its own process. */
export function sitrep(
  args: readonly string[],
  options: { ledger?: string; input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = {
    ...inherited,
    NO_COLOR: '1',
    ...(options.ledger === undefined ? {} : { SITREP_LEDGER: options.ledger }),
    ...options.env,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LAUNCHER, ...args], { env, cwd: options.cwd })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

/** A folder of its own for one test file. */
export function scratch(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'sitrep-cli-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
