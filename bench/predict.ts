import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { TASKS } from './predict/tasks.ts'

/** npm run --silent predict -- TASK INPUT OUTPUT [CLAIMS]: answers one task over one file, for the scorers. */
async function main(): Promise<number> {
  const [task, input, output, extra] = process.argv.slice(2)
  const run = task === undefined ? undefined : TASKS[task]
  if (!run || input === undefined || output === undefined) {
    process.stderr.write(
      `usage: npm run --silent predict -- TASK INPUT OUTPUT [CLAIMS]\ntasks: ${Object.keys(TASKS).join(', ')}\n`,
    )
    return 2
  }
  const load = (path: string): string => {
    const bytes = readFileSync(path)
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  }
  writeFileSync(output, await run(load(input), extra === undefined ? null : load(extra)))
  return 0
}

process.exitCode = await main()
