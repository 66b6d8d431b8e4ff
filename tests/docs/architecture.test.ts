import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every file and folder that ARCHITECTURE names is there', () => {
  const text = readFileSync('docs/ARCHITECTURE.md', 'utf8')
  const named = [...text.matchAll(/`((?:src|bench|train|data|tests|docs|examples)\/[\w./-]+)`/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
