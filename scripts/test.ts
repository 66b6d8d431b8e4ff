// `npm test`: types, lint, the desk's build, then every test, the browser's and PostgreSQL's too where they can run.
// What can't run here is said in words, not skipped in silence. Extra arguments go to vitest.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aptInstall, findChromium } from './chromium.ts'

const bin = (name: string): string => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const notRun: string[] = []

if (findChromium() === null && !(aptInstall('chromium') && findChromium() !== null)) {
  notRun.push('browser tests: no Chromium found (install Chromium, Chrome or Edge, or set SITREP_CHROMIUM to its path)')
}
if (!existsSync('/usr/lib/postgresql') && !aptInstall('postgresql')) {
  notRun.push("tests on a PostgreSQL server: none found (install Debian's postgresql package)")
}

step('types', 'tsc', '-p', '.')
step('types of the desk', 'tsc', '-p', 'src/desk/web')
step('lint, format and import direction', 'biome', 'check', '--error-on-warnings')
step('build of the desk', 'vite', 'build', '-c', 'src/desk/web/vite.config.ts', '--logLevel', 'warn')

const folder = mkdtempSync(join(tmpdir(), 'sitrep-test-'))
const results = join(folder, 'results.json')
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)]
const run = spawnSync(bin('vitest'), args, { stdio: 'inherit', shell: process.platform === 'win32' })
for (const line of notRun) console.log(`NOT RUN  ${line}`)
if (!existsSync(results)) fail('vitest gave no results')
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8'))
rmSync(folder, { recursive: true, force: true })
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
process.exit(run.status ?? 1)

function step(what: string, command: string, ...args: string[]): void {
  const { status } = spawnSync(bin(command), args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) fail(what)
  console.log(`ok  ${what}`)
}

function fail(what: string): never {
  console.log(`FAILED  ${what}`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
