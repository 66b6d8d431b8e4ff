import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { collected, folder } from './inputs.ts'

const here = folder()
afterAll(() => here.remove())

const TEXT = 'The ferry union said on Friday that eleven crossings were cancelled.'
const NO_PIPES = spawnSync('mkfifo', ['--version']).status !== 0
if (NO_PIPES) console.warn('NOT RUN  pipes: there is no mkfifo here')

function pipe(name: string, content: string): string {
  const path = join(here.dir, name)
  spawnSync('mkfifo', [path])
  spawn('sh', ['-c', 'printf %s "$1" > "$2"', 'sh', content, path], { stdio: 'ignore' })
  return path
}

describe.skipIf(NO_PIPES)('a pipe given by name, as a shell’s <(…) is', () => {
  test('is read to its end', async () => {
    const [item] = await collected([pipe('one', TEXT)])
    expect(item?.ok && item.report.text).toBe(TEXT)
  })

  test('is known by what came through it, not by the name that the shell gave it', async () => {
    const [a] = await collected([pipe('two', TEXT)])
    const [b] = await collected([pipe('three', TEXT)])
    const [c] = await collected([pipe('four', `${TEXT} More may follow.`)])
    const address = (item: typeof a): string | undefined => (item?.ok ? item.report.address : undefined)
    expect(address(a)).toBeDefined()
    expect(address(b)).toBe(address(a))
    expect(address(c)).not.toBe(address(a))
  })

  test('an empty one is refused as empty', async () => {
    const [item] = await collected([pipe('five', '')])
    expect(item?.ok === false && item.reason).toBe('empty')
  })

  test('one that lies in a folder is not opened: nobody may ever write to it', async () => {
    const path = join(here.dir, 'six.txt')
    spawnSync('mkfifo', [path])
    const items = await collected([here.dir])
    expect(items.map((item) => !item.ok && item.reason)).toContain('unreadable')
  })
})
