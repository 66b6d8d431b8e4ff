#!/usr/bin/env node
// Starts the command line with a Node that can run it. A checkout brings its own Node 24 (an optional dependency for
// this platform), so the command works where only an older Node is installed: docs/decisions/0001-node.md.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire, enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 18)) {
  enableCompileCache?.()
  await import('../src/cli/main.ts')
} else {
  const node = bundledNode()
  if (node === null) {
    console.error(
      `sitrep needs Node 22.18 or later; this is ${process.version}, and no bundled Node was found for ${process.platform}-${process.arch}.`,
    )
    console.error('Run `npm ci` in the checkout (it brings one for Linux, macOS and Windows), or install a newer Node.')
    process.exit(78)
  }
  const run = spawnSync(node, [join(here, 'sitrep.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' })
  if (run.error) {
    console.error(`sitrep could not start ${node}: ${run.error.message}`)
    process.exit(71)
  }
  if (run.signal) process.kill(process.pid, run.signal)
  process.exit(run.status ?? 1)
}

function bundledNode() {
  const require = createRequire(import.meta.url)
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  for (const prefix of ['node', 'node-bin']) {
    try {
      const file = join(dirname(require.resolve(`${prefix}-${platform}-${process.arch}/package.json`)), 'bin', name)
      if (existsSync(file)) return file
    } catch {
      // not the package for this platform; try the next
    }
  }
  return null
}
