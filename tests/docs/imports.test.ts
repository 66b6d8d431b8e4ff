import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const wrong: readonly [string, string][] = [
  ['src/model/a.ts', '../ledger/open.ts'],
  ['src/read/b.ts', '../analyse/index.ts'],
  ['src/read/c.ts', 'node:fs'],
  ['src/analyse/d.ts', '../read/index.ts'],
  ['src/disseminate/e.ts', '../ledger/open.ts'],
  ['src/ledger/f.ts', '../read/index.ts'],
  ['src/collect/g.ts', '../ledger/open.ts'],
  ['src/second/j.ts', '../read/index.ts'],
  ['src/second/k.ts', 'node:fs'],
  ['src/flow/h.ts', '../cli/main.ts'],
  ['src/desk/i.ts', '../cli/main.ts'],
]
const right: readonly [string, string][] = [
  ['src/read/ok.ts', '../model/index.ts'],
  ['src/second/ok.ts', '../model/index.ts'],
  ['src/flow/ok.ts', '../read/index.ts'],
  ['src/read/models/load.ts', 'node:fs'],
]
let said = ''
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-imports-'))
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  for (const [file, from] of [...wrong, ...right]) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), `import { x } from '${from}'\nconsole.log(x)\n`)
  }
  const biome = join(root, 'node_modules', '.bin', 'biome')
  const run = spawnSync(biome, ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  said = (run.stdout + run.stderr).replaceAll('\\', '/')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(wrong)('%s may not import %s', (file) => {
  expect(said).toContain(`${file}:1:`)
})

test.each(right)('%s may import %s', (file) => {
  expect(said).not.toContain(`${file}:1:`)
})
