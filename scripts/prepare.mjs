// After `npm ci`: put `sitrep` where `npx` looks first, and build the desk. Runs on whatever Node npm itself runs on, so
// plain JavaScript. (Without the link, npx copies the checkout into its cache, and fails for good once that is broken.)
import { spawnSync } from 'node:child_process'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'

const link = 'node_modules/.bin/sitrep'
rmSync(link, { force: true })
if (process.platform === 'win32') writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\bin\\sitrep.mjs" %*\r\n')
else symlinkSync('../../bin/sitrep.mjs', link)

const { status } = spawnSync('npm run --silent build', { stdio: 'inherit', shell: true })
process.exit(status ?? 1)
